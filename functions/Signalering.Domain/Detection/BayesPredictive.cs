namespace Signalering.Domain.Detection;

/// <summary>Gamma–Poisson predictive with Jeffreys' prior: what the next count will be, given the same months
/// before.</summary>
/// <remarks>With S cases in n reference months, Y ~ NB(size S + ½, mean (S + ½) / n) (Höhle 2007, Comput Stat 22:571).
/// Reference implementation: R surveillance 1.20.3, <c>bayes</c>. Weak spot: no overdispersion, so that it alarms more
/// often than its level in lively series.</remarks>
/// <param name="yearsBack">b; 0 uses the current year only.</param>
/// <param name="halfWindow">w, months at either side.</param>
/// <param name="currentYear">Whether the w months right before take part.</param>
/// <param name="alpha">One-sided level.</param>
public sealed class BayesPredictive(int yearsBack, int halfWindow, bool currentYear, double alpha)
{
    /// <summary>Bound on the count of month <paramref name="k"/>; an alarm is y above it.</summary>
    /// <param name="k">Month, 1-based.</param>
    /// <param name="counts">NaN = missing: left out of the reference.</param>
    /// <returns>NaN when a reference month lies before the series, or none has a count.</returns>
    public double UpperBound(int k, ReadOnlySpan<double> counts) =>
        Predictive(k, counts) is { } predictive ? predictive.UpperQuantile(alpha) : double.NaN;

    /// <summary>The predictive itself; null when there is none.</summary>
    public CountDistribution? Predictive(int k, ReadOnlySpan<double> counts)
    {
        var (sum, months) = (0.0, 0);
        for (var year = yearsBack; year >= 1; year--)
        {
            for (var i = k - (12 * year) - halfWindow; i <= k - (12 * year) + halfWindow; i++)
            {
                if (i < 1)
                    return null;
                Add(i, counts, ref sum, ref months);
            }
        }

        for (var i = k - halfWindow; currentYear && i < k; i++)
        {
            if (i < 1)
                return null;
            Add(i, counts, ref sum, ref months);
        }

        return months == 0 ? null : Of(sum, months, 1);
    }

    /// <summary>Predictive for a month with <paramref name="exposure"/> after S cases over a total exposure.</summary>
    public static CountDistribution Of(double sum, double totalExposure, double exposure) =>
        new((sum + 0.5) * exposure / totalExposure, 1 + (exposure / totalExposure));

    private static void Add(int i, ReadOnlySpan<double> counts, ref double sum, ref int months)
    {
        if (i > counts.Length || double.IsNaN(counts[i - 1]))
            return;
        sum += counts[i - 1];
        months++;
    }
}
