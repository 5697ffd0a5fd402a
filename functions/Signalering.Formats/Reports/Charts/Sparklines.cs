using System.Xml.Linq;
using ClosedXML.Excel;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports.Charts;

/// <summary>A chart in a cell.</summary>
/// <param name="Sheet">Name of its sheet.</param>
/// <param name="Cell">Address of the cell.</param>
/// <param name="ValueCells">Reference to the values.</param>
internal sealed record Sparkline(string Sheet, string Cell, string ValueCells);

/// <summary>Small columns behind the rows of a table of months, one per month, from zero up; the last in another colour.
/// </summary>
/// <remarks>They stand in a last column of the table. Columns and no lines: not every program draws those. Rows with withheld or unknown numbers are read from the sheet
/// with points, see <see cref="ChartDataSheet"/>, so that a gap is a gap.</remarks>
internal static class Sparklines
{
    private const string Header = "Verloop";
    private const string Explanation = Header + ": een staafje per maand, vanaf nul; waar er geen staat, is het getal niet "
        + "getoond of niet bekend. De laatste maand heeft een andere kleur.";

    private const int FewestPoints = 12;
    private const string ExtensionUri = "{05C60535-1F16-4FD2-B633-F4F36F0B64E0}"; // sparklines, [MS-XLSX] 2.2.4.15

    private static readonly XNamespace X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
    private static readonly XNamespace Xm = "http://schemas.microsoft.com/office/excel/2006/main";

    /// <summary>The columns that they are drawn from: those of the table's first chart of a year or more; null when
    /// there is none, or when a column already has the name.</summary>
    public static ChartLabels.Headers? Span(ReportTable table)
    {
        var taken = table.Kolommen.Any(column => string.Equals(column.Kop, Header, StringComparison.OrdinalIgnoreCase));
        return taken || table.Vorm != TableForm.Tabel ? null : table.Grafieken
            .Where(chart => chart.Soort == ChartKind.Lijn)
            .Select(chart => chart.Labels)
            .OfType<ChartLabels.Headers>()
            .FirstOrDefault(labels => labels.To - labels.From + 1 >= FewestPoints);
    }

    /// <summary>The table with room for them.</summary>
    public static ReportTable MakeRoom(ReportTable table) => Span(table) is null ? table : table with
    {
        Toelichting = [.. table.Toelichting, Explanation],
        Kolommen = [.. table.Kolommen, new ReportColumn(Header, Breedte: 23)],
        Rijen = [.. table.Rijen.Select(row => (IReadOnlyList<ReportCell>)[.. row, ReportCell.Van("")])],
    };

    /// <summary>The sparklines of a table that was written with room for them.</summary>
    public static IEnumerable<Sparkline> Of(string sheet, ReportTable table, TablePlace place, ChartDataSheet points)
    {
        if (Span(table) is not { } span)
            yield break;
        var column = XLHelper.GetColumnLetterFromNumber(place.LastColumn);
        List<string> labels = [.. table.Kolommen.Take(span.To + 1).Skip(span.From).Select(one => one.Kop)];
        for (var r = 0; r < table.Rijen.Count; r++)
        {
            List<ReportCell> cells = [.. table.Rijen[r].Take(span.To + 1).Skip(span.From)];
            var row = place.HeaderRow + 1 + r;
            var values = cells.All(cell => cell is ReportCell.Getal)
                ? CellReference.Of(sheet, row, span.From + 1, row, span.To + 1)
                : points.Add(
                    $"{Header} in {table.Naam}", PrintedCell.Of(table.Rijen[r][0], table.Kolommen[0]), labels, cells,
                    table.Kolommen[span.From].Decimalen).Values;
            yield return new Sparkline(sheet, FormattableString.Invariant($"{column}{row}"), values);
        }
    }

    /// <summary>The sparklines of one sheet, as the extension that Excel reads them from.</summary>
    public static XElement Extension(IEnumerable<Sparkline> lines) => new(
        X + "extLst",
        new XAttribute(XNamespace.Xmlns + "x", X),
        new XElement(
            X + "ext",
            new XAttribute("uri", ExtensionUri),
            new XAttribute(XNamespace.Xmlns + "x14", X14),
            new XElement(
                X14 + "sparklineGroups",
                new XAttribute(XNamespace.Xmlns + "xm", Xm),
                new XElement(
                    X14 + "sparklineGroup",
                    new XAttribute("manualMin", "0"),
                    new XAttribute("type", "column"),
                    new XAttribute("displayEmptyCellsAs", "gap"),
                    new XAttribute("last", "1"),
                    new XAttribute("minAxisType", "custom"),
                    Color("colorSeries", "FF0072B2"),
                    Color("colorLast", "FFD55E00"),
                    new XElement(
                        X14 + "sparklines",
                        lines.Select(line => new XElement(
                            X14 + "sparkline",
                            new XElement(Xm + "f", line.ValueCells),
                            new XElement(Xm + "sqref", line.Cell))))))));

    private static XElement Color(string name, string color) => new(X14 + name, new XAttribute("rgb", color));
}
