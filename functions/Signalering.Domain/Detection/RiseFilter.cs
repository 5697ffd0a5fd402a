using System.Runtime.Intrinsics;

namespace Signalering.Domain.Detection;

/// <summary>Settings of the rise filter; the defaults come from the simulations in
/// <c>docs/methoden/detectie.md</c>.</summary>
public sealed record RiseFilterOptions
{
    /// <summary>Chance per month that a rise begins.</summary>
    public double Onset { get; init; } = 0.03;

    /// <summary>Sizes of rises, as factors on the expected count.</summary>
    public IReadOnlyList<RiseSize> Sizes { get; init; } =
    [
        new(1.45, 0.85, 0.30), new(2.0, 0.82, 0.30), new(2.8, 0.70, 0.20), new(4.5, 0.50, 0.12), new(9, 0.40, 0.08),
    ];

    /// <summary>Expected count per month that a rise is reckoned from where even less is expected. Default
    /// 0.15.</summary>
    public double Floor { get; init; } = 0.15;

    /// <summary>Standard deviation per month of the slow walk of the level (log scale).</summary>
    public double Drift { get; init; } = 0.02;
}

/// <summary>A size of rise.</summary>
/// <param name="Factor">On the expected count.</param>
/// <param name="Stay">Chance that it lasts another month.</param>
/// <param name="Share">Share among the rises that begin.</param>
public sealed record RiseSize(double Factor, double Stay, double Share);

/// <summary>What the filter says of a month.</summary>
/// <param name="Probability">Probability that a rise is going on, given this month and all before it.</param>
/// <param name="LogOdds">log of its odds; kept apart because the probability rounds to 1.</param>
/// <param name="Level">Mean of the ordinary level, a factor on the baseline.</param>
/// <param name="LevelVariance">Variance of that factor.</param>
public readonly record struct RiseState(double Probability, double LogOdds, double Level, double LevelVariance);

/// <summary>Forward filter over months: is this series on its ordinary level, or in a rise that began
/// earlier?</summary>
/// <remarks>
/// <para>Hidden states: an ordinary level (a grid of log factors that may walk slowly) and, on top of it, no rise or a
/// rise
/// of one of a few sizes, each with its own chance to last. Counts are negative binomial. The forward recursion of a
/// hidden
/// Markov model (Rabiner 1989, Proc IEEE 77:257; for surveillance Le Strat and Carrat 1999, Stat Med 18:3463) gives the
/// probability of a rise in the last month from everything so far: evidence of consecutive months adds up, and fades
/// when the counts fall back.</para>
/// </remarks>
internal sealed class RiseFilter
{
    private const int Nodes = 12; // of the level; a multiple of the vector's width
    private const double Widest = 0.25;
    private const double Narrowest = 0.03;

    private readonly RiseFilterOptions _options;
    private readonly int _rows; // no rise, then one per size
    private readonly double[] _state; // row by row, Nodes per row
    private readonly double[] _next;
    private readonly double[] _factor;
    private readonly double[] _logFactor;
    private readonly double[] _likelihood;
    private double _step;

    public RiseFilter(RiseFilterOptions options)
    {
        _options = options;
        _rows = options.Sizes.Count + 1;
        var size = _rows * Nodes;
        (_state, _next, _likelihood) = (new double[size], new double[size], new double[size]);
        (_factor, _logFactor) = (new double[size], new double[size]);
    }

    /// <summary>Runs over the months.</summary>
    /// <param name="counts">Counts.</param>
    /// <param name="baseline">Expected count per month at level 1; 0 = the month is missing, its state carried
    /// over.</param>
    /// <param name="dispersion">Variance over mean, above 1.</param>
    /// <param name="levelError">Standard error of the log level: sets the grid.</param>
    /// <param name="states">Filled with one state per month.</param>
    public void Run(
        ReadOnlySpan<double> counts, ReadOnlySpan<double> baseline, double dispersion, double levelError,
        Span<RiseState> states)
    {
        Start(levelError);
        for (var t = 0; t < counts.Length; t++)
        {
            if (t > 0)
                Move();
            if (baseline[t] > 0)
                Weigh(counts[t], baseline[t], dispersion);
            states[t] = Summarize();
        }
    }

    private void Start(double levelError)
    {
        _step = Math.Clamp(levelError * 0.75, Narrowest, Widest);
        Array.Clear(_state);
        Array.Fill(_state, 1.0 / Nodes, 0, Nodes);
        for (var row = 0; row < _rows; row++)
        {
            var log = row == 0 ? 0 : Math.Log(_options.Sizes[row - 1].Factor);
            for (var node = 0; node < Nodes; node++)
            {
                _logFactor[(row * Nodes) + node] = log + ((node - ((Nodes - 1) / 2.0)) * _step);
                _factor[(row * Nodes) + node] = Math.Exp(_logFactor[(row * Nodes) + node]);
            }
        }
    }

    /// <summary>A month passes: rises begin and end, the level may walk a step.</summary>
    private void Move()
    {
        var quiet = _state.AsSpan(0, Nodes);
        var ended = _next.AsSpan(0, Nodes);
        for (var node = 0; node < Nodes; node++)
            ended[node] = quiet[node] * (1 - _options.Onset);
        for (var row = 1; row < _rows; row++)
        {
            var size = _options.Sizes[row - 1];
            var from = _state.AsSpan(row * Nodes, Nodes);
            var to = _next.AsSpan(row * Nodes, Nodes);
            var onset = _options.Onset * size.Share;
            for (var node = 0; node < Nodes; node++)
            {
                to[node] = (from[node] * size.Stay) + (quiet[node] * onset);
                ended[node] += from[node] * (1 - size.Stay);
            }
        }

        Walk();
    }

    private void Walk()
    {
        var walk = Math.Min(Widest, _options.Drift * _options.Drift / (2 * _step * _step));
        for (var row = 0; row < _rows; row++)
        {
            var from = _next.AsSpan(row * Nodes, Nodes);
            var to = _state.AsSpan(row * Nodes, Nodes);
            to[0] = ((1 - walk) * from[0]) + (walk * from[1]);
            to[^1] = ((1 - walk) * from[^1]) + (walk * from[^2]);
            for (var node = 1; node < Nodes - 1; node++)
                to[node] = ((1 - (2 * walk)) * from[node]) + (walk * (from[node - 1] + from[node + 1]));
        }
    }

    /// <summary>Multiplies by the negative binomial likelihood; its size is that of the baseline in every
    /// state.</summary>
    /// <remarks>A rise of something that hardly ever occurs is a rise to <see cref="RiseFilterOptions.Floor"/> times
    /// its
    /// factor, with the size that belongs to it.</remarks>
    private void Weigh(double y, double baseline, double dispersion)
    {
        var coarse = baseline * _step * _step / 4; // the level is known no finer than the grid
        var excess = Math.Max(dispersion, 1 + coarse) - 1;
        var raised = Math.Max(baseline, _options.Floor);
        WeighRows(0, Nodes, y, baseline, baseline / excess);
        WeighRows(Nodes, _state.Length, y, raised, raised / excess);
        if (raised > baseline)
        {
            var difference = Constant(y, raised, raised / excess) - Constant(y, baseline, baseline / excess);
            for (var i = Nodes; i < _state.Length; i++)
                _likelihood[i] += difference;
        }

        var most = _likelihood[0];
        foreach (var log in _likelihood)
            most = Math.Max(most, log);
        Multiply(most);
    }

    private void WeighRows(int from, int to, double y, double mean, double size)
    {
        var sizes = Vector256.Create(size);
        var count = Vector256.Create(y);
        var power = count + sizes;
        for (var i = from; i < to; i += Vector256<double>.Count)
        {
            var log = (count * Vector256.LoadUnsafe(ref _logFactor[i]))
                - (power * Vector256.Log(sizes + (Vector256.LoadUnsafe(ref _factor[i]) * mean)));
            log.StoreUnsafe(ref _likelihood[i]);
        }
    }

    /// <summary>What the log likelihood has besides the factor: needed only where means and sizes differ.</summary>
    private static double Constant(double y, double mean, double size) =>
        GammaDistribution.LogGamma(y + size) - GammaDistribution.LogGamma(size) + (size * Math.Log(size))
            + (y * Math.Log(mean));

    private void Multiply(double most)
    {
        var top = Vector256.Create(most);
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < _state.Length; i += Vector256<double>.Count)
        {
            var state = Vector256.LoadUnsafe(ref _state[i])
                * Vector256.Exp(Vector256.LoadUnsafe(ref _likelihood[i]) - top);
            state.StoreUnsafe(ref _state[i]);
            sum += state;
        }

        var total = Vector256.Sum(sum);
        for (var i = 0; i < _state.Length && total > 0; i++)
            _state[i] /= total;
    }

    private RiseState Summarize()
    {
        double quiet = 0, rise = 0, level = 0, square = 0;
        for (var node = 0; node < Nodes; node++)
        {
            var inRise = 0.0;
            for (var row = 1; row < _rows; row++)
                inRise += _state[(row * Nodes) + node];
            var mass = _state[node] + inRise;
            quiet += _state[node];
            rise += inRise;
            level += mass * _factor[node];
            square += mass * _factor[node] * _factor[node];
        }

        var logOdds = Math.Log(Math.Max(rise, 1e-290)) - Math.Log(Math.Max(quiet, 1e-290));
        return new RiseState(rise / (rise + quiet), logOdds, level, Math.Max(0, square - (level * level)));
    }
}
