using Microsoft.Extensions.Logging;
using Signalering.Azure;
using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Municipality;
using Signalering.Domain.Reporting;

namespace Signalering.Functions;

/// <summary>Queue → report pass → files of a new version.</summary>
/// <remarks>Safe to run twice, side by side, and to die anywhere (docs/besluiten/0006): a version is claimed, the cubes are
/// looked at again after the claim, and the manifest comes last. A run whose cubes changed meanwhile starts over, so that a
/// slower, older run never publishes after a newer one.</remarks>
public sealed partial class BuildReport(
    ReportPass pass, Gemeente gemeente, ICubeStore cubes, IDialogueStore dialogue, ILedgerStore ledgers,
    IReportStore reports, IPublicationLedger published, IMessageQueue queue, ILogger<BuildReport> logger)
{
    private const int MostRestarts = 10;

    /// <summary>Runs for each report that is asked for.</summary>
    [Function(nameof(BuildReport))]
    public async Task Run(
        [ServiceBusTrigger(Routes.Rapportages, Connection = Routes.ServiceBus)] string body,
        CancellationToken cancellationToken)
    {
        var period = Quarter.Parse(MessageText.Read<ReportRequested>(body).Periode);
        var window = new ReportWindow(period);
        for (var attempt = 0; attempt < MostRestarts; attempt++)
        {
            var entries = await cubes.List(window.HistoryFrom, window.To, cancellationToken);
            var (answers, _) = await dialogue.Load(cancellationToken);
            var pages = await ledgers.ReadAll([.. gemeente.Wijkteams.Select(team => team.Sleutel)], cancellationToken);
            var manifest = pass.Manifest(period, entries.Select(entry => entry.Header), answers, pages);
            var latest = await reports.Latest(period, cancellationToken);
            if (latest?.Kenmerk == manifest.Kenmerk || await TryBuild(period, entries, answers, pages, manifest, cancellationToken))
            {
                await queue.Publish(
                    new PipelineEvent(PipelineEvent.RapportGereed, manifest.Kenmerk, null, [], manifest.Periode),
                    cancellationToken);
                return;
            }
        }

        throw new InvalidOperationException("The cubes changed during every attempt; the queue tries again later.");
    }

    // False when a cube changed on the way: then nothing was published.
    private async Task<bool> TryBuild(
        Quarter period, IReadOnlyList<CubeEntry> entries, DialogueRegister answers, IReadOnlyList<TeamLedger> pages,
        ReportManifest manifest, CancellationToken cancellationToken)
    {
        var version = await reports.Claim(period, manifest.Kenmerk, cancellationToken);
        var latest = await reports.Latest(period, cancellationToken);
        if (latest?.Kenmerk == manifest.Kenmerk)
            return true;   // Another builder was done just before the claim; the claimed number stays empty.
        var window = new ReportWindow(period);
        var now = await cubes.List(window.HistoryFrom, window.To, cancellationToken);
        if (!now.Select(entry => entry.Version).SequenceEqual(entries.Select(entry => entry.Version)))
            return false;

        if (await cubes.ReadAll(entries, cancellationToken) is not { } merged)
            return false;
        var sources = new ReportSources(merged, answers, pages)
        {
            Gepubliceerd = await published.Load(period, version, cancellationToken),
            Vorige = latest is null ? null : await reports.ReadEdition(period, latest.Version, cancellationToken),
        };
        await reports.Publish(pass.Run(period, sources), period, version, cancellationToken);
        LogBuilt(manifest.Periode, version, manifest.Kenmerk, merged.Count);
        return true;
    }

    [LoggerMessage(4, LogLevel.Information, "Report {Period} v{Version} ({Fingerprint}) from {Cubes} cubes")]
    private partial void LogBuilt(string period, int version, string fingerprint, int cubes);
}
