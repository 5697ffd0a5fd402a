namespace Signalering.Domain.Classification;

/// <summary>What a word of the text is to the rules; shared by all words with the same patterns.</summary>
/// <param name="Nodes">Nodes of the <see cref="PhraseGraph"/> that it may reach, deepest first.</param>
/// <param name="Flags">What it is to the sentence.</param>
/// <param name="Misspelt">Found in spite of a typing error.</param>
internal sealed record WordEntry(int[] Nodes, WordFlags Flags, bool Misspelt)
{
    public static readonly WordEntry Nothing = new([], WordFlags.None, false);
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

    /// <summary>What follows is why, not what is denied (<c>@oorzaak</c>: door, na, sinds).</summary>
    Cause = 16,

    /// <summary>Says that there was a contact, with whom or when, and nothing of what (<c>@nietszeggend</c>).</summary>
    Bare = 32,
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
    private const int ShortestJoined = 8;

    private readonly PhraseGraph _graph;
    private readonly WordAutomaton _automaton;
    private readonly TypoIndex _typos;
    private readonly IReadOnlyList<WordPattern> _patterns;
    private readonly (int Atom, WordFlags Flag)[] _flagAtoms;
    private readonly int[] _numberAtoms;
    private readonly ulong[] _words = new ulong[1 << SlotBits];
    private readonly ulong[] _pairs = new ulong[1 << SlotBits];
    private readonly Lock _writing = new();
    private readonly Dictionary<string, int> _numbers = [];
    private volatile WordEntry[] _entries = [WordEntry.Nothing];
    private int _count = 1;

    public WordLexicon(
        PhraseGraph graph, IEnumerable<string> ordinaryWords, IEnumerable<(int Atom, WordFlags Flag)> flagAtoms)
    {
        _graph = graph;
        _patterns = graph.Patterns;
        _automaton = new WordAutomaton(_patterns);
        _typos = new TypoIndex(_patterns, ordinaryWords);
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
        ref var slot = ref _words[(int)(key >> (64 - SlotBits))];
        var held = Volatile.Read(ref slot);
        if (((held ^ (key << NumberBits)) & TagMask) == 0 && held != 0)
            return _entries[(int)(held & ~TagMask)];
        var number = Number(Search(word, capitals, out var misspelt), misspelt);
        Volatile.Write(ref slot, ((key << NumberBits) & TagMask) | (uint)number);
        return _entries[number];
    }

    /// <summary>What two words are when written as one (<c>schuld hulp</c>).</summary>
    /// <param name="joined">Both words, folded, without a space.</param>
    /// <param name="firstLength">Length of the first.</param>
    /// <param name="first">Hash of the first.</param>
    /// <param name="second">Hash of the second.</param>
    public WordEntry FindJoined(ReadOnlySpan<char> joined, int firstLength, ulong first, ulong second)
    {
        if (joined.Length < ShortestJoined)
            return WordEntry.Nothing;
        var key = WordHash.Spread(unchecked((first * 0x9E3779B97F4A7C15) ^ second));
        ref var slot = ref _pairs[(int)(key >> (64 - SlotBits))];
        var held = Volatile.Read(ref slot);
        if (((held ^ (key << NumberBits)) & TagMask) == 0 && held != 0)
            return _entries[(int)(held & ~TagMask)];
        var number = Number(SearchJoined(joined, firstLength), misspelt: false);
        Volatile.Write(ref slot, ((key << NumberBits) & TagMask) | (uint)number);
        return _entries[number];
    }

    private List<int> Search(ReadOnlySpan<char> word, bool capitals, out bool misspelt)
    {
        var found = new List<int>();
        _automaton.Match(word, capitals, found);
        misspelt = false;
        if (found.Count == 0)
        {
            _typos.Match(word, found);
            misspelt = found.Count > 0;
        }

        var atoms = found.SelectMany(pattern => _graph.AtomsOf(pattern)).ToHashSet();
        if (word.Length is > 0 and <= 4 && int.TryParse(word, out var value) && value >= SmallestGroup)
            atoms.UnionWith(_numberAtoms);
        return [.. atoms.Order()];
    }

    // Only a compound that reaches well into the second word is split: "be last" is no "belast*".
    private List<int> SearchJoined(ReadOnlySpan<char> joined, int firstLength)
    {
        var found = new List<int>();
        _automaton.Match(joined, capitals: false, found);
        return
        [
            .. found
                .Where(pattern => _patterns[pattern] is { AtStart: true } p
                    && p.Letters.Length >= ShortestJoined && p.Letters.Length > firstLength + 1)
                .SelectMany(pattern => _graph.AtomsOf(pattern)).Distinct().Order(),
        ];
    }

    private int Number(List<int> atoms, bool misspelt)
    {
        if (atoms.Count == 0)
            return 0;
        var key = string.Join(',', atoms) + (misspelt ? "~" : "");
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

            _entries[_count] = new WordEntry(_graph.NodesOf(atoms), FlagsOf(atoms), misspelt);
            return _numbers[key] = _count++;
        }
    }

    private WordFlags FlagsOf(List<int> atoms)
    {
        var flags = WordFlags.None;
        foreach (var (atom, flag) in _flagAtoms)
        {
            if (atoms.Contains(atom))
                flags |= flag;
        }

        return flags;
    }

    private WordEntry Special(string name) => new(_graph.NodesOf(_graph.AtomsOf(name)), WordFlags.None, false);
}
