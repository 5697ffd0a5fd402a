using Signalering.Domain.Reporting.Editions;
using Signalering.Domain.Taxonomy;
using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>Published figures for machines: one measure per row, stable column names and keys.</summary>
internal static class TidyTables
{
    /// <summary>Area of figures of the whole municipality.</summary>
    internal const string City = "gemeente";

    /// <summary>Key for all quadrants, or all problems.</summary>
    internal const string All = "totaal";

    /// <summary>The figures of the table of <see cref="Figures"/>, by name, in its order.</summary>
    public static IEnumerable<(FigureName Name, PublishedFigure Figure)> Named(ReportTable figures) => figures.Rijen.Select(row => (
        new FigureName(Text(row[0]), Text(row[1]), Text(row[3]), Text(row[4]), Text(row[5])),
        new PublishedFigure((row[6] as Getal)?.Waarde, Text(row[7]))));

    /// <summary>All figures: <c>periode, gebied, gebiedsnaam, kwadrant, probleem, maat, waarde, status</c>.</summary>
    public static ReportTable Figures(ReportScene scene) => new(
        "cijfers",
        "Cijfers",
        [],
        [
            new("periode") { IsSleutel = true, Uitleg = "Kwartaal (2026-Q3) of maand (2026-09) waarin de activiteiten plaatsvonden" },
            new("gebied")
            {
                IsSleutel = true,
                Uitleg = "CBS-code van de wijk; 'gemeente' voor de hele gemeente, 'elders' voor buiten de gemeente, 'onbekend' als het team geen wijk noemde",
            },
            new("gebiedsnaam") { Uitleg = "Naam van het gebied" },
            new("kwadrant") { IsSleutel = true, Uitleg = "Sleutel van het kwadrant in de taxonomie; 'totaal' voor alle kwadranten" },
            new("probleem")
            {
                IsSleutel = true,
                Uitleg = "Sleutel van het sociale probleem in de taxonomie; 'geen' zonder herkend probleem, 'totaal' voor alle activiteiten. Problemen zijn niet optelbaar",
            },
            new("maat") { IsSleutel = true, Uitleg = "Wat geteld is: activiteiten, unieke_casussen (een ondergrens als een deel geen casusnummer heeft) of uren" },
            new("waarde", 1) { Uitleg = "Gepubliceerde waarde, afgerond op een veelvoud van 5; leeg als status geen 'getoond' is", Eenheid = "volgens maat: activiteiten, casussen of uren" },
            new("status") { Uitleg = "getoond; niet_getoond (om herkenning te voorkomen); onbekend (niet geleverd of niet te tellen)" },
        ],
        [.. Problems(scene).Concat(Quadrants(scene)).Concat(Months(scene))]);

    /// <summary>Signals: a row each, keys and published figures.</summary>
    public static ReportTable Signals(
        ReportScene scene, IReadOnlyList<SignalView> signals, IReadOnlyList<AgendaItem> items) => new(
        "signalen",
        "Signalen",
        [],
        [
            new("signaal") { IsSleutel = true, Uitleg = "Kenmerk, gelijk over perioden: soort, gebied en probleem (of twee problemen met + ertussen)" },
            new("periode") { IsSleutel = true, Uitleg = "Kwartaal van het rapport" },
            new("soort") { Uitleg = "stijging, spreiding (meer wijken), concentratie, samenloop, schakelkans, krachten of beleidseffect" },
            new("probleem") { Uitleg = "Sleutel van het sociale probleem in de taxonomie; van een paar het eerste" },
            new("titel") { Uitleg = "Korte neutrale naam" },
            new("waarneming") { Uitleg = "Wat te zien is, zonder oorzaak of advies" },
            new("bewijs") { Uitleg = "In woorden hoe sterk het bewijs is: sterk bewijs, duidelijk bewijs of eerste aanwijzing" },
            new("stand") { Uitleg = "nieuw, terugkerend, structureel, aanhoudend, afnemend of opgelost" },
            new("herkend") { Uitleg = "ja als beleid en bewoners of teams het signaal herkennen, anders nee" },
            new("trede") { Uitleg = "Trede op de ladder van privé (0) naar publiek (9)", Eenheid = "trede 0-9" },
            new("agenda") { Uitleg = "Nummer van het onderwerp op de agenda waar het signaal bij hoort; leeg als het op een eigen blad staat", Eenheid = "volgnummer" },
        ],
        [
            .. signals.Select(signal => Rij(
                Van(signal.Id), Van(scene.Window.Period.ToString()), Van(signal.Soort), Van(signal.Probleem), Van(signal.Titel),
                Van(signal.Waarneming), Van(signal.Bewijs), Van(signal.Stand),
                Van(scene.Dialoog.IsHerkend(signal.Id) ? "ja" : "nee"), Van(scene.Dialoog.Trede(signal.Id, signal.Trede)),
                Agenda.NumberOf(items, signal.Id) is { } number ? Van(number) : Van(string.Empty))),
        ]);

    /// <summary>Deliveries: a row per team and month of the trend.</summary>
    public static ReportTable Deliveries(ReportScene scene) => new(
        "leveringen",
        "Leveringen",
        [],
        [
            new("wijkteam") { IsSleutel = true, Uitleg = "Sleutel van het wijkteam" },
            new("maand") { IsSleutel = true, Uitleg = "Maand van de activiteiten, 2026-09" },
            new("activiteiten") { Uitleg = "Gepubliceerd aantal, afgerond op een veelvoud van 5; leeg als status geen 'getoond' is", Eenheid = "activiteiten" },
            new("status") { Uitleg = "getoond; niet_getoond (om herkenning te voorkomen); geen_levering" },
        ],
        [
            .. from team in scene.Gemeente.Wijkteams
               from month in scene.Window.Months
               where month >= team.Vanaf
               let value = scene.Cijfers.Levering(team.Sleutel, month)
               select Rij(Van(team.Sleutel), Van(month.ToString()), Number(value), Van(Status(value, "geen_levering"))),
        ]);

    private static IEnumerable<IReadOnlyList<ReportCell>> Problems(ReportScene scene) =>
        from problem in scene.Problemen.Select(p => p.Sleutel).Append(SocialWorkTaxonomy.Geen)
        from place in Places(scene)
        from maat in Measures(place)
        let value = scene.Cijfers.Probleem(problem, place.Code, scene.Window.Period, maat.Maat)
        select Row(scene.Window.Period.ToString(), place, All, problem, maat.Naam, value);

    private static IEnumerable<IReadOnlyList<ReportCell>> Quadrants(ReportScene scene) =>
        from quadrant in scene.Taxonomie.Kwadranten
        from place in Places(scene)
        from maat in Measures(place)
        let value = scene.Cijfers.Kwadrant(quadrant.Sleutel, place.Code, scene.Window.Period, maat.Maat)
        select Row(scene.Window.Period.ToString(), place, quadrant.Sleutel, All, maat.Naam, value);

    private static IEnumerable<IReadOnlyList<ReportCell>> Months(ReportScene scene) =>
        from problem in scene.Problemen.Select(p => p.Sleutel)
        from month in scene.Window.Months
        let value = scene.Cijfers.Maand(problem, month)
        select Row(month.ToString(), (ReportWindow.Whole, scene.Gemeente.Naam), All, problem, "activiteiten", value);

    // Per wijk activities only; cases and hours stand beside them for the municipality.
    private static IEnumerable<(Maat Maat, string Naam)> Measures((string Code, string Naam) place) =>
        place.Code.Length > 0
            ? [(Maat.Activiteiten, "activiteiten")]
            : [(Maat.Activiteiten, "activiteiten"), (Maat.Casussen, "unieke_casussen"), (Maat.Uren, "uren")];

    private static IEnumerable<(string Code, string Naam)> Places(ReportScene scene) =>
        PlaceSheets.Places(scene).Append((ReportWindow.Whole, scene.Gemeente.Naam));

    private static IReadOnlyList<ReportCell> Row(
        string period, (string Code, string Naam) place, string quadrant, string problem, string measure, ReportCell value) =>
    [
        Van(period), Van(place.Code.Length > 0 ? place.Code : City), Van(place.Naam), Van(quadrant), Van(problem),
        Van(measure), Number(value), Van(Status(value, "onbekend")),
    ];

    private static string Text(ReportCell cell) => cell is Tekst text ? text.Waarde : string.Empty;

    private static ReportCell Number(ReportCell value) => value is Getal ? value : Van(string.Empty);

    private static string Status(ReportCell value, string unknown) =>
        value is Getal ? "getoond" : value == TeKlein ? "niet_getoond" : unknown;
}
