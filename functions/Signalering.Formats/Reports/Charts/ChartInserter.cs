using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Signalering.Formats.Reports.Charts;

/// <summary>What is drawn in a workbook after its cells are written.</summary>
internal sealed record WorkbookDrawings(List<WorkbookChart> Charts, List<Sparkline> Sparklines);

/// <summary>Puts native charts into a saved workbook, which ClosedXML cannot do, and small ones into cells.
/// </summary>
internal static class ChartInserter
{
    private const int EmuPerPixel = 9525;
    private const string ChartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace C = ChartUri;

    /// <summary>Adds charts and sparklines to the workbook in this stream.</summary>
    public static void Insert(Stream workbook, WorkbookDrawings drawings)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        var book = document.WorkbookPart!;
        foreach (var onSheet in drawings.Charts.GroupBy(chart => chart.Sheet, StringComparer.Ordinal))
            AddDrawing(Part(book, onSheet.Key), [.. onSheet]);
        foreach (var onSheet in drawings.Sparklines.GroupBy(line => line.Sheet, StringComparer.Ordinal))
        {
            var sheet = Part(book, onSheet.Key).Worksheet;
            var extension = Sparklines.Extension(onSheet).ToString(SaveOptions.DisableFormatting);
            sheet.AppendChild(new WorksheetExtensionList(extension));
            sheet.Save();
        }
    }

    private static WorksheetPart Part(WorkbookPart book, string sheet) => (WorksheetPart)book.GetPartById(
        book.Workbook.Descendants<Sheet>().Single(one => one.Name == sheet).Id!.Value!);

    private static void AddDrawing(WorksheetPart sheet, IReadOnlyList<WorkbookChart> charts)
    {
        var drawing = sheet.AddNewPart<DrawingsPart>("rIdDrawing");
        var anchors = new List<XElement>();
        for (var i = 0; i < charts.Count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"rIdChart{i + 1}");
            Save(ChartXml.Of(charts[i]), drawing.AddNewPart<ChartPart>(id));
            anchors.Add(Anchor(charts[i], i + 1, id));
        }

        var root = new XElement(
            Xdr + "wsDr", new XAttribute(XNamespace.Xmlns + "xdr", Xdr), new XAttribute(XNamespace.Xmlns + "a", A), anchors);
        Save(new XDocument(root), drawing);
        Refer(sheet.Worksheet, "rIdDrawing");
    }

    // The schema wants the drawing before these.
    private static void Refer(Worksheet sheet, string id)
    {
        var next = sheet.ChildElements.FirstOrDefault(child => child is LegacyDrawing or LegacyDrawingHeaderFooter
            or Picture or OleObjects or Controls or WebPublishItems or TableParts or WorksheetExtensionList);
        var drawing = new Drawing { Id = id };
        if (next is null)
            sheet.AppendChild(drawing);
        else
            sheet.InsertBefore(drawing, next);
        sheet.Save();
    }

    private static XElement Anchor(WorkbookChart chart, int number, string id) => new(
        Xdr + "oneCellAnchor",
        new XElement(
            Xdr + "from",
            new XElement(Xdr + "col", chart.Place.Column), new XElement(Xdr + "colOff", 0),
            new XElement(Xdr + "row", chart.Place.Row), new XElement(Xdr + "rowOff", 0)),
        new XElement(
            Xdr + "ext",
            new XAttribute("cx", chart.Place.Width * EmuPerPixel),
            new XAttribute("cy", chart.Place.Height * EmuPerPixel)),
        new XElement(
            Xdr + "graphicFrame",
            new XAttribute("macro", ""),
            new XElement(
                Xdr + "nvGraphicFramePr",
                new XElement(
                    Xdr + "cNvPr",
                    new XAttribute("id", number + 1),
                    new XAttribute("name", string.Create(CultureInfo.InvariantCulture, $"Grafiek {number}")),
                    new XAttribute("descr", SafeText.ForCell($"{chart.Chart.Titel}. {chart.Chart.Omschrijving}"))),
                new XElement(Xdr + "cNvGraphicFramePr")),
            new XElement(
                Xdr + "xfrm",
                new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
            new XElement(A + "graphic", new XElement(
                A + "graphicData",
                new XAttribute("uri", ChartUri),
                new XElement(
                    C + "chart", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "r", R),
                    new XAttribute(R + "id", id))))),
        new XElement(Xdr + "clientData"));

    private static void Save(XDocument document, OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        document.Save(stream, SaveOptions.DisableFormatting);
    }
}
