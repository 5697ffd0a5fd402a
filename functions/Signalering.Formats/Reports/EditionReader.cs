using System.Globalization;
using System.Text;
using CsvHelper;
using Signalering.Domain.Reporting.Editions;
using Signalering.Formats.Exports;

namespace Signalering.Formats.Reports;

/// <summary>Reads back what an edition published, to say what changed since.</summary>
/// <remarks>Files of <see cref="ReportFiles"/>, in either of the formats of <see cref="CijfersFormat"/>; columns are found by
/// name.</remarks>
public static class EditionReader
{
    /// <summary>The edition; null when these are not files of a report, or of a version without these columns.</summary>
    public static PreviousEdition? Read(
        ReadOnlySpan<byte> manifest, ReadOnlyMemory<byte> figures, ReadOnlyMemory<byte> signals)
    {
        if (ManifestWriter.Read(manifest) is not { } read)
            return null;
        var cells = Rows(figures, "periode", "gebied", "kwadrant", "probleem", "maat", "waarde", "status");
        var titles = Rows(signals, "signaal", "titel");
        if (cells is null || titles is null)
            return null;
        var published = new Dictionary<FigureName, PublishedFigure>();
        foreach (var row in cells)
            published[new FigureName(row[0], row[1], row[2], row[3], row[4])] = new PublishedFigure(Number(row[5]), row[6]);
        return new PreviousEdition(
            read, published, titles.GroupBy(row => row[0], StringComparer.Ordinal)
                .ToDictionary(row => row.Key, row => row.First()[1], StringComparer.Ordinal));
    }

    // Never separated in thousands; comma and point are both a decimal sign.
    private static decimal? Number(string text) => decimal.TryParse(
        text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
        out var number) ? number : null;

    // The cells of these columns; null when one is missing.
    private static List<string[]>? Rows(ReadOnlyMemory<byte> csv, params string[] names)
    {
        var first = Encoding.UTF8.GetString(csv.Span[..Math.Min(csv.Length, 2_000)]);
        var separator = first.Split('\n')[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        using var reader = CsvReader.Create(
            new MemoryStream(csv.ToArray(), writable: false), DelimitedRows.Options(separator));
        if (!reader.Read())
            return null;
        var header = Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader, column).TrimStart('\uFEFF')).ToList();
        var columns = Array.ConvertAll(names, header.IndexOf);
        if (columns.Contains(-1))
            return null;
        var rows = new List<string[]>();
        while (reader.Read())
        {
            if (reader.FieldCount == header.Count)
                rows.Add(Array.ConvertAll(columns, column => Text(reader, column)));
        }

        return rows;
    }

    private static string Text(CsvReader reader, int column) => Encoding.UTF8.GetString(reader.GetSpan(column));
}
