using ClosedXML.Excel;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>One table on one sheet.</summary>
internal static class SheetWriter
{
    // Wider than this a column of text is wrapped instead of read along.
    private const int WrapFrom = 24;
    private const int LongestLine = 120;
    private const int FreezeFirstColumnFrom = 6;
    private const int FilterFrom = 50;
    private const double TitleSize = 16;
    private const double TitleHeight = 26;
    private const double LineHeight = 15;
    private const double Padding = 3;

    // Letters that a column holds, as a share of its width in digits: fewer in bold.
    private const double Filled = 1.0;
    private const double FilledBold = 0.9;

    private static readonly XLColor HeaderFill = XLColor.FromHtml("#154273");
    private static readonly XLColor RowLine = XLColor.FromHtml("#D0D0D0");

    /// <summary>Title, explanation, blank row, table; then widths and print set-up.</summary>
    public static void Write(IXLWorksheet sheet, ReportTable table, string tableName)
    {
        var isPage = IsPage(table);
        SetColumns(sheet, table);
        var headerRow = WriteHeading(sheet, table);
        WriteHeaders(sheet, table, headerRow, isPage);
        WriteRows(sheet, table, headerRow + 1, isPage);
        MakeTable(sheet, table, tableName, headerRow, isPage);
        SetView(sheet, table, headerRow, isPage);
        SetPrint(sheet, table, headerRow);
    }

    // Two columns of text, such as the cover: laid out to be read, without bands, filters and frozen rows.
    private static bool IsPage(ReportTable table) =>
        table.Kolommen.Count == 2 && table.Rijen.All(row => row.All(cell => cell is ReportCell.Tekst));

    private static void SetColumns(IXLWorksheet sheet, ReportTable table)
    {
        for (var i = 0; i < table.Kolommen.Count; i++)
            sheet.Column(i + 1).Width = Math.Clamp(table.Kolommen[i].Breedte, 4, 200);
    }

    // Returns the row of the headers. Explanation is broken into rows as wide as the table: no merged cells needed.
    private static int WriteHeading(IXLWorksheet sheet, ReportTable table)
    {
        var title = sheet.Cell(1, 1);
        SetText(title, table.Titel);
        title.Style.Font.SetBold().Font.SetFontSize(TitleSize).Font.SetFontColor(HeaderFill);
        sheet.Row(1).Height = TitleHeight;
        var row = 2;
        var width = Math.Clamp(table.Kolommen.Sum(column => column.Breedte), 40, LongestLine);
        foreach (var line in table.Toelichting.SelectMany(text => Lines(text, width)))
            SetText(sheet.Cell(row++, 1), line);
        return row + 1;
    }

    private static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        if (line.Length > 0)
            yield return line;
    }

    // Not every program works out the height of wrapped rows when it opens a file, so it is written.
    private static double Height(IEnumerable<(string Text, int Width)> cells, double filled) => Padding + (LineHeight
        * cells.Select(cell => Lines(cell.Text, Math.Max(1, (int)(cell.Width * filled))).Count()).Append(1).Max());

    private static void WriteHeaders(IXLWorksheet sheet, ReportTable table, int row, bool isPage)
    {
        for (var i = 0; i < table.Kolommen.Count; i++)
        {
            var cell = sheet.Cell(row, i + 1);
            SetText(cell, table.Kolommen[i].Kop);
            if (i > 0 && !HoldsNumbers(table, i))
                cell.Style.Alignment.Indent = 1;
            cell.Style.Font.SetBold().Alignment.SetWrapText(true);
            cell.Style.Alignment.Horizontal = HoldsNumbers(table, i)
                ? XLAlignmentHorizontalValues.Right
                : XLAlignmentHorizontalValues.Left;
            if (isPage)
            {
                cell.Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(HeaderFill);
                continue;
            }

            cell.Style.Fill.SetBackgroundColor(HeaderFill).Font.SetFontColor(XLColor.White);
        }

        sheet.Row(row).Height = Height(table.Kolommen.Select(column => (column.Kop, column.Breedte)), FilledBold);
    }

    private static bool HoldsNumbers(ReportTable table, int column) =>
        table.Rijen.Any(row => row[column] is ReportCell.Getal);

    private static void WriteRows(IXLWorksheet sheet, ReportTable table, int firstRow, bool isPage)
    {
        for (var r = 0; r < table.Rijen.Count; r++)
        {
            for (var c = 0; c < table.Kolommen.Count; c++)
                WriteCell(sheet.Cell(firstRow + r, c + 1), table.Rijen[r][c], table.Kolommen[c]);
            sheet.Row(firstRow + r).Height = Height(
                table.Rijen[r].Zip(table.Kolommen, (cell, column) => (Wrapped(cell, column), column.Breedte)), Filled);
            if (isPage)
                sheet.Cell(firstRow + r, 1).Style.Font.SetBold();
        }
    }

    private static string Wrapped(ReportCell cell, ReportColumn column) =>
        cell is ReportCell.Tekst text && column.Breedte >= WrapFrom ? text.Waarde : "";

    private static void WriteCell(IXLCell cell, ReportCell value, ReportColumn column)
    {
        cell.Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(RowLine);
        switch (value)
        {
            case ReportCell.Getal number:
                cell.SetValue(number.Waarde);
                cell.Style.NumberFormat.Format = NumberFormat(column.Decimalen);
                break;
            case ReportCell.Afkorting shorthand:
                SetText(cell, shorthand.Teken);
                cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
                break;
            case ReportCell.Tekst text:
                SetText(cell, text.Waarde);
                cell.Style.Alignment.WrapText = column.Breedte >= WrapFrom;
                cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
                cell.Style.Alignment.Indent = cell.Address.ColumnNumber > 1 ? 1 : 0;
                break;
        }
    }

    // Excel shows this with the separators of the reader's own settings: 1.234,5 in the Netherlands.
    private static string NumberFormat(int decimals) =>
        decimals <= 0 ? "#,##0" : "#,##0." + new string('0', Math.Min(decimals, 10));

    private static void SetText(IXLCell cell, string text)
    {
        var safe = SafeText.ForCell(text);
        cell.SetValue(safe);
        cell.DataType = XLDataType.Text;
        if (SafeText.LooksLikeFormula(safe))
            cell.Style.IncludeQuotePrefix = true;
    }

    private static void MakeTable(IXLWorksheet sheet, ReportTable table, string name, int headerRow, bool isPage)
    {
        if (table.Rijen.Count == 0)
            return; // Excel repairs a table without rows by throwing it away
        var range = sheet.Range(headerRow, 1, headerRow + table.Rijen.Count, table.Kolommen.Count);
        var excelTable = range.CreateTable(name);
        excelTable.Theme = isPage ? XLTableTheme.None : XLTableTheme.TableStyleLight1;
        excelTable.ShowAutoFilter = table.Rijen.Count >= FilterFrom; // its buttons cover headers of numbers
        excelTable.ShowRowStripes = !isPage;
    }

    private static void SetView(IXLWorksheet sheet, ReportTable table, int headerRow, bool isPage)
    {
        sheet.ShowGridLines = !isPage;
        if (!isPage)
            sheet.SheetView.Freeze(headerRow, table.Kolommen.Count >= FreezeFirstColumnFrom ? 1 : 0);
        sheet.Cell(1, 1).SetActive();
    }

    private static void SetPrint(IXLWorksheet sheet, ReportTable table, int headerRow)
    {
        var print = sheet.PageSetup;
        print.PageOrientation = XLPageOrientation.Landscape;
        print.PaperSize = XLPaperSize.A4Paper;
        print.FitToPages(1, 0);
        if (table.Rijen.Count > 0)
            print.SetRowsToRepeatAtTop(headerRow, headerRow);
        print.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.6).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        print.Footer.Left.AddText(XLHFPredefinedText.SheetName);
        print.Footer.Right.AddText("Bladzijde ");
        print.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        print.Footer.Right.AddText(" van ");
        print.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }
}
