using Signalering.Domain.Counting;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Municipality;
using Signalering.Domain.Taxonomy;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Domain.Reporting;

/// <summary>All published figures, tidy: one measure per row, stable column names and keys.</summary>
internal sealed class ReportFigures(
    Gemeente gemeente, SocialWorkTaxonomy taxonomie, ReportWindow window, ReportCounts counts)
{
    private static readonly (string Maat, Func<MeasureSum?, ReportCell> Print)[] Measures =
    [
        ("activiteiten", SmallCells.Activities),
        ("unieke_casussen", SmallCells.Cases),
        ("uren", SmallCells.Hours),
    ];

    /// <summary>Columns: periode, gebied, gebiedsnaam, kwadrant, probleem, maat, waarde, status.</summary>
    public ReportTable Table() => new(
        "cijfers",
        "Cijfers",
        [],
        [
            new("periode"), new("gebied"), new("gebiedsnaam"), new("kwadrant"), new("probleem"), new("maat"),
            new("waarde", 1), new("status"),
        ],
        [.. Problems().Concat(Quadrants()).Concat(Months())]);

    private IEnumerable<IReadOnlyList<ReportCell>> Problems() =>
        from problem in ProblemKeys()
        from place in Places()
        from measure in Measures
        select Row(window.Period.ToString(), place, "totaal", problem, measure.Maat,
            measure.Print(counts.ByWijk.GetValueOrDefault((problem, place.Key))),
            counts.ByWijk.GetValueOrDefault((problem, place.Key)));

    private IEnumerable<IReadOnlyList<ReportCell>> Quadrants() =>
        from quadrant in taxonomie.Kwadranten
        from place in Places()
        from measure in Measures
        select Row(window.Period.ToString(), place, quadrant.Sleutel, "totaal", measure.Maat,
            measure.Print(counts.QuadrantsByWijk.GetValueOrDefault((quadrant.Sleutel, place.Key))),
            counts.QuadrantsByWijk.GetValueOrDefault((quadrant.Sleutel, place.Key)));

    private IEnumerable<IReadOnlyList<ReportCell>> Months() =>
        from problem in ProblemKeys()
        from month in window.Months
        let sum = counts.ByMonth.GetValueOrDefault((problem, month))
        select Row(month.ToString(), (ReportCounts.Whole, gemeente.Code, gemeente.Naam), "totaal", problem, "activiteiten",
            counts.MonthsDelivered.Contains(month) ? SmallCells.Activities(sum) : NietBekend, sum);

    private static IReadOnlyList<ReportCell> Row(
        string period, (string Key, string Code, string Name) place, string quadrant, string problem, string measure,
        ReportCell value, MeasureSum? sum)
    {
        var bound = measure == "unieke_casussen" && value is Getal && sum is { CasesAreComplete: false };
        var status = value is Getal ? bound ? "ondergrens" : "exact" : value == TeKlein ? "te_klein" : "onbekend";
        return
        [
            Van(period), Van(place.Code), Van(place.Name), Van(quadrant), Van(problem), Van(measure),
            value is Getal ? value : Van(string.Empty), Van(status),
        ];
    }

    private IEnumerable<string> ProblemKeys() =>
        taxonomie.Problemen.Select(p => p.Sleutel).Append(SocialWorkTaxonomy.Geen);

    private IEnumerable<(string Key, string Code, string Name)> Places() =>
        gemeente.Wijken.Select(w => (w.Code, w.Code, w.Naam))
            .Append((WijkIndex.Elders, WijkIndex.Elders, "Elders"))
            .Append((WijkIndex.Onbekend, WijkIndex.Onbekend, "Wijk onbekend"))
            .Append((ReportCounts.Whole, gemeente.Code, gemeente.Naam));
}
