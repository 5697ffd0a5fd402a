namespace Signalering.Domain.Detection;

/// <summary>An interval for a count or a ratio.</summary>
public readonly record struct Interval(double Lower, double Upper);

/// <summary>Confidence intervals for a Poisson count, and so for observed / expected.</summary>
public static class PoissonInterval
{
    /// <summary>Exact interval (Garwood 1936, Biometrika 28:437; chi-square form of Ulm 1990).</summary>
    /// <param name="observed">Count ≥ 0; may be fractional (count / dispersion).</param>
    /// <param name="confidence">Such as 0.95.</param>
    /// <param name="expected">Divides both bounds; 1 gives the interval of the count itself.</param>
    public static Interval Exact(double observed, double confidence, double expected = 1)
    {
        var tail = (1 - confidence) / 2;
        var lower = observed <= 0 ? 0 : GammaDistribution.Quantile(observed, tail);
        var upper = UpperTailQuantile(observed + 1, tail);
        return new Interval(lower / expected, upper / expected);
    }

    /// <summary>Byar's approximation (Breslow and Day 1987, vol. II, section 2.3); within 0.2 % from 10 cases
    /// on.</summary>
    /// <inheritdoc cref="Exact"/>
    public static Interval Byar(double observed, double confidence, double expected = 1)
    {
        var z = NormalDistribution.UpperQuantile((1 - confidence) / 2);
        var lower = observed <= 0 ? 0
            : observed * Cube(1 - (1 / (9 * observed)) - (z / (3 * Math.Sqrt(observed))));
        var next = observed + 1;
        var upper = next * Cube(1 - (1 / (9 * next)) + (z / (3 * Math.Sqrt(next))));
        return new Interval(Math.Max(0, lower) / expected, upper / expected);
    }

    private static double UpperTailQuantile(double shape, double tail) =>
        GammaDistribution.Quantile(shape, 1 - tail);

    private static double Cube(double x) => x * x * x;
}
