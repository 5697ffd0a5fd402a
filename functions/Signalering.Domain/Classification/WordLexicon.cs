namespace Signalering.Domain.Classification;

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
/// <para>The words of a language repeat, so nearly every word is answered by one look into a table of hashes. It holds
/// what words are to the rules, never their letters, and of each only a hash: it remembers a pure function, so that
/// nothing depends on what was asked before. Its size is fixed. Threads may overwrite each other's places: an
/// entry is whole when it is seen, and knows of which word it is.</para>
/// <para>Two different words are taken for each other when their 64-bit hashes are equal: once in about 10^19 pairs.</para>
/// </remarks>
internal sealed class WordLexicon
{
    private const int LineBits = 13;
    private const int Ways = 4;
    private const ulong CapitalsSeed = 0xA24BAED4963EE407;
    private const int SmallestGroup = 3;

    private readonly PhraseGraph _graph;
    private readonly WordAutomaton _automaton;
    private readonly TypoIndex _typos;
    private readonly (int Atom, WordFlags Flag)[] _flagAtoms;
    private readonly int[] _numberAtoms;

    private readonly Place[] _places = new Place[Ways << LineBits];

    public WordLexicon(
        PhraseGraph graph, IEnumerable<string> ordinaryWords, IEnumerable<(int Atom, WordFlags Flag)> flagAtoms)
    {
        _graph = graph;
        _automaton = new WordAutomaton(graph.Patterns);
        _typos = new TypoIndex(graph.Patterns, ordinaryWords);
        _flagAtoms = [.. flagAtoms];
        _numberAtoms = [.. graph.AtomsOf(TermSyntax.Number)];
        graph.Close();
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
        return Held(key) ?? Hold(Search(key, word, capitals));
    }

    /// <summary>What two words are when written as one (<c>schuld hulp</c>).</summary>
    /// <param name="first">The first; only one with a <see cref="WordEntry.Stem"/> can be the begin of a word.</param>
    /// <param name="firstLength">Letters of the first.</param>
    /// <param name="second">The second, folded.</param>
    /// <param name="hash"><see cref="WordHash.Of"/> of the second.</param>
    public WordEntry FindSplit(WordEntry first, int firstLength, ReadOnlySpan<char> second, ulong hash)
    {
        if (!first.Stem.MayGoOn(second[0]) || !_automaton.MatchSplit(first.Stem.State, firstLength, second, null))
            return WordEntry.Nothing;
        var key = WordHash.Spread(unchecked(((ulong)first.Stem.State * 0x9E3779B97F4A7C15) ^ hash));
        if (Held(key) is { } held)
            return held;
        var found = new List<int>();
        _automaton.MatchSplit(first.Stem.State, firstLength, second, found);
        return Hold(_graph.EntryOf(key, AtomsOf(found), WordFlags.None, misspelt: false, default));
    }

    private WordEntry? Held(ulong key)
    {
        foreach (ref readonly var place in _places.AsSpan(Line(key), Ways))
        {
            if (place.Key == key && place.Entry is { } entry && entry.Key == key)
                return entry;
        }

        return null;
    }

    private WordEntry Hold(WordEntry entry)
    {
        var line = _places.AsSpan(Line(entry.Key), Ways);
        var free = (int)(entry.Key % Ways);
        for (var i = 0; i < Ways; i++)
        {
            if (line[i].Entry is null)
            {
                free = i;
                break;
            }
        }

        line[free].Entry = entry;
        line[free].Key = entry.Key;
        return entry;
    }

    private static int Line(ulong key) => (int)(key >> (64 - LineBits)) * Ways;

    private WordEntry Search(ulong key, ReadOnlySpan<char> word, bool capitals)
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
            atoms.AddRange(_numberAtoms);
        return _graph.EntryOf(key, atoms, FlagsOf(atoms), misspelt, stem);
    }

    private List<int> AtomsOf(List<int> patterns)
    {
        var atoms = new List<int>();
        foreach (var pattern in patterns)
            atoms.AddRange(_graph.AtomsOf(pattern));
        return atoms;
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

    private WordEntry Special(string name) => _graph.EntryOf(0, _graph.AtomsOf(name), WordFlags.None, false, default);

    /// <summary>A place for a word. The key says where to look, the entry itself whether that is right.</summary>
    private struct Place
    {
        public ulong Key;
        public WordEntry? Entry;
    }
}
