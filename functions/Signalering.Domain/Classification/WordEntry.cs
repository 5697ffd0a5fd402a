using System.Runtime.CompilerServices;

namespace Signalering.Domain.Classification;

/// <summary>What a word of the text is to the rules; fixed, and laid out to be read in one or two looks at memory.</summary>
internal sealed class WordEntry
{
    /// <summary>A word that no rule knows.</summary>
    public static readonly WordEntry Nothing = new(0, WordFlags.None, false, default);

    private readonly int[] _numbers;
    private readonly int _terms;
    private readonly int _begins;
    private readonly int _nodes;
    private readonly Mask _mask;

    /// <summary>A word that belongs to no term.</summary>
    public WordEntry(ulong key, WordFlags flags, bool misspelt, Stem stem)
        : this(key, [], [], [], [], flags, misspelt, stem)
    {
    }

    /// <summary>A word.</summary>
    /// <param name="key">Hash of the word.</param>
    /// <param name="terms">Terms that it is the whole of.</param>
    /// <param name="begins">Nodes of the <see cref="PhraseGraph"/> with which longer terms begin.</param>
    /// <param name="nodes">Nodes that it reaches when their parent was reached, deepest first.</param>
    /// <param name="parents">The parent of each.</param>
    /// <param name="flags">What it is to the sentence.</param>
    /// <param name="misspelt">Found in spite of a typing error.</param>
    /// <param name="stem">Where the automaton stands behind it when a longer word of a term begins with it.</param>
    public WordEntry(
        ulong key, List<int> terms, List<int> begins, List<int> nodes, List<int> parents, WordFlags flags, bool misspelt,
        Stem stem)
    {
        (Key, Flags, Misspelt, Stem) = (key, flags, misspelt, stem);
        (_terms, _begins, _nodes) = (terms.Count, begins.Count, nodes.Count);
        _numbers = [.. terms, .. begins, .. parents, .. nodes];
        foreach (var node in parents)
            _mask[Mask.WordOf(node)] |= 1UL << (node & 63);
    }

    public ulong Key { get; }

    public WordFlags Flags { get; }

    public bool Misspelt { get; }

    public Stem Stem { get; }

    /// <summary>Whether it belongs to no term.</summary>
    public bool IsEmpty => _numbers.Length == 0;

    public ReadOnlySpan<int> Terms => _numbers.AsSpan(0, _terms);

    public ReadOnlySpan<int> Begins => _numbers.AsSpan(_terms, _begins);

    public ReadOnlySpan<int> Parents => _numbers.AsSpan(_terms + _begins, _nodes);

    public ReadOnlySpan<int> Nodes => _numbers.AsSpan(_terms + _begins + _nodes, _nodes);

    /// <summary>False when it cannot stand behind a node; true when it is worth to look.</summary>
    public bool MayFollow(int node) => (_mask[Mask.WordOf(node)] >> (node & 63) & 1) != 0;

    /// <summary>A bit per parent, 512 in all.</summary>
    [InlineArray(Words)]
    private struct Mask
    {
        private const int Words = 8;

        private ulong _first;

        public static int WordOf(int node) => (node >> 6) & (Words - 1);
    }
}

/// <summary>The begin of a longer word of a term.</summary>
/// <param name="State">State of the <see cref="WordAutomaton"/>; 0 when no longer word begins so.</param>
/// <param name="Letters">A bit per letter (its code, modulo 64) with which it may go on.</param>
internal readonly record struct Stem(int State, ulong Letters)
{
    /// <summary>False when a word cannot be the rest of it.</summary>
    public bool MayGoOn(char letter) => (Letters >> (letter & 63) & 1) != 0;
}
