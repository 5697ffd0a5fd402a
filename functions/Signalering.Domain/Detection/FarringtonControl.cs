namespace Signalering.Domain.Detection;

/// <summary>How Farrington's upper bound is made.</summary>
public enum ThresholdMethod
{
    /// <summary>Quantile of NB(μ₀, φ): ignores that μ₀ is estimated (Noufaily et al. 2013).</summary>
    NbPlugin,

    /// <summary>Quantile of NB with the mean at its own upper limit: alpha is spent twice.</summary>
    Muan,

    /// <summary>Power transformation and normal quantile (Farrington et al. 1996); not a whole number.</summary>
    Delta,

    /// <summary>Quantile of NB(μ₀, τ), τ = φ + μ₀ se²: the delta method's variance in a discrete
    /// distribution.</summary>
    NbTau,
}

/// <summary>Power under which counts are nearly normal, for <see cref="ThresholdMethod.Delta"/>.</summary>
public enum PowerTransform
{
    /// <summary>y.</summary>
    None,

    /// <summary>√y.</summary>
    Half,

    /// <summary>y^⅔, removes skewness.</summary>
    TwoThirds,
}

/// <summary>Settings of Farrington flexible for monthly counts.</summary>
/// <remarks>The defaults are those of the product (spec of issue 5, section A.1); those of R's function are in
/// <see cref="Package"/>.</remarks>
public sealed record FarringtonControl
{
    /// <summary>Which months are compared with.</summary>
    public ReferenceMonths Reference { get; init; } = new(4, 1, 4, 6);

    /// <summary>Whether a trend is tried.</summary>
    public bool Trend { get; init; } = true;

    /// <summary>Trend stays when its p is below this; 1 keeps it always. Default 0.05: a chance slope of a low count
    /// moves the expected value more than most real trends do.</summary>
    public double TrendThreshold { get; init; } = 0.05;

    /// <summary>Whether past outbreaks weigh less.</summary>
    public bool Reweight { get; init; } = true;

    /// <summary>Residual above which a past month weighs less. Default 2.58 (Noufaily et al. 2013).</summary>
    public double WeightsThreshold { get; init; } = 2.58;

    /// <summary>One-sided level, 0–0.5. Default 0.01.</summary>
    public double Alpha { get; init; } = 0.01;

    /// <summary>Least cases in the last <see cref="LowCountMonths"/> months. Default 3: 5 hides every single peak of 3
    /// or
    /// 4 cases in a small wijk.</summary>
    public double LowCountCases { get; init; } = 3;

    /// <summary>Months that the least cases are counted over, the current one included. Default 3.</summary>
    public int LowCountMonths { get; init; } = 3;

    /// <summary>Transformation of the delta method.</summary>
    public PowerTransform Power { get; init; } = PowerTransform.TwoThirds;

    /// <summary>The defaults of <c>farringtonFlexible</c> in R's surveillance 1.20.3.</summary>
    public static FarringtonControl Package { get; } = new()
    {
        Reference = new ReferenceMonths(5, 3, 1, 3),
        Alpha = 0.05,
        LowCountCases = 5,
        LowCountMonths = 4,
    };
}
