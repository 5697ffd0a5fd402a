using System.Text;
using Signalering.Domain.Reporting;
using Signalering.Domain.Reporting.Editions;
using Signalering.Formats.Reports;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Formats.Tests.Reports;

public sealed class EditionReaderTests
{
    private static readonly ReportTable Figures = new(
        "cijfers", "Cijfers", [],
        [
            new("periode"), new("gebied"), new("gebiedsnaam"), new("kwadrant"), new("probleem"), new("maat"), new("waarde", 1),
            new("status"),
        ],
        [
            Row("schulden", Van(1_250), "getoond"), Row("rouw", Van(""), "niet_getoond"),
        ]);

    private static readonly ReportTable Signals = new(
        "signalen", "Signalen", [], [new("signaal"), new("titel")],
        [[Van("stijging.WK1.schulden"), Van("Schulden; \"in\" Wijk 1: toename")]]);

    [Fact]
    public void What_was_published_is_read_back_in_either_format()
    {
        foreach (var format in new[] { CijfersFormat.Excel, CijfersFormat.Machine })
        {
            var files = ReportFiles.Write(Report(), new ReportFileOptions { Csv = format });

            var edition = Read(files)!;

            Assert.Equal(3, edition.Manifest.Uitgave!.Nummer);
            Assert.Equal("k", edition.Manifest.Kenmerk);
            Assert.Equal(new PublishedFigure(1_250, "getoond"), edition.Cijfers[Name("schulden")]);
            Assert.Equal(new PublishedFigure(null, "niet_getoond"), edition.Cijfers[Name("rouw")]);
            Assert.Equal("Schulden; \"in\" Wijk 1: toename", edition.Signalen["stijging.WK1.schulden"]);
        }
    }

    [Theory]
    [InlineData("{}", "periode;gebied\r\n", "signaal;titel\r\n")]
    [InlineData("geen json", "", "")]
    public void What_is_no_report_is_no_edition(string manifest, string figures, string signals) => Assert.Null(EditionReader.Read(
        Encoding.UTF8.GetBytes(manifest), Encoding.UTF8.GetBytes(figures), Encoding.UTF8.GetBytes(signals)));

    [Fact]
    public void A_report_without_a_column_that_is_needed_is_no_edition()
    {
        var files = ReportFiles.Write(Report() with { Cijfers = Figures with { Kolommen = [.. Figures.Kolommen.SkipLast(1), new("stand")] } });

        Assert.Null(Read(files));
    }

    private static PreviousEdition? Read(IReadOnlyList<ReportFile> files) => EditionReader.Read(
        Bytes(files, "manifest.json").Span, Bytes(files, "cijfers.csv"), Bytes(files, "signalen.csv"));

    private static ReadOnlyMemory<byte> Bytes(IReadOnlyList<ReportFile> files, string name) =>
        files.Single(file => file.Name == name).Bytes;

    private static FigureName Name(string problem) => new("2026-Q3", "WK1", "totaal", problem, "activiteiten");

    private static IReadOnlyList<ReportCell> Row(string problem, ReportCell value, string status) =>
        [Van("2026-Q3"), Van("WK1"), Van("Wijk 1"), Van("totaal"), Van(problem), Van("activiteiten"), value, Van(status)];

    private static SignaleringReport Report() => new(
        "signalering-2026-Q3", "t", [RichReport.Warmtekaart()], Figures,
        new ReportManifest(
            "2026-Q3", "GM9901", "k", new ReportVersions("0.1.0", "1", "1", 1), new Dictionary<string, string>(), [])
        {
            Uitgave = new Edition(3, Edition.Voorlopig, "j"),
        })
    {
        Bijlagen = [Signals],
    };
}
