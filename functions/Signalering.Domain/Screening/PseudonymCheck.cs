using System.Security.Cryptography;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>Whether the case numbers of a delivery are pseudonyms, or citizen service numbers in disguise.</summary>
/// <remarks>
/// <para>Tests: the 11-test on the digits, also of keys reversed, with a constant beginning or end, or in base64; a date or
/// postcode inside; and for keys as long as a hash the enumeration of citizen service numbers. There are 90,909,091
/// numbers that pass the 11-test, so an unsalted hash is no pseudonym: of K such hashes the first is met after about
/// 90.9 million / K trials.</para>
/// <para>Not tested, because it takes earlier deliveries: keys in the same order, or the same keys again.</para>
/// </remarks>
public static class PseudonymCheck
{
    /// <summary>Numbers tried per delivery. With 200 keys or more a column of unsalted hashes is found with p &gt; 0.99.</summary>
    private const int Trials = 2_200_000;

    private const int FewestKeys = 3;
    private const double Share = 0.3;
    private const double Chance = 0.001;

    // A prime that spreads the trials over all numbers, so that those of the old and of the young come by.
    private const int Stride = 41;

    /// <summary>Judges distinct keys.</summary>
    public static IEnumerable<(PersonalDataKind Kind, FindingLevel Level, string Rule)> Judge(IReadOnlyList<string> keys)
    {
        if (keys.Count < FewestKeys)
            yield break;
        if (HidesNumber(keys))
            yield return (PersonalDataKind.Pseudonym, FindingLevel.Hoog, "casus.bsn");
        if (keys.Count >= 10 && keys.Count(HoldsDate) >= Share * keys.Count)
            yield return (PersonalDataKind.Pseudonym, FindingLevel.Midden, "casus.datum");
        if (keys.Count >= 10 && keys.Count(HoldsPostcode) >= Share * keys.Count)
            yield return (PersonalDataKind.Pseudonym, FindingLevel.Midden, "casus.postcode");
        var hashes = keys.Select(HashBytes).OfType<byte[]>().ToList();
        if (hashes.Count < 0.9 * keys.Count)
            yield break;
        var isFound = IsHashOfNumber(hashes, Trials);
        yield return (PersonalDataKind.Pseudonym, isFound ? FindingLevel.Hoog : FindingLevel.Laag, isFound ? "casus.hash-van-bsn" : "casus.lijkt-hash");
    }

    /// <summary>The enumeration test: whether one of the hashes is the unsalted hash of a citizen service number.</summary>
    /// <param name="hashes">Of 16 (MD5), 20 (SHA-1), 32 (SHA-256), 48 or 64 bytes (SHA-384, SHA-512).</param>
    /// <param name="trials">Numbers to try, spread over all.</param>
    public static bool IsHashOfNumber(IReadOnlyCollection<byte[]> hashes, int trials)
    {
        var wanted = new HashSet<ulong>(hashes.Select(hash => BitConverter.ToUInt64(hash)));
        var length = hashes.First().Length;
        Span<byte> digits = stackalloc byte[9];
        Span<byte> hash = stackalloc byte[64];
        Span<char> text = stackalloc char[9];
        // Without the check digit there are a hundred million stems; the eleventh part has no ninth digit that passes.
        long stem = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            stem = (stem + Stride) % 100_000_000;
            if (!TryNumber((int)stem, digits, text))
                continue;
            if (Hash(digits, hash, length) && wanted.Contains(BitConverter.ToUInt64(hash)))
                return true;
            if (digits[0] == '0' && Hash(digits[1..], hash, length) && wanted.Contains(BitConverter.ToUInt64(hash)))
                return true;
        }

        return false;
    }

#pragma warning disable CA5350, CA5351 // the weak hashes are what is looked for
    private static bool Hash(ReadOnlySpan<byte> number, Span<byte> hash, int length) => length switch
    {
        16 => MD5.TryHashData(number, hash, out _),
        20 => SHA1.TryHashData(number, hash, out _),
        32 => SHA256.TryHashData(number, hash, out _),
        48 => SHA384.TryHashData(number, hash, out _),
        64 => SHA512.TryHashData(number, hash, out _),
        _ => false,
    };
#pragma warning restore CA5350, CA5351

    // Eight digits and the one that makes 9·a + … + 2·h − i a multiple of 11.
    private static bool TryNumber(int stem, Span<byte> digits, Span<char> text)
    {
        var sum = 0;
        for (var i = 7; i >= 0; i--)
        {
            var digit = stem % 10;
            stem /= 10;
            digits[i] = (byte)('0' + digit);
            sum += digit * (9 - i);
        }

        var last = sum % 11;
        digits[8] = (byte)('0' + last);
        return last < 10;
    }

    private static bool HidesNumber(IReadOnlyList<string> keys)
    {
        var prefix = CommonPrefix(keys);
        var suffix = CommonPrefix([.. keys.Select(Reverse)]);
        return PassesTooOften(keys.Select(Plain))
            || PassesTooOften(keys.Select(key => key.Length > prefix + suffix ? Plain(key[prefix..^suffix]) : null))
            || PassesTooOften(keys.Select(key => Plain(Reverse(key))))
            || PassesTooOften(keys.Select(FromBase64));
    }

    private static bool PassesTooOften(IEnumerable<string?> keys)
    {
        var (numbers, passes) = (0, 0);
        foreach (var key in keys)
        {
            if (key is null)
                continue;
            numbers++;
            passes += CheckDigits.PassesElevenTest(key) ? 1 : 0;
        }

        return numbers >= FewestKeys && passes >= Share * numbers && Binomial.UpperTail(numbers, passes, 1 / 11.0) < Chance;
    }

    // Nine digits, or eight with the zero that a spreadsheet dropped; separators do not count.
    private static string? Plain(string key)
    {
        if (key.Length > 13 || key.AsSpan().ContainsAnyExcept(Patterns.NumberChars))
            return null;
        var digits = string.Concat(key.Where(char.IsAsciiDigit));
        return digits.Length switch { 9 => digits, 8 => "0" + digits, _ => null };
    }

    private static string? FromBase64(string key)
    {
        Span<byte> bytes = stackalloc byte[24];
        if (key.Length is not (12 or 11 or 18) || key.AsSpan().ContainsAnyExcept(Patterns.Base64Chars))
            return null;
        if (key.Length == 18)
            return key.AsSpan().ContainsAnyExcept(Patterns.HexChars) ? null : Plain(System.Text.Encoding.ASCII.GetString(Convert.FromHexString(key)));
        var padded = key.Length == 11 ? key + "=" : key;
        return Convert.TryFromBase64String(padded, bytes, out var written)
            ? Plain(System.Text.Encoding.ASCII.GetString(bytes[..written]))
            : null;
    }

    private static byte[]? HashBytes(string key)
    {
        if (key.Length is 32 or 40 or 64 or 96 or 128 && !key.AsSpan().ContainsAnyExcept(Patterns.HexChars))
            return Convert.FromHexString(key);
        if (key.Length is not (22 or 24 or 27 or 28 or 43 or 44 or 64 or 86 or 88))
            return null;
        var text = key.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        text += (text.Length % 4) switch { 2 => "==", 3 => "=", _ => "" };
        var bytes = new byte[80];
        return Convert.TryFromBase64String(text, bytes, out var written) && written is 16 or 20 or 32 or 48 or 64 ? bytes[..written] : null;
    }

    private static bool HoldsDate(string key)
    {
        for (var i = 0; i + 8 <= key.Length; i++)
        {
            var part = key.AsSpan(i, 8);
            if (!part.ContainsAnyExceptInRange('0', '9') && (IsDay(part[..4], part[4..6], part[6..]) || IsDay(part[4..], part[2..4], part[..2])))
                return true;
        }

        return DutchDate.TryParse(key, out var day) && day.Year is >= 1915 and <= 2035 && key.Length > 7;
    }

    private static bool IsDay(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day) =>
        Patterns.Number(year) is >= 1915 and <= 2035 and var y && Patterns.Number(month) is >= 1 and <= 12 and var m
        && Patterns.Number(day) is >= 1 and var d && d <= DateTime.DaysInMonth(y, m);

    private static bool HoldsPostcode(string key) =>
        key.Length >= 6 && key[0] is >= '1' and <= '9' && key.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
        && char.IsAsciiLetterUpper(key[4]) && char.IsAsciiLetterUpper(key[5]) && (key.Length == 6 || !char.IsAsciiLetter(key[6]));

    private static int CommonPrefix(IReadOnlyList<string> keys)
    {
        var length = keys.Min(key => key.Length);
        for (var i = 0; i < length; i++)
        {
            if (keys.Any(key => key[i] != keys[0][i]))
                return i;
        }

        return length;
    }

    private static string Reverse(string key) => string.Concat(key.Reverse());
}
