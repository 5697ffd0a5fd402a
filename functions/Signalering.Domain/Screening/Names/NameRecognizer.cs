namespace Signalering.Domain.Screening;

/// <summary>Names of persons: behind a title or initials by form, else by the lexicon; words that are names too by context.</summary>
/// <remarks>Rules and their order: docs/methoden/persoonsgegevens.md. Every natural person counts, a colleague as well.</remarks>
internal sealed class NameRecognizer(NameLexicon lexicon) : INameDetector
{
    public bool MayFind(in CellShape shape) => shape.Letters >= 2;

    public void Find(in CellText cell, CellFindings found)
    {
        for (var i = 0; i < cell.Tokens.Length;)
            i = Step(cell, i, found);
    }

    // Looks at one token and says where to go on.
    private int Step(in CellText cell, int i, CellFindings found)
    {
        var token = cell.Tokens[i];
        if (token.IsNumber || (token.Case == LetterCase.Lower && token.Flags == NameFlags.None))
            return i + 1;
        if (token.Flags.HasFlag(NameFlags.Title))
        {
            var behind = NameTitles.Find(cell, i, lexicon, found);
            return behind > i ? behind : i + 1;
        }

        if (found.IsTaken(token.Start, token.Length))
            return i + 1;
        if (token.IsCapitalized && token.Length <= 3 && NameInitials.Find(cell, i, lexicon, found) is > 0 and var next)
            return next;
        if (token.Flags.HasFlag(NameFlags.Allowed))
            return i + 1;
        if (NameParts.IsWritten(cell, token))
            return Capital(cell, i, found);
        if (token.Flags.HasFlag(NameFlags.Name))
            Lower(cell, i, found);
        return i + 1;
    }

    private int Capital(in CellText cell, int i, CellFindings found)
    {
        var token = cell.Tokens[i];
        if (NameInitials.FindReversed(cell, i, found) is > 0 and var behind)
            return behind;
        if (NameWords.IsPrefix(token) && !NameParts.IsStrong(token.Flags))
            return CapitalPrefix(cell, i, found);
        var isName = token.Flags.HasFlag(NameFlags.Name) && !token.Flags.HasFlag(NameFlags.Weak);
        if (!isName && !IsWorthAsking(cell, i))
            return i + 1;
        if (!isName && (token.Case != LetterCase.Capitalized || token.Length < 3 || token.Flags.HasFlag(NameFlags.Weak)
            || cell.Shape.IsShouted || IsOrdinary(cell, i)))
            return i + 1;
        var end = NameParts.EndOfChain(cell, i, isName);
        if (NameParts.IsInstitution(cell, i, end))
            return end + 1;
        if (Level(cell, i, end, isName) is var (level, rule))
            found.Add(PersonalDataKind.Name, level, rule, token.Start, cell.Tokens[end].End - token.Start);
        return end + 1;
    }

    // Behind "zoon" or "mevrouw" a word that is only two words together, or mistyped, is a person.
    private bool IsOrdinary(in CellText cell, int i)
    {
        var token = cell.Tokens[i];
        return i > 0 && NameWords.Relations.Contains(cell.Tokens[i - 1].Hash)
            ? lexicon.IsWord(token.Hash)
            : NameParts.IsLikelyWord(cell.Word(token), token, lexicon);
    }

    // Every sentence begins with a capital: a word that nobody knows says something there only before a verb or another name.
    private static bool IsWorthAsking(in CellText cell, int i) =>
        !NameParts.StartsSentence(cell, i) || NameParts.IsVerbBehind(cell, i) || (NameParts.Joins(cell, i) && cell.Tokens[i + 1].IsCapitalized);

    // "gesprek met De Vries", "El Amrani belt".
    private static int CapitalPrefix(in CellText cell, int i, CellFindings found)
    {
        var last = NameParts.SkipPrefixes(cell, i);
        if (last >= cell.Tokens.Length || !NameParts.Joins(cell, last - 1) || !NameParts.IsWritten(cell, cell.Tokens[last]))
            return i + 1;
        var name = cell.Tokens[last];
        if (name.Flags.HasFlag(NameFlags.Allowed) || name.Case == LetterCase.Lower || NameParts.IsInstitution(cell, i, last))
            return last + 1;
        var isStart = NameParts.StartsSentence(cell, i);
        var isFamily = NameWords.NamePrefixes.Contains(cell.Tokens[i].Hash) || last - i > 1;
        var isSurname = name.Flags.HasFlag(NameFlags.Name) && !name.Flags.HasFlag(NameFlags.Weak) && !name.Flags.HasFlag(NameFlags.Place);
        if (!isSurname || (isStart && !isFamily && !NameParts.IsVerbBehind(cell, last)))
            return i + 1;
        var isSure = isFamily && (!isStart || !name.Flags.HasFlag(NameFlags.Word));
        found.Add(
            PersonalDataKind.Name, isSure ? FindingLevel.Hoog : FindingLevel.Midden, "name.voorvoegsel",
            cell.Tokens[i].Start, name.End - cell.Tokens[i].Start);
        return last + 1;
    }

    private static (FindingLevel Level, string Rule)? Level(in CellText cell, int i, int end, bool isName)
    {
        var token = cell.Tokens[i];
        var isStart = NameParts.StartsSentence(cell, i);
        if (!isName)
            return Unknown(cell, i, end, isStart);
        if (token.Flags.HasFlag(NameFlags.Place) && !token.Flags.HasFlag(NameFlags.First) && NameParts.IsPlaceHere(cell, i, end))
            return null;
        // "in Vries", "te Best": a surname that is a place as well.
        if (end == i && i > 0 && !token.Flags.HasFlag(NameFlags.First) && NameWords.PlaceBefore.Contains(cell.Tokens[i - 1].Hash))
            return null;
        if (NameParts.IsStrong(token.Flags))
            return (FindingLevel.Hoog, end > i ? "name.keten" : "name.bekend");
        if (end > i)
            return Chain(cell, i, end, isStart);
        if (!isStart)
            return cell.IsSentence && !IsMonth(cell, i) ? (FindingLevel.Midden, "name.woord-met-hoofdletter") : null;
        if (!NameParts.IsPersonByContext(cell, i))
            return null;
        if (token.Flags.HasFlag(NameFlags.First))
            return (FindingLevel.Midden, "name.woord-als-onderwerp");
        // "Visser belt": a trade or a thing as often as a person.
        var isPersonal = token.Flags.HasFlag(NameFlags.Surname) && NameWords.PersonVerbs.Contains(cell.Tokens[i + 1].Hash);
        return isPersonal ? (FindingLevel.Laag, "name.achternaam-als-onderwerp") : null;
    }

    // "in April", "Mei en Juni", "Augustus 2026": a month unless a person is said to be there.
    private static bool IsMonth(in CellText cell, int i) =>
        NameWords.Months.Contains(cell.Tokens[i].Hash) && !NameParts.IsPersonByContext(cell, i)
        && (i == 0 || !NameWords.Relations.Contains(cell.Tokens[i - 1].Hash));

    // The first is a word as well: it takes a second name to be sure.
    private static (FindingLevel Level, string Rule)? Chain(in CellText cell, int i, int end, bool isStart)
    {
        for (var k = i + 1; k <= end; k++)
        {
            if (NameParts.IsStrong(cell.Tokens[k].Flags))
                return (FindingLevel.Hoog, "name.keten");
        }

        var isFirst = cell.Tokens[i].Flags.HasFlag(NameFlags.First);
        var second = cell.Tokens[end].Flags.HasFlag(NameFlags.Name);
        if (isFirst && second)
            return (FindingLevel.Hoog, "name.keten");
        if (!isStart && (isFirst || second))
            return (FindingLevel.Midden, "name.keten-van-woorden");
        return isFirst && NameParts.IsPersonByContext(cell, end) ? (FindingLevel.Midden, "name.keten-van-woorden") : null;
    }

    // No word, no place, no organisation: what else has a capital inside a sentence?
    private static (FindingLevel Level, string Rule)? Unknown(in CellText cell, int i, int end, bool isStart)
    {
        for (var k = i + 1; k <= end; k++)
        {
            if (NameParts.IsStrong(cell.Tokens[k].Flags))
                return (FindingLevel.Hoog, "name.keten");
        }

        if (!cell.IsSentence)
            return null;
        if (isStart)
            return NameParts.IsVerbBehind(cell, end) ? (FindingLevel.Laag, "name.onbekend-onderwerp") : null;
        var isLed = i > 0 && (NameWords.Relations.Contains(cell.Tokens[i - 1].Hash) || NameParts.IsVerbBehind(cell, end));
        return isLed ? (FindingLevel.Midden, "name.onbekend-bij-persoon") : (FindingLevel.Laag, "name.onbekend");
    }

    private void Lower(in CellText cell, int i, CellFindings found)
    {
        var token = cell.Tokens[i];
        var flags = token.Flags;
        if ((flags & (NameFlags.Word | NameFlags.Strong)) == NameFlags.Word || (flags & (NameFlags.Weak | NameFlags.Place)) != 0 || cell.At(token.Start - 1) == '-' || cell.At(token.End) == '-'
            || cell.At(token.Start - 1) == '@' || NameParts.IsInstitution(cell, i, i))
            return;
        var isWord = flags.HasFlag(NameFlags.Word);
        var isFirst = flags.HasFlag(NameFlags.First);
        var before = i > 0 ? cell.Tokens[i - 1].Hash : 0;
        var isSubject = NameParts.IsVerbBehind(cell, i);
        var isLed = NameWords.Relations.Contains(before);
        // Of a name that only the dictionary knows, a typing error in a word is likelier than a person without a capital.
        var isCommon = (flags & (NameFlags.First | NameFlags.Surname)) != 0
            || (token.Length > 6 && !lexicon.IsMistypedWord(cell.Word(token)));
        if (!isWord && token.Length > 4 && (isCommon || isSubject || isLed))
            found.Add(PersonalDataKind.Name, FindingLevel.Midden, "name.kleine-letter", token.Start, token.Length);
        else if (!isWord && isFirst && token.Length >= 3 && (isSubject || isLed || NameWords.Leads.Contains(before)))
            found.Add(PersonalDataKind.Name, FindingLevel.Midden, "name.kleine-letter", token.Start, token.Length);
        else if (flags.HasFlag(NameFlags.Strong) && (isLed || (isSubject && i == 0)))
            found.Add(PersonalDataKind.Name, FindingLevel.Midden, "name.kleine-letter-bij-persoon", token.Start, token.Length);
    }
}
