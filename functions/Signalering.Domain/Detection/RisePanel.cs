namespace Signalering.Domain.Detection;

/// <summary>What the product's default says of one series in one month; NaN where it was not assessed.</summary>
/// <param name="Expected">Expected count if nothing were going on.</param>
/// <param name="Tau">Dispersion of that prediction, the uncertainty of the level included.</param>
/// <param name="LogOdds">log odds that a rise is going on.</param>
/// <param name="Probability">Probability that a rise is going on.</param>
public readonly record struct RiseAssessment(double Expected, double Tau, double LogOdds, double Probability);

/// <summary>One problem in all wijken: baseline with shared season, trend and dispersion, then the rise
/// filter.</summary>
public sealed class RisePanel
{
    private const int MostHistory = 96;

    private readonly double[][] _counts;
    private readonly double[][] _exposure;
    private readonly RiseFilterOptions _options;

    /// <param name="counts">Per series and month, NaN = missing; rows of one length.</param>
    /// <param name="exposure">Same shape; a row may be empty for 1; 0 or NaN = missing.</param>
    /// <param name="options">Null for the defaults.</param>
    public RisePanel(double[][] counts, double[][] exposure, RiseFilterOptions? options = null)
    {
        (_counts, _exposure, _options) = (counts, exposure, options ?? new RiseFilterOptions());
    }

    /// <summary>Assesses month <paramref name="k"/> (1-based) of every series, from that month and those before
    /// it.</summary>
    public RiseAssessment[] Assess(int k)
    {
        var first = Math.Max(0, k - MostHistory);
        var length = k - first;
        var counts = new double[_counts.Length][];
        var exposure = new double[_counts.Length][];
        for (var i = 0; i < counts.Length; i++)
            (counts[i], exposure[i]) = Usable(i, first, length);
        var baseline = new GroupBaseline(counts, exposure, first % 12);
        var filter = new RiseFilter(_options);
        var expected = new double[length];
        var states = new RiseState[length];
        var result = new RiseAssessment[counts.Length];
        baseline.Start();
        for (var pass = 0; pass < 2; pass++)
        {
            baseline.Estimate(2);
            for (var i = 0; i < counts.Length; i++)
            {
                baseline.Expected(i, expected);
                filter.Run(counts[i], expected, baseline.Dispersion[i], baseline.LevelError[i], states);
                var weights = baseline.Weights(i);
                for (var t = 0; t < length && pass == 0; t++)
                    weights[t] = 1 - states[t].Probability;
                if (pass == 1)
                    result[i] = Summarize(i, k, baseline, states[^1]);
            }
        }

        return result;
    }

    private RiseAssessment Summarize(int i, int k, GroupBaseline baseline, RiseState state)
    {
        var exposure = _exposure[i].Length == 0 ? 1 : _exposure[i][k - 1];
        if (double.IsNaN(_counts[i][k - 1]) || !(exposure > 0))
            return new RiseAssessment(double.NaN, double.NaN, double.NaN, double.NaN);
        var mean = baseline.ExpectedLast(i, exposure) * state.Level;
        var tau = baseline.Dispersion[i] + (mean * state.LevelVariance / (state.Level * state.Level));
        return new RiseAssessment(mean, tau, state.LogOdds, state.Probability);
    }

    private (double[] Counts, double[] Exposure) Usable(int i, int first, int length)
    {
        var (counts, exposure) = (new double[length], new double[length]);
        for (var t = 0; t < length; t++)
        {
            var e = _exposure[i].Length == 0 ? 1 : _exposure[i][first + t];
            var y = _counts[i][first + t];
            if (double.IsNaN(y) || !(e > 0))
                continue;
            (counts[t], exposure[t]) = (y, e);
        }

        return (counts, exposure);
    }
}
