using ClosedXML.Excel;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports.Charts;

/// <summary>The charts of a table, tied to its cells on the sheet.</summary>
internal static class SheetCharts
{
    /// <summary>A chart that has something to draw, per chart of the table.</summary>
    public static List<WorkbookChart> Of(IXLWorksheet sheet, ReportTable table, TablePlace place, ChartDataSheet points)
    {
        var plots = table.Grafieken
            .Select(chart => (Chart: chart, Plot: ChartPlot.Of(table, chart)))
            .Where(one => one.Plot.Labels.Count > 0 && one.Plot.Series.Count > 0)
            .ToList();
        var places = ChartPlaces.Of(sheet, place, plots.Select(one => (one.Chart, one.Plot.Labels.Count)));
        return
        [
            .. plots.Zip(places, (one, where) => new WorkbookChart(
                sheet.Name, one.Chart, where, one.Plot.Labels, LabelsTitle(table, one.Chart),
                Sources(sheet.Name, table, place, one.Chart, one.Plot, points))),
        ];
    }

    private static string? LabelsTitle(ReportTable table, ReportChart chart) =>
        chart.Labels is ChartLabels.Column column ? table.Kolommen[column.Index].Kop : null;

    private static List<SeriesSource> Sources(
        string sheet, ReportTable table, TablePlace place, ReportChart chart, ChartPlot plot, ChartDataSheet points)
    {
        var sources = new List<SeriesSource>();
        for (var i = 0; i < plot.Series.Count; i++)
        {
            var series = plot.Series[i];
            var decimals = Decimals(table, chart, chart.Reeksen[i]);
            var (labels, values) = series.HasGaps
                ? points.Add(chart.Titel, series.Name, plot.Labels, series.Cells, decimals)
                : Cells(sheet, place, chart, chart.Reeksen[i]);
            sources.Add(new SeriesSource(
                series.Name, SeriesStyle.At(i), labels, values, decimals, series.Values, false));
        }

        if (chart.Referentie is { } reference)
        {
            var cells = Enumerable.Repeat(ReportCell.Van(reference.Waarde), plot.Labels.Count).ToList();
            var decimals = sources.Max(source => source.Decimals);
            var (labels, values) = points.Add(chart.Titel, reference.Naam, plot.Labels, cells, decimals);
            sources.Add(new SeriesSource(
                reference.Naam, SeriesStyle.Reference, labels, values, decimals,
                [.. cells.Select(_ => (decimal?)reference.Waarde)], true));
        }

        return sources;
    }

    private static int Decimals(ReportTable table, ReportChart chart, ChartSeries series) => chart.Labels switch
    {
        ChartLabels.Headers headers => table.Kolommen[headers.From].Decimalen,
        _ => table.Kolommen[series.Positie].Decimalen,
    };

    private static (string Labels, string Values) Cells(
        string sheet, TablePlace place, ReportChart chart, ChartSeries series)
    {
        var first = place.HeaderRow + 1;
        if (chart.Labels is ChartLabels.Headers headers)
        {
            var row = first + series.Positie;
            return (
                CellReference.Of(sheet, place.HeaderRow, headers.From + 1, place.HeaderRow, headers.To + 1),
                CellReference.Of(sheet, row, headers.From + 1, row, headers.To + 1));
        }

        var labels = ((ChartLabels.Column)chart.Labels).Index + 1;
        return (
            CellReference.Of(sheet, first, labels, place.LastRow, labels),
            CellReference.Of(sheet, first, series.Positie + 1, place.LastRow, series.Positie + 1));
    }
}
