namespace Signalering.Domain.Screening;

/// <summary>Names behind a title: <c>mw. Bloem</c>, <c>dhr A.M. de Wit</c>, <c>mevr jansen</c>.</summary>
internal static class NameTitles
{
    /// <summary>Looks behind the title at a place.</summary>
    /// <returns>Index of the token behind the name; 0 when there is none.</returns>
    public static int Find(in CellText cell, int i, NameLexicon lexicon, CellFindings found)
    {
        var isWeak = NameWords.WeakTitles.Contains(cell.Tokens[i].Hash);
        var k = SkipTitles(cell, i, ref isWeak);
        var first = k;
        k = SkipInitials(cell, k);
        var hasInitial = k > first;
        if (hasInitial && (k >= cell.Tokens.Length || !Near(cell, k - 1)))
        {
            found.Add(PersonalDataKind.Name, FindingLevel.Laag, "name.initiaal", cell.Tokens[first].Start, cell.Tokens[k - 1].End - cell.Tokens[first].Start);
            return k;
        }

        var prefix = k;
        k = NameParts.SkipPrefixes(cell, k);
        if (k >= cell.Tokens.Length || !Near(cell, k - 1) || cell.Tokens[k].IsNumber)
            return 0;
        var isDotted = cell.At(cell.Tokens[first - 1].End) == '.';
        if (Level(cell, k, prefix, isWeak, hasInitial) is not var (level, rule) || IsNewSentence(cell, k, k > first, NameParts.StartsSentence(cell, i), isDotted, lexicon))
        {
            if (hasInitial && k == prefix)
                found.Add(PersonalDataKind.Name, FindingLevel.Laag, "name.initiaal", cell.Tokens[first].Start, cell.Tokens[k - 1].End - cell.Tokens[first].Start);
            return 0;
        }

        var end = cell.Tokens[k].IsCapitalized ? NameParts.EndOfChain(cell, k, isName: true) : k;
        found.Add(PersonalDataKind.Name, level, rule, cell.Tokens[first].Start, cell.Tokens[end].End - cell.Tokens[first].Start);
        return end + 1;
    }

    // "gesproken met mw. Wacht op antwoord": the dot ends the sentence, and an ordinary word begins the next.
    private static bool IsNewSentence(
        in CellText cell, int k, bool isJoined, bool isFirst, bool isDotted, NameLexicon lexicon)
    {
        var token = cell.Tokens[k];
        if (isJoined || isFirst || !token.IsCapitalized || token.Flags.HasFlag(NameFlags.Name) || cell.Shape.IsShouted)
            return false;
        var word = cell.Word(token);
        return isDotted
            ? lexicon.IsWordOrCompound(word, token.Hash) || lexicon.IsMistypedWord(word)
            : NameParts.IsLikelyWord(word, token, lexicon) && word.Length > 9;
    }

    // dhr. dr.; dhr. en mw.; mw/dhr.
    private static int SkipTitles(in CellText cell, int i, ref bool isWeak)
    {
        var k = i + 1;
        while (k < cell.Tokens.Length && Near(cell, k - 1))
        {
            var isTitle = cell.Tokens[k].Flags.HasFlag(NameFlags.Title);
            var isAnd = cell.Word(cell.Tokens[k]) is "en" && k + 1 < cell.Tokens.Length && cell.Tokens[k + 1].Flags.HasFlag(NameFlags.Title);
            // "dhr. Meester": a title with a capital and no name behind it is the name.
            var isName = cell.Tokens[k].Case == LetterCase.Capitalized && (k + 1 >= cell.Tokens.Length || !cell.Tokens[k + 1].IsCapitalized);
            if (isName || (!isTitle && !isAnd))
                break;
            isWeak &= isAnd || NameWords.WeakTitles.Contains(cell.Tokens[k].Hash);
            k++;
        }

        return k;
    }

    private static int SkipInitials(in CellText cell, int k)
    {
        while (k < cell.Tokens.Length && Near(cell, k - 1) && IsInitial(cell, cell.Tokens[k]))
            k++;
        return k;
    }

    private static bool IsInitial(in CellText cell, Token token) =>
        token.IsCapitalized && ((token.Length == 1 && cell.At(token.End) is '.' or ' ' && cell.At(token.Start + 1) != '\'')
            || (token.Length <= 3 && cell.At(token.End) == '.' && token.Flags == NameFlags.None));

    private static (FindingLevel Level, string Rule)? Level(in CellText cell, int k, int prefix, bool isWeak, bool hasInitial)
    {
        var token = cell.Tokens[k];
        var word = cell.Word(token);
        var isName = token.Flags.HasFlag(NameFlags.Name);
        if (token.IsCapitalized)
        {
            var isShort = token.Case == LetterCase.Upper && !cell.Shape.IsShouted && token.Length <= 4 && !isName;
            var isPlace = k > prefix && (isWeak || k == prefix + 1) && NameWords.PlacePrefixes.Contains(cell.Tokens[prefix].Hash)
                && (!isName || token.Flags.HasFlag(NameFlags.Place));
            if (isShort || isPlace || token.Length < 2 || (NameWords.FunctionWords.Contains(token.Hash) && (k == prefix || cell.Shape.IsShouted)))
                return null;
            if (cell.Shape.IsShouted && token.Case == LetterCase.Upper && !isName)
                return null;
            if (isWeak && !hasInitial && (NameParts.IsInstitution(cell, k, k) || (token.Flags.HasFlag(NameFlags.Place) && !token.Flags.HasFlag(NameFlags.Surname))))
                return null;
            return NameWords.IsStreetOrInstitution(word) && (isWeak || !isName) && NameParts.IsInstitution(cell, k, k) && isWeak
                ? null
                : (FindingLevel.Hoog, "name.aanhef");
        }

        if (!isName || token.Flags.HasFlag(NameFlags.Weak) || token.Length < 3)
            return null;
        var isWord = token.Flags.HasFlag(NameFlags.Word);
        if (k == prefix)
            return isWord || (isWeak && token.Length < 5) ? null : (FindingLevel.Hoog, "name.aanhef-kleine-letter");
        var isFamily = NameWords.NamePrefixes.Contains(cell.Tokens[prefix].Hash) && k - prefix == 1;
        return !isWord || isFamily || (token.Flags.HasFlag(NameFlags.Surname) && word is not ("post" or "man" or "kosten" or "dag"))
            ? (FindingLevel.Midden, "name.aanhef-kleine-letter")
            : null;
    }

    // The dot of the title, a space, a slash.
    private static bool Near(in CellText cell, int i)
    {
        if (i + 1 >= cell.Tokens.Length)
            return false;
        var gap = cell.Text[cell.Tokens[i].End..cell.Tokens[i + 1].Start];
        return gap.Length <= 3 && !gap.ContainsAnyExcept(Patterns.TitleGap);
    }
}
