using Signalering.Domain.Taxonomy;
using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>Published figures for machines: one measure per row, stable column names and keys.</summary>
internal static class TidyTables
{
    /// <summary>All figures: <c>periode, gebied, gebiedsnaam, kwadrant, probleem, maat, waarde, status</c>.</summary>
    public static ReportTable Figures(ReportScene scene) => new(
        "cijfers",
        "Cijfers",
        [],
        [
            new("periode"), new("gebied"), new("gebiedsnaam"), new("kwadrant"), new("probleem"), new("maat"),
            new("waarde", 1), new("status"),
        ],
        [.. Problems(scene).Concat(Quadrants(scene)).Concat(Months(scene))]);

    /// <summary>Signals: a row each, keys and published figures.</summary>
    public static ReportTable Signals(ReportScene scene, IReadOnlyList<SignalView> signals) => new(
        "signalen",
        "Signalen",
        [],
        [
            new("signaal"), new("periode"), new("soort"), new("probleem"), new("titel"), new("waarneming"), new("bewijs"),
            new("stand"), new("herkend"), new("trede"),
        ],
        [
            .. signals.Select(signal => Rij(
                Van(signal.Id), Van(scene.Window.Period.ToString()), Van(signal.Soort), Van(signal.Probleem), Van(signal.Titel),
                Van(signal.Waarneming), Van(signal.Bewijs), Van(signal.Stand),
                Van(scene.Dialoog.IsHerkend(signal.Id) ? "ja" : "nee"), Van(scene.Dialoog.Trede(signal.Id, signal.Trede)))),
        ]);

    /// <summary>Deliveries: a row per team and month of the trend.</summary>
    public static ReportTable Deliveries(ReportScene scene) => new(
        "leveringen",
        "Leveringen",
        [],
        [new("wijkteam"), new("maand"), new("activiteiten"), new("status")],
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
        select Row(scene.Window.Period.ToString(), place, "totaal", problem, maat.Naam, value);

    private static IEnumerable<IReadOnlyList<ReportCell>> Quadrants(ReportScene scene) =>
        from quadrant in scene.Taxonomie.Kwadranten
        from place in Places(scene)
        from maat in Measures(place)
        let value = scene.Cijfers.Kwadrant(quadrant.Sleutel, place.Code, scene.Window.Period, maat.Maat)
        select Row(scene.Window.Period.ToString(), place, quadrant.Sleutel, "totaal", maat.Naam, value);

    private static IEnumerable<IReadOnlyList<ReportCell>> Months(ReportScene scene) =>
        from problem in scene.Problemen.Select(p => p.Sleutel)
        from month in scene.Window.Months
        let value = scene.Cijfers.Maand(problem, month)
        select Row(month.ToString(), (ReportWindow.Whole, scene.Gemeente.Naam), "totaal", problem, "activiteiten", value);

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
        Van(period), Van(place.Code.Length > 0 ? place.Code : "gemeente"), Van(place.Naam), Van(quadrant), Van(problem),
        Van(measure), Number(value), Van(Status(value, "onbekend")),
    ];

    private static ReportCell Number(ReportCell value) => value is Getal ? value : Van(string.Empty);

    private static string Status(ReportCell value, string unknown) =>
        value is Getal ? "getoond" : value == TeKlein ? "niet_getoond" : unknown;
}
