using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports.Charts;

/// <summary>The points of a chart, taken from its table: it cannot show what the table does not print.</summary>
/// <param name="Labels">Labels along the axis, as printed.</param>
/// <param name="Series">The series, each with as many points as there are labels.</param>
internal sealed record ChartPlot(IReadOnlyList<string> Labels, IReadOnlyList<PlotSeries> Series)
{
    /// <summary>Reads the points of a chart.</summary>
    /// <exception cref="ArgumentException">The chart points outside its table.</exception>
    public static ChartPlot Of(ReportTable table, ReportChart chart) => chart.Labels switch
    {
        ChartLabels.Headers headers => OfRows(table, chart, headers),
        ChartLabels.Column column => OfColumns(table, chart, column),
        _ => throw new ArgumentException("Unknown kind of labels.", nameof(chart)),
    };

    /// <summary>Some point has no number: the line is broken there.</summary>
    public bool HasGaps => Series.Any(series => series.HasGaps);

    private static ChartPlot OfRows(ReportTable table, ReportChart chart, ChartLabels.Headers headers)
    {
        Check(headers.From, table.Kolommen.Count, chart);
        Check(headers.To, table.Kolommen.Count, chart);
        var columns = Enumerable.Range(headers.From, headers.To - headers.From + 1).ToList();
        return new ChartPlot(
            [.. columns.Select(column => table.Kolommen[column].Kop)],
            [
                .. from series in chart.Reeksen
                   let row = table.Rijen[Check(series.Positie, table.Rijen.Count, chart)]
                   select new PlotSeries(series.Naam, [.. columns.Select(column => row[column])]),
            ]);
    }

    private static ChartPlot OfColumns(ReportTable table, ReportChart chart, ChartLabels.Column labels)
    {
        Check(labels.Index, table.Kolommen.Count, chart);
        return new ChartPlot(
            [.. table.Rijen.Select(row => PrintedCell.Of(row[labels.Index], table.Kolommen[labels.Index]))],
            [
                .. chart.Reeksen.Select(series => new PlotSeries(
                    series.Naam, [.. table.Rijen.Select(r => r[Check(series.Positie, table.Kolommen.Count, chart)])])),
            ]);
    }

    private static int Check(int position, int count, ReportChart chart) => position >= 0 && position < count
        ? position
        : throw new ArgumentException($"Chart '{chart.Titel}' points at {position}, outside its table.", nameof(chart));
}

/// <summary>A series of a chart.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Cells">The cells of the table, in the order of the labels.</param>
internal sealed record PlotSeries(string Name, IReadOnlyList<ReportCell> Cells)
{
    /// <summary>The points; null where there is no number, which is a gap and never zero.</summary>
    public IReadOnlyList<decimal?> Values { get; } =
        [.. Cells.Select(cell => cell is ReportCell.Getal number ? number.Waarde : (decimal?)null)];

    /// <summary>Some point has no number.</summary>
    public bool HasGaps => Values.Any(value => value is null);
}
