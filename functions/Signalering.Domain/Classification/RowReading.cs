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

    private readonly TermSearch _terms = new(graph);
    private RowWord[] _words = new RowWord[OrdinaryWords];
    private char[] _letters = new char[2048];
    private int _count;
    private int _clause;
    private int _sentence;
    private int _content;

    /// <summary>Words so far; begin and end of each cell are words too.</summary>
    public ReadOnlySpan<RowWord> Words => _words.AsSpan(0, _count);

    /// <summary>Terms found so far, in order of their last word.</summary>
    public ReadOnlySpan<TermMatch> Matches => _terms.Matches;

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

    /// <summary>Forgets the row before.</summary>
    public void Clear()
    {
        _terms.BeginRow();
        (_count, _clause, _sentence, _content, Misspelt) = (0, 0, 0, 0, false);
    }

    /// <summary>Reads a cell: words, clauses, sentences, terms.</summary>
    public void Read(ReadOnlySpan<char> text, int cell)
    {
        if (_letters.Length < text.Length)
            _letters = new char[text.Length];
        BeginSentence();
        AddWord(lexicon.Begin, cell, 0, 0);
        var previous = default(Piece);
        var at = 0;
        while (true)
        {
            var separation = Skip(text, ref at, previous);
            if (at >= text.Length)
                break;
            var piece = Take(text, ref at, previous.LettersEnd);
            Separate(separation);
            Add(piece, previous, separation, cell);
            previous = piece;
        }

        AddWord(lexicon.End, cell, text.Length, 0);
    }

    // What stands between two words, strongest first: sentence end, clause end, hyphen, space.
    private static Separation Skip(ReadOnlySpan<char> text, ref int at, in Piece before)
    {
        var separation = Separation.None;
        var begin = at;
        for (; at < text.Length && WordLetters.Folded(WordLetters.Of(text[at])) == '\0'; at++)
        {
            var c = text[at];
            var next = c switch
            {
                ' ' => Separation.Space,
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

    private static bool IsStop(ReadOnlySpan<char> text, int at, in Piece before) =>
        (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]))
        && before.Length > 1 && (before.Entry.Flags & WordFlags.Abbreviation) == 0;

    private Piece Take(ReadOnlySpan<char> text, ref int at, int lettersStart)
    {
        var (start, used) = (at, lettersStart);
        var hash = WordHash.Seed;
        var all = 0u;
        var letters = _letters.AsSpan();
        for (; at < text.Length; at++)
        {
            var letter = WordLetters.Of(text[at]);
            if (WordLetters.Folded(letter) == '\0')
            {
                if (WordLetters.IsCombining(letter))
                    continue;
                break;
            }

            all |= letter;
            hash = WordHash.Add(hash, WordLetters.Folded(letter));
            letters[used++] = WordLetters.Folded(letter);
        }

        var entry = lexicon.Find(letters[lettersStart..used], hash, WordLetters.AreCapitals(all));
        return new Piece(start, at - start, lettersStart, used, hash, entry);
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
        _terms.BeginSentence();
    }

    private void Add(in Piece piece, in Piece previous, Separation separation, int cell)
    {
        var entry = piece.Entry;
        if ((entry.Flags & WordFlags.Break) != 0)
            _clause++;
        AddWord(entry, cell, piece.Start, piece.Length);
        if (separation > Separation.Hyphen || previous.Letters <= 1 || piece.Letters <= 1)
            return;
        var split = lexicon.FindSplit(
            previous.Entry, previous.Letters, _letters.AsSpan(piece.LettersStart, piece.Letters), piece.Hash);
        if (!split.IsEmpty)
            _terms.Take(split, new WordPlace(_count - 2, _count - 1, _words[_count - 2].Content, _content));
    }

    // The begin and the end of a cell have no length and count for nothing.
    private void AddWord(WordEntry entry, int cell, int start, int length)
    {
        if (_count == _words.Length)
            Array.Resize(ref _words, _count * 2);
        var before = _content;
        _words[_count] = new RowWord(cell, start, length, entry.Flags, _clause, _sentence, before);
        if (length > 0 && (entry.Flags & WordFlags.Filler) == 0)
            _content++;
        if (!entry.IsEmpty)
        {
            Misspelt |= entry.Misspelt;
            _terms.Take(entry, new WordPlace(_count, _count, before, _content));
        }

        _count++;
    }

    private enum Separation
    {
        None,
        Space,
        Hyphen,
        Clause,
        Sentence,
    }

    /// <summary>A word as it is read.</summary>
    /// <param name="Start">Where it begins in the cell.</param>
    /// <param name="Length">Characters in the cell.</param>
    /// <param name="LettersStart">Where its folded letters begin.</param>
    /// <param name="LettersEnd">Where they end.</param>
    /// <param name="Hash">Of the folded letters.</param>
    /// <param name="Entry">What it is to the rules.</param>
    private readonly record struct Piece(
        int Start, int Length, int LettersStart, int LettersEnd, ulong Hash, WordEntry Entry)
    {
        public int Letters => LettersEnd - LettersStart;
    }
}
