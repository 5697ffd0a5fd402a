using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Formats.Tests.Reports;

public sealed class WorkbookWriterTests
{
    private static readonly byte[] Rich = WorkbookWriter.Write(RichReport.Make());

    [Theory]
    [InlineData(FileFormatVersions.Office2010)]
    [InlineData(FileFormatVersions.Office2013)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Excel_s_own_validator_finds_nothing(FileFormatVersions version)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Rich), isEditable: false);

        var errors = new OpenXmlValidator(version).Validate(document, TestContext.Current.CancellationToken);

        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_under_every_culture() =>
        Assert.Single(Cultures.InEach(() => Convert.ToHexString(WorkbookWriter.Write(RichReport.Make()))).Distinct());

    [Fact]
    public void Every_sheet_has_its_title_in_A1_and_one_table_with_a_name_of_its_own()
    {
        using var workbook = Open(Rich);
        var names = new List<string>();
        foreach (var table in RichReport.Make().Tabellen)
        {
            var sheet = workbook.Worksheet(table.Naam);
            Assert.Equal(table.Titel, sheet.Cell("A1").GetString());
            names.Add(Assert.Single(sheet.Tables).Name);
            Assert.Empty(sheet.MergedRanges);
        }

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void It_opens_on_the_first_cell_of_the_first_sheet()
    {
        using var workbook = Open(Rich);

        Assert.Equal("Leeswijzer", workbook.Worksheets.Single(sheet => sheet.TabActive).Name);
        Assert.Equal("A1", workbook.Worksheet(1).ActiveCell.Address.ToString());
    }

    [Fact]
    public void Title_and_language_are_in_the_properties()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Rich), isEditable: false);

        Assert.Equal("Signalering Lindewaard, derde kwartaal 2026", document.PackageProperties.Title);
        Assert.Equal("nl-NL", document.PackageProperties.Language);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+31")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("＝1+1")]
    public void Text_is_never_a_formula(string text)
    {
        var table = new ReportTable(
            "Blad", text, [text], [new(text, Breedte: 30), new("b")], [[Van(text), new Invulbaar(text, [text, "b"])]]);
        using var workbook = Open(WorkbookWriter.Write(RichReport.With(table)));
        var cells = workbook.Worksheet("Blad").CellsUsed().ToList();

        Assert.DoesNotContain(cells, cell => cell.HasFormula);
        var same = cells.Where(cell => cell.GetString().EndsWith(text.Trim(), StringComparison.Ordinal)).ToList();
        Assert.Equal(5, same.Count); // title, explanation, header and two cells
        Assert.All(same, cell => Assert.Equal(XLDataType.Text, cell.DataType));
        Assert.True(workbook.Worksheet("Blad").Cell(5, 1).Style.IncludeQuotePrefix);
    }

    [Fact]
    public void Numbers_stay_numbers_and_shorthand_stays_text()
    {
        using var workbook = Open(Rich);
        var sheet = workbook.Worksheet("Kwadranten");

        Assert.Equal(702.25, sheet.Cell("B6").GetDouble());
        Assert.Equal("#,##0.0", sheet.Cell("B6").Style.NumberFormat.Format);
        Assert.Equal("[c]", sheet.Cell("B8").GetString());
    }

    [Fact]
    public void A_heat_map_keeps_its_numbers_and_tells_its_classes_in_words()
    {
        using var workbook = Open(Rich);
        var sheet = workbook.Worksheet("Wijk_thema");
        var table = RichReport.Warmtekaart();
        var first = sheet.Tables.Single().DataRange.FirstCell().Address.RowNumber;
        var fills = new Dictionary<double, string>();
        for (var r = 0; r < table.Rijen.Count; r++)
        {
            for (var c = 1; c < table.Kolommen.Count; c++)
            {
                var cell = sheet.Cell(first + r, c + 1);
                if (table.Rijen[r][c] is Getal number)
                {
                    Assert.Equal((double)number.Waarde, cell.GetDouble(), 9);
                    fills[cell.GetDouble()] = cell.Style.Fill.BackgroundColor.Color.Name;
                }
                else
                {
                    Assert.Equal(XLFillPatternValues.None, cell.Style.Fill.PatternType);
                }
            }
        }

        Assert.Equal(5, fills.Values.Distinct().Count());
        Assert.Contains(sheet.Column(1).CellsUsed(), cell =>
            cell.GetString().StartsWith("Kleur van licht naar donker: tot en met ", StringComparison.Ordinal));
        // a larger number never gets a lighter shade
        var order = fills.OrderBy(one => one.Key).Select(one => one.Value).Distinct().ToList();
        Assert.Equal(["ffeff3ff", "ffbdd7e7", "ff6baed6", "ff2171b5", "ff08306b"], order);
    }

    [Fact]
    public void A_card_repeats_its_name_starts_with_a_rule_and_on_a_new_page()
    {
        using var workbook = Open(Rich);
        var sheet = workbook.Worksheet("Dialoogkaarten");
        var data = sheet.Tables.Single().DataRange;
        var second = data.FirstRow().RowNumber() + 6;

        Assert.All(data.Rows(), row => Assert.NotEqual("", row.Cell(1).GetString()));
        Assert.Equal("Energiearmoede in De Akkers", sheet.Cell(second, 1).GetString());
        Assert.Equal(XLBorderStyleValues.Medium, sheet.Cell(second, 2).Style.Border.TopBorder);
        Assert.NotEqual(XLBorderStyleValues.Medium, sheet.Cell(second + 1, 2).Style.Border.TopBorder);
        Assert.Equal([second - 1], sheet.PageSetup.RowBreaks);
    }

    [Fact]
    public void A_cell_to_fill_in_is_yellow_framed_open_and_empty_or_holds_the_earlier_answer()
    {
        using var workbook = Open(Rich);
        var sheet = workbook.Worksheet("Dialoogkaarten");
        var first = sheet.Tables.Single().DataRange.FirstCell().Address.RowNumber;
        var (empty, filled, free) = (sheet.Cell(first + 3, 3), sheet.Cell(first + 4, 3), sheet.Cell(first + 5, 3));

        Assert.All([empty, filled, free], cell =>
        {
            Assert.Equal("fffff2b3", cell.Style.Fill.BackgroundColor.Color.Name);
            Assert.Equal(XLBorderStyleValues.Thin, cell.Style.Border.LeftBorder);
            Assert.False(cell.Style.Protection.Locked);
        });
        Assert.Equal("", empty.GetString());
        Assert.Equal("gedeeld in de wijk", filled.GetString());
        Assert.True(sheet.Cell(first, 3).Style.Protection.Locked);
    }

    [Fact]
    public void Answers_come_from_a_list_with_a_prompt_and_an_error_in_Dutch()
    {
        using var workbook = Open(Rich);
        var sheet = workbook.Worksheet("Dialoogkaarten");
        var first = sheet.Tables.Single().DataRange.FirstCell().Address.RowNumber;
        var rule = Rule(sheet, first + 3);
        var onSheet = Rule(sheet, first + 4);
        var free = Rule(sheet, first + 5);

        Assert.Equal(XLAllowedValues.List, rule.AllowedValues);
        Assert.Equal("\"herkend,deels herkend,niet herkend\"", rule.Value);
        Assert.Contains("kies uit herkend; deels herkend; niet herkend", rule.InputMessage, StringComparison.Ordinal);
        Assert.Contains("Kies een antwoord uit de lijst", rule.ErrorMessage, StringComparison.Ordinal);
        Assert.True(rule.ShowErrorMessage);
        // one of these answers holds a comma, which a list inside a rule cannot
        Assert.Equal("Keuzelijsten!$A$4:$A$7", onSheet.Value);
        Assert.Equal(
            "publieke kwestie, nog niet op de agenda", workbook.Worksheet("Keuzelijsten").Cell("A6").GetString());
        Assert.Equal(XLAllowedValues.AnyValue, free.AllowedValues);
    }

    [Fact]
    public void A_rule_has_a_condition_or_none_but_never_an_empty_one()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Rich), isEditable: false);
        var rules = document.WorkbookPart!.WorksheetParts
            .SelectMany(part => part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.DataValidation>())
            .ToList();

        Assert.Equal(3, rules.Count);
        Assert.DoesNotContain("", rules.SelectMany(rule => rule.ChildElements).Select(condition => condition.InnerText));
    }

    [Fact]
    public void A_table_without_rows_is_a_sheet_without_table()
    {
        var table = RichReport.Warmtekaart() with { Rijen = [] };
        var bytes = WorkbookWriter.Write(RichReport.With(table));
        using var workbook = Open(bytes);

        Assert.Empty(workbook.Worksheet(1).Tables);
    }

    [Fact]
    public void Long_text_is_cut_at_what_a_cell_and_a_row_can_hold()
    {
        var table = new ReportTable("Blad", "t", [], [new("a", Breedte: 24)], [[Van(new string('x', 40_000))]]);
        using var workbook = Open(WorkbookWriter.Write(RichReport.With(table with
        {
            Rijen = [[Van(new string('x', 40_000))], [Van(string.Concat(Enumerable.Repeat("woord ", 1_000)))]],
        })));

        Assert.Equal(32_767, workbook.Worksheet(1).Cell("A4").GetString().Length);
        Assert.Equal(409, workbook.Worksheet(1).Row(5).Height);
    }

    private static IXLDataValidation Rule(IXLWorksheet sheet, int row) =>
        sheet.DataValidations.Single(rule => rule.Ranges.Any(range => range.Contains($"C{row}")));

    private static XLWorkbook Open(byte[] bytes) => new(new MemoryStream(bytes));
}
