using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>How counts went over two years, and which problems come together.</summary>
internal static class TrendSheets
{
    /// <summary>Problem × month for the municipality, with a chart per life area.</summary>
    public static ReportTable Trends(ReportScene scene)
    {
        var months = scene.Window.Months;
        return new ReportTable(
            "Trends",
            $"Activiteiten per sociaal probleem en maand, {scene.Gemeente.Naam}, {Naam(scene.Window.From, scene.Window.To)}",
            [
                "Een maand zonder enige levering is [x] en geen nul. Vergelijk een maand met dezelfde maand een jaar eerder: december is vaak laag en januari hoog.",
                "Een sprong kan ook komen door een uitgevallen of veranderde registratie: zie Leveringen.",
                Texts.NietOptelbaar,
                Texts.Afkortingen,
            ],
            [new("Sociaal probleem", Breedte: 30), .. months.Select(Kolom)],
            [
                .. scene.Problemen.Select(problem => (IReadOnlyList<ReportCell>)
                    [Van(problem.Naam), .. months.Select(month => scene.Cijfers.Maand(problem.Sleutel, month))]),
            ])
        {
            Grafieken = [.. scene.Taxonomie.Leefgebieden.Select(thema => Chart(scene, thema.Sleutel, thema.Naam)).OfType<ReportChart>()],
        };
    }

    /// <summary>Pairs of problems in one activity: first those that stand out, then the others in order of the
    /// taxonomy.</summary>
    public static ReportTable Together(ReportScene scene, IReadOnlyList<SignalView> signals)
    {
        var pairs = signals.Where(signal => signal.Soort == SignalWords.Together).ToList();
        var rows = pairs
            .Select(pair => Row(scene, pair.Probleem, pair.TweedeProbleem!, $"ja, {pair.Bewijs}"))
            .OfType<IReadOnlyList<ReportCell>>().ToList();
        for (var first = 0; first < scene.Problemen.Count; first++)
        {
            for (var second = first + 1; second < scene.Problemen.Count; second++)
            {
                var (one, other) = (scene.Problemen[first].Sleutel, scene.Problemen[second].Sleutel);
                if (!pairs.Exists(pair => pair.Probleem == one && pair.TweedeProbleem == other) && Row(scene, one, other, "–") is { } row)
                    rows.Add(row);
            }
        }

        return new ReportTable(
            "Samenloop",
            $"Problemen die samen voorkomen, {scene.Gemeente.Naam}, twaalf maanden tot en met {Naam(scene.Window.To)}",
            [
                "Aantal activiteiten waarin beide problemen speelden. Samen voorkomen zegt niet dat het ene het andere veroorzaakt.",
                "Bovenaan staan de paren die vaker samen voorkomen dan wanneer de problemen los van elkaar stonden, in volgorde van bewijs; daaronder de andere paren die getoond mogen worden.",
                Texts.Afkortingen,
            ],
            [
                new("Sociaal probleem", Breedte: 34), new("Samen met", Breedte: 34), new("Activiteiten"),
                new("Vaker dan los van elkaar", Breedte: 24),
            ],
            rows);
    }

    // Null for a pair that is not there or not shown.
    private static IReadOnlyList<ReportCell>? Row(ReportScene scene, string first, string second, string stands) =>
        scene.Cijfers.Samen(first, second) is Getal { Waarde: > 0 } together
            ? Rij(Van(Problem(scene, first)), Van(Problem(scene, second)), together, Van(stands))
            : null;

    private static string Problem(ReportScene scene, string key) => scene.Taxonomie.FindProblem(key)?.Naam ?? key;

    private static ReportChart? Chart(ReportScene scene, string thema, string naam)
    {
        var months = scene.Window.Months.Count;
        var series = scene.Problemen.Index()
            .Where(problem => problem.Item.Leefgebied == thema)
            .Select(problem => new ChartSeries(problem.Item.Naam, problem.Index))
            .ToList();
        return series.Count == 0
            ? null
            : new ReportChart(
                $"{naam}: activiteiten per maand, {Naam(scene.Window.From, scene.Window.To)}",
                $"Lijnen per maand voor {string.Join(", ", series.Select(s => s.Naam.ToLower(Dutch)))}. Een onderbreking is een maand die niet getoond wordt of waarover niet geleverd is. De cijfers staan in de tabel.",
                ChartKind.Lijn, new ChartLabels.Headers(1, months), series, "aantal activiteiten");
    }
}
