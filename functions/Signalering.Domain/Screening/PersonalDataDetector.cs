using System.Buffers;
using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>Structured personal data in a cell: e-mail, BSN, IBAN, telephone, postcode with house number.</summary>
/// <remarks>Names, dates of birth and the rest of the specification come with the full gate. Patterns run only where a
/// cell has a digit or an at-sign, which is one vectorised look at most cells.</remarks>
public static partial class PersonalDataDetector
{
    // A pattern on one cell takes microseconds; a second means an attack on the pattern, and then nothing passes.
    private const int TimeoutMilliseconds = 1000;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create("@0123456789");

    /// <summary>The first kind found; <see cref="PersonalDataKind.Undecided"/> when a pattern timed out.</summary>
    public static PersonalDataKind Find(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(Suspicious) < 0 || IsHarmless(text))
            return PersonalDataKind.None;
        try
        {
            if (text.Contains('@') && Email().IsMatch(text))
                return PersonalDataKind.Email;
            if (HasIban(text))
                return PersonalDataKind.Iban;
            if (HasBsn(text))
                return PersonalDataKind.Bsn;
            if (Phone().IsMatch(text))
                return PersonalDataKind.Phone;
            return Address().IsMatch(text) ? PersonalDataKind.Address : PersonalDataKind.None;
        }
        catch (RegexMatchTimeoutException)
        {
            return PersonalDataKind.Undecided;
        }
    }

    /// <summary>The 11-test: 9·a + 8·b + … + 2·h − 1·i is a multiple of 11.</summary>
    /// <param name="digits">Nine digits.</param>
    public static bool PassesElevenTest(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
            sum += (digits[i] - '0') * (i == 8 ? -1 : 9 - i);
        return sum != 0 && sum % 11 == 0;
    }

    // Without an at-sign it takes five digits and a letter (address), or nine digits (BSN); a date has eight and none.
    private static bool IsHarmless(ReadOnlySpan<char> text)
    {
        var digits = 0;
        var letters = 0;
        foreach (var c in text)
        {
            if (c == '@')
                return false;
            digits += char.IsDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return digits < 5 || (digits < 9 && letters == 0);
    }

    private static bool HasBsn(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[9];
        foreach (var match in NineDigits().EnumerateMatches(text))
        {
            var count = 0;
            foreach (var c in text.Slice(match.Index, match.Length))
            {
                if (char.IsAsciiDigit(c))
                    digits[count++] = c;
            }

            if (PassesElevenTest(digits))
                return true;
        }

        return false;
    }

    private static bool HasIban(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[18];
        foreach (var match in DutchIban().EnumerateMatches(text))
        {
            var count = 0;
            foreach (var c in text.Slice(match.Index, match.Length))
            {
                if (char.IsAsciiLetterOrDigit(c))
                    plain[count++] = char.ToUpperInvariant(c);
            }

            if (PassesMod97(plain[..count]))
                return true;
        }

        return false;
    }

    // ISO 7064 mod 97-10: the first four characters to the end, letters as 10–35, remainder 1.
    private static bool PassesMod97(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = iban[(i + 4) % iban.Length];
            remainder = char.IsAsciiDigit(c)
                ? ((remainder * 10) + c - '0') % 97
                : ((remainder * 100) + c - 'A' + 10) % 97;
        }

        return remainder == 1;
    }

    [GeneratedRegex(@"[\p{L}\d._%+-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\d\p{L}])\d{4}[ .]?\d{2}[ .]?\d{3}(?!\d)|(?<![\d\p{L}])\d{3}[ .-]\d{3}[ .-]\d{3}(?!\d)",
        RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex NineDigits();

    [GeneratedRegex(@"(?<![\p{L}\d])NL ?\d{2}(?: ?[A-Z]){4}(?: ?\d){10}(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex DutchIban();

    [GeneratedRegex(@"(?<![\d\p{L}])(?:(?:\+|00)31[ -]?(?:\(0\))?[ -]?|0)[1-9](?:[ -]?\d){8}(?!\d)",
        RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Phone();

    // A space or comma before the house number: glued together it is also the shape of a pseudonym (3456BC27…).
    [GeneratedRegex(@"(?<![\p{L}\d])[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?:, ?| )(?:nr\.? ?|huisnr\.? ?)?\d{1,5}(?!\d)",
        RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Address();
}
