using System.Globalization;

namespace Signalering.Domain.Intake;

/// <summary>Dutch texts of problems: what is wrong, what was expected, what to do; never the content of a cell.</summary>
public static class Messages
{
    /// <summary>SIG1001.</summary>
    public static Problem GeenTabel() => new(ProblemCode.GeenTabel, Place.Bestand,
        "hierin is geen tabel met activiteiten herkend. Verwacht: een rij met kolomkoppen zoals Datum, Omschrijving en " +
        "Wijk, met daaronder een rij per activiteit. Lever de export van het registratiesysteem zelf aan.");

    /// <summary>SIG1002.</summary>
    public static Problem OnbekendWijkteam() => new(ProblemCode.OnbekendWijkteam, Place.Bestand,
        "de map is niet van een wijkteam dat bij deze gemeente bekend is. Verwacht: exports/{wijkteam}/{bestand} met de " +
        "sleutel die het team bij de start heeft gekregen. Vraag de beheerder van de gemeente om de juiste map.");

    /// <summary>SIG1003.</summary>
    public static Problem LeegBestand() => new(ProblemCode.LeegBestand, Place.Bestand,
        "het bestand is leeg (0 bytes). Verwacht: een export met activiteiten. Maak de export opnieuw en lever opnieuw aan.");

    /// <summary>SIG1004.</summary>
    public static Problem GeenRijen() => new(ProblemCode.GeenRijen, Place.Bestand,
        "onder de kolomkoppen staat geen enkele activiteit. Verwacht: minstens één rij. Was er echt geen activiteit in " +
        "deze maand, meld dat dan aan de beheerder: een lege levering telt niet als nul.");

    /// <summary>SIG1005.</summary>
    public static Problem OngeldigePlaats() => new(ProblemCode.OngeldigePlaats, Place.Bestand,
        "de plaats of de naam van het bestand kan niet worden gebruikt. Verwacht: exports/{wijkteam}/{bestand}, zonder " +
        "submappen en zonder vreemde tekens in de naam. Geef het bestand een gewone naam en lever opnieuw aan.");

    /// <summary>SIG1006.</summary>
    /// <param name="bytes">Size as delivered.</param>
    /// <param name="limit">Largest size that is read.</param>
    public static Problem TeGroot(long bytes, long limit) => new(ProblemCode.TeGroot, Place.Bestand, string.Create(
        CultureInfo.GetCultureInfo("nl-NL"),
        $"het bestand is {bytes / 1_048_576.0:N0} MiB. Verwacht: hoogstens {limit / 1_048_576.0:N0} MiB. Lever per maand of per kwartaal aan."));

    /// <summary>SIG1007.</summary>
    /// <param name="gevonden">What the file seems to be, in Dutch.</param>
    public static Problem Bestandssoort(string gevonden) => new(ProblemCode.Bestandssoort, Place.Bestand,
        $"{gevonden}. Verwacht: een .csv- of .xlsx-bestand. Sla het bestand op als .xlsx of .csv en lever opnieuw aan.");

    /// <summary>SIG1008.</summary>
    /// <param name="waarvoor">What is missing, in Dutch.</param>
    /// <param name="voorbeelden">Headers that would do.</param>
    public static Problem KolomOntbreekt(string waarvoor, string voorbeelden) => new(
        ProblemCode.KolomOntbreekt, Place.Bestand,
        $"er is geen kolom met {waarvoor}. Verwacht: een kolom met een kop als {voorbeelden}. Voeg de kolom toe aan de " +
        "export en lever opnieuw aan.");

    /// <summary>SIG1009.</summary>
    public static Problem TeVeelFouteRijen(int fout, int rijen, double grens) => new(
        ProblemCode.TeVeelFouteRijen, Place.Bestand, string.Create(
            CultureInfo.GetCultureInfo("nl-NL"),
            $"{fout:N0} van {rijen:N0} rijen kunnen niet worden geteld. Verwacht: hoogstens {grens:P0}. Verbeter de rijen die hieronder staan en lever opnieuw aan; er is nu niets geteld."));

    /// <summary>SIG1010, for the file.</summary>
    public static Problem Persoonsgegevens(int plaatsen) => new(
        ProblemCode.Persoonsgegevens, Place.Bestand, string.Create(
            CultureInfo.GetCultureInfo("nl-NL"),
            $"op {plaatsen:N0} {(plaatsen == 1 ? "plaats" : "plaatsen")} staan gegevens die naar een persoon kunnen leiden. Het bestand is geweigerd en direct verwijderd. Haal de gegevens weg op de plaatsen die hieronder staan en lever opnieuw aan."));

    /// <summary>SIG1010, for one place.</summary>
    /// <param name="waar">Row and column.</param>
    /// <param name="soort">Kind of data, in Dutch.</param>
    public static Problem Persoonsgegeven(Place waar, string soort) => new(ProblemCode.Persoonsgegevens, waar,
        $"hier lijkt {soort} te staan. Verwacht: geen gegevens die naar een persoon leiden. Haal het weg en lever opnieuw aan.");

    /// <summary>SIG1010, for a column whose header announces personal data.</summary>
    /// <param name="letter">Column as Excel names it.</param>
    public static Problem PersoonlijkeKolom(string letter) => new(
        ProblemCode.Persoonsgegevens, new Place(null, letter),
        "de kop van deze kolom kondigt gegevens van personen aan. Verwacht: geen namen, adressen, geboortedatums, " +
        "telefoonnummers of BSN. Verwijder de kolom uit de export en lever opnieuw aan.");

    /// <summary>SIG1011.</summary>
    /// <param name="rij">Row where it breaks off; null when unknown.</param>
    public static Problem Beschadigd(int? rij) => new(ProblemCode.Beschadigd, new Place(rij, null),
        "het bestand breekt hier af of is beschadigd. Verwacht: een volledig bestand. Maak de export opnieuw, wacht tot het " +
        "wegschrijven klaar is en lever opnieuw aan; er is nu niets geteld.");

    /// <summary>SIG1012.</summary>
    public static Problem VerwerkingMislukt(int pogingen) => new(
        ProblemCode.VerwerkingMislukt, Place.Bestand, string.Create(
            CultureInfo.InvariantCulture,
            $"de verwerking is {pogingen} keer mislukt door een storing bij ons. Aan het bestand hoeft niets te veranderen; het blijft bewaard. De beheerder heeft bericht gekregen en biedt de levering opnieuw aan."));

    /// <summary>SIG1013.</summary>
    public static Problem Vervangen() => new(ProblemCode.Vervangen, Place.Bestand,
        "voordat deze levering gelezen was, kwam er onder dezelfde naam een nieuwere. Alleen de nieuwere telt; er hoeft " +
        "niets te gebeuren.");

    /// <summary>SIG1014.</summary>
    public static Problem VeelKleiner(string maand, int was, int wordt) => new(
        ProblemCode.VeelKleiner, Place.Bestand, string.Create(
            CultureInfo.GetCultureInfo("nl-NL"),
            $"LET OP: voor {maand} vervangt deze levering {was:N0} activiteiten door {wordt:N0}, minder dan de helft. Een levering geldt als volledig voor de maanden die erin voorkomen. Klopt dat niet, lever {maand} dan opnieuw en volledig aan."));

    /// <summary>SIG1015.</summary>
    public static Problem ZelfdeInhoud() => new(ProblemCode.ZelfdeInhoud, Place.Bestand,
        "precies dezelfde inhoud is al eerder geleverd. Er verandert niets aan de tellingen; er hoeft niets te gebeuren.");

    /// <summary>SIG1016.</summary>
    public static Problem KolomDubbel(string eerste, string tweede) => new(
        ProblemCode.KolomDubbel, new Place(null, tweede),
        $"deze kolom zegt hetzelfde als kolom '{eerste}'. Alleen '{eerste}' is gelezen. Verwijder een van beide uit de export.");

    /// <summary>SIG2001.</summary>
    public static Problem GeenDatum(Place waar) => new(ProblemCode.GeenDatum, waar,
        "geen datum. Verwacht: 31-12-2026 of 2026-12-31. Pas de cel aan en lever opnieuw aan.");

    /// <summary>SIG2002.</summary>
    public static Problem DatumKanNiet(Place waar) => new(ProblemCode.DatumKanNiet, waar,
        "deze datum kan niet de dag van een activiteit zijn. Verwacht: een dag van 2000 tot en met de dag van levering. " +
        "Pas de cel aan en lever opnieuw aan.");

    /// <summary>SIG2003.</summary>
    public static Problem OnbekendeWijk(Place waar, string gemeente) => new(ProblemCode.OnbekendeWijk, waar,
        $"dit is geen wijk van {gemeente}. Verwacht: naam of CBS-code van een wijk, of 'elders' of 'onbekend'. Pas de cel aan " +
        "en lever opnieuw aan, of vraag de beheerder om deze schrijfwijze toe te voegen.");

    /// <summary>SIG2004.</summary>
    public static Problem GeenDuur(Place waar) => new(ProblemCode.GeenDuur, waar,
        "geen duur. Verwacht: 45, 0:45 of 0,75. De activiteit telt mee zonder uren; pas de cel aan en lever opnieuw aan.");

    /// <summary>SIG2005.</summary>
    public static Problem DuurKanNiet(Place waar) => new(ProblemCode.DuurKanNiet, waar,
        "deze duur kan niet. Verwacht: 0 tot en met 24 uur. De activiteit telt mee zonder uren; pas de cel aan en lever " +
        "opnieuw aan.");

    /// <summary>SIG2006.</summary>
    public static Problem DeelnemersOnleesbaar(Place waar) => new(ProblemCode.DeelnemersOnleesbaar, waar,
        "geen aantal deelnemers. Verwacht: 12, 'ca 20' of '12-14'. De activiteit telt mee zonder deelnemers; pas de cel aan " +
        "en lever opnieuw aan.");

    /// <summary>SIG2007.</summary>
    public static Problem AantalCellen(Place waar, int verwacht, int gevonden) => new(
        ProblemCode.AantalCellen, waar, string.Create(
            CultureInfo.InvariantCulture,
            $"deze rij heeft {gevonden} cellen. Verwacht: {verwacht}, net als de kolomkoppen. Zet tekst met een scheidingsteken erin tussen aanhalingstekens en lever opnieuw aan."));

    /// <summary>SIG2008.</summary>
    public static Problem CelTeLang(Place waar) => new(ProblemCode.CelTeLang, waar,
        "deze cel is langer dan 100.000 tekens. Verwacht: een korte omschrijving. Kort de tekst in en lever opnieuw aan.");
}
