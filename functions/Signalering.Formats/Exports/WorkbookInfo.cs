using System.IO.Compression;
using System.Xml;
using Signalering.Domain.Screening;

namespace Signalering.Formats.Exports;

/// <summary>What <c>xl/workbook.xml</c> says of a workbook: its sheets, its names and from which year it counts
/// days.</summary>
/// <param name="Sheets">In order, with the part of the package that holds each.</param>
/// <param name="Names">Names of sheets and defined names, and what the latter stand for.</param>
/// <param name="CountsFrom1904">Day 0 is 1 January 1904 instead of 1900.</param>
internal sealed record WorkbookInfo(
    IReadOnlyList<WorkbookSheet> Sheets, IReadOnlyList<(string Deel, string Tekst)> Names, bool CountsFrom1904)
{
    /// <summary>Settings that neither fetch nor expand anything.</summary>
    public static XmlReaderSettings XmlSettings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = false,
        CloseInput = true,
    };

    /// <summary>Reads it; throws what a damaged package makes its readers throw.</summary>
    public static WorkbookInfo Read(ZipArchive zip)
    {
        var targets = Targets(zip);
        var sheets = new List<WorkbookSheet>();
        var names = new List<(string, string)>();
        var from1904 = false;
        if (Find(zip, "xl/workbook.xml") is not { } part)
            return new WorkbookInfo(sheets, names, false);
        using var xml = XmlReader.Create(part.Open(), XmlSettings);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "workbookPr":
                    from1904 = xml.GetAttribute("date1904") is "1" or "true";
                    break;
                case "sheet":
                    sheets.Add(new WorkbookSheet(
                        targets.GetValueOrDefault(RelationId(xml) ?? string.Empty) ?? string.Empty,
                        xml.GetAttribute("state") is null or "visible"));
                    names.Add((HiddenPlaces.SheetNames, xml.GetAttribute("name") ?? string.Empty));
                    break;
                case "definedName":
                    names.Add((HiddenPlaces.DefinedNames, xml.GetAttribute("name") ?? string.Empty));
                    names.Add((HiddenPlaces.DefinedNames, xml.GetAttribute("comment") ?? string.Empty));
                    names.Add((HiddenPlaces.DefinedNames, xml.ReadString()));
                    break;
            }
        }

        return new WorkbookInfo(sheets, names, from1904);
    }

    /// <summary>Name of a part, with slashes and without one in front: some programs write it otherwise.</summary>
    public static string NameOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/').TrimStart('/');

    private static ZipArchiveEntry? Find(ZipArchive zip, string name) =>
        zip.Entries.FirstOrDefault(entry => NameOf(entry).Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, string> Targets(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Find(zip, "xl/_rels/workbook.xml.rels") is not { } part)
            return targets;
        using var xml = XmlReader.Create(part.Open(), XmlSettings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target.TrimStart('/') : "xl/" + target;
        }

        return targets;
    }

    // r:id, in whichever of the two namespaces of relationships.
    private static string? RelationId(XmlReader xml)
    {
        string? id = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0)
                id = xml.Value;
        }

        xml.MoveToElement();
        return id;
    }
}

/// <summary>A sheet of a workbook.</summary>
/// <param name="Part">Name of its part in the package.</param>
/// <param name="IsVisible">Whether Excel shows it.</param>
internal sealed record WorkbookSheet(string Part, bool IsVisible);

/// <summary>Dutch for places in a workbook where nobody looks.</summary>
internal static class HiddenPlaces
{
    public const string SheetNames = "namen van werkbladen";
    public const string DefinedNames = "gedefinieerde namen";
    public const string HiddenSheet = "verborgen werkblad";
    public const string UnusedTexts = "teksten die in geen zichtbare cel staan";
    public const string Comments = "opmerkingen";
    public const string Properties = PrivacyGate.DocumentProperties;
    public const string Links = "koppelingen";
    public const string Page = "kop- en voettekst en keuzelijsten";
    public const string Formulas = "formules";
    public const string Pivot = "draaitabellen";
    public const string Drawings = "tekstvakken en grafieken";
    public const string Other = "andere onderdelen van het Excel-bestand";
}
