using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>Citizen service numbers: the usual forms anywhere, any form behind a word that announces one.</summary>
internal sealed partial class BsnRecognizer : IRecognizer
{
    private static readonly WordsNearby BsnWords = new("bsn", "b.s.n", "burgerservice", "burger service", "burger-service", "sofi");

    private static readonly WordsNearby OrganisationWords = new(
        "rsin", "kvk", "k.v.k", "btw", "factuur", "order", "bestel", "ticket", "barcode", "isbn", "artikelnr", "artikelnummer",
        "tellerstand", "meterstand", "lot", "serienr", "serienummer", "ean", "agb", "pakket", "track");

    public bool MayFind(in CellShape shape) => shape.Digits >= 8;

    public void Find(in CellText cell, CellFindings found)
    {
        Span<char> digits = stackalloc char[9];
        foreach (var match in Announced().EnumerateMatches(cell.Text))
            FindAnnounced(cell, match.Index, match.Length, digits, found);
        foreach (var match in Numbers().EnumerateMatches(cell.Text))
            FindPlain(cell, match.Index, match.Length, digits, found);
    }

    // Behind the word: nine digits in whatever groups, or eight, and again behind a comma, "en" or "=".
    private static void FindAnnounced(in CellText cell, int start, int length, Span<char> digits, CellFindings found)
    {
        var text = cell.Text.Slice(start, length);
        foreach (var number in Loose().EnumerateMatches(text))
        {
            var part = text.Slice(number.Index, number.Length);
            var count = Patterns.Digits(part, digits);
            if (count is not (8 or 9) || found.IsTaken(start + number.Index, number.Length))
                continue;
            if (count == 8)
            {
                digits[..8].CopyTo(digits[1..]);
                digits[0] = '0';
            }

            var passes = CheckDigits.PassesElevenTest(digits);
            found.Add(
                PersonalDataKind.Bsn, passes ? FindingLevel.Hoog : FindingLevel.Laag,
                passes ? "bsn.aangekondigd" : "bsn.tikfout", start + number.Index, number.Length);
        }
    }

    private static void FindPlain(in CellText cell, int start, int length, Span<char> digits, CellFindings found)
    {
        var text = cell.Text;
        if (found.IsTaken(start, length) || Patterns.Digits(text.Slice(start, length), digits) != 9
            || !CheckDigits.PassesElevenTest(digits) || IsAmount(text, start, length))
            return;
        var isBtw = start >= 2 && text[start - 1] is 'L' or 'l' && text[(start + length)..].StartsWith("B", StringComparison.OrdinalIgnoreCase);
        if (start > 0 && char.IsLetter(text[start - 1]) && !isBtw)
            return;
        if (OrganisationWords.Before(text, start, 22) && !BsnWords.Before(text, start, 28))
            found.Take(start, length);
        else
            found.Add(PersonalDataKind.Bsn, isBtw ? FindingLevel.Midden : FindingLevel.Hoog, "bsn.elfproef", start, length);
    }

    private static bool IsAmount(ReadOnlySpan<char> text, int start, int length)
    {
        var before = text[..start].TrimEnd();
        var after = text[(start + length)..].TrimStart();
        return before.EndsWith("€") || before.EndsWith("euro", StringComparison.OrdinalIgnoreCase)
            || after.StartsWith("euro", StringComparison.OrdinalIgnoreCase) || after.StartsWith("€");
    }

    [GeneratedRegex(@"(?:bsn|b\.s\.n|burger[ -]?service|sofi)[^0-9]{0,28}[0-9][0-9 ._/-]{6,32}[0-9](?:[^0-9]{1,14}[0-9][0-9 ._/-]{6,32}[0-9])*", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Announced();

    [GeneratedRegex(@"(?<![0-9])[0-9](?:[ ._/-]{0,3}[0-9]){7,8}(?![0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Loose();

    [GeneratedRegex(@"(?<![0-9]|[0-9][.,-])(?:[0-9]{9}|[0-9]{4}[. -][0-9]{2}[. -][0-9]{3}|[0-9]{3}[ ._/-]{1,3}[0-9]{3}[ ._/-]{1,3}[0-9]{3}|[0-9]{6}[. -][0-9]{3}|[0-9]{3}[. -][0-9]{6}|[0-9]{5}[. -][0-9]{4}|[0-9]{4}[. -][0-9]{5}|[0-9](?: [0-9]){8}|[0-9]{2,4}(?:[ .][0-9]{2,3}){2,3}|[0-9]{2}[. -][0-9]{3}[. -][0-9]{4}|[0-9]{3}[. -][0-9]{2}[. -][0-9]{4})(?![0-9]|[.,][0-9]|-[0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Numbers();
}
