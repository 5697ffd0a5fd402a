using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Signalering.Domain.Intake;

namespace Signalering.Formats.Exports;

/// <summary>Every text of a workbook that does not stand in a cell of a visible sheet.</summary>
/// <remarks>
/// <para>All parts of the package are gone through, known or not: hidden sheets, comments, properties, names, headers
/// and footers, choice lists, text boxes, charts, pivot caches, external links. Of the shared texts those that no
/// visible cell uses: Excel leaves texts behind that were deleted.</para>
/// <para>Reads forward, part by part; nothing is kept but one bit per shared text. Throws what a damaged package
/// makes its readers throw.</para>
/// </remarks>
internal static class WorkbookHiddenTexts
{
    private const int LongestPiece = 32_767;

    // Attributes that hold what a person typed; the others hold numbers, references and identifiers.
    private static readonly FrozenSet<string> TypedAttributes = new[]
    {
        "v", "name", "caption", "author", "displayName", "userId", "prompt", "promptTitle", "error", "errorTitle", "display",
        "tooltip", "location", "descr", "title", "alt", "u", "refreshedBy", "description", "sourceFile", "connection",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] SkippedParts =
    [
        "[Content_Types].xml", "xl/styles.xml", "xl/theme/", "xl/calcChain.xml", "xl/printerSettings/", "docProps/thumbnail",
        "xl/sharedStrings.xml", "xl/workbook.xml", "xl/metadata.xml",
    ];

    /// <summary>Goes through the package.</summary>
    public static IEnumerable<HiddenText> Read(SourceStream source, WorkbookInfo info)
    {
        source.Position = 0;
        using var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var (deel, tekst) in info.Names)
            yield return new HiddenText(new Place(null, null, deel), tekst);

        var visible = info.Sheets.Where(sheet => sheet.IsVisible).Select(sheet => sheet.Part)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var used = new BitArray(0);
        foreach (var entry in zip.Entries)
        {
            var name = WorkbookInfo.NameOf(entry);
            if (!IsPlainName(name))
                yield return new HiddenText(new Place(null, null, HiddenPlaces.Other), Cut(name.Replace('_', ' ').Replace('/', ' ')));
            if (entry.Length == 0 || SkippedParts.Any(part => name.StartsWith(part, StringComparison.OrdinalIgnoreCase)))
                continue;
            var texts = name.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && IsXml(name)
                ? Sheet(entry, visible.Contains(name), used)
                : name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? Links(entry)
                : IsXml(name) ? Part(entry, PlaceOf(name)) : [];
            foreach (var text in texts)
                yield return text;
        }

        foreach (var text in UnusedTexts(zip, used))
            yield return text;
    }

    // Names that programs give: letters and a short number per step, such as "xl/worksheets/_rels/sheet1.xml.rels". Anything
    // else may have been typed.
    private static bool IsPlainName(string name)
    {
        var digits = 0;
        foreach (var c in name)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits > 5 || !(char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '[' or ']'))
                return false;
        }

        return true;
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    private static string PlaceOf(string name) =>
        Has(name, "comment") || Has(name, "persons/") ? HiddenPlaces.Comments
        : Has(name, "docProps/") ? HiddenPlaces.Properties
        : Has(name, "pivot") ? HiddenPlaces.Pivot
        : Has(name, "externalLinks/") || Has(name, "connections") || Has(name, "queryTables/") ? HiddenPlaces.Links
        : Has(name, "drawing") || Has(name, "charts/") || Has(name, "diagrams/") ? HiddenPlaces.Drawings
        : HiddenPlaces.Other;

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);

    // Of a visible sheet what stands around the cells, of a hidden one the cells as well. Marks the shared texts that
    // visible cells use.
    private static IEnumerable<HiddenText> Sheet(ZipArchiveEntry entry, bool isVisible, BitArray used)
    {
        using var xml = XmlReader.Create(entry.Open(), WorkbookInfo.XmlSettings);
        var cell = new CellAt();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName == "c")
                    cell = CellAt.Of(xml.GetAttribute("r"), xml.GetAttribute("t"));
                foreach (var text in xml.LocalName is "c" or "row" or "col" ? [] : Attributes(xml, HiddenPlaces.Page))
                    yield return text;
                cell = cell with { Element = xml.LocalName };
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
            {
                cell = new CellAt();
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Comment)
            {
                if (cell is { Type: "s", Element: "v" })
                    Mark(used, xml.Value, isVisible);
                else if (HiddenAt(cell, isVisible, xml) is { } place)
                    yield return new HiddenText(place, Cut(xml.Value));
            }
        }
    }

    private static Place? HiddenAt(CellAt cell, bool isVisible, XmlReader xml)
    {
        if (xml.NodeType == XmlNodeType.Comment)
            return new Place(null, null, HiddenPlaces.Other);
        if (cell.Address is null)
            return new Place(null, null, HiddenPlaces.Page);
        if (cell.Element == "f")
            return xml.Value.Contains('"', StringComparison.Ordinal) ? cell.At(HiddenPlaces.Formulas) : null;
        return isVisible ? null : cell.At(HiddenPlaces.HiddenSheet);
    }

    private static void Mark(BitArray used, string index, bool isVisible)
    {
        if (!isVisible || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number >= 50_000_000)
            return;
        if (number >= used.Length)
            used.Length = Math.Max(number + 1, Math.Min(used.Length * 2, 50_000_000));
        used[number] = true;
    }

    private static IEnumerable<HiddenText> UnusedTexts(ZipArchive zip, BitArray used)
    {
        if (zip.Entries.FirstOrDefault(e => Has(WorkbookInfo.NameOf(e), "xl/sharedStrings.xml")) is not { } entry)
            yield break;
        using var xml = XmlReader.Create(entry.Open(), WorkbookInfo.XmlSettings);
        var number = -1;
        var text = new StringBuilder();
        var place = new Place(null, null, HiddenPlaces.UnusedTexts);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                number++;
                text.Clear();
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "si"
                && text.Length > 0 && (number >= used.Length || !used[number]))
            {
                yield return new HiddenText(place, text.ToString());
            }
        }
    }

    private static IEnumerable<HiddenText> Links(ZipArchiveEntry entry)
    {
        using var xml = XmlReader.Create(entry.Open(), WorkbookInfo.XmlSettings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("TargetMode") == "External")
                yield return new HiddenText(
                    new Place(null, null, HiddenPlaces.Links), Uri.UnescapeDataString(Cut(xml.GetAttribute("Target") ?? "")));
        }
    }

    // A text in runs ("Jan", " Jansen") is put together per paragraph or comment, so that it is screened as it reads.
    private static IEnumerable<HiddenText> Part(ZipArchiveEntry entry, string deel)
    {
        using var xml = XmlReader.Create(entry.Open(), WorkbookInfo.XmlSettings);
        var text = new StringBuilder();
        var place = new Place(null, null, deel);
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (xml.GetAttribute("ref") is { } address && xml.LocalName.Contains("omment", StringComparison.Ordinal))
                        place = CellAt.Of(address, null).At(deel);
                    foreach (var typed in Attributes(xml, deel))
                        yield return typed;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Comment or XmlNodeType.SignificantWhitespace:
                    text.Append(xml.Value);
                    break;
                case XmlNodeType.EndElement when text.Length > 0 && xml.LocalName is not ("t" or "r" or "rPr" or "font" or "b"):
                    yield return new HiddenText(place, Cut(text.ToString()));
                    text.Clear();
                    break;
            }
        }
    }

    private static IEnumerable<HiddenText> Attributes(XmlReader xml, string deel)
    {
        if (!xml.HasAttributes)
            yield break;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (TypedAttributes.Contains(xml.LocalName) && xml.NamespaceURI.Length == 0 && xml.Value.Length > 0)
                yield return new HiddenText(new Place(null, null, deel), Cut(xml.Value));
        }

        xml.MoveToElement();
    }

    private static string Cut(string text) => text.Length <= LongestPiece ? text : text[..LongestPiece];

    /// <summary>Where in a sheet the reading is.</summary>
    private readonly record struct CellAt(string? Address, string? Type, string? Element)
    {
        public static CellAt Of(string? address, string? type) => new(address ?? "?", type, null);

        public Place At(string deel)
        {
            if (Address is null)
                return new Place(null, null, deel);
            var letters = Address.TakeWhile(char.IsAsciiLetterUpper).Count();
            var row = int.TryParse(Address.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : (int?)null;
            return new Place(row, letters is > 0 and <= 3 ? Address[..letters] : null, deel);
        }
    }
}
