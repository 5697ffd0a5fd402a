using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>Looks at the deliveries before anyone looks at the problems: months that are far too small, and level
/// shifts
/// of a whole team.</summary>
/// <remarks>
/// <para>Outage: less than half of the median of the team's nearest months, and by more than chance. Shift: the team's
/// share of all deliveries before and after a month differs by a fifth or more, at once, and far beyond its own
/// noise. A shift of everything that a team does is another form, system or staffing, never a social problem.</para>
/// </remarks>
public static class ArtefactCheck
{
    private const int Neighbours = 6;
    private const double OutageShare = 0.5;
    private const double OutageZ = 4;
    private const int ShiftWindow = 12;
    private const int MonthsBefore = 6;
    private const int MonthsAfter = 3;
    private static readonly double ShiftSize = Math.Log(1.2);
    private static readonly double SuddenSize = Math.Log(1.15);
    private static readonly double OwnSize = Math.Log(1.05);
    private const double ShiftZ = 5;
    private const int MostBreaks = 20;

    /// <summary>Outages (exposure 0) and breaks per team, in order of team and month.</summary>
    /// <param name="teamMonths">What each team delivered.</param>
    public static IReadOnlyList<MonthCoverage> Run(IReadOnlyList<TeamMonth> teamMonths)
    {
        if (teamMonths.Count == 0)
            return [];
        var (first, last) = (teamMonths.Min(t => t.Month.Index), teamMonths.Max(t => t.Month.Index));
        var teams = teamMonths.GroupBy(t => t.Wijkteam, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Row(g, first, last - first + 1), StringComparer.Ordinal);
        var found = new List<MonthCoverage>();
        foreach (var (team, row) in teams)
        {
            foreach (var t in Outages(row))
            {
                found.Add(new MonthCoverage(team, new Month(first + t), 0));
                row[t] = double.NaN;
            }
        }

        Breaks(teams, first, found);
        return [.. found.OrderBy(f => f.Wijkteam, StringComparer.Ordinal).ThenBy(f => f.Month)];
    }

    /// <summary>One break at a time, that of the team that shifts most itself; it is mended before the next is sought,
    /// so
    /// that the break of one team does not look like one of all others.</summary>
    private static void Breaks(Dictionary<string, double[]> teams, int first, List<MonthCoverage> found)
    {
        for (var round = 0; round < MostBreaks; round++)
        {
            (string Team, Shift Shift)? best = null;
            foreach (var (team, row) in teams)
            {
                var share = Shares(row, [.. teams.Where(o => o.Key != team).Select(o => o.Value)]);
                if (Strongest(share, row) is { } shift
                    && (best is null || Math.Abs(shift.Own) > Math.Abs(best.Value.Shift.Own)))
                {
                    best = (team, shift);
                }
            }

            if (best is not { } one)
                return;
            found.Add(new MonthCoverage(one.Team, new Month(first + one.Shift.Month), 1, Reason(one.Shift.Ratio)));
            for (var t = one.Shift.Month; t < teams[one.Team].Length; t++)
                teams[one.Team][t] /= one.Shift.Ratio;
        }
    }

    private static string Reason(double ratio) => ratio > 1
        ? "Het team registreert vanaf deze maand ineens veel meer: een ander formulier, systeem of team?"
        : "Het team registreert vanaf deze maand ineens veel minder: een ander formulier, systeem of team?";

    private static double[] Row(IEnumerable<TeamMonth> months, int first, int length)
    {
        var row = new double[length];
        Array.Fill(row, double.NaN);
        foreach (var month in months)
            row[month.Month.Index - first] = month.Activities;
        return row;
    }

    private static List<int> Outages(double[] row)
    {
        var outages = new List<int>();
        for (var t = 0; t < row.Length; t++)
        {
            if (double.IsNaN(row[t]))
                continue;
            var near = Near(row, t);
            if (near.Count < 3)
                continue;
            var median = Median(near);
            if (row[t] < OutageShare * median && (median - row[t]) / Math.Sqrt(2 * median) > OutageZ)
                outages.Add(t);
        }

        return outages;
    }

    private static List<double> Near(double[] row, int t)
    {
        var near = new List<double>();
        for (var (i, count) = (t - 1, 0); i >= 0 && count < Neighbours; i--)
        {
            if (double.IsNaN(row[i]))
                continue;
            near.Add(row[i]);
            count++;
        }

        for (var (i, count) = (t + 1, 0); i < row.Length && count < Neighbours; i++)
        {
            if (double.IsNaN(row[i]))
                continue;
            near.Add(row[i]);
            count++;
        }

        return near;
    }

    /// <summary>log of the team's count over the mean of the other teams that have the month: the season drops
    /// out.</summary>
    private static double[] Shares(double[] row, double[][] others)
    {
        var means = others.Select(o => o.Where(v => !double.IsNaN(v)).DefaultIfEmpty(1).Average()).ToArray();
        var share = new double[row.Length];
        for (var t = 0; t < row.Length; t++)
        {
            var (sum, expected) = (0.0, 0.0);
            for (var i = 0; i < others.Length; i++)
            {
                if (double.IsNaN(others[i][t]))
                    continue;
                sum += others[i][t];
                expected += means[i];
            }

            var season = expected > 0 && sum > 0 ? sum / expected : 1;
            share[t] = row[t] > 0 ? Math.Log(row[t] / season) : double.NaN;
        }

        return share;
    }

    private static Shift? Strongest(double[] share, double[] row)
    {
        Shift? best = null;
        var bestZ = ShiftZ;
        var noise = Noise(share);
        for (var t = 1; t < share.Length; t++)
        {
            var (from, to) = (Math.Max(0, t - ShiftWindow), Math.Min(share.Length, t + ShiftWindow));
            var (before, after) = (Values(share, from, t), Values(share, t, to));
            if (before.Count < MonthsBefore || after.Count < MonthsAfter)
                continue;
            var size = after.Average() - before.Average();
            var sudden = Median(after[..MonthsAfter]) - Median(before[^MonthsAfter..]);
            var z = Math.Abs(size) / (noise * Math.Sqrt((1.0 / before.Count) + (1.0 / after.Count)));
            var own = OwnShift(row, from, t, to);
            if (z <= bestZ || Math.Abs(size) < ShiftSize || Math.Abs(sudden) < SuddenSize || Math.Abs(own) < OwnSize
                || size * sudden <= 0 || size * own <= 0)
            {
                continue;
            }

            (best, bestZ) = (new Shift(t, Math.Exp(size), own), z);
        }

        return best;
    }

    /// <summary>The team's own shift, not compared with the others: their break must not look like its own.</summary>
    private static double OwnShift(double[] row, int from, int at, int to)
    {
        var (before, after) = (Values(row, from, at), Values(row, at, to));
        return before.Count < MonthsAfter || after.Count < MonthsAfter
            ? 0
            : Math.Log(Math.Max(1, Median(after[..MonthsAfter])) / Math.Max(1, Median(before[^MonthsAfter..])));
    }

    /// <summary>Spread of one month, from the differences of neighbours, which a shift leaves alone.</summary>
    private static double Noise(double[] share)
    {
        var differences = new List<double>();
        for (var t = 1; t < share.Length; t++)
        {
            var difference = Math.Abs(share[t] - share[t - 1]);
            if (!double.IsNaN(difference))
                differences.Add(difference);
        }

        return differences.Count == 0 ? 1 : Math.Max(0.03, Median(differences) * 1.4826 / Math.Sqrt(2));
    }

    private static List<double> Values(double[] row, int from, int to)
    {
        var values = new List<double>();
        for (var t = from; t < to; t++)
        {
            if (!double.IsNaN(row[t]))
                values.Add(row[t]);
        }

        return values;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private readonly record struct Shift(int Month, double Ratio, double Own);
}
