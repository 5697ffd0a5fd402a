using System.IO.Compression;
using System.Text;

namespace Signalering.Functions.Tests.Leaks;

/// <summary>Exports with a secret in one place: any place that a file has.</summary>
public static class PlantedFiles
{
    private const string Namespaces =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" " +
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string RelationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] Header = ["Datum", "Duur (min)", "Omschrijving", "Wijk", "Casusnummer"];

    /// <summary>Places in a delimited file.</summary>
    public static IReadOnlyList<string> TextPlaces { get; } =
    [
        "omschrijving", "datum", "duur", "wijk", "casus", "extra kolom", "kop", "titel", "voetregel", "cel te veel",
        "aanhalingsteken", "regeleinde in cel", "utf-16", "windows-1252", "afgebroken", "geen tabel", "in base64", "met html",
    ];

    /// <summary>Places in a workbook.</summary>
    public static IReadOnlyList<string> WorkbookPlaces { get; } =
    [
        "cel", "inline", "kop", "titel", "verborgen werkblad", "naam van werkblad", "opmerking", "eigenschap", "gedefinieerde naam",
        "losse tekst", "voettekst", "keuzelijst", "formule", "onbekend deel", "afgebroken", "kapotte xml", "naam van deel",
    ];

    /// <summary>A CSV file.</summary>
    /// <param name="place">One of <see cref="TextPlaces"/>.</param>
    /// <param name="text">What stands there.</param>
    public static byte[] Delimited(string place, string text)
    {
        var rows = Rows();
        var lines = new List<string>();
        if (place == "titel")
            lines.Add($"Export voor {text}");
        var header = place == "kop" ? [.. Header, text] : place == "extra kolom" ? [.. Header, "Extra"] : Header;
        Put(rows[3], place, text);
        lines.Add(string.Join(';', header));
        lines.AddRange(rows.Select(row => string.Join(';', row)));
        if (place == "voetregel")
            lines.Add($"Afgedrukt door {text}");
        var whole = place switch
        {
            "geen tabel" => $"Beste collega,\r\n\r\n{text}\r\nen nog iets\r\n",
            "met html" => $"<html><body><table><tr><td>{text}</td></tr></table></body></html>",
            _ => string.Join("\r\n", lines) + "\r\n",
        };
        var bytes = place switch
        {
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(whole)],
            "windows-1252" => Encoding.Latin1.GetBytes(whole.Replace("huurtoeslag", "énergie", StringComparison.Ordinal)),
            _ => Encoding.UTF8.GetBytes(whole),
        };
        return place == "afgebroken" ? [.. bytes[..(bytes.Length / 2)], 0x00, 0xFF, .. Encoding.UTF8.GetBytes(text), 0xC3] : bytes;
    }

    /// <summary>An XLSX file.</summary>
    /// <param name="place">One of <see cref="WorkbookPlaces"/>.</param>
    /// <param name="text">What stands there.</param>
    public static byte[] Workbook(string place, string text)
    {
        var safe = System.Security.SecurityElement.Escape(text);
        var rows = Rows();
        if (place is "cel" or "inline")
            rows[3][2] = safe;
        var header = place == "kop" ? [.. Header, safe] : Header;
        string[][] table = place == "titel" ? [[safe], header, .. rows] : [header, .. rows];
        var parts = Parts(table, place == "inline", place, safe);
        if (place == "kapotte xml")
            parts[^1] = (parts[^1].Name, parts[^1].Content[..(parts[^1].Content.Length / 2)] + safe + "<<");
        var bytes = Zip(parts);
        return place == "afgebroken" ? [.. bytes[..(bytes.Length / 2)], .. Encoding.UTF8.GetBytes(text)] : bytes;
    }

    /// <summary>A zip of parts.</summary>
    public static byte[] Zip(IEnumerable<(string Name, string Content)> parts)
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

    private static string[][] Rows() =>
    [
        .. SmallExport.Rows(1, 12, 12).Select(row => row.Split(';')),
    ];

    private static void Put(string[] row, string place, string text)
    {
        switch (place)
        {
            case "omschrijving" or "utf-16" or "windows-1252":
                row[2] = text;
                break;
            case "aanhalingsteken":
                row[2] = $"\"hij zei \"\"{text}\"\" en ging\"";
                break;
            case "regeleinde in cel":
                row[2] = $"\"eerste regel\r\n{text}\"";
                break;
            case "in base64":
                row[2] = $"{text} {Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}";
                break;
            case "datum":
                row[0] = text;
                break;
            case "duur":
                row[1] = text;
                break;
            case "wijk":
                row[3] = text;
                break;
            case "casus":
                row[4] = text;
                break;
            case "cel te veel":
                row[4] += ";;;" + text;
                break;
            case "extra kolom":
                row[4] += ";" + text;
                break;
        }
    }

    private static List<(string Name, string Content)> Parts(string[][] table, bool inline, string place, string safe)
    {
        var shared = new List<string>();
        var xml = new StringBuilder();
        for (var row = 0; row < table.Length; row++)
        {
            xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (var column = 0; column < table[row].Length; column++)
                xml.Append(Cell($"{(char)('A' + column)}{row + 1}", table[row][column], inline, shared));
            xml.Append("</row>");
        }

        if (place == "losse tekst")
            shared.Add(safe);
        var name = place == "naam van werkblad" ? safe[Math.Max(0, safe.Length - 31)..] : "a";
        var second = place == "verborgen werkblad" ? "<sheet name=\"b\" sheetId=\"2\" state=\"hidden\" r:id=\"rId4\"/>" : string.Empty;
        var names = place == "gedefinieerde naam" ? $"<definedNames><definedName name=\"x\">\"{safe}\"</definedName></definedNames>" : string.Empty;
        var tail = place switch
        {
            "voettekst" => $"<headerFooter><oddFooter>{safe}</oddFooter></headerFooter>",
            "keuzelijst" => $"<dataValidations><dataValidation prompt=\"{safe}\"><formula1>\"a,b\"</formula1></dataValidation></dataValidations>",
            _ => string.Empty,
        };
        if (place == "formule")
            xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"40\"><c r=\"H40\"><f>IF(A1=\"{safe}\",1,2)</f><v>1</v></c></row>");
        List<(string Name, string Content)> parts =
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
            ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", $"<workbook {Namespaces}><sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/>{second}</sheets>{names}</workbook>"),
            ("xl/_rels/workbook.xml.rels", Relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"), ("rId3", "sharedStrings", "sharedStrings.xml"),
                ("rId4", "worksheet", "worksheets/sheet2.xml"))),
            ("xl/styles.xml", $"<styleSheet {Namespaces}></styleSheet>"),
            ("xl/sharedStrings.xml", $"<sst {Namespaces}>{string.Concat(shared.Select(s => $"<si><t>{s}</t></si>"))}</sst>"),
        ];
        parts.AddRange(place switch
        {
            "verborgen werkblad" => [("xl/worksheets/sheet2.xml", $"<worksheet {Namespaces}><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{safe}</t></is></c></row></sheetData></worksheet>")],
            "opmerking" => [("xl/comments1.xml", $"<comments><authors><author>iemand</author></authors><commentList><comment ref=\"B5\"><text><r><t>{safe}</t></r></text></comment></commentList></comments>")],
            "eigenschap" => [("docProps/core.xml", $"<coreProperties><description>{safe}</description></coreProperties>")],
            "onbekend deel" => [("xl/iets/anders.xml", $"<a><b>{safe}</b></a>")],
            "naam van deel" => [($"xl/{safe.Replace('/', '_')}.xml", "<a/>")],
            _ => Array.Empty<(string Name, string Content)>(),
        });
        parts.Add(("xl/worksheets/sheet1.xml", $"<worksheet {Namespaces}><sheetData>{xml}</sheetData>{tail}</worksheet>"));
        return parts;
    }

    private static string Cell(string reference, string text, bool inline, List<string> shared)
    {
        if (inline)
            return $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
        shared.Add(text);
        return $"<c r=\"{reference}\" t=\"s\"><v>{shared.Count - 1}</v></c>";
    }

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
        string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{RelationType}/{r.Type}\" Target=\"{r.Target}\"/>")) +
        "</Relationships>";
}
