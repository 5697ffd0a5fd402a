namespace Signalering.Domain.Screening;

/// <summary>Names behind initials, <c>J.P. de Vries</c>, and in front of them, <c>de Vries, J.</c>.</summary>
internal static class NameInitials
{
    /// <summary>Looks at initials that begin at a place.</summary>
    /// <returns>Index of the token behind the name; 0 when there is none.</returns>
    public static int Find(in CellText cell, int i, NameLexicon lexicon, CellFindings found)
    {
        if (char.IsLetterOrDigit(cell.At(cell.Tokens[i].Start - 1)) || cell.At(cell.Tokens[i].Start - 1) is '-' or '/')
            return 0;
        var k = i;
        var dotted = false;
        while (k < cell.Tokens.Length && k < i + 6 && IsInitial(cell, k) && (k == i || Close(cell, k - 1)))
        {
            dotted |= cell.At(cell.Tokens[k].End) == '.';
            k++;
        }

        if (k == i || k >= cell.Tokens.Length || !Close(cell, k - 1) || (i > 0 && NameWords.LetterBefore.Contains(cell.Tokens[i - 1].Hash)))
            return 0;
        var surname = NameParts.SkipPrefixes(cell, k);
        if (surname >= cell.Tokens.Length || (surname > k && !NameParts.Joins(cell, surname - 1)))
            return 0;
        if (Level(cell, i, k, surname, dotted, lexicon) is not { } level)
            return 0;
        var end = NameParts.EndOfChain(cell, surname, isName: true);
        found.Add(PersonalDataKind.Name, level, "name.voorletters", cell.Tokens[i].Start, cell.Tokens[end].End - cell.Tokens[i].Start);
        return end + 1;
    }

    /// <summary>Looks for <c>, J.</c> behind a capitalised word.</summary>
    /// <returns>Index of the token behind the initials; 0 when there are none.</returns>
    public static int FindReversed(in CellText cell, int i, CellFindings found)
    {
        if (i + 1 >= cell.Tokens.Length || cell.Tokens[i].Length < 3 || cell.Tokens[i].Case == LetterCase.Upper)
            return 0;
        var next = cell.Tokens[i + 1];
        var gap = cell.Text[cell.Tokens[i].End..next.Start];
        if (gap is not (", " or ",") || !next.IsCapitalized || next.Length != 1 || cell.At(next.End) != '.')
            return 0;
        var k = i + 1;
        while (k + 1 < cell.Tokens.Length && IsInitial(cell, k + 1) && Close(cell, k))
            k++;
        var first = i;
        while (first > 0 && NameWords.IsPrefix(cell.Tokens[first - 1]) && NameParts.Joins(cell, first - 1))
            first--;
        found.Add(PersonalDataKind.Name, FindingLevel.Hoog, "name.voorletters-achter", cell.Tokens[first].Start, cell.Tokens[k].End - cell.Tokens[first].Start);
        return k + 1;
    }

    private static bool IsInitial(in CellText cell, int i)
    {
        var token = cell.Tokens[i];
        if (!token.IsCapitalized)
            return false;
        return token.Length == 1 || (cell.At(token.End) == '.' && cell.Word(token) is "Th" or "Ch" or "Chr" or "Ph" or "Joh" or "IJ" or "St" or "Fr" or "Jac");
    }

    private static bool Close(in CellText cell, int i)
    {
        var gap = cell.Text[cell.Tokens[i].End..cell.Tokens[i + 1].Start];
        return gap is "." or ". " or " ";
    }

    private static FindingLevel? Level(in CellText cell, int i, int k, int surname, bool dotted, NameLexicon lexicon)
    {
        var token = cell.Tokens[surname];
        var isName = token.Flags.HasFlag(NameFlags.Name);
        var hasPrefix = surname > k;
        if (token.Length < 2 || (token.Case is not (LetterCase.Capitalized or LetterCase.Mixed) && !(cell.Shape.IsShouted && isName)))
            return null;
        if (token.Flags.HasFlag(NameFlags.Allowed) || NameWords.FunctionWords.Contains(token.Hash) || NameParts.IsInstitution(cell, surname, surname))
            return null;
        if (!dotted)
            return isName && !token.Flags.HasFlag(NameFlags.Weak) && k - i == 1 && (hasPrefix || !token.Flags.HasFlag(NameFlags.Word))
                ? FindingLevel.Midden
                : null;
        var isWord = !isName && !hasPrefix && k - i == 1 && NameParts.IsLikelyWord(cell.Word(token), token, lexicon);
        if (!isWord)
            return FindingLevel.Hoog;
        // "plan B. Moeder belt": a letter and an ordinary word.
        return i == 0 || NameParts.StartsSentence(cell, i) ? FindingLevel.Midden : null;
    }
}
