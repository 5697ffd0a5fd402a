using System.Globalization;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports.Charts;

namespace Signalering.Formats.Reports.Html;

/// <summary>Horizontal bars with their numbers, as SVG. Series differ by colour and by hatching.</summary>
internal static class BarDrawing
{
    private const double Width = 760;
    private const double Right = 690; // room for a number behind the longest bar
    private const double Top = 34;
    private const double Bar = 20;
    private const double Gap = 12;
    private const double Bottom = 30;
    private const int LongestLine = 30;
    private const double Letter = 7.4;

    /// <summary>Size in pixels.</summary>
    public static (double Width, double Height) Size(ChartPlot plot, ReportChart chart) =>
        (Width, Start(chart) + (plot.Labels.Count * Band(plot)) + Bottom);

    /// <summary>Draws grid, bars, numbers and reference.</summary>
    public static void Draw(HtmlBuilder html, ChartPlot plot, ReportChart chart, string figure)
    {
        var values = plot.Series.SelectMany(series => series.Values).OfType<decimal>();
        var scale = ValueScale.Of(chart.Referentie is { } reference ? values.Append(reference.Waarde) : values);
        var left = 16 + (plot.Labels.Max(label => Lines(label).Max(line => line.Length)) * Letter);
        DrawHatches(html, plot.Series.Count, figure);
        DrawGrid(html, plot, chart, scale, left);
        for (var i = 0; i < plot.Labels.Count; i++)
            DrawBand(html, plot, chart, scale, left, i, figure);
        if (chart.Referentie is { } line)
        {
            var x = scale.Position(line.Waarde, left, Right);
            Svg.Line(html, x, Start(chart) - 6, x, End(plot, chart), "referentie");
            var name = $"{line.Naam}: {PrintedCell.Number(line.Waarde)}";
            Svg.Text(html, x, Start(chart) - 10, name, x > Width / 2 ? "end" : "start");
        }
    }

    /// <summary>Sample for the legend, 44 × 14.</summary>
    public static void Key(HtmlBuilder html, int series, string figure) => html.Empty(
        "rect", ("x", "1"), ("y", "1"), ("width", "42"), ("height", "12"), ("class", "balk"),
        ("fill", Fill(series, figure)));

    private static double Start(ReportChart chart) => chart.Referentie is null ? Top : Top + 22;

    private static double Band(ChartPlot plot) => (plot.Series.Count * Bar) + Gap;

    private static double End(ChartPlot plot, ReportChart chart) => Start(chart) + (plot.Labels.Count * Band(plot));

    private static string Fill(int series, string figure) => series == 0
        ? "#" + SeriesStyle.At(0).Color
        : string.Create(CultureInfo.InvariantCulture, $"url(#{figure}-arcering-{series})");

    private static void DrawHatches(HtmlBuilder html, int series, string figure)
    {
        if (series < 2)
            return;
        html.Open("defs");
        for (var i = 1; i < series; i++)
        {
            var color = "#" + SeriesStyle.At(i).Color;
            html.Open(
                "pattern", ("id", string.Create(CultureInfo.InvariantCulture, $"{figure}-arcering-{i}")),
                ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse"),
                ("patternTransform", string.Create(CultureInfo.InvariantCulture, $"rotate({45 * i})")));
            html.Empty("rect", ("width", "8"), ("height", "8"), ("fill", "#FFFFFF"));
            html.Empty("rect", ("width", "5"), ("height", "8"), ("fill", color)).Close();
        }

        html.Close();
    }

    private static void DrawGrid(HtmlBuilder html, ChartPlot plot, ReportChart chart, ValueScale scale, double left)
    {
        Svg.Text(html, 4, 16, chart.As);
        foreach (var tick in scale.Ticks)
        {
            var x = scale.Position(tick, left, Right);
            Svg.Line(html, x, Start(chart), x, End(plot, chart), tick == 0 ? "as" : "raster");
            Svg.Text(html, x, End(plot, chart) + 18, PrintedCell.Number(tick, scale.Decimals), "middle");
        }
    }

    private static void DrawBand(
        HtmlBuilder html, ChartPlot plot, ReportChart chart, ValueScale scale, double left, int label, string figure)
    {
        var top = Start(chart) + (label * Band(plot)) + (Gap / 2);
        var lines = Lines(plot.Labels[label]);
        var middle = top + (plot.Series.Count * Bar / 2) + 4.5 - ((lines.Count - 1) * 7);
        for (var i = 0; i < lines.Count; i++)
            Svg.Text(html, left - 8, middle + (14 * i), lines[i], "end");
        for (var series = 0; series < plot.Series.Count; series++)
        {
            var y = top + (series * Bar);
            var cell = plot.Series[series].Cells[label];
            var zero = scale.Position(0, left, Right);
            if (plot.Series[series].Values[label] is not { } value)
            {
                Svg.Text(html, zero + 6, y + 14.5, cell is ReportCell.Afkorting shorthand ? shorthand.Teken : "[x]");
                continue;
            }

            var end = scale.Position(value, left, Right);
            html.Empty(
                "rect", ("x", Svg.At(Math.Min(zero, end))), ("y", Svg.At(y + 1)),
                ("width", Svg.At(Math.Abs(end - zero))), ("height", Svg.At(Bar - 2)), ("class", "balk"), ("fill", Fill(series, figure)));
            Svg.Text(html, Math.Max(zero, end) + 6, y + 14.5, PrintedCell.Number(value));
        }
    }

    // At most two lines; what is longer is cut.
    private static List<string> Lines(string label)
    {
        if (label.Length <= LongestLine)
            return [label];
        var space = label.LastIndexOf(' ', LongestLine);
        var cut = space > 0 ? space : LongestLine;
        var rest = label[cut..].TrimStart();
        return [label[..cut], rest.Length <= LongestLine ? rest : rest[..(LongestLine - 1)] + "…"];
    }
}
