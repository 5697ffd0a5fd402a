namespace Signalering.Domain.Intake;

/// <summary>Stable code of something that a person has to mend; each has a page in <c>docs/problemen/</c>.</summary>
/// <param name="Value">As printed: <c>SIG1001</c>. 1xxx speaks of the delivery, 2xxx of a row.</param>
/// <param name="Titel">Dutch title, the heading of its page.</param>
public sealed record ProblemCode(string Value, string Titel)
{
    /// <summary>The file is not a table that we can recognise.</summary>
    public static readonly ProblemCode GeenTabel = new("SIG1001", "Geen tabel");

    /// <summary>The folder is not one of a known team.</summary>
    public static readonly ProblemCode OnbekendWijkteam = new("SIG1002", "Onbekend wijkteam");

    /// <summary>Zero bytes.</summary>
    public static readonly ProblemCode LeegBestand = new("SIG1003", "Leeg bestand");

    /// <summary>A header and nothing under it.</summary>
    public static readonly ProblemCode GeenRijen = new("SIG1004", "Geen rijen");

    /// <summary>The name or the place in the inbox cannot be used.</summary>
    public static readonly ProblemCode OngeldigePlaats = new("SIG1005", "Ongeldige bestandsnaam of plaats");

    /// <summary>Over the size limit.</summary>
    public static readonly ProblemCode TeGroot = new("SIG1006", "Bestand te groot");

    /// <summary>A kind of file that is not read.</summary>
    public static readonly ProblemCode Bestandssoort = new("SIG1007", "Bestandssoort wordt niet gelezen");

    /// <summary>A column is missing without which nothing can be counted.</summary>
    public static readonly ProblemCode KolomOntbreekt = new("SIG1008", "Verplichte kolom ontbreekt");

    /// <summary>More bad rows than the configured share.</summary>
    public static readonly ProblemCode TeVeelFouteRijen = new("SIG1009", "Te veel foute rijen");

    /// <summary>Personal data: the file is refused and deleted at once.</summary>
    public static readonly ProblemCode Persoonsgegevens = new("SIG1010", "Persoonsgegevens gevonden");

    /// <summary>The file breaks off or cannot be unpacked.</summary>
    public static readonly ProblemCode Beschadigd = new("SIG1011", "Bestand is beschadigd of afgebroken");

    /// <summary>Five attempts failed on our side.</summary>
    public static readonly ProblemCode VerwerkingMislukt = new("SIG1012", "Verwerking mislukt");

    /// <summary>A newer delivery took its place before this one was read.</summary>
    public static readonly ProblemCode Vervangen = new("SIG1013", "Vervangen door een nieuwere levering");

    /// <summary>Less than half of what it replaces: accepted, with a loud warning.</summary>
    public static readonly ProblemCode VeelKleiner = new("SIG1014", "Veel kleiner dan de vorige levering");

    /// <summary>The same bytes were counted before.</summary>
    public static readonly ProblemCode ZelfdeInhoud = new("SIG1015", "Dezelfde inhoud al eerder geleverd");

    /// <summary>Two columns say the same thing.</summary>
    public static readonly ProblemCode KolomDubbel = new("SIG1016", "Kolom dubbel");

    /// <summary>Something may be personal: a person has to look first, nothing is counted.</summary>
    public static readonly ProblemCode Quarantaine = new("SIG1101", "Misschien persoonsgegevens");

    /// <summary>A header announces something sensitive.</summary>
    public static readonly ProblemCode GevoeligeKolom = new("SIG1102", "Kolom met gevoelige gegevens");

    /// <summary>The case numbers can be turned back into persons.</summary>
    public static readonly ProblemCode GeenPseudoniem = new("SIG1103", "Casusnummers zijn geen pseudoniemen");

    /// <summary>Few cases share a combination of columns.</summary>
    public static readonly ProblemCode Herleidbaar = new("SIG1104", "Combinatie van kenmerken is herleidbaar");

    /// <summary>The values of a column as a whole identify persons.</summary>
    public static readonly ProblemCode PersonenInKolom = new("SIG1105", "Kolom met gegevens van personen");

    /// <summary>Nobody released a held delivery in time.</summary>
    public static readonly ProblemCode QuarantaineVerlopen = new("SIG1106", "Niet op tijd vrijgegeven");

    /// <summary>A person refused a held delivery.</summary>
    public static readonly ProblemCode QuarantaineGeweigerd = new("SIG1107", "Geweigerd na controle door een mens");

    /// <summary>The cell holds no date.</summary>
    public static readonly ProblemCode GeenDatum = new("SIG2001", "Geen datum");

    /// <summary>A date that cannot be the day of an activity.</summary>
    public static readonly ProblemCode DatumKanNiet = new("SIG2002", "Datum kan niet");

    /// <summary>Not a wijk of this municipality.</summary>
    public static readonly ProblemCode OnbekendeWijk = new("SIG2003", "Onbekende wijk");

    /// <summary>The cell holds no duration.</summary>
    public static readonly ProblemCode GeenDuur = new("SIG2004", "Geen duur");

    /// <summary>Negative, or longer than a day.</summary>
    public static readonly ProblemCode DuurKanNiet = new("SIG2005", "Duur kan niet");

    /// <summary>Not a number of participants.</summary>
    public static readonly ProblemCode DeelnemersOnleesbaar = new("SIG2006", "Aantal deelnemers niet te lezen");

    /// <summary>More cells than the header has.</summary>
    public static readonly ProblemCode AantalCellen = new("SIG2007", "Te veel cellen in de rij");

    /// <summary>A cell over the limit.</summary>
    public static readonly ProblemCode CelTeLang = new("SIG2008", "Cel te lang");

    /// <summary>A cell may hold something personal.</summary>
    public static readonly ProblemCode MogelijkPersoonsgegeven = new("SIG2101", "Misschien een persoonsgegeven");

    /// <summary>All codes, in order.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
    [
        GeenTabel, OnbekendWijkteam, LeegBestand, GeenRijen, OngeldigePlaats, TeGroot, Bestandssoort, KolomOntbreekt,
        TeVeelFouteRijen, Persoonsgegevens, Beschadigd, VerwerkingMislukt, Vervangen, VeelKleiner, ZelfdeInhoud,
        KolomDubbel, Quarantaine, GevoeligeKolom, GeenPseudoniem, Herleidbaar, PersonenInKolom, QuarantaineVerlopen,
        QuarantaineGeweigerd, GeenDatum, DatumKanNiet,
        OnbekendeWijk, GeenDuur, DuurKanNiet, DeelnemersOnleesbaar, AantalCellen, CelTeLang, MogelijkPersoonsgegeven,
        .. IntakeCodes.All,
    ];

    /// <summary>The code as printed.</summary>
    public override string ToString() => Value;
}
