using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>Postcodes of six characters. Four digits alone are an area and pass.</summary>
internal sealed partial class PostcodeRecognizer : IRecognizer
{
    private static readonly WordsNearby AddressWords = new(
        "postcode", "pc", "plek", "woon", "woont", "adres", "straat", "inschrij", "ingeschr", "verhui", "postadres", "post naar", "post aan");

    private static readonly WordsNearby YearWords = new("in", "jaar", "sinds", "vanaf", "tot", "van", "voor", "na", "begin", "eind", "medio", "t/m", "per");

    // "dossiernummer 7731-JW" is a number of something.
    private static readonly WordsNearby NumberWords = new("dossier", "zaak", "kenmerk", "ref", "nr", "nummer", "code", "formulier", "artikel", "art.");

    private static readonly string[] UpperUnits =
        ["EU", "KG", "KM", "MB", "GB", "PK", "KW", "EN", "OF", "IN", "WW", "CV", "BV", "NV", "TM", "UU", "OP", "ST", "MM", "CM", "ML", "KB"];

    private static readonly string[] LowerUnits =
        ["st", "te", "de", "en", "mg", "ml", "kg", "km", "pp", "gr", "pk", "kw", "mm", "cm", "gb", "mb", "kb", "tm", "eu", "xl", "px", "ha", "er",
            "in", "is", "op", "of", "om", "na", "nu", "ik", "we", "ze", "zo", "al", "af", "ex", "ga", "ca", "nr", "hs", "ed", "vm", "nm", "mw", "ja", "bv", "nv"];

    public bool MayFind(in CellShape shape) => shape.Digits >= 4 && shape.Letters >= 2;

    public void Find(in CellText cell, CellFindings found)
    {
        foreach (var match in Postcode().EnumerateMatches(cell.Text))
        {
            if (!found.IsTaken(match.Index, match.Length) && Judge(cell.Text, match.Index, match.Length) is { } level)
                found.Add(PersonalDataKind.Postcode6, level, "postcode6.vorm", match.Index, match.Length);
        }

        foreach (var match in Spaced().EnumerateMatches(cell.Text))
        {
            if (!found.IsTaken(match.Index, match.Length) && IsSpaced(cell.Text, match.Index, match.Length))
                found.Add(PersonalDataKind.Postcode6, FindingLevel.Midden, "postcode6.losse-vorm", match.Index, match.Length);
        }
    }

    // "1234-AB", "1234/AB", "12 34 AB", "1234 A.B.": with a word about an address, or in capitals and no year or unit.
    private static bool IsSpaced(ReadOnlySpan<char> text, int start, int length)
    {
        Span<char> plain = stackalloc char[6];
        var count = 0;
        for (var i = start; i < start + length && count < 6; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
                plain[count++] = text[i];
        }

        var pair = plain[4..];
        if (AddressWords.Before(text, start, 30))
            return char.IsUpper(pair[0]) || !Contains(LowerUnits, pair);
        if (NumberWords.Before(text, start, 24))
            return false;
        return char.IsUpper(pair[0]) && char.IsUpper(pair[1]) && !Contains(UpperUnits, pair)
            && Patterns.Number(plain[..4]) is not (>= 1900 and <= 2035) && text.Slice(start, 4).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static FindingLevel? Judge(ReadOnlySpan<char> text, int start, int length)
    {
        var pair = text.Slice(start + length - 2, 2);
        var isUpper = char.IsUpper(pair[0]) && char.IsUpper(pair[1]);
        var isLower = char.IsLower(pair[0]) && char.IsLower(pair[1]);
        Span<char> upper = stackalloc char[2];
        pair.ToUpperInvariant(upper);
        if (upper is "SA" or "SD" or "SS")
            return null;
        var after = text[(start + length)..];
        if (after is ['-', var next, ..] && char.IsLetter(next))
            return null;
        var announced = AddressWords.Before(text, start, 30) || after.StartsWith(" nr") || after.StartsWith(" huisn");
        var spaced = length > 6;
        if (spaced && isUpper)
        {
            var isYear = Patterns.Number(text.Slice(start, 4)) is >= 1900 and <= 2035 && YearWords.Before(text, start, 7);
            return announced ? FindingLevel.Hoog : isYear || Contains(UpperUnits, pair) ? null : FindingLevel.Midden;
        }

        if (spaced)
            return announced && (isLower ? !Contains(LowerUnits, pair) : char.IsUpper(pair[0])) ? FindingLevel.Midden : null;
        if (isUpper)
            return Contains(UpperUnits, pair) && !announced ? null : FindingLevel.Hoog;
        return isLower && Contains(LowerUnits, pair) && !announced ? null : FindingLevel.Midden;
    }

    private static bool Contains(string[] words, ReadOnlySpan<char> pair)
    {
        foreach (var word in words)
        {
            if (pair.SequenceEqual(word))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"(?<![\p{L}0-9]|[0-9][.,/_-]|€ ?)[1-9][0-9](?:[0-9]{2}[._/-]{1,2}|[0-9]{2}(?= {0,2}[A-Za-z][. ])| [0-9]{2}) {0,2}[A-Za-z][. ]{0,2}[A-Za-z](?![\p{L}0-9-]|\.\p{L})", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Spaced();

    [GeneratedRegex(@"(?<![\p{L}0-9]|[0-9][.,-]|€ ?)[1-9][0-9]{3} {0,2}[A-Za-z]{2}(?![\p{L}0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Postcode();
}
