using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>IBANs of every country (mod 97), payment cards (Luhn), and Dutch accounts with a typing error.</summary>
internal sealed partial class IbanRecognizer : IRecognizer
{
    private const int LongestIban = 34;
    private static readonly WordsNearby AccountWords = new("iban", "rek", "bank", "tnv", "t.n.v", "overmak", "storten", "leefgeld");

    public bool MayFind(in CellShape shape) => shape.Digits >= 10;

    public void Find(in CellText cell, CellFindings found)
    {
        Span<char> plain = stackalloc char[LongestIban];
        foreach (var match in Iban().EnumerateMatches(cell.Text))
            Judge(cell, match.Index, match.Length, plain, found);
        if (cell.Shape.Digits < 13)
            return;
        Span<char> digits = stackalloc char[19];
        foreach (var match in Card().EnumerateMatches(cell.Text))
        {
            var count = Patterns.Digits(cell.Text.Slice(match.Index, match.Length), digits);
            if (count >= 13 && !found.IsTaken(match.Index, match.Length) && digits[0] is >= '3' and <= '6'
                && CheckDigits.PassesLuhn(digits[..count]))
                found.Add(PersonalDataKind.PaymentCard, FindingLevel.Hoog, "creditcard.luhn", match.Index, match.Length);
        }
    }

    private static void Judge(in CellText cell, int start, int length, Span<char> plain, CellFindings found)
    {
        var text = cell.Text;
        var first = start;
        while (first < start + length && text.Slice(first, Math.Min(4, text.Length - first)).StartsWith("iban", StringComparison.OrdinalIgnoreCase))
            first += 4;
        var second = text[first + 1] == ' ' ? first + 2 : first + 1;
        var expected = CheckDigits.IbanLength([char.ToUpperInvariant(text[first]), char.ToUpperInvariant(text[second])]);
        if (expected == 0)
            return;
        var count = 0;
        var end = first;
        for (; end < start + length && count < expected; end++)
        {
            if (char.IsAsciiLetterOrDigit(text[end]))
                plain[count++] = char.ToUpperInvariant(text[end]);
        }

        if (count < expected || (end < text.Length && char.IsAsciiDigit(text[end])))
            return;
        if (CheckDigits.PassesMod97(plain[..count]))
            found.Add(PersonalDataKind.Iban, FindingLevel.Hoog, "iban.mod97", first, end - first);
        else if (IsDutchBody(plain[..count]) && AccountWords.Before(text, first, 40))
            found.Add(PersonalDataKind.Iban, FindingLevel.Laag, "iban.tikfout", first, end - first);
    }

    private static bool IsDutchBody(ReadOnlySpan<char> iban) =>
        iban.Length == 18 && iban.StartsWith("NL") && !iban[4..8].ContainsAnyExceptInRange('A', 'Z')
        && !iban[8..].ContainsAnyExceptInRange('0', '9');

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:iban)?[A-Z] ?[A-Z][ ._/-]?[0-9][ ._/-]?[0-9](?:[ ._/-]{0,2}[A-Z0-9]){11,32}", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,-])[0-9](?:[ -]?[0-9]){12,18}(?![\p{L}\p{N}])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Card();
}
