using System.Globalization;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports.Charts;

namespace Signalering.Formats.Reports.Html;

/// <summary>A chart as a figure: caption, drawing, legend, and its description in words.</summary>
/// <remarks>The numbers are those of the table in the same section, which is the alternative for who does not see the
/// drawing.</remarks>
internal static class HtmlChart
{
    /// <summary>Writes the figure; nothing when the table has no rows to draw.</summary>
    public static void Write(HtmlBuilder html, ReportTable table, ReportChart chart, PageIds ids, HtmlNumbers numbers)
    {
        var plot = ChartPlot.Of(table, chart);
        if (plot.Labels.Count == 0 || plot.Series.Count == 0)
            return;
        var number = numbers.NextFigure();
        var figure = string.Create(CultureInfo.InvariantCulture, $"figuur-{number}");
        var caption = ids.Of("", figure);
        var (title, description) = (ids.Of("", figure + "-titel"), ids.Of("", figure + "-tekst"));
        var name = string.Create(CultureInfo.InvariantCulture, $"Figuur {number}. {chart.Titel}");
        html.Open("figure");
        html.Element("figcaption", name, ("id", caption));
        html.Open("div", ("class", "rol"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", caption));
        var size = chart.Soort == ChartKind.Lijn ? LineDrawing.Size(plot) : BarDrawing.Size(plot, chart);
        html.Open(
            "svg", ("role", "img"), ("aria-labelledby", $"{title} {description}"),
            ("viewBox", $"0 0 {Svg.At(size.Width)} {Svg.At(size.Height)}"),
            ("width", Svg.At(size.Width)), ("height", Svg.At(size.Height)));
        html.Element("title", chart.Titel, ("id", title)).Element("desc", chart.Omschrijving, ("id", description));
        if (chart.Soort == ChartKind.Lijn)
            LineDrawing.Draw(html, plot, chart);
        else
            BarDrawing.Draw(html, plot, chart, figure);
        html.Close().Close();
        WriteLegend(html, chart, plot, figure);
        html.Element("p", chart.Omschrijving, ("class", "omschrijving"));
        if (plot.HasGaps)
            html.Element("p", GapNote(chart), ("class", "toelichting"));
        html.Close();
    }

    private static string GapNote(ReportChart chart) => chart.Soort == ChartKind.Lijn
        ? "Een onderbreking in een lijn is geen nul: dat getal is niet getoond of niet bekend. "
            + "De tabel zegt welk van de twee."
        : "Waar een balk ontbreekt is het getal niet nul, maar niet getoond of niet bekend.";

    private static void WriteLegend(HtmlBuilder html, ReportChart chart, ChartPlot plot, string figure)
    {
        if (plot.Series.Count < 2 && chart.Referentie is null)
            return;
        html.Open("ul", ("class", "legenda"));
        for (var i = 0; i < plot.Series.Count; i++)
        {
            html.Open("li");
            html.Open("svg", ("aria-hidden", "true"), ("width", "44"), ("height", "14"), ("viewBox", "0 0 44 14"));
            if (chart.Soort == ChartKind.Lijn)
                LineDrawing.Key(html, SeriesStyle.At(i));
            else
                BarDrawing.Key(html, i, figure);
            html.Close().Text(plot.Series[i].Name).Close();
        }

        if (chart.Referentie is { } reference)
        {
            html.Open("li");
            html.Open("svg", ("aria-hidden", "true"), ("width", "44"), ("height", "14"), ("viewBox", "0 0 44 14"));
            Svg.Line(html, 2, 7, 42, 7, "referentie");
            html.Close().Text($"{reference.Naam} ({PrintedCell.Number(reference.Waarde)})").Close();
        }

        html.Close();
    }
}
