using Signalering.Domain.Counting;

namespace Signalering.Domain.Reporting;

/// <summary>Which months a report looks at.</summary>
/// <param name="Period">The quarter that it is about.</param>
public sealed record ReportWindow(Quarter Period)
{
    /// <summary>Code of the whole municipality, where a wijk's code would stand.</summary>
    public const string Whole = "";

    /// <summary>Months in the trend: two years, so that each month stands beside the same month a year ago.</summary>
    public const int TrendMonths = 24;

    /// <summary>Months that detection learns what is usual from, the trend included: five years of baseline before a year
    /// that is assessed.</summary>
    public const int HistoryMonths = 72;

    /// <summary>First month of the trend.</summary>
    public Month From => Period.LastMonth.Plus(1 - TrendMonths);

    /// <summary>First month that the report rests on.</summary>
    public Month HistoryFrom => Period.LastMonth.Plus(1 - HistoryMonths);

    /// <summary>Last month.</summary>
    public Month To => Period.LastMonth;

    /// <summary>Months of the trend, oldest first.</summary>
    public IReadOnlyList<Month> Months => [.. Enumerable.Range(0, TrendMonths).Select(From.Plus)];

    /// <summary>Whether the report rests on a month.</summary>
    public bool Contains(Month month) => month >= HistoryFrom && month <= To;
}
