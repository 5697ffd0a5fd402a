using ClosedXML.Excel;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>Where a table stands on its sheet.</summary>
/// <param name="HeaderRow">Row of the headers, from 1; the rows of the table follow.</param>
/// <param name="LastRow">Last row of the table.</param>
/// <param name="LastColumn">Last column of the table.</param>
internal sealed record TablePlace(int HeaderRow, int LastRow, int LastColumn);

/// <summary>One table on one sheet.</summary>
internal static class SheetWriter
{
    private const int LongestLine = 130;
    private const int FreezeFirstColumnFrom = 6;
    private const int FilterFrom = 50;
    private const double TitleSize = 16;
    private const double NormalSize = 11;
    private const double SmallSize = 8;
    private const double TitleHeight = 26;
    private const double LineHeight = 15;
    private const double Padding = 3;
    private const double HighestRow = 409; // Excel's own limit, in points

    private static readonly XLColor CardLine = SheetCells.HeaderFill;
    private static readonly XLColor Repeated = XLColor.FromHtml("#595959");

    /// <summary>Title, explanation, blank row, table; then widths and view.</summary>
    public static TablePlace Write(IXLWorksheet sheet, ReportTable table, string tableName)
    {
        SetColumns(sheet, table);
        var scale = table.Vorm == TableForm.Warmtekaart ? HeatScale.Of(table) : null;
        var headerRow = WriteHeading(sheet, table, scale);
        WriteHeaders(sheet, table, headerRow);
        WriteRows(sheet, table, headerRow + 1, scale);
        if (table.Vorm == TableForm.Kaarten)
            MarkCards(sheet, table, headerRow + 1);
        MakeTable(sheet, table, tableName, headerRow);
        SetView(sheet, table, headerRow);
        return new TablePlace(headerRow, headerRow + table.Rijen.Count, table.Kolommen.Count);
    }

    /// <summary>Rows of a table at which a new card starts: its first cell differs from the one above.</summary>
    public static IEnumerable<int> CardStarts(ReportTable table) => Enumerable.Range(0, table.Rijen.Count)
        .Where(r => r == 0 || !table.Rijen[r][0].Equals(table.Rijen[r - 1][0]));

    private static bool IsPage(ReportTable table) => table.Vorm == TableForm.Pagina;

    private static void SetColumns(IXLWorksheet sheet, ReportTable table)
    {
        for (var i = 0; i < table.Kolommen.Count; i++)
            sheet.Column(i + 1).Width = Math.Clamp(table.Kolommen[i].Breedte, 4, 200);
    }

    // Returns the row of the headers. Explanation is broken into rows as wide as the table: no merged cells needed.
    private static int WriteHeading(IXLWorksheet sheet, ReportTable table, HeatScale? scale)
    {
        var title = sheet.Cell(1, 1);
        SheetCells.SetText(title, table.Titel);
        title.Style.Font.SetBold().Font.SetFontSize(TitleSize).Font.SetFontColor(SheetCells.HeaderFill);
        sheet.Row(1).Height = TitleHeight;
        var row = 2;
        var width = Math.Clamp(table.Kolommen.Sum(column => column.Breedte), 40, LongestLine);
        IEnumerable<string> texts = scale is null ? table.Toelichting : [.. table.Toelichting, scale.Explanation];
        foreach (var line in texts.SelectMany(text => TextWidth.Break(text, width)))
            SheetCells.SetText(sheet.Cell(row++, 1), line);
        return row + 1;
    }

    // Not every program works out the height of wrapped rows when it opens a file, so it is written.
    private static double Height(IEnumerable<(string Text, int Width)> cells, bool isBold, double size = NormalSize)
    {
        var share = size / NormalSize;
        var lines = cells.Select(cell => TextWidth.Lines(cell.Text, cell.Width / share, isBold)).Append(1).Max();
        return Math.Min(HighestRow, Padding + (LineHeight * share * lines));
    }

    private static void WriteHeaders(IXLWorksheet sheet, ReportTable table, int row)
    {
        for (var i = 0; i < table.Kolommen.Count; i++)
        {
            var cell = sheet.Cell(row, i + 1);
            SheetCells.SetText(cell, table.Kolommen[i].Kop);
            if (i > 0 && !SheetCells.HoldsNumbers(table, i))
                cell.Style.Alignment.Indent = 1;
            cell.Style.Font.SetBold().Alignment.SetWrapText(true);
            cell.Style.Alignment.Horizontal = SheetCells.HoldsNumbers(table, i)
                ? XLAlignmentHorizontalValues.Right
                : XLAlignmentHorizontalValues.Left;
            if (IsPage(table))
                cell.Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(CardLine);
            else
                cell.Style.Fill.SetBackgroundColor(SheetCells.HeaderFill).Font.SetFontColor(XLColor.White);
        }

        sheet.Row(row).Height = Height(table.Kolommen.Select(column => (column.Kop, column.Breedte)), isBold: true);
    }

    private static void WriteRows(IXLWorksheet sheet, ReportTable table, int firstRow, HeatScale? scale)
    {
        for (var r = 0; r < table.Rijen.Count; r++)
        {
            for (var c = 0; c < table.Kolommen.Count; c++)
                SheetCells.Write(sheet.Cell(firstRow + r, c + 1), table.Rijen[r][c], table.Kolommen[c], HeatScale.IsTotal(table, c) ? null : scale);
            var texts = table.Rijen[r]
                .Zip(table.Kolommen, (cell, column) => (SheetCells.Wrapped(cell, column), column.Breedte))
                .Skip(table.Vorm == TableForm.Kaarten ? 1 : 0); // the name of a card: see MarkCards
            sheet.Row(firstRow + r).Height = Height(texts, isBold: false);
            if (IsPage(table))
                sheet.Cell(firstRow + r, 1).Style.Font.SetBold();
        }
    }

    // A rule above each card. Its name is repeated in every row, for sorting, filters and screen readers; but in grey.
    private static void MarkCards(IXLWorksheet sheet, ReportTable table, int firstRow)
    {
        var starts = CardStarts(table).ToHashSet();
        for (var r = 0; r < table.Rijen.Count; r++)
        {
            var name = sheet.Cell(firstRow + r, 1);
            foreach (var (c, _) in table.Kolommen.Index().Where(column => column.Item.IsSleutel))
                sheet.Cell(firstRow + r, c + 1).Style.Font.SetFontColor(Repeated).Font.SetFontSize(SmallSize);
            var isStart = starts.Contains(r);
            var height = Height(
                [(name.GetString(), table.Kolommen[0].Breedte)], isStart, isStart ? NormalSize : SmallSize);
            sheet.Row(firstRow + r).Height = Math.Max(sheet.Row(firstRow + r).Height, height);
            if (!isStart)
            {
                name.Style.Font.SetFontColor(Repeated).Font.SetFontSize(SmallSize);
                continue;
            }

            name.Style.Font.SetBold();
            var row = sheet.Range(firstRow + r, 1, firstRow + r, table.Kolommen.Count);
            row.Style.Border.SetTopBorder(XLBorderStyleValues.Medium).Border.SetTopBorderColor(CardLine);
        }
    }

    private static void MakeTable(IXLWorksheet sheet, ReportTable table, string name, int headerRow)
    {
        if (table.Rijen.Count == 0)
            return; // Excel repairs a table without rows by throwing it away
        var range = sheet.Range(headerRow, 1, headerRow + table.Rijen.Count, table.Kolommen.Count);
        var excelTable = range.CreateTable(name);
        excelTable.Theme = table.Vorm is TableForm.Tabel or TableForm.Warmtekaart
            ? XLTableTheme.TableStyleLight1
            : XLTableTheme.None;
        excelTable.ShowAutoFilter = table.Rijen.Count >= FilterFrom; // its buttons cover headers of numbers
        excelTable.ShowRowStripes = table.Vorm == TableForm.Tabel;
    }

    private static void SetView(IXLWorksheet sheet, ReportTable table, int headerRow)
    {
        sheet.ShowGridLines = !IsPage(table);
        if (!IsPage(table))
            sheet.SheetView.Freeze(headerRow, table.Kolommen.Count >= FreezeFirstColumnFrom ? 1 : 0);
        sheet.Cell(1, 1).SetActive();
    }
}
