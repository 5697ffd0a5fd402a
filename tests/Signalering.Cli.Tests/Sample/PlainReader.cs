using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Signalering.Cli.Tests.Sample;

/// <summary>Reads the sample exports the simple way, with nothing of the product: so a recount is a second opinion.</summary>
internal static class PlainReader
{
    static PlainReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Rows of cells, title rows and footers included.</summary>
    public static IReadOnlyList<string[]> Rows(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.AsSpan().StartsWith("PK"u8))
            return Workbook(bytes);
        var encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            _ => Encoding.GetEncoding(1252),
        };
        var text = encoding.GetString(bytes).TrimStart('\uFEFF');
        if (text.StartsWith("sep=", StringComparison.Ordinal))
            text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var header = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        var separator = header.AsSpan().Contains('\t') ? '\t' : header.AsSpan().Contains(';') ? ';' : ',';
        return Split(text, separator);
    }

    private static List<string[]> Split(string text, char separator)
    {
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (!quoted && c == separator)
                EndCell();
            else if (!quoted && c == '\n')
                EndRow();
            else if (quoted || c != '\r')
                cell.Append(c);
        }

        if (cell.Length > 0 || row.Count > 0)
            EndRow();
        return rows;

        void EndCell()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add([.. row]);
            row.Clear();
        }
    }

    private static List<string[]> Workbook(byte[] bytes)
    {
        XNamespace ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var rows = new List<string[]>();
        foreach (var row in XDocument.Load(sheet).Descendants(ns + "row"))
        {
            var cells = new string[20];
            Array.Fill(cells, string.Empty);
            foreach (var cell in row.Elements(ns + "c"))
            {
                var column = ((string)cell.Attribute("r")!)[0] - 'A';
                cells[column] = (string?)cell.Element(ns + "v") ?? string.Concat(cell.Descendants(ns + "t").Select(t => (string)t));
            }

            rows.Add(cells);
        }

        return rows;
    }
}
