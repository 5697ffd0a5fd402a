namespace Signalering.Domain.Detection;

/// <summary>Shrinks the ratio observed / expected of each wijk towards that of the municipality.</summary>
/// <remarks>A wijk with few cases borrows most from the others, so that a list is not headed by the smallest
/// wijken.</remarks>
public sealed class EmpiricalBayes
{
    private EmpiricalBayes(double shape, double rate, double[] observed, double[] expected)
    {
        (Shape, Rate) = (shape, rate);
        (Observed, Expected) = (observed, expected);
    }

    /// <summary>Shape of the gamma prior of the ratio; +∞ when the wijken do not differ more than chance.</summary>
    public double Shape { get; }

    /// <summary>Rate of the prior: shape / rate is its mean.</summary>
    public double Rate { get; }

    /// <summary>Whether the wijken differ at all; if not, no concentration can be claimed.</summary>
    public bool Differs => double.IsFinite(Shape);

    private double[] Observed { get; }

    private double[] Expected { get; }

    /// <summary>Moment estimate of Marshall (1991, Appl Stat 40:283), global: s² from the spread of the
    /// ratios.</summary>
    /// <param name="observed">Counts ≥ 0.</param>
    /// <param name="expected">Expected counts &gt; 0, same length; leave wijken without a delivery out.</param>
    public static (double Between, double Mean, double[] Ratios) Marshall(
        ReadOnlySpan<double> observed, ReadOnlySpan<double> expected)
    {
        var (sumObserved, sumExpected) = (Sum(observed), Sum(expected));
        var mean = sumObserved / sumExpected;
        var spread = 0.0;
        for (var i = 0; i < observed.Length; i++)
            spread += expected[i] * Square((observed[i] / expected[i]) - mean);
        var between = Math.Max(0, (spread / sumExpected) - (mean / (sumExpected / observed.Length)));
        var ratios = new double[observed.Length];
        for (var i = 0; i < ratios.Length; i++)
        {
            ratios[i] = between <= 0
                ? mean
                : mean + (between * ((observed[i] / expected[i]) - mean) / (between + (mean / expected[i])));
        }

        return (between, mean, ratios);
    }

    /// <summary>The prior that Marshall's moments imply: shape b²/A, rate b/A.</summary>
    public static EmpiricalBayes FromMoments(ReadOnlySpan<double> observed, ReadOnlySpan<double> expected)
    {
        var (between, mean, _) = Marshall(observed, expected);
        return between <= 0 || mean <= 0
            ? None(observed, expected)
            : new(mean * mean / between, mean / between, observed.ToArray(), expected.ToArray());
    }

    /// <summary>Maximum likelihood (Clayton and Kaldor 1987, Biometrics 43:671): O ~ NB(shape, mean shape/rate ×
    /// E).</summary>
    /// <remarks>Nested roots: the mean for a given shape, then the shape on log scale over [0.01, 10⁴]. No root:
    /// variance
    /// not above Poisson, shape = ∞.</remarks>
    public static EmpiricalBayes MaximumLikelihood(ReadOnlySpan<double> observed, ReadOnlySpan<double> expected)
    {
        var (o, e) = (observed.ToArray(), expected.ToArray());
        if (o.Length == 0 || Sum(o) <= 0)
            return None(observed, expected);
        var (low, high) = (Math.Log(0.01), Math.Log(1e4));
        var (atLow, atHigh) = (Score(low, o, e), Score(high, o, e));
        if (!(atLow > 0) || !(atHigh < 0))
            return None(observed, expected);
        for (var i = 0; i < 100 && high - low > 1e-13; i++)
        {
            var middle = (low + high) / 2;
            if (Score(middle, o, e) > 0)
                low = middle;
            else
                high = middle;
        }

        var shape = Math.Exp((low + high) / 2);
        return new(shape, shape / MeanFor(shape, o, e), o, e);
    }

    /// <summary>Posterior mean of the ratio of wijk <paramref name="i"/>.</summary>
    public double Mean(int i) => Differs ? (Shape + Observed[i]) / (Rate + Expected[i]) : CommonRatio;

    /// <summary>Geometric mean of the posterior, EBGM (DuMouchel 1999, Am Stat 53:177, single-gamma version).</summary>
    public double GeometricMean(int i) => Differs
        ? Math.Exp(GammaDistribution.Digamma(Shape + Observed[i]) - Math.Log(Rate + Expected[i]))
        : CommonRatio;

    /// <summary>Posterior quantile of the ratio; 0.05 gives EB05.</summary>
    public double Quantile(int i, double probability) => Differs
        ? GammaDistribution.Quantile(Shape + Observed[i], probability) / (Rate + Expected[i])
        : CommonRatio;

    /// <summary>P(ratio &gt; bound).</summary>
    public double ProbabilityAbove(int i, double bound) => Differs
        ? GammaDistribution.Above(Shape + Observed[i], bound * (Rate + Expected[i]))
        : CommonRatio > bound ? 1 : 0;

    private double CommonRatio => Expected.Length == 0 ? double.NaN : Sum(Observed) / Sum(Expected);

    private static EmpiricalBayes None(ReadOnlySpan<double> observed, ReadOnlySpan<double> expected) =>
        new(double.PositiveInfinity, double.PositiveInfinity, observed.ToArray(), expected.ToArray());

    private static double Score(double logShape, double[] o, double[] e)
    {
        var shape = Math.Exp(logShape);
        var mean = MeanFor(shape, o, e);
        var sum = 0.0;
        for (var i = 0; i < o.Length; i++)
        {
            var total = shape + (mean * e[i]);
            sum += GammaDistribution.Digamma(shape + o[i]) - GammaDistribution.Digamma(shape)
                + Math.Log(shape / total) + 1 - ((shape + o[i]) / total);
        }

        return sum;
    }

    /// <summary>Root of Σ (O − mE) / (shape + mE), decreasing in m.</summary>
    private static double MeanFor(double shape, double[] o, double[] e)
    {
        var (low, high) = (0.0, 1.0);
        while (Slope(high) > 0)
            high *= 2;
        for (var i = 0; i < 200 && high - low > 1e-15 * high; i++)
        {
            var middle = (low + high) / 2;
            if (Slope(middle) > 0)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;

        double Slope(double m)
        {
            var sum = 0.0;
            for (var i = 0; i < o.Length; i++)
                sum += (o[i] - (m * e[i])) / (shape + (m * e[i]));
            return sum;
        }
    }

    private static double Square(double x) => x * x;

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
