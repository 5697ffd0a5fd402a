using System.Globalization;
using ClosedXML.Excel;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports.Charts;

namespace Signalering.Formats.Reports;

/// <summary>A report as an Excel workbook: one sheet per table.</summary>
/// <remarks>
/// <para>Each sheet has its title in A1, explanation under it, a blank row and one Excel table with a name, so that
/// screen readers and pivot tables find it. No merged cells, no meaning by colour alone. Charts are native ones, beside
/// or below their table, with a text alternative. Points that Excel cannot read from a table (see
/// <see cref="ChartDataSheet"/>) stand on a last sheet.</para>
/// <para>The same report gives the same bytes, on every machine and under every culture: see
/// <see cref="StablePackage"/>.</para>
/// <para>ClosedXML 0.95.4 takes about 1 KB and 10 µs per cell; this is for a report's tables, not for rows.</para>
/// </remarks>
public static class WorkbookWriter
{
    /// <summary>Author in the document's properties.</summary>
    public const string Creator = "Signalering";

    /// <summary>Font of cells and charts. Arial is everywhere, or a font of the same widths: Calibri is not, and then
    /// columns and pages change.</summary>
    internal const string Font = "Arial";

    /// <summary>The workbook's bytes.</summary>
    public static byte[] Write(SignaleringReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var saved = new MemoryStream();
        var drawings = WriteSheets(report, saved);
        if (drawings.Charts.Count + drawings.Sparklines.Count > 0)
            ChartInserter.Insert(saved, drawings);
        var properties = new DocumentProperties(report.Titel, Creator, Dated(report), Font);
        return StablePackage.Normalise(saved.ToArray(), properties);
    }

    /// <summary>Writes the workbook.</summary>
    public static void Write(SignaleringReport report, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        destination.Write(Write(report));
    }

    private static WorkbookDrawings WriteSheets(SignaleringReport report, Stream destination)
    {
        using var workbook = new XLWorkbook();
        Style(workbook);
        var sheetNames = new SheetNames();
        var tableNames = new SheetNames();
        var rules = new FillInRules(sheetNames.Sheet("Keuzelijsten"));
        var points = new ChartDataSheet(sheetNames.Sheet("Grafiekgegevens"));
        var drawings = new WorkbookDrawings([], []);
        foreach (var table in report.Tabellen)
        {
            var name = sheetNames.Sheet(table.Naam);
            WriteSheet(workbook.AddWorksheet(name), table, tableNames.Table(name), rules, points, drawings);
        }

        points.Write(workbook, tableNames.Table("Grafiekgegevens"));
        rules.WriteLists(workbook);
        workbook.Worksheets.First().SetTabActive();
        workbook.SaveAs(destination, new SaveOptions { ValidatePackage = false, EvaluateFormulasBeforeSaving = false });
        return drawings;
    }

    private static void WriteSheet(
        IXLWorksheet sheet, ReportTable table, string tableName, FillInRules rules, ChartDataSheet points,
        WorkbookDrawings drawings)
    {
        var place = SheetWriter.Write(sheet, Sparklines.MakeRoom(table), tableName);
        rules.Apply(sheet, table, place.HeaderRow + 1);
        var charts = SheetCharts.Of(sheet, table, place, points);
        SheetPrint.Set(sheet, table, place, [.. charts.Select(chart => chart.Place)]);
        drawings.Charts.AddRange(charts);
        drawings.Sparklines.AddRange(Sparklines.Of(sheet.Name, table, place, points));
    }

    private static void Style(XLWorkbook workbook)
    {
        workbook.Style.Font.FontName = Font;
        workbook.Style.Font.FontSize = 11;
        workbook.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
    }

    // A date that follows from the report and not from the clock: the day after its period.
    private static DateOnly Dated(SignaleringReport report) =>
        Quarter.TryParse(report.Manifest.Periode, out var period)
            ? new DateOnly(period.LastMonth.Year, period.LastMonth.Number, 1).AddMonths(1)
            : DateOnly.ParseExact("2000-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
