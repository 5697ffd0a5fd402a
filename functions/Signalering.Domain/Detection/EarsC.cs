namespace Signalering.Domain.Detection;

/// <summary>Which of the three EARS statistics.</summary>
public enum EarsMethod
{
    /// <summary>Baseline right before the month.</summary>
    C1,

    /// <summary>Baseline with two months between: a slow rise does not raise its own bound.</summary>
    C2,

    /// <summary>C2 accumulated over three months.</summary>
    C3,
}

/// <summary>One month by EARS; NaN = not to be had (short history, missing month, no spread).</summary>
/// <param name="Mean">Mean of the baseline.</param>
/// <param name="Spread">Standard deviation of the baseline (n − 1), before the floor.</param>
/// <param name="UpperBound">Bound on this month's count.</param>
/// <param name="Statistic">(y − mean) / σ, for C3 the sum of the excesses over 1.</param>
public readonly record struct EarsAssessment(double Mean, double Spread, double UpperBound, double Statistic);

/// <summary>EARS C1, C2 and C3 on monthly counts: is this month high compared with the recent ones?</summary>
/// <remarks>
/// <para>C1, C2: alarm ⇔ y &gt; mean + z σ, σ = max(s, floor) (Hutwagner et al. 2003, J Urban Health 80(S1) i89).
/// C3 = Σ over this month and two before of max(0, C2 − 1); alarm ⇔ C3 &gt; z.</para>
/// <para>R's <c>earsC</c> starts C3's bound from y itself, so that its alarm does not depend on y:
/// <see cref="PackageC3"/> keeps that to compare with.</para>
/// <para>Weak spot: no season, trend, exposure or overdispersion; for series of 8 to 11 months and as a
/// comparison.</para>
/// </remarks>
/// <param name="baseline">Months in the baseline, ≥ 3; 7 in the source.</param>
/// <param name="minSigma">Floor under the spread; 0.5 or 1 for sparse counts.</param>
/// <param name="alpha">One-sided level.</param>
public sealed class EarsC(int baseline, double minSigma, double alpha)
{
    private const int Guard = 2;

    private readonly double _z = NormalDistribution.UpperQuantile(alpha);

    /// <summary>Level in the package: 0.001 for C1 and C2, 0.025 for C3.</summary>
    public static double DefaultAlpha(EarsMethod method) => method == EarsMethod.C3 ? 0.025 : 0.001;

    /// <summary>Assesses month <paramref name="k"/> by the definition.</summary>
    /// <param name="method">Statistic.</param>
    /// <param name="k">Month, 1-based.</param>
    /// <param name="counts">NaN = missing.</param>
    public EarsAssessment Assess(EarsMethod method, int k, ReadOnlySpan<double> counts)
    {
        var gap = method == EarsMethod.C1 ? 0 : Guard;
        var (mean, spread) = Baseline(k, gap, counts);
        var sigma = Math.Max(spread, minSigma);
        var y = k <= counts.Length ? counts[k - 1] : double.NaN;
        if (method != EarsMethod.C3)
            return new EarsAssessment(mean, spread, mean + (_z * sigma), (y - mean) / sigma);
        var before = Excess(k - 1, counts) + Excess(k - 2, counts);
        var bound = mean + (sigma * (1 + Math.Max(0, _z - before)));
        return new EarsAssessment(mean, spread, bound, Excess(k, counts) + before);
    }

    /// <summary>Whether a month signals; null when it cannot be assessed.</summary>
    public bool? Alarm(EarsMethod method, int k, ReadOnlySpan<double> counts)
    {
        var assessment = Assess(method, k, counts);
        var y = k <= counts.Length ? counts[k - 1] : double.NaN;
        if (method == EarsMethod.C3)
            return double.IsNaN(assessment.Statistic) ? null : assessment.Statistic > _z;
        return double.IsNaN(y) || double.IsNaN(assessment.UpperBound) ? null : y > assessment.UpperBound;
    }

    /// <summary>C3 as R's package codes it: bound max(0, y + σ (z − excesses of the two months before)).</summary>
    /// <returns>NaN when it cannot be assessed.</returns>
    public double PackageC3(int k, ReadOnlySpan<double> counts)
    {
        var (_, spread) = Baseline(k, Guard, counts);
        var y = k <= counts.Length ? counts[k - 1] : double.NaN;
        var before = Excess(k - 1, counts) + Excess(k - 2, counts);
        return Math.Max(0, y + (Math.Max(spread, minSigma) * (_z - before)));
    }

    private double Excess(int k, ReadOnlySpan<double> counts)
    {
        var (mean, spread) = Baseline(k, Guard, counts);
        return k <= counts.Length && k >= 1
            ? Math.Max(0, ((counts[k - 1] - mean) / Math.Max(spread, minSigma)) - 1)
            : double.NaN;
    }

    private (double Mean, double Spread) Baseline(int k, int gap, ReadOnlySpan<double> counts)
    {
        var last = k - gap - 1;
        if (last < baseline || last > counts.Length)
            return (double.NaN, double.NaN);
        var months = counts.Slice(last - baseline, baseline);
        var sum = 0.0;
        foreach (var y in months)
            sum += y;
        var mean = sum / baseline;
        var squares = 0.0;
        foreach (var y in months)
            squares += (y - mean) * (y - mean);
        return (mean, Math.Sqrt(squares / (baseline - 1)));
    }
}
