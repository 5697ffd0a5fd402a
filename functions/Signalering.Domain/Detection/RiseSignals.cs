using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>Stijging and krachten: one problem in one wijk above its own expectation.</summary>
/// <remarks>A month signals when its p is at most the level, it has enough cases, and it survives Benjamini–Hochberg
/// over
/// all wijken and problems of that month; the lifecycle is told from these months.</remarks>
internal sealed class RiseSignals
{
    private readonly SignalInput _input;
    private readonly SignalOptions _options;
    private readonly ComparableCounts _counts;

    public RiseSignals(SignalInput input, SignalOptions options, ComparableCounts counts)
    {
        (_input, _options, _counts) = (input, options, counts);
        From = new Month(Math.Max(counts.First.Index, input.Last.Index - options.AssessedMonths + 1));
        Keys = [.. counts.Problems.SelectMany(p => input.Wijken.Select(w => (w.Code, p)))];
        Assessed = SeriesDetection.Run(
            [.. Keys.Select(k => counts.Series(k.Wijk, k.Probleem))],
            new SeriesDetectionOptions { From = From, Alpha = options.Alpha });
        Adjusted = Adjust();
    }

    public Month From { get; }

    /// <summary>Wijk and problem of each series.</summary>
    public IReadOnlyList<(string Wijk, string Probleem)> Keys { get; }

    /// <summary>Assessed months of each series.</summary>
    public IReadOnlyList<AssessedSeries> Assessed { get; }

    private double[][] Adjusted { get; }

    /// <summary>All series.</summary>
    public IReadOnlyList<AssessedProblem> All() => [.. Keys.Select((key, i) =>
        new AssessedProblem(key.Wijk, key.Probleem, Assessed[i].Months, Adjusted[i], Statuses(i)))];

    /// <summary>The signals, and what was too narrow to be a pattern.</summary>
    public void Find(List<Signal> signals, List<BlockedClaim> blocked)
    {
        for (var i = 0; i < Keys.Count; i++)
        {
            var statuses = Statuses(i);
            var states = Lifecycle.Run(statuses);
            if (states.Length == 0 || states[^1].State == SignalState.Geen)
                continue;
            var signal = Make(i, statuses, states);
            var counts = Evidence.Between(_counts.Of(Keys[i].Wijk, Keys[i].Probleem), signal.Since, signal.Until);
            if (Evidence.IsPattern(counts, _options))
                signals.Add(signal);
            else
                blocked.Add(TooNarrow(signal));
        }
    }

    private static BlockedClaim TooNarrow(Signal signal) => new(
        signal.Type, signal.Wijk, signal.Probleem, null, signal.Since, signal.Until,
        "Te smal voor een patroon: één team en te weinig verschillende casussen.");

    private double[][] Adjust()
    {
        var months = Assessed.Count == 0 ? 0 : Assessed[0].Months.Count;
        var adjusted = Assessed.Select(a => new double[a.Months.Count]).ToArray();
        for (var m = 0; m < months; m++)
        {
            var column = Multiplicity.BenjaminiHochberg([.. Assessed.Select(a => a.Months[m].PValue)]);
            for (var i = 0; i < column.Length; i++)
                adjusted[i][m] = column[i];
        }

        return adjusted;
    }

    private MonthStatus[] Statuses(int i) => [.. Assessed[i].Months.Select((month, m) =>
        month.Alarm && Adjusted[i][m] <= _options.FalseDiscoveryRate ? MonthStatus.Signal
        : month.Alarm ? MonthStatus.Quiet
        : month.ForLifecycle)];

    private Signal Make(int i, MonthStatus[] statuses, LifecycleMonth[] states)
    {
        var (wijk, problem) = Keys[i];
        var start = states[^1].Start;
        var last = Array.FindLastIndex(statuses, s => s == MonthStatus.Signal);
        var months = Assessed[i].Months.Skip(start).Take(last - start + 1)
            .Where(m => double.IsFinite(m.Expected)).ToList();
        var (observed, expected) = (months.Sum(m => m.Count), months.Sum(m => m.Expected));
        var dispersion = months.Average(m => m.Tau);
        var (since, until) = (From.Plus(start), From.Plus(last));
        var counts = Evidence.Between(_counts.Of(wijk, problem), since, until);
        var type = _input.Strengths.Contains(problem) ? SignalType.Krachten : SignalType.Stijging;
        return new Signal(
            Signal.IdOf(type, wijk, problem), type, wijk, problem, null, states[^1].State, since, until, months.Count,
            observed, expected, observed / expected, Evidence.RatioInterval(observed, expected, dispersion),
            Assessed[i].Months[last].PValue, Adjusted[i][last], Evidence.CasesOf(counts), Evidence.TeamsOf(counts), [wijk],
            (observed - expected) / Math.Sqrt(dispersion * expected), states[^1].Confirmed, Letters(statuses), From);
    }

    /// <summary>A, N and M.</summary>
    public static string Letters(MonthStatus[] statuses) => string.Concat(statuses.Select(s => s switch
    {
        MonthStatus.Signal => 'A',
        MonthStatus.Quiet => 'N',
        _ => 'M',
    }));
}
