using System.Globalization;
using Signalering.Formats.Reports.Charts;

namespace Signalering.Formats.Reports.Html;

/// <summary>Shapes of a chart as SVG.</summary>
internal static class Svg
{
    private const double Half = 4.5;

    /// <summary>A length or position with at most two decimals.</summary>
    public static string At(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A straight line.</summary>
    public static void Line(HtmlBuilder html, double x1, double y1, double x2, double y2, string name) => html.Empty(
        "line", ("class", name), ("x1", At(x1)), ("y1", At(y1)), ("x2", At(x2)), ("y2", At(y2)));

    /// <summary>Text; anchor is start, middle or end.</summary>
    public static void Text(
        HtmlBuilder html, double x, double y, string text, string anchor = "start", double turn = 0) => html.Element(
            "text", text, ("x", At(x)), ("y", At(y)), ("text-anchor", anchor),
            ("transform", turn == 0 ? null : $"rotate({At(turn)} {At(x)} {At(y)})"));

    /// <summary>Dashes of a line; null for a whole line.</summary>
    public static string? Dashes(string dash) => dash switch
    {
        "dash" => "8 4",
        "sysDot" => "2 4",
        "sysDash" => "5 3",
        "lgDash" => "14 5",
        "dashDot" => "9 4 2 4",
        "lgDashDot" => "14 4 2 4",
        _ => null,
    };

    /// <summary>The sign of a point, in the shape of its series.</summary>
    public static void Marker(HtmlBuilder html, SeriesStyle style, double x, double y)
    {
        var color = "#" + style.Color;
        if (style.Marker is "x" or "plus")
        {
            html.Empty(
                "path", ("d", Path(style.Marker, x, y)), ("stroke", color), ("stroke-width", "2.5"), ("fill", "none"));
        }
        else
        {
            html.Empty("path", ("d", Path(style.Marker, x, y)), ("fill", color));
        }
    }

    private static string Path(string marker, double x, double y)
    {
        var (l, r, t, b) = (At(x - Half), At(x + Half), At(y - Half), At(y + Half));
        var (cx, cy, d) = (At(x), At(y), At(2 * Half));
        return marker switch
        {
            "square" => $"M{l} {t}H{r}V{b}H{l}Z",
            "triangle" => $"M{cx} {t}L{r} {b}H{l}Z",
            "diamond" => $"M{cx} {At(y - Half - 1)}L{At(x + Half + 1)} {cy}"
                + $"L{cx} {At(y + Half + 1)}L{At(x - Half - 1)} {cy}Z",
            "x" => $"M{l} {t}L{r} {b}M{r} {t}L{l} {b}",
            "plus" => $"M{cx} {t}V{b}M{l} {cy}H{r}",
            _ => $"M{l} {cy}a{At(Half)} {At(Half)} 0 1 0 {d} 0a{At(Half)} {At(Half)} 0 1 0 -{d} 0Z",
        };
    }
}
