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

/// <summary>Durations and numbers of participants as they are typed in the field.</summary>
public static class DutchNumbers
{
    private const int SmallestWholeMinutes = 5;

    /// <summary>Whether the cell says "nothing": empty, <c>-</c>, <c>.</c>, <c>?</c>, <c>nvt</c>, <c>onbekend</c>, <c>leeg</c>.</summary>
    public static bool IsNull(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.IsEmpty || text is "-" or "." or "?" or "--" or "9999" or "x" or "X"
            || text.Equals("nvt", StringComparison.OrdinalIgnoreCase)
            || text.Equals("n.v.t.", StringComparison.OrdinalIgnoreCase)
            || text.Equals("n.v.t", StringComparison.OrdinalIgnoreCase)
            || text.Equals("onbekend", StringComparison.OrdinalIgnoreCase)
            || text.Equals("leeg", StringComparison.OrdinalIgnoreCase)
            || text.Equals("null", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads <c>45</c>, <c>0,75</c>, <c>0.75</c>, <c>0:45</c>, <c>45 min</c>, <c>1,5 uur</c>, <c>¾ uur</c>.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="unit">What the header says of a number without a unit.</param>
    /// <param name="minutes">Whole minutes, rounded half up; may be negative or over a day: the caller judges.</param>
    public static bool TryMinutes(ReadOnlySpan<char> text, DurationUnit unit, out int minutes)
    {
        minutes = 0;
        text = text.Trim();
        if (text.IsEmpty || text.Length > 20)
            return false;
        if (text.Contains(':'))
            return TryClock(text, out minutes);

        unit = UnitBehind(ref text, unit);
        if (!TryDecimal(text, out var value))
            return false;
        if (unit == DurationUnit.ByForm)
        {
            unit = value >= SmallestWholeMinutes && value == decimal.Truncate(value)
                ? DurationUnit.Minutes
                : DurationUnit.Hours;
        }

        var exact = unit == DurationUnit.Hours ? value * 60 : value;
        if (Math.Abs(exact) > 1_000_000)
            return false;
        minutes = (int)Math.Round(exact, MidpointRounding.AwayFromZero);
        return true;
    }

    /// <summary>Reads <c>12</c>, <c>ca 20</c>, <c>±15</c>, <c>12-14</c> (the middle, rounded up), <c>20 pers.</c></summary>
    public static bool TryParticipants(ReadOnlySpan<char> text, out int participants)
    {
        participants = 0;
        text = text.Trim();
        if (text.IsEmpty || text.Length > 20 || text[0] == '-')
            return false;
        text = text.TrimStart("cirkaCIRKA.±~+> ").TrimEnd("personenPERSONENdeelnemers.+ ");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out participants))
            return participants <= 100_000;
        var dash = text.IndexOfAny('-', '–', '/');
        if (dash > 0
            && int.TryParse(text[..dash].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var low)
            && int.TryParse(text[(dash + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var high)
            && low <= high && high <= 100_000)
        {
            participants = (low + high + 1) / 2;
            return true;
        }

        return TryDecimal(text, out var value) && value >= 0 && value <= 100_000
            && value == decimal.Truncate(value) && (participants = (int)value) >= 0;
    }

    private static bool TryClock(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        Span<Range> parts = stackalloc Range[4];
        var count = text.Split(parts, ':');
        if (count is < 2 or > 3
            || !int.TryParse(text[parts[0]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(text[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var rest)
            || rest > 59 || Math.Abs(hours) > 10_000)
            return false;
        minutes = (hours * 60) + (text[0] == '-' ? -rest : rest);
        return true;
    }

    private static DurationUnit UnitBehind(ref ReadOnlySpan<char> text, DurationUnit unit)
    {
        var end = text.Length;
        while (end > 0 && (char.IsAsciiLetter(text[end - 1]) || text[end - 1] is '.' or ' '))
            end--;
        var word = text[end..].Trim(" .");
        if (word.IsEmpty)
            return unit;
        text = text[..end];
        if (word.StartsWith("m", StringComparison.OrdinalIgnoreCase))
            return DurationUnit.Minutes;
        if (word.StartsWith("u", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("h", StringComparison.OrdinalIgnoreCase))
            return DurationUnit.Hours;
        text = [];
        return unit;
    }

    /// <summary>A decimal number with comma or point; a fraction sign may stand alone or behind a whole number.</summary>
    private static bool TryDecimal(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        text = text.Trim();
        if (text.IsEmpty)
            return false;
        var fraction = text[^1] switch { '¼' => 0.25m, '½' => 0.5m, '¾' => 0.75m, _ => 0m };
        if (fraction > 0)
        {
            text = text[..^1].Trim();
            if (text.IsEmpty)
            {
                value = fraction;
                return true;
            }
        }

        Span<char> plain = stackalloc char[text.Length];
        text.CopyTo(plain);
        plain.Replace(',', '.');
        if (!decimal.TryParse(
            plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
            return false;
        value += fraction;
        return true;
    }
}
