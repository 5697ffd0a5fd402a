using Signalering.Domain.Counting;

namespace Signalering.Domain.Reporting;

/// <summary>Which months a report looks at.</summary>
/// <param name="Period">The quarter that it is about.</param>
public sealed record ReportWindow(Quarter Period)
{
    /// <summary>Months in the trend: two years, so that each month stands beside the same month a year ago.</summary>
    public const int TrendMonths = 24;

    /// <summary>First month of the trend.</summary>
    public Month From => Period.LastMonth.Plus(1 - TrendMonths);

    /// <summary>Last month.</summary>
    public Month To => Period.LastMonth;

    /// <summary>Months of the trend, oldest first.</summary>
    public IReadOnlyList<Month> Months => [.. Enumerable.Range(0, TrendMonths).Select(From.Plus)];

    /// <summary>Whether a month is one of them.</summary>
    public bool Contains(Month month) => month >= From && month <= To;
}
