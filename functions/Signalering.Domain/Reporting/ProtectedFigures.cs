using Signalering.Domain.Counting;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Municipality;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Reporting;

/// <summary>The figures of a report after disclosure control: what is here may be printed, and nothing else exists for a
/// writer.</summary>
/// <remarks>
/// <para>The grid is fixed, not adapted to the counts of the period: problem and life area × wijk × quarter (the period and
/// the same quarter a year ago) with problem × month for the municipality as one linked table; quadrant × wijk × quarter;
/// cases and hours for the municipality; problem × quadrant × wijk over twelve months; pairs; deliveries.</para>
/// <para>Known limit: the tables of different measures and those of twelve months are each protected by themselves.</para>
/// </remarks>
internal sealed class ProtectedFigures : IReportFigures
{
    private const string City = "gemeente";
    private const string Theme = "thema:";
    private const string All = "alle";
    private const string Year = "twaalf maanden";

    // Fewer inhabitants and a wijk is not shown at all (disclosure practice: 500).
    private const int FewestInhabitants = 500;

    private readonly FigureSums _sums;
    private readonly SocialWorkTaxonomy _taxonomie;
    private readonly ReportWindow _window;
    private readonly Protector _protector;
    private readonly PublishedTables _earlier;
    private readonly PublicationGrid _grid;
    private readonly IReadOnlyList<string> _places;
    private readonly IReadOnlyList<Quarter> _quarters;
    private readonly ProtectionOptions _options;
    private readonly Dictionary<(FigureKey Key, Maat Maat), ReportCell> _published = [];

    private ProtectedFigures(
        FigureSums sums, Gemeente gemeente, SocialWorkTaxonomy taxonomie, ReportWindow window, Protector protector,
        PublishedTables earlier)
    {
        (_sums, _taxonomie, _window, _protector, _earlier) = (sums, taxonomie, window, protector, earlier);
        _places = [.. gemeente.Wijken.Select(wijk => wijk.Code), WijkIndex.Elders, WijkIndex.Onbekend];
        _quarters = [window.Period, window.Period.Plus(-4)];
        _options = Options(gemeente);
        _grid = gemeente.Publicatieraster;
    }

    /// <summary>Tables of which no safe version exists; empty as a rule. They are withheld as a whole.</summary>
    public List<string> Withheld { get; } = [];

    /// <summary>The tables as published, for the ledger.</summary>
    public PublishedTables Tables { get; private set; } = PublishedTables.None;

    /// <summary>Number of figures that are those of an earlier edition although the counts changed since.</summary>
    public int Kept { get; private set; }

    /// <summary>Protects everything that a report prints.</summary>
    /// <param name="sums">Counts.</param>
    /// <param name="gemeente">Wijken.</param>
    /// <param name="taxonomie">Labels.</param>
    /// <param name="window">Period.</param>
    /// <param name="protector">Disclosure control.</param>
    /// <param name="earlier">What everybody can know already.</param>
    public static ProtectedFigures Protect(
        FigureSums sums, Gemeente gemeente, SocialWorkTaxonomy taxonomie, ReportWindow window, Protector protector,
        PublishedTables earlier)
    {
        var figures = new ProtectedFigures(sums, gemeente, taxonomie, window, protector, earlier);
        figures.Problems();
        figures.Quadrants();
        foreach (var maat in new[] { Maat.Casussen, Maat.Uren })
            figures.Whole(maat);
        if (figures._grid.Has(PublicationGrid.ProbleemWijkJaar))
            figures.Flat(FigureKind.Jaar, "twaalf maanden");
        figures.Flat(FigureKind.Samen, "samenloop");
        figures.Flat(FigureKind.Levering, "leveringen");
        figures.Policies();
        figures.PolicyCases();
        return figures;
    }

    /// <inheritdoc/>
    public ReportCell Probleem(string probleem, string wijk, Quarter kwartaal, Maat maat) =>
        Printed(new(FigureKind.Probleem, probleem, "", wijk, kwartaal.ToString()), maat);

    /// <inheritdoc/>
    public ReportCell Kwadrant(string kwadrant, string wijk, Quarter kwartaal, Maat maat) =>
        Printed(new(FigureKind.Kwadrant, kwadrant, "", wijk, kwartaal.ToString()), maat);

    /// <inheritdoc/>
    public ReportCell Maand(string probleem, Month maand) => _sums.MonthsDelivered.Contains(maand)
        ? Printed(new(FigureKind.Maand, probleem, "", ReportWindow.Whole, maand.ToString()), Maat.Activiteiten)
        : ReportCell.NietBekend;

    /// <inheritdoc/>
    public ReportCell Thema(string leefgebied, string wijk, Quarter kwartaal) =>
        Printed(new(FigureKind.Thema, leefgebied, "", wijk, kwartaal.ToString()), Maat.Activiteiten);

    /// <inheritdoc/>
    public ReportCell Samen(string eerste, string tweede) =>
        Printed(new(FigureKind.Samen, eerste, tweede, ReportWindow.Whole, ""), Maat.Activiteiten, ReportCell.Van(0));

    /// <inheritdoc/>
    public ReportCell Jaar(string probleem, string kwadrant, string wijk) =>
        Printed(new(FigureKind.Jaar, probleem, kwadrant, wijk, ""), Maat.Activiteiten, ReportCell.Van(0));

    /// <inheritdoc/>
    public ReportCell Levering(string wijkteam, Month maand) =>
        Printed(new(FigureKind.Levering, wijkteam, "", ReportWindow.Whole, maand.ToString()), Maat.Activiteiten);

    /// <inheritdoc/>
    public ReportCell Beleid(string beleid, string wrijving, Quarter? kwartaal, Maat maat = Maat.Activiteiten) =>
        Printed(PolicyKey(beleid, wrijving, kwartaal), maat);

    /// <inheritdoc/>
    public IReadOnlyCollection<Month> MaandenZonderBeleid => _sums.MonthsWithoutFriction;

    private static FigureKey PolicyKey(string policy, string friction, Quarter? quarter) =>
        new(FigureKind.Beleid, policy, friction, ReportWindow.Whole, quarter?.ToString() ?? "");

    private ReportCell Printed(FigureKey key, Maat maat, ReportCell? absent = null) =>
        _published.GetValueOrDefault((key, maat)) ?? (IsInGrid(key) ? absent ?? ReportCell.NietBekend : ReportCell.TeKlein);

    private bool IsInGrid(FigureKey key) => key.Kind switch
    {
        FigureKind.Jaar => _grid.Has(PublicationGrid.ProbleemWijkJaar),
        FigureKind.Maand => _grid.Has(PublicationGrid.ProbleemGemeenteMaand),
        FigureKind.Probleem or FigureKind.Thema or FigureKind.Kwadrant =>
            key.Wijk == ReportWindow.Whole || PlacesOf(key.Kind).Count > 0,
        _ => true,
    };

    // One linked table: problems add up to life areas, wijken to the municipality, months to quarters.
    private void Problems()
    {
        var table = new Draft(["onderwerp", "wijk", "tijd"]);
        var subjects = _taxonomie.Problemen.Select(p => (FigureKind.Probleem, p.Sleutel, Code: p.Sleutel))
            .Append((FigureKind.Probleem, SocialWorkTaxonomy.Geen, SocialWorkTaxonomy.Geen))
            .Concat(Themes().Select(t => (FigureKind.Thema, t, Theme + t)));
        foreach (var (kind, subject, code) in subjects)
        {
            foreach (var quarter in _quarters)
            {
                foreach (var place in PlacesOf(kind).Append(ReportWindow.Whole))
                    table.Add(this, new(kind, subject, "", place, quarter.ToString()), Maat.Activiteiten, [code, Name(place), quarter.ToString()]);
            }

            if (kind == FigureKind.Probleem && _grid.Has(PublicationGrid.ProbleemGemeenteMaand))
            {
                foreach (var month in _window.Months.Where(_sums.MonthsDelivered.Contains))
                    table.Add(this, new(FigureKind.Maand, subject, "", ReportWindow.Whole, month.ToString()), Maat.Activiteiten, [code, City, month.ToString()]);
            }
        }

        var months = _window.Months.Where(_sums.MonthsDelivered.Contains).GroupBy(Quarter.Of);
        table.Publish(this, "problemen per wijk",
        [
            new("onderwerp", RelationKind.Sum, [.. Themes().Select(t => new Breakdown(Theme + t, [.. ProblemsOf(t)]))]),
            new("wijk", RelationKind.Sum, [new(City, _places)]),
            new("tijd", RelationKind.Sum, [.. months.Select(q => new Breakdown(q.Key.ToString(), [.. q.Select(m => m.ToString())]))]),
        ]);
    }

    private void Quadrants()
    {
        var table = new Draft(["kwadrant", "wijk", "tijd"]);
        foreach (var quadrant in _taxonomie.Kwadranten)
        {
            foreach (var quarter in _quarters)
            {
                foreach (var place in PlacesOf(FigureKind.Kwadrant).Append(ReportWindow.Whole))
                {
                    table.Add(this, new(FigureKind.Kwadrant, quadrant.Sleutel, "", place, quarter.ToString()), Maat.Activiteiten,
                        [quadrant.Sleutel, Name(place), quarter.ToString()]);
                }
            }
        }

        table.Publish(this, "kwadranten per wijk", [new("wijk", RelationKind.Sum, [new(City, _places)])]);
    }

    // Cases and hours of the municipality: problems and quadrants, without relations among them.
    private void Whole(Maat maat)
    {
        var table = new Draft(["soort", "onderwerp", "tijd"]);
        foreach (var quarter in _quarters)
        {
            foreach (var problem in _taxonomie.Problemen.Select(p => p.Sleutel).Append(SocialWorkTaxonomy.Geen))
                table.Add(this, new(FigureKind.Probleem, problem, "", ReportWindow.Whole, quarter.ToString()), maat, ["probleem", problem, quarter.ToString()]);
            foreach (var quadrant in _taxonomie.Kwadranten)
                table.Add(this, new(FigureKind.Kwadrant, quadrant.Sleutel, "", ReportWindow.Whole, quarter.ToString()), maat, ["kwadrant", quadrant.Sleutel, quarter.ToString()]);
        }

        table.Publish(this, maat == Maat.Uren ? "uren" : "unieke casussen", []);
    }

    // Quarters add up to the twelve months; an activity can have several frictions.
    private void Policies()
    {
        var table = new Draft(["beleid", "wrijving", "tijd"]);
        var quarters = Enumerable.Range(-3, 4).Select(_window.Period.Plus).ToList();
        foreach (var policy in _taxonomie.Beleid.Select(b => b.Sleutel))
        {
            table.Add(this, PolicyKey(policy, "", null), Maat.Activiteiten, [policy, All, Year]);
            foreach (var quarter in quarters)
                table.Add(this, PolicyKey(policy, "", quarter), Maat.Activiteiten, [policy, All, quarter.ToString()]);
            foreach (var friction in _taxonomie.Wrijvingen.Select(w => w.Sleutel))
                table.Add(this, PolicyKey(policy, friction, null), Maat.Activiteiten, [policy, friction, Year]);
        }

        if (_taxonomie.Beleid.Count == 0)
            return;
        table.Publish(this, "beleidseffecten",
        [
            new("tijd", RelationKind.Sum, [new(Year, [.. quarters.Select(q => q.ToString())])]),
            new("wrijving", RelationKind.Distinct, [new(All, [.. _taxonomie.Wrijvingen.Select(w => w.Sleutel)])]),
        ]);
    }

    private void PolicyCases()
    {
        var table = new Draft(["beleid"]);
        foreach (var policy in _taxonomie.Beleid.Select(b => b.Sleutel))
            table.Add(this, PolicyKey(policy, "", _window.Period), Maat.Casussen, [policy]);
        table.Publish(this, "casussen van beleidseffecten", []);
    }

    private void Flat(FigureKind kind, string name)
    {
        var table = new Draft(["onderwerp", "tweede", "wijk", "tijd"]);
        foreach (var key in _sums.All.Keys.Where(key => key.Kind == kind).OrderBy(key => (key.Onderwerp, key.Tweede, key.Wijk, key.Tijd)))
            table.Add(this, key, Maat.Activiteiten, [key.Onderwerp, key.Tweede, key.Wijk, key.Tijd]);
        table.Publish(this, name, []);
    }

    // Outside the grid a wijk has no figure at all.
    private IReadOnlyList<string> PlacesOf(FigureKind kind) => _grid.Has(kind switch
    {
        FigureKind.Thema => PublicationGrid.ThemaWijkKwartaal,
        FigureKind.Kwadrant => PublicationGrid.KwadrantWijkKwartaal,
        _ => PublicationGrid.ProbleemWijkKwartaal,
    }) ? _places : [];

    private IEnumerable<string> Themes() => _taxonomie.Leefgebieden.Select(theme => theme.Sleutel).Where(theme => ProblemsOf(theme).Any());

    private IEnumerable<string> ProblemsOf(string theme) =>
        _taxonomie.Problemen.Where(p => p.Leefgebied == theme).Select(p => p.Sleutel);

    // No group rule: it is about a group of people of whom nearly all have one problem, and here the parents of a problem
    // are mentions in a life area (of which several have one problem only), months and wijken.
    public static ProtectionOptions Options(Gemeente gemeente) => new()
    {
        GroupShare = null,
        HiddenCodes = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
        {
            ["wijk"] = gemeente.Wijken.Where(wijk => wijk.Inwoners < FewestInhabitants).Select(wijk => wijk.Code)
                .ToHashSet(StringComparer.Ordinal),
        },
    };

    /// <summary>Unique cases, or null when activities have to do: none has a case number, or so many have none that these
    /// alone are enough to be shown.</summary>
    public static int? Cases(MeasureSum sum, ProtectionOptions options)
    {
        if (sum.Activities == 0)
            return 0;
        var enoughWithout = sum.UniqueCases < options.Threshold && sum.WithoutCase >= options.ThresholdWithoutCases;
        return sum.UniqueCases == 0 || enoughWithout ? null : sum.UniqueCases;
    }

    private static string Name(string place) => place.Length == 0 ? City : place;

    /// <summary>A table on its way to the protector, with the figure that each cell is.</summary>
    private sealed class Draft(string[] dimensions)
    {
        private readonly UnprotectedTable _table = new(dimensions);
        private readonly List<(FigureKey Key, Maat Maat)> _keys = [];

        public void Add(ProtectedFigures figures, FigureKey key, Maat maat, string[] codes)
        {
            var sum = figures._sums[key] ?? new MeasureSum();
            if (maat == Maat.Casussen && sum is { Activities: > 0, UniqueCases: 0 })
                return; // no case numbers at all: unknown, never zero
            if (maat == Maat.Uren && sum.Activities > 0 && sum.WithoutMinutes == sum.Activities)
                return;
            var value = maat switch
            {
                Maat.Casussen => sum.UniqueCases,
                Maat.Uren => Math.Round(sum.Minutes / 60m, 0, MidpointRounding.AwayFromZero),
                _ => sum.Activities,
            };
            _keys.Add((key, maat));
            _table.Add(codes, value, Cases(sum, figures._options));
        }

        public void Publish(ProtectedFigures figures, string name, IReadOnlyList<Dimension> hierarchies)
        {
            if (_keys.Count == 0)
                return;
            var ledgerName = hierarchies.Count > 0 || _keys.TrueForAll(key => key.Key.Tijd.Length > 0)
                ? name
                : $"{name} tot en met {figures._window.Period}"; // its codes tell no time
            var ledger = new Ledger(figures._earlier.Find(ledgerName));
            switch (figures._protector.Protect(_table, hierarchies, figures._options, ledger))
            {
                case Protection.Safe safe:
                    figures.Tables = figures.Tables.With(ledgerName, safe.Table);
                    figures.Kept += safe.Certificate.Kept.Count;
                    for (var i = 0; i < _keys.Count; i++)
                        figures._published[_keys[i]] = safe.Table.Cells[i].Value is { } value ? ReportCell.Van(value) : ReportCell.TeKlein;
                    break;
                case Protection.Impossible:
                    figures.Withheld.Add(name);
                    foreach (var key in _keys)
                        figures._published[key] = ReportCell.TeKlein;
                    break;
                case Protection.Faulty faulty:
                    throw new InvalidOperationException($"The table '{name}' is not what it says it is: {string.Join(' ', faulty.Faults)}");
            }
        }
    }
}
