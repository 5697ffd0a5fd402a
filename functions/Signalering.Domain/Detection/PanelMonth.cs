namespace Signalering.Domain.Detection;

/// <summary>What the default procedure says of one wijk in one month; NaN where the status gives none.</summary>
public sealed record PanelCell
{
    /// <summary>How the month was fitted.</summary>
    public required FitStatus Status { get; init; }

    /// <summary>Whether the season came from the other wijken.</summary>
    public bool PooledSeason { get; init; }

    /// <summary>Count.</summary>
    public double Count { get; init; } = double.NaN;

    /// <summary>The fit, with its own dispersion.</summary>
    public CorrectedFit Fit { get; init; }

    /// <summary>Half own, half the mean of the wijken.</summary>
    public double DispersionUsed { get; init; } = double.NaN;

    /// <summary>Dispersion of the prediction, with <see cref="DispersionUsed"/>.</summary>
    public double Tau { get; init; } = double.NaN;

    /// <summary>Bound at 1 %.</summary>
    public double UpperBound { get; init; } = double.NaN;

    /// <summary>P(Y ≥ y).</summary>
    public double PAtLeast { get; init; } = double.NaN;

    /// <summary>Mid-p of the month.</summary>
    public double MidP { get; init; } = double.NaN;

    /// <summary>Cases in three months; missing months left out.</summary>
    public double ThreeMonthCount { get; init; } = double.NaN;

    /// <summary>Expected in the same months.</summary>
    public double ThreeMonthMean { get; init; } = double.NaN;

    /// <summary>Dispersion of that prediction.</summary>
    public double ThreeMonthTau { get; init; } = double.NaN;

    /// <summary>Mid-p of the three months.</summary>
    public double ThreeMonthMidP { get; init; } = double.NaN;

    /// <summary>min(1, 2 min(month, three months)): Bonferroni over two looks.</summary>
    public double JointP { get; init; } = double.NaN;

    /// <summary>Benjamini–Hochberg over the wijken of the panel.</summary>
    public double AdjustedP { get; init; } = double.NaN;

    /// <summary>At least 3 cases in three months, and one in this month.</summary>
    public bool EnoughCases { get; init; }

    /// <summary>Whether it was assessed.</summary>
    public bool IsAssessed => Fit.IsAssessable && Status is FitStatus.Ok or FitStatus.GammaPoisson;
}
