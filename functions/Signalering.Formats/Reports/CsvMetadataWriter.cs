using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>What a CSV file holds, for machines: CSV on the Web.</summary>
/// <remarks>Source: W3C Recommendation "Metadata Vocabulary for Tabular Data" (17 December 2015). A reader finds the file
/// by its name, that of the CSV file with <see cref="Suffix"/> behind it.</remarks>
public static class CsvMetadataWriter
{
    /// <summary>Behind the name of the CSV file.</summary>
    public const string Suffix = "-metadata.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentCharacter = ' ',
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The bytes of the metadata.</summary>
    /// <param name="table">The table.</param>
    /// <param name="fileName">Name of its CSV file.</param>
    /// <param name="options">How that file was written.</param>
    public static byte[] Write(ReportTable table, string fileName, ReportFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        var metadata = new JsonObject
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "nl" }),
            ["url"] = fileName,
            ["dc:title"] = table.Titel,
            ["dc:description"] = table.Toelichting.Count == 0 ? null : string.Join(' ', table.Toelichting),
            ["dc:language"] = "nl",
            ["dc:license"] = new JsonObject { ["@id"] = options.Licentie },
            ["dc:accessRights"] = new JsonObject { ["@id"] = options.Toegang },
            ["dialect"] = Dialect(options.Csv),
            ["tableSchema"] = Schema([.. CsvColumn.Of(table)], options.Csv),
        };
        if (table.Toelichting.Count == 0)
            metadata.Remove("dc:description");
        return [.. JsonSerializer.SerializeToUtf8Bytes(metadata, Options), (byte)'\n'];
    }

    private static JsonObject Schema(IReadOnlyList<CsvColumn> columns, CijfersFormat format)
    {
        var schema = new JsonObject
        {
            ["columns"] = new JsonArray([.. columns.Select(column => Column(column, format))]),
        };
        var key = columns.Where(column => column.Column.IsSleutel).Select(column => (JsonNode)column.Name).ToArray();
        if (key.Length > 0)
            schema["primaryKey"] = new JsonArray(key);
        return schema;
    }

    private static JsonObject Dialect(CijfersFormat format) => new()
    {
        ["delimiter"] = format.Separator.ToString(),
        ["header"] = true,
        ["headerRowCount"] = 1,
        ["encoding"] = "utf-8",
        ["lineTerminators"] = new JsonArray(format.NewLine),
        ["quoteChar"] = "\"",
        ["doubleQuote"] = true,
        ["trim"] = false,
    };

    private static JsonObject Column(CsvColumn column, CijfersFormat format)
    {
        var json = new JsonObject
        {
            ["name"] = column.Name,
            ["titles"] = new JsonObject { ["nl"] = column.Column.Kop },
            ["datatype"] = Datatype(column.Type, format),
            ["null"] = new JsonArray([.. column.Nulls.Select(text => (JsonNode)text)]),
        };
        if (column.Column.Uitleg is { } meaning)
            json["dc:description"] = meaning;
        return json;
    }

    private static JsonNode Datatype(CsvType type, CijfersFormat format) => type switch
    {
        CsvType.Whole => "integer",
        CsvType.Decimal => new JsonObject
        {
            ["base"] = "decimal",
            ["format"] = new JsonObject { ["decimalChar"] = format.DecimalSeparator.ToString() },
        },
        _ => "string",
    };
}
