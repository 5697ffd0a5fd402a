using Signalering.Domain.Intake;

namespace Signalering.Domain.Classification;

/// <summary>A word of a term, and where it is anchored in a word of the text.</summary>
/// <param name="Letters">Folded letters, without stars.</param>
/// <param name="AtStart">The word begins with them.</param>
/// <param name="AtEnd">The word ends with them.</param>
/// <param name="Capitals">The word must be typed wholly in capitals.</param>
internal readonly record struct WordPattern(string Letters, bool AtStart, bool AtEnd, bool Capitals)
{
    public static WordPattern Of(string word) => new(
        PlainText.Fold(word), word[0] != '*', word[^1] != '*', TermSyntax.IsCapitals(word));
}

/// <summary>Finds all words of all terms in one walk over a word, whatever the number of rules.</summary>
/// <remarks>
/// <para>Aho and Corasick (1975), "Efficient string matching: an aid to bibliographic search", CACM 18(6), 333–340,
/// doi:10.1145/360825.360855, with the failure links worked into a full transition table (their section 6).</para>
/// <para>A space stands for both ends of the word, so an anchor is a space in the pattern: <c>schuld*</c> is
/// <c>" schuld"</c>, <c>rouw</c> is <c>" rouw "</c>. One alternation in a regex would lose overlapping terms.</para>
/// </remarks>
internal sealed class WordAutomaton
{
    private const int Boundary = 1;

    /// <summary>Fewest letters of a word that is also found when it is written as two.</summary>
    private const int ShortestSplit = 8;

    private readonly WordPattern[] _patterns;
    private readonly bool[] _isStem;
    private readonly byte[] _symbols = new byte[128];
    private readonly int _alphabet;
    private readonly int[] _next;
    private readonly int[][] _found;
    private readonly int[] _depths;

    /// <summary>Builds the automaton.</summary>
    /// <exception cref="ArgumentException">A pattern has other letters than a to z and 0 to 9 after folding.</exception>
    public WordAutomaton(IReadOnlyList<WordPattern> patterns)
    {
        _patterns = [.. patterns];
        _alphabet = NumberSymbols();
        (_next, _found, _depths) = Build();
        _isStem = FindStems();
    }

    /// <summary>Adds the patterns that occur in a word.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="capitals">Whether it was typed wholly in capitals.</param>
    /// <param name="found">Gets positions of patterns; the same one may come twice.</param>
    /// <returns>Where the word leaves off when a longer word of a term, of eight letters and more, begins with
    /// it.</returns>
    public Stem Match(ReadOnlySpan<char> word, bool capitals, List<int> found)
    {
        var state = _next[Boundary];
        foreach (var c in word)
        {
            state = _next[(state * _alphabet) + Symbol(c)];
            Collect(state, capitals, found);
        }

        Collect(_next[(state * _alphabet) + Boundary], capitals, found);
        return _isStem[state] ? new Stem(state, LettersBehind(state)) : default;
    }

    /// <summary>Goes on from a stem with a second word, as if they were written as one: <c>schuld hulp</c>.</summary>
    /// <param name="stem">From <see cref="Match"/>.</param>
    /// <param name="stemLength">Letters of the first word.</param>
    /// <param name="word">The second word, folded.</param>
    /// <param name="found">Gets the patterns that begin with the first word and reach more than a letter into the
    /// second: <c>be last</c> is no <c>belast*</c>. Null to know only whether there is one.</param>
    /// <returns>Whether there is one.</returns>
    public bool MatchSplit(int stem, int stemLength, ReadOnlySpan<char> word, List<int>? found)
    {
        var state = stem;
        var any = false;
        for (var i = 0; i <= word.Length && IsWhole(state, stemLength + i); i++)
        {
            state = _next[(state * _alphabet) + (i < word.Length ? Symbol(word[i]) : Boundary)];
            foreach (var pattern in _found[state])
            {
                if (_patterns[pattern] is not { AtStart: true, Capitals: false, Letters.Length: >= ShortestSplit } p
                    || p.Letters.Length <= stemLength + 1)
                    continue;
                any = true;
                found?.Add(pattern);
            }
        }

        return any;
    }

    private ulong LettersBehind(int stem)
    {
        var letters = 0UL;
        for (var c = 0; c < _symbols.Length; c++)
        {
            var state = _next[(stem * _alphabet) + _symbols[c]];
            if (_symbols[c] > Boundary && _depths[state] == _depths[stem] + 1)
                letters |= 1UL << (c & 63);
        }

        return letters;
    }

    private void Collect(int state, bool capitals, List<int> found)
    {
        foreach (var pattern in _found[state])
        {
            if (capitals || !_patterns[pattern].Capitals)
                found.Add(pattern);
        }
    }

    // Whether a state stands for everything read since the begin of the word, and not only for an end of it.
    private bool IsWhole(int state, int letters) => _depths[state] == letters + 1;

    // The states that are the begin of a longer word.
    private bool[] FindStems()
    {
        var stems = new bool[_depths.Length];
        foreach (var (letters, atStart, _, capitals) in _patterns)
        {
            if (!atStart || capitals || letters.Length < ShortestSplit)
                continue;
            var state = _next[Boundary];
            for (var i = 0; i < letters.Length - 2; i++)
            {
                state = _next[(state * _alphabet) + Symbol(letters[i])];
                stems[state] = true;
            }
        }

        return stems;
    }

    private int Symbol(char c) => c < _symbols.Length ? _symbols[c] : 0;

    // 0 stands for every letter that occurs in no pattern, 1 for the ends of the word.
    private int NumberSymbols()
    {
        var letters = _patterns.SelectMany(p => p.Letters).Distinct().Order().ToArray();
        if (letters.Any(c => c >= _symbols.Length))
            throw new ArgumentException("Terms are written in Latin letters and digits.");
        for (var i = 0; i < letters.Length; i++)
            _symbols[letters[i]] = (byte)(i + 2);
        return letters.Length + 2;
    }

    private (int[] Next, int[][] Found, int[] Depths) Build()
    {
        // One state per letter and end at most; a table once, instead of growing.
        var next = new int[(_patterns.Sum(p => p.Letters.Length + 2) + 1) * _alphabet];
        Array.Fill(next, -1);
        var found = new List<List<int>?> { null };
        var depths = new List<int> { 0 };
        for (var pattern = 0; pattern < _patterns.Length; pattern++)
        {
            var (letters, atStart, atEnd, _) = _patterns[pattern];
            var state = atStart ? Step(0, Boundary) : 0;
            foreach (var c in letters)
                state = Step(state, _symbols[c]);
            var end = atEnd ? Step(state, Boundary) : state;
            (found[end] ??= []).Add(pattern);
        }

        LinkFailures(next, found);
        return (next[..(found.Count * _alphabet)], [.. found.Select(list => list?.ToArray() ?? [])], [.. depths]);

        int Step(int state, int symbol)
        {
            var place = (state * _alphabet) + symbol;
            if (next[place] < 0)
            {
                next[place] = found.Count;
                found.Add(null);
                depths.Add(depths[state] + 1);
            }

            return next[place];
        }
    }

    // Breadth first: a missing edge goes where the longest proper suffix of the state would go.
    private void LinkFailures(int[] next, List<List<int>?> found)
    {
        var failure = new int[found.Count];
        var queue = new Queue<int>();
        for (var symbol = 0; symbol < _alphabet; symbol++)
        {
            if (next[symbol] < 0)
                next[symbol] = 0;
            else
                queue.Enqueue(next[symbol]);
        }

        while (queue.TryDequeue(out var state))
        {
            if (found[failure[state]] is { } shorter)
                (found[state] ??= []).AddRange(shorter);
            for (var symbol = 0; symbol < _alphabet; symbol++)
            {
                var place = (state * _alphabet) + symbol;
                var fallback = next[(failure[state] * _alphabet) + symbol];
                if (next[place] < 0)
                {
                    next[place] = fallback;
                    continue;
                }

                failure[next[place]] = fallback;
                queue.Enqueue(next[place]);
            }
        }
    }
}
