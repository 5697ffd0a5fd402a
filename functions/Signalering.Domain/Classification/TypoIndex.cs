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

    private readonly Dictionary<ulong, int> _remains;
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
        for (var i = 0; i < patterns.Count; i++)
        {
            var (letters, atStart, _, capitals) = patterns[i];
            if (letters.Length < ShortestWord || !atStart || capitals)
                continue;
            Add(WordHash.Of(letters), i);
            for (var skip = 1; skip < letters.Length; skip++)
                Add(WordHash.Without(letters, skip), i);
        }
    }

    /// <summary>Adds the patterns one error away from a word that matches nothing by itself.</summary>
    public void Match(ReadOnlySpan<char> word, List<int> found)
    {
        if (word.Length < ShortestWord - 1 || word.Length > 40
            || _known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            return;
        for (var length = word.Length; length >= ShortestWord - 1; length--)
        {
            var part = word[..length];
            Collect(WordHash.Of(part), word, length, found);
            for (var skip = 1; skip < length; skip++)
                Collect(WordHash.Without(part, skip), word, length, found);
        }
    }

    private void Collect(ulong hash, ReadOnlySpan<char> word, int length, List<int> found)
    {
        if (!_remains.TryGetValue(hash, out var chain))
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

    /// <summary>Hash of a word with one letter left out.</summary>
    public static ulong Without(ReadOnlySpan<char> word, int skip)
    {
        var hash = Seed;
        for (var i = 0; i < word.Length; i++)
        {
            if (i != skip)
                hash = Add(hash, word[i]);
        }

        return hash;
    }

    /// <summary>Spreads the bits, so that low bits can number a table.</summary>
    public static ulong Spread(ulong hash) => unchecked((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15);
}
