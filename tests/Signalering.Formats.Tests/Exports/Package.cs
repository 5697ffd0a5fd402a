using System.IO.Compression;
using System.Text;

namespace Signalering.Formats.Tests.Exports;

/// <summary>Workbooks made by hand, for what no spreadsheet program would write.</summary>
internal static class Package
{
    private const string Namespaces =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" " +
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string RelationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    public static (string Name, string Content)[] Parts(string sheetXml, string styles = "", string extra = "") =>
    [
        ("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" +
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
        ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml",
            $"<workbook {Namespaces}><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"))),
        ("xl/styles.xml", $"<styleSheet {Namespaces}>{styles}</styleSheet>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet {Namespaces}>{extra}<sheetData>{sheetXml}</sheetData></worksheet>"),
    ];

    public static byte[] Sheet(string sheetXml, string styles = "", string extra = "") => Zip(Parts(sheetXml, styles, extra));

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
        string.Concat(relations.Select(r =>
            $"<Relationship Id=\"{r.Id}\" Type=\"{RelationType}/{r.Type}\" Target=\"{r.Target}\"/>")) +
        "</Relationships>";
}
