using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>Counts per wijk and problem of which every month can be compared with every other, or is missing.</summary>
/// <remarks>A team's month that is missing or incomplete lowers the exposure of its wijken by the share that the team
/// has in them; below half, the month is missing. A break of a team restarts the history of the wijken in which it has
/// a fifth or more of the work.</remarks>
internal sealed class ComparableCounts
{
    private const double LeastExposure = 0.5;
    private const double BreakShare = 0.2;
    private const int SameBreak = 2; // months between a break as people tell it and as the counts show it

    private readonly SignalInput _input;
    private readonly Dictionary<(string Team, int Month), double> _exposure = [];
    private readonly Dictionary<string, Dictionary<string, double>> _shares = new(StringComparer.Ordinal);
    private readonly ILookup<(string Wijk, string Probleem), ProblemCount> _counts;

    public ComparableCounts(SignalInput input)
    {
        _input = input;
        Artefacts = [.. ArtefactCheck.Run([.. input.TeamMonths.Where(t => t.Month <= input.Last)]).Where(IsNews)];
        _counts = input.Counts.Where(c => c.Month <= input.Last).ToLookup(c => (c.Wijk, c.Probleem));
        First = new Month(input.TeamMonths.Where(t => t.Month <= input.Last).Select(t => t.Month.Index)
            .DefaultIfEmpty(input.Last.Index).Min());
        foreach (var month in input.TeamMonths)
            _exposure[(month.Wijkteam, month.Month.Index)] = 1;
        foreach (var coverage in Artefacts.Concat(input.Coverage))
            Lower(coverage);
        FillShares();
    }

    public Month First { get; }

    /// <summary>Months on the axis.</summary>
    public int Months => _input.Last.Index - First.Index + 1;

    /// <summary>What the check of the deliveries found.</summary>
    public IReadOnlyList<MonthCoverage> Artefacts { get; }

    /// <summary>Problem keys that occur, in order.</summary>
    public IReadOnlyList<string> Problems =>
        [.. _counts.Select(c => c.Key.Probleem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Breaks with a reason, from the ledger and from the check, no later than the last month.</summary>
    public IEnumerable<MonthCoverage> Breaks =>
        Artefacts.Concat(_input.Coverage).Where(c => c.BreakReason is not null && c.Month <= _input.Last);

    /// <summary>Teams of a wijk with their share of its work.</summary>
    public IReadOnlyDictionary<string, double> Teams(string wijk) =>
        _shares.TryGetValue(wijk, out var teams) ? teams : new Dictionary<string, double>();

    /// <summary>Part of a wijk's usual work that is in a month, 0–1.</summary>
    public double Exposure(string wijk, Month month) =>
        Teams(wijk).Sum(team => team.Value * _exposure.GetValueOrDefault((team.Key, month.Index)));

    /// <summary>Whether a break restarts the history of a wijk.</summary>
    public bool Restarts(MonthCoverage broken, string wijk) =>
        Teams(wijk).GetValueOrDefault(broken.Wijkteam) >= BreakShare;

    /// <summary>First month from which a wijk's counts can be compared.</summary>
    public Month ComparableFrom(string wijk) => new(Breaks
        .Where(b => Restarts(b, wijk))
        .Select(b => b.Month.Index).Append(First.Index).Max());

    /// <summary>Counts of a wijk and problem that take part, of teams whose month is there.</summary>
    public IEnumerable<ProblemCount> Of(string wijk, string problem) =>
        _counts[(wijk, problem)].Where(c => _exposure.GetValueOrDefault((c.Wijkteam, c.Month.Index)) > 0);

    /// <summary>The series of a wijk and problem.</summary>
    public MonthlySeries Series(string wijk, string problem)
    {
        var (counts, exposure) = (new double[Months], new double[Months]);
        var from = ComparableFrom(wijk);
        foreach (var count in Of(wijk, problem))
            counts[count.Month.Index - First.Index] += count.Activities;
        for (var t = 0; t < Months; t++)
        {
            var month = First.Plus(t);
            exposure[t] = Exposure(wijk, month);
            if (month < from || exposure[t] < LeastExposure)
                (counts[t], exposure[t]) = (double.NaN, double.NaN);
        }

        return new MonthlySeries($"{wijk}|{problem}", problem, First, counts, exposure);
    }

    // What people found right is right; a break that they tell of themselves is told once, in their words.
    private bool IsNews(MonthCoverage found) => !_input.FoundRight.Contains((found.Wijkteam, found.Month))
        && !_input.Coverage.Any(known => known.Wijkteam == found.Wijkteam && (found.BreakReason is null
            ? known.Month == found.Month && known.Exposure < 1
            : known.BreakReason is not null && Math.Abs(known.Month.Index - found.Month.Index) <= SameBreak));

    private void Lower(MonthCoverage coverage)
    {
        var key = (coverage.Wijkteam, coverage.Month.Index);
        if (_exposure.TryGetValue(key, out var known))
            _exposure[key] = Math.Min(known, Math.Clamp(coverage.Exposure, 0, 1));
    }

    private void FillShares()
    {
        foreach (var wijk in _input.Counts.GroupBy(c => c.Wijk, StringComparer.Ordinal))
        {
            var teams = wijk.GroupBy(c => c.Wijkteam, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum(c => (double)c.Activities), StringComparer.Ordinal);
            var total = teams.Values.Sum();
            _shares[wijk.Key] = teams.Where(t => t.Value >= 0.02 * total)
                .ToDictionary(t => t.Key, t => t.Value / total, StringComparer.Ordinal);
        }
    }
}
