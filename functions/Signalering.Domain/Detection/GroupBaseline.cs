namespace Signalering.Domain.Detection;

/// <summary>What series of one group would hold if nothing were going on: own level; season, trend and part of the
/// dispersion shared.</summary>
/// <remarks>Estimated by turns from months weighted by the probability that nothing was going on (a robust EM). Series
/// of
/// a group are the same problem in several wijken; a series alone is a group of one.</remarks>
internal sealed class GroupBaseline
{
    private const double TrendPrior = 0.1; // standard deviation of the trend per year before any data
    private const double MostSlope = 0.5;
    private const double UsualDispersion = 1.3;
    private const double UsualMonths = 12; // months that the usual dispersion is worth
    private const double PoolMonths = 60; // most months that the dispersion of the others is worth
    private const double LeastDispersion = 1.02;
    private const double HalfCase = 0.25;
    private const int RecentMonths = 6;
    private const double LeastMean = 0.02;
    private const double Outstanding = 2.58;
    private const int MonthsForSeason = 12;
    private const int MonthsForTrend = 24;

    private static readonly double[] OwnTrends = [0.003, 0.03, 0.07, 0.15]; // deviations between the series of a group

    private readonly double[][] _counts; // 0 where the month cannot be used
    private readonly double[][] _exposure; // 0 where the month cannot be used
    private readonly double[][] _weights;
    private readonly double[] _cases = new double[12];
    private readonly double[] _expected = new double[12];
    private readonly double[] _deviations = new double[SharedSeason.StrengthCount * 12];
    private readonly double[] _ownSlope;
    private readonly double[][] _ownSeason;
    private readonly double[][] _trend;
    private readonly double[][] _shape;

    /// <param name="counts">Per series and month; 0 where the month cannot be used.</param>
    /// <param name="exposure">Same shape; 0 where the month cannot be used.</param>
    /// <param name="firstCalendarMonth">0-based calendar month of the first column.</param>
    public GroupBaseline(double[][] counts, double[][] exposure, int firstCalendarMonth)
    {
        (_counts, _exposure) = (counts, exposure);
        Months = counts[0].Length;
        _weights = [.. counts.Select(row => Filled(row.Length, 1))];
        _ownSlope = new double[counts.Length];
        _ownSeason = [.. counts.Select(_ => Filled(12, 1))];
        (_trend, _shape) = ([.. counts.Select(_ => Filled(Months, 1))], [.. counts.Select(_ => Filled(Months, 1))]);
        FirstCalendarMonth = firstCalendarMonth;
        var n = counts.Length;
        (Level, Dispersion, LevelError) = (new double[n], new double[n], new double[n]);
        Array.Fill(Dispersion, UsualDispersion);
    }

    /// <summary>Number of months.</summary>
    public int Months { get; }

    /// <summary>Season index, mean 1.</summary>
    public double[] Season { get; } = Filled(12, 1);

    /// <summary>Shared trend per year, log scale; level is that of the last month.</summary>
    public double Slope { get; private set; }

    /// <summary>Level per series, per unit of exposure.</summary>
    public double[] Level { get; }

    /// <summary>Dispersion per series.</summary>
    public double[] Dispersion { get; }

    /// <summary>Standard error of the log level.</summary>
    public double[] LevelError { get; }

    private int FirstCalendarMonth { get; }

    /// <summary>Weight of each month of a series: probability that nothing was going on.</summary>
    public Span<double> Weights(int series) => _weights[series];

    /// <summary>Expected counts of a series at its level; 0 where the month cannot be used.</summary>
    public void Expected(int series, Span<double> expected)
    {
        for (var t = 0; t < Months; t++)
            expected[t] = _exposure[series][t] * Level[series] * _shape[series][t];
    }

    /// <summary>Expected count in the last month for any exposure.</summary>
    public double ExpectedLast(int series, double exposure) => exposure * Level[series] * _shape[series][Months - 1];

    /// <summary>First estimate: without the most recent months, then with months that stand out upwards weighing less.
    /// </summary>
    /// <remarks>A month of ten thousand after years of zeros must not set its own level and dispersion. Weight (2.58 /
    /// s)²
    /// for an Anscombe residual s above 2.58, as in Farrington's method.</remarks>
    public void Start()
    {
        var recent = Months >= MonthsForTrend ? RecentMonths : Months >= MonthsForSeason ? RecentMonths / 2 : 1;
        foreach (var weights in _weights)
            Array.Fill(weights, 0, Math.Max(0, Months - recent), Math.Min(Months, recent));
        Estimate(2);
        for (var i = 0; i < _counts.Length; i++)
        {
            for (var t = 0; t < Months; t++)
            {
                var mean = Math.Max(LeastMean, _exposure[i][t] * Level[i] * _shape[i][t]);
                var s = PastOutbreaks.Residual(_counts[i][t], mean, Dispersion[i], 0);
                _weights[i][t] = s > Outstanding ? Outstanding * Outstanding / (s * s) : 1;
            }
        }
    }

    /// <summary>Estimates everything from the weighted months.</summary>
    /// <param name="rounds">Turns; 3 are enough from a cold start, 2 from the previous estimate.</param>
    public void Estimate(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            EstimateLevels();
            if (Months >= MonthsForSeason)
                EstimateSeason();
            if (Months >= MonthsForTrend)
                EstimateTrend();
        }

        EstimateLevels();
        if (_counts.Length > 1)
            EstimateOwn();

        EstimateDispersions();
    }

    private void EstimateLevels()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            var (cases, expected) = (0.0, 0.0);
            var (y, e, w, shape) = (_counts[i], _exposure[i], _weights[i], _shape[i]);
            for (var t = 0; t < Months; t++)
            {
                cases += w[t] * y[t];
                expected += w[t] * e[t] * shape[t];
            }

            Level[i] = expected > 0 ? (cases + HalfCase) / expected : 0;
        }
    }

    private void EstimateSeason()
    {
        Array.Clear(_cases);
        Array.Clear(_expected);
        var dispersion = 0.0;
        for (var i = 0; i < _counts.Length; i++)
        {
            var (y, e, w, trend, own) = (_counts[i], _exposure[i], _weights[i], _trend[i], _ownSeason[i]);
            dispersion += Dispersion[i] / _counts.Length;
            for (var t = 0; t < Months; t++)
            {
                var month = (FirstCalendarMonth + t) % 12;
                _cases[month] += w[t] * y[t];
                _expected[month] += w[t] * e[t] * Level[i] * trend[t] * own[month];
            }
        }

        Span<double> log = stackalloc double[SharedSeason.StrengthCount];
        SharedSeason.Weigh(_cases, _expected, dispersion, log, _deviations);
        SharedSeason.Average(log, _deviations, Season);
        Reshape();
    }

    /// <summary>One Newton step on the shared trend; the levels are profiled out.</summary>
    private void EstimateTrend()
    {
        var (score, information) = (0.0, 0.0);
        for (var i = 0; i < _counts.Length; i++)
        {
            var (ownScore, ownInformation) = TrendScore(i);
            score += ownScore;
            information += ownInformation;
        }

        Slope = Newton(Slope, score, information, TrendPrior);
        Reshape();
    }

    /// <summary>What a series has of its own on top of what is shared: shrunk as far as the group is alike.</summary>
    private void EstimateOwn()
    {
        if (Months >= MonthsForTrend)
            EstimateOwnTrends();
        EstimateLevels();
        if (Months >= MonthsForSeason)
            EstimateOwnSeasons();
        EstimateLevels();
    }

    /// <summary>Deviations d ~ N(0, σ² + 1 / information), averaged over a few σ by the likelihood of the
    /// group.</summary>
    private void EstimateOwnTrends()
    {
        var n = _counts.Length;
        var (raw, noise) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var (score, information) = TrendScore(i);
            (raw[i], noise[i]) = information > 0 ? (_ownSlope[i] + (score / information), 1 / information) : (0, 1e9);
        }

        Span<double> log = stackalloc double[OwnTrends.Length];
        var most = double.NegativeInfinity;
        for (var v = 0; v < log.Length; v++)
        {
            for (var i = 0; i < n; i++)
            {
                var variance = (OwnTrends[v] * OwnTrends[v]) + noise[i];
                log[v] -= (Math.Log(variance) + (raw[i] * raw[i] / variance)) / 2;
            }

            most = Math.Max(most, log[v]);
        }

        var sum = 0.0;
        foreach (var value in log)
            sum += Math.Exp(value - most);
        for (var i = 0; i < n; i++)
        {
            _ownSlope[i] = 0;
            for (var v = 0; v < log.Length; v++)
            {
                var square = OwnTrends[v] * OwnTrends[v];
                _ownSlope[i] += Math.Exp(log[v] - most) / sum * raw[i] * square / (square + noise[i]);
            }
        }

        Reshape();
    }

    private void EstimateOwnSeasons()
    {
        var n = _counts.Length;
        const int Size = SharedSeason.StrengthCount * 12;
        var deviations = new double[n * Size];
        Span<double> log = stackalloc double[SharedSeason.StrengthCount];
        Span<double> sum = stackalloc double[SharedSeason.StrengthCount];
        for (var i = 0; i < n; i++)
        {
            Array.Clear(_cases);
            Array.Clear(_expected);
            var (y, e, w, trend) = (_counts[i], _exposure[i], _weights[i], _trend[i]);
            for (var t = 0; t < Months; t++)
            {
                var month = (FirstCalendarMonth + t) % 12;
                _cases[month] += w[t] * y[t];
                _expected[month] += w[t] * e[t] * Level[i] * trend[t] * Season[month];
            }

            SharedSeason.Weigh(_cases, _expected, Dispersion[i], log, deviations.AsSpan(i * Size, Size));
            for (var v = 0; v < log.Length; v++)
                sum[v] += log[v];
        }

        for (var i = 0; i < n; i++)
            SharedSeason.Average(sum, deviations.AsSpan(i * Size, Size), _ownSeason[i]);
        Reshape();
    }

    /// <summary>Derivative of the log likelihood to the trend, and its information.</summary>
    private (double Score, double Information) TrendScore(int i)
    {
        var (y, e, w, shape) = (_counts[i], _exposure[i], _weights[i], _shape[i]);
        var (mass, first, second, rest, restTime) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var t = 0; t < Months; t++)
        {
            var time = (t + 1 - Months) / 12.0;
            var mean = w[t] * e[t] * Level[i] * shape[t];
            var residual = (w[t] * y[t]) - mean;
            mass += mean;
            first += mean * time;
            second += mean * time * time;
            rest += residual;
            restTime += residual * time;
        }

        return mass <= 0
            ? (0, 0)
            : ((restTime - (rest * first / mass)) / Dispersion[i], (second - (first * first / mass)) / Dispersion[i]);
    }

    private static double Newton(double slope, double score, double information, double priorDeviation)
    {
        var prior = 1 / (priorDeviation * priorDeviation);
        return Math.Clamp(slope + ((score - (slope * prior)) / (information + prior)), -MostSlope, MostSlope);
    }

    private void EstimateDispersions()
    {
        var own = new double[_counts.Length];
        var free = new double[_counts.Length];
        var (pool, poolFree) = (0.0, 0.0);
        for (var i = 0; i < _counts.Length; i++)
        {
            var (y, e, w, shape) = (_counts[i], _exposure[i], _weights[i], _shape[i]);
            var total = 0.0;
            free[i] = -1;
            for (var t = 0; t < Months; t++)
            {
                var mean = e[t] * Level[i] * shape[t];
                if (mean <= 0)
                    continue;
                own[i] += w[t] * (y[t] - mean) * (y[t] - mean) / mean;
                free[i] += w[t];
                total += w[t] * mean;
            }

            free[i] = Math.Max(0, free[i]);
            pool += own[i];
            poolFree += free[i];
            LevelError[i] = 1 / Math.Sqrt(Math.Max(0.5, total));
        }

        for (var i = 0; i < _counts.Length; i++)
        {
            var others = poolFree - free[i] + UsualMonths;
            var shared = (pool - own[i] + (UsualDispersion * UsualMonths)) / others;
            var worth = Math.Min(PoolMonths, others);
            Dispersion[i] = Math.Max(LeastDispersion, (own[i] + (worth * shared)) / (free[i] + worth));
            LevelError[i] *= Math.Sqrt(Dispersion[i]);
        }
    }

    private void Reshape()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            var slope = (Slope + _ownSlope[i]) / 12;
            var (trend, shape, own) = (_trend[i], _shape[i], _ownSeason[i]);
            var factor = 1.0;
            var step = Math.Exp(-slope);
            for (var t = Months - 1; t >= 0; t--)
            {
                var month = (FirstCalendarMonth + t) % 12;
                trend[t] = factor;
                shape[t] = factor * Season[month] * own[month];
                factor *= step;
            }
        }
    }

    private static double[] Filled(int length, double value)
    {
        var array = new double[length];
        Array.Fill(array, value);
        return array;
    }
}
