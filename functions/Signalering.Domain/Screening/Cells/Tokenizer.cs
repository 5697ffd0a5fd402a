using System.Buffers;

namespace Signalering.Domain.Screening;

/// <summary>Words and numbers of a text, with what the lexicon knows of them, in one pass.</summary>
internal sealed class Tokenizer(NameLexicon lexicon)
{
    private static readonly SearchValues<string> Triggers = SearchValues.Create(
        ["apenst", "(at", "[at", "{at", " at ", "snap", "insta", "tiktok", "telegram", "gamertag", "wachtwoord", "password",
            "inlog", "gebruikersnaam", "pincode", "///"],
        StringComparison.OrdinalIgnoreCase);

    private Token[] _tokens = new Token[128];

    public Span<Token> Read(ReadOnlySpan<char> text, out CellShape shape)
    {
        var count = 0;
        var (digits, letters, capitals) = (0, 0, 0);
        var (at, dot, mixed) = (false, false, false);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (WordKey.Fold(c) != '\0')
            {
                var token = Word(text, i);
                (letters, capitals) = (letters + token.Length, capitals + Capitals(token));
                Put(token);
                i = token.End;
            }
            else if (char.IsAsciiDigit(c))
            {
                var end = i + 1;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
                digits += end - i;
                mixed |= (i > 0 && char.IsLetter(text[i - 1])) || (end < text.Length && char.IsLetter(text[end]));
                Put(new Token(i, end - i, 0, NameFlags.None, LetterCase.Number));
                i = end;
            }
            else
            {
                at |= c == '@';
                dot |= c == '.' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i + 1]) && char.IsLetterOrDigit(text[i - 1]);
                i++;
            }
        }

        shape = new CellShape(digits, letters, capitals, at, dot, mixed, letters > 6 && text.ContainsAny(Triggers));
        return _tokens.AsSpan(0, count);

        void Put(Token token)
        {
            if (count == _tokens.Length)
                Array.Resize(ref _tokens, count * 2);
            _tokens[count++] = token;
        }
    }

    private static int Capitals(Token token) => token.Case switch
    {
        LetterCase.Upper => token.Length,
        LetterCase.Lower => 0,
        _ => 1,
    };

    // Letters, and an apostrophe behind one or two of them (d'Arc, not Wendy's).
    private Token Word(ReadOnlySpan<char> text, int start)
    {
        var hash = WordKey.Seed;
        var upper = 0;
        var length = 0;
        var i = start;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            var folded = WordKey.Fold(c);
            if (folded == '\0')
            {
                if (c == '\'' && i + 1 < text.Length && i > start && i - start <= 2 && WordKey.Fold(text[i + 1]) != '\0')
                    continue;
                break;
            }

            hash = WordKey.Add(hash, folded);
            length++;
            upper += c is (>= 'A' and <= 'Z') || (c > '~' && char.IsUpper(c)) ? 1 : 0;
        }

        var word = text[start..i];
        var first = char.IsUpper(text[start]);
        var style = !first ? upper > 0 ? LetterCase.Mixed : LetterCase.Lower
            : upper == 1 ? LetterCase.Capitalized
            : upper == length ? LetterCase.Upper
            : LetterCase.Mixed;
        if (!first && style == LetterCase.Mixed)
            style = LetterCase.Lower; // iPad, eHerkenning
        var flags = length > 1 ? lexicon.Find(word, hash) : NameFlags.None;
        return new Token(start, i - start, hash, flags, style);
    }
}
