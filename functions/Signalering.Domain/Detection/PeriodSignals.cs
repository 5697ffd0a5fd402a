using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>Signals over a year by a rule: gestapeld, eenzijdig individueel, beleidseffect.</summary>
internal sealed class PeriodSignals(SignalInput input, SignalOptions options, ComparableCounts counts)
{
    private const double PairDispersion = 1.5;
    private const double LeastDelivered = 0.9;

    private Month Since => input.Last.Plus(1 - options.PeriodMonths);

    public void Find(List<Signal> signals, List<BlockedClaim> blocked)
    {
        Stacked(signals);
        OneSided(signals, blocked);
        Policy(signals);
    }

    /// <summary>Lift = joint × all / (first × second) over the municipality; its 90 % interval above 1.</summary>
    private void Stacked(List<Signal> signals)
    {
        var inPeriod = input.Counts.Where(c => c.Month >= Since && c.Month <= input.Last).ToList();
        var each = inPeriod.GroupBy(c => c.Probleem, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (double)g.Sum(c => c.Activities), StringComparer.Ordinal);
        var all = (double)input.TeamMonths.Where(t => t.Month >= Since && t.Month <= input.Last).Sum(t => t.Activities);
        foreach (var pair in input.Pairs.Where(p => p.Month >= Since && p.Month <= input.Last)
            .GroupBy(p => (p.Eerste, p.Tweede)).OrderBy(g => g.Key))
        {
            var joint = (double)pair.Sum(p => p.Activities);
            var cases = Evidence.KnownCases(pair.Select(p => (p.Month, p.Cases)));
            var (first, second) = (each.GetValueOrDefault(pair.Key.Eerste), each.GetValueOrDefault(pair.Key.Tweede));
            var expected = first * second / Math.Max(1, all);
            var interval = Evidence.RatioInterval(joint, Math.Max(1e-9, expected), PairDispersion);
            if (expected <= 0 || joint / expected < options.Lift || interval.Lower <= 1 || cases < options.JointCases)
                continue;
            var behind = inPeriod.Where(c => c.Probleem == pair.Key.Eerste || c.Probleem == pair.Key.Tweede).ToList();
            signals.Add(new Signal(
                Signal.IdOf(SignalType.Gestapeld, null, pair.Key.Eerste, pair.Key.Tweede), SignalType.Gestapeld, null,
                pair.Key.Eerste, pair.Key.Tweede, SignalState.Structureel, Since, input.Last, options.PeriodMonths, joint,
                expected, joint / expected, interval, double.NaN, double.NaN, cases, Evidence.TeamsOf(behind),
                [.. behind.Select(c => c.Wijk).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                (joint - expected) / Math.Sqrt(PairDispersion * expected), true, string.Empty, Since));
        }
    }

    /// <summary>Much individual help and at most one collective activity on a problem in a wijk in a year; no claim
    /// where a tenth or more of that year was not delivered, since the answer may be in there.</summary>
    private void OneSided(List<Signal> signals, List<BlockedClaim> blocked)
    {
        foreach (var group in input.Counts.Where(c => c.Month >= Since && c.Month <= input.Last)
            .GroupBy(c => (c.Wijk, c.Probleem)).OrderBy(g => g.Key))
        {
            var behind = group.ToList();
            var (individual, collective) = (behind.Sum(c => c.IndividualHelp), behind.Sum(c => c.Collective));
            if (individual < options.IndividualHelp || collective > 1 || !Evidence.IsPattern(behind, options)
                || input.Strengths.Contains(group.Key.Probleem) || input.NoProblems.Contains(group.Key.Probleem))
            {
                continue;
            }

            if (Delivered(group.Key.Wijk) < LeastDelivered)
            {
                blocked.Add(new BlockedClaim(
                    SignalType.EenzijdigIndividueel, group.Key.Wijk, group.Key.Probleem, null, Since, input.Last,
                    "Van dit jaar ontbreekt een tiende of meer; of er een collectief antwoord was, is niet te zeggen."));
                continue;
            }

            signals.Add(new Signal(
                Signal.IdOf(SignalType.EenzijdigIndividueel, group.Key.Wijk, group.Key.Probleem),
                SignalType.EenzijdigIndividueel, group.Key.Wijk, group.Key.Probleem, null, SignalState.Structureel, Since,
                input.Last, options.PeriodMonths, individual, double.NaN, double.NaN,
                new Interval(double.NaN, double.NaN), double.NaN, double.NaN, Evidence.CasesOf(behind),
                Evidence.TeamsOf(behind), [group.Key.Wijk], 0, true, string.Empty, Since));
        }
    }

    // From the first month that anybody delivered: a municipality that has just begun misses nothing.
    private double Delivered(string wijk)
    {
        var from = Since > counts.First ? Since : counts.First;
        return Enumerable.Range(0, input.Last.Index - from.Index + 1).Average(i => counts.Exposure(wijk, from.Plus(i)));
    }

    /// <summary>A law or authority that people got stuck on in five cases or more (ten activities without case numbers)
    /// in a year; structureel when that was so in the year before as well.</summary>
    private void Policy(List<Signal> signals)
    {
        var before = PolicyPatterns(Since.Plus(-options.PeriodMonths), Since.Plus(-1)).Select(g => g.Key).ToHashSet();
        foreach (var group in PolicyPatterns(Since, input.Last))
        {
            var oneYear = group.DistinctBy(f => f.Month.Year).Count() == 1;
            signals.Add(new Signal(
                Signal.IdOf(SignalType.Beleidseffect, null, group.Key), SignalType.Beleidseffect, null, group.Key, null,
                before.Contains(group.Key) ? SignalState.Structureel : SignalState.Nieuw, Since, input.Last,
                options.PeriodMonths, group.Sum(f => f.Activities), double.NaN, double.NaN,
                new Interval(double.NaN, double.NaN), double.NaN, double.NaN,
                oneYear && group.All(f => f.WithoutCase == 0) ? KnownCases(group) : null,
                [.. group.Select(f => f.Wijkteam).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                [.. group.Select(f => f.Wijk).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                0, true, string.Empty, Since));
        }
    }

    private IEnumerable<IGrouping<string, FrictionCount>> PolicyPatterns(Month from, Month until) => input.Friction
        .Where(f => f.Month >= from && f.Month <= until)
        .GroupBy(f => f.Beleid, StringComparer.Ordinal)
        .Where(group => KnownCases(group) >= options.PatternCases
            || group.Sum(f => f.WithoutCase) >= options.PatternActivities)
        .OrderBy(group => group.Key, StringComparer.Ordinal);

    private static int KnownCases(IEnumerable<FrictionCount> counts) =>
        Evidence.KnownCases(counts.Select(f => (f.Month, f.Cases)));
}
