namespace Signalering.Domain.Classification;

/// <summary>Where a word stands, or two words that are read as one.</summary>
/// <param name="First">First word.</param>
/// <param name="Last">Last word; the same as <paramref name="First"/> for one word.</param>
/// <param name="Before">Content words in the row before the first.</param>
/// <param name="After">Content words in the row up to and including the last.</param>
internal readonly record struct WordPlace(int First, int Last, int Before, int After);

/// <summary>Finds the terms of a row, word by word.</summary>
/// <remarks>
/// <para>A common word stands in hundreds of terms, of which hardly any has begun. So it is not the word that asks its
/// terms whether they have begun: the few terms that have begun (two to five in an ordinary sentence) ask the word
/// whether it is their next one. That is one bit of a mask, and for one in some dozens a search in a list of numbers. The
/// number of rules does not enter.</para>
/// <para>Terms are found in order of their last word; at one word the longest first, then in order of the rules.</para>
/// </remarks>
internal sealed class TermSearch(PhraseGraph graph)
{
    private readonly int[] _gaps = graph.Gaps;
    private readonly int[] _reach = graph.Reach;
    private readonly int[][] _endings = graph.Endings;
    private Begun[] _begun = new Begun[64];
    private Next[] _next = new Next[16];
    private TermMatch[] _matches = new TermMatch[256];
    private int _begunCount;
    private int _nextCount;
    private int _found;

    /// <summary>Terms found so far in this row.</summary>
    public ReadOnlySpan<TermMatch> Matches => _matches.AsSpan(0, _found);

    /// <summary>Forgets the row before.</summary>
    public void BeginRow() => (_begunCount, _found) = (0, 0);

    /// <summary>Forgets what has begun: no term reaches over the end of a sentence.</summary>
    public void BeginSentence() => _begunCount = 0;

    /// <summary>Takes a word.</summary>
    /// <param name="word">What it is to the rules.</param>
    /// <param name="place">Where it stands.</param>
    public void Take(WordEntry word, in WordPlace place)
    {
        if (_begunCount > 0)
            GoOn(word, place);
        foreach (var term in word.Terms)
            Found(new TermMatch(term, place.First, place.Last));
        foreach (var node in word.Begins)
            Begin(node, place.First, place);
    }

    private void GoOn(WordEntry word, in WordPlace place)
    {
        FindNext(word, place);
        for (var i = 0; i < _nextCount; i++)
        {
            var node = word.Nodes[_next[i].Position];
            foreach (var term in _endings[node])
                Found(new TermMatch(term, _next[i].First, place.Last));
            if (_reach[node] >= 0)
                Begin(node, _next[i].First, place);
        }
    }

    // Which of the terms that have begun go on with this word, in the order of its nodes; those out of reach are dropped.
    private void FindNext(WordEntry word, in WordPlace place)
    {
        _nextCount = 0;
        for (var i = 0; i < _begunCount;)
        {
            ref readonly var begun = ref _begun[i];
            if (place.Before - begun.After > begun.Reach + 1) // one more: two words as one come after the second word
            {
                _begun[i] = _begun[--_begunCount];
                continue;
            }

            if (word.MayFollow(begun.Node) && begun.Last < place.First && place.Before - begun.After <= begun.Reach)
                Follow(word, begun, place);
            i++;
        }
    }

    private void Follow(WordEntry word, in Begun begun, in WordPlace place)
    {
        var parents = word.Parents;
        var nodes = word.Nodes;
        for (var at = 0; at < parents.Length; at++)
        {
            var hit = parents[at..].IndexOf(begun.Node);
            if (hit < 0)
                return;
            at += hit;
            if (place.Before - begun.After <= _gaps[nodes[at]])
                Insert(new Next(at, begun.First));
        }
    }

    private void Insert(Next next)
    {
        if (_nextCount == _next.Length)
            Array.Resize(ref _next, _nextCount * 2);
        var at = _nextCount++;
        for (; at > 0 && _next[at - 1].Position > next.Position; at--)
            _next[at] = _next[at - 1];
        _next[at] = next;
    }

    // A place that is reached again forgets how it was reached before.
    private void Begin(int node, int first, in WordPlace place)
    {
        var at = 0;
        while (at < _begunCount && _begun[at].Node != node)
            at++;
        if (at == _begun.Length)
            Array.Resize(ref _begun, at * 2);
        _begun[at] = new Begun(node, first, place.Last, place.After, _reach[node]);
        _begunCount = Math.Max(_begunCount, at + 1);
    }

    private void Found(TermMatch match)
    {
        if (_found == _matches.Length)
            Array.Resize(ref _matches, _found * 2);
        _matches[_found++] = match;
    }

    /// <summary>A term that has come as far as a node.</summary>
    /// <param name="Node">Node of the <see cref="PhraseGraph"/>.</param>
    /// <param name="First">Word with which it began.</param>
    /// <param name="Last">Word with which it came here.</param>
    /// <param name="After">Content words in the row up to and including that word.</param>
    /// <param name="Reach">Content words that may stand between here and the next place.</param>
    private readonly record struct Begun(int Node, int First, int Last, int After, int Reach);

    /// <summary>A node that is reached now, by its position among the nodes of the word.</summary>
    private readonly record struct Next(int Position, int First);
}
