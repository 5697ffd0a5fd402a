using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>From counts to signals that hold up: deliveries first, then the problems.</summary>
public static class SignalDetection
{
    /// <summary>Finds everything that there is to say about the last month and its year.</summary>
    /// <param name="input">Counts, merged over teams here; any order.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>The same for the same input, whatever its order and the number of cores.</returns>
    public static SignalOutcome Run(SignalInput input, SignalOptions? options = null)
    {
        options ??= new SignalOptions();
        var counts = new ComparableCounts(input);
        var (signals, blocked) = (new List<Signal>(), new List<BlockedClaim>());
        var rises = new RiseSignals(input, options, counts);
        rises.Find(signals, blocked);
        new SpreadSignals(input, options, counts).Find(signals);
        new ConcentrationSignals(input, options, counts).Find(signals, blocked);
        new PeriodSignals(input, options, counts).Find(signals, blocked);
        BlockedByDeliveries(input, options, counts, blocked);
        return new SignalOutcome(
            [
                .. signals.OrderByDescending(s => s.IsOpen).ThenByDescending(s => s.Evidence)
                    .ThenBy(s => s.Id, StringComparer.Ordinal),
            ],
            [
                .. blocked.OrderBy(b => b.Wijk, StringComparer.Ordinal).ThenBy(b => b.Probleem, StringComparer.Ordinal)
                    .ThenBy(b => b.From).ThenBy(b => b.Type),
            ],
            counts.Artefacts,
            rises.All());
    }

    /// <summary>Months of a wijk about which nothing is claimed, because a delivery is missing or cannot be
    /// compared.</summary>
    private static void BlockedByDeliveries(
        SignalInput input, SignalOptions options, ComparableCounts counts, List<BlockedClaim> blocked)
    {
        var from = new Month(Math.Max(counts.First.Index, input.Last.Index - options.AssessedMonths + 1));
        foreach (var wijk in input.Wijken)
        {
            foreach (var gap in Gaps(counts.Artefacts.Concat(input.Coverage)
                .Where(c => c.Exposure < 1 && c.Month >= from && c.Month <= input.Last)
                .Where(c => counts.Teams(wijk.Code).ContainsKey(c.Wijkteam))))
            {
                blocked.Add(new BlockedClaim(
                    SignalType.Stijging, wijk.Code, null, gap.First, gap.First.Month, gap.Last,
                    gap.First.GapReason ?? "De levering over deze maand is onvolledig; zij telt niet als daling, en de maand " +
                    "erna niet als stijging."));
            }

            foreach (var broken in counts.Breaks.Where(b => counts.Restarts(b, wijk.Code)))
            {
                blocked.Add(new BlockedClaim(
                    SignalType.Stijging, wijk.Code, null, broken, counts.First, broken.Month.Plus(-1),
                    $"{broken.BreakReason} De maanden ervoor worden niet vergeleken met de maanden erna."));
            }
        }
    }

    /// <summary>Months in a row with one reason are one gap.</summary>
    private static IEnumerable<(MonthCoverage First, Month Last)> Gaps(IEnumerable<MonthCoverage> months)
    {
        (MonthCoverage First, Month Last)? gap = null;
        foreach (var month in months.OrderBy(m => m.Wijkteam, StringComparer.Ordinal)
            .ThenBy(m => m.GapReason, StringComparer.Ordinal).ThenBy(m => m.Month))
        {
            if (gap is { } open && open.First.Wijkteam == month.Wijkteam && open.First.GapReason == month.GapReason
                && month.Month.Index - open.Last.Index <= 1)
            {
                gap = (open.First, month.Month);
                continue;
            }

            if (gap is { } done)
                yield return done;
            gap = (month, month.Month);
        }

        if (gap is { } last)
            yield return last;
    }
}
