namespace Signalering.Domain.Detection;

/// <summary>Distribution of a monthly count: negative binomial with a given mean and dispersion, or Poisson.</summary>
/// <remarks>
/// <para>Variance = dispersion × mean, so size r = mean / (dispersion − 1) and probability 1 / dispersion; a dispersion
/// within 10⁻⁹ of 1 (or below) is Poisson.</para>
/// <para>All tails keep their relative precision; none underflows before 10⁻³⁰⁰.</para>
/// </remarks>
/// <param name="Mean">Expected count, ≥ 0.</param>
/// <param name="Dispersion">Variance over mean; below 1 counts as 1.</param>
public readonly record struct CountDistribution(double Mean, double Dispersion)
{
    private const double PoissonBand = 1e-9;
    private const double QuantileSlack = 1e-13;
    private const double Uncountable = 1e14; // from here on, u and u + 1 cannot be told apart well enough to search

    private bool IsPoisson => Dispersion - 1 < PoissonBand;

    private double Size => Mean / (Dispersion - 1);

    private double Success => 1 / Dispersion;

    private double Failure => (Dispersion - 1) / Dispersion;

    /// <summary>P(Y = y).</summary>
    public double Mass(double y)
    {
        if (y < 0)
            return 0;
        if (Mean <= 0)
            return y == 0 ? 1 : 0;
        if (IsPoisson)
            return SpecialFunctions.PoissonMass(y, Mean);
        return Size / (Size + y) * SpecialFunctions.BinomialMass(Size, Size + y, Success, Failure);
    }

    /// <summary>P(Y ≥ y).</summary>
    public double AtLeast(double y)
    {
        if (y <= 0)
            return 1;
        if (Mean <= 0)
            return 0;
        return IsPoisson
            ? SpecialFunctions.GammaLower(y, Mean)
            : SpecialFunctions.BetaRegularized(y, Size, Failure, Success);
    }

    /// <summary>P(Y ≤ y).</summary>
    public double AtMost(double y)
    {
        if (y < 0)
            return 0;
        if (Mean <= 0)
            return 1;
        return IsPoisson
            ? SpecialFunctions.GammaUpper(y + 1, Mean)
            : SpecialFunctions.BetaComplement(y + 1, Size, Failure, Success);
    }

    /// <summary>P(Y &gt; y) + P(Y = y) / 2 (Lancaster 1961, JASA 56:223).</summary>
    public double MidP(double y) => AtLeast(y + 1) + (Mass(y) / 2);

    /// <summary>Smallest whole u with P(Y &gt; u) ≤ alpha.</summary>
    /// <param name="alpha">Probability above the bound, 0 &lt; alpha &lt; 1.</param>
    /// <returns>The bound; +∞ when the mean is infinite or not a number.</returns>
    public double UpperQuantile(double alpha)
    {
        if (Mean <= 0)
            return 0;
        if (!double.IsFinite(Mean) || !double.IsFinite(Dispersion))
            return double.PositiveInfinity;
        if (Mean > Uncountable)
            return Expansion(NormalDistribution.UpperQuantile(alpha));
        var spread = Math.Sqrt(Mean * Math.Max(1, Dispersion));
        var guess = Math.Max(0, Math.Floor(Mean + (NormalDistribution.UpperQuantile(alpha) * spread)));
        var step = Math.Max(1, Math.Floor(spread / 4));
        var (low, high) = (-1.0, guess);
        while (!Holds(high, alpha))
        {
            low = high;
            high += step;
            step *= 2;
        }

        for (step = Math.Max(1, Math.Floor(spread / 4)); low < 0 && high > 0; step *= 2)
        {
            var below = Math.Max(0, high - step);
            if (!Holds(below, alpha))
                low = below;
            else
                high = below;
        }

        return Bisect(low, high, alpha);
    }

    /// <summary>Cornish and Fisher's expansion to the skewness.</summary>
    private double Expansion(double z)
    {
        var dispersion = Math.Max(1, Dispersion);
        return Math.Floor(Mean + (z * Math.Sqrt(Mean * dispersion)) + (((z * z) - 1) * ((2 * dispersion) - 1) / 6));
    }

    private double Bisect(double low, double high, double alpha)
    {
        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            if (Holds(middle, alpha))
                high = middle;
            else
                low = middle;
        }

        return high;
    }

    private bool Holds(double bound, double alpha) => AtLeast(bound + 1) <= alpha * (1 + QuantileSlack);
}
