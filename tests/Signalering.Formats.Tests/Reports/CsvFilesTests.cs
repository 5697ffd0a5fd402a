using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Formats.Tests.Reports;

public sealed class CsvFilesTests
{
    private static readonly IReadOnlyList<ReportFile> Files = ReportFiles.Write(RichReport.Make());

    [Fact]
    public void A_report_is_these_files_with_the_manifest_last() => Assert.Equal(
        [
            "signalering-2026-Q3.xlsx", "signalering-2026-Q3.html",
            "cijfers.csv", "cijfers.csv-metadata.json", "signalen.csv", "signalen.csv-metadata.json",
            "leveringen.csv", "leveringen.csv-metadata.json",
            "gegevenswoordenboek.csv", "gegevenswoordenboek.csv-metadata.json", "manifest.json",
        ],
        Files.Select(file => file.Name));

    [Fact]
    public void All_files_are_the_same_bytes_under_every_culture()
    {
        var reports = Cultures.InEach(() => ReportFiles.Write(RichReport.Make()));

        Assert.Single(reports.Select(files =>
            string.Join('\n', files.Select(file => Convert.ToHexString(SHA256.HashData(file.Bytes.Span))))).Distinct());
    }

    [Fact]
    public void The_manifest_holds_the_hash_of_every_other_file()
    {
        using var manifest = JsonDocument.Parse(Files[^1].Bytes);
        var outputs = manifest.RootElement.GetProperty("uitvoer").EnumerateArray()
            .Select(output => (output.GetProperty("naam").GetString(), output.GetProperty("sha256").GetString()));

        Assert.Equal(Files.SkipLast(1).Select(file =>
            ((string?)file.Name, (string?)Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)))), outputs);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("")]
    [InlineData("a b")]
    public void A_name_that_is_no_file_name_is_a_bug(string name) =>
        Assert.Throws<ArgumentException>(() => ReportFiles.Write(With(name)));

    [Theory]
    [InlineData("cijfers")]
    [InlineData("Cijfers")]
    [InlineData("gegevenswoordenboek")]
    public void Two_tables_never_write_the_same_file(string name) =>
        Assert.Throws<ArgumentException>(() => ReportFiles.Write(With(name)));

    [Fact]
    public void Who_follows_the_metadata_reads_back_the_table()
    {
        foreach (var format in new[] { CijfersFormat.Excel, CijfersFormat.Machine })
        {
            var report = RichReport.Make();
            var files = ReportFiles.Write(report, new ReportFileOptions { Csv = format });
            foreach (var table in report.Bijlagen.Prepend(report.Cijfers))
            {
                using var metadata = JsonDocument.Parse(Bytes(files, table.Naam + ".csv-metadata.json"));
                var root = metadata.RootElement;
                var rows = Read(Bytes(files, root.GetProperty("url").GetString()!), root.GetProperty("dialect"));
                var columns = root.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();

                Assert.Equal(table.Kolommen.Select(column => column.Kop), rows[0]);
                Assert.Equal(rows[0], columns.Select(column => column.GetProperty("titles").GetProperty("nl").GetString()));
                Assert.Equal(table.Rijen.Count, rows.Count - 1);
                for (var r = 0; r < table.Rijen.Count; r++)
                {
                    for (var c = 0; c < columns.Count; c++)
                        AssertCell(table.Rijen[r][c], rows[r + 1][c], columns[c]);
                }
            }
        }
    }

    [Fact]
    public void The_metadata_name_context_language_licence_and_access()
    {
        using var metadata = JsonDocument.Parse(Bytes(Files, "cijfers.csv-metadata.json"));
        var root = metadata.RootElement;

        Assert.Equal("http://www.w3.org/ns/csvw", root.GetProperty("@context")[0].GetString());
        Assert.Equal("nl", root.GetProperty("@context")[1].GetProperty("@language").GetString());
        Assert.Equal("nl", root.GetProperty("dc:language").GetString());
        Assert.Equal(new ReportFileOptions().Licentie, root.GetProperty("dc:license").GetProperty("@id").GetString());
        Assert.Equal(new ReportFileOptions().Toegang, root.GetProperty("dc:accessRights").GetProperty("@id").GetString());
        Assert.All(root.GetProperty("tableSchema").GetProperty("columns").EnumerateArray(), column =>
            Assert.Matches("^[a-z][a-z0-9_]*$", column.GetProperty("name").GetString()!));
    }

    [Fact]
    public void The_key_of_a_table_is_in_its_metadata_and_a_table_without_one_says_nothing()
    {
        var table = new ReportTable(
            "Sleutels", "t", [], [new("Wijk (code)") { IsSleutel = true }, new("aantal"), new("maand") { IsSleutel = true }], []);

        using var keyed = JsonDocument.Parse(CsvMetadataWriter.Write(table, "x.csv", new ReportFileOptions()));
        using var plain = JsonDocument.Parse(CsvMetadataWriter.Write(
            table with { Kolommen = [new("a")] }, "x.csv", new ReportFileOptions()));

        Assert.Equal(
            ["wijk_code", "maand"],
            keyed.RootElement.GetProperty("tableSchema").GetProperty("primaryKey").EnumerateArray().Select(name => name.GetString()));
        Assert.False(plain.RootElement.GetProperty("tableSchema").TryGetProperty("primaryKey", out _));
    }

    [Fact]
    public void The_data_dictionary_explains_every_column_of_every_file()
    {
        var lines = Encoding.UTF8.GetString(Bytes(Files, "gegevenswoordenboek.csv").Span).TrimStart('\uFEFF').Split("\r\n");

        Assert.Equal("bestand;kolom;betekenis;type;eenheid;geen_waarde", lines[0]);
        Assert.Contains("cijfers.csv;periode;Kwartaal of maand;tekst;;", lines);
        Assert.Contains("cijfers.csv;waarde;waarde;decimaal getal;;[c] [x] [z]", lines);
        Assert.Contains("leveringen.csv;activiteiten;activiteiten;geheel getal;activiteiten;[c] [x] [z]", lines);
        Assert.Equal(6 + 3 + 3, lines.Count(line => line.Length > 0) - 1);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("-x", "\"'-x\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    public void Text_is_never_a_formula_and_never_a_second_cell(string text, string written)
    {
        var table = new ReportTable(
            "t", "t", [], [new("a"), new("b"), new("c")], [[Van(text), Van(-5.5m), new Invulbaar(text, [])]]);

        Assert.Equal(
            $"\uFEFFa;b;c\r\n{written};-5,5;{written}\r\n",
            Encoding.UTF8.GetString(CijfersWriter.Write(table, CijfersFormat.Excel)));
    }

    private static SignaleringReport With(string name) => RichReport.Make() with
    {
        Bijlagen = [RichReport.Leveringen() with { Naam = name }],
    };

    private static ReadOnlyMemory<byte> Bytes(IEnumerable<ReportFile> files, string name) =>
        files.Single(file => file.Name == name).Bytes;

    private static void AssertCell(ReportCell cell, string text, JsonElement column)
    {
        var nulls = column.GetProperty("null").EnumerateArray().Select(n => n.GetString());
        var datatype = column.GetProperty("datatype");
        switch (cell)
        {
            case Getal number:
                var mark = datatype.ValueKind == JsonValueKind.Object
                    ? datatype.GetProperty("format").GetProperty("decimalChar").GetString()!
                    : ".";
                var plain = text.Replace(mark, ".", StringComparison.Ordinal);
                Assert.Equal(number.Waarde, decimal.Parse(plain, CultureInfo.InvariantCulture));
                Assert.NotEqual("string", datatype.ToString());
                break;
            case Tekst { Waarde.Length: > 0 } written:
                Assert.Equal(written.Waarde, text.TrimStart('\''));
                Assert.Equal("string", datatype.GetString());
                break;
            default:
                Assert.Contains(text, nulls);
                break;
        }
    }

    // A reader that knows the dialect alone; no cell of these tables holds a line end.
    private static List<List<string>> Read(ReadOnlyMemory<byte> bytes, JsonElement dialect)
    {
        Assert.Equal("utf-8", dialect.GetProperty("encoding").GetString());
        var separator = Regex.Escape(dialect.GetProperty("delimiter").GetString()!);
        var end = dialect.GetProperty("lineTerminators")[0].GetString()!;
        return
        [
            .. Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF').Split(end, StringSplitOptions.RemoveEmptyEntries)
                .Select(line => Regex.Matches(line, $"(?:^|{separator})(?:\"((?:[^\"]|\"\")*)\"|([^\"{separator}]*))")
                    .Select(m => m.Groups[1].Success
                        ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                        : m.Groups[2].Value)
                    .ToList()),
        ];
    }
}
