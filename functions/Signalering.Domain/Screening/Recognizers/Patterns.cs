using System.Buffers;
using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>What all patterns share.</summary>
internal static class Patterns
{
    /// <summary>Milliseconds for one pattern on one cell. It takes microseconds; this is an attack, and then nothing passes.</summary>
    public const int Timeout = 100;

    /// <summary>The letters of no culture in particular.</summary>
    public const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>Digits and what stands between them.</summary>
    public static readonly SearchValues<char> NumberChars = SearchValues.Create("0123456789.- ");

    /// <summary>Hexadecimal digits.</summary>
    public static readonly SearchValues<char> HexChars = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The letters of base64.</summary>
    public static readonly SearchValues<char> Base64Chars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    /// <summary>What may stand between a title and a name.</summary>
    public static readonly SearchValues<char> TitleGap = SearchValues.Create(" ./-':");

    /// <summary>Digits of a part of a text.</summary>
    /// <returns>How many; −1 when there are more than fit.</returns>
    public static int Digits(ReadOnlySpan<char> text, Span<char> digits)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                continue;
            if (count == digits.Length)
                return -1;
            digits[count++] = c;
        }

        return count;
    }

    /// <summary>The number in two to four digits; −1 when it is none.</summary>
    public static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c) || number > 100_000)
                return -1;
            number = (number * 10) + c - '0';
        }

        return digits.IsEmpty ? -1 : number;
    }
}
