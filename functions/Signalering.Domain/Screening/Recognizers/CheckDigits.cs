namespace Signalering.Domain.Screening;

/// <summary>Numbers that check themselves.</summary>
public static class CheckDigits
{
    private static readonly Dictionary<string, int> IbanLengths = new(StringComparer.Ordinal)
    {
        ["NL"] = 18,
        ["BE"] = 16,
        ["DE"] = 22,
        ["FR"] = 27,
        ["PL"] = 28,
        ["TR"] = 26,
        ["GB"] = 22,
        ["ES"] = 24,
        ["PT"] = 25,
        ["IT"] = 27,
        ["RO"] = 24,
        ["BG"] = 22,
        ["HU"] = 28,
        ["CZ"] = 24,
        ["SK"] = 24,
        ["AT"] = 20,
        ["CH"] = 21,
        ["LU"] = 20,
        ["IE"] = 22,
        ["DK"] = 18,
        ["SE"] = 24,
        ["NO"] = 15,
        ["FI"] = 18,
        ["GR"] = 27,
        ["HR"] = 21,
        ["SI"] = 19,
        ["RS"] = 22,
        ["BA"] = 20,
        ["MK"] = 19,
        ["AL"] = 28,
        ["XK"] = 20,
        ["UA"] = 29,
        ["LT"] = 20,
        ["LV"] = 21,
        ["EE"] = 20,
        ["CY"] = 28,
        ["MT"] = 31,
        ["IS"] = 26,
        ["LI"] = 21,
        ["MC"] = 27,
        ["SM"] = 27,
        ["AD"] = 24,
        ["MD"] = 24,
        ["GE"] = 22,
        ["IL"] = 23,
        ["TN"] = 24,
        ["MA"] = 28,
        ["AE"] = 23,
        ["SA"] = 24,
        ["JO"] = 30,
        ["LB"] = 28,
        ["IQ"] = 23,
        ["EG"] = 29,
        ["PK"] = 24,
        ["KW"] = 30,
        ["QA"] = 29,
        ["AZ"] = 28,
        ["KZ"] = 20,
        ["BR"] = 29,
        ["CR"] = 22,
        ["DO"] = 28,
        ["GI"] = 23,
        ["VG"] = 24,
    };

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> IbanLengthOf =
        IbanLengths.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The 11-test of a BSN: 9·a + 8·b + … + 2·h − 1·i is a multiple of 11, and not all digits are the same.</summary>
    /// <param name="digits">Nine digits.</param>
    public static bool PassesElevenTest(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
            sum += (digits[i] - '0') * (i == 8 ? -1 : 9 - i);
        return sum % 11 == 0 && digits.ContainsAnyExcept(digits[0]);
    }

    /// <summary>Length of an IBAN of this country; 0 when the country has none.</summary>
    public static int IbanLength(ReadOnlySpan<char> country) => IbanLengthOf.TryGetValue(country, out var length) ? length : 0;

    /// <summary>ISO 7064 mod 97-10: the first four characters to the end, letters as 10–35, remainder 1.</summary>
    /// <param name="iban">Capitals and digits, without separators.</param>
    public static bool PassesMod97(ReadOnlySpan<char> iban)
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

    /// <summary>The Luhn test of payment cards.</summary>
    /// <param name="digits">Digits.</param>
    public static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0 && digits.ContainsAnyExcept('0');
    }
}
