using Signalering.Domain.Deliveries;
using Signalering.Domain.Reporting;
using Signalering.Domain.Reporting.Editions;
using Signalering.Formats.Reports;

namespace Signalering.Functions;

/// <summary>A report's files into the store, in the order that makes a half-written version invisible.</summary>
internal static class ReportPublication
{
    /// <summary>What a finished version published; null when it is not readable as such, as after a change of our own
    /// format: then there is nothing to compare with.</summary>
    public static async Task<PreviousEdition?> ReadEdition(
        this IReportStore reports, Quarter period, int version, CancellationToken cancellationToken)
    {
        var manifest = await reports.Read(period, version, ReportFiles.ManifestName, cancellationToken);
        var figures = await reports.Read(period, version, ReportFiles.CijfersName, cancellationToken);
        var signals = await reports.Read(period, version, ReportFiles.SignalenName, cancellationToken);
        return manifest is null || figures is null || signals is null
            ? null
            : EditionReader.Read(manifest.Value.Span, figures.Value, signals.Value);
    }

    /// <summary>Editions of the teams, then the files of the report, and the manifest last: it makes the version count.</summary>
    public static async Task Publish(
        this IReportStore reports, ReportEditions editions, Quarter period, int version, CancellationToken cancellationToken)
    {
        foreach (var (team, edition) in editions.Teams)
        {
            foreach (var file in ReportFiles.WriteTeam(edition))
                await reports.WriteTeam(team, period, version, file.Name, file.Bytes, cancellationToken);
        }

        var files = ReportFiles.Write(editions);
        foreach (var file in files.Where(file => file.Name != ReportFiles.ManifestName))
            await reports.Write(period, version, file.Name, file.Bytes, cancellationToken);
        var manifest = files.Single(file => file.Name == ReportFiles.ManifestName);
        await reports.Publish(period, version, editions.Gemeente.Manifest.Kenmerk, manifest.Bytes, cancellationToken);
    }
}
