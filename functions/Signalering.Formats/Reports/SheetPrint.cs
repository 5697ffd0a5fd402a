using ClosedXML.Excel;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>How a sheet comes out on paper: A4, landscape, nothing cut off.</summary>
internal static class SheetPrint
{
    // What fits on landscape A4 between margins of half an inch, in pixels of 1/96 inch.
    private const double PageWidth = 10.69 * 96;

    // Width of a letter as a share of a column's unit: bold and large in the title, plain in the explanation.
    private const double TitleLetter = 1.45;
    private const double Letter = 0.95;

    // Below this share letters of 11 points are too small to read; wider tables go over several pages.
    // Two years of months still fit on one.
    private const double SmallestScale = 0.4;

    /// <summary>Margins, titles to repeat, and the area: the table with its charts.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="table">Its table.</param>
    /// <param name="place">Where the table stands.</param>
    /// <param name="lastRow">Last row that is printed.</param>
    /// <param name="lastColumn">Last column that is printed.</param>
    public static void Set(IXLWorksheet sheet, ReportTable table, TablePlace place, int lastRow, int lastColumn)
    {
        var print = sheet.PageSetup;
        print.PageOrientation = XLPageOrientation.Landscape;
        print.PaperSize = XLPaperSize.A4Paper;
        lastColumn = Math.Max(lastColumn, HeadingColumn(sheet, place));
        print.PrintAreas.Add(1, 1, lastRow, lastColumn);
        if (table.Rijen.Count > 0)
            print.SetRowsToRepeatAtTop(place.HeaderRow, place.HeaderRow);
        print.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.6).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        print.Footer.Left.AddText(XLHFPredefinedText.SheetName);
        print.Footer.Right.AddText("Bladzijde ");
        print.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        print.Footer.Right.AddText(" van ");
        print.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
        SetScale(sheet, table, place, lastColumn);
    }

    // Title and explanation run on to the right of a narrow table.
    private static int HeadingColumn(IXLWorksheet sheet, TablePlace place)
    {
        var longest = Enumerable.Range(1, place.HeaderRow - 1)
            .Max(row => sheet.Cell(row, 1).GetString().Length * (row == 1 ? TitleLetter : Letter));
        var column = 0;
        for (var left = ChartPlaces.Pixels(longest); left > 0; column++)
            left -= ChartPlaces.Pixels(sheet.Column(column + 1).Width);
        return column;
    }

    // Excel forgets page breaks as soon as a sheet has to fit on a page, so cards get a scale instead, with a tenth to
    // spare.
    private static void SetScale(IXLWorksheet sheet, ReportTable table, TablePlace place, int lastColumn)
    {
        var width = Enumerable.Range(1, lastColumn).Sum(column => ChartPlaces.Pixels(sheet.Column(column).Width));
        if (table.Vorm == TableForm.Kaarten)
        {
            sheet.PageSetup.Scale = (int)Math.Clamp(90 * PageWidth / width, 10, 100);
            foreach (var start in SheetWriter.CardStarts(table).Skip(1))
                sheet.PageSetup.AddHorizontalPageBreak(place.HeaderRow + start);
            return;
        }

        var pages = Math.Max(1, (int)Math.Ceiling(SmallestScale * width / PageWidth));
        sheet.PageSetup.FitToPages(pages, 0);
        if (pages > 1)
            sheet.PageSetup.SetColumnsToRepeatAtLeft(1, 1);
    }
}
