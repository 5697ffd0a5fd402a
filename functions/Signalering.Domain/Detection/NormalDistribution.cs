using MathNet.Numerics.Distributions;

namespace Signalering.Domain.Detection;

/// <summary>The standard normal distribution, by its tails.</summary>
public static class NormalDistribution
{
    /// <summary>P(Z &gt; z).</summary>
    public static double Above(double z)
    {
        var half = z * z / 2;
        return z >= 0
            ? 0.5 * SpecialFunctions.GammaUpper(0.5, half)
            : 1 - (0.5 * SpecialFunctions.GammaUpper(0.5, half));
    }

    /// <summary>z with P(Z &gt; z) = <paramref name="probability"/>; ±∞ at 0 and 1.</summary>
    /// <remarks>MathNet's value, mended by one Newton step on the tail that <see cref="Above"/> gives.</remarks>
    public static double UpperQuantile(double probability)
    {
        if (probability <= 0)
            return double.PositiveInfinity;
        if (probability >= 1)
            return double.NegativeInfinity;
        if (probability > 0.5)
            return -UpperQuantile(1 - probability);
        var z = -Normal.InvCDF(0, 1, probability);
        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        return density < 1e-290 ? z : z + ((Above(z) - probability) / density);
    }
}

/// <summary>Student's t.</summary>
public static class StudentDistribution
{
    /// <summary>P(|T| ≥ |t|) with <paramref name="degrees"/> of freedom; NaN t gives 1: no evidence.</summary>
    public static double TwoSided(double t, double degrees)
    {
        if (double.IsNaN(t))
            return 1;
        if (double.IsInfinity(t))
            return 0;
        var square = t * t;
        return SpecialFunctions.BetaRegularized(
            degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square));
    }
}

/// <summary>The gamma distribution with rate 1, and chi-square as a case of it.</summary>
public static class GammaDistribution
{
    /// <summary>x with P(X ≤ x) = <paramref name="probability"/>, by bisection and Newton steps on log x.</summary>
    /// <param name="shape">Shape &gt; 0.</param>
    /// <param name="probability">0 gives 0, 1 gives +∞.</param>
    public static double Quantile(double shape, double probability)
    {
        if (probability <= 0)
            return 0;
        if (probability >= 1)
            return double.PositiveInfinity;
        // In the lower tail P ≈ x^a / Γ(a + 1): a start that is right where the bracket would be wide.
        var (low, high) = (-700.0 / Math.Min(shape, 1) - 10, Math.Log(shape + (10 * Math.Sqrt(shape)) + 750));
        var log = Math.Clamp(Math.Log(shape), low, high);
        for (var i = 0; i < 200; i++)
        {
            var x = Math.Exp(log);
            var gap = probability < 0.5
                ? SpecialFunctions.GammaLower(shape, x) - probability
                : 1 - probability - SpecialFunctions.GammaUpper(shape, x);
            if (gap > 0)
                high = log;
            else
                low = log;
            var slope = SpecialFunctions.PoissonMass(shape, x) * shape;
            var next = log - (gap / slope);
            if (!double.IsFinite(next) || next <= low || next >= high)
                next = (low + high) / 2;
            if (Math.Abs(next - log) < 1e-15 * Math.Max(1, Math.Abs(log)))
                return Math.Exp(next);
            log = next;
        }

        return Math.Exp(log);
    }

    /// <summary>P(X &gt; x).</summary>
    public static double Above(double shape, double x) => SpecialFunctions.GammaUpper(shape, x);

    /// <summary>x with P(χ² ≤ x) = <paramref name="probability"/>.</summary>
    public static double ChiSquareQuantile(double degrees, double probability) =>
        2 * Quantile(degrees / 2, probability);

    /// <summary>P(χ² &gt; x).</summary>
    public static double ChiSquareAbove(double degrees, double x) => SpecialFunctions.GammaUpper(degrees / 2, x / 2);

    /// <summary>ψ(x), the derivative of log Γ(x).</summary>
    public static double Digamma(double x) => MathNet.Numerics.SpecialFunctions.DiGamma(x);

    /// <summary>log Γ(x).</summary>
    public static double LogGamma(double x) => MathNet.Numerics.SpecialFunctions.GammaLn(x);
}
