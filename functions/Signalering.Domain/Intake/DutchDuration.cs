using System.Globalization;

namespace Signalering.Domain.Intake;

/// <summary>Unit of a duration that stands without one.</summary>
public enum DurationUnit
{
    /// <summary>The form decides: a whole number from 5 is minutes, anything else is hours.</summary>
    ByForm,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Hours.</summary>
    Hours,
}

/// <summary>Durations as they are typed in the field.</summary>
/// <remarks>Numbers (<c>45</c>, <c>0,75</c>), clocks (<c>0:45</c>), units (<c>45 min</c>, <c>1,5 uur</c>, <c>1u30</c>),
/// fractions (<c>¾ uur</c>, <c>1 1/2 uur</c>), words (<c>anderhalf uur</c>, <c>drie kwartier</c>) and products
/// (<c>2 x 45 min</c>). A unit in the cell goes before the unit of the header.</remarks>
public static class DutchDuration
{
    private const int SmallestWholeMinutes = 5;
    private const int Longest = 40;
    private const decimal MostMinutes = 1_000_000;

    private static readonly Dictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Numbers =
        new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["een"] = 1,
            ["twee"] = 2,
            ["drie"] = 3,
            ["vier"] = 4,
            ["vijf"] = 5,
            ["zes"] = 6,
            ["zeven"] = 7,
            ["acht"] = 8,
            ["negen"] = 9,
            ["tien"] = 10,
            ["vijftien"] = 15,
            ["twintig"] = 20,
            ["dertig"] = 30,
            ["veertig"] = 40,
            ["vijfenveertig"] = 45,
            ["vijftig"] = 50,
            ["zestig"] = 60,
            ["negentig"] = 90,
            ["half"] = 0.5m,
            ["halve"] = 0.5m,
            ["driekwart"] = 0.75m,
            ["anderhalf"] = 1.5m,
            ["anderhalve"] = 1.5m,
            ["tweeenhalf"] = 2.5m,
            ["drieenhalf"] = 3.5m,
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Units =
        new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["m"] = 1,
            ["min"] = 1,
            ["mins"] = 1,
            ["minuut"] = 1,
            ["minuten"] = 1,
            ["minuutjes"] = 1,
            ["mn"] = 1,
            ["u"] = 60,
            ["uur"] = 60,
            ["uren"] = 60,
            ["uurtje"] = 60,
            ["h"] = 60,
            ["hr"] = 60,
            ["hrs"] = 60,
            ["hour"] = 60,
            ["hours"] = 60,
            ["kwartier"] = 15,
            ["kwartiertje"] = 15,
            ["halfuur"] = 30,
            ["halfuurtje"] = 30,
            ["kwartieren"] = 15,
            ["driekwartier"] = 45,
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "ca", "circa", "ongeveer", "plm", "ruim", "bijna", "en", "totaal",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a duration.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="unit">What the header says of a number without a unit.</param>
    /// <param name="minutes">Whole minutes, rounded half up; may be negative or over a day: the caller judges.</param>
    public static bool TryMinutes(ReadOnlySpan<char> text, DurationUnit unit, out int minutes)
    {
        minutes = 0;
        text = text.Trim();
        if (text.IsEmpty || text.Length > Longest)
            return false;
        var isNegative = text[0] is '-' or '\u2212';
        var reading = new Reading(unit);
        if (!reading.Take(text.TrimStart("-\u2212+~\u00B1\u2248 ")) || reading.Finish() is not { } exact || exact > MostMinutes)
            return false;
        minutes = (int)Math.Round(isNegative ? -exact : exact, MidpointRounding.AwayFromZero);
        return true;
    }

    /// <summary>A duration while it is read from left to right: what has its unit already, and the number that waits
    /// for one.</summary>
    private ref struct Reading(DurationUnit unit)
    {
        private decimal _total;
        private decimal? _pending;
        private decimal _factor = 1;
        private bool _hasHours;
        private bool _hasUnit;
        private bool _isArticle;

        public bool Take(ReadOnlySpan<char> text)
        {
            while (!text.IsEmpty)
            {
                var c = text[0];
                var isTaken = char.IsAsciiDigit(c) || c is ',' or '.' && text.Length > 1 && char.IsAsciiDigit(text[1])
                    ? TakeNumber(ref text)
                    : char.IsLetter(c) ? TakeWord(ref text) : TakeSign(ref text);
                if (!isTaken)
                    return false;
            }

            return true;
        }

        /// <summary>Minutes; null when nothing was said.</summary>
        public readonly decimal? Finish()
        {
            if (_pending is not { } number)
                return _hasUnit ? _total * _factor : null;
            if (_hasUnit)
                return _hasHours && number < 60 ? (_total + number) * _factor : null; // 1u30
            var perUnit = unit switch
            {
                DurationUnit.Minutes => 1,
                DurationUnit.Hours => 60,
                _ => number >= SmallestWholeMinutes && number == decimal.Truncate(number) ? 1 : 60,
            };
            return number > MostMinutes ? null : number * perUnit * _factor;
        }

        private bool TakeNumber(ref ReadOnlySpan<char> text)
        {
            var length = 0;
            while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] is ',' or '.'))
                length++;
            while (length > 0 && text[length - 1] is ',' or '.')
                length--;
            Span<char> plain = stackalloc char[length];
            text[..length].CopyTo(plain);
            plain.Replace(',', '.');
            text = text[length..];
            if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || number > MostMinutes)
                return false;
            if (!text.IsEmpty && text[0] == ':')
                return TakeClock(number, ref text);
            return text.Length > 1 && text[0] == '/' && char.IsAsciiDigit(text[1])
                ? TakeFraction(number, ref text)
                : Wait(number);
        }

        // 0:45, 26:30 and 1:02:03; seconds are dropped.
        private bool TakeClock(decimal hours, ref ReadOnlySpan<char> text)
        {
            if (_pending is not null || _hasUnit || hours != decimal.Truncate(hours))
                return false;
            var parts = 0;
            while (!text.IsEmpty && text[0] == ':')
            {
                text = text[1..];
                var digits = 0;
                while (digits < text.Length && char.IsAsciiDigit(text[digits]))
                    digits++;
                if (digits is not (1 or 2)
                    || !int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var part)
                    || part > 59 || ++parts > 2)
                    return false;
                _total += parts == 1 ? (hours * 60) + part : 0;
                text = text[digits..];
            }

            _hasUnit = true;
            var rest = text.Trim(" .");
            text = rest is "u" or "uur" or "uren" or "h" ? [] : rest;
            return text.IsEmpty;
        }

        // 3/4, or the fraction behind a whole number: 1 1/2.
        private bool TakeFraction(decimal numerator, ref ReadOnlySpan<char> text)
        {
            var denominator = text[1] - '0';
            text = text[2..];
            if (denominator is not (2 or 3 or 4) || numerator >= denominator || (!text.IsEmpty && char.IsAsciiDigit(text[0])))
                return false;
            return Wait(numerator / denominator, isFraction: true);
        }

        private bool TakeSign(ref ReadOnlySpan<char> text)
        {
            var c = text[0];
            text = text[1..];
            switch (c)
            {
                case '\u00BC':
                    return Wait(0.25m, isFraction: true);
                case '\u00BD':
                    return Wait(0.5m, isFraction: true);
                case '\u00BE':
                    return Wait(0.75m, isFraction: true);
                case '\'' or '\u2032' or '\u2019' when _pending is not null:
                    return Give(1);
                case '\u00D7' when _pending is not null:
                    return Multiply();
                default:
                    return c is ' ' or '\u00A0' or '.' or '~' or '\u00B1' or '+' or '(' or ')';
            }
        }

        private bool TakeWord(ref ReadOnlySpan<char> text)
        {
            var length = 0;
            while (length < text.Length && char.IsLetter(text[length]))
                length++;
            Span<char> buffer = stackalloc char[length];
            var word = PlainText.Fold(text[..length], buffer);
            text = text[length..];
            if (word is "x" or "keer" or "maal" && _pending is not null)
                return Multiply();
            if (Units.TryGetValue(word, out var minutesPerUnit))
                return Give(minutesPerUnit);
            if (!Numbers.TryGetValue(word, out var number))
                return Fillers.Contains(word);
            if (number < 1 && _isArticle)
                _pending = null; // "een half uur", "een driekwart uur"
            _isArticle = word is "een";
            return Wait(number, isFraction: number < 1);
        }

        private bool Multiply()
        {
            (_factor, _pending) = (_factor * _pending!.Value, null);
            return _factor <= 1000;
        }

        // A fraction behind a number is added to it: 2 ½ is 2,5.
        private bool Wait(decimal number, bool isFraction = false)
        {
            if (_pending is { } before && !isFraction)
                return false;
            _pending = (_pending ?? 0) + number;
            return true;
        }

        private bool Give(decimal minutesPerUnit)
        {
            if (_pending > MostMinutes)
                return false;
            _total += (_pending ?? 1) * minutesPerUnit;
            _pending = null;
            _hasUnit = true;
            _hasHours |= minutesPerUnit == 60;
            return true;
        }
    }
}
