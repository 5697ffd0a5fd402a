using Signalering.Domain.Deliveries;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports;

namespace Signalering.Functions;

/// <summary>A report's files into the store, in the order that makes a half-written version invisible.</summary>
internal static class ReportPublication
{
    /// <summary>Editions of the teams, then the files of the report, and the manifest last: it makes the version count.</summary>
    public static async Task Publish(
        this IReportStore reports, ReportEditions editions, Quarter period, int version, CancellationToken cancellationToken)
    {
        foreach (var (team, edition) in editions.Teams)
        {
            foreach (var file in ReportFiles.WriteTeam(edition))
                await reports.WriteTeam(team, period, version, file.Name, file.Bytes, cancellationToken);
        }

        var files = ReportFiles.Write(editions.Gemeente);
        foreach (var file in files.Where(file => file.Name != ReportFiles.ManifestName))
            await reports.Write(period, version, file.Name, file.Bytes, cancellationToken);
        var manifest = files.Single(file => file.Name == ReportFiles.ManifestName);
        await reports.Publish(period, version, editions.Gemeente.Manifest.Kenmerk, manifest.Bytes, cancellationToken);
    }
}
