using Signalering.Domain.Counting;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Municipality;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Reporting;

/// <summary>What a year would show under a choice of the publication grid.</summary>
/// <param name="Tabel">Subject, area and time: <c>probleem-wijk-kwartaal</c>.</param>
/// <param name="Cellen">Cells that are not zero, totals included.</param>
/// <param name="Klein">Share of these cells that is too small by itself, 0–1.</param>
/// <param name="Achtergehouden">Share of these cells that would be withheld, 0–1; 1 when no safe table exists.</param>
/// <param name="Activiteiten">Share of the activities that would be withheld beyond those in small cells, 0–1.</param>
public sealed record GridShare(string Tabel, int Cellen, double Klein, double Achtergehouden, double Activiteiten);

/// <summary>Compares choices of the publication grid on the counts of a year that is over.</summary>
/// <remarks>To be decided on once a year; as a rule the finest table of which less than 30 % of the cells is
/// withheld.</remarks>
public static class GridStudy
{
    private const string City = "gemeente";
    private const string Year = "jaar";
    private static readonly string[] Subjects = ["probleem", "thema", "kwadrant"];
    private static readonly string[] Places = ["wijk", "gemeente"];
    private static readonly string[] Times = ["maand", "kwartaal", "jaar"];

    /// <summary>Every combination of subject, area and time, finest first.</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="cubes">Its cubes; others are left out.</param>
    /// <param name="gemeente">Wijken.</param>
    /// <param name="taxonomie">Problems and life areas.</param>
    /// <param name="protector">Disclosure control.</param>
    public static IReadOnlyList<GridShare> Run(
        int year, IReadOnlyCollection<Cube> cubes, Gemeente gemeente, SocialWorkTaxonomy taxonomie, Protector protector)
    {
        var ofYear = cubes.Where(cube => cube.Header.Month.Year == year).ToList();
        return
        [
            .. from subject in Subjects
               from place in Places
               from time in Times
               select Measure(
                   $"{subject}-{place}-{time}", Sum(ofYear, taxonomie, subject, place == "wijk", time), gemeente, protector),
        ];
    }

    private static Dictionary<(string Subject, string Place, string Time), MeasureSum> Sum(
        List<Cube> cubes, SocialWorkTaxonomy taxonomie, string subject, bool perWijk, string time)
    {
        var sums = new Dictionary<(string, string, string), MeasureSum>();
        foreach (var cube in cubes)
        {
            var period = time switch
            {
                "maand" => cube.Header.Month.ToString(),
                "kwartaal" => Quarter.Of(cube.Header.Month).ToString(),
                _ => Year,
            };
            foreach (var (key, wijk, measures) in Parts(cube, taxonomie, subject))
            {
                Add(cube, measures, key, City, period);
                if (perWijk)
                    Add(cube, measures, key, wijk, period);
                if (period != Year)
                    Add(cube, measures, key, City, Year);
            }
        }

        return sums;

        void Add(Cube cube, CubeMeasures measures, string key, string place, string period)
        {
            if (!sums.TryGetValue((key, place, period), out var sum))
                sums[(key, place, period)] = sum = new MeasureSum();
            sum.Add(cube, measures);
        }
    }

    private static IEnumerable<(string Key, string Wijk, CubeMeasures Measures)> Parts(
        Cube cube, SocialWorkTaxonomy taxonomie, string subject)
    {
        if (subject == "kwadrant")
            return cube.Totals.Select(total => (total.Kwadrant, total.Wijk, total.Measures));
        var themes = taxonomie.Problemen.ToDictionary(p => p.Sleutel, p => p.Leefgebied, StringComparer.Ordinal);
        return
            from cell in cube.Cells
            let problem = taxonomie.CurrentKey(cell.Probleem)
            let key = subject == "probleem" ? problem : themes.GetValueOrDefault(problem)
            where key is not null
            select (key, cell.Wijk, cell.Measures);
    }

    private static GridShare Measure(
        string name, Dictionary<(string Subject, string Place, string Time), MeasureSum> sums, Gemeente gemeente,
        Protector protector)
    {
        var options = ProtectedFigures.Options(gemeente);
        var table = new UnprotectedTable(["onderwerp", "wijk", "tijd"]);
        var cells = sums.OrderBy(cell => cell.Key).ToList();
        foreach (var ((subject, place, time), sum) in cells)
            table.Add([subject, place, time], sum.Activities, ProtectedFigures.Cases(sum, options));
        string[] times = [.. sums.Keys.Select(key => key.Time).Where(time => time != Year).Distinct().Order(StringComparer.Ordinal)];
        List<Dimension> dimensions = [new("wijk", RelationKind.Sum, [new(City, [.. gemeente.Wijken.Select(w => w.Code), WijkIndex.Elders, WijkIndex.Onbekend])])];
        if (times.Length > 0)
            dimensions.Add(new("tijd", RelationKind.Sum, [new(Year, times)]));
        if (cells.Count == 0)
            return new GridShare(name, 0, 0, 0, 0);

        var small = cells.Select(cell => IsSmall(cell.Key.Place, cell.Value, options)).ToList();
        var share = (double)small.Count(s => s) / cells.Count;
        if (protector.Protect(table, dimensions, options) is not Protection.Safe safe)
            return new GridShare(name, cells.Count, share, 1, 1);
        var withheld = safe.Table.Cells.Select(cell => cell.Value is null).ToList();
        var beyond = cells.Index().Where(c => withheld[c.Index] && !small[c.Index]).Sum(c => (long)c.Item.Value.Activities);
        return new GridShare(
            name, cells.Count, share, (double)withheld.Count(w => w) / cells.Count,
            (double)beyond / cells.Sum(cell => (long)cell.Value.Activities));
    }

    // By its count, or because nothing of so small a wijk is shown.
    private static bool IsSmall(string place, MeasureSum sum, ProtectionOptions options) =>
        options.HiddenCodes["wijk"].Contains(place) || (ProtectedFigures.Cases(sum, options) is { } cases
            ? cases < options.Threshold
            : sum.Activities < options.ThresholdWithoutCases);
}
