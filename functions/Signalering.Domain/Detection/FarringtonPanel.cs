namespace Signalering.Domain.Detection;

/// <summary>One problem in all wijken of a municipality, month by month: the specification's default
/// procedure.</summary>
/// <remarks>
/// <para>Farrington flexible corrected, with the season of the other wijken where they have 120 cases or more (else
/// four
/// levels of its own), dispersion half own and half the mean of the wijken, and the joint p-value of the month and of
/// three months (a peak shows in the first, a slow rise in the second).</para>
/// <para>Used as the fully documented reference beside the default of <c>auto</c>, and for spreiding, which needs
/// p-values that are valid wijk by wijk.</para>
/// </remarks>
public sealed class FarringtonPanel
{
    private const int FewestForPool = 5;
    private const double LeastCases = 3;

    private readonly double[][] _counts;
    private readonly double[][] _exposure;
    private readonly FarringtonControl _control;
    private readonly Dictionary<(int Wijk, int Month), (CorrectedFit Fit, bool Pooled)> _fits = [];
    private double[] _scaled = [];

    /// <summary>Halves the first wijk's dispersion with the mean, for all wijken: what the reference implementation of
    /// the golden vectors does (an <c>ifelse</c> on a scalar in R gives one value). Only to compare with it.</summary>
    internal bool FirstWijkForAll { get; init; }

    /// <param name="counts">Per wijk and month, NaN = missing; all rows of one length.</param>
    /// <param name="exposure">Same shape; a row may be empty for 1.</param>
    /// <param name="control">Settings; years back are capped at what the history holds.</param>
    public FarringtonPanel(double[][] counts, double[][] exposure, FarringtonControl? control = null)
    {
        (_counts, _exposure, _control) = (counts, exposure, control ?? new FarringtonControl());
    }

    /// <summary>Assesses month <paramref name="k"/> (1-based) of every wijk.</summary>
    public IReadOnlyList<PanelCell> Assess(int k)
    {
        var fits = new (CorrectedFit Fit, bool Pooled)[_counts.Length];
        for (var wijk = 0; wijk < fits.Length; wijk++)
            fits[wijk] = FitOf(wijk, k);
        var pool = PooledDispersion(fits);
        var cells = new PanelCell[fits.Length];
        for (var wijk = 0; wijk < cells.Length; wijk++)
            cells[wijk] = Cell(wijk, k, fits, pool);
        var adjusted = Multiplicity.BenjaminiHochberg([.. cells.Select(c => c.JointP)]);
        return [.. cells.Select((cell, i) => cell with { AdjustedP = adjusted[i] })];
    }

    /// <summary>Mean dispersion of the wijken with a regression in that month; NaN with fewer than five.</summary>
    public double PooledDispersion(int k) =>
        PooledDispersion([.. Enumerable.Range(0, _counts.Length).Select(wijk => FitOf(wijk, k))]);

    private static double PooledDispersion((CorrectedFit Fit, bool Pooled)[] fits)
    {
        var (sum, count) = (0.0, 0);
        foreach (var (fit, _) in fits)
        {
            if (fit.Status != FitStatus.Ok)
                continue;
            sum += fit.Dispersion;
            count++;
        }

        return count >= FewestForPool ? sum / count : double.NaN;
    }

    private PanelCell Cell(int wijk, int k, (CorrectedFit Fit, bool Pooled)[] fits, double pool)
    {
        var (fit, pooled) = fits[wijk];
        var (cases, mean) = (0.0, 0.0);
        for (var month = Math.Max(1, k - 2); month <= k; month++)
        {
            var ahead = FitOf(wijk, month).Fit;
            if (!ahead.IsAssessable)
                continue;
            cases += _counts[wijk][month - 1];
            mean += ahead.Mean;
        }

        if (!fit.IsAssessable)
            return new PanelCell { Status = fit.Status, Fit = fit };
        var y = _counts[wijk][k - 1];
        var own = fit.Dispersion;
        var used = DispersionUsed(FirstWijkForAll ? fits[0].Fit : fit, pool);
        var tau = fit.Tau - own + used;
        var month1 = new CountDistribution(fit.Mean, tau);
        var month3 = new CountDistribution(mean, used + ((tau - used) * mean / fit.Mean));
        var (mid1, mid3) = (month1.MidP(y), month3.MidP(cases));
        return new PanelCell
        {
            Status = fit.Status,
            PooledSeason = pooled,
            Count = y,
            Fit = fit,
            DispersionUsed = used,
            Tau = tau,
            UpperBound = Math.Max(1, month1.UpperQuantile(_control.Alpha)),
            PAtLeast = month1.AtLeast(y),
            MidP = mid1,
            ThreeMonthCount = cases,
            ThreeMonthMean = mean,
            ThreeMonthTau = month3.Dispersion,
            ThreeMonthMidP = mid3,
            JointP = Math.Min(1, 2 * Math.Min(mid1, mid3)),
            EnoughCases = cases >= LeastCases && y >= 1,
        };
    }

    private static double DispersionUsed(CorrectedFit fit, double pool) => double.IsNaN(pool) ? fit.Dispersion
        : fit.Status == FitStatus.Ok ? (fit.Dispersion + pool) / 2
        : Math.Max(1, pool);

    private (CorrectedFit Fit, bool Pooled) FitOf(int wijk, int k)
    {
        if (_fits.TryGetValue((wijk, k), out var known))
            return known;
        var reference = _control.Reference;
        var years = Math.Min(reference.YearsBack, (k - 2) / 12);
        var fit = (CorrectedFit.Without(FitStatus.Insufficient, 0), false);
        if (years >= 1)
        {
            reference = years == 1
                ? new ReferenceMonths(1, reference.HalfWindow, 1, Math.Min(3, reference.PastNotIncluded), WholeYear: true)
                : reference with { YearsBack = years };
            var season = CitySeason.Index(_counts, _exposure, wijk, k, reference.PastNotIncluded);
            var exposure = season is null ? _exposure[wijk] : Scale(wijk, season);
            if (season is not null)
                reference = reference with { Levels = 1, WholeYear = true };
            var engine = new FarringtonCorrected(_control with { Reference = reference });
            fit = (engine.Fit(k, _counts[wijk], exposure), season is not null);
        }

        _fits[(wijk, k)] = fit;
        return fit;
    }

    private double[] Scale(int wijk, double[] season)
    {
        if (_scaled.Length != _counts[wijk].Length)
            _scaled = new double[_counts[wijk].Length];
        for (var i = 0; i < _scaled.Length; i++)
            _scaled[i] = (_exposure[wijk].Length == 0 ? 1 : _exposure[wijk][i]) * season[i % 12];
        return _scaled;
    }
}
