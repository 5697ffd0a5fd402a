namespace Signalering.Domain.Detection;

/// <summary>One threshold of <see cref="FarringtonCompat"/>; NaN stands for R's NA.</summary>
/// <param name="UpperBound">NaN when there are too few cases.</param>
/// <param name="Expected">NaN when there are too few cases.</param>
/// <param name="Score">On mixed scales for nbPlugin and muan, as the package has it.</param>
/// <param name="PValue">p-value.</param>
/// <param name="Alarm">Whether y is above the bound.</param>
public readonly record struct CompatThreshold(
    double UpperBound, double Expected, double Score, double PValue, bool Alarm);

/// <summary>Fit of one month as R's package makes it.</summary>
/// <param name="Eta">log of the expected count.</param>
/// <param name="StandardError">Of <paramref name="Eta"/>, with the package's wrong dispersion.</param>
/// <param name="Mean">Expected count.</param>
/// <param name="Dispersion">φ ≥ 1.</param>
/// <param name="TrendUsed">Whether the trend stayed.</param>
/// <param name="TrendPerMonth">NaN without trend.</param>
/// <param name="ReferenceMonths">Number of reference months.</param>
/// <param name="Unstable">Whether the package's own numbers are rounding noise here.</param>
public readonly record struct CompatFit(
    double Eta, double StandardError, double Mean, double Dispersion, bool TrendUsed, double TrendPerMonth,
    int ReferenceMonths, bool Unstable);

/// <summary>Farrington flexible equal to R's surveillance 1.20.3, its slips included; to compare with, not to
/// use.</summary>
/// <remarks>
/// <para>Slips kept on purpose: after reweighting, standard error and trend test use a dispersion with the prior
/// weights
/// in the place of the working weights; the score of nbPlugin and muan mixes scales; one missing month silences the
/// low-count rule for as many months as it looks back. <see cref="FarringtonCorrected"/> has none of them.</para>
/// </remarks>
public sealed class FarringtonCompat(FarringtonControl control)
{
    private const double Epsilon = 1e-8;

    private readonly SeasonTrendRows _rows = new();
    private readonly SeasonTrendFit _first = new();
    private readonly SeasonTrendFit _second = new();
    private double[] _weights = new double[64];

    /// <summary>Fits the reference months of month <paramref name="k"/>.</summary>
    /// <param name="k">Month under test, 1-based.</param>
    /// <param name="counts">NaN = missing.</param>
    /// <param name="exposure">Same length; empty = no offset.</param>
    /// <returns>Null when the history is too short or no comparable month has a count.</returns>
    public CompatFit? Fit(int k, ReadOnlySpan<double> counts, ReadOnlySpan<double> exposure)
    {
        if (!control.Reference.IsValid || k < control.Reference.FirstTestable)
            return null;
        _rows.Gather(control.Reference, k, counts, exposure);
        if (_rows.Length == 0 || !_rows.HasTargetLevel() || !(_rows.TargetExposure > 0))
            return null;
        if (_weights.Length < _rows.Length)
            _weights = new double[_rows.Count.Length];

        var fit = FitOnce(control.Trend, out var unstable);
        var trendUsed = fit.HasTrend;
        if (fit.HasTrend)
        {
            var t = fit.Slope / Math.Sqrt(PackageDispersion(fit) * fit.SlopeVariance);
            var p = StudentDistribution.TwoSided(t, _rows.Length - fit.Rank);
            trendUsed = control.Reference.YearsBack >= 3 && p < control.TrendThreshold
                && Math.Exp(fit.Prediction) <= _rows.MostCount;
            unstable |= Math.Abs(fit.Slope) < 1e-9;
            if (!trendUsed)
            {
                fit = FitOnce(trend: false, out var again);
                unstable |= again;
            }
        }

        var se = Math.Sqrt(PackageDispersion(fit) * fit.PredictionVariance);
        return new CompatFit(
            fit.Prediction, se, Math.Exp(fit.Prediction), Math.Max(1, fit.WorkingDispersion), trendUsed,
            trendUsed ? fit.Slope : double.NaN, _rows.Length, unstable);
    }

    /// <summary>Whether the last months hold enough cases; null (R's NA) when one of them is missing.</summary>
    public bool? EnoughCases(int k, ReadOnlySpan<double> counts)
    {
        var sum = 0.0;
        for (var i = Math.Max(1, k - control.LowCountMonths + 1); i <= k; i++)
            sum += i <= counts.Length ? counts[i - 1] : double.NaN;
        return double.IsNaN(sum) ? null : sum >= control.LowCountCases;
    }

    /// <summary>Bound, score, p-value and alarm by one method.</summary>
    /// <param name="fit">From <see cref="Fit"/>.</param>
    /// <param name="method">Not <see cref="ThresholdMethod.NbTau"/>, which the package does not have.</param>
    /// <param name="y">Count of the month; NaN = missing.</param>
    /// <param name="enough">From <see cref="EnoughCases"/>.</param>
    public CompatThreshold Threshold(CompatFit fit, ThresholdMethod method, double y, bool? enough)
    {
        var (bound, score, p) = method == ThresholdMethod.Delta ? Delta(fit, y) : Quantile(fit, method, y);
        var isEnough = enough == true;
        return new CompatThreshold(
            isEnough ? bound : double.NaN, isEnough ? fit.Mean : double.NaN, score, p, isEnough && y > bound);
    }

    private SeasonTrendFit FitOnce(bool trend, out bool unstable)
    {
        _first.Fit(_rows, [], trend, Epsilon);
        if (!_first.Converged && trend)
            _first.Fit(_rows, [], trend: false, Epsilon);
        unstable = IsUnstable(_first);
        if (!control.Reweight)
            return _first;
        var weights = _weights.AsSpan(0, _rows.Length);
        var dispersion = Math.Max(1, _first.WorkingDispersion);
        PastOutbreaks.Weigh(_rows, _first, dispersion, control.WeightsThreshold, weights);
        _second.Fit(_rows, weights, trend, Epsilon);
        if (!_second.Converged && trend)
            _second.Fit(_rows, weights, trend: false, Epsilon);
        unstable |= IsUnstable(_second);
        return _second;
    }

    private double PackageDispersion(SeasonTrendFit fit) =>
        control.Reweight ? fit.PriorWeightDispersion : fit.WorkingDispersion;

    private bool IsUnstable(SeasonTrendFit fit)
    {
        var unstable = !(fit.WorkingDispersion > 1e-12);
        for (var i = 0; i < _rows.Length; i++)
            unstable |= fit.Leverage[i] > 1 - 1e-8 || fit.Mean[i] < 1e-6;
        return unstable;
    }

    private (double Bound, double Score, double P) Quantile(CompatFit fit, ThresholdMethod method, double y)
    {
        var z = NormalDistribution.UpperQuantile(control.Alpha);
        var mean = method == ThresholdMethod.Muan ? Math.Exp(fit.Eta + (z * fit.StandardError)) : fit.Mean;
        var distribution = new CountDistribution(mean, fit.Dispersion);
        var bound = distribution.UpperQuantile(control.Alpha);
        if (!double.IsFinite(bound))
            return (double.NaN, double.NaN, double.NaN);
        return (bound, (y - fit.Eta) / (bound - fit.Eta), double.IsNaN(y) ? double.NaN : distribution.AtLeast(y));
    }

    private (double Bound, double Score, double P) Delta(CompatFit fit, double y)
    {
        var tau = fit.Dispersion + (fit.Mean * fit.StandardError * fit.StandardError);
        var (power, sd) = control.Power switch
        {
            PowerTransform.None => (1.0, Math.Sqrt(fit.Mean * tau)),
            PowerTransform.Half => (0.5, Math.Sqrt(tau / 4)),
            _ => (2.0 / 3, Math.Sqrt(4.0 / 9 * Math.Cbrt(fit.Mean) * tau)),
        };
        var centre = Math.Pow(fit.Mean, power);
        var bound = Math.Pow(centre + (NormalDistribution.UpperQuantile(control.Alpha) * sd), 1 / power);
        var p = NormalDistribution.Above((Math.Pow(y, power) - centre) / sd);
        return (bound, (y - fit.Mean) / (bound - fit.Mean), p);
    }
}
