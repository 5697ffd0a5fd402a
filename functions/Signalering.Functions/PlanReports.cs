using Microsoft.Extensions.Logging;
using Signalering.Azure;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Municipality;
using Signalering.Domain.Reporting;

namespace Signalering.Functions;

/// <summary>Timer and delivery events → queue of reports. The planner decides; a report asked for twice is made once.</summary>
public sealed partial class PlanReports(
    ReportPlanner planner, Gemeente gemeente, ICubeStore cubes, IDialogueStore dialogue, ILedgerStore ledgers,
    IReportStore reports, IMessageQueue queue, LocalDay day, ILogger<PlanReports> logger)
{
    /// <summary>Every quarter of an hour: deadlines that passed, late deliveries, and events that were missed.</summary>
    [Function(nameof(PlanReports))]
    public Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var today = day.Today();
        return Plan(today, planner.OpenQuarters(today), cancellationToken);
    }

    /// <summary>After a delivery: a period may have become complete, or a report out of date.</summary>
    [Function("PlanReportsAfterDelivery")]
    public Task RunAfterDelivery(
        [ServiceBusTrigger(Routes.Gebeurtenissen, Routes.Rapportplanner, Connection = Routes.ServiceBus)] string body,
        CancellationToken cancellationToken)
    {
        var months = MessageText.Read<PipelineEvent>(body).Maanden.Select(Month.Parse).ToList();
        var today = day.Today();
        return Plan(today, planner.Touched(today, months), cancellationToken);
    }

    private async Task Plan(DateOnly today, IReadOnlyList<Quarter> periods, CancellationToken cancellationToken)
    {
        if (periods.Count == 0)
            return;
        var from = new ReportWindow(periods[0]).HistoryFrom;
        var to = new ReportWindow(periods[^1]).To;
        var entries = await cubes.List(from, to, cancellationToken);
        var (answers, _) = await dialogue.Load(cancellationToken);
        var pages = await ledgers.ReadAll([.. gemeente.Wijkteams.Select(team => team.Sleutel)], cancellationToken);
        foreach (var period in periods)
        {
            var window = new ReportWindow(period);
            var latest = await reports.Latest(period, cancellationToken);
            var rests = entries.Where(e => window.Contains(e.Header.Month)).ToList();
            if (!planner.IsDue(period, today, rests, answers, pages, latest))
                continue;
            await queue.Send(new ReportRequested(period.ToString()), cancellationToken);
            LogPlanned(period.ToString());
        }
    }

    [LoggerMessage(3, LogLevel.Information, "Report {Period} is due")]
    private partial void LogPlanned(string period);
}
