using ClosedXML.Excel;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>A chart on a sheet: cell of its upper left corner, from 0, and size in pixels.</summary>
internal sealed record ChartPlace(int Column, int Row, int Width, int Height);

/// <summary>Finds room for the charts of a table, beside or below it and never over it.</summary>
internal static class ChartPlaces
{
    private const int Height = 340;
    private const int Narrowest = 640;
    private const int PerLabel = 34;
    private const int Widest = 1000;
    private const int PerBar = 26;

    // Charts stand beside a table that is narrower than this, in pixels; below a wider one.
    private const double Narrow = 760;

    // Charts below a table stand beside each other up to here: what fits on a printed page, see SheetPrint.
    private const double WidestRow = 2050;

    /// <summary>Width in pixels of a column so many characters wide, in Arial 11.</summary>
    public static double Pixels(double characters) => Math.Truncate((characters * 8) + 5);

    /// <summary>A place per chart: under each other beside the table, or in rows as wide as the table below it.
    /// </summary>
    public static IReadOnlyList<ChartPlace> Of(
        IXLWorksheet sheet, TablePlace table, IEnumerable<(ReportChart Chart, int Labels)> charts)
    {
        var width = Enumerable.Range(1, table.LastColumn).Sum(c => Pixels(sheet.Column(c).Width));
        var beside = width < Narrow;
        var first = beside ? table.LastColumn + 1 : 0;
        var (column, row, next) = (first, beside ? table.HeaderRow - 1 : table.LastRow + 1, 0);
        var places = new List<ChartPlace>();
        foreach (var (chart, labels) in charts)
        {
            var place = new ChartPlace(column, row, WidthOf(chart, labels), HeightOf(chart, labels));
            if (column > first && LeftOf(sheet, column) + place.Width > Math.Min(width, WidestRow))
                place = place with { Column = first, Row = next };
            places.Add(place);
            next = Math.Max(place.Row == row ? next : 0, RowBelow(sheet, place) + 1);
            (column, row) = beside ? (first, next) : (ColumnRight(sheet, place) + 1, place.Row);
        }

        return places;
    }

    /// <summary>Last row that a chart covers, from 1.</summary>
    public static int RowBelow(IXLWorksheet sheet, ChartPlace place)
    {
        var row = place.Row;
        for (var left = (double)place.Height; left > 0; row++)
            left -= sheet.Row(row + 1).Height * 96 / 72;
        return row;
    }

    /// <summary>Last column that a chart covers, from 1.</summary>
    public static int ColumnRight(IXLWorksheet sheet, ChartPlace place)
    {
        var column = place.Column;
        for (var left = (double)place.Width; left > 0; column++)
            left -= Pixels(sheet.Column(column + 1).Width);
        return column;
    }

    private static double LeftOf(IXLWorksheet sheet, int column) =>
        Enumerable.Range(1, column).Sum(c => Pixels(sheet.Column(c).Width));

    private static int WidthOf(ReportChart chart, int labels) => chart.Soort == ChartKind.Lijn
        ? Math.Clamp(labels * PerLabel, Narrowest, Widest)
        : Narrowest + 120;

    private static int HeightOf(ReportChart chart, int labels) =>
        chart.Soort == ChartKind.Balk && chart.Referentie is null
            ? Math.Max(Height, 110 + (labels * PerBar * Math.Max(1, chart.Reeksen.Count)))
            : Height + (18 * (chart.Reeksen.Count / 4));
}
