using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>Numbers of passports, identity cards, driving licences, residence permits and registers of professionals.</summary>
internal sealed partial class DocumentRecognizer : IRecognizer
{
    private static readonly WordsNearby DocumentWords = new(
        "paspoort", "pasp", "passport", "id", "identiteit", "legitimatie", "document", "reisdoc", "vluchteling", "vreemdeling", "verblijf", "visum");

    private static readonly WordsNearby LicenceWords = new("rijbewijs", "rijb", "rij-bewijs", "driver");
    private static readonly WordsNearby ForeignerWords = new("v-n", "vn", "v n", "vnr", "v.n", "v-nr", "vreemdeling", "ind-n", "ind n", "ind");
    private static readonly WordsNearby PermitWords = new("verblijf", "vergunning", "vreemdeling", "document", "w-doc", "pas", "kaart", "asiel");
    private static readonly WordsNearby RegisterWords = new("big", "agb", "uzi", "skj");

    public bool MayFind(in CellShape shape) => (shape.Digits >= 2 && shape.IsMixed && shape.Letters >= 2) || shape.Digits >= 6;

    public void Find(in CellText cell, CellFindings found)
    {
        var text = cell.Text;
        if (cell.Shape.IsMixed)
        {
            foreach (var match in Passport().EnumerateMatches(text))
                FindPassport(cell, match.Index, match.Length, found);
        }

        if (cell.Shape.Digits < 6)
            return;
        foreach (var match in Permit().EnumerateMatches(text))
        {
            var announced = PermitWords.Before(text, match.Index, 40);
            if (announced || text.Slice(match.Index, 2) is "IR")
                Add(match.Index, match.Length, announced ? FindingLevel.Hoog : FindingLevel.Midden, "document.verblijf", found);
        }

        Span<char> digits = stackalloc char[12];
        foreach (var match in TenDigits().EnumerateMatches(text))
        {
            if (LicenceWords.Before(text, match.Index, 45))
                Add(match.Index, match.Length, FindingLevel.Hoog, "document.rijbewijs", found);
            else if (ForeignerWords.Before(text, match.Index, 30))
                Add(match.Index, match.Length, FindingLevel.Hoog, "document.vreemdeling", found);
            else if (DocumentWords.Before(text, match.Index, 30) && Patterns.Digits(text.Slice(match.Index, match.Length), digits) >= 9)
                Add(match.Index, match.Length, FindingLevel.Midden, "document.nummer", found);
            else if (RegisterWords.Before(text, match.Index, 20))
                Add(match.Index, match.Length, FindingLevel.Midden, "document.register", found);
        }
    }

    private static void FindPassport(in CellText cell, int start, int length, CellFindings found)
    {
        var number = cell.Text.Slice(start, length);
        var digits = 0;
        var upper = true;
        foreach (var c in number)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            upper &= !char.IsAsciiLetterLower(c);
        }

        var compact = length == 9;
        if (digits < 2 || (!compact && !upper))
            return;
        if (DocumentWords.Before(cell.Text, start, 40) || DocumentWords.After(cell.Text, start + length, 20))
            Add(start, length, FindingLevel.Hoog, "document.paspoort", found);
        else if (compact && upper && digits <= 7 && number[0] is 'I' or 'N' or 'D' or 'S' or 'B' or 'A' or 'R'
            && !number.Contains('O') && cell.Text[..start].TrimEnd() is not [.., '#' or '$'] && char.IsAsciiLetter(number[1]))
            Add(start, length, FindingLevel.Midden, "document.vorm", found);
    }

    private static void Add(int start, int length, FindingLevel level, string rule, CellFindings found)
    {
        if (!found.IsTaken(start, length))
            found.Add(PersonalDataKind.Document, level, rule, start, length);
    }

    [GeneratedRegex(@"(?<![\p{L}0-9./_-])(?:[A-Z]{2}[A-Z0-9]{6}[0-9]|[A-Z]{2}(?:[ .-]?[A-Z0-9]){6}[ .-]?[0-9])(?![\p{L}0-9_-])", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Passport();

    [GeneratedRegex(@"(?<![\p{L}0-9])(?:IR|KR|ZR|W|R)[ -]?[0-9]{6,9}(?![\p{L}0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Permit();

    [GeneratedRegex(@"(?<![0-9])[0-9](?:[ .-]?[0-9]){7,10}(?![0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex TenDigits();
}
