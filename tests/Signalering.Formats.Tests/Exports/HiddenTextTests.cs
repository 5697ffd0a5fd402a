using ClosedXML.Excel;
using Signalering.Domain.Intake;

namespace Signalering.Formats.Tests.Exports;

/// <summary>Whatever a workbook holds outside its visible cells comes out for the gate, with a place in our own
/// words.</summary>
public class HiddenTextTests
{
    private const string Row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";

    public static TheoryData<string, string, string> Places => new()
    {
        { "xl/comments1.xml", "<comments><authors><author>iemand</author></authors><commentList><comment ref=\"B5\"><text><r><t>bel </t></r><r><t>GEHEIM</t></r></text></comment></commentList></comments>", "opmerkingen" },
        { "xl/threadedComments/threadedComment1.xml", "<ThreadedComments><threadedComment ref=\"C2\"><text>GEHEIM</text></threadedComment></ThreadedComments>", "opmerkingen" },
        { "xl/persons/person.xml", "<personList><person displayName=\"GEHEIM\" id=\"1\"/></personList>", "opmerkingen" },
        { "docProps/core.xml", "<coreProperties><lastModifiedBy>GEHEIM</lastModifiedBy></coreProperties>", "documenteigenschappen" },
        { "docProps/app.xml", "<Properties><Company>GEHEIM</Company></Properties>", "documenteigenschappen" },
        { "docProps/custom.xml", "<Properties><property name=\"x\"><lpwstr>GEHEIM</lpwstr></property></Properties>", "documenteigenschappen" },
        { "xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords><r><s v=\"GEHEIM\"/></r></pivotCacheRecords>", "draaitabellen" },
        { "xl/externalLinks/externalLink1.xml", "<externalLink><sheetData><row><cell><v>GEHEIM</v></cell></row></sheetData></externalLink>", "koppelingen" },
        { "xl/worksheets/_rels/sheet1.xml.rels", "<Relationships><Relationship Id=\"r1\" TargetMode=\"External\" Target=\"mailto:GEHEIM%40x.nl\"/></Relationships>", "koppelingen" },
        { "xl/drawings/drawing1.xml", "<wsDr><sp><txBody><p><r><t>GEHEIM</t></r></p></txBody></sp></wsDr>", "tekstvakken en grafieken" },
        { "xl/drawings/vmlDrawing1.vml", "<xml><textbox><div>GEHEIM</div></textbox></xml>", "tekstvakken en grafieken" },
        { "xl/charts/chart1.xml", "<chartSpace><pt><v>GEHEIM</v></pt></chartSpace>", "tekstvakken en grafieken" },
        { "xl/tables/table1.xml", "<table displayName=\"t\"><tableColumn name=\"GEHEIM\"/></table>", "andere onderdelen" },
        { "customXml/item1.xml", "<a><b>GEHEIM</b></a>", "andere onderdelen" },
        { "xl/onbekend/iets.xml", "<a><!-- GEHEIM --></a>", "andere onderdelen" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_part_outside_the_cells_is_handed_over(string part, string xml, string place)
    {
        var export = ReadExport.From(Package.Zip([.. WithTexts("<si><t>zichtbaar</t></si>"), (part, xml)]), "x.xlsx");

        Assert.Null(export.Failure);
        var found = Assert.Single(export.Hidden, text => Text(text).Contains("GEHEIM", StringComparison.Ordinal));
        Assert.StartsWith(place, found.Waar.Deel, StringComparison.Ordinal);
        Assert.DoesNotContain("GEHEIM", found.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(export.Hidden, text => Text(text) == "zichtbaar");
    }

    [Fact]
    public void A_comment_has_the_place_of_its_cell()
    {
        var export = ReadExport.From(Package.Zip([.. WithTexts(""), ("xl/comments1.xml", Places.First().Data.Item2)]), "x.xlsx");
        Assert.Equal("Opmerkingen, rij 5, kolom 'B'", export.Hidden.Single(t => Text(t) == "bel GEHEIM").Waar.ToString());
    }

    [Fact]
    public void A_shared_text_that_no_visible_cell_uses_is_handed_over_whole()
    {
        var export = ReadExport.From(Package.Zip(WithTexts(
            "<si><t>zichtbaar</t></si><si><r><t>Jan </t></r><r><t>GEHEIM</t></r></si>")), "x.xlsx");
        Assert.Equal(["zichtbaar"], export.Rows[0]);
        Assert.Contains(export.Hidden, text => Text(text) == "Jan GEHEIM" && text.Waar.Deel!.StartsWith("teksten die", StringComparison.Ordinal));
    }

    [Fact]
    public void Headers_footers_choice_lists_and_texts_in_formulas_are_handed_over()
    {
        var parts = Package.Parts("<row r=\"1\"><c r=\"A1\"><f>IF(B1=\"GEHEIM1\",1,2)</f><v>1</v></c></row>");
        parts[^1].Content = parts[^1].Content.Replace("</worksheet>",
            "<dataValidations><dataValidation prompt=\"GEHEIM2\"><formula1>\"a,GEHEIM3\"</formula1></dataValidation></dataValidations>" +
            "<headerFooter><oddFooter>GEHEIM4</oddFooter></headerFooter></worksheet>", StringComparison.Ordinal);
        var hidden = string.Join('|', ReadExport.From(Package.Zip(parts), "x.xlsx").Hidden.Select(Text));
        for (var i = 1; i <= 4; i++)
            Assert.Contains($"GEHEIM{i}", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_sheets_sheet_names_and_defined_names_of_a_real_workbook_are_handed_over()
    {
        using var workbook = new XLWorkbook();
        workbook.AddWorksheet("gegevens").Cell(1, 1).SetValue("zichtbaar");
        var hidden = workbook.AddWorksheet("naam GEHEIM1");
        hidden.Cell(2, 3).SetValue("GEHEIM2");
        hidden.Cell(3, 3).SetValue(123456782);
        hidden.Hide();
        var deep = workbook.AddWorksheet("diep");
        deep.Cell(1, 1).SetValue("GEHEIM3");
        deep.Visibility = XLWorksheetVisibility.VeryHidden;
        workbook.NamedRanges.Add("GEHEIM4", workbook.Worksheet(1).Range("A1:A1"));
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);

        var export = ReadExport.From(stream.ToArray(), "x.xlsx");

        var texts = export.Hidden.Select(Text).ToList();
        Assert.Equal([["zichtbaar"]], export.Rows);
        foreach (var text in (string[])["naam GEHEIM1", "GEHEIM2", "123456782", "GEHEIM3", "GEHEIM4"])
            Assert.Contains(text, texts);
        Assert.DoesNotContain("zichtbaar", texts);
        Assert.Equal(
            "Verborgen werkblad, rij 3, kolom 'C'", export.Hidden.Single(t => Text(t) == "123456782").Waar.ToString());
    }

    [Theory]
    [InlineData("xl/media/image1.png", "afbeelding")]
    [InlineData("xl/embeddings/oleObject1.bin", "ingesloten")]
    [InlineData("xl/embeddings/Microsoft_Word_Document.docx", "ingesloten")]
    public void What_nothing_can_screen_is_refused(string part, string word)
    {
        var export = ReadExport.From(Package.Zip([.. WithTexts(""), (part, "x")]), "x.xlsx");
        Assert.Equal("SIG1207", export.Refusal?.Code.Value);
        Assert.Contains(word, export.Refusal?.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_part_that_cannot_be_read_is_damage_and_never_passes()
    {
        var export = ReadExport.From(Package.Zip([.. WithTexts(""), ("xl/comments1.xml", "<comments><geen einde")]), "x.xlsx");
        Assert.Equal(ProblemCode.Beschadigd, export.Failure?.Code);
    }

    private static string Text(HiddenText text) => typeof(HiddenText)
        .GetProperty("Tekst", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
        .GetMethod!.CreateDelegate<Reveal>(text)().ToString();

    private static (string Name, string Content)[] WithTexts(string items)
    {
        var parts = Package.Parts(Row);
        parts[3].Content = parts[3].Content.Replace("</Relationships>",
            "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
            StringComparison.Ordinal);
        return [.. parts, ("xl/sharedStrings.xml",
            $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{(items.Length == 0 ? "<si><t>zichtbaar</t></si>" : items)}</sst>")];
    }

    private delegate ReadOnlySpan<char> Reveal();
}
