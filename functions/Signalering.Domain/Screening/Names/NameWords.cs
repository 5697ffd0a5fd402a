using System.Collections.Frozen;

namespace Signalering.Domain.Screening;

/// <summary>Closed lists of words that say whether a name stands beside them; compared by <see cref="WordKey.Hash"/>.</summary>
internal static class NameWords
{
    /// <summary>Titles after which any word with a capital is a name; folded.</summary>
    public static readonly string[] TitleWords =
    [
        "dhr", "hr", "mw", "mvr", "mevr", "mevrouw", "meneer", "mijnheer", "heer", "fam", "familie", "echtpaar", "mej", "mejuffrouw", "mr", "dr", "drs",
        "ir", "ing", "prof", "ds", "weduwe", "wed", "dokter", "dominee", "pastoor", "imam", "rabbijn", "zuster", "broeder", "juffrouw", "juf", "meester",
        "mrs", "miss", "monsieur", "madame", "herr", "frau", "pan", "pani", "gezin",
    ];

    /// <summary>Titles that also begin the name of a street or mean something else.</summary>
    public static readonly FrozenSet<ulong> WeakTitles = Set(
        "mr dr drs ir ing prof ds gezin familie heer broeder zuster meester juf dokter dominee pastoor pan wed");

    /// <summary>Words between the parts of a name.</summary>
    private static readonly FrozenSet<ulong> Prefixes = Set(
        "van de der den het t ten ter te el al la le las los da dos das do di del della du bin ben ibn v d vd vander vanden von zu op in aan uit s abu " +
        "bou ait ould oulad bel ul ur lo ver van't vant 't");

    /// <summary>Prefixes that nearly only stand in names.</summary>
    public static readonly FrozenSet<ulong> NamePrefixes = Set("van der den ten ter el al vd v von ibn bin da dos del abu ait ben ter");

    /// <summary>Prefixes that also stand before a place: a gezin uit Oekraïne.</summary>
    public static readonly FrozenSet<ulong> PlacePrefixes = Set("uit in op aan te");

    /// <summary>Verbs that only a person does.</summary>
    public static readonly FrozenSet<ulong> PersonVerbs = Set(
        "belt wil durft vertelt vraagt zegt huilt drinkt slaapt denkt spijbelt appt mailt belde vertelde vroeg zei wilde durfde appte mailde gamet piekert huilde");

    /// <summary>Verbs of which a person is the subject.</summary>
    public static readonly FrozenSet<ulong> Verbs = Set(
        "is heeft wil belt kwam durft komt gaat zit staat woont werkt vraagt zoekt kan moet mag had was werd wordt krijgt vertelt meldt geeft maakt slaapt " +
        "drinkt blijft voelt vindt ziet wilde kon moest belde kreeg vertelde appte mailde slikt gebruikt verblijft verhuist weigert stopt leert loopt " +
        "spreekt spijbelt huilt zegt denkt helpt neemt doet wacht verzorgt regelt heet appt mailt reageert vergeet rookt gamet bezoekt betaalt begrijpt " +
        "ligt valt viel leeft mist snapt schreeuwt slaat bedreigt verkoopt verdient volgt draagt gaf ging deed zei zat lag bleef liep sprak dronk " +
        "zal zou hoort kent weet houdt brengt haalt rijdt oefent zwijgt logeert verlangt ontvangt overlegt meldde vroeg zocht wou schrikt twijfelt piekert");

    /// <summary>Persons in front of a name.</summary>
    public static readonly FrozenSet<ulong> Relations = Set(
        "zoon zoontje dochter dochtertje broer broertje zus zusje moeder vader mama papa oom tante oma opa nicht nichtje neef neefje collega buurman buurvrouw " +
        "buur buurjongen buurmeisje vriend vriendin vriendje partner ex man vrouw client cliente cliënt cliënte klant stagiair stagiaire vrijwilliger maatje wijkagent agent " +
        "consulent coach ouder ouders kind kinderen baby peuter kleuter jongen meisje tweeling mantelzorger bewoner bewoonster huisarts poh begeleider " +
        "begeleidster jobcoach maatschappelijk werker mentor curator bewindvoerder leerling cursist deelnemer stiefvader stiefmoeder schoonzoon schoondochter " +
        "schoonmoeder schoonvader kleinzoon kleindochter kleinkind verpleegkundige wijkverpleegkundige tolk casusregisseur gezinscoach jongerenwerker juf meester docent " +
        "leerkracht gezinsvoogd voogd advocaat deurwaarder psycholoog behandelaar");

    /// <summary>Words in front of a name that is also a word.</summary>
    public static readonly FrozenSet<ulong> Leads = Set(
        "met van voor aan bij namens door via tav heet heette genaamd naar en groet groeten cc tegen over");

    /// <summary>What a capitalised word is when it stands behind "the": the rest of a sentence, no name.</summary>
    public static readonly FrozenSet<ulong> FunctionWords = Set(
        "ik jij hij zij wij we ze u het de een en of maar want dus als dan die dat deze dit hoe wat waar wie er is was zijn heeft had wordt werd kan zal moet mag " +
        "gaat komt doet ziet belt wil niet geen naar van voor met zonder tegen tot uit aan bij door over onder op in om na per ook nog weer wel zeer veel meer alle " +
        "vandaag morgen gisteren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober " +
        "november december via ivm mbt tijdens sinds vanaf nieuwe nieuw geeft vraagt zit staat woont werkt krijgt vindt voelt zoekt maakt slaapt");

    /// <summary>Words behind or at the end of a name that make it an institution or a place.</summary>
    public static readonly FrozenSet<ulong> InstitutionAfter = Set(
        "school scholen basisschool college lyceum gymnasium huis huisje kerk moskee plein park straat laan weg buurt wijk kwartier court foundation stichting " +
        "fonds kliniek ziekenhuis museum centrum centra groep veld toernooi cafe café hof flat toren brug zaal hal bad bos kade gracht singel dreef haven markt " +
        "methode methodiek training cursus therapie matrix score model project team werkgroep instituut academie universiteit hogeschool bibliotheek theater " +
        "bioscoop stadion arena club vereniging bv nv winkel supermarkt bank apotheek hospice verpleeghuis verzorgingshuis zorg thuiszorg zorggroep oord hoeve " +
        "boerderij manege hotel restaurant bar gebouw complex hal station halte ring bridge festival feest dag week maand jaar cup prijs lezing concert show film " +
        "boek serie podcast krant wet norm syndroom ziekte schaal test lijst code app website alert campagne piramide dorp stad gemeente provincie regio land " +
        "kinderziekenhuis management");

    /// <summary>Words in front of a name that make it an institution, a street or a title of something.</summary>
    public static readonly FrozenSet<ulong> InstitutionBefore = Set(
        "stichting sint st school basisschool wijkcentrum buurthuis buurtcentrum cafe café kerk moskee methode methodiek training cursus project team museum koning " +
        "koningin prins prinses programma werkgroep vereniging winkel hotel restaurant ziekenhuis kliniek verpleeghuis zorgcentrum woonzorgcentrum hospice huize " +
        "instelling organisatie praktijk apotheek supermarkt theater speeltuin park plein straat laan flat gebouw locatie zaal zorggroep college lyceum wijk buurt " +
        "merk type model lezing film boek bureau kinderopvang kdv peuterspeelzaal fonds firma bedrijf poli polikliniek verpleegafdeling afdeling lied serie voorstelling" +
        " musical concert station halte gemeente provincie stad dorp  dienst piramide wet norm");

    /// <summary>Months; some are first names too.</summary>
    public static readonly FrozenSet<ulong> Months = Set(
        "januari februari maart april mei juni juli augustus september oktober november december");

    /// <summary>Words in front of a place.</summary>
    public static readonly FrozenSet<ulong> PlaceBefore = Set(
        "in te uit naar regio rond gemeente omgeving station nabij tussen rondom vanuit richting wijk buurt dorp stad kamp azc rechtbank");

    /// <summary>Words in front of a letter that is no initial.</summary>
    public static readonly FrozenSet<ulong> LetterBefore = Set(
        "groep plan optie klas deel bijlage rij lokaal kamer hepatitis vitamine type team blok lijn categorie niveau rijbewijs variant fase stap unit ingang trap punt lid cluster perron");

    /// <summary>Abbreviations that do not end a sentence.</summary>
    public static readonly FrozenSet<ulong> Abbreviations = Set(
        "tav ivm mbt obv tel nr nrs dhr mw mevr mvr hr fam evt incl excl resp dd afspr cl bijv bv oa ca mn obv ihkv nav tgv mr dr drs ir ing prof ds burg st pr " +
        "gem tnv tbv tov gesp tk ref bijz ass wijkverpl verpl coord med psych v d a i b m t o e");

    private static readonly string[] StreetEnds =
        ["straat", "laan", "weg", "plein", "gracht", "kade", "singel", "dreef", "plantsoen", "steeg", "hof", "pad", "dijk", "park", "straatje", "pleintje", "school", "huis", "buurt", "wijk", "kerk", "college", "kwartier", "fonds", "centrum"];

    /// <summary>Whether a word joins parts of a name.</summary>
    public static bool IsPrefix(Token token) => token.Length <= 6 && Prefixes.Contains(token.Hash);

    /// <summary>Whether a word joins parts of a name.</summary>
    public static bool IsPrefix(ReadOnlySpan<char> word) => word.Length <= 6 && Prefixes.Contains(WordKey.Hash(word));

    /// <summary>Whether a word is by its end a street, a school, a wijk.</summary>
    public static bool IsStreetOrInstitution(ReadOnlySpan<char> word)
    {
        foreach (var end in StreetEnds)
        {
            if (word.Length > end.Length + 2 && word.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static FrozenSet<ulong> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => WordKey.Hash(word)).ToFrozenSet();
}
