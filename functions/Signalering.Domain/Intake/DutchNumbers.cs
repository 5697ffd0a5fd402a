using System.Collections.Frozen;
using System.Globalization;

namespace Signalering.Domain.Intake;

/// <summary>Null words, yes and no, and numbers of participants as they are typed in the field.</summary>
public static class DutchNumbers
{
    private const int MostParticipants = 100_000;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NullWords = Lookup(
        "", "nvt", "n v t", "n a", "na", "onbekend", "niet bekend", "niet ingevuld", "leeg", "null", "geen", "nnb", "n n b",
        "blanco", "9999", "99999", "x", "n b", "nb");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> YesWords = Lookup(
        "j", "ja", "jawel", "y", "yes", "x", "1", "waar", "true", "aan", "v", "vinkje", "on");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoWords = Lookup(
        "n", "nee", "neen", "no", "0", "onwaar", "false", "uit", "off", "geen");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> NumberWords =
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["geen"] = 0,
            ["nul"] = 0,
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
            ["elf"] = 11,
            ["twaalf"] = 12,
            ["dertien"] = 13,
            ["veertien"] = 14,
            ["vijftien"] = 15,
            ["zestien"] = 16,
            ["zeventien"] = 17,
            ["achttien"] = 18,
            ["negentien"] = 19,
            ["twintig"] = 20,
            ["dertig"] = 30,
            ["veertig"] = 40,
            ["vijftig"] = 50,
        }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // Words around a number of people that do not change it; longer ones first, since their start may be one too.
    private static readonly string[] Around =
    [
        "ongeveer", "circa", "ca", "plm", "ruim", "bijna", "minimaal", "maximaal", "minstens", "tot", "max", "min",
        "deelnemers", "deelnemer", "personen", "persoon", "pers", "mensen", "bewoners", "bezoekers", "aanwezigen",
        "aanwezig", "volwassenen", "kinderen", "jongeren", "ouders", "dames", "heren", "vrouwen", "mannen", "man", "st",
        "stuks", "dln", "dlnrs", "p",
    ];

    /// <summary>Whether the cell says "nothing": empty, <c>-</c>, <c>.</c>, <c>?</c>, <c>nvt</c>, <c>onbekend</c>,
    /// <c>leeg</c>, <c>9999</c> and their like, whatever the capitals and points.</summary>
    public static bool IsNull(ReadOnlySpan<char> text)
    {
        if (text.Length > 20)
            return false;
        Span<char> buffer = stackalloc char[text.Length];
        return NullWords.Contains(PlainText.Fold(text, buffer));
    }

    /// <summary>Reads <c>J</c>/<c>N</c>, <c>ja</c>/<c>nee</c>, <c>X</c>, <c>1</c>/<c>0</c>,
    /// <c>WAAR</c>/<c>ONWAAR</c>.</summary>
    /// <param name="text">The cell.</param>
    /// <returns>Null when the cell is empty or says neither.</returns>
    public static bool? Truth(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text is "\u2713" or "\u2714" or "\u2611" or "\u2612")
            return true;
        if (text.IsEmpty || text.Length > 20)
            return null;
        Span<char> buffer = stackalloc char[text.Length];
        var word = PlainText.Fold(text, buffer);
        return YesWords.Contains(word) ? true : NoWords.Contains(word) ? false : null;
    }

    /// <summary>Reads <c>12</c>, <c>ca 20</c>, <c>±15</c>, <c>12-14</c> (the middle, rounded up), <c>20 pers.</c>,
    /// <c>1.125</c>, <c>twaalf</c>, <c>10 (waarvan 3 kinderen)</c>, <c>8 + 3</c>.</summary>
    public static bool TryParticipants(ReadOnlySpan<char> text, out int participants)
    {
        participants = 0;
        text = text.Trim();
        if (text.IsEmpty || text.Length > 60 || text[0] is '-' or '\u2212')
            return false;
        var bracket = text.IndexOf('(');
        if (bracket > 0)
            text = text[..bracket];
        text = WithoutWords(text);
        if (TryCount(text, out participants))
            return true;

        var plus = text.IndexOf('+');
        if (plus > 0 && TryCount(text[..plus], out var one) && TryCount(text[(plus + 1)..], out var other))
        {
            participants = one + other;
            return participants <= MostParticipants;
        }

        if (!TryRange(text, out var low, out var high))
            return false;
        participants = (low + high + 1) / 2;
        return true;
    }

    private static bool TryRange(ReadOnlySpan<char> text, out int low, out int high)
    {
        (low, high) = (0, 0);
        foreach (var between in (ReadOnlySpan<string>)["-", "\u2013", "/", " \u00E0 ", " a ", " tot ", " t/m ", " of "])
        {
            var at = text.IndexOf(between, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
                return TryCount(text[..at], out low) && TryCount(text[(at + between.Length)..], out high) && low <= high;
        }

        return false;
    }

    private static ReadOnlySpan<char> WithoutWords(ReadOnlySpan<char> text)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            text = text.Trim(" \u00A0.,:;\u00B1~\u2248<>=*").TrimStart("+/-\u2212").TrimEnd('+');
            foreach (var word in Around)
            {
                var before = text.Length;
                if (StartsWithWord(text, word))
                    text = text[word.Length..];
                else if (EndsWithWord(text, word))
                    text = text[..^word.Length];
                changed |= text.Length != before;
            }
        }

        return text;
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && text.Length > word.Length && !char.IsLetter(text[word.Length]);

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && text.Length > word.Length && !char.IsLetter(text[^(word.Length + 1)]);

    // A whole number: digits, digits with points between thousands, a decimal that is whole (Excel's 12,0), or a word.
    private static bool TryCount(ReadOnlySpan<char> text, out int count)
    {
        count = 0;
        text = WithoutWords(text);
        if (text.IsEmpty || text.Length > 20)
            return false;
        if (char.IsLetter(text[0]))
        {
            Span<char> buffer = stackalloc char[text.Length];
            return NumberWords.TryGetValue(PlainText.Fold(text, buffer), out count);
        }

        Span<char> digits = stackalloc char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                digits[length++] = text[i];
            else if (text[i] is ',' or '.' && text[(i + 1)..].IndexOfAnyExcept('0') < 0 && text.Length - i is 2 or 3)
                break;
            else if (text[i] != '.' || i == 0 || !IsThousands(text[(i + 1)..]))
                return false;
        }

        return int.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out count)
            && count <= MostParticipants;
    }

    // Three digits, and then the end or the next point.
    private static bool IsThousands(ReadOnlySpan<char> text) =>
        text.Length >= 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2])
        && (text.Length == 3 || text[3] is '.' or ',');

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(params string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
