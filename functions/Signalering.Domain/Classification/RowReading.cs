using Signalering.Domain.Intake;

namespace Signalering.Domain.Classification;

/// <summary>A term that was found.</summary>
/// <param name="Term">Number of the compiled term.</param>
/// <param name="First">First word that it covers.</param>
/// <param name="Last">Last word that it covers.</param>
internal readonly record struct TermMatch(int Term, int First, int Last);

/// <summary>A word of the row.</summary>
/// <param name="Cell">Number of the text cell.</param>
/// <param name="Start">Where it begins in the cell.</param>
/// <param name="Length">Characters in the cell.</param>
/// <param name="Flags">What it is to the sentence.</param>
/// <param name="Clause">Number of its clause; clauses end at commas, colons, brackets and dashes.</param>
/// <param name="Sentence">Number of its sentence.</param>
/// <param name="Content">Content words before it in the row.</param>
internal readonly record struct RowWord(
    int Cell, int Start, int Length, WordFlags Flags, int Clause, int Sentence, int Content);

/// <summary>Working memory for one row: its words and the terms found in them. Rented from the classifier, reused.</summary>
internal sealed class RowReading(WordLexicon lexicon, PhraseGraph graph)
{
    // A text of 100 kB leaves larger arrays behind; they are kept, one reading per thread.
    private const int OrdinaryWords = 256;

    private readonly int[] _parents = graph.Parents();
    private readonly int[] _gaps = graph.Gaps();
    private readonly int[][] _endings = graph.Endings();
    private readonly long[] _reachedAt = new long[graph.Count];
    private readonly long[] _startedAt = new long[graph.Count];
    private RowWord[] _words = new RowWord[OrdinaryWords];
    private TermMatch[] _matches = new TermMatch[OrdinaryWords];
    private char[] _letters = new char[2048];
    private long _base = 1;
    private long _sentenceStart;
    private int _count;
    private int _found;
    private int _clause;
    private int _sentence;
    private int _content;

    /// <summary>Words so far; begin and end of each cell are words too.</summary>
    public ReadOnlySpan<RowWord> Words => _words.AsSpan(0, _count);

    /// <summary>Terms found so far, in order of their last word.</summary>
    public ReadOnlySpan<TermMatch> Matches => _matches.AsSpan(0, _found);

    /// <summary>Words that carry meaning: articles, pronouns and fillers left out.</summary>
    public int ContentWords => _content;

    /// <summary>Words that say more than that there was a contact, with whom or when.</summary>
    public int TellingWords
    {
        get
        {
            var telling = 0;
            foreach (ref readonly var word in Words)
            {
                if (word.Length > 0 && (word.Flags & (WordFlags.Filler | WordFlags.Bare)) == 0)
                    telling++;
            }

            return telling;
        }
    }

    /// <summary>Whether a term was found in spite of a typing error.</summary>
    public bool Misspelt { get; private set; }

    /// <summary>Forgets the row before. Positions go on counting, so no array has to be cleared.</summary>
    public void Clear()
    {
        _base += _count + 1;
        (_count, _found, _clause, _sentence, _content, Misspelt) = (0, 0, 0, 0, 0, false);
    }

    /// <summary>Reads a cell: words, clauses, sentences, terms.</summary>
    public void Read(ReadOnlySpan<char> text, int cell)
    {
        if (_letters.Length < text.Length)
            _letters = new char[text.Length];
        BeginSentence();
        AddWord(lexicon.Begin, new RowWord(cell, 0, 0, WordFlags.None, _clause, _sentence, _content));
        var previous = default(Piece);
        var at = 0;
        var used = 0;
        while (true)
        {
            var separation = Skip(text, ref at, previous);
            if (at >= text.Length)
                break;
            var piece = Take(text, ref at, ref used);
            Separate(separation);
            Add(piece, previous, separation, cell);
            previous = piece;
        }

        AddWord(lexicon.End, new RowWord(cell, text.Length, 0, WordFlags.None, _clause, _sentence, _content));
    }

    // What stands between two words, strongest first: sentence end, clause end, hyphen, space.
    private static Separation Skip(ReadOnlySpan<char> text, ref int at, Piece before)
    {
        var separation = Separation.None;
        var begin = at;
        for (; at < text.Length && PlainText.Fold(text[at]) == '\0'; at++)
        {
            var c = text[at];
            var next = c switch
            {
                '\n' or ';' or '!' or '?' or '|' => Separation.Sentence,
                '.' when IsStop(text, at, before) => Separation.Sentence,
                ',' or ':' or '(' or ')' => Separation.Clause,
                '-' or '–' or '/' or '+' when at > begin || (at + 1 < text.Length && text[at + 1] == ' ')
                    => Separation.Clause,
                '-' => Separation.Hyphen,
                _ => Separation.Space,
            };
            if (next > separation)
                separation = next;
        }

        return separation;
    }

    private static bool IsStop(ReadOnlySpan<char> text, int at, Piece before) =>
        (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]))
        && before.Length > 1 && (before.Entry.Flags & WordFlags.Abbreviation) == 0;

    private Piece Take(ReadOnlySpan<char> text, ref int at, ref int used)
    {
        var (start, folded) = (at, used);
        var hash = WordHash.Seed;
        var (capitals, letters) = (true, false);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (PlainText.IsCombining(c))
                continue;
            var letter = PlainText.Fold(c);
            if (letter == '\0')
                break;
            _letters[used++] = letter;
            hash = WordHash.Add(hash, letter);
            letters |= char.IsLetter(c);
            capitals &= c == char.ToUpperInvariant(c);
        }

        var isCapitals = capitals && letters;
        var entry = lexicon.Find(_letters.AsSpan(folded, used - folded), hash, isCapitals);
        return new Piece(start, at - start, folded, used - folded, hash, entry);
    }

    private void Separate(Separation separation)
    {
        if (separation == Separation.Sentence)
            BeginSentence();
        else if (separation == Separation.Clause)
            _clause++;
    }

    private void BeginSentence()
    {
        _sentence++;
        _clause++;
        _sentenceStart = _base + _count;
    }

    private void Add(Piece piece, Piece previous, Separation separation, int cell)
    {
        if ((piece.Entry.Flags & WordFlags.Break) != 0)
            _clause++;
        AddWord(
            piece.Entry,
            new RowWord(cell, piece.Start, piece.Length, piece.Entry.Flags, _clause, _sentence, _content));
        if ((piece.Entry.Flags & WordFlags.Filler) == 0)
            _content++;
        if (separation <= Separation.Hyphen && previous.Letters > 1 && piece.Letters > 1)
        {
            var joined = lexicon.FindJoined(
                _letters.AsSpan(previous.Folded, previous.Letters + piece.Letters), previous.Letters,
                previous.Hash, piece.Hash);
            if (joined.Nodes.Length > 0)
                Step(joined.Nodes, _count - 1, width: 2);
        }
    }

    private void AddWord(WordEntry entry, RowWord word)
    {
        if (_count == _words.Length)
            Array.Resize(ref _words, _count * 2);
        _words[_count++] = word;
        if (entry.Nodes.Length == 0)
            return;
        Misspelt |= entry.Misspelt;
        Step(entry.Nodes, _count - 1, width: 1);
    }

    // A node is reached when its parent was, within this sentence and distance; then the terms that end there are found.
    private void Step(int[] nodes, int word, int width)
    {
        var position = _base + word;
        foreach (var node in nodes)
        {
            var parent = _parents[node];
            if (parent == 0)
            {
                _startedAt[node] = position - width + 1;
            }
            else
            {
                var reached = _reachedAt[parent];
                if (reached < _sentenceStart || reached > position - width
                    || _words[word - width + 1].Content - ContentAfter(reached) > _gaps[node])
                    continue;
                _startedAt[node] = _startedAt[parent];
            }

            _reachedAt[node] = position;
            foreach (var term in _endings[node])
                Found(new TermMatch(term, (int)(_startedAt[node] - _base), word));
        }
    }

    private int ContentAfter(long position)
    {
        ref readonly var word = ref _words[(int)(position - _base)];
        return word.Content + (word.Length > 0 && (word.Flags & WordFlags.Filler) == 0 ? 1 : 0);
    }

    private void Found(TermMatch match)
    {
        if (_found == _matches.Length)
            Array.Resize(ref _matches, _found * 2);
        _matches[_found++] = match;
    }

    private enum Separation
    {
        None,
        Space,
        Hyphen,
        Clause,
        Sentence,
    }

    private readonly record struct Piece(int Start, int Length, int Folded, int Letters, ulong Hash, WordEntry Entry);
}
