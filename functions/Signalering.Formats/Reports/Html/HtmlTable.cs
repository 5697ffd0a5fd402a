using System.Globalization;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports.Html;

/// <summary>A table with a caption and scopes, in a region that scrolls by keyboard when it is too wide.</summary>
internal static class HtmlTable
{
    // More columns than this do not fit on a sheet of paper: the table is cut into parts, each with its first column.
    private const int ColumnsPerPart = 26;

    // From here headers of numbers stand upright on paper.
    private const int UprightHeadersFrom = 11;

    /// <summary>Writes the table, in parts when it has many columns.</summary>
    public static void Write(HtmlBuilder html, ReportTable table, PageIds ids, HtmlNumbers numbers)
    {
        var scale = table.Vorm == TableForm.Warmtekaart ? HeatScale.Of(table) : null;
        if (scale is not null)
            WriteLegend(html, scale);
        var number = numbers.NextTable();
        var parts = Parts(table.Kolommen.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var caption = string.Create(CultureInfo.InvariantCulture, $"Tabel {number}. {table.Titel}");
            if (parts.Count > 1)
                caption += string.Create(CultureInfo.InvariantCulture, $" (deel {i + 1} van {parts.Count})");
            WritePart(html, table, parts[i], caption, ids.Of("", string.Create(
                CultureInfo.InvariantCulture, $"tabel-{number}")), scale);
        }
    }

    // Parts of about equal width, each with the first column in front.
    private static List<List<int>> Parts(int columns)
    {
        if (columns <= ColumnsPerPart)
            return [[.. Enumerable.Range(0, columns)]];
        var count = (columns - 1 + ColumnsPerPart - 2) / (ColumnsPerPart - 1);
        var size = (columns - 1 + count - 1) / count;
        return [.. Enumerable.Range(1, columns - 1).Chunk(size).Select(chunk => (List<int>)[0, .. chunk])];
    }

    private static void WritePart(
        HtmlBuilder html, ReportTable table, List<int> columns, string caption, string id, HeatScale? scale)
    {
        html.Open("div", ("class", "rol"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", id));
        html.Open("table", ("class", columns.Count >= UprightHeadersFrom ? "veel-kolommen" : null));
        html.Open("caption", ("id", id)).Element("span", caption).Close().Open("thead").Open("tr");
        foreach (var c in columns)
        {
            var name = SheetCells.HoldsNumbers(table, c) ? "getal" : null;
            html.Element("th", table.Kolommen[c].Kop, ("scope", "col"), ("class", name));
        }

        html.Close().Close().Open("tbody");
        foreach (var row in table.Rijen)
        {
            html.Open("tr");
            foreach (var c in columns)
                WriteCell(html, row[c], table.Kolommen[c], isHeader: c == 0, HeatScale.IsTotal(table, c) ? null : scale);
            html.Close();
        }

        html.Close().Close().Close();
    }

    private static void WriteCell(
        HtmlBuilder html, ReportCell cell, ReportColumn column, bool isHeader, HeatScale? scale)
    {
        var shade = scale is not null && cell is ReportCell.Getal number
            ? string.Create(CultureInfo.InvariantCulture, $" w{scale.Shade(number.Waarde) + 1}")
            : "";
        var name = cell switch
        {
            ReportCell.Getal => "getal" + shade,
            ReportCell.Afkorting => "afkorting",
            _ => column.Breedte >= SheetCells.WrapFrom ? "lang" : null,
        };
        if (isHeader)
            html.Open("th", ("scope", "row"), ("class", name));
        else
            html.Open("td", ("class", name));
        HtmlSection.WriteValue(html, cell, column);
        html.Close();
    }

    private static void WriteLegend(HtmlBuilder html, HeatScale scale)
    {
        const string Explanation = "Kleur van licht naar donker (de kleur zegt niets anders dan het getal):";
        html.Element("p", Explanation, ("class", "toelichting"));
        html.Open("ul", ("class", "kleuren"));
        foreach (var (shade, numbers) in scale.Legend)
            html.Element("li", numbers, ("class", string.Create(CultureInfo.InvariantCulture, $"w{shade + 1}")));
        html.Close();
    }
}
