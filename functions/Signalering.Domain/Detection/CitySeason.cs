namespace Signalering.Domain.Detection;

/// <summary>The season that a problem has in all other wijken, borrowed by a wijk that is too small to show its
/// own.</summary>
/// <remarks>Over the last 1 to 4 whole years before month k − past: rate of the other wijken per calendar month,
/// divided by
/// the mean of the twelve. A single wijk's own cases never take part in its season.</remarks>
internal static class CitySeason
{
    /// <summary>Cases of the other wijken from which their season is told apart from chance.</summary>
    public const double LeastCases = 120;

    private const int MostYears = 4;

    /// <summary>Season index per calendar month (position 0 = the calendar month of month 1), mean 1.</summary>
    /// <param name="counts">Per wijk, NaN = missing.</param>
    /// <param name="exposure">Per wijk; an empty row = 1.</param>
    /// <param name="self">Position of the wijk that borrows; −1 for none.</param>
    /// <param name="k">Month under test, 1-based.</param>
    /// <param name="past">Months left out right before it.</param>
    /// <returns>Null when the others have too few cases, or none in some calendar month.</returns>
    public static double[]? Index(double[][] counts, double[][] exposure, int self, int k, int past)
    {
        var last = k - past - 1;
        var years = Math.Min(MostYears, last / 12);
        if (years < 1)
            return null;
        var (sums, exposures) = (new double[12], new double[12]);
        for (var wijk = 0; wijk < counts.Length; wijk++)
        {
            for (var i = last - (12 * years) + 1; wijk != self && i <= Math.Min(last, counts[wijk].Length); i++)
            {
                var e = exposure[wijk].Length == 0 ? 1 : exposure[wijk][i - 1];
                if (double.IsNaN(counts[wijk][i - 1]) || !(e > 0))
                    continue;
                sums[(i - 1) % 12] += counts[wijk][i - 1];
                exposures[(i - 1) % 12] += e;
            }
        }

        return Normalize(sums, exposures);
    }

    private static double[]? Normalize(double[] sums, double[] exposures)
    {
        var (total, mean) = (0.0, 0.0);
        var season = new double[12];
        for (var m = 0; m < 12; m++)
        {
            if (!(sums[m] > 0))
                return null;
            season[m] = sums[m] / exposures[m];
            total += sums[m];
            mean += season[m] / 12;
        }

        for (var m = 0; m < 12; m++)
            season[m] /= mean;
        return total < LeastCases ? null : season;
    }
}
