using System.Globalization;
using System.Xml.Linq;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports;

namespace Signalering.Formats.Tests.Reports;

public sealed class WorkbookChartTests
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    private static readonly SignaleringReport Report = RichReport.Make();
    private static readonly byte[] Bytes = WorkbookWriter.Write(Report);

    [Fact]
    public void Every_chart_has_its_title_axis_titles_and_a_text_alternative()
    {
        var charts = Charts();
        var wanted = Report.Tabellen.SelectMany(table => table.Grafieken).ToList();

        Assert.Equal(
            wanted.Select(chart => chart.Titel),
            charts.Select(chart => TitleOf(chart.Xml.Root!.Element(C + "chart")!)));
        Assert.Equal(
            wanted.Select(chart => $"{chart.Titel}. {chart.Omschrijving}"), charts.Select(chart => chart.Alternative));
        Assert.Equal(
            wanted.Select(chart => chart.As),
            charts.Select(chart => TitleOf(chart.Xml.Descendants(C + "valAx").Single())));
    }

    [Fact]
    public void A_series_reads_cells_that_hold_what_the_table_prints_and_a_gap_is_an_empty_cell()
    {
        using var workbook = new XLWorkbook(new MemoryStream(Bytes));
        var gaps = 0;
        var drawn = Charts().SelectMany(chart => chart.Xml.Descendants(C + "ser")).ToList();
        var wanted = Report.Tabellen
            .SelectMany(table => table.Grafieken.SelectMany(chart => Wanted(table, chart)))
            .ToList();
        Assert.Equal(wanted.Count, drawn.Count);
        foreach (var (series, expected) in drawn.Zip(wanted))
        {
            Assert.Equal(expected.Name, series.Element(C + "tx")!.Value);
            var reference = series.Element(C + "val")!.Descendants(C + "f").Single().Value;
            var cells = Cells(workbook, reference);
            Assert.Equal(expected.Values.Count, cells.Count);
            for (var i = 0; i < cells.Count; i++)
            {
                var cached = series.Element(C + "val")!.Descendants(C + "pt")
                    .SingleOrDefault(point => (int)point.Attribute("idx")! == i);
                if (expected.Values[i] is { } value)
                {
                    Assert.Equal((double)value, cells[i].GetDouble(), 9);
                    Assert.Equal(value, decimal.Parse(cached!.Value, CultureInfo.InvariantCulture));
                    continue;
                }

                gaps++;
                Assert.True(cells[i].IsEmpty(), $"{reference} cell {i}: Excel draws text as zero");
                Assert.Null(cached);
            }

            var labels = Cells(workbook, series.Element(C + "cat")!.Descendants(C + "f").Single().Value);
            Assert.Equal(expected.Labels, labels.Select(cell => cell.GetString()));
            Assert.Equal(expected.Labels, series.Element(C + "cat")!.Descendants(C + "pt").Select(p => p.Value));
        }

        Assert.True(gaps > 5);
    }

    [Fact]
    public void A_sparkline_behind_each_row_of_months_reads_what_the_row_prints_from_zero_up()
    {
        XNamespace x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        using var workbook = new XLWorkbook(new MemoryStream(Bytes));
        var table = Report.Tabellen.Single(one => one.Naam == "Trends");
        var group = document.WorkbookPart!.WorksheetParts
            .SelectMany(part => Load(part).Descendants(x14 + "sparklineGroup"))
            .Single();
        var lines = group.Descendants(x14 + "sparkline")
            .Select(line => line.Elements().Select(e => e.Value).ToList())
            .ToList();

        Assert.Equal("gap", (string?)group.Attribute("displayEmptyCellsAs"));
        Assert.Equal("0", (string?)group.Attribute("manualMin"));
        Assert.Equal(Enumerable.Range(6, table.Rijen.Count).Select(row => $"Z{row}"), lines.Select(line => line[1]));
        Assert.Equal("Verloop", workbook.Worksheet("Trends").Cell("Z5").GetString());
        Assert.All(lines.Zip(table.Rijen), pair => Assert.Equal(
            pair.Second.Skip(1).Select(cell => (double?)(cell as ReportCell.Getal)?.Waarde),
            Cells(workbook, pair.First[0]).Select(cell => cell.IsEmpty() ? (double?)null : cell.GetDouble())));
    }

    [Fact]
    public void Series_differ_by_more_than_colour()
    {
        var lines = Charts()[^1].Xml.Descendants(C + "ser").ToList();

        Assert.Equal(3, Distinct(lines, C + "symbol"));
        Assert.Equal(3, Distinct(lines, A + "prstDash"));
        var bars = Charts()[1].Xml.Descendants(C + "ser").ToList();
        Assert.Empty(bars[0].Descendants(A + "pattFill"));
        Assert.Single(bars[1].Descendants(A + "pattFill"));
    }

    [Fact]
    public void A_page_ends_before_a_chart_that_would_be_cut_and_never_inside_one()
    {
        var table = Report.Tabellen.Single(one => one.Naam == "Trends");
        var chart = table.Grafieken[0];
        var tall = table with { Grafieken = [.. Enumerable.Repeat(chart, 9)] };
        var bytes = WorkbookWriter.Write(RichReport.With(tall));
        using var workbook = new XLWorkbook(new MemoryStream(bytes));
        var sheet = workbook.Worksheet("Trends");

        var breaks = sheet.PageSetup.RowBreaks;

        Assert.NotEmpty(breaks);
        Assert.Equal(0, sheet.PageSetup.PagesWide); // a sheet that has to fit on a page forgets its breaks
        var page = 0.0;
        for (var row = 1; row <= sheet.PageSetup.PrintAreas.Single().LastRow().RowNumber(); row++)
        {
            page = breaks.Contains(row - 1) ? 0 : page;
            page += sheet.Row(row).Height * sheet.PageSetup.Scale / 100;
            Assert.True(page < 6.97 * 72, $"Row {row} falls off the page, and a chart with it.");
        }

        Assert.All(Charts(bytes), chart =>
        {
            var from = (int)chart.Anchor.Element(Xdr + "from")!.Element(Xdr + "row")!;
            Assert.DoesNotContain(breaks, row => row > from && row < from + 15); // 340 pixels are 17 rows
        });
    }

    [Fact]
    public void No_chart_covers_its_table_or_another_chart_and_all_are_in_the_print_area()
    {
        using var workbook = new XLWorkbook(new MemoryStream(Bytes));
        foreach (var sheet in Charts().GroupBy(chart => chart.Sheet))
        {
            var table = workbook.Worksheet(sheet.Key).Tables.Single();
            var area = workbook.Worksheet(sheet.Key).PageSetup.PrintAreas.Single();
            var corners = sheet.Select(chart => (
                Column: (int)chart.Anchor.Element(Xdr + "from")!.Element(Xdr + "col")! + 1,
                Row: (int)chart.Anchor.Element(Xdr + "from")!.Element(Xdr + "row")! + 1)).ToList();
            Assert.All(corners, corner =>
            {
                Assert.True(corner.Column > table.LastColumn().ColumnNumber() || corner.Row > table.LastRow().RowNumber());
                Assert.True(corner.Column < area.LastColumn().ColumnNumber() && corner.Row < area.LastRow().RowNumber());
            });
            Assert.Equal(corners.Count, corners.Distinct().Count());
        }
    }

    [Fact]
    public void Points_stand_on_a_sheet_of_their_own_only_when_the_table_cannot_give_them()
    {
        var whole = RichReport.Leveringen() with
        {
            Rijen = [RichReport.Leveringen().Rijen[0]],
            Grafieken = [new ReportChart("t", "o", ChartKind.Lijn, new ChartLabels.Headers(1, 3), [new("Team", 0)], "as")],
        };
        using var workbook = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(RichReport.With(whole))));

        Assert.Equal("Leveringen", Assert.Single(workbook.Worksheets).Name);
    }

    [Fact]
    public void A_chart_that_points_outside_its_table_is_a_bug()
    {
        var wrong = RichReport.Leveringen() with
        {
            Grafieken = [new ReportChart("t", "o", ChartKind.Lijn, new ChartLabels.Headers(1, 3), [new("Team", 9)], "as")],
        };

        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write(RichReport.With(wrong)));
    }

    // What a chart has to show, read from the report without the writer's own code.
    private static IEnumerable<(string Name, List<string> Labels, List<decimal?> Values)> Wanted(
        ReportTable table, ReportChart chart)
    {
        List<string> labels = chart.Labels is ChartLabels.Headers headers
            ? [.. table.Kolommen.Take(headers.To + 1).Skip(headers.From).Select(column => column.Kop)]
            : [.. table.Rijen.Select(row => ((ReportCell.Tekst)row[((ChartLabels.Column)chart.Labels).Index]).Waarde)];
        foreach (var series in chart.Reeksen)
        {
            var cells = chart.Labels is ChartLabels.Headers span
                ? table.Rijen[series.Positie].Take(span.To + 1).Skip(span.From)
                : table.Rijen.Select(row => row[series.Positie]);
            yield return (series.Naam, labels, [.. cells.Select(cell => (cell as ReportCell.Getal)?.Waarde)]);
        }

        if (chart.Referentie is { } reference)
            yield return (reference.Naam, labels, [.. labels.Select(_ => (decimal?)reference.Waarde)]);
    }

    private static int Distinct(IEnumerable<XElement> series, XName property) =>
        series.Select(one => (string?)one.Descendants(property).Single().Attribute("val")).Distinct().Count();

    private static List<IXLCell> Cells(XLWorkbook workbook, string reference)
    {
        var parts = reference.Split('!');
        return [.. workbook.Worksheet(parts[0].Trim('\'')).Range(parts[1]).Cells()];
    }

    private static string TitleOf(XElement element) => element.Element(C + "title")!.Descendants(A + "t").Single().Value;

    private static List<(string Sheet, XElement Anchor, string Alternative, XDocument Xml)> Charts() => Charts(Bytes);

    private static List<(string Sheet, XElement Anchor, string Alternative, XDocument Xml)> Charts(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var book = document.WorkbookPart!;
        var found = new List<(string, XElement, string, XDocument)>();
        foreach (var sheet in book.Workbook.Descendants<Sheet>())
        {
            if (((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).DrawingsPart is not { } drawing)
                continue;
            foreach (var anchor in Load(drawing).Root!.Elements())
            {
                var id = anchor.Descendants(C + "chart").Single().Attributes().Single(a => a.Name.LocalName == "id").Value;
                var alternative = (string)anchor.Descendants(Xdr + "cNvPr").Single().Attribute("descr")!;
                found.Add((sheet.Name!.Value!, anchor, alternative, Load(drawing.GetPartById(id))));
            }
        }

        return found;
    }

    private static XDocument Load(OpenXmlPart part)
    {
        using var stream = part.GetStream();
        return XDocument.Load(stream);
    }
}
