using System.Globalization;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports.Html;

/// <summary>A table of the report as a section: heading, explanation, charts, and the table itself in its own form.
/// </summary>
internal static class HtmlSection
{
    /// <summary>From so many columns a section is printed on its side.</summary>
    private const int WideFrom = 6;

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlBuilder html, ReportTable table, string id, PageIds ids, HtmlNumbers numbers)
    {
        html.Open("section", ("class", IsWide(table) ? "blad breed" : "blad"), ("aria-labelledby", id));
        html.Element("h2", HtmlWriter.Heading(table), ("id", id));
        var hasCaption = table.Vorm is TableForm.Tabel or TableForm.Warmtekaart && table.Rijen.Count > 0;
        if (!hasCaption)
            html.Element("p", table.Titel, ("class", "titel"));
        foreach (var line in table.Toelichting)
            html.Element("p", line, ("class", "toelichting"));
        foreach (var chart in table.Grafieken)
            HtmlChart.Write(html, table, chart, ids, numbers);
        if (table.Rijen.Count == 0)
            html.Element("p", "Er zijn geen rijen.", ("class", "leeg"));
        else if (table.Vorm == TableForm.Pagina)
            WritePage(html, table);
        else if (table.Vorm == TableForm.Kaarten)
            WriteCards(html, table, ids);
        else
            HtmlTable.Write(html, table, ids, numbers);
        html.Close();
    }

    private static bool IsWide(ReportTable table) =>
        table.Vorm is TableForm.Tabel or TableForm.Warmtekaart && table.Kolommen.Count >= WideFrom;

    private static void WritePage(HtmlBuilder html, ReportTable table)
    {
        html.Open("dl", ("class", "pagina"));
        foreach (var row in table.Rijen)
        {
            html.Open("div").Element("dt", PrintedCell.Of(row[0], table.Kolommen[0]));
            for (var c = 1; c < row.Count; c++)
            {
                html.Open("dd");
                WriteValue(html, row[c], table.Kolommen[c]);
                html.Close();
            }

            html.Close();
        }

        html.Close();
    }

    private static void WriteCards(HtmlBuilder html, ReportTable table, PageIds ids)
    {
        var starts = SheetWriter.CardStarts(table).Append(table.Rijen.Count).ToList();
        for (var card = 0; card + 1 < starts.Count; card++)
        {
            var name = PrintedCell.Of(table.Rijen[starts[card]][0], table.Kolommen[0]);
            var id = ids.Of("", string.Create(CultureInfo.InvariantCulture, $"kaart-{card + 1}"));
            html.Open("section", ("class", "kaart"), ("aria-labelledby", id));
            html.Element("h3", name, ("id", id)).Open("dl");
            for (var r = starts[card]; r < starts[card + 1]; r++)
                WriteCardLine(html, table, table.Rijen[r]);
            html.Close().Close();
        }
    }

    // Second cell is the subject; the others answer, each under its header when there are more than one.
    private static void WriteCardLine(HtmlBuilder html, ReportTable table, IReadOnlyList<ReportCell> row)
    {
        html.Open("div");
        html.Element("dt", row.Count > 1 ? PrintedCell.Of(row[1], table.Kolommen[1]) : table.Kolommen[0].Kop);
        for (var c = 2; c < row.Count; c++)
        {
            if (row[c] is ReportCell.Tekst { Waarde.Length: 0 } || table.Kolommen[c].IsSleutel)
                continue;
            html.Open("dd");
            if (row.Count > 3)
                html.Element("span", table.Kolommen[c].Kop + ": ", ("class", "kop"));
            WriteValue(html, row[c], table.Kolommen[c]);
            html.Close();
        }

        html.Close();
    }

    /// <summary>A value in running text; what is still to be filled in gets a line to write on.</summary>
    internal static void WriteValue(HtmlBuilder html, ReportCell cell, ReportColumn column)
    {
        if (cell is not ReportCell.Invulbaar filled)
        {
            html.Text(PrintedCell.Of(cell, column));
            return;
        }

        html.Open("span", ("class", filled.Waarde.Length > 0 ? "invulbaar" : "invulbaar leeg"));
        html.Text(filled.Waarde.Length > 0 ? filled.Waarde : "Nog in te vullen");
        html.Close();
        if (filled.Keuzes.Count > 0 && filled.Waarde.Length == 0)
            html.Element("span", $" Kies uit: {string.Join("; ", filled.Keuzes)}.", ("class", "keuzes"));
    }
}
