namespace Signalering.Domain.Detection;

/// <summary>Down-weights months of the past that stand out upwards, so that an old outbreak does not hide a new
/// one.</summary>
/// <remarks>Standardised Anscombe residual s = (3/2)(y^⅔ μ^−⅙ − μ^½) / √(φ(1 − h)); weight s⁻² where s exceeds the
/// threshold, else 1, scaled so that the weights sum to n (Farrington et al. 1996; threshold 2.58 as Noufaily et al.
/// 2013). One pass, no iteration.</remarks>
internal static class PastOutbreaks
{
    private const double NoFreedom = 1e-8;

    /// <summary>Fills <paramref name="weights"/>.</summary>
    /// <returns>Number of months that were weighted down.</returns>
    public static int Weigh(
        SeasonTrendRows rows, SeasonTrendFit fit, double dispersion, double threshold, Span<double> weights)
    {
        var (sum, down) = (0.0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            var s = Residual(rows.Count[i], fit.Mean[i], dispersion, fit.Leverage[i]);
            weights[i] = s > threshold ? 1 / (s * s) : 1;
            down += s > threshold ? 1 : 0;
            sum += weights[i];
        }

        for (var i = 0; i < rows.Length; i++)
            weights[i] *= rows.Length / sum;
        return down;
    }

    /// <summary>The residual; 0 where the fit leaves no freedom (a level with one row).</summary>
    public static double Residual(double y, double mean, double dispersion, double leverage)
    {
        var free = 1 - leverage;
        if (free < NoFreedom)
            return 0;
        return 1.5 * ((Math.Cbrt(y * y) * Math.Pow(mean, -1.0 / 6)) - Math.Sqrt(mean)) / Math.Sqrt(dispersion * free);
    }
}
