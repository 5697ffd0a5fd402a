using System.Globalization;
using System.Text;

namespace Signalering.SampleData;

/// <summary>A workbook of one sheet, with or without titles above and a total below.</summary>
internal sealed record WorkbookExport(IReadOnlyList<Column> Columns, string? Title) : IExport
{
    public string Extension => ".xlsx";

    public byte[] Write(IReadOnlyList<Activity> rows, DateOnly delivered, string period)
    {
        using var zip = new ZipFile();
        zip.Add("[Content_Types].xml", WorkbookParts.ContentTypes);
        zip.Add("_rels/.rels", WorkbookParts.Package);
        zip.Add("xl/workbook.xml", WorkbookParts.Workbook);
        zip.Add("xl/_rels/workbook.xml.rels", WorkbookParts.Relations);
        zip.Add("xl/styles.xml", WorkbookParts.Styles);
        zip.Add("xl/worksheets/sheet1.xml", Sheet(rows, delivered, period));
        return zip.ToArray();
    }

    private string Sheet(IReadOnlyList<Activity> rows, DateOnly delivered, string period)
    {
        var sheet = new StringBuilder(WorkbookParts.SheetStart);
        var number = 0;
        if (Title is not null)
        {
            Line(sheet, ++number, Title);
            Line(sheet, ++number, "Periode: " + period);
        }

        Row(sheet, ++number, column => column.Header, headers: true);
        foreach (var row in rows)
            Row(sheet, ++number, column => column.Cell(row), headers: false);
        if (Title is not null)
        {
            Line(sheet, ++number, string.Create(CultureInfo.InvariantCulture, $"Totaal {rows.Count}"));
            number++;
            Line(sheet, ++number, "Afgedrukt op " + delivered.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture));
        }

        sheet.Append("</sheetData>");
        if (Title is not null)
        {
            var last = Letter(Columns.Count - 1);
            sheet.Append("<mergeCells count=\"1\"><mergeCell ref=\"A1:").Append(last).Append("1\"/></mergeCells>");
        }

        return sheet.Append("</worksheet>").ToString();
    }

    private void Row(StringBuilder sheet, int number, Func<Column, string> cell, bool headers)
    {
        sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (var i = 0; i < Columns.Count; i++)
        {
            var value = cell(Columns[i]);
            if (value.Length > 0)
                Cell(sheet, Letter(i), number, headers ? CellKind.Text : Columns[i].Kind, value);
        }

        sheet.Append("</row>");
    }

    private static void Line(StringBuilder sheet, int number, string text)
    {
        sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        Cell(sheet, 'A', number, CellKind.Text, text);
        sheet.Append("</row>");
    }

    private static void Cell(StringBuilder sheet, char letter, int row, CellKind kind, string value)
    {
        if (kind == CellKind.Text)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{letter}{row}\" t=\"inlineStr\">");
            sheet.Append("<is><t>").Append(Escape(value)).Append("</t></is></c>");
            return;
        }

        var style = kind == CellKind.Date ? " s=\"1\"" : "";
        sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{letter}{row}\"{style}><v>{value}</v></c>");
    }

    private static char Letter(int column) => (char)('A' + column);

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
