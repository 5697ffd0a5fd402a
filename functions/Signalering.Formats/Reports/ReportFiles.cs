using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>A file of a report.</summary>
/// <param name="Name">Name without folder.</param>
/// <param name="ContentType">For storage and browsers.</param>
/// <param name="Bytes">The same for the same report, on every machine.</param>
public sealed record ReportFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);

/// <summary>A report as the files that are published.</summary>
public static class ReportFiles
{
    /// <summary>Name of the figures.</summary>
    public const string CijfersName = "cijfers.csv";

    /// <summary>Name of the manifest.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>The edition of a team: a workbook.</summary>
    public static IReadOnlyList<ReportFile> WriteTeam(SignaleringReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            new(report.Naam + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                WorkbookWriter.Write(report)),
        ];
    }

    /// <summary>Workbook, figures (for Dutch Excel) and manifest, in this order.</summary>
    public static IReadOnlyList<ReportFile> Write(SignaleringReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            new(report.Naam + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                WorkbookWriter.Write(report)),
            new(CijfersName, "text/csv; charset=utf-8", CijfersWriter.Write(report.Cijfers, CijfersFormat.Excel)),
            new(ManifestName, "application/json", ManifestWriter.Write(report.Manifest)),
        ];
    }
}
