using System.Security.Cryptography;
using System.Text;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports.Html;

/// <summary>A report as one HTML file, for reading on any screen and on paper.</summary>
/// <remarks>
/// <para>It needs nothing else: no script, no picture, no font, nothing from another address, and says so in a policy
/// that the browser keeps (Content-Security-Policy). Built for WCAG 2.2 AA: one h1, headings in order, captions and
/// scopes, charts with a text alternative beside the table with the same numbers, wide tables in a region that scrolls
/// by keyboard, no meaning by colour alone.</para>
/// <para>Order: the page in plain words, then the tables of the report in their own order.</para>
/// </remarks>
public static class HtmlWriter
{
    private static readonly string Css = ReadCss();
    private static readonly string CssHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)));

    /// <summary>The bytes of the file: UTF-8, no byte order mark; the same for the same report.</summary>
    public static byte[] Write(SignaleringReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new HtmlBuilder();
        var ids = new PageIds();
        var plain = ids.Of("", "in-gewone-taal");
        var main = ids.Of("", "inhoud");
        var tables = report.Tabellen.Select(table => (Table: table, Id: ids.Of("", "blad-" + table.Naam))).ToList();
        html.Open("html", ("lang", "nl"));
        WriteHead(html, report);
        html.Open("body");
        html.Element("a", "Direct naar de inhoud", ("class", "naar-inhoud"), ("href", "#" + main));
        html.Open("header").Element("h1", report.Titel).Close();
        WriteContents(html, report, plain, tables);
        html.Open("main", ("id", main), ("tabindex", "-1"));
        WritePlain(html, report, plain);
        var figures = new HtmlNumbers();
        foreach (var (table, id) in tables)
            HtmlSection.Write(html, table, id, ids, figures);
        html.Close();
        WriteFoot(html, report);
        html.Close().Close();
        return Encoding.UTF8.GetBytes(html.Finish());
    }

    /// <summary>Heading of a table: the name of its sheet as words.</summary>
    internal static string Heading(ReportTable table) => table.Naam.Replace('_', ' ');

    private static void WriteHead(HtmlBuilder html, SignaleringReport report) => html
        .Open("head")
        .Empty("meta", ("charset", "utf-8"))
        .Empty(
            "meta", ("http-equiv", "Content-Security-Policy"),
            ("content", $"default-src 'none'; style-src 'sha256-{CssHash}'; base-uri 'none'; form-action 'none'"))
        .Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
        .Empty("meta", ("name", "generator"), ("content", "Signalering"))
        .Element("title", report.Titel)
        .Style(Css)
        .Close();

    private static void WriteContents(
        HtmlBuilder html, SignaleringReport report, string plain, IEnumerable<(ReportTable Table, string Id)> tables)
    {
        html.Open("nav", ("class", "inhoudsopgave"), ("aria-labelledby", "inhoudsopgave"));
        html.Element("h2", "Inhoud", ("id", "inhoudsopgave")).Open("ol");
        if (report.Bewonerspagina.Count > 0)
            html.Open("li").Element("a", "In gewone taal", ("href", "#" + plain)).Close();
        foreach (var (table, id) in tables)
            html.Open("li").Element("a", Heading(table), ("href", "#" + id)).Close();
        html.Close().Close();
    }

    private static void WritePlain(HtmlBuilder html, SignaleringReport report, string id)
    {
        if (report.Bewonerspagina.Count == 0)
            return;
        html.Open("section", ("class", "gewone-taal"), ("aria-labelledby", id));
        html.Element("h2", "In gewone taal", ("id", id));
        foreach (var paragraph in report.Bewonerspagina)
            html.Element("p", paragraph);
        html.Close();
    }

    private static void WriteFoot(HtmlBuilder html, SignaleringReport report) => html
        .Open("footer")
        .Element(
            "p",
            $"Kenmerk {report.Manifest.Kenmerk} · Signalering {report.Manifest.Versies.Product}"
            + $" · taxonomie {report.Manifest.Versies.Taxonomie} · regels {report.Manifest.Versies.Regels}")
        .Close();

    private static string ReadCss()
    {
        using var stream = typeof(HtmlWriter).Assembly.GetManifestResourceStream("rapport.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>Numbers of tables and figures on a page.</summary>
internal sealed class HtmlNumbers
{
    private int _tables;
    private int _figures;

    /// <summary>Number of the next table, from 1.</summary>
    public int NextTable() => ++_tables;

    /// <summary>Number of the next figure, from 1.</summary>
    public int NextFigure() => ++_figures;
}
