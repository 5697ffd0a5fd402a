using System.Buffers.Binary;
using System.Text;

namespace Signalering.Domain.Screening;

/// <summary>What the lexicon knows of a word.</summary>
[Flags]
public enum NameFlags : ushort
{
    /// <summary>Not in the lexicon.</summary>
    None = 0,

    /// <summary>A person may be called this.</summary>
    Name = 1,

    /// <summary>A first name, as far as the sources tell.</summary>
    First = 2,

    /// <summary>A surname, as far as the sources tell.</summary>
    Surname = 4,

    /// <summary>Also an ordinary Dutch word (roos, visser, wil).</summary>
    Word = 8,

    /// <summary>Also a place.</summary>
    Place = 16,

    /// <summary>Also a word, but with a capital nearly always a person (Jan, Kees).</summary>
    Strong = 32,

    /// <summary>In this field more often something else (Humanitas, Mei): a name only behind a title or an initial.</summary>
    Weak = 64,

    /// <summary>On an allow list: a street, wijk, building or organisation of the municipality.</summary>
    Allowed = 128,

    /// <summary>A title: what follows is a name (mw, dhr, fam).</summary>
    Title = 256,
}

/// <summary>Names of persons and ordinary words: <c>seeds/namen/</c>, built by the program beside it.</summary>
/// <remarks>Names are looked up exactly, in a table with open addressing that is asked with the hash that the tokeniser made
/// anyway: nothing is allocated. Ordinary words are a Bloom filter of 24 bits a word: one unknown word in a hundred
/// thousand is taken for a known one, never the other way round.</remarks>
public sealed class NameLexicon
{
    private const uint Magic = 0x3142_4753; // "SGB1"
    private const int MayBeBits = 1 << 18;

    private readonly int[] _slots; // 1 + position in _entries; 0 is empty
    private readonly (ulong Hash, int Start, byte Length, NameFlags Flags)[] _entries;
    private readonly char[] _letters;
    private readonly ulong[] _words;
    private readonly int _probes;

    // One bit per hash: nine words in ten end here, in 32 KiB.
    private readonly ulong[] _mayBe = new ulong[MayBeBits / 64];

    private NameLexicon(List<(string Key, NameFlags Flags)> names, ulong[] words, int probes)
    {
        names = WithTitles(names);
        var size = 1024;
        while (size < names.Count * 3)
            size *= 2;
        _slots = new int[size];
        _entries = new (ulong, int, byte, NameFlags)[names.Count];
        _letters = new char[names.Sum(name => name.Key.Length)];
        var start = 0;
        for (var i = 0; i < names.Count; i++)
        {
            var (key, flags) = names[i];
            key.CopyTo(_letters.AsSpan(start));
            _entries[i] = (WordKey.Hash(key), start, checked((byte)key.Length), flags);
            start += key.Length;
            Insert(i);
            var bit = _entries[i].Hash & (MayBeBits - 1);
            _mayBe[bit >> 6] |= 1UL << (int)(bit & 63);
        }

        (_words, _probes) = (words, probes);
    }

    /// <summary>A lexicon without names and words: what is found then is found by form and context alone.</summary>
    public static NameLexicon Empty { get; } = new([], new ulong[1], 1);

    /// <summary>Number of names.</summary>
    public int Count => _entries.Length;

    /// <summary>Reads both files.</summary>
    /// <param name="names">UTF-8 lines <c>key TAB letters</c>: V first name, A surname, W also a word, P also a place,
    /// S strong, X weak.</param>
    /// <param name="words">The filter: magic, probes, number of 64-bit words, the words; little-endian.</param>
    /// <exception cref="InvalidDataException">Not of that shape: the deployment is wrong.</exception>
    public static NameLexicon Parse(ReadOnlySpan<byte> names, ReadOnlySpan<byte> words)
    {
        var list = new List<(string, NameFlags)>();
        foreach (var line in Encoding.UTF8.GetString(names).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#')
                continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab is < 1 or > 255)
                throw new InvalidDataException("A line of the name lexicon has no tab.");
            list.Add((line[..tab], FlagsOf(line.AsSpan(tab + 1))));
        }

        if (words.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(words) != Magic)
            throw new InvalidDataException("The word filter is not one.");
        var filter = new ulong[BinaryPrimitives.ReadInt32LittleEndian(words[8..])];
        for (var i = 0; i < filter.Length; i++)
            filter[i] = BinaryPrimitives.ReadUInt64LittleEndian(words[(12 + (i * 8))..]);
        return new NameLexicon(list, filter, BinaryPrimitives.ReadInt32LittleEndian(words[4..]));
    }

    /// <summary>Makes the filter of <see cref="Parse"/>.</summary>
    /// <param name="keys">Folded words.</param>
    /// <param name="bitsPerWord">24 with 16 probes gives one false hit in about 100,000.</param>
    /// <param name="probes">Bits set per word.</param>
    public static byte[] BuildFilter(IReadOnlyCollection<string> keys, int bitsPerWord, int probes)
    {
        var filter = new ulong[(keys.Count * bitsPerWord / 64) + 1];
        foreach (var key in keys)
        {
            var hash = WordKey.Hash(key);
            for (var probe = 0; probe < probes; probe++)
            {
                var bit = Bit(hash, probe, filter.Length);
                filter[bit >> 6] |= 1UL << (bit & 63);
            }
        }

        var bytes = new byte[12 + (filter.Length * 8)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), probes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), filter.Length);
        for (var i = 0; i < filter.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(12 + (i * 8)), filter[i]);
        return bytes;
    }

    /// <summary>What is known of a word.</summary>
    /// <param name="word">As written; diacritics and case do not matter.</param>
    /// <param name="hash"><see cref="WordKey.Hash"/> of it.</param>
    public NameFlags Find(ReadOnlySpan<char> word, ulong hash)
    {
        var bit = hash & (MayBeBits - 1);
        if ((_mayBe[bit >> 6] & (1UL << (int)(bit & 63))) == 0)
            return NameFlags.None;
        var mask = _slots.Length - 1;
        for (var slot = (int)((hash >> 20) & (uint)mask); _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            ref readonly var entry = ref _entries[_slots[slot] - 1];
            if (entry.Hash == hash && Same(word, _letters.AsSpan(entry.Start, entry.Length)))
                return entry.Flags;
        }

        return NameFlags.None;
    }

    /// <summary>What is known of a word.</summary>
    public NameFlags Find(ReadOnlySpan<char> word) => Find(word, WordKey.Hash(word));

    /// <summary>Whether it is an ordinary word, a place, a body or a brand.</summary>
    /// <param name="hash"><see cref="WordKey.Hash"/> of the word.</param>
    public bool IsWord(ulong hash)
    {
        for (var probe = 0; probe < _probes; probe++)
        {
            var bit = Bit(hash, probe, _words.Length);
            if ((_words[bit >> 6] & (1UL << (bit & 63))) == 0)
                return false;
        }

        return true;
    }

    /// <summary>Whether it is a word, or two words together (wijk + overleg, stage + s + plek).</summary>
    public bool IsWordOrCompound(ReadOnlySpan<char> word, ulong hash)
    {
        const int ShortestPart = 3;
        if (IsWord(hash))
            return true;
        for (var cut = ShortestPart; cut <= word.Length - ShortestPart; cut++)
        {
            var tail = word[cut..];
            if (!IsWord(WordKey.Hash(word[..cut])))
                continue;
            if ((word.Length >= 8 || Math.Min(cut, tail.Length) > ShortestPart) && IsWord(WordKey.Hash(tail)))
                return true;
            if (tail.Length > ShortestPart && tail[0] == 's' && word.Length >= 8 && IsWord(WordKey.Hash(tail[1..])))
                return true;
        }

        return false;
    }

    /// <summary>Whether one typing error away stands a word: two letters swapped, one too many, one too few, one other.</summary>
    /// <remarks>Only for words of seven letters and more: among short ones too much lies one letter from everything.</remarks>
    public bool IsMistypedWord(ReadOnlySpan<char> word)
    {
        const int Shortest = 7;
        const int Longest = 30;
        if (word.Length is < Shortest or > Longest)
            return false;
        Span<char> folded = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
            folded[i] = WordKey.Fold(word[i]);
        Span<char> edited = stackalloc char[word.Length + 1];
        for (var i = 0; i <= folded.Length; i++)
        {
            folded[..i].CopyTo(edited);
            if (i < folded.Length && (IsSwapped(folded, edited, i) || IsReplaced(folded, edited, i)))
                return true;
            if (IsInserted(folded, edited, i))
                return true;
        }

        return false;
    }

    private bool IsSwapped(ReadOnlySpan<char> word, Span<char> edited, int i)
    {
        word[(i + 1)..].CopyTo(edited[i..]);
        if (IsWord(WordKey.Hash(edited[..(word.Length - 1)])))
            return true; // one too many
        if (i + 1 == word.Length)
            return false;
        (edited[i], edited[i + 1]) = (word[i + 1], word[i]);
        word[(i + 2)..].CopyTo(edited[(i + 2)..]);
        return IsWord(WordKey.Hash(edited[..word.Length]));
    }

    private bool IsReplaced(ReadOnlySpan<char> word, Span<char> edited, int i)
    {
        word[(i + 1)..].CopyTo(edited[(i + 1)..]);
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            edited[i] = letter;
            if (IsWord(WordKey.Hash(edited[..word.Length])))
                return true;
        }

        return false;
    }

    private bool IsInserted(ReadOnlySpan<char> word, Span<char> edited, int i)
    {
        word[i..].CopyTo(edited[(i + 1)..]);
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            edited[i] = letter;
            if (IsWord(WordKey.Hash(edited[..(word.Length + 1)])))
                return true;
        }

        return false;
    }

    // Double hashing; the high half of a product in the place of a remainder.
    private static int Bit(ulong hash, int probe, int length)
    {
        unchecked
        {
            var mixed = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed + ((ulong)probe * (hash | 1))) * 0x94D049BB133111EB;
            return (int)Math.BigMul(mixed, (ulong)length * 64, out _);
        }
    }

    private static bool Same(ReadOnlySpan<char> word, ReadOnlySpan<char> key)
    {
        var position = 0;
        foreach (var c in word)
        {
            var folded = WordKey.Fold(c);
            if (folded == '\0')
                continue;
            if (position == key.Length || key[position++] != folded)
                return false;
        }

        return position == key.Length;
    }

    private static NameFlags FlagsOf(ReadOnlySpan<char> letters)
    {
        var flags = NameFlags.Name;
        foreach (var letter in letters)
        {
            flags |= letter switch
            {
                'V' => NameFlags.First,
                'A' => NameFlags.Surname,
                'W' => NameFlags.Word,
                'P' => NameFlags.Place,
                'S' => NameFlags.Strong,
                'X' => NameFlags.Weak,
                '-' or '\r' => NameFlags.None,
                _ => throw new InvalidDataException("An unknown letter in the name lexicon."),
            };
        }

        return flags;
    }

    private static List<(string Key, NameFlags Flags)> WithTitles(List<(string Key, NameFlags Flags)> names)
    {
        var all = names.ToDictionary(name => name.Key, name => name.Flags, StringComparer.Ordinal);
        foreach (var title in NameWords.TitleWords)
            all[title] = all.GetValueOrDefault(title) | NameFlags.Title;
        return [.. all.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    private void Insert(int entry)
    {
        var mask = _slots.Length - 1;
        var slot = (int)((_entries[entry].Hash >> 20) & (uint)mask);
        while (_slots[slot] != 0)
            slot = (slot + 1) & mask;
        _slots[slot] = entry + 1;
    }
}
