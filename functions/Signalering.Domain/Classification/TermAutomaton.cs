using Signalering.Domain.Intake;

namespace Signalering.Domain.Classification;

/// <summary>Finds all terms of all rules in one walk over a text, whatever the number of rules.</summary>
/// <remarks>
/// <para>Aho and Corasick (1975), "Efficient string matching: an aid to bibliographic search", CACM 18(6), 333–340,
/// doi:10.1145/360825.360855, with the failure links worked into a full transition table (their section 6).</para>
/// <para>Texts and terms are folded (<see cref="PlainText"/>); a space stands for any run of separators and for both ends
/// of the text. A word boundary of a term is then simply a space in its pattern: <c>schuld*</c> is <c>" schuld"</c>,
/// <c>rouw</c> is <c>" rouw "</c>. One alternation in a regex would lose overlapping terms, six per cent on a measured
/// million rows (ecosystem notes, 0.9).</para>
/// </remarks>
public sealed class TermAutomaton
{
    private const int Separator = 1;

    private readonly TermRule[] _rules;
    private readonly int[] _words;
    private readonly byte[] _symbols = new byte[0x250];
    private readonly int _alphabet;
    private readonly int[] _next;
    private readonly int[][] _found;

    /// <summary>Builds the automaton.</summary>
    /// <exception cref="ArgumentException">A term without letters, or capitals over more than one word.</exception>
    public TermAutomaton(IReadOnlyList<TermRule> rules)
    {
        _rules = [.. rules];
        _words = [.. rules.Select(rule => rule.Term.Count(c => c == ' ') + 1)];
        var patterns = rules.Select(Pattern).ToArray();
        _alphabet = NumberSymbols(patterns);
        (_next, _found) = Build(patterns);
    }

    /// <summary>Walks over a text and adds what fires to <paramref name="matches"/>.</summary>
    /// <param name="text">As delivered; folded on the way.</param>
    /// <param name="firstWord">Number of the text's first word: cells of one row count on.</param>
    /// <param name="matches">Gets the matches, in order of their end.</param>
    /// <returns>The number after the last word.</returns>
    public int Match(ReadOnlySpan<char> text, int firstWord, ref MatchBuffer matches)
    {
        var state = _next[Separator];
        var word = firstWord - 1;
        var wordStart = 0;
        var inWord = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var symbol = i < text.Length ? Symbol(text[i]) : Separator;
            if (symbol < 0 || (symbol == Separator && !inWord))
                continue;
            if (symbol != Separator && !inWord)
            {
                word++;
                wordStart = i;
            }

            inWord = symbol != Separator;
            state = _next[(state * _alphabet) + symbol];
            if (_found[state] is { Length: > 0 } found)
                Add(found, text[wordStart..i], word, ref matches);
        }

        return word + 1;
    }

    // symbol −1: a combining mark, part of the letter before it.
    private int Symbol(char c)
    {
        if (c < _symbols.Length)
            return _symbols[c];
        if (PlainText.IsCombining(c))
            return -1;
        return PlainText.Fold(c) == '\0' ? Separator : 0;
    }

    private void Add(int[] found, ReadOnlySpan<char> lastWord, int word, ref MatchBuffer matches)
    {
        foreach (var rule in found)
        {
            if (_rules[rule].Hoofdletters && !HasCapitals(_rules[rule].Term, lastWord))
                continue;
            matches.Add(new TermMatch(rule, word - _words[rule] + 1, word));
        }
    }

    private static bool HasCapitals(string term, ReadOnlySpan<char> word)
    {
        var letters = term.AsSpan().Trim('*');
        return term[0] == '*' ? word.Contains(letters, StringComparison.Ordinal) : word.StartsWith(letters, StringComparison.Ordinal);
    }

    private static string Pattern(TermRule rule)
    {
        var folded = PlainText.Fold(rule.Term);
        if (folded.Length == 0)
            throw new ArgumentException($"Rule {rule.Id} has a term without letters.");
        if (rule.Hoofdletters && folded.Contains(' ', StringComparison.Ordinal))
            throw new ArgumentException($"Rule {rule.Id}: a term with capitals is one word.");
        var front = rule.Term.StartsWith('*') ? string.Empty : " ";
        var back = rule.Term.EndsWith('*') ? string.Empty : " ";
        return front + folded + back;
    }

    // 0 stands for every letter that occurs in no term, 1 for a separator, the rest for the letters of the terms.
    private int NumberSymbols(string[] patterns)
    {
        var letters = patterns.SelectMany(p => p).Where(c => c != ' ').Distinct().Order().ToArray();
        if (letters.Length > 200 || letters.Any(c => c >= _symbols.Length))
            throw new ArgumentException("Terms are written in Latin letters and digits.");
        for (var c = 0; c < _symbols.Length; c++)
        {
            var folded = PlainText.Fold((char)c);
            var position = Array.BinarySearch(letters, folded);
            _symbols[c] = folded == '\0' ? (byte)Separator : position < 0 ? (byte)0 : (byte)(position + 2);
        }

        return letters.Length + 2;
    }

    private (int[] Next, int[][] Found) Build(string[] patterns)
    {
        var next = new List<int[]> { NewState() };
        var found = new List<List<int>> { new() };
        for (var rule = 0; rule < patterns.Length; rule++)
        {
            var state = 0;
            foreach (var c in patterns[rule])
            {
                var symbol = _symbols[c];
                if (next[state][symbol] < 0)
                {
                    next[state][symbol] = next.Count;
                    next.Add(NewState());
                    found.Add([]);
                }

                state = next[state][symbol];
            }

            found[state].Add(rule);
        }

        LinkFailures(next, found);
        return ([.. next.SelectMany(row => row)], [.. found.Select(list => list.ToArray())]);
    }

    // Breadth first: a missing edge goes where the longest proper suffix of the state would go.
    private void LinkFailures(List<int[]> next, List<List<int>> found)
    {
        var failure = new int[next.Count];
        var queue = new Queue<int>();
        for (var symbol = 0; symbol < _alphabet; symbol++)
        {
            if (next[0][symbol] < 0)
                next[0][symbol] = 0;
            else
                queue.Enqueue(next[0][symbol]);
        }

        while (queue.TryDequeue(out var state))
        {
            found[state].AddRange(found[failure[state]]);
            for (var symbol = 0; symbol < _alphabet; symbol++)
            {
                var target = next[state][symbol];
                var fallback = next[failure[state]][symbol];
                if (target < 0)
                {
                    next[state][symbol] = fallback;
                    continue;
                }

                failure[target] = fallback;
                queue.Enqueue(target);
            }
        }
    }

    private int[] NewState()
    {
        var row = new int[_alphabet];
        Array.Fill(row, -1);
        return row;
    }
}
