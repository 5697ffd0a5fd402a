using System.Security.Cryptography;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports.Html;

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

    /// <summary>Name of the signals.</summary>
    public const string SignalenName = "signalen.csv";

    /// <summary>Name of the manifest.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>Name of the published tables.</summary>
    public const string GepubliceerdName = "gepubliceerd.json";

    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string CsvType = "text/csv; charset=utf-8";
    private const string MetadataType = "application/csvm+json";

    /// <summary>All files of the municipality's report, then workbook and page of each view, and the manifest of them all
    /// last.</summary>
    /// <param name="editions">The report in all its editions.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    public static IReadOnlyList<ReportFile> Write(ReportEditions editions, ReportFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(editions);
        return Write(editions.Gemeente, options, [.. editions.Opdrachtgevers.SelectMany(WriteTeam)]);
    }

    /// <summary>All files, in this order: workbook, page, figures and further tables as CSV, each followed by its
    /// metadata, the data dictionary, the published tables, and the manifest, which holds the hashes of the others.</summary>
    /// <param name="report">The report.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="ArgumentException">Two tables ask for the same file.</exception>
    public static IReadOnlyList<ReportFile> Write(SignaleringReport report, ReportFileOptions? options = null) =>
        Write(report, options, []);

    private static List<ReportFile> Write(
        SignaleringReport report, ReportFileOptions? options, IReadOnlyList<ReportFile> views)
    {
        ArgumentNullException.ThrowIfNull(report);
        options ??= new ReportFileOptions();
        List<ReportFile> files =
        [
            new(report.Naam + ".xlsx", WorkbookType, WorkbookWriter.Write(report)),
            new(report.Naam + ".html", "text/html; charset=utf-8", HtmlWriter.Write(report)),
            .. Tables(report).SelectMany(file => Csv(file.Name, file.Table, options)),
            .. views,
        ];
        if (report.Gepubliceerd is { } published)
            files.Add(new(GepubliceerdName, "application/json", published.ToJson()));
        var twice = files
            .GroupBy(file => file.Name, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new ArgumentException($"Two tables are both to be written as {twice.Key}.", nameof(report));
        var manifest = report.Manifest with { Uitvoer = [.. files.Select(Output)] };
        return [.. files, new(ManifestName, "application/json", ManifestWriter.Write(manifest))];
    }

    /// <summary>The edition of a team, or a view: workbook and page.</summary>
    public static IReadOnlyList<ReportFile> WriteTeam(SignaleringReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            new(report.Naam + ".xlsx", WorkbookType, WorkbookWriter.Write(report)),
            new(report.Naam + ".html", "text/html; charset=utf-8", HtmlWriter.Write(report)),
        ];
    }

    private static List<(string Name, ReportTable Table)> Tables(SignaleringReport report)
    {
        List<(string Name, ReportTable Table)> tables =
        [
            (CijfersName, report.Cijfers),
            .. report.Bijlagen.Select(table => (FileName(table.Naam), table)),
        ];
        var dictionary = DataDictionary.Of(tables);
        return [.. tables, (FileName(dictionary.Naam), dictionary)];
    }

    private static IEnumerable<ReportFile> Csv(string name, ReportTable table, ReportFileOptions options) =>
    [
        new(name, CsvType, CijfersWriter.Write(table, options.Csv)),
        new(name + CsvMetadataWriter.Suffix, MetadataType, CsvMetadataWriter.Write(table, name, options)),
    ];

    // Names are ours, but a folder or a drive in one would write elsewhere.
    private static string FileName(string table)
    {
        var isName = table.Length > 0 && table.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return isName
            ? table.ToLowerInvariant() + ".csv"
            : throw new ArgumentException($"'{table}' names no file: letters, digits, - and _ only.", nameof(table));
    }

    private static ReportOutput Output(ReportFile file) =>
        new(file.Name, Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)));
}
