using Signalering.Domain.Municipality;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>What is met where: themes and problems per wijk.</summary>
internal static class PlaceSheets
{
    /// <summary>Life area × wijk: the heat map.</summary>
    public static ReportTable Themes(ReportScene scene)
    {
        var places = Places(scene);
        return new ReportTable(
            "Wijk_en_thema",
            $"Thema's per wijk: vermeldingen van problemen, {scene.Periode}",
            [
                "Een thema is een leefgebied met zijn problemen. Een activiteit met twee problemen van één thema telt als twee vermeldingen.",
                "Hoe donkerder de cel, hoe meer vermeldingen; het getal staat er altijd bij.",
                Texts.GeenRanglijst,
                Texts.Afkortingen,
            ],
            [new("Thema", Breedte: 34), .. places.Select(p => new ReportColumn(p.Naam, 0, 15)), new("Hele gemeente", 0, 12) { IsTotaal = true }],
            [
                .. scene.Taxonomie.Leefgebieden.Where(thema => scene.Problemen.Any(p => p.Leefgebied == thema.Sleutel)).Select(thema => (IReadOnlyList<ReportCell>)
                [
                    Van(thema.Naam),
                    .. places.Select(place => scene.Cijfers.Thema(thema.Sleutel, place.Code, scene.Window.Period)),
                    scene.Cijfers.Thema(thema.Sleutel, ReportWindow.Whole, scene.Window.Period),
                ]),
            ])
        {
            Vorm = TableForm.Warmtekaart,
        };
    }

    /// <summary>Problem × wijk.</summary>
    public static ReportTable Problems(ReportScene scene)
    {
        var places = Places(scene);
        return new ReportTable(
            "Wijk_en_probleem",
            $"Sociale problemen per wijk: aantal activiteiten, {scene.Periode}",
            [Texts.NietOptelbaar, Texts.GeenRanglijst, Texts.Afkortingen],
            [new("Sociaal probleem", Breedte: 34), .. places.Select(p => new ReportColumn(p.Naam, 0, 15)), new("Hele gemeente", 0, 12) { IsTotaal = true }],
            [
                .. scene.Problemen.Select(problem => (IReadOnlyList<ReportCell>)
                [
                    Van(problem.Naam),
                    .. places.Select(place => scene.Cijfers.Probleem(problem.Sleutel, place.Code, scene.Window.Period, Maat.Activiteiten)),
                    scene.Cijfers.Probleem(problem.Sleutel, ReportWindow.Whole, scene.Window.Period, Maat.Activiteiten),
                ]),
            ]);
    }

    /// <summary>The wijken, and what lies outside them: the share without a wijk is always shown.</summary>
    public static IReadOnlyList<(string Code, string Naam)> Places(ReportScene scene) =>
    [
        .. scene.Gemeente.Wijken.Select(w => (w.Code, w.Naam)),
        (WijkIndex.Elders, "Elders"),
        (WijkIndex.Onbekend, "Wijk onbekend"),
    ];
}
