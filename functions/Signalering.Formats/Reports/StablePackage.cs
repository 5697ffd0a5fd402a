using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Signalering.Formats.Reports;

/// <summary>Properties of a document, as Excel shows them under File, Info.</summary>
/// <param name="Title">Title.</param>
/// <param name="Creator">Author, and who changed it last.</param>
/// <param name="Dated">Made and changed at midnight (UTC) of this day.</param>
/// <param name="Font">Font of the standard style.</param>
internal sealed record DocumentProperties(string Title, string Creator, DateOnly Dated, string Font);

/// <summary>Rewrites a saved workbook so that the same content gives the same bytes.</summary>
/// <remarks>The Open XML SDK gives parts random names and relationships random ids, and notes the time. Ids are
/// numbered in the order of type and target, properties come from us, parts stand in the order of their names. On the
/// way some things of ClosedXML 0.95.4 are put right: columns out of order, frozen panes that are also split, rules
/// with an empty condition, title rows for print without the dollar signs that keep them in place, and a standard style in
/// Calibri, whose width is the unit of every column.</remarks>
internal static partial class StablePackage
{
    private const string CorePart = "docProps/core.xml";
    private const string AppPart = "docProps/app.xml";
    private const int FirstOwnFormat = 164; // lower numbers are Excel's
    private const string TypesPart = "[Content_Types].xml";
    private const string CoreType =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace References =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The workbook with its random parts taken out.</summary>
    public static byte[] Normalise(byte[] package, DocumentProperties properties)
    {
        var parts = Unpack(package);
        foreach (var core in parts.Keys.Where(name => name.EndsWith(".psmdcp", StringComparison.Ordinal)).ToList())
            parts.Remove(core);
        parts[CorePart] = Core(properties);
        parts[AppPart] = App(properties);
        foreach (var relations in parts.Keys.Where(name => name.EndsWith(".rels", StringComparison.Ordinal)).ToList())
            NumberRelations(parts, relations);
        foreach (var sheet in parts.Keys.Where(IsSheet).ToList())
            Edit(parts, sheet, MendSheet);
        Edit(parts, "xl/workbook.xml", MendPrintTitles);
        Edit(parts, "xl/styles.xml", styles => MendStyles(styles, properties.Font));
        Edit(parts, TypesPart, SortTypes);
        // [Content_Types].xml sorts before letters, and so stands in front, where readers look for it
        return StoredZip.Write(parts);
    }

    private static SortedDictionary<string, byte[]> Unpack(byte[] package)
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            parts[entry.FullName] = content.ToArray();
        }

        return parts;
    }

    private static bool IsSheet(string part) =>
        part.StartsWith("xl/worksheets/", StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal);

    // Numbers the relationships of one part by type and target, and changes the references in that part along.
    private static void NumberRelations(SortedDictionary<string, byte[]> parts, string relations)
    {
        var document = Load(parts[relations]);
        foreach (var core in Children(document).Where(r => (string?)r.Attribute("Type") == CoreType))
            core.SetAttributeValue("Target", "/" + CorePart);
        var ordered = Children(document)
            .OrderBy(r => (string?)r.Attribute("Type"), StringComparer.Ordinal)
            .ThenBy(r => TargetKey((string?)r.Attribute("Target") ?? ""), StringComparer.Ordinal)
            .ToList();
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < ordered.Count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}");
            numbers[(string?)ordered[i].Attribute("Id") ?? ""] = id;
            ordered[i].SetAttributeValue("Id", id);
        }

        document.Root!.ReplaceNodes(ordered);
        parts[relations] = Save(document);
        if (parts.ContainsKey(Owner(relations)))
            Edit(parts, Owner(relations), owner => Renumber(owner, numbers));
    }

    private static List<XElement> Children(XDocument document) =>
        [.. document.Root!.Elements(Relations + "Relationship")];

    // sheet10 after sheet9
    private static string TargetKey(string target) =>
        Digits().Replace(target, match => match.Value.PadLeft(8, '0'));

    // xl/worksheets/_rels/sheet1.xml.rels speaks of xl/worksheets/sheet1.xml
    private static string Owner(string relations) =>
        relations.Replace("_rels/", "", StringComparison.Ordinal)[..^".rels".Length];

    private static void Renumber(XDocument owner, Dictionary<string, string> numbers)
    {
        foreach (var reference in owner.Descendants().Attributes().Where(a => a.Name.Namespace == References))
        {
            if (numbers.TryGetValue(reference.Value, out var id))
                reference.Value = id;
        }
    }

    private static void MendSheet(XDocument sheet)
    {
        foreach (var columns in sheet.Descendants(Sheet + "cols").ToList())
            columns.ReplaceNodes(columns.Elements().OrderBy(column => (int)column.Attribute("min")!).ToList());
        foreach (var pane in sheet.Descendants(Sheet + "pane"))
            pane.SetAttributeValue("state", "frozen");
        sheet.Descendants()
            .Where(e => e.Name == Sheet + "formula1" || e.Name == Sheet + "formula2")
            .Where(e => e.Value.Length == 0)
            .Remove();
    }

    private static void MendStyles(XDocument styles, string font)
    {
        styles.Descendants(Sheet + "font").First().Element(Sheet + "name")!.SetAttributeValue("val", font);
        foreach (var formats in styles.Descendants(Sheet + "numFmts").ToList())
        {
            formats.Elements().Where(format => (int)format.Attribute("numFmtId")! < FirstOwnFormat).Remove();
            formats.SetAttributeValue("count", formats.Elements().Count());
            if (!formats.HasElements)
                formats.Remove();
        }
    }

    private static void MendPrintTitles(XDocument workbook)
    {
        foreach (var name in workbook.Descendants(Sheet + "definedName"))
        {
            if ((string?)name.Attribute("name") == "_xlnm.Print_Titles")
                name.Value = LooseRange().Replace(name.Value, "!$$$1:$$$2");
        }
    }

    private static void SortTypes(XDocument types)
    {
        var entries = types.Root!.Elements().Where(e => (string?)e.Attribute("Extension") != "psmdcp").ToList();
        entries.RemoveAll(e => (string?)e.Attribute("PartName") == "/" + CorePart);
        entries.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + CorePart),
            new XAttribute("ContentType", "application/vnd.openxmlformats-package.core-properties+xml")));
        types.Root!.ReplaceNodes(entries
            .OrderBy(e => e.Name.LocalName, StringComparer.Ordinal)
            .ThenBy(e => (string?)e.Attribute("Extension") ?? (string?)e.Attribute("PartName"), StringComparer.Ordinal)
            .ToList());
    }

    private static byte[] Core(DocumentProperties properties)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var moment = properties.Dated.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        return Save(new XDocument(new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", SafeText.ForCell(properties.Title)),
            new XElement(dc + "creator", properties.Creator),
            new XElement(dc + "language", "nl-NL"),
            new XElement(core + "lastModifiedBy", properties.Creator),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), moment),
            new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), moment))));
    }

    private static byte[] App(DocumentProperties properties)
    {
        XNamespace app = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
        var application = new XElement(app + "Application", properties.Creator);
        return Save(new XDocument(new XElement(app + "Properties", application)));
    }

    private static void Edit(SortedDictionary<string, byte[]> parts, string name, Action<XDocument> edit)
    {
        var document = Load(parts[name]);
        edit(document);
        parts[name] = Save(document);
    }

    private static XDocument Load(byte[] part)
    {
        using var stream = new MemoryStream(part, writable: false);
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static byte[] Save(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineHandling = NewLineHandling.Entitize,
            Indent = false,
        }))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"!(\d+|[A-Z]+):(\d+|[A-Z]+)(?=,|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LooseRange();
}
