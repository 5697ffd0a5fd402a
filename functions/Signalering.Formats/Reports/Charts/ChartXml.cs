using System.Globalization;
using System.Xml.Linq;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports.Charts;

/// <summary>A native Excel chart as DrawingML (ECMA-376, part 1, 21.2).</summary>
/// <remarks>Values and labels are written beside the references to their cells, for viewers that do not calculate. Gaps
/// stay gaps. Bars are horizontal; with a reference line they stand, since a line cannot be drawn across lying bars.
/// </remarks>
internal static class ChartXml
{
    private const int LabelAxis = 1;
    private const int ValueAxis = 2;
    private const int TurnLabelsFrom = 9;
    private const string Ink = "262626";
    private const string Grid = "D9D9D9";

    private static readonly string[] Hatches = ["wdUpDiag", "dkHorz", "wdDnDiag", "dkVert", "pct50"];

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>The whole part.</summary>
    public static XDocument Of(WorkbookChart chart) => new(new XElement(
        C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C),
        new XAttribute(XNamespace.Xmlns + "a", A),
        Value("date1904", "0"),
        Value("lang", "nl-NL"),
        Value("roundedCorners", "0"),
        new XElement(
            C + "chart",
            Title(chart.Chart.Titel, 1300),
            Value("autoTitleDeleted", "0"),
            PlotArea(chart),
            chart.Series.Count > 1 ? new XElement(C + "legend", Value("legendPos", "b"), Value("overlay", "0")) : null,
            Value("plotVisOnly", "1"),
            Value("dispBlanksAs", "gap")),
        new XElement(C + "spPr", Fill("FFFFFF"), new XElement(A + "ln", new XAttribute("w", 9525), Fill("BFBFBF"))),
        TextOf(1000, null)));

    private static XElement PlotArea(WorkbookChart chart)
    {
        var lying = Lies(chart);
        return new XElement(
            C + "plotArea",
            new XElement(C + "layout"),
            chart.Chart.Soort == ChartKind.Lijn
                ? Lines(chart, chart.Series)
                : Bars(chart, [.. chart.Series.Where(series => !series.IsReference)], lying),
            chart.Chart.Soort == ChartKind.Balk && chart.Series.Any(series => series.IsReference)
                ? Lines(chart, [.. chart.Series.Where(series => series.IsReference)])
                : null,
            LabelsAxis(chart, lying),
            ValuesAxis(chart, lying));
    }

    private static bool Lies(WorkbookChart chart) =>
        chart.Chart.Soort == ChartKind.Balk && !chart.Series.Any(series => series.IsReference);

    private static XElement Lines(WorkbookChart chart, IReadOnlyList<SeriesSource> series) => new(
        C + "lineChart",
        Value("grouping", "standard"),
        Value("varyColors", "0"),
        series.Select(one => Series(
            chart, one,
            new XElement(C + "spPr", Line(one.Style)),
            new XElement(C + "marker", Marker(one.Style)),
            null,
            Value("smooth", "0"))),
        Value("marker", "1"),
        Value("axId", LabelAxis),
        Value("axId", ValueAxis));

    private static XElement Bars(WorkbookChart chart, IReadOnlyList<SeriesSource> series, bool lying) => new(
        C + "barChart",
        Value("barDir", lying ? "bar" : "col"),
        Value("grouping", "clustered"),
        Value("varyColors", "0"),
        series.Select(one => Series(
            chart, one,
            new XElement(
                C + "spPr", BarFill(one.Style, IndexOf(chart.Series, one)),
                new XElement(A + "ln", new XAttribute("w", 9525), Fill(Ink))),
            Value("invertIfNegative", "0"),
            ValueLabels(one),
            null)),
        Value("gapWidth", "60"),
        Value("axId", LabelAxis),
        Value("axId", ValueAxis));

    private static XElement Series(
        WorkbookChart chart, SeriesSource series, XElement shape, XElement marker, XElement? labels, XElement? last)
    {
        var position = IndexOf(chart.Series, series);
        return new XElement(
            C + "ser",
            Value("idx", position),
            Value("order", position),
            new XElement(C + "tx", new XElement(C + "v", SafeText.ForCell(series.Name))),
            shape,
            marker,
            labels,
            new XElement(C + "cat", new XElement(
                C + "strRef",
                new XElement(C + "f", series.LabelCells),
                new XElement(
                    C + "strCache",
                    Value("ptCount", chart.Labels.Count),
                    chart.Labels.Select((label, i) => Point(i, SafeText.ForCell(label)))))),
            new XElement(C + "val", new XElement(
                C + "numRef",
                new XElement(C + "f", series.ValueCells),
                new XElement(
                    C + "numCache",
                    new XElement(C + "formatCode", Format(series.Decimals)),
                    Value("ptCount", series.Values.Count),
                    series.Values.Select((value, i) => value is { } number ? Point(i, Invariant(number)) : null)))),
            last);
    }

    private static int IndexOf(IReadOnlyList<SeriesSource> all, SeriesSource one)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (ReferenceEquals(all[i], one))
                return i;
        }

        throw new ArgumentException("Not a series of this chart.", nameof(one));
    }

    private static XElement ValueLabels(SeriesSource series) => new(
        C + "dLbls",
        NumberFormat(Format(series.Decimals)),
        new XElement(C + "spPr", new XElement(A + "noFill")),
        Value("showLegendKey", "0"),
        Value("showVal", "1"),
        Value("showCatName", "0"),
        Value("showSerName", "0"),
        Value("showPercent", "0"),
        Value("showBubbleSize", "0"));

    private static XElement LabelsAxis(WorkbookChart chart, bool lying) => new(
        C + "catAx",
        Value("axId", LabelAxis),
        new XElement(C + "scaling", Value("orientation", lying ? "maxMin" : "minMax")),
        Value("delete", "0"),
        Value("axPos", lying ? "l" : "b"),
        chart.LabelsTitle is { } title ? Title(title, 1000) : null,
        NumberFormat("General"),
        Value("majorTickMark", "out"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "low"),
        new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 9525), Fill("7F7F7F"))),
        TextOf(900, !lying && chart.Labels.Count >= TurnLabelsFrom ? -2700000 : null),
        Value("crossAx", ValueAxis),
        Value("crosses", "autoZero"),
        Value("auto", "0"),
        Value("lblAlgn", "ctr"),
        Value("lblOffset", "100"),
        Value("noMultiLvlLbl", "1"));

    private static XElement ValuesAxis(WorkbookChart chart, bool lying) => new(
        C + "valAx",
        Value("axId", ValueAxis),
        new XElement(
            C + "scaling",
            Value("orientation", "minMax"),
            chart.Series.SelectMany(series => series.Values).Any(value => value < 0) ? null : Value("min", "0")),
        Value("delete", "0"),
        Value("axPos", lying ? "b" : "l"),
        new XElement(
            C + "majorGridlines",
            new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 6350), Fill(Grid)))),
        Title(chart.Chart.As, 1000),
        NumberFormat(Format(ValueScale.Of(chart.Series.SelectMany(s => s.Values).OfType<decimal>()).Decimals)),
        Value("majorTickMark", "out"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "nextTo"),
        new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 9525), Fill("7F7F7F"))),
        TextOf(900, null),
        Value("crossAx", LabelAxis),
        Value("crosses", lying ? "max" : "autoZero"), // upside down, so that the axis of values lies below
        Value("crossBetween", "between"));

    private static XElement Title(string text, int size) => new(
        C + "title",
        new XElement(C + "tx", new XElement(
            C + "rich",
            new XElement(A + "bodyPr"),
            new XElement(A + "lstStyle"),
            new XElement(
                A + "p",
                new XElement(
                    A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", size), new XAttribute("b", "1"))),
                new XElement(
                    A + "r",
                    new XElement(
                        A + "rPr",
                        new XAttribute("lang", "nl-NL"), new XAttribute("sz", size), new XAttribute("b", "1"),
                        Fill(Ink), Letters()),
                    new XElement(A + "t", SafeText.ForCell(text)))))),
        Value("overlay", "0"));

    private static XElement TextOf(int size, int? turn) => new(
        C + "txPr",
        new XElement(
            A + "bodyPr",
            turn is { } angle ? new XAttribute("rot", angle) : null,
            turn is null ? null : new XAttribute("vert", "horz")),
        new XElement(A + "lstStyle"),
        new XElement(
            A + "p",
            new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", size), Fill(Ink), Letters())),
            new XElement(A + "endParaRPr", new XAttribute("lang", "nl-NL"))));

    private static XElement Letters() => new(A + "latin", new XAttribute("typeface", WorkbookWriter.Font));

    private static XElement Line(SeriesStyle style) => new(
        A + "ln",
        new XAttribute("w", 25400),
        new XAttribute("cap", "rnd"),
        Fill(style.Color),
        new XElement(A + "prstDash", new XAttribute("val", style.Dash)),
        new XElement(A + "round"));

    private static object[] Marker(SeriesStyle style) => style.Marker == "none"
        ? [Value("symbol", "none")]
        :
        [
            Value("symbol", style.Marker),
            Value("size", "7"),
            new XElement(
                C + "spPr", Fill(style.Color), new XElement(A + "ln", new XAttribute("w", 9525), Fill(style.Color))),
        ];

    private static XElement Fill(string color) =>
        new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", color)));

    // The first series is filled, the others hatched, each in another direction: told apart in black and white too.
    private static XElement BarFill(SeriesStyle style, int position) => position == 0
        ? Fill(style.Color)
        : new XElement(
            A + "pattFill",
            new XAttribute("prst", Hatches[(position - 1) % Hatches.Length]),
            new XElement(A + "fgClr", new XElement(A + "srgbClr", new XAttribute("val", style.Color))),
            new XElement(A + "bgClr", new XElement(A + "srgbClr", new XAttribute("val", "FFFFFF"))));

    private static XElement Value(string name, object value) => new(C + name, new XAttribute("val", value));

    private static XElement Point(int position, string value) =>
        new(C + "pt", new XAttribute("idx", position), new XElement(C + "v", value));

    private static XElement NumberFormat(string format) => new(
        C + "numFmt", new XAttribute("formatCode", format), new XAttribute("sourceLinked", "0"));

    private static string Format(int decimals) =>
        decimals <= 0 ? "#,##0" : "#,##0." + new string('0', Math.Min(decimals, 10));

    private static string Invariant(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
