namespace Signalering.Domain.Classification;

/// <summary>What a term does when it is found.</summary>
/// <param name="Rule">Position of its rule.</param>
/// <param name="Condition">Number of the condition that it fulfils; −1 when it is a term of the rule itself.</param>
/// <param name="Text">As written in the rules.</param>
internal readonly record struct CompiledTerm(int Rule, int Condition, string Text);

/// <summary>All terms as one tree of places: terms that begin alike share nodes.</summary>
/// <remarks>A node is reached when its words come within its distance after its parent was reached; see
/// <see cref="TermSearch"/>. A word never stands for two places of one term.</remarks>
internal sealed class PhraseGraph
{
    private readonly List<Node> _nodes = [new(-1, 0, 0, -1)];
    private readonly Dictionary<(int Parent, int Atom, int Gap), int> _children = [];
    private readonly Dictionary<string, int> _atoms = [];
    private readonly List<List<int>> _nodesOfAtom = [];
    private readonly List<List<int>> _endings = [[]];
    private readonly Dictionary<WordPattern, int> _patterns = [];
    private readonly List<List<int>> _atomsOfPattern = [];
    private int[] _byRank = [];
    private int[][] _ranksOfAtom = [];

    /// <summary>Number of nodes; node 0 is the root and never reached.</summary>
    public int Count => _nodes.Count;

    /// <summary>All words of all terms, in order of first use.</summary>
    public IReadOnlyList<WordPattern> Patterns => [.. _patterns.Keys];

    /// <summary>Content words allowed behind each node before the next place, at most; −1 where every term ends.</summary>
    public int[] Reach { get; private set; } = [];

    /// <summary>Content words allowed between a node and its parent.</summary>
    public int[] Gaps { get; private set; } = [];

    /// <summary>Terms that end at each node.</summary>
    public int[][] Endings { get; private set; } = [];

    /// <summary>Adds a term.</summary>
    public void Add(IReadOnlyList<TermPlace> places, int term)
    {
        var node = 0;
        foreach (var place in places)
            node = Child(node, Atom(place.Words), place.Gap);
        if (!_endings[node].Contains(term))
            _endings[node].Add(term);
    }

    /// <summary>The atom of a group of words, also when no term uses it.</summary>
    public int Atom(IReadOnlyList<string> words)
    {
        var key = words.Count == 1 ? words[0] : string.Join('|', words.Order(StringComparer.Ordinal));
        if (_atoms.TryGetValue(key, out var atom))
            return atom;
        atom = _atoms[key] = _nodesOfAtom.Count;
        _nodesOfAtom.Add([]);
        foreach (var word in words.Where(word => word is not (TermSyntax.Begin or TermSyntax.End or TermSyntax.Number)))
            _atomsOfPattern[Pattern(WordPattern.Of(word))].Add(atom);
        return atom;
    }

    /// <summary>The atoms that the special word stands in: begin, end, number.</summary>
    public IEnumerable<int> AtomsOf(string special) =>
        _atoms.Where(pair => pair.Key.Split('|').Contains(special)).Select(pair => pair.Value);

    /// <summary>The atoms that a pattern stands in.</summary>
    public IReadOnlyList<int> AtomsOf(int pattern) => _atomsOfPattern[pattern];

    /// <summary>Fixes the graph and puts its nodes in order, deepest first; to be called once, after the last term.</summary>
    public void Close()
    {
        _byRank =
        [
            .. Enumerable.Range(1, _nodes.Count - 1)
                .OrderByDescending(node => _nodes[node].Depth).ThenBy(node => node),
        ];
        var rank = new int[_nodes.Count];
        for (var i = 0; i < _byRank.Length; i++)
            rank[_byRank[i]] = i;
        _ranksOfAtom = [.. _nodesOfAtom.Select(nodes => nodes.Select(node => rank[node]).ToArray())];
        Gaps = [.. _nodes.Select(node => node.Gap)];
        Endings = [.. _endings.Select(terms => terms.ToArray())];
        Reach = new int[_nodes.Count];
        Array.Fill(Reach, -1);
        foreach (var node in _nodes.Skip(1))
            Reach[node.Parent] = Math.Max(Reach[node.Parent], node.Gap);
    }

    /// <summary>What a word is to the terms.</summary>
    /// <param name="key">Of the word.</param>
    /// <param name="atoms">Its atoms; the same one may come twice.</param>
    /// <param name="flags">What it is to the sentence.</param>
    /// <param name="misspelt">Found in spite of a typing error.</param>
    /// <param name="stem">See <see cref="WordEntry"/>.</param>
    public WordEntry EntryOf(ulong key, IEnumerable<int> atoms, WordFlags flags, bool misspelt, Stem stem)
    {
        var ranks = new List<int>();
        foreach (var atom in atoms)
            ranks.AddRange(_ranksOfAtom[atom]);
        if (ranks.Count == 0)
            return new WordEntry(key, flags, false, stem);
        ranks.Sort();
        var (terms, begins, nodes, parents) = (new List<int>(), new List<int>(), new List<int>(), new List<int>());
        for (var i = 0; i < ranks.Count; i++)
        {
            if (i > 0 && ranks[i] == ranks[i - 1])
                continue;
            var node = _byRank[ranks[i]];
            if (_nodes[node].Parent != 0)
            {
                nodes.Add(node);
                parents.Add(_nodes[node].Parent);
                continue;
            }

            terms.AddRange(_endings[node]);
            if (Reach[node] >= 0)
                begins.Add(node);
        }

        return new WordEntry(key, terms, begins, nodes, parents, flags, misspelt, stem);
    }

    private int Pattern(WordPattern pattern)
    {
        if (_patterns.TryGetValue(pattern, out var number))
            return number;
        _atomsOfPattern.Add([]);
        return _patterns[pattern] = _atomsOfPattern.Count - 1;
    }

    private int Child(int parent, int atom, int gap)
    {
        if (_children.TryGetValue((parent, atom, gap), out var node))
            return node;
        node = _children[(parent, atom, gap)] = _nodes.Count;
        _nodes.Add(new Node(parent, gap, _nodes[parent].Depth + 1, atom));
        _endings.Add([]);
        _nodesOfAtom[atom].Add(node);
        return node;
    }

    private sealed record Node(int Parent, int Gap, int Depth, int Atom);
}
