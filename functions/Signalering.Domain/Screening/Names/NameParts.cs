namespace Signalering.Domain.Screening;

/// <summary>How the parts of a name stand together in a text.</summary>
internal static class NameParts
{
    private const int MostParts = 8;

    /// <summary>A name that is no ordinary word, or nearly always a person when it has a capital.</summary>
    public static bool IsStrong(NameFlags flags) =>
        flags.HasFlag(NameFlags.Name)
        && (flags & (NameFlags.Weak | NameFlags.Allowed)) == 0
        && (!flags.HasFlag(NameFlags.Word) || flags.HasFlag(NameFlags.Strong))
        && (!flags.HasFlag(NameFlags.Place) || flags.HasFlag(NameFlags.First));

    /// <summary>Written as a name: with a capital, or in capitals where that is the way of the text or no abbreviation.</summary>
    public static bool IsWritten(in CellText cell, Token token) => token.Case switch
    {
        LetterCase.Capitalized => true,
        LetterCase.Mixed => token.Flags.HasFlag(NameFlags.Name) || cell.Word(token).Contains('\''),
        LetterCase.Upper => IsStrong(token.Flags) ? cell.Shape.IsShouted || (token.Length >= 4 && cell.Tokens.Length > 1)
            : cell.Shape.IsShouted && token.Flags.HasFlag(NameFlags.Name),
        _ => false,
    };

    /// <summary>Whether a token and the next one can be parts of one name: a space, a hyphen, the dot of an initial between.</summary>
    public static bool Joins(in CellText cell, int i)
    {
        if (i + 1 >= cell.Tokens.Length)
            return false;
        var gap = cell.Text[cell.Tokens[i].End..cell.Tokens[i + 1].Start];
        if (gap.Length > 3 || gap.ContainsAnyExcept(" .-'/"))
            return false;
        return !gap.Contains('.') || cell.Tokens[i].Length == 1 || (cell.Tokens[i].Length <= 3 && NameWords.IsPrefix(cell.Tokens[i]));
    }

    /// <summary>First token behind the prefixes that begin at a place.</summary>
    public static int SkipPrefixes(in CellText cell, int i)
    {
        var k = i;
        while (k < cell.Tokens.Length && k < i + 4 && NameWords.IsPrefix(cell.Tokens[k]) && (k == i || Joins(cell, k - 1)))
            k++;
        return k;
    }

    /// <summary>Last token of the chain of capitals and prefixes that begins at a place.</summary>
    public static int EndOfChain(in CellText cell, int i, bool isName)
    {
        var end = i;
        while (end - i < MostParts && Joins(cell, end))
        {
            var next = cell.Tokens[end + 1];
            if (next.Flags.HasFlag(NameFlags.Allowed) || next.IsNumber)
                break;
            if (next.IsCapitalized && next.Length == 1 && cell.At(next.End) is '.' or ' ' or ',' && end == i)
            {
                end++; // Mohamed A.
                continue;
            }

            if (IsPart(cell, next))
            {
                end++;
                continue;
            }

            var behind = SkipPrefixes(cell, end + 1);
            var isFamily = behind > end + 1 && (isName || NameWords.NamePrefixes.Contains(next.Hash));
            if (!isFamily || behind >= cell.Tokens.Length || !Joins(cell, behind - 1) || !IsPart(cell, cell.Tokens[behind])
                || (NameWords.PlaceBefore.Contains(next.Hash) && behind == end + 2))
                break;
            end = behind;
        }

        return end;
    }

    /// <summary>Whether a chain is the name of a school, a street, a body.</summary>
    public static bool IsInstitution(in CellText cell, int i, int end)
    {
        if (i > 0 && NameWords.InstitutionBefore.Contains(cell.Tokens[i - 1].Hash) && Touches(cell, i - 1))
            return true;
        if (i > 1 && NameWords.InstitutionBefore.Contains(cell.Tokens[i - 2].Hash) && cell.Word(cell.Tokens[i - 1]) is "de" or "het")
            return true;
        for (var k = i; k <= end; k++)
        {
            var word = cell.Word(cell.Tokens[k]);
            if ((k > i && NameWords.InstitutionAfter.Contains(cell.Tokens[k].Hash)) || NameWords.IsStreetOrInstitution(word))
                return true;
        }

        return Touches(cell, end) && NameWords.InstitutionAfter.Contains(cell.Tokens[end + 1].Hash);
    }

    /// <summary>Whether a place name is one here: behind "in", or alone.</summary>
    public static bool IsPlaceHere(in CellText cell, int i, int end) =>
        end == i || (i > 0 && NameWords.PlaceBefore.Contains(cell.Tokens[i - 1].Hash));

    /// <summary>Whether a finite verb follows, of which a person is the subject.</summary>
    public static bool IsVerbBehind(in CellText cell, int i) =>
        i + 1 < cell.Tokens.Length && cell.Tokens[i + 1].Case == LetterCase.Lower
        && cell.Text[cell.Tokens[i].End..cell.Tokens[i + 1].Start].TrimStart(' ').IsEmpty
        && NameWords.Verbs.Contains(cell.Tokens[i + 1].Hash);

    /// <summary>"Roos is", "Roos en haar", "Storm van 4", "Merel (17)".</summary>
    public static bool IsPersonByContext(in CellText cell, int i)
    {
        if (IsVerbBehind(cell, i))
            return true;
        if (i + 1 >= cell.Tokens.Length)
            return false;
        var gap = cell.Text[cell.Tokens[i].End..cell.Tokens[i + 1].Start];
        var next = cell.Tokens[i + 1];
        if (next.IsNumber)
            return gap is " (" or "(" && next.Length <= 2 && cell.At(next.End) is ')' or ' ';
        if (i + 2 >= cell.Tokens.Length || gap is not " ")
            return false;
        var word = cell.Word(next);
        var third = cell.Tokens[i + 2];
        if (word is "van")
            return third.IsNumber && third.Length <= 2;
        return word is "en" && (cell.Word(third) is "haar" or "zijn" || (third.IsCapitalized && third.Flags.HasFlag(NameFlags.Name)));
    }

    /// <summary>Whether a word with a capital is an ordinary word, or one with a typing error.</summary>
    public static bool IsLikelyWord(ReadOnlySpan<char> word, Token token, NameLexicon lexicon) =>
        lexicon.IsWordOrCompound(word, token.Hash) || lexicon.IsMistypedWord(word);

    /// <summary>Whether a token begins a sentence. A colon begins none, and neither does the dot of an abbreviation.</summary>
    public static bool StartsSentence(in CellText cell, int i)
    {
        var k = cell.Tokens[i].Start - 1;
        while (k >= 0 && cell.Text[k] is ' ' or '"' or '\'')
            k--;
        if (k < 0)
            return true;
        return cell.Text[k] switch
        {
            '!' or '?' or ';' or '•' or '*' or '>' => true,
            '-' => k == 0 || cell.Text[k - 1] == ' ',
            '.' => i == 0 || !NameWords.Abbreviations.Contains(cell.Tokens[i - 1].Hash) || cell.Tokens[i - 1].IsNumber,
            ')' => i < 2,
            _ => false,
        };
    }

    private static bool IsPart(in CellText cell, Token token) =>
        IsWritten(cell, token) && token.Length > 1 && !NameWords.FunctionWords.Contains(token.Hash);

    private static bool Touches(in CellText cell, int i) =>
        i >= 0 && i + 1 < cell.Tokens.Length && cell.Text[cell.Tokens[i].End..cell.Tokens[i + 1].Start] is " " or "-" or ". " or "";
}
