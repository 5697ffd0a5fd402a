using System.Globalization;

namespace Signalering.Domain.Intake;

/// <summary>Codes of what only the reading of a table can find: 12xx of the delivery, 22xx of a row.</summary>
public static class IntakeCodes
{
    /// <summary>Letters that a wrong encoding had broken were put right.</summary>
    public static readonly ProblemCode LettersHersteld = new("SIG1201", "Letters hersteld");

    /// <summary>Letters were lost before the file reached us.</summary>
    public static readonly ProblemCode LettersKwijt = new("SIG1202", "Letters kwijt");

    /// <summary>The headers differ from those of the source's profile.</summary>
    public static readonly ProblemCode KoppenVeranderd = new("SIG1203", "Kolomkoppen veranderd");

    /// <summary>Columns that mean nothing to us.</summary>
    public static readonly ProblemCode KolomNietHerkend = new("SIG1204", "Kolom niet herkend");

    /// <summary>A sheet with another table, or none.</summary>
    public static readonly ProblemCode WerkbladNietGelezen = new("SIG1205", "Werkblad niet gelezen");

    /// <summary>Rows that a filter hides.</summary>
    public static readonly ProblemCode VerborgenRijen = new("SIG1206", "Verborgen rijen tellen mee");

    /// <summary>Pictures or objects, which nothing can screen.</summary>
    public static readonly ProblemCode NietTeControleren = new("SIG1207", "Inhoud is niet te controleren");

    /// <summary>The column with row numbers repeats itself.</summary>
    public static readonly ProblemCode NummerNietUniek = new("SIG1208", "Nummer is niet uniek");

    /// <summary>The profile that the municipality chose for the team does not fit the file.</summary>
    public static readonly ProblemCode ProfielPastNiet = new("SIG1209", "Profiel past niet");

    /// <summary>The same row twice.</summary>
    public static readonly ProblemCode DubbeleRij = new("SIG2201", "Dubbele rij");

    /// <summary>The same number in another row.</summary>
    public static readonly ProblemCode ZelfdeNummer = new("SIG2202", "Nummer komt vaker voor");

    /// <summary>A quote that is never closed, read as text.</summary>
    public static readonly ProblemCode LosAanhalingsteken = new("SIG2203", "Los aanhalingsteken");

    /// <summary>All of these, in order.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
    [
        LettersHersteld, LettersKwijt, KoppenVeranderd, KolomNietHerkend, WerkbladNietGelezen, VerborgenRijen,
        NietTeControleren, NummerNietUniek, ProfielPastNiet, DubbeleRij, ZelfdeNummer, LosAanhalingsteken,
    ];
}

/// <summary>Dutch texts of <see cref="IntakeCodes"/>: what is wrong, what was expected, what to do; never the content
/// of a cell.</summary>
public static class IntakeMessages
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>SIG1201.</summary>
    public static Problem LettersHersteld(int cellen) => new(IntakeCodes.LettersHersteld, Place.Bestand, string.Create(
        Dutch,
        $"in {cellen:N0} {Cells(cellen)} stonden letters met een accent als twee of drie vreemde tekens. Verwacht: é, ë en €. Ze zijn bij het lezen hersteld. Sla de export voortaan op als 'CSV UTF-8' of als .xlsx."));

    /// <summary>SIG1202.</summary>
    public static Problem LettersKwijt(int cellen) => new(IntakeCodes.LettersKwijt, Place.Bestand, string.Create(
        Dutch,
        $"in {cellen:N0} {Cells(cellen)} staat een vervangteken waar een letter met een accent stond. Verwacht: é, ë en €. De rijen tellen mee, maar de letters zijn niet terug te halen. Maak de export opnieuw als 'CSV UTF-8' of als .xlsx."));

    /// <summary>SIG1203.</summary>
    /// <param name="wat">What changed, in our own words.</param>
    public static Problem KoppenVeranderd(string wat) => new(IntakeCodes.KoppenVeranderd, Place.Bestand,
        $"de kolomkoppen zijn anders dan wij van dit systeem kennen: {wat}. De levering is gewoon gelezen. Is het formulier " +
        "of het systeem veranderd, meld het dan aan de beheerder: cijfers van ervoor en erna zijn misschien niet vergelijkbaar.");

    /// <summary>SIG1204.</summary>
    /// <param name="kolommen">Letters as Excel shows them.</param>
    /// <param name="deel">Sheet, or null.</param>
    public static Problem KolomNietHerkend(IReadOnlyList<string> kolommen, string? deel) => new(
        IntakeCodes.KolomNietHerkend, new Place(null, null, deel),
        $"{(kolommen.Count == 1 ? "kolom" : "de kolommen")} {Listed(kolommen)} {(kolommen.Count == 1 ? "is" : "zijn")} niet " +
        "herkend en verder niet gelezen. Verwacht: kolomkoppen zoals Datum, Duur en Omschrijving. Hoort de kolom mee te " +
        "tellen, vraag de beheerder dan om de kop toe te voegen; anders kan de kolom uit de export.");

    /// <summary>SIG1205.</summary>
    /// <param name="deel">Sheet in our own words.</param>
    /// <param name="heeftTabel">False: no table was found there.</param>
    public static Problem WerkbladNietGelezen(string deel, bool heeftTabel) => new(
        IntakeCodes.WerkbladNietGelezen, new Place(null, null, deel),
        (heeftTabel
            ? "hierop staat een tabel met andere kolommen dan op het eerste werkblad met activiteiten. "
            : "hierop is geen tabel met activiteiten herkend. ") +
        "Verwacht: werkbladen met dezelfde kolomkoppen. Dit werkblad is niet geteld. Horen er activiteiten bij, lever ze dan " +
        "in dezelfde vorm aan.");

    /// <summary>SIG1206.</summary>
    public static Problem VerborgenRijen(int rijen) => new(IntakeCodes.VerborgenRijen, Place.Bestand, string.Create(
        Dutch,
        $"{rijen:N0} {Rows(rijen)} in het Excel-bestand {(rijen == 1 ? "is" : "zijn")} verborgen, bijvoorbeeld door een filter. Verborgen rijen tellen gewoon mee. Horen ze niet bij de levering, verwijder ze dan en lever opnieuw aan."));

    /// <summary>SIG1207.</summary>
    /// <param name="soort">Dutch: what it is.</param>
    public static Problem NietTeControleren(string soort) => new(IntakeCodes.NietTeControleren, Place.Bestand,
        $"in het Excel-bestand zit {soort}, en daarvan kunnen wij niet nagaan of er persoonsgegevens in staan. Verwacht: " +
        "alleen werkbladen met cellen. Verwijder het, of sla het werkblad op als .csv, en lever opnieuw aan.");

    /// <summary>SIG1208.</summary>
    /// <param name="kolom">Our name of the column.</param>
    public static Problem NummerNietUniek(string kolom) => new(IntakeCodes.NummerNietUniek, new Place(null, kolom),
        "dezelfde waarde staat bij veel verschillende rijen; dit is dus geen nummer van de rij. Alle rijen zijn geteld. Heeft " +
        "het systeem een eigen nummer per activiteit, zet dat dan in de export: dan vallen dubbele rijen op.");

    /// <summary>SIG1209.</summary>
    /// <param name="profiel">Name of the profile.</param>
    public static Problem ProfielPastNiet(string profiel) => new(IntakeCodes.ProfielPastNiet, Place.Bestand,
        $"voor dit team is het profiel '{profiel}' ingesteld, maar minder dan de helft van die kolomkoppen staat in het " +
        "bestand. Het bestand is gelezen met de algemene lijst van kolomkoppen. Lever de export uit het gewone systeem aan, " +
        "of vraag de beheerder om een ander profiel.");

    /// <summary>SIG2201.</summary>
    public static Problem DubbeleRij(Place waar) => new(IntakeCodes.DubbeleRij, waar,
        "deze rij is in alle cellen gelijk aan een eerdere rij. Verwacht: elke activiteit één keer. Deze rij is niet nog een " +
        "keer geteld; haal haar weg uit de export.");

    /// <summary>SIG2202.</summary>
    public static Problem ZelfdeNummer(Place waar) => new(IntakeCodes.ZelfdeNummer, waar,
        "dit nummer staat ook bij een eerdere rij, met andere inhoud. Verwacht: een eigen nummer per activiteit. Alleen de " +
        "eerste rij is geteld; laat de juiste rij staan en lever opnieuw aan.");

    /// <summary>SIG2203.</summary>
    public static Problem LosAanhalingsteken(Place waar) => new(IntakeCodes.LosAanhalingsteken, waar,
        "in deze rij staat een aanhalingsteken (\") dat niet wordt gesloten. Verwacht: een aanhalingsteken voor en na de tekst, " +
        "en een aanhalingsteken in de tekst verdubbeld. Het teken is als gewone tekst gelezen; kijk na of de cellen van de rij " +
        "kloppen, en haal het losse aanhalingsteken weg.");

    internal static string Listed(IReadOnlyList<string> items)
    {
        const int Most = 10;
        var shown = string.Join(", ", items.Take(Most));
        return items.Count <= Most ? shown : string.Create(Dutch, $"{shown} en nog {items.Count - Most}");
    }

    private static string Cells(int count) => count == 1 ? "cel" : "cellen";

    private static string Rows(int count) => count == 1 ? "rij" : "rijen";
}
