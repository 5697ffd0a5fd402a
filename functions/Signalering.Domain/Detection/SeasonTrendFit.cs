namespace Signalering.Domain.Detection;

/// <summary>Quasi-Poisson regression of counts on season level and trend, by iterated weighted least squares.</summary>
/// <remarks>
/// <para>log μ = level + trend × t + log exposure, Var(y) = φ μ. Levels and one covariate need no matrix: within each
/// level the covariate is centred at its weighted mean (analysis of covariance), which is exact where a normal matrix
/// would lose digits, such as a level of zeros only.</para>
/// <para>Start μ = y + 0.1; stop when |dev − dev₀| / (|dev| + 0.1) &lt; ε or after 25 steps, as R's
/// <c>glm.fit</c>.</para>
/// </remarks>
internal sealed class SeasonTrendFit
{
    private const int MostSteps = 25;
    private const double MeanFloor = 2.220446049250313e-16; // what R's log link never goes below

    private double[] _mean = new double[64];
    private double[] _eta = new double[64];
    private double[] _working = new double[64];
    private double[] _leverage = new double[64];
    private double[] _levelWeight = new double[12];
    private double[] _levelTime = new double[12];
    private double[] _levelValue = new double[12];
    private double _timeSquares;
    private double _slope;

    /// <summary>Whether the stopping rule was met within 25 steps.</summary>
    public bool Converged { get; private set; }

    /// <summary>Whether the trend takes part and is identified.</summary>
    public bool HasTrend { get; private set; }

    /// <summary>Fitted means.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>Diagonal of the hat matrix of the last weighted least squares.</summary>
    public ReadOnlySpan<double> Leverage => _leverage;

    /// <summary>Number of coefficients.</summary>
    public int Rank { get; private set; }

    /// <summary>Deviance.</summary>
    public double Deviance { get; private set; }

    /// <summary>Dispersion with the working weights at the start of the last step: what R reports.</summary>
    public double WorkingDispersion { get; private set; }

    /// <summary>Pearson's dispersion Σ ω (y − μ)² / μ / (n − p).</summary>
    public double PearsonDispersion { get; private set; }

    /// <summary>Dispersion with the prior weights in the place of the working weights (a slip of the R
    /// package).</summary>
    public double PriorWeightDispersion { get; private set; }

    /// <summary>Trend per month.</summary>
    public double Slope => HasTrend ? _slope / 12 : 0;

    /// <summary>Linear predictor for the month under test, its exposure included.</summary>
    public double Prediction { get; private set; }

    /// <summary>x₀ᵀ (XᵀWX)⁻¹ x₀ of that prediction; times φ it is a variance.</summary>
    public double PredictionVariance { get; private set; }

    /// <summary>Variance of the trend per month, before φ.</summary>
    public double SlopeVariance => 1 / _timeSquares / 144;

    /// <summary>Fits.</summary>
    /// <param name="rows">Reference months.</param>
    /// <param name="weights">Prior weights ω, or empty for 1.</param>
    /// <param name="trend">Whether to try a trend.</param>
    /// <param name="epsilon">ε of the stopping rule.</param>
    public void Fit(SeasonTrendRows rows, ReadOnlySpan<double> weights, bool trend, double epsilon)
    {
        Size(rows);
        HasTrend = trend;
        Converged = false;
        for (var i = 0; i < rows.Length; i++)
        {
            _mean[i] = rows.Count[i] + 0.1;
            _eta[i] = Math.Log(_mean[i]) - Math.Log(rows.Exposure[i]);
        }

        var before = DevianceOf(rows, weights);
        for (var step = 0; step < MostSteps && !Converged; step++)
        {
            for (var i = 0; i < rows.Length; i++)
                _working[i] = _mean[i] * WeightOf(weights, i);
            Solve(rows);
            Deviance = DevianceOf(rows, weights);
            Converged = Math.Abs(Deviance - before) / (Math.Abs(Deviance) + 0.1) < epsilon;
            before = Deviance;
        }

        Finish(rows, weights);
    }

    private void Size(SeasonTrendRows rows)
    {
        if (_mean.Length < rows.Length)
        {
            var size = rows.Count.Length;
            (_mean, _eta) = (new double[size], new double[size]);
            (_working, _leverage) = (new double[size], new double[size]);
        }

        if (_levelWeight.Length < rows.Levels)
        {
            (_levelWeight, _levelTime, _levelValue) =
                (new double[rows.Levels], new double[rows.Levels], new double[rows.Levels]);
        }
    }

    /// <summary>One weighted least squares step; leaves the new η and μ.</summary>
    private void Solve(SeasonTrendRows rows)
    {
        Array.Clear(_levelWeight);
        Array.Clear(_levelTime);
        Array.Clear(_levelValue);
        for (var i = 0; i < rows.Length; i++)
        {
            var level = rows.Level[i];
            var response = _eta[i] + ((rows.Count[i] - _mean[i]) / _mean[i]);
            _levelWeight[level] += _working[i];
            _levelTime[level] += _working[i] * Time(rows, i);
            _levelValue[level] += _working[i] * response;
        }

        for (var level = 0; level < rows.Levels; level++)
        {
            if (_levelWeight[level] <= 0)
                continue;
            _levelTime[level] /= _levelWeight[level];
            _levelValue[level] /= _levelWeight[level];
        }

        SolveTrend(rows);
        for (var i = 0; i < rows.Length; i++)
        {
            var level = rows.Level[i];
            _eta[i] = _levelValue[level] + (_slope * (Time(rows, i) - _levelTime[level]));
            _mean[i] = Math.Max(MeanFloor, Math.Exp(_eta[i] + Math.Log(rows.Exposure[i])));
        }
    }

    private void SolveTrend(SeasonTrendRows rows)
    {
        (_slope, _timeSquares) = (0, 0);
        if (!HasTrend)
            return;
        var (product, total) = (0.0, 0.0);
        for (var i = 0; i < rows.Length; i++)
        {
            var level = rows.Level[i];
            var time = Time(rows, i) - _levelTime[level];
            var response = _eta[i] + ((rows.Count[i] - _mean[i]) / _mean[i]) - _levelValue[level];
            _timeSquares += _working[i] * time * time;
            product += _working[i] * time * response;
            total += _working[i];
        }

        if (_timeSquares <= 1e-22 * total)
            HasTrend = false; // one row per level: the levels already tell everything
        else
            _slope = product / _timeSquares;
    }

    private void Finish(SeasonTrendRows rows, ReadOnlySpan<double> weights)
    {
        Rank = HasTrend ? 1 : 0;
        for (var level = 0; level < rows.Levels; level++)
            Rank += _levelWeight[level] > 0 ? 1 : 0;
        var degrees = rows.Length - Rank;
        var (working, pearson, prior) = (0.0, 0.0, 0.0);
        for (var i = 0; i < rows.Length; i++)
        {
            var level = rows.Level[i];
            var time = Time(rows, i) - _levelTime[level];
            var residual = (rows.Count[i] - _mean[i]) / _mean[i];
            var weight = WeightOf(weights, i);
            working += _working[i] * residual * residual;
            pearson += weight * _mean[i] * residual * residual;
            prior += weight * residual * residual;
            _leverage[i] = _working[i] * ((1 / _levelWeight[level]) + (HasTrend ? time * time / _timeSquares : 0));
        }

        WorkingDispersion = degrees > 0 ? working / degrees : double.NaN;
        PearsonDispersion = degrees > 0 ? pearson / degrees : double.NaN;
        PriorWeightDispersion = degrees > 0 ? prior / degrees : double.NaN;
        var ahead = -_levelTime[rows.TargetLevel];
        Prediction = _levelValue[rows.TargetLevel] + (_slope * ahead) + Math.Log(rows.TargetExposure);
        PredictionVariance = (1 / _levelWeight[rows.TargetLevel]) + (HasTrend ? ahead * ahead / _timeSquares : 0);
    }

    private double DevianceOf(SeasonTrendRows rows, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            var (y, mean) = (rows.Count[i], _mean[i]);
            sum += WeightOf(weights, i) * ((y > 0 ? y * Math.Log(y / mean) : 0) - (y - mean));
        }

        return 2 * sum;
    }

    private static double Time(SeasonTrendRows rows, int i) => (rows.Month[i] - rows.Target) / 12.0;

    private static double WeightOf(ReadOnlySpan<double> weights, int i) => weights.IsEmpty ? 1 : weights[i];
}
