namespace Signalering.Domain.Detection;

/// <summary>Season index of twelve calendar months, shrunk to "no season" as far as the data are thin.</summary>
/// <remarks>
/// <para>Ratios observed / expected per calendar month, minus 1, are r ~ N(0, v K + N): N = φ / expected on the
/// diagonal,
/// K a smooth periodic kernel (neighbouring months alike) with a share for single odd months such as December. The
/// estimate is the posterior mean, averaged over a few strengths v by their likelihood (empirical Bayes; Rasmussen and
/// Williams 2006, sections 2.2, 4.2.3 and 5.4). With many cases it is the plain index, with few it is 1.</para>
/// </remarks>
internal static class SharedSeason
{
    private const double OddMonth = 0.2; // share of v that neighbours tell nothing about

    private static readonly double[] Strengths = [0.0001, 0.003, 0.01, 0.03, 0.1, 0.3];
    private static readonly double[,] Kernel = MakeKernel();

    /// <summary>Number of strengths that are weighed.</summary>
    public const int StrengthCount = 6;

    /// <summary>What each strength of season would make of these sums.</summary>
    /// <param name="cases">Sum per calendar month, 12.</param>
    /// <param name="expected">Expected without season, 12.</param>
    /// <param name="dispersion">φ of a month.</param>
    /// <param name="log">Filled with a log likelihood per strength.</param>
    /// <param name="deviations">Filled with 12 deviations from 1 per strength.</param>
    public static void Weigh(
        ReadOnlySpan<double> cases, ReadOnlySpan<double> expected, double dispersion, Span<double> log,
        Span<double> deviations)
    {
        Span<double> ratio = stackalloc double[12];
        Span<double> noise = stackalloc double[12];
        var (total, totalExpected) = (0.0, 0.0);
        for (var m = 0; m < 12; m++)
        {
            total += cases[m];
            totalExpected += expected[m];
        }

        log.Clear();
        deviations.Clear();
        if (!(total > 0) || !(totalExpected > 0))
            return;
        for (var m = 0; m < 12; m++)
        {
            var scaled = Math.Max(1e-9, expected[m] * total / totalExpected);
            ratio[m] = Math.Clamp((cases[m] / scaled) - 1, -1, 5);
            noise[m] = dispersion / scaled;
        }

        for (var v = 0; v < StrengthCount; v++)
            log[v] = Posterior(Strengths[v], ratio, noise, deviations.Slice(v * 12, 12));
    }

    /// <summary>Averages the strengths by their likelihood.</summary>
    /// <param name="log">Log likelihood per strength, of this series or of its whole group.</param>
    /// <param name="deviations">From <see cref="Weigh"/>.</param>
    /// <param name="season">Filled with the index, mean 1, each at least 0.05 before that.</param>
    public static void Average(ReadOnlySpan<double> log, ReadOnlySpan<double> deviations, Span<double> season)
    {
        var most = double.NegativeInfinity;
        foreach (var value in log)
            most = Math.Max(most, value);
        var sum = 0.0;
        foreach (var value in log)
            sum += Math.Exp(value - most);
        season.Fill(1);
        var mean = 0.0;
        for (var m = 0; m < 12; m++)
        {
            for (var v = 0; v < StrengthCount; v++)
                season[m] += Math.Exp(log[v] - most) / sum * deviations[(v * 12) + m];
            season[m] = Math.Max(0.05, season[m]);
            mean += season[m] / 12;
        }

        for (var m = 0; m < 12; m++)
            season[m] /= mean;
    }

    /// <summary>Posterior mean for one strength, and its log likelihood.</summary>
    private static double Posterior(double v, ReadOnlySpan<double> ratio, ReadOnlySpan<double> noise, Span<double> mean)
    {
        Span<double> lower = stackalloc double[144];
        Span<double> solved = stackalloc double[12];
        var log = 0.0;
        for (var i = 0; i < 12; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = (v * Kernel[i, j]) + (i == j ? noise[i] : 0);
                for (var c = 0; c < j; c++)
                    sum -= lower[(i * 12) + c] * lower[(j * 12) + c];
                lower[(i * 12) + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / lower[(j * 12) + j];
            }

            var right = ratio[i];
            for (var c = 0; c < i; c++)
                right -= lower[(i * 12) + c] * solved[c];
            solved[i] = right / lower[(i * 12) + i];
            log -= Math.Log(lower[(i * 12) + i]) + (solved[i] * solved[i] / 2);
        }

        for (var i = 11; i >= 0; i--)
        {
            for (var c = i + 1; c < 12; c++)
                solved[i] -= lower[(c * 12) + i] * solved[c];
            solved[i] /= lower[(i * 12) + i];
        }

        for (var i = 0; i < 12; i++)
        {
            mean[i] = 0;
            for (var j = 0; j < 12; j++)
                mean[i] += v * Kernel[i, j] * solved[j];
        }

        return log;
    }

    private static double[,] MakeKernel()
    {
        var kernel = new double[12, 12];
        for (var i = 0; i < 12; i++)
        {
            for (var j = 0; j < 12; j++)
            {
                var sine = Math.Sin(Math.PI * (i - j) / 12);
                kernel[i, j] = ((1 - OddMonth) * Math.Exp(-2 * sine * sine)) + (i == j ? OddMonth : 0);
            }
        }

        return kernel;
    }
}
