namespace Signalering.Domain.Screening;

/// <summary>A street with a house number. A street alone passes; a number that counts something is no house number.</summary>
internal sealed class AddressRecognizer : IRecognizer
{
    // Ends of words that are streets and hardly anything else.
    private static readonly string[] StreetEnds =
    [
        "straat", "laan", "gracht", "kade", "singel", "dreef", "plantsoen", "plein", "steeg", "dwarsstraat", "weg", "pad", "dijk", "hof",
        "str", "ln", "pln", "wg", "straatje", "laantje", "pleintje", "weggetje", "paadje", "hofje", "einde",
    ];

    // Ends that are also parts of other words: they need a capital, and a word about living or the end of the sentence.
    private static readonly string[] PlaceEnds =
    [
        "park", "markt", "brink", "burg", "baan", "dam", "haven", "wal", "veld", "kreek", "meent", "kamp", "oord", "donk", "horst", "berg",
        "akker", "werf", "oever", "zoom", "rand", "kwartier", "rade", "loo", "enk", "es", "borg", "stee", "stede", "erf", "hoeve", "land", "meer",
        "plaats", "diep", "rijn", "vliet", "vest", "grift", "schans", "weide", "drift", "poort", "brug", "sluis", "vaart", "wijk", "kerkhof", "bos", "tuin", "gaarde", "waard", "polder", "wetering", "ring", "boulevard",
    ];

    private static readonly WordsNearby LivingWords = new(
        "woont", "woon", "wonend", "adres", "op ", "bij ", "langs ", "huis", "flat", "standplaats", "naar ", "aan ", "woning", "ontruiming", "urgent",
        "gaslucht", "appartement", "bewoner", "ingeschreven", "inschrijving", "verhui", "slaapt", "verblijft", "overlast", "melding", "lekkage", "opvang");

    private static readonly WordsNearby HardLiving = new(
        "woont", "woonachtig", "wonend", "adres", "standplaats", "ontruiming", "gaslucht", "ingeschreven", "verhui", "verblijft op", "flat", "traplift", "woning", "huisbezoek", "langs");

    private static readonly string[] Quantities =
    [
        "keer", "maal", "x", "dag", "dagen", "week", "weken", "maand", "maanden", "jaar", "jr", "uur", "minuten", "km", "kilometer", "meter", "m", "m2",
        "stuks", "personen", "pers", "mensen", "euro", "procent", "e", "ste", "de", "kinderen", "kramen", "huizen", "woningen", "leden", "vrijwilligers",
        "man", "vrouw", "plekken", "plaatsen", "zone", "graden", "deelnemers", "gezinnen", "bewoners", "huishoudens", "aanwezigen", "bezoekers", "uren", "zaterdag", "april", "mei",
    ];

    private static readonly string[] PluralVerbs =
    [
        "willen", "hebben", "zijn", "komen", "klagen", "melden", "moeten", "kunnen", "gaan", "open", "buiten", "binnen", "boven", "beneden",
        "samen", "heen", "geen", "alleen", "langs", "thuis", "sinds", "steeds", "zonder", "tussen", "tegen", "weggelopen", "doen", "laten", "staan",
        "zitten", "krijgen", "even", "morgen", "gisteren", "eens", "reeds", "is", "was", "als", "dus", "bis", "hs", "ernaast", "nergens", "slecht", "houden", "aangifte", "uitstel",
        "niemand", "ondanks", "namens", "kans", "soms",
    ];

    private static readonly string[] NoStreets =
    [
        "parkeerplaats", "werkplaats", "stageplaats", "standplaats", "werkplein", "marktplaats", "onderweg", "snelweg", "speelplaats", "begraafplaats",
        "woonplaats", "opvangplek", "loopbaan", "rijbaan", "jeugdland", "nederland", "buitenland", "duitsland", "engeland", "thuisland", "zeeland",
        "friesland", "gelderland", "park", "markt", "weg", "pad", "plein", "straat", "plaats", "team", "wijk", "land", "meer", "berg", "bos", "tuin",
        "wmo", "groep", "dijk", "es", "str", "ring", "brug", "haven", "baan", "veld", "dam", "wal", "laan", "hof", "ln",
        "weekeinde", "uiteinde", "jaareinde", "december", "november", "oktober", "september", "fietspad", "levenspad", "wandelpad", "zorgpad", "stappenpad",
    ];

    private static readonly string[] NoNames =
    [
        "agenda", "jeugdwet", "wet", "regeling", "plan", "team", "wijk", "wmo", "kamer", "zaal", "groep", "klas", "unit", "bus", "lijn", "perron", "halte",
        "artikel", "art", "fase", "stap", "niveau", "module", "windows", "office", "week", "kwartaal", "versie", "nummer", "buurt", "score", "dag", "les",
        "training", "cursus", "ronde", "lokaal", "code", "maand", "rij", "punt", "deel", "hoofdstuk", "bijlage", "pagina", "tabel", "vraag", "awb", "covid",
        "corona", "excel", "schijf", "categorie", "blok", "gebied", "postcode", "pc", "mbo", "vmbo", "havo", "vwo", "huisnummer", "nr", "max", "min", "ca", "circa", "nog",
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "type", "rondje",
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "bijeenkomst", "sessie", "totaal", "ongeveer", "rond",
    ];

    public bool MayFind(in CellShape shape) => shape.Digits >= 1 && shape.Letters >= 4;

    public void Find(in CellText cell, CellFindings found)
    {
        var tokens = cell.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsNumber || tokens[i].Length > 4 || found.IsTaken(tokens[i].Start, tokens[i].Length))
                continue;
            if (i > 0 && TryBefore(cell, i, out var start, out var level))
                Add(cell, start, tokens[i], level, found);
            else if (i + 3 <= tokens.Length && IsNumberOfStreet(cell, i, out var last))
                found.Add(PersonalDataKind.Address, FindingLevel.Hoog, "address.nummer-aan", tokens[i].Start, tokens[last].End - tokens[i].Start);
        }
    }

    private static void Add(in CellText cell, int start, Token number, FindingLevel level, CellFindings found) =>
        found.Add(PersonalDataKind.Address, level, "address.huisnummer", start, EndOfNumber(cell.Text, number.End) - start);

    // Street, space (or "nr", "nummer", "huisnr"), number.
    private static bool TryBefore(in CellText cell, int i, out int start, out FindingLevel level)
    {
        var tokens = cell.Tokens;
        (start, level) = (0, FindingLevel.Midden);
        var street = i - 1;
        var numbered = false;
        if (street > 0 && tokens[street].Length <= 10 && IsOneOf(cell.Word(tokens[street]), "nr", "nummer", "huisnr", "huisnummer", "no"))
            (street, numbered) = (street - 1, true);
        for (var back = 0; back < 2 && street > 0 && tokens[street].IsNumber && NamesYear(cell, street); back++)
            street--; // Plein 1944 nr 6, Plein '40-'45 12
        var gap = cell.Text[tokens[street].End..tokens[street + 1].Start];
        if (tokens[street].IsNumber || (gap.IsEmpty && !IsGluedToStreet(cell, street)) || (!IsYearGap(tokens[street + 1], i, tokens) && (gap.Length > 3 || gap.ContainsAnyExcept(" .,:"))) || (gap.TrimEnd() is ":" && !EndsThere(cell, i) && Kind(cell.Word(tokens[street])) != 2))
            return false;
        var word = cell.Word(tokens[street]);
        if (street > 1 && IsLaanVan(cell, street))
        {
            start = tokens[street - 2].Start;
            level = FindingLevel.Hoog;
            return StartsNumber(cell, i) && (numbered || !IsQuantity(cell, i));
        }

        if (!StartsNumber(cell, i) || (!numbered && IsQuantity(cell, i)))
            return false;
        var kind = Kind(word);
        var capital = tokens[street].IsCapitalized || HasCapitalBefore(cell, street);
        start = FirstOfStreet(cell, street);
        level = capital ? FindingLevel.Hoog : FindingLevel.Midden;
        if (gap.Contains(',') && kind != 2 && !numbered)
            return false;
        return kind switch
        {
            2 => capital || numbered || word.Length >= 8 || HardLiving.Before(cell.Text, start, 30),
            1 => capital && (numbered || HasArticle(cell, street) || LivingWords.Before(cell.Text, start, 30) || EndsThere(cell, i)) && !IsNoName(word),
            _ => tokens[street].IsCapitalized && !IsNoName(word) && tokens[i].Length <= 3 && tokens[street].Length > 2
                && tokens[street].Case != LetterCase.Upper && Lives(cell, start, i, numbered),
        };
    }

    // "Kerkstraat73".
    private static bool IsGluedToStreet(in CellText cell, int street) =>
        cell.Tokens[street].IsCapitalized && Kind(cell.Word(cell.Tokens[street])) > 0;

    private static bool IsYearGap(Token next, int i, ReadOnlySpan<Token> tokens) => next.IsNumber && next.Start != tokens[i].Start;

    // Laan van Meerdervoort, Weg naar Rhijnauwen.
    private static bool IsLaanVan(in CellText cell, int street)
    {
        var first = cell.Tokens[street - 2];
        return cell.Tokens[street].IsCapitalized && first.IsCapitalized && NameWords.IsPrefix(cell.Tokens[street - 1])
            && IsOneOf(cell.Word(first), "laan", "plein", "weg", "kade", "singel", "gracht", "dijk", "straat", "pad", "hof", "park");
    }

    private static bool HasArticle(in CellText cell, int street) =>
        street > 0 && IsOneOf(cell.Word(cell.Tokens[street - 1]), "de", "het", "t", "den") && cell.Text[cell.Tokens[street].Start - 1] == ' ';

    // A year that is part of the name: only behind Plein, Laan and the like.
    private static bool NamesYear(in CellText cell, int i)
    {
        for (var back = i - 1; back >= Math.Max(0, i - 2); back--)
        {
            if (!cell.Tokens[back].IsNumber)
                return cell.Tokens[back].IsCapitalized && IsOneOf(cell.Word(cell.Tokens[back]), "plein", "laan", "straat", "weg", "park", "singel", "kade");
        }

        return false;
    }

    // De Meent 4, Zonnedauw 19: no street by its end, only by what is said of it.
    private static bool Lives(in CellText cell, int start, int i, bool numbered) =>
        (i + 1 < cell.Tokens.Length && IsOneOf(cell.Word(cell.Tokens[i + 1]), "bis", "hs", "huis")) || HardLiving.Before(cell.Text, start, 26) || (numbered && LivingWords.Before(cell.Text, start, 26))
        || (EndsThere(cell, i) && LivingWords.Before(cell.Text, start, 14));

    // 2: a street by its end; 1: perhaps; 0: not by its end.
    private static int Kind(ReadOnlySpan<char> word)
    {
        foreach (var no in NoStreets)
        {
            if (word.Equals(no, StringComparison.OrdinalIgnoreCase))
                return word.Length <= 6 && char.IsUpper(word[0]) ? 1 : 0;
        }

        foreach (var end in StreetEnds)
        {
            if (word.Equals(end, StringComparison.OrdinalIgnoreCase) && char.IsUpper(word[0]))
                return 1;
            if (word.Length > end.Length + 1 && word.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return 2;
        }

        foreach (var end in PlaceEnds)
        {
            if (word.Length > end.Length + 1 && word.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return 1;
        }

        return 0;
    }

    // Prefixes, initials, ranks and ordinals in front: 1e Van der Helststraat, Burg. de Vlugtlaan, Oude Gracht.
    private static int FirstOfStreet(in CellText cell, int street)
    {
        var tokens = cell.Tokens;
        var first = street;
        for (var back = 1; back <= 4 && street - back >= 0; back++)
        {
            var token = tokens[street - back];
            var gap = cell.Text[token.End..tokens[street - back + 1].Start];
            if (gap.Length > 2 || gap.ContainsAnyExcept(" .-'"))
                break;
            if (token.IsCapitalized)
                first = street - back;
            else if (!NameWords.IsPrefix(cell.Word(token)))
                break;
        }

        return tokens[first].Start;
    }

    // "Oude Gracht", "Hoge Rijndijk": the capital may stand on the word before.
    private static bool HasCapitalBefore(in CellText cell, int street) =>
        street > 0 && cell.Tokens[street - 1].IsCapitalized && cell.Text[cell.Tokens[street - 1].End..cell.Tokens[street].Start] is " "
        && street > 1;

    private static bool StartsNumber(in CellText cell, int i)
    {
        var token = cell.Tokens[i];
        if (cell.Text[token.Start] == '0')
            return false;
        var after = cell.At(token.End);
        return after switch
        {
            ':' or '%' or '°' or '€' => false,
            ',' or '.' => !char.IsAsciiDigit(cell.At(token.End + 1)),
            '/' => !char.IsAsciiDigit(cell.At(token.End + 1)) || token.Length < 3,
            _ => true,
        };
    }

    private static bool IsQuantity(in CellText cell, int i)
    {
        if (i + 1 >= cell.Tokens.Length)
            return false;
        var next = cell.Tokens[i + 1];
        var gap = cell.Text[cell.Tokens[i].End..next.Start];
        if (next.IsNumber || next.IsCapitalized || gap is not (" " or "" or "-"))
            return false;
        var word = cell.Word(next);
        if (Contains(Quantities, word))
            return gap != "-" && !(gap.IsEmpty && word.Length == 1);
        if (gap.IsEmpty || gap == "-" || word.Length < 4 || Contains(PluralVerbs, word) || IsParticiple(word))
            return false;
        return word.EndsWith("en") || word.EndsWith("ers") || word.EndsWith("jes") || word.EndsWith("els") || word.EndsWith("ies") || word.EndsWith("ors");
    }

    private static bool IsParticiple(ReadOnlySpan<char> word) =>
        (word.StartsWith("ge") || word.StartsWith("ver") || word.StartsWith("be") || word.StartsWith("ont") || word.Contains("ge", StringComparison.Ordinal))
        && word.EndsWith("en");

    private static bool EndsThere(in CellText cell, int i)
    {
        var rest = cell.Text[EndOfNumber(cell.Text, cell.Tokens[i].End)..].TrimStart(' ');
        return rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) || i + 1 >= cell.Tokens.Length || IsParticiple(cell.Word(cell.Tokens[i + 1]))
            || rest.StartsWith("met ") || rest.StartsWith("in ") || rest.StartsWith("en ") || rest.StartsWith("te ") || rest.StartsWith("t/m ") || rest.StartsWith("meldt");
    }

    // A, bis, hs, II, -3, 3 hoog.
    private static int EndOfNumber(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '-' or '/' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))))
            i++;
        return i;
    }

    // nummer 14 aan de Vaartweg.
    private static bool IsNumberOfStreet(in CellText cell, int i, out int last)
    {
        last = i;
        if (i == 0 || !IsOneOf(cell.Word(cell.Tokens[i - 1]), "nummer", "nr", "huisnummer", "huisnr"))
            return false;
        for (var next = i + 1; next <= i + 5 && next < cell.Tokens.Length; next++)
        {
            if (cell.Tokens[next].IsCapitalized && Kind(cell.Word(cell.Tokens[next])) == 2)
            {
                last = next;
                return true;
            }
        }

        return false;
    }

    private static bool IsNoName(ReadOnlySpan<char> word) => Contains(NoNames, word);

    private static bool IsOneOf(ReadOnlySpan<char> word, params ReadOnlySpan<string> words) => Contains(words, word);

    private static bool Contains(ReadOnlySpan<string> words, ReadOnlySpan<char> word)
    {
        foreach (var known in words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
