using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>Concentratie: a wijk that has persistently more of a problem than its inhabitants explain.</summary>
/// <remarks>Observed over expected by indirect standardisation on inhabitants × exposure, shrunk by gamma–Poisson
/// maximum likelihood with overdispersion as effective counts; EB05 &gt; 1, shrunk ratio ≥ 1.5, five cases or more,
/// eight wijken or more. The problem must also take a larger part of the wijk's own work (lower bound 1.2): a wijk with
/// more teams has more of everything, which is reach and not need. A wijk of a quarter or more of all cases is compared
/// with the others only. Where a break changed how much of this problem a team registers, no claim is made: its wijken
/// are not comparable with the others.</remarks>
internal sealed class ConcentrationSignals(SignalInput input, SignalOptions options, ComparableCounts counts)
{
    private const double DominantShare = 0.25;
    private const double LeastObserved = 5;
    private const double UsualDispersion = 1.5;
    private const double BreakRatio = 1.5;
    private const double LeastShare = 1.2;

    public void Find(List<Signal> signals, List<BlockedClaim> blocked)
    {
        var until = input.Last;
        var since = until.Plus(1 - options.PeriodMonths);
        foreach (var problem in counts.Problems.Where(p => !input.Strengths.Contains(p)))
        {
            var before = Ratios(problem, since.Plus(-options.PeriodMonths), since.Plus(-1));
            foreach (var one in Ratios(problem, since, until))
            {
                if (one.Lower <= 1 || one.Ratio < options.ConcentrationRatio || one.Observed < LeastObserved
                    || ShareOfWork(one.Wijk, problem, since, until).Lower <= LeastShare)
                {
                    continue;
                }

                var behind = Evidence.Between(counts.Of(one.Wijk, problem), since, until);
                var stood = before.Any(b => b.Wijk == one.Wijk && b.Lower > 1 && b.Ratio >= options.ConcentrationRatio);
                if (IncomparableTeam(one.Wijk, problem) is { } broken)
                    blocked.Add(new BlockedClaim(
                        SignalType.Concentratie, one.Wijk, problem, broken, since, until,
                        $"Niet vergelijkbaar met andere wijken: {broken.BreakReason}"));
                else if (Evidence.IsPattern(behind, options))
                    signals.Add(Make(problem, one, stood, behind, since, until));
            }
        }
    }

    /// <summary>Part of the wijk's work that this problem takes, over the same part in the other wijken.</summary>
    private Interval ShareOfWork(string wijk, string problem, Month since, Month until)
    {
        double ownProblem = 0, own = 0, otherProblem = 0, other = 0;
        foreach (var place in input.Wijken)
        {
            foreach (var key in counts.Problems)
            {
                var sum = Evidence.Between(counts.Of(place.Code, key), since, until).Sum(c => (double)c.Activities);
                own += place.Code == wijk ? sum : 0;
                ownProblem += place.Code == wijk && key == problem ? sum : 0;
                other += place.Code != wijk ? sum : 0;
                otherProblem += place.Code != wijk && key == problem ? sum : 0;
            }
        }

        return Evidence.RatioInterval(
            ownProblem, Math.Max(0.5, own * Math.Max(0.5, otherProblem) / Math.Max(1, other)), UsualDispersion);
    }

    private Signal Make(
        string problem, WijkRatio one, bool stood, List<ProblemCount> behind, Month since, Month until) => new(
        Signal.IdOf(SignalType.Concentratie, one.Wijk, problem), SignalType.Concentratie, one.Wijk, problem, null,
        stood ? SignalState.Structureel : SignalState.Nieuw, since, until, options.PeriodMonths, one.Observed,
        one.Expected, one.Ratio, new Interval(one.Lower, one.Upper), double.NaN, double.NaN, Evidence.CasesOf(behind),
        Evidence.TeamsOf(behind), [one.Wijk],
        (one.Observed - one.Expected) / Math.Sqrt(UsualDispersion * one.Expected), stood, string.Empty, since);

    private List<WijkRatio> Ratios(string problem, Month since, Month until)
    {
        var rows = new List<(string Wijk, double Observed, double Weight)>();
        foreach (var wijk in input.Wijken)
        {
            var weight = 0.0;
            for (var month = since; month <= until; month = month.Plus(1))
                weight += (wijk.Inwoners ?? 0) * counts.Exposure(wijk.Code, month);
            var observed = Evidence.Between(counts.Of(wijk.Code, problem), since, until).Sum(c => (double)c.Activities);
            if (weight > 0)
                rows.Add((wijk.Code, observed, weight));
        }

        var (total, weights) = (rows.Sum(r => r.Observed), rows.Sum(r => r.Weight));
        if (rows.Count < options.ConcentrationWijken || total <= 0)
            return [];
        var expected = rows.Select(r => r.Observed > DominantShare * total && weights > r.Weight
            ? r.Weight * Math.Max(total - r.Observed, 0.5) / (weights - r.Weight)
            : r.Weight * total / weights).ToArray();
        var shrunk = EmpiricalBayes.MaximumLikelihood(
            [.. rows.Select(r => r.Observed / UsualDispersion)], [.. expected.Select(e => e / UsualDispersion)]);
        return !shrunk.Differs ? [] : [.. rows.Select((r, i) => new WijkRatio(
            r.Wijk, r.Observed, expected[i], shrunk.Mean(i), shrunk.Quantile(i, 0.05), shrunk.Quantile(i, 0.95)))];
    }

    /// <summary>The break of a team after which its part of this problem in this wijk jumped; null when there is
    /// none.</summary>
    private MonthCoverage? IncomparableTeam(string wijk, string problem)
    {
        foreach (var broken in counts.Breaks)
        {
            var own = counts.Of(wijk, problem).Where(c => c.Wijkteam == broken.Wijkteam).ToList();
            var after = Evidence.Between(own, broken.Month, broken.Month.Plus(11)).Sum(c => c.Activities);
            var before = Evidence.Between(own, broken.Month.Plus(-12), broken.Month.Plus(-1)).Sum(c => c.Activities);
            if (after + before > 0 && (after + 1.0) / (before + 1.0) >= BreakRatio)
                return broken;
        }

        return null;
    }

    private readonly record struct WijkRatio(
        string Wijk, double Observed, double Expected, double Ratio, double Lower, double Upper);
}
