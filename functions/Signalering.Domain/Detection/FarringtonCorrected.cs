namespace Signalering.Domain.Detection;

/// <summary>How a month was fitted.</summary>
public enum FitStatus
{
    /// <summary>Regression on the reference months.</summary>
    Ok,

    /// <summary>Fewer than two reference months above zero: Gamma–Poisson predictive instead of a regression.</summary>
    GammaPoisson,

    /// <summary>Too few reference months: not assessable.</summary>
    Insufficient,

    /// <summary>The month itself has no delivery.</summary>
    Missing,
}

/// <summary>Expected distribution of one month; NaN where the status gives none.</summary>
/// <param name="Status">How it was made.</param>
/// <param name="Mean">μ₀, expected count.</param>
/// <param name="StandardError">Of log μ₀.</param>
/// <param name="Dispersion">φ ≥ 1.</param>
/// <param name="Tau">φ plus what the uncertainty of μ₀ adds: dispersion of the prediction.</param>
/// <param name="TrendUsed">Whether the trend stayed.</param>
/// <param name="TrendPerYear">On log scale; NaN without trend.</param>
/// <param name="TrendP">NaN when no trend was tried.</param>
/// <param name="DownWeighted">Reference months that were weighted down as past outbreaks.</param>
/// <param name="ReferenceMonths">Number of reference months.</param>
public readonly record struct CorrectedFit(
    FitStatus Status, double Mean, double StandardError, double Dispersion, double Tau, bool TrendUsed,
    double TrendPerYear, double TrendP, int DownWeighted, int ReferenceMonths)
{
    /// <summary>Whether there is an expected distribution.</summary>
    public bool IsAssessable => Status is FitStatus.Ok or FitStatus.GammaPoisson;

    /// <summary>Distribution of the count when nothing is going on.</summary>
    public CountDistribution Predictive => new(Mean, Tau);

    internal static CorrectedFit Without(FitStatus status, int months) => new(
        status, double.NaN, double.NaN, double.NaN, double.NaN, false, double.NaN, double.NaN, 0, months);
}

/// <summary>Farrington flexible without the slips of the R package: right standard error, floor for zeros,
/// rates.</summary>
/// <remarks>
/// <para>Sources: Farrington et al. (1996) JRSS A 159:547; Noufaily et al. (2013) Stat Med 32:1206,
/// doi:10.1002/sim.5595; Salmon et al. (2016) J Stat Softw 70(10), section 3.1. Departures from R's surveillance
/// 1.20.3:
/// dispersion by Pearson at convergence, also in the standard error and trend test; the trend guard compares rates; a
/// level of zeros gets half a case; fewer than two months above zero give a Gamma–Poisson predictive (Jeffreys prior,
/// Höhle 2007); the bound is at least 1.</para>
/// </remarks>
public sealed class FarringtonCorrected(FarringtonControl control)
{
    private const double Epsilon = 1e-12;
    private const int FewestMonths = 6;
    private const int TrendSpan = 12;

    private readonly SeasonTrendRows _rows = new();
    private readonly SeasonTrendFit _first = new();
    private readonly SeasonTrendFit _second = new();
    private double[] _weights = new double[64];

    /// <summary>Settings.</summary>
    public FarringtonControl Control => control;

    /// <summary>What month <paramref name="k"/> would hold if nothing is going on.</summary>
    /// <param name="k">Month under test, 1-based.</param>
    /// <param name="counts">NaN = missing.</param>
    /// <param name="exposure">Same length; empty = 1. NaN or 0 = the month cannot be used.</param>
    public CorrectedFit Fit(int k, ReadOnlySpan<double> counts, ReadOnlySpan<double> exposure)
    {
        if (k > counts.Length || double.IsNaN(counts[k - 1]) || (!exposure.IsEmpty && !(exposure[k - 1] > 0)))
            return CorrectedFit.Without(FitStatus.Missing, 0);
        if (!control.Reference.IsValid)
            return CorrectedFit.Without(FitStatus.Insufficient, 0);
        _rows.Gather(control.Reference, k, counts, exposure);
        if (_rows.Length < FewestMonths || !_rows.HasTargetLevel())
            return CorrectedFit.Without(FitStatus.Insufficient, _rows.Length);
        if (_rows.NonZero < 2)
            return GammaPoisson();
        if (_weights.Length < _rows.Length)
            _weights = new double[_rows.Count.Length];
        return Regression();
    }

    /// <summary>Upper bound of a prediction, at least 1: a single case never signals by itself.</summary>
    public double UpperBound(CorrectedFit fit, ThresholdMethod method)
    {
        var dispersion = method == ThresholdMethod.NbPlugin ? fit.Dispersion : fit.Tau;
        return Math.Max(1, new CountDistribution(fit.Mean, dispersion).UpperQuantile(control.Alpha));
    }

    /// <summary>Whether the last months hold enough cases; missing months are left out of the sum.</summary>
    public bool EnoughCases(int k, ReadOnlySpan<double> counts)
    {
        var sum = 0.0;
        for (var i = Math.Max(1, k - control.LowCountMonths + 1); i <= Math.Min(k, counts.Length); i++)
            sum += double.IsNaN(counts[i - 1]) ? 0 : counts[i - 1];
        return sum >= control.LowCountCases;
    }

    private CorrectedFit GammaPoisson()
    {
        var ratio = _rows.TargetExposure / _rows.TotalExposure;
        return new CorrectedFit(
            FitStatus.GammaPoisson, (_rows.TotalCount + 0.5) * ratio, double.NaN, 1, 1 + ratio, false, double.NaN,
            double.NaN, 0, _rows.Length);
    }

    private CorrectedFit Regression()
    {
        var trendP = double.NaN;
        var down = 0;
        var fit = _first;
        var withTrend = control.Trend && control.Reference.YearsBack >= 3 && _rows.NonZeroSpan >= TrendSpan;
        if (withTrend)
        {
            fit = FitOnce(trend: true, out down);
            withTrend = fit.HasTrend && KeepsTrend(fit, out trendP);
        }

        if (!withTrend)
            fit = FitOnce(trend: false, out down);
        if (_rows.Length - fit.Rank < 1)
            return CorrectedFit.Without(FitStatus.Insufficient, _rows.Length);
        var dispersion = Math.Max(1, fit.PearsonDispersion);
        var mean = Math.Exp(fit.Prediction);
        var se = Math.Sqrt(dispersion * fit.PredictionVariance);
        var tau = dispersion + (mean * se * se);
        var ratio = _rows.TargetExposure / _rows.LevelExposure();
        if (!(mean >= 0.5 * ratio))
            (mean, tau) = (0.5 * ratio, dispersion + ratio);
        return new CorrectedFit(
            FitStatus.Ok, mean, se, dispersion, tau, withTrend, withTrend ? fit.Slope * 12 : double.NaN, trendP, down,
            _rows.Length);
    }

    private bool KeepsTrend(SeasonTrendFit fit, out double p)
    {
        p = double.NaN;
        var degrees = _rows.Length - fit.Rank;
        if (degrees < 1)
            return false;
        var dispersion = Math.Max(1, fit.PearsonDispersion);
        p = StudentDistribution.TwoSided(fit.Slope / Math.Sqrt(dispersion * fit.SlopeVariance), degrees);
        return p < control.TrendThreshold && Math.Exp(fit.Prediction) / _rows.TargetExposure <= _rows.MostRate;
    }

    private SeasonTrendFit FitOnce(bool trend, out int down)
    {
        down = 0;
        _first.Fit(_rows, [], trend, Epsilon);
        if (!control.Reweight || _rows.Length - _first.Rank < 1)
            return _first;
        var weights = _weights.AsSpan(0, _rows.Length);
        down = PastOutbreaks.Weigh(
            _rows, _first, Math.Max(1, _first.PearsonDispersion), control.WeightsThreshold, weights);
        _second.Fit(_rows, weights, trend, Epsilon);
        return _second;
    }
}
