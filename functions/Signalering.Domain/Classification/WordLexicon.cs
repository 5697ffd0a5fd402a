using System.Globalization;

namespace Signalering.Domain.Classification;

/// <summary>What a word of the text is to the rules; shared by all words with the same patterns.</summary>
/// <param name="Terms">Terms that it is the whole of.</param>
/// <param name="Begins">Nodes of the <see cref="PhraseGraph"/> with which longer terms begin.</param>
/// <param name="Nodes">Nodes that it reaches when their parent was reached, deepest first.</param>
/// <param name="Parents">The parent of each.</param>
/// <param name="Flags">What it is to the sentence.</param>
/// <param name="Misspelt">Found in spite of a typing error.</param>
/// <param name="Stem">Where the automaton stands behind it, when a longer word of a term begins with it; else 0.</param>
internal sealed record WordEntry(
    int[] Terms, int[] Begins, int[] Nodes, int[] Parents, WordFlags Flags, bool Misspelt, int Stem)
{
    private const int MaskBits = 512;

    public static readonly WordEntry Nothing = new([], [], [], [], WordFlags.None, false, 0);

    private readonly ulong[] _mask = MaskOf(Parents);

    /// <summary>Whether it belongs to terms at all.</summary>
    public bool IsEmpty => Terms.Length + Begins.Length + Nodes.Length == 0;

    /// <summary>False when it cannot stand behind a node; true when it is worth to look.</summary>
    public bool MayFollow(int node) => (_mask[(node % MaskBits) >> 6] >> (node & 63) & 1) != 0;

    private static ulong[] MaskOf(int[] nodes)
    {
        var mask = new ulong[MaskBits / 64];
        foreach (var node in nodes)
            mask[(node % MaskBits) >> 6] |= 1UL << (node & 63);
        return mask;
    }
}

/// <summary>What a word is to the sentence, whatever the rules say of it.</summary>
[Flags]
internal enum WordFlags
{
    /// <summary>An ordinary word.</summary>
    None = 0,

    /// <summary>Article, pronoun or filler: does not count as distance (<c>@tussen</c>).</summary>
    Filler = 1,

    /// <summary>A full stop after it is part of it (<c>@afkorting</c>).</summary>
    Abbreviation = 2,

    /// <summary>Begins a new clause: a denial reaches no further (<c>@breuk</c>).</summary>
    Break = 4,

    /// <summary>Carries a denial over a comma (<c>@opsomming</c>: of, noch).</summary>
    Listing = 8,
}

/// <summary>Looks up words: from a table of words seen before, else in the automaton and the index of typing errors.</summary>
/// <remarks>
/// <para>The words of a language repeat, so nearly every word is answered by one probe into a table of hashes. The table
/// holds hashes and numbers of entries, never letters. A slot is one 64-bit value, written at once: threads may
/// overwrite each other's slots but never see half of one.</para>
/// <para>Two different words are taken for each other when their 64-bit hashes agree in 44 bits and slot: once in about
/// 10^17 pairs.</para>
/// </remarks>
internal sealed class WordLexicon
{
    private const int SlotBits = 15;
    private const int NumberBits = 20;
    private const ulong TagMask = ~((1UL << NumberBits) - 1);
    private const ulong CapitalsSeed = 0xA24BAED4963EE407;
    private const int SmallestGroup = 3;

    private readonly PhraseGraph _graph;
    private readonly WordAutomaton _automaton;
    private readonly TypoIndex _typos;
    private readonly (int Atom, WordFlags Flag)[] _flagAtoms;
    private readonly int[] _numberAtoms;
    private readonly ulong[] _words = new ulong[1 << SlotBits];
    private readonly Lock _writing = new();
    private readonly Dictionary<string, int> _numbers = [];
    private volatile WordEntry[] _entries = [WordEntry.Nothing];
    private int _count = 1;

    public WordLexicon(
        PhraseGraph graph, IEnumerable<string> ordinaryWords, IEnumerable<(int Atom, WordFlags Flag)> flagAtoms)
    {
        _graph = graph;
        _automaton = new WordAutomaton(graph.Patterns);
        _typos = new TypoIndex(graph.Patterns, ordinaryWords);
        _flagAtoms = [.. flagAtoms];
        _numberAtoms = [.. graph.AtomsOf(TermSyntax.Number)];
        Begin = Special(TermSyntax.Begin);
        End = Special(TermSyntax.End);
    }

    /// <summary>The begin of a cell, as if it were a word.</summary>
    public WordEntry Begin { get; }

    /// <summary>The end of a cell.</summary>
    public WordEntry End { get; }

    /// <summary>What a word is to the rules.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="hash"><see cref="WordHash.Of"/> of it.</param>
    /// <param name="capitals">Whether it was typed wholly in capitals.</param>
    public WordEntry Find(ReadOnlySpan<char> word, ulong hash, bool capitals)
    {
        var key = WordHash.Spread(capitals ? hash ^ CapitalsSeed : hash);
        if (IsHeld(key, out var number))
            return _entries[number];
        return Hold(key, Search(word, capitals));
    }

    /// <summary>What two words are when written as one (<c>schuld hulp</c>).</summary>
    /// <param name="first">The first; only one with a <see cref="WordEntry.Stem"/> can be the begin of a word.</param>
    /// <param name="firstLength">Letters of the first.</param>
    /// <param name="second">The second, folded.</param>
    /// <param name="hash"><see cref="WordHash.Of"/> of the second.</param>
    public WordEntry FindSplit(WordEntry first, int firstLength, ReadOnlySpan<char> second, ulong hash)
    {
        if (first.Stem == 0 || !_automaton.MatchSplit(first.Stem, firstLength, second, null))
            return WordEntry.Nothing;
        var key = WordHash.Spread(unchecked(((ulong)first.Stem * 0x9E3779B97F4A7C15) ^ hash));
        if (IsHeld(key, out var number))
            return _entries[number];
        var found = new List<int>();
        _automaton.MatchSplit(first.Stem, firstLength, second, found);
        return Hold(key, Number(AtomsOf(found), misspelt: false, stem: 0));
    }

    private bool IsHeld(ulong key, out int number)
    {
        var held = Volatile.Read(ref _words[(int)(key >> (64 - SlotBits))]);
        number = (int)(held & ~TagMask);
        return ((held ^ (key << NumberBits)) & TagMask) == 0 && held != 0;
    }

    private WordEntry Hold(ulong key, int number)
    {
        Volatile.Write(ref _words[(int)(key >> (64 - SlotBits))], ((key << NumberBits) & TagMask) | (uint)number);
        return _entries[number];
    }

    private int Search(ReadOnlySpan<char> word, bool capitals)
    {
        var found = new List<int>();
        var stem = _automaton.Match(word, capitals, found);
        var misspelt = false;
        if (found.Count == 0)
        {
            _typos.Match(word, found);
            misspelt = found.Count > 0;
        }

        var atoms = AtomsOf(found);
        if (word.Length is > 0 and <= 4 && int.TryParse(word, out var value) && value >= SmallestGroup)
            atoms.UnionWith(_numberAtoms);
        return Number(atoms, misspelt, stem);
    }

    private HashSet<int> AtomsOf(List<int> patterns)
    {
        var atoms = new HashSet<int>();
        foreach (var pattern in patterns)
            atoms.UnionWith(_graph.AtomsOf(pattern));
        return atoms;
    }

    private int Number(HashSet<int> atoms, bool misspelt, int stem)
    {
        if (atoms.Count == 0 && stem == 0)
            return 0;
        var key = string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', atoms.Order())}|{misspelt}|{stem}");
        lock (_writing)
        {
            if (_numbers.TryGetValue(key, out var number))
                return number;
            if (_count == _entries.Length)
            {
                var larger = new WordEntry[_count * 2];
                _entries.CopyTo(larger, 0);
                _entries = larger;
            }

            _entries[_count] = _graph.EntryOf(atoms, FlagsOf(atoms), misspelt, stem);
            return _numbers[key] = _count++;
        }
    }

    private WordFlags FlagsOf(HashSet<int> atoms)
    {
        var flags = WordFlags.None;
        foreach (var (atom, flag) in _flagAtoms)
        {
            if (atoms.Contains(atom))
                flags |= flag;
        }

        return flags;
    }

    private WordEntry Special(string name) => _graph.EntryOf(_graph.AtomsOf(name), WordFlags.None, false, 0);
}
