using ClosedXML.Excel;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>How a sheet comes out on paper: A4, landscape, as wide as one page, no chart or card cut in two.</summary>
/// <remarks>A scale in percent and page breaks by hand, both worked out here: a sheet that has to fit on a page forgets its
/// breaks.</remarks>
internal static class SheetPrint
{
    // What fits on landscape A4 between the margins, in pixels of 1/96 inch; a tenth of the height is to spare, since
    // programs do not agree on the height of a row.
    private const double PageWidth = 10.69 * 96;
    private const double PageHeight = 6.97 * 96 * 0.9;

    // Width of a letter as a share of a column's unit: the title is bold and large.
    private const double TitleLetter = 1.6;

    // Smaller letters cannot be read; wider tables go over several pages. Two years of months fit on one.
    private const double SmallestScale = 0.5;

    // Programs round the widths of columns up.
    private const double Spare = 0.97;

    /// <summary>Margins, titles to repeat, and the area: the table with its charts.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="table">Its table.</param>
    /// <param name="place">Where the table stands.</param>
    /// <param name="charts">Where its charts stand.</param>
    public static void Set(IXLWorksheet sheet, ReportTable table, TablePlace place, IReadOnlyList<ChartPlace> charts)
    {
        var print = sheet.PageSetup;
        print.PageOrientation = XLPageOrientation.Landscape;
        print.PaperSize = XLPaperSize.A4Paper;
        var lastRow = charts.Select(chart => ChartPlaces.RowBelow(sheet, chart)).Append(place.LastRow).Max();
        var lastColumn = charts.Select(chart => ChartPlaces.ColumnRight(sheet, chart))
            .Append(LastPrinted(table)).Append(HeadingColumn(sheet, place)).Max();
        print.PrintAreas.Add(1, 1, lastRow, lastColumn);
        if (table.Rijen.Count > 0)
            print.SetRowsToRepeatAtTop(place.HeaderRow, place.HeaderRow);
        print.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.6).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        print.Footer.Left.AddText(XLHFPredefinedText.SheetName);
        print.Footer.Right.AddText("Bladzijde ");
        print.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        print.Footer.Right.AddText(" van ");
        print.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);

        var scale = Scale(sheet, table, lastRow, lastColumn);
        print.Scale = (int)(100 * scale);
        if (scale <= SmallestScale)
            print.SetColumnsToRepeatAtLeft(1, 1);
        foreach (var row in Breaks(sheet, table, place, charts, PageHeight / scale))
            print.AddHorizontalPageBreak(row);
    }

    // On a card the last column may be for the machine that reads it back; paper has no use for it.
    private static int LastPrinted(ReportTable table) =>
        table.Vorm == TableForm.Kaarten && table.Kolommen[^1].IsSleutel ? table.Kolommen.Count - 1 : table.Kolommen.Count;

    // Title and explanation run on to the right of a narrow table.
    private static int HeadingColumn(IXLWorksheet sheet, TablePlace place)
    {
        var longest = Enumerable.Range(1, place.HeaderRow - 1)
            .Max(row => TextWidth.Of(sheet.Cell(row, 1).GetString()) * (row == 1 ? TitleLetter : 1));
        var column = 0;
        for (var left = ChartPlaces.Pixels(longest); left > 0; column++)
            left -= ChartPlaces.Pixels(sheet.Column(column + 1).Width);
        return column;
    }

    // As wide as a page; smaller still where everything then fits on one page and stays readable.
    private static double Scale(IXLWorksheet sheet, ReportTable table, int lastRow, int lastColumn)
    {
        const double Readable = 0.6;
        var width = Enumerable.Range(1, lastColumn).Sum(column => ChartPlaces.Pixels(sheet.Column(column).Width));
        var scale = Math.Clamp(Spare * PageWidth / width, SmallestScale, 1);
        if (table.Vorm == TableForm.Kaarten)
            return scale;
        var height = Height(sheet, 1, lastRow);
        var whole = PageHeight / height;
        return whole >= Readable ? Math.Min(scale, whole) : scale;
    }

    // Rows after which a page ends: before each card, and before a chart that would else be cut.
    private static IEnumerable<int> Breaks(
        IXLWorksheet sheet, ReportTable table, TablePlace place, IReadOnlyList<ChartPlace> charts, double page)
    {
        if (table.Vorm == TableForm.Kaarten)
        {
            foreach (var start in SheetWriter.CardStarts(table).Skip(1))
                yield return place.HeaderRow + start;
            yield break;
        }

        var header = sheet.Row(place.HeaderRow).Height * 96 / 72;
        var top = 1;
        foreach (var chart in charts.GroupBy(chart => chart.Row).OrderBy(row => row.Key))
        {
            var bottom = chart.Max(one => ChartPlaces.RowBelow(sheet, one));
            // Automatic breaks of the rows before, then one by hand if this row of charts crosses the next.
            for (var used = Height(sheet, top, chart.Key); used > page; used = Height(sheet, top, chart.Key))
                top = NextPage(sheet, top, page);
            if (Height(sheet, top, bottom) > page && chart.Key > top)
            {
                yield return chart.Key - 1; // the blank row above it goes along, and with it the upper line of its frame
                top = chart.Key;
                page = Math.Max(1, page - (top > place.HeaderRow + 1 ? header : 0));
                header = 0;
            }
        }
    }

    private static int NextPage(IXLWorksheet sheet, int top, double page)
    {
        var row = top;
        for (var left = page; left > 0; row++)
            left -= sheet.Row(row).Height * 96 / 72;
        return Math.Max(top + 1, row - 1);
    }

    // In pixels, both rows included.
    private static double Height(IXLWorksheet sheet, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from + 1)).Sum(row => sheet.Row(row).Height * 96 / 72);
}
