namespace Signalering.Domain.Classification;

/// <summary>Finds words of terms that differ from a word by one typing error: a letter too many, too few, wrong, or two
/// neighbours swapped.</summary>
/// <remarks>
/// <para>Garbe (2012), Symmetric Delete: both sides drop one letter, and equal remains meet in a hash table. Two words at
/// distance 1 (Damerau–Levenshtein, adjacent transposition) share such a remain; a comparison of letters decides.</para>
/// <para>Only words of seven letters and more, with the same first letter, that are no known word: short words lie too
/// close together (<c>werk</c>, <c>werp</c>).</para>
/// </remarks>
internal sealed class TypoIndex
{
    /// <summary>Fewest letters of a word of a term that is found in spite of an error.</summary>
    public const int ShortestWord = 7;

    /// <summary>Fewest letters where a wrong letter counts as an error: <c>klappen</c> is no <c>kloppen</c>.</summary>
    private const int ShortestWithWrongLetter = 9;

    // Letters of the longest word of which typing errors are looked for.
    private const int LongestWord = 40;
    private const ulong Base = 0x9E3779B97F4A7C15;
    private const int MayBeBits = 20;
    private static readonly ulong[] Powers = PowersOfBase();

    private readonly Dictionary<ulong, int> _remains;

    // A bit per remain: nearly every question ends here.
    private readonly ulong[] _mayBe = new ulong[1 << (MayBeBits - 6)];
    private readonly List<(int Pattern, int Next)> _chains;
    private readonly HashSet<string> _known;
    private readonly IReadOnlyList<WordPattern> _patterns;

    public TypoIndex(IReadOnlyList<WordPattern> patterns, IEnumerable<string> ordinaryWords)
    {
        _patterns = patterns;
        _known = [.. ordinaryWords];
        var entries = patterns.Sum(pattern => pattern.Letters.Length);
        _remains = new Dictionary<ulong, int>(entries);
        _chains = new List<(int Pattern, int Next)>(entries);
        var begins = new ulong[patterns.Max(pattern => pattern.Letters.Length) + 1];
        for (var i = 0; i < patterns.Count; i++)
        {
            var (letters, atStart, _, capitals) = patterns[i];
            if (letters.Length < ShortestWord || !atStart || capitals)
                continue;
            HashBegins(letters, begins);
            Add(begins[letters.Length], i);
            for (var skip = 1; skip < letters.Length; skip++)
                Add(Without(begins, letters.Length, skip), i);
        }
    }

    /// <summary>Adds the patterns one error away from a word that matches nothing by itself.</summary>
    public void Match(ReadOnlySpan<char> word, List<int> found)
    {
        if (word.Length is < ShortestWord - 1 or > LongestWord
            || _known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            return;
        Span<ulong> begins = stackalloc ulong[LongestWord + 1];
        HashBegins(word, begins);
        for (var length = word.Length; length >= ShortestWord - 1; length--)
        {
            Collect(begins[length], word, length, found);
            for (var skip = 1; skip < length; skip++)
                Collect(Without(begins, length, skip), word, length, found);
        }
    }

    // The polynomial of the letters in Base, for every begin of the word: any part then follows from two of them.
    private static void HashBegins(ReadOnlySpan<char> word, Span<ulong> begins)
    {
        begins[0] = 0;
        for (var i = 0; i < word.Length; i++)
            begins[i + 1] = unchecked((begins[i] * Base) + word[i]);
    }

    // Hash of the first letters of a word with one left out.
    private static ulong Without(ReadOnlySpan<ulong> begins, int length, int skip) => unchecked(
        begins[length] - ((begins[skip + 1] - begins[skip]) * Powers[length - skip - 1]));

    private static ulong[] PowersOfBase()
    {
        var powers = new ulong[256];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = unchecked(powers[i - 1] * Base);
        return powers;
    }

    private static int BitOf(ulong hash) => (int)(unchecked(hash * Base) >> (64 - MayBeBits));

    private void Collect(ulong hash, ReadOnlySpan<char> word, int length, List<int> found)
    {
        var bit = BitOf(hash);
        if ((_mayBe[bit >> 6] >> (bit & 63) & 1) == 0 || !_remains.TryGetValue(hash, out var chain))
            return;
        for (; chain >= 0; chain = _chains[chain].Next)
        {
            var candidate = _chains[chain].Pattern;
            var pattern = _patterns[candidate];
            if ((!pattern.AtEnd || length == word.Length) && IsMisspelt(pattern.Letters, word[..length])
                && !found.Contains(candidate))
                found.Add(candidate);
        }
    }

    // First and last letter stand: another ending is another form of the word, not an error.
    private static bool IsMisspelt(string letters, ReadOnlySpan<char> word) =>
        letters[0] == word[0] && letters[^1] == word[^1] && IsOneErrorApart(letters, word)
        && (letters.Length != word.Length || letters.Length >= ShortestWithWrongLetter || IsSwapped(letters, word));

    private static bool IsSwapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        return same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same];
    }

    private void Add(ulong hash, int pattern)
    {
        _chains.Add((pattern, _remains.GetValueOrDefault(hash, -1)));
        _remains[hash] = _chains.Count - 1;
        var bit = BitOf(hash);
        _mayBe[bit >> 6] |= 1UL << (bit & 63);
    }

    /// <summary>Whether two words differ by exactly one insertion, deletion, substitution or swap of neighbours.</summary>
    internal static bool IsOneErrorApart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
            return IsOneErrorApart(b, a);
        if (b.Length - a.Length > 1)
            return false;
        var same = a.CommonPrefixLength(b);
        if (same == a.Length)
            return b.Length > a.Length;
        if (b.Length > a.Length)
            return a[same..].SequenceEqual(b[(same + 1)..]);
        if (a[(same + 1)..].SequenceEqual(b[(same + 1)..]))
            return true;
        return same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same]
            && a[(same + 2)..].SequenceEqual(b[(same + 2)..]);
    }
}

/// <summary>Hashes of folded words (FNV-1a on UTF-16 units, 64 bit); the same on every machine.</summary>
internal static class WordHash
{
    public const ulong Seed = 14695981039346656037;

    public static ulong Add(ulong hash, char c) => unchecked((hash ^ c) * 1099511628211);

    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word)
            hash = Add(hash, c);
        return hash;
    }

    /// <summary>Spreads the bits, so that low bits can number a table.</summary>
    public static ulong Spread(ulong hash) => unchecked((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15);
}
