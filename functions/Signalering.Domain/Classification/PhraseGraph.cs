namespace Signalering.Domain.Classification;

/// <summary>What a term does when it is found.</summary>
/// <param name="Rule">Position of its rule.</param>
/// <param name="Condition">Number of the condition that it fulfils; −1 when it is a term of the rule itself.</param>
/// <param name="Text">As written in the rules.</param>
internal readonly record struct CompiledTerm(int Rule, int Condition, string Text);

/// <summary>All terms as one tree of places: terms that begin alike share nodes, so a common word is stepped once.</summary>
/// <remarks>A node is reached when its words come within its distance after its parent was reached. Depth-first order
/// within a word (deepest nodes first) keeps a word from standing for two places of one term.</remarks>
internal sealed class PhraseGraph
{
    private readonly List<Node> _nodes = [new(-1, 0, 0, -1)];
    private readonly Dictionary<(int Parent, int Atom, int Gap), int> _children = [];
    private readonly Dictionary<string, int> _atoms = [];
    private readonly List<List<int>> _nodesOfAtom = [];
    private readonly List<List<int>> _endings = [[]];
    private readonly Dictionary<WordPattern, int> _patterns = [];
    private readonly List<List<int>> _atomsOfPattern = [];

    /// <summary>Number of nodes; node 0 is the root and never reached.</summary>
    public int Count => _nodes.Count;

    /// <summary>All words of all terms, in order of first use.</summary>
    public IReadOnlyList<WordPattern> Patterns => [.. _patterns.Keys];

    /// <summary>Parent of each node.</summary>
    public int[] Parents() => [.. _nodes.Select(node => node.Parent)];

    /// <summary>Content words allowed between a node and its parent.</summary>
    public int[] Gaps() => [.. _nodes.Select(node => node.Gap)];

    /// <summary>Terms that end at each node.</summary>
    public int[][] Endings() => [.. _endings.Select(list => list.ToArray())];

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

    /// <summary>The nodes that may be reached by a word with these atoms, deepest first.</summary>
    public int[] NodesOf(IEnumerable<int> atoms) =>
        [.. atoms.SelectMany(atom => _nodesOfAtom[atom]).Distinct().OrderByDescending(node => _nodes[node].Depth).ThenBy(node => node)];

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
