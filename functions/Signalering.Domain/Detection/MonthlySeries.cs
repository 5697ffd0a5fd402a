using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>Counts of one thing per month.</summary>
/// <param name="Key">Name of the series.</param>
/// <param name="Group">Series of one group may share season, trend and dispersion (the same problem in other wijken);
/// null = alone.</param>
/// <param name="First">First month.</param>
/// <param name="Counts">Per month from <paramref name="First"/>, no gaps; NaN = no delivery. Zero is an
/// observation.</param>
/// <param name="Exposure">Same length: what the count is out of (teams that delivered, inhabitants); empty = constant.
/// 0 or NaN = no delivery.</param>
public sealed record MonthlySeries(
    string Key, string? Group, Month First, IReadOnlyList<double> Counts, IReadOnlyList<double> Exposure);

/// <summary>How series are assessed.</summary>
public enum DetectionMethod
{
    /// <summary>The product's default: shared baseline and rise filter.</summary>
    Auto,

    /// <summary>Farrington flexible corrected, joint over one and three months.</summary>
    Farrington,

    /// <summary>Farrington flexible as R's surveillance 1.20.3 has it, nbPlugin.</summary>
    FarringtonCompat,

    /// <summary>EARS C1.</summary>
    EarsC1,

    /// <summary>EARS C2.</summary>
    EarsC2,

    /// <summary>EARS C3.</summary>
    EarsC3,
}

/// <summary>Settings of <see cref="SeriesDetection"/>.</summary>
public sealed record SeriesDetectionOptions
{
    /// <summary>Method.</summary>
    public DetectionMethod Method { get; init; } = DetectionMethod.Auto;

    /// <summary>First month that is assessed; null = all.</summary>
    public Month? From { get; init; }

    /// <summary>One-sided level; null = that of the method: 0.02 for auto (2 % of quiet months alarm), 0.01 for
    /// Farrington, 0.001 for C1 and C2, 0.025 for C3.</summary>
    public double? Alpha { get; init; }

    /// <summary>Level in use.</summary>
    public double Level => Alpha ?? Method switch
    {
        DetectionMethod.Auto => 0.02,
        DetectionMethod.Farrington or DetectionMethod.FarringtonCompat => 0.01,
        DetectionMethod.EarsC3 => 0.025,
        _ => 0.001,
    };
}

/// <summary>What became of a month.</summary>
public enum AssessmentStatus
{
    /// <summary>Assessed.</summary>
    Beoordeeld,

    /// <summary>Assessed on 6 to 13 earlier months.</summary>
    Voorlopig,

    /// <summary>Assessed, and below the number of cases from which an alarm is possible.</summary>
    TeWeinigGevallen,

    /// <summary>Assessed while less than half of the usual exposure delivered: no alarm says nothing.</summary>
    Onvolledig,

    /// <summary>Too little history, or no expectation to be had.</summary>
    NietBeoordeelbaar,

    /// <summary>No delivery for this month.</summary>
    GeenLevering,
}

/// <summary>One series in one month; NaN = not to be had.</summary>
/// <param name="Month">Month.</param>
/// <param name="Count">Count; NaN without a delivery.</param>
/// <param name="Expected">Expected if nothing is going on.</param>
/// <param name="UpperBound">Bound that the count of this month alone stays below in 99 of 100 quiet months (the
/// method's own level for Farrington and EARS).</param>
/// <param name="Score">auto: probability of a rise; Farrington: (y − expected) / (bound − expected); EARS: the
/// statistic.
/// </param>
/// <param name="PValue">The one that the decision rests on.</param>
/// <param name="Alarm">p ≤ level, and enough cases.</param>
/// <param name="Status">What became of the month.</param>
/// <param name="Tau">Variance over mean of the expectation.</param>
public readonly record struct SeriesMonth(
    Month Month, double Count, double Expected, double UpperBound, double Score, double PValue, bool Alarm,
    AssessmentStatus Status, double Tau)
{
    /// <summary>Whether the month counts as a signal, as quiet, or as neither.</summary>
    public MonthStatus ForLifecycle => Alarm ? MonthStatus.Signal
        : Status is AssessmentStatus.Beoordeeld or AssessmentStatus.Voorlopig or AssessmentStatus.TeWeinigGevallen
            ? MonthStatus.Quiet
            : MonthStatus.NotAssessed;

    internal static SeriesMonth Without(Month month, double count, AssessmentStatus status) => new(
        month, count, double.NaN, double.NaN, double.NaN, double.NaN, false, status, double.NaN);
}

/// <summary>A series with its months.</summary>
public sealed record AssessedSeries(MonthlySeries Series, IReadOnlyList<SeriesMonth> Months);
