using ClosedXML.Excel;
using Signalering.Domain.Intake;

namespace Signalering.Formats.Tests.Exports;

public class WorkbookReadTests
{
    [Fact]
    public void Values_become_the_text_that_the_intake_reads()
    {
        var export = Read(sheet =>
        {
            object[] values =
            [
                0.75, 45, 1234567.5, -3, 0.1 + 0.2, 1e20, 0.00001, true, false,
                new DateTime(2026, 3, 31), new DateTime(2026, 3, 31, 14, 0, 0),
                new TimeSpan(0, 45, 0), new TimeSpan(26, 30, 0), "\u00A0 tekst ", "007", "",
            ];
            for (var i = 0; i < values.Length; i++)
                sheet.Cell(1, i + 1).SetValue(values[i]);
            sheet.Cell(2, 1).SetValue("x");
        });

        Assert.Equal(
            ["0,75", "45", "1234567,5", "-3", "0,3", "100000000000000000000", "0,00001", "ja", "nee",
                "2026-03-31", "2026-03-31 14:00:00", "0:45", "26:30", "tekst", "007"],
            export.Rows[0][..15]);
    }

    [Theory]
    [InlineData("0.30000000000000004", "0,3")]
    [InlineData("0.74999999999999989", "0,75")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("1E-5", "0,00001")]
    public void A_number_has_the_fifteen_digits_that_Excel_shows(string inFile, string expected)
    {
        var export = ReadExport.From(Package.Sheet($"<row r=\"1\"><c r=\"A1\"><v>{inFile}</v></c></row>"), "x.xlsx");
        Assert.Equal(expected, export.Rows[0][0]);
    }

    [Theory]
    [InlineData(45747, "dd-mm-yyyy", "2025-03-31")]
    [InlineData(45747.583333333336, "d/m/yy h:mm", "2025-03-31 14:00:00")]
    [InlineData(0.03125, "h:mm", "0:45")]
    [InlineData(0.03125, "[h]:mm", "0:45")]
    [InlineData(1.104166666667, "[h]:mm", "26:30")]
    [InlineData(1, "dd-mm-yyyy", "1900-01-01")]
    [InlineData(0.25, "0%", "0,25")]
    [InlineData(45747, "0.00", "45747")]
    public void The_format_of_a_number_says_whether_it_is_a_date(double serial, string format, string expected)
    {
        var export = Read(sheet =>
        {
            sheet.Cell(1, 1).SetValue("kop");
            sheet.Cell(2, 1).SetValue(serial);
            sheet.Cell(2, 1).Style.NumberFormat.Format = format;
        });
        Assert.Equal(expected, export.Rows[1][0]);
    }

    [Fact]
    public void Rows_that_are_missing_in_the_file_are_counted_as_Excel_counts_them()
    {
        var export = ReadExport.From(Package.Sheet(
            "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>Datum</t></is></c></row><row r=\"5\"><c r=\"B5\"><v>1</v></c></row>"),
            "x.xlsx");

        Assert.Equal([1, 2, 3, 4, 5], export.Numbers);
        Assert.Equal(["", "Datum"], export.Rows[1]);
        Assert.Equal(["", "1"], export.Rows[4]);
    }

    [Fact]
    public void Every_visible_sheet_is_read_and_numbered()
    {
        using var workbook = new XLWorkbook();
        Fill(workbook.AddWorksheet("verborgen"), "v");
        Fill(workbook.AddWorksheet("titel"), "t", rows: 1);
        Fill(workbook.AddWorksheet("gegevens"), "g");
        workbook.Worksheet("verborgen").Hide();

        var export = ReadExport.From(Save(workbook), "x.xlsx");

        Assert.Equal([["t"], ["g"], ["g"], ["g"]], export.Rows);
        Assert.Equal([1, 1, 2, 3], export.Numbers);
        Assert.Equal([1, 2, 2, 2], export.Sheets);
        Assert.Contains("teksten die in geen zichtbare cel staan", export.Hidden.Select(text => text.Waar.Deel));
    }

    [Fact]
    public void A_workbook_of_one_row_is_read_too()
    {
        using var workbook = new XLWorkbook();
        Fill(workbook.AddWorksheet("een"), "x", rows: 1);
        Assert.Equal([["x"]], ReadExport.From(Save(workbook), "x.XLSX").Rows);
    }

    [Fact]
    public void Errors_in_cells_are_empty()
    {
        var export = ReadExport.From(Package.Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#N/A</v></c><c r=\"B1\" t=\"str\"><f>A1</f><v>tekst</v></c></row>"), "x.xlsx");
        Assert.Equal(["", "tekst"], export.Rows[0]);
    }

    [Fact]
    public void Every_culture_reads_the_same()
    {
        var bytes = Make(sheet =>
        {
            sheet.Cell(1, 1).SetValue(1234.5);
            sheet.Cell(1, 2).SetValue(new DateTime(2026, 3, 31, 9, 5, 0));
            sheet.Cell(1, 3).SetValue(-0.25);
        });
        Assert.All(
            Cultures.InEach(() => ReadExport.From(bytes, "x.xlsx").Rows[0]),
            row => Assert.Equal(["1234,5", "2026-03-31 09:05:00", "-0,25"], row));
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v")]
    [InlineData("<row r=\"1\"><c r=\"A1\" s=\"99\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>12</v></c></row></b>")]
    public void A_sheet_that_breaks_off_is_a_problem_and_no_exception(string sheetXml)
    {
        var export = ReadExport.From(Package.Sheet(sheetXml), "x.xlsx");
        Assert.Equal(ProblemCode.Beschadigd, (export.Refusal ?? export.Failure)?.Code);
    }

    [Theory]
    [InlineData("<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"-5\"><c r=\"A-5\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"1A\"><v>1e999</v></c></row>")]
    public void Addresses_that_no_spreadsheet_has_do_not_keep_us_busy(string sheetXml)
    {
        var export = ReadExport.From(Package.Sheet(sheetXml), "x.xlsx");
        Assert.True(export.Rows.Count <= 1_048_576);
    }

    [Fact]
    public void An_entity_bomb_is_damage()
    {
        var parts = Package.Parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        parts[^1].Content = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + parts[^1].Content;
        var export = ReadExport.From(Package.Zip(parts), "x.xlsx");
        Assert.Equal(ProblemCode.Beschadigd, (export.Refusal ?? export.Failure)?.Code);
    }

    [Fact]
    public void A_cell_that_is_merged_over_rows_stands_in_each_of_them()
    {
        var export = Read(sheet =>
        {
            sheet.Cell(1, 1).SetValue("Overzicht");
            sheet.Range(1, 1, 1, 3).Merge();
            sheet.Cell(2, 1).SetValue("Datum").CellRight().SetValue("Tekst");
            sheet.Cell(3, 1).SetValue("1-3-2026").CellRight().SetValue("a");
            sheet.Range(3, 1, 5, 1).Merge();
            sheet.Cell(4, 2).SetValue("b");
            sheet.Cell(5, 2).SetValue("c");
            sheet.Cell(6, 2).SetValue("d");
        });
        Assert.Equal(["1-3-2026 a", "1-3-2026 b", "1-3-2026 c", " d"], export.Rows.Skip(2).Select(row => $"{row[0]} {row[1]}"));
        Assert.Equal(["Overzicht", ""], export.Rows[0][..2]);
    }

    [Fact]
    public void Rows_that_a_filter_hides_count_and_are_told()
    {
        var export = Read(sheet =>
        {
            Fill(sheet, "x", rows: 5);
            sheet.Row(2).Hide();
            sheet.Row(4).Hide();
        });
        Assert.Equal(5, export.Rows.Count);
        var note = Assert.Single(export.Notes);
        Assert.Equal("SIG1206", note.Code.Value);
        Assert.Contains("2 rijen", note.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_gives_the_same_days()
    {
        // Serial 43893 of the calendar of 1904 is 4 March 2024 (45355 of that of 1900).
        var parts = Package.Parts(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43893</v></c><c r=\"B1\"><v>43893</v></c></row>",
            "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"dd-mm-yyyy\"/></numFmts>" +
            "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>");
        parts[2].Content = parts[2].Content.Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal);
        var export = ReadExport.From(Package.Zip(parts), "x.xlsx");

        Assert.Equal(["2024-03-04", "43893"], export.Rows[0]);
        Assert.Equal(DutchDate.DaysFrom1900To1904, export.SerialOffset);
    }

    [Fact]
    public void A_formula_gives_the_result_that_was_kept()
    {
        var export = ReadExport.From(Package.Sheet(
            "<row r=\"1\"><c r=\"A1\"><f>B1*2</f><v>1.5</v></c><c r=\"B1\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>" +
            "<c r=\"C1\" t=\"b\"><f>1=1</f><v>1</v></c><c r=\"D1\"><f>E1</f></c></row>"), "x.xlsx");
        Assert.Equal(["1,5", "ab", "ja", ""], export.Rows[0]);
    }

    [Fact]
    public void A_sheet_of_mostly_nothing_is_refused_before_it_keeps_us_busy()
    {
        var export = ReadExport.From(Package.Sheet(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"), "x.xlsx");
        Assert.Equal(ProblemCode.TeGroot, (export.Refusal ?? export.Failure)?.Code);
    }

    internal static byte[] Make(Action<IXLWorksheet> fill)
    {
        using var workbook = new XLWorkbook();
        fill(workbook.AddWorksheet("gegevens"));
        return Save(workbook);
    }

    private static ReadExport Read(Action<IXLWorksheet> fill) => ReadExport.From(Make(fill), "export.xlsx");

    private static void Fill(IXLWorksheet sheet, string text, int rows = 3)
    {
        for (var i = 1; i <= rows; i++)
            sheet.Cell(i, 1).SetValue(text);
    }

    private static byte[] Save(XLWorkbook workbook)
    {
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }
}
