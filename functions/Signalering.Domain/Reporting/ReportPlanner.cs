using System.ComponentModel.DataAnnotations;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Municipality;

namespace Signalering.Domain.Reporting;

/// <summary>Settings of the planner of reports.</summary>
public sealed class ReportPlannerOptions
{
    /// <summary>Days after the end of a quarter at which its report is made without the missing deliveries, 0–90.
    /// Default 20: teams close a month in the first two weeks of the next.</summary>
    [Range(0, 90)]
    public int DeadlineDays { get; init; } = 20;

    /// <summary>Ended quarters that are still made anew after a late delivery, 1–12. Default 4: an older report has been
    /// talked about, and a correction of it belongs in the next one.</summary>
    [Range(1, 12)]
    public int OpenQuarters { get; init; } = 4;

    /// <summary>Whether anything is planned at all. Default true; off, a report is made only when it is asked for.</summary>
    public bool IsOn { get; init; } = true;
}

/// <summary>Decides which reports are due: the period is complete, or its deadline has passed, or a late delivery changed
/// what a report rests on.</summary>
public sealed class ReportPlanner(Gemeente gemeente, ReportPass pass, ReportPlannerOptions options)
{
    /// <summary>The quarters that are still open to change, oldest first.</summary>
    /// <param name="today">Day in the municipality.</param>
    public IReadOnlyList<Quarter> OpenQuarters(DateOnly today)
    {
        var current = Quarter.Of(Month.Of(today));
        return [.. Enumerable.Range(1, options.OpenQuarters).Select(back => current.Plus(-back)).Order()];
    }

    /// <summary>Open quarters whose report looks at one of these months.</summary>
    public IReadOnlyList<Quarter> Touched(DateOnly today, IReadOnlyCollection<Month> months) =>
        [.. OpenQuarters(today).Where(quarter => months.Any(new ReportWindow(quarter).Contains))];

    /// <summary>Whether the report of a quarter is to be made now.</summary>
    /// <param name="period">The quarter.</param>
    /// <param name="today">Day in the municipality.</param>
    /// <param name="entries">Cubes of the report's window.</param>
    /// <param name="dialoog">Answers of people to signals.</param>
    /// <param name="leveringen">Pages of the delivery ledger.</param>
    /// <param name="latest">The report that there is; null when there is none.</param>
    public bool IsDue(
        Quarter period, DateOnly today, IReadOnlyCollection<CubeEntry> entries, DialogueRegister dialoog,
        IReadOnlyCollection<TeamLedger> leveringen, PublishedReport? latest)
    {
        if (!options.IsOn)
            return false;
        if (latest is null && !IsComplete(period, entries) && !IsPastDeadline(period, today))
            return false;
        return entries.Any(e => e.Header.Month >= period.FirstMonth) && !IsCurrent(period, entries, dialoog, leveringen, latest);
    }

    /// <summary>Whether the newest report rests on exactly these cubes, answers and annotations.</summary>
    public bool IsCurrent(
        Quarter period, IEnumerable<CubeEntry> entries, DialogueRegister dialoog,
        IReadOnlyCollection<TeamLedger> leveringen, PublishedReport? latest) => latest is not null
        && latest.Kenmerk == pass.Manifest(period, entries.Select(e => e.Header), dialoog, leveringen).Kenmerk;

    private bool IsComplete(Quarter period, IReadOnlyCollection<CubeEntry> entries)
    {
        var delivered = entries.Select(e => (e.Header.Wijkteam, e.Header.Month)).ToHashSet();
        return gemeente.Wijkteams.All(team => period.Months.All(month =>
            month < team.Vanaf || delivered.Contains((team.Sleutel, month))));
    }

    private bool IsPastDeadline(Quarter period, DateOnly today)
    {
        var next = period.LastMonth.Plus(1);
        return today > new DateOnly(next.Year, next.Number, 1).AddDays(options.DeadlineDays - 1);
    }
}
