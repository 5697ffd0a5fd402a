namespace Signalering.Domain.Detection;

/// <summary>Incomplete gamma and beta functions that keep their relative precision far into both tails.</summary>
/// <remarks>
/// <para>MathNet.Numerics gives log-gamma, digamma and the normal quantile; its incomplete functions give one minus
/// a number near one in the tails that p-values live in, so those two are written here.</para>
/// <para>Both are a probability mass times a series or continued fraction (DLMF 8.7.1, 8.9.2 and 8.17.22); the mass
/// follows C. Loader (2000), "Fast and accurate computation of binomial probabilities": no difference of large
/// logarithms, so that sizes of 10⁹ lose nothing.</para>
/// </remarks>
internal static class SpecialFunctions
{
    private const double Tiny = 1e-300;
    private const double Precision = 1e-16;
    private const int MostTerms = 2_000_000;
    private const double HalfLog2Pi = 0.918938533204672741780329736406;

    /// <summary>P(a, x), the lower regularised incomplete gamma function; shape &gt; 0, x ≥ 0.</summary>
    public static double GammaLower(double shape, double x) => x <= 0 ? 0
        : x < shape + 1 ? Math.Min(1, PoissonMass(shape, x) * GammaSeries(shape, x))
        : 1 - GammaUpper(shape, x);

    /// <summary>Q(a, x) = 1 − P(a, x).</summary>
    public static double GammaUpper(double shape, double x) => x <= 0 ? 1
        : x < shape + 1 ? 1 - GammaLower(shape, x)
        : Math.Min(1, PoissonMass(shape, x) * shape * GammaFraction(shape, x));

    /// <summary>I_x(a, b), the regularised incomplete beta function; complement = 1 − x, given for its
    /// precision.</summary>
    public static double BetaRegularized(double a, double b, double x, double complement)
    {
        if (x <= 0)
            return 0;
        if (complement <= 0)
            return 1;
        return x < (a + 1) / (a + b + 2) ? BetaSmall(a, b, x, complement) : 1 - BetaSmall(b, a, complement, x);
    }

    /// <summary>1 − I_x(a, b).</summary>
    public static double BetaComplement(double a, double b, double x, double complement) =>
        BetaRegularized(b, a, complement, x);

    /// <summary>λˣ e^−λ / Γ(x + 1), for any real x ≥ 0.</summary>
    public static double PoissonMass(double x, double lambda)
    {
        if (lambda <= 0)
            return x <= 0 ? 1 : 0;
        if (x <= 0)
            return Math.Exp(-lambda);
        if (x < 1e-10 * lambda)
            return Math.Exp(-lambda + (x * Math.Log(lambda)) - SpecialGammaLn(x + 1));
        return Math.Exp(-StirlingError(x) - Deviance(x, lambda)) / Math.Sqrt(2 * Math.PI * x);
    }

    /// <summary>Γ(n + 1) / (Γ(x + 1) Γ(n − x + 1)) pˣ qⁿ⁻ˣ, for any real 0 ≤ x ≤ n.</summary>
    public static double BinomialMass(double x, double n, double p, double q)
    {
        if (x <= 0)
            return n <= 0 ? 1 : Math.Exp(n * (p < 0.1 ? Log1P(-p) : Math.Log(q)));
        if (x >= n)
            return Math.Exp(n * (q < 0.1 ? Log1P(-q) : Math.Log(p)));
        var log = StirlingError(n) - StirlingError(x) - StirlingError(n - x)
            - Deviance(x, n * p) - Deviance(n - x, n * q);
        return Math.Exp(log) * Math.Sqrt(n / (2 * Math.PI * x * (n - x)));
    }

    /// <summary>log(1 + x) without loss near 0.</summary>
    public static double Log1P(double x)
    {
        if (Math.Abs(x) > 1e-4)
            return x <= -1 ? double.NegativeInfinity : Math.Log(1 + x) - (((1 + x) - 1 - x) / (1 + x));
        return x * (1 - (x * (0.5 - (x * ((1.0 / 3) - (x * 0.25))))));
    }

    private static double GammaSeries(double shape, double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var i = 1; i < MostTerms && term > sum * Precision; i++)
        {
            term *= x / (shape + i);
            sum += term;
        }

        return sum;
    }

    /// <summary>Lentz's algorithm; times x^a e^−x / Γ(a) it gives Q(a, x).</summary>
    private static double GammaFraction(double shape, double x)
    {
        var b = x + 1 - shape;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < MostTerms; i++)
        {
            var an = -i * (i - shape);
            b += 2;
            d = NotZero((an * d) + b);
            c = NotZero(b + (an / c));
            d = 1 / d;
            var factor = d * c;
            h *= factor;
            if (Math.Abs(factor - 1) < 4 * Precision)
                break;
        }

        return h;
    }

    private static double BetaSmall(double a, double b, double x, double complement)
    {
        // x^a (1−x)^b / (a B(a, b)) as a binomial mass; C(a+b, a) = (a+b) / (a b B(a, b)).
        var front = BinomialMass(a, a + b, x, complement) * b / (a + b);
        return Math.Min(1, front * BetaFraction(a, b, x));
    }

    private static double BetaFraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; m < MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2.0 * m) - 1) * (a + (2.0 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2.0 * m)) * (a + (2.0 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            var factor = d * c;
            h *= factor;
            if (Math.Abs(factor - 1) < 4 * Precision)
                break;
        }

        return h;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    /// <summary>log Γ(n + 1) minus Stirling's formula.</summary>
    private static double StirlingError(double n)
    {
        if (n < 15)
            return SpecialGammaLn(n + 1) - ((n + 0.5) * Math.Log(n)) + n - HalfLog2Pi;
        var square = n * n;
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (1.0 / 1188 / square))
            / square)) / square)) / square)) / n;
    }

    /// <summary>x log(x / m) + m − x, without cancellation when x ≈ m.</summary>
    private static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m))
            return (x * Math.Log(x / m)) + m - x;
        var v = (x - m) / (x + m);
        var sum = (x - m) * v;
        var ej = 2 * x * v;
        for (var j = 1; j < 1000; j++)
        {
            ej *= v * v;
            var next = sum + (ej / ((2 * j) + 1));
            if (next == sum)
                break;
            sum = next;
        }

        return sum;
    }

    private static double SpecialGammaLn(double x) => MathNet.Numerics.SpecialFunctions.GammaLn(x);
}
