using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>Spreiding: the same problem rises in at least three wijken at once (two, with fewer than six
/// wijken).</summary>
/// <remarks>Fisher's partial conjunction of the wijken's three-month mid-p from Farrington corrected, which is valid
/// wijk by
/// wijk, ≤ 0.05 and Benjamini–Hochberg over the problems of the month ≤ 0.10.</remarks>
internal sealed class SpreadSignals(SignalInput input, SignalOptions options, ComparableCounts counts)
{
    private const double Alpha = 0.05;
    private const double WijkAlpha = 0.10;
    private const int ManyWijken = 6;

    private readonly Month _from = new(Math.Max(counts.First.Index, input.Last.Index - options.AssessedMonths + 1));

    public void Find(List<Signal> signals)
    {
        var problems = counts.Problems;
        var months = input.Last.Index - _from.Index + 1;
        var found = new SpreadMonth[problems.Count][];
        Parallel.For(0, problems.Count, p => found[p] = Assess(problems[p], months));
        var adjusted = found.Select(_ => new double[months]).ToArray();
        for (var m = 0; m < months; m++)
        {
            var column = Multiplicity.BenjaminiHochberg([.. found.Select(f => f[m].P)]);
            for (var p = 0; p < found.Length; p++)
                adjusted[p][m] = column[p];
        }

        for (var p = 0; p < found.Length; p++)
        {
            var statuses = found[p].Select((month, m) => double.IsNaN(month.P) ? MonthStatus.NotAssessed
                : month.P <= Alpha && adjusted[p][m] <= options.FalseDiscoveryRate ? MonthStatus.Signal
                : MonthStatus.Quiet).ToArray();
            var states = Lifecycle.Run(statuses);
            if (states.Length > 0 && states[^1].State != SignalState.Geen)
                signals.Add(Make(problems[p], found[p], adjusted[p], statuses, states));
        }
    }

    private SpreadMonth[] Assess(string problem, int months)
    {
        var series = input.Wijken.Select(w => counts.Series(w.Code, problem)).ToList();
        var panel = new FarringtonPanel(
            [.. series.Select(s => s.Counts.ToArray())], [.. series.Select(s => s.Exposure.ToArray())]);
        var result = new SpreadMonth[months];
        for (var m = 0; m < months; m++)
        {
            var cells = panel.Assess(_from.Index + m - counts.First.Index + 1);
            var p = cells.Select(c => c.ThreeMonthMidP).ToArray();
            var assessed = p.Count(v => !double.IsNaN(v));
            var conjunction = new PartialConjunction(p, assessed >= ManyWijken ? 3 : 2);
            var rising = Enumerable.Range(0, p.Length).Where(i => p[i] < WijkAlpha).ToArray();
            result[m] = new SpreadMonth(
                conjunction.Fisher, [.. rising.Select(i => input.Wijken[i].Code)],
                rising.Sum(i => cells[i].Count), rising.Sum(i => cells[i].Fit.Mean),
                rising.Length == 0 ? 1 : rising.Average(i => cells[i].Tau));
        }

        return result;
    }

    private Signal Make(
        string problem, SpreadMonth[] months, double[] adjusted, MonthStatus[] statuses, LifecycleMonth[] states)
    {
        var start = states[^1].Start;
        var last = Array.FindLastIndex(statuses, s => s == MonthStatus.Signal);
        var episode = months[start..(last + 1)];
        var (observed, expected) = (episode.Sum(m => m.Observed), episode.Sum(m => m.Expected));
        var dispersion = episode.Average(m => m.Dispersion);
        var (since, until) = (_from.Plus(start), _from.Plus(last));
        var wijken = months[last].Wijken;
        var behind = wijken.SelectMany(w => Evidence.Between(counts.Of(w, problem), since, until)).ToList();
        return new Signal(
            Signal.IdOf(SignalType.Spreiding, null, problem), SignalType.Spreiding, null, problem, null, states[^1].State,
            since, until, episode.Length, observed, expected, observed / expected,
            Evidence.RatioInterval(observed, expected, dispersion), months[last].P, adjusted[last],
            Evidence.CasesOf(behind), Evidence.TeamsOf(behind), wijken,
            (observed - expected) / Math.Sqrt(dispersion * expected), states[^1].Confirmed,
            RiseSignals.Letters(statuses), _from);
    }

    private readonly record struct SpreadMonth(
        double P, IReadOnlyList<string> Wijken, double Observed, double Expected, double Dispersion);
}
