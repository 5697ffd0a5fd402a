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

    // Fewer inhabitants and a wijk is not shown at all (disclosure practice: 500).
    private const int FewestInhabitants = 500;


    private readonly FigureSums _sums;
    private readonly SocialWorkTaxonomy _taxonomie;
    private readonly ReportWindow _window;
    private readonly Protector _protector;
    private readonly IReadOnlyList<string> _places;
    private readonly IReadOnlyList<Quarter> _quarters;
    private readonly ProtectionOptions _options;
    private readonly Dictionary<(FigureKey Key, Maat Maat), ReportCell> _published = [];

    private ProtectedFigures(
        FigureSums sums, Gemeente gemeente, SocialWorkTaxonomy taxonomie, ReportWindow window, Protector protector)
    {
        (_sums, _taxonomie, _window, _protector) = (sums, taxonomie, window, protector);
        _places = [.. gemeente.Wijken.Select(wijk => wijk.Code), WijkIndex.Elders, WijkIndex.Onbekend];
        _quarters = [window.Period, window.Period.Plus(-4)];
        _options = Options(gemeente);
    }

    /// <summary>Tables of which no safe version exists; empty as a rule. They are withheld as a whole.</summary>
    public List<string> Withheld { get; } = [];

    /// <summary>Protects everything that a report prints.</summary>
    public static ProtectedFigures Protect(
        FigureSums sums, Gemeente gemeente, SocialWorkTaxonomy taxonomie, ReportWindow window, Protector protector)
    {
        var figures = new ProtectedFigures(sums, gemeente, taxonomie, window, protector);
        figures.Problems();
        figures.Quadrants();
        foreach (var maat in new[] { Maat.Casussen, Maat.Uren })
            figures.Whole(maat);
        figures.Flat(FigureKind.Jaar, "twaalf maanden");
        figures.Flat(FigureKind.Samen, "samenloop");
        figures.Flat(FigureKind.Levering, "leveringen");
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

    private ReportCell Printed(FigureKey key, Maat maat, ReportCell? absent = null) =>
        _published.GetValueOrDefault((key, maat)) ?? absent ?? ReportCell.NietBekend;

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
                foreach (var place in _places.Append(ReportWindow.Whole))
                    table.Add(this, new(kind, subject, "", place, quarter.ToString()), Maat.Activiteiten, [code, Name(place), quarter.ToString()]);
            }

            if (kind == FigureKind.Probleem)
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
                foreach (var place in _places.Append(ReportWindow.Whole))
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

    private void Flat(FigureKind kind, string name)
    {
        var table = new Draft(["onderwerp", "tweede", "wijk", "tijd"]);
        foreach (var key in _sums.All.Keys.Where(key => key.Kind == kind).OrderBy(key => (key.Onderwerp, key.Tweede, key.Wijk, key.Tijd)))
            table.Add(this, key, Maat.Activiteiten, [key.Onderwerp, key.Tweede, key.Wijk, key.Tijd]);
        table.Publish(this, name, []);
    }

    private IEnumerable<string> Themes() => _taxonomie.Leefgebieden.Select(theme => theme.Sleutel).Where(theme => ProblemsOf(theme).Any());

    private IEnumerable<string> ProblemsOf(string theme) =>
        _taxonomie.Problemen.Where(p => p.Leefgebied == theme).Select(p => p.Sleutel);

    // No group rule: it is about a group of people of whom nearly all have one problem, and here the parents of a problem
    // are mentions in a life area (of which several have one problem only), months and wijken.
    private static ProtectionOptions Options(Gemeente gemeente) => new()
    {
        GroupShare = null,
        HiddenCodes = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
        {
            ["wijk"] = gemeente.Wijken.Where(wijk => wijk.Inwoners < FewestInhabitants).Select(wijk => wijk.Code)
                .ToHashSet(StringComparer.Ordinal),
        },
    };

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
            _table.Add(codes, value, maat == Maat.Casussen ? sum.UniqueCases : Contributors(sum));
        }

        // Null: no case numbers at all, judged by its activities. Where some have one, three activities without stand for a
        // case, as the thresholds do (10 and 30): else two hundred group meetings with three case numbers among them would
        // be withheld as three cases.
        private static int? Contributors(MeasureSum sum) => sum switch
        {
            { Activities: 0 } => 0,
            { UniqueCases: 0 } => null,
            _ => sum.UniqueCases + (sum.WithoutCase / 3),
        };

        public void Publish(ProtectedFigures figures, string name, IReadOnlyList<Dimension> hierarchies)
        {
            if (_keys.Count == 0)
                return;
            switch (figures._protector.Protect(_table, hierarchies, figures._options))
            {
                case Protection.Safe safe:
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
