using Signalering.Domain.Reporting;
using Signalering.Formats.Reports.Charts;

namespace Signalering.Formats.Reports.Html;

/// <summary>Lines over time, as SVG.</summary>
internal static class LineDrawing
{
    private const double Width = 760;
    private const double Left = 64;
    private const double Right = 748;
    private const double Top = 34;
    private const double Plot = 250;
    private const int TurnFrom = 11;
    private const int MostLabels = 36;

    /// <summary>Size in pixels.</summary>
    public static (double Width, double Height) Size(ChartPlot plot) =>
        (Width, Top + Plot + (plot.Labels.Count >= TurnFrom ? 16 + (Longest(plot) * 5.6) : 30));

    /// <summary>Draws grid, reference, lines and points.</summary>
    public static void Draw(HtmlBuilder html, ChartPlot plot, ReportChart chart)
    {
        var values = plot.Series.SelectMany(series => series.Values).OfType<decimal>();
        var scale = ValueScale.Of(chart.Referentie is { } reference ? values.Append(reference.Waarde) : values);
        DrawGrid(html, plot, chart, scale);
        if (chart.Referentie is { } line)
            Svg.Line(html, Left, Y(scale, line.Waarde), Right, Y(scale, line.Waarde), "referentie");
        for (var i = 0; i < plot.Series.Count; i++)
            DrawSeries(html, plot.Series[i].Values, SeriesStyle.At(i), scale);
    }

    /// <summary>Sample for the legend, 44 × 14.</summary>
    public static void Key(HtmlBuilder html, SeriesStyle style)
    {
        DrawPath(html, "M2 7H42", style);
        Svg.Marker(html, style, 22, 7);
    }

    private static int Longest(ChartPlot plot) => Math.Min(24, plot.Labels.Max(label => label.Length));

    private static double Y(ValueScale scale, decimal value) => scale.Position(value, Top + Plot, Top);

    private static double X(int position, int count) => Left + ((position + 0.5) * (Right - Left) / count);

    private static void DrawGrid(HtmlBuilder html, ChartPlot plot, ReportChart chart, ValueScale scale)
    {
        Svg.Text(html, 4, 16, chart.As);
        foreach (var tick in scale.Ticks)
        {
            Svg.Line(html, Left, Y(scale, tick), Right, Y(scale, tick), tick == 0 ? "as" : "raster");
            Svg.Text(html, Left - 6, Y(scale, tick) + 4, PrintedCell.Number(tick, scale.Decimals), "end");
        }

        var turned = plot.Labels.Count >= TurnFrom;
        var every = (plot.Labels.Count + MostLabels - 1) / MostLabels;
        for (var i = 0; i < plot.Labels.Count; i += every)
        {
            var x = X(i, plot.Labels.Count);
            var label = Short(plot.Labels[i]);
            Svg.Line(html, x, Top + Plot, x, Top + Plot + 4, "as");
            if (turned)
                Svg.Text(html, x + 4, Top + Plot + 16, label, "end", -45);
            else
                Svg.Text(html, x, Top + Plot + 20, label, "middle");
        }
    }

    private static string Short(string label) => label.Length <= 24 ? label : label[..23] + "…";

    // A line per run of known values; a value alone is a point alone.
    private static void DrawSeries(
        HtmlBuilder html, IReadOnlyList<decimal?> values, SeriesStyle style, ValueScale scale)
    {
        var path = "";
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
                continue;
            var joins = i > 0 && values[i - 1] is not null;
            path += $"{(joins ? "L" : "M")}{Svg.At(X(i, values.Count))} {Svg.At(Y(scale, value))}";
        }

        if (path.Length > 0)
            DrawPath(html, path, style);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
                Svg.Marker(html, style, X(i, values.Count), Y(scale, value));
        }
    }

    private static void DrawPath(HtmlBuilder html, string path, SeriesStyle style) => html.Empty(
        "path", ("d", path), ("fill", "none"), ("stroke", "#" + style.Color), ("stroke-width", "2.5"),
        ("stroke-linejoin", "round"), ("stroke-dasharray", Svg.Dashes(style.Dash)));
}
