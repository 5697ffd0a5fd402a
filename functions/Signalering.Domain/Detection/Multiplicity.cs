namespace Signalering.Domain.Detection;

/// <summary>Many tests at once: Benjamini–Hochberg, and combining p-values of several wijken.</summary>
public static class Multiplicity
{
    /// <summary>Adjusted p-values of Benjamini and Hochberg (1995, JRSS B 57:289).</summary>
    /// <param name="p">p-values of the series that were assessed; NaN = not assessed.</param>
    /// <returns>In the same order; NaN stays NaN and does not count as a test.</returns>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> p)
    {
        var values = p.ToArray();
        var order = new int[values.Length];
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
                order[count++] = i;
        }

        Array.Sort(order, 0, count, Comparer<int>.Create((a, b) => values[a].CompareTo(values[b])));
        var adjusted = new double[values.Length];
        Array.Fill(adjusted, double.NaN);
        var least = 1.0;
        for (var rank = count; rank >= 1; rank--)
        {
            var index = order[rank - 1];
            least = Math.Min(least, values[index] * count / rank);
            adjusted[index] = least;
        }

        return adjusted;
    }
}

/// <summary>Do at least u of n wijken rise? (Benjamini and Heller 2008, Biometrics 64:1215.)</summary>
/// <remarks>H0: fewer than u rise. The u − 1 smallest p-values are dropped and the rest combined, so that one exploding
/// wijk alone never makes it small. u = 1 is the plain combination.</remarks>
public sealed class PartialConjunction
{
    private const double Clamp = 1e-15;

    private readonly double[] _rest;
    private readonly int _dropped;

    /// <summary>Sorts and clamps to [10⁻¹⁵, 1 − 10⁻¹⁵].</summary>
    /// <param name="p">p-values of the assessed wijken; NaN is left out.</param>
    /// <param name="atLeast">u, 1 or more.</param>
    public PartialConjunction(ReadOnlySpan<double> p, int atLeast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        var sorted = p.ToArray().Where(v => !double.IsNaN(v)).Select(v => Math.Clamp(v, Clamp, 1 - Clamp)).Order();
        _dropped = atLeast - 1;
        _rest = [.. sorted.Skip(_dropped)];
    }

    /// <summary>Whether there are u wijken or more; if not, every p is NaN.</summary>
    public bool IsApplicable => _rest.Length > 0;

    /// <summary>Fisher: −2 Σ log p against chi-square.</summary>
    public double Fisher => !IsApplicable ? double.NaN
        : GammaDistribution.ChiSquareAbove(2 * _rest.Length, -2 * _rest.Sum(Math.Log));

    /// <summary>Stouffer: sum of normal scores.</summary>
    public double Stouffer => !IsApplicable ? double.NaN
        : NormalDistribution.Above(_rest.Sum(NormalDistribution.UpperQuantile) / Math.Sqrt(_rest.Length));

    /// <summary>Simes.</summary>
    public double Simes => !IsApplicable ? double.NaN
        : _rest.Select((p, i) => p * _rest.Length / (i + 1)).Min();

    /// <summary>Bonferroni: valid under any dependence.</summary>
    public double Bonferroni => !IsApplicable ? double.NaN : Math.Min(1, _rest.Length * _rest[0]);
}
