using Signalering.Domain.Counting;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Reporting;

/// <summary>Kinds of figures that a report prints.</summary>
internal enum FigureKind
{
    /// <summary>Problem × wijk × quarter.</summary>
    Probleem,

    /// <summary>Quadrant × wijk × quarter.</summary>
    Kwadrant,

    /// <summary>Problem × month, municipality.</summary>
    Maand,

    /// <summary>Life area × wijk × quarter, mentions.</summary>
    Thema,

    /// <summary>Problem × problem, municipality, twelve months.</summary>
    Samen,

    /// <summary>Problem × quadrant × wijk, twelve months.</summary>
    Jaar,

    /// <summary>Team × month.</summary>
    Levering,

    /// <summary>Law or authority that people got stuck on × friction (empty: all), municipality; a quarter, or twelve
    /// months.</summary>
    Beleid,
}

/// <summary>Names a figure.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Onderwerp">Key of problem, quadrant, life area, team, or law or authority.</param>
/// <param name="Tweede">Key of the second problem, of the quadrant of a year, or of the friction; else empty.</param>
/// <param name="Wijk">Code, or <see cref="ReportWindow.Whole"/>.</param>
/// <param name="Tijd">Quarter or month as written; empty for the twelve months.</param>
internal readonly record struct FigureKey(FigureKind Kind, string Onderwerp, string Tweede, string Wijk, string Tijd);

/// <summary>The sums behind a report's figures, not yet protected: they stay inside the report pass.</summary>
internal sealed class FigureSums
{
    private readonly ReportWindow _window;
    private readonly SocialWorkTaxonomy _taxonomie;
    private readonly Dictionary<string, string> _themes;
    private readonly Dictionary<FigureKey, MeasureSum> _sums = [];

    private FigureSums(ReportWindow window, SocialWorkTaxonomy taxonomie)
    {
        (_window, _taxonomie) = (window, taxonomie);
        _themes = taxonomie.Problemen.ToDictionary(p => p.Sleutel, p => p.Leefgebied, StringComparer.Ordinal);
    }

    /// <summary>Quarters of which figures per wijk are printed: the period and the four before it.</summary>
    public static IReadOnlyList<Quarter> Quarters(Quarter period) => [.. Enumerable.Range(-4, 5).Select(period.Plus)];

    /// <summary>Months of which at least one team delivered.</summary>
    public HashSet<Month> MonthsDelivered { get; } = [];

    /// <summary>Months of the last twelve with a delivery in which friction with laws was not counted yet.</summary>
    public HashSet<Month> MonthsWithoutFriction { get; } = [];

    /// <summary>The sum, or null when nothing was counted.</summary>
    public MeasureSum? this[FigureKey key] => _sums.GetValueOrDefault(key);

    /// <summary>All sums.</summary>
    public IReadOnlyDictionary<FigureKey, MeasureSum> All => _sums;

    /// <summary>Merges the cubes of a window.</summary>
    public static FigureSums Merge(ReportWindow window, IEnumerable<Cube> cubes, SocialWorkTaxonomy taxonomie)
    {
        var sums = new FigureSums(window, taxonomie);
        foreach (var cube in cubes)
            sums.Add(cube);
        return sums;
    }

    private void Add(Cube cube)
    {
        var month = cube.Header.Month;
        var quarter = Quarter.Of(month);
        if (month < _window.From)
            return;
        var isPrinted = quarter >= _window.Period.Plus(-4) && quarter <= _window.Period;
        var isRecent = month > _window.To.Plus(-12);
        MonthsDelivered.Add(month);
        foreach (var total in cube.Totals)
        {
            Add(cube, total.Measures, new(FigureKind.Levering, cube.Header.Wijkteam, "", ReportWindow.Whole, month.ToString()));
            if (isPrinted)
                AddPlaces(cube, total.Measures, FigureKind.Kwadrant, total.Kwadrant, "", total.Wijk, quarter.ToString());
        }

        foreach (var cell in cube.Cells)
            Add(cube, cell, isPrinted ? quarter.ToString() : null, isRecent);
        if (isRecent)
            AddFrictions(cube, month, quarter.ToString());
        foreach (var pair in isRecent ? cube.Pairs : [])
        {
            Add(cube, pair.Measures, new(
                FigureKind.Samen, _taxonomie.CurrentKey(pair.Eerste), _taxonomie.CurrentKey(pair.Tweede), ReportWindow.Whole, ""));
        }
    }

    private void Add(Cube cube, CubeCell cell, string? quarter, bool isRecent)
    {
        var problem = _taxonomie.CurrentKey(cell.Probleem);
        Add(cube, cell.Measures, new(FigureKind.Maand, problem, "", ReportWindow.Whole, cube.Header.Month.ToString()));
        if (quarter is not null)
        {
            AddPlaces(cube, cell.Measures, FigureKind.Probleem, problem, "", cell.Wijk, quarter);
            if (_themes.TryGetValue(problem, out var theme))
                AddPlaces(cube, cell.Measures, FigureKind.Thema, theme, "", cell.Wijk, quarter);
        }

        if (isRecent)
            Add(cube, cell.Measures, new(FigureKind.Jaar, problem, cell.Kwadrant, cell.Wijk, ""));
    }

    private void AddFrictions(Cube cube, Month month, string quarter)
    {
        if (cube.Frictions is null)
            MonthsWithoutFriction.Add(month);
        foreach (var friction in cube.Frictions ?? [])
        {
            var policy = _taxonomie.CurrentKey(friction.Beleid);
            Add(cube, friction.Measures, new(FigureKind.Beleid, policy, friction.Wrijving, ReportWindow.Whole, ""));
            if (friction.Wrijving.Length == 0)
                Add(cube, friction.Measures, new(FigureKind.Beleid, policy, "", ReportWindow.Whole, quarter));
        }
    }

    private void AddPlaces(
        Cube cube, CubeMeasures measures, FigureKind kind, string subject, string second, string wijk, string time)
    {
        Add(cube, measures, new(kind, subject, second, wijk, time));
        Add(cube, measures, new(kind, subject, second, ReportWindow.Whole, time));
    }

    private void Add(Cube cube, CubeMeasures measures, FigureKey key)
    {
        if (!_sums.TryGetValue(key, out var sum))
            _sums[key] = sum = new MeasureSum();
        sum.Add(cube, measures);
    }
}
