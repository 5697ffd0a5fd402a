using Signalering.Domain.Counting;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Reporting;

/// <summary>The sums that a report prints from, not yet protected: it stays inside the report pass.</summary>
internal sealed class ReportCounts
{
    private ReportCounts(
        Dictionary<(string, string), MeasureSum> byWijk,
        Dictionary<(string, string), MeasureSum> quadrantsByWijk,
        Dictionary<(string, Month), MeasureSum> byMonth,
        Dictionary<(string, Month), MeasureSum> deliveries,
        HashSet<Month> monthsDelivered)
    {
        ByWijk = byWijk;
        QuadrantsByWijk = quadrantsByWijk;
        ByMonth = byMonth;
        Deliveries = deliveries;
        MonthsDelivered = monthsDelivered;
    }

    /// <summary>Key of the whole municipality, where a wijk's code would stand.</summary>
    public const string Whole = "";

    /// <summary>(problem, wijk or <see cref="Whole"/>) in the period.</summary>
    public IReadOnlyDictionary<(string Probleem, string Wijk), MeasureSum> ByWijk { get; }

    /// <summary>(quadrant, wijk or <see cref="Whole"/>) in the period.</summary>
    public IReadOnlyDictionary<(string Kwadrant, string Wijk), MeasureSum> QuadrantsByWijk { get; }

    /// <summary>(problem, month) in the municipality, over the trend.</summary>
    public IReadOnlyDictionary<(string Probleem, Month Maand), MeasureSum> ByMonth { get; }

    /// <summary>(team, month) over the trend: what each delivery held.</summary>
    public IReadOnlyDictionary<(string Wijkteam, Month Maand), MeasureSum> Deliveries { get; }

    /// <summary>Months of which at least one team delivered.</summary>
    public IReadOnlySet<Month> MonthsDelivered { get; }

    /// <summary>Merges the cubes of a window.</summary>
    public static ReportCounts Merge(ReportWindow window, IReadOnlyList<Cube> cubes, SocialWorkTaxonomy taxonomie)
    {
        var period = cubes.Where(cube => cube.Header.Month >= window.Period.FirstMonth).ToList();
        var byWijk = CubeSums.OfCells<(string, string)>(period, (_, cell) => (taxonomie.CurrentKey(cell.Probleem), cell.Wijk));
        foreach (var (problem, sum) in CubeSums.OfCells<Key>(period, (_, cell) => new Key(taxonomie.CurrentKey(cell.Probleem))))
            byWijk[(problem.Value, Whole)] = sum;
        var quadrants = CubeSums.OfTotals<(string, string)>(period, (_, total) => (total.Kwadrant, total.Wijk));
        foreach (var (quadrant, sum) in CubeSums.OfTotals<Key>(period, (_, total) => new Key(total.Kwadrant)))
            quadrants[(quadrant.Value, Whole)] = sum;
        return new ReportCounts(
            byWijk,
            quadrants,
            CubeSums.OfCells<(string, Month)>(cubes, (cube, cell) => (taxonomie.CurrentKey(cell.Probleem), cube.Header.Month)),
            CubeSums.OfTotals<(string, Month)>(cubes, (cube, _) => (cube.Header.Wijkteam, cube.Header.Month)),
            [.. cubes.Select(cube => cube.Header.Month)]);
    }

    private readonly record struct Key(string Value);
}
