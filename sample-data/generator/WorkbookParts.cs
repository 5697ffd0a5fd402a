namespace Signalering.SampleData;

/// <summary>The parts of a workbook that are the same in each.</summary>
internal static class WorkbookParts
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Open = "http://schemas.openxmlformats.org/package/2006/";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Links = Xml + "<Relationships xmlns=\"" + Open + "relationships\">";

    public const string SheetStart = Xml + "<worksheet xmlns=\"" + Main + "\"><sheetData>";

    public const string ContentTypes = Xml
        + "<Types xmlns=\"" + Open + "content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + Sheet + "sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + Sheet + "styles+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + Sheet + "worksheet+xml\"/>"
        + "</Types>";

    public const string Package = Links
        + "<Relationship Id=\"rId1\" Type=\"" + Office + "/officeDocument\" Target=\"xl/workbook.xml\"/>"
        + "</Relationships>";

    public const string Relations = Links
        + "<Relationship Id=\"rId1\" Type=\"" + Office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"" + Office + "/styles\" Target=\"styles.xml\"/>"
        + "</Relationships>";

    public const string Workbook = Xml
        + "<workbook xmlns=\"" + Main + "\" xmlns:r=\"" + Office + "\">"
        + "<sheets><sheet name=\"Registratie\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

    /// <summary>Style 0 plain, style 1 a Dutch date.</summary>
    public const string Styles = Xml
        + "<styleSheet xmlns=\"" + Main + "\">"
        + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy\"/></numFmts>"
        + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
        + "</styleSheet>";
}
