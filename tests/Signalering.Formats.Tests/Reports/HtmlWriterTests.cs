using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports.Html;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Formats.Tests.Reports;

public sealed class HtmlWriterTests
{
    private static readonly string Html = Encoding.UTF8.GetString(HtmlWriter.Write(RichReport.Make()));
    private static readonly XElement Page = Parse(Html);

    [Fact]
    public void The_same_report_gives_the_same_bytes_under_every_culture() =>
        Assert.Single(Cultures.InEach(() => Convert.ToHexString(HtmlWriter.Write(RichReport.Make()))).Distinct());

    [Fact]
    public void It_is_Dutch_with_a_title_and_fits_the_screen()
    {
        Assert.Equal("nl", (string?)Page.Attribute("lang"));
        Assert.Equal("Signalering Lindewaard, derde kwartaal 2026", Page.Descendants("title").First().Value);
        var viewport = Page.Descendants("meta").Single(meta => (string?)meta.Attribute("name") == "viewport");
        Assert.Equal("width=device-width, initial-scale=1", (string?)viewport.Attribute("content"));
    }

    [Fact]
    public void There_is_one_h1_and_no_level_is_skipped()
    {
        var levels = Page.Descendants()
            .Where(e => e.Name.LocalName is ['h', >= '1' and <= '6'])
            .Select(e => e.Name.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void Ids_are_unique_and_everything_that_refers_finds_its_target()
    {
        var ids = Page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        var labels = Page.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' '));
        var links = Page.Descendants("a").Select(a => (string)a.Attribute("href")!).ToList();
        var fills = Regex.Matches(Html, @"url\(#([^)]+)\)").Select(match => match.Groups[1].Value);

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(links, link => Assert.StartsWith("#", link, StringComparison.Ordinal));
        Assert.Empty(labels.Concat(links.Select(link => link[1..])).Concat(fills).Except(ids));
    }

    [Fact]
    public void The_first_link_skips_to_the_content_and_the_contents_name_every_section()
    {
        Assert.Equal(
            "#" + (string?)Page.Descendants("main").Single().Attribute("id"),
            (string?)Page.Descendants("a").First().Attribute("href"));
        Assert.Equal(
            [
                "In gewone taal", "Leeswijzer", "Agenda", "Dialoogkaarten", "Kwadranten", "Wijk thema", "Trends",
                "Leveringen",
            ],
            Page.Descendants("nav").Single().Descendants("a").Select(a => a.Value));
    }

    [Fact]
    public void Every_table_has_a_caption_and_scopes_and_scrolls_by_keyboard()
    {
        var tables = Page.Descendants("table").ToList();

        Assert.Equal(5, tables.Count);
        Assert.All(tables, table =>
        {
            Assert.NotEqual("", table.Element("caption")!.Value);
            Assert.All(
                table.Element("thead")!.Descendants("th"), th => Assert.Equal("col", (string?)th.Attribute("scope")));
            Assert.All(
                table.Element("tbody")!.Elements("tr").Select(row => row.Elements("th").Single()),
                th => Assert.Equal("row", (string?)th.Attribute("scope")));
            var region = table.Parent!;
            Assert.Equal("region", (string?)region.Attribute("role"));
            Assert.Equal("0", (string?)region.Attribute("tabindex"));
            Assert.Equal((string?)table.Element("caption")!.Attribute("id"), (string?)region.Attribute("aria-labelledby"));
        });
    }

    [Fact]
    public void Every_chart_tells_in_words_what_it_shows_and_its_table_holds_the_numbers()
    {
        var charts = RichReport.Make().Tabellen.SelectMany(table => table.Grafieken).ToList();
        var drawings = Page.Descendants("figure")
            .Select(figure => figure.Descendants("svg").Single(svg => svg.Attribute("role") is not null))
            .ToList();

        Assert.Equal(charts.Count, drawings.Count);
        foreach (var (drawing, chart) in drawings.Zip(charts))
        {
            Assert.Equal("img", (string?)drawing.Attribute("role"));
            Assert.Equal(chart.Titel, drawing.Element("title")!.Value);
            Assert.Equal(chart.Omschrijving, drawing.Element("desc")!.Value);
            Assert.NotEmpty(drawing.Ancestors("section").First().Descendants("table"));
        }

        Assert.All(Page.Descendants("svg").Where(svg => svg.Attribute("role") is null), sample =>
            Assert.Equal("true", (string?)sample.Attribute("aria-hidden")));
    }

    [Fact]
    public void A_line_is_broken_where_a_number_is_withheld_or_unknown()
    {
        // Of 24 months one is withheld and one unknown: three runs, 22 points.
        var line = Page.Descendants("figure").First(f => f.Value.Contains("Vocht en schimmel", StringComparison.Ordinal))
            .Descendants("svg").First();
        var path = (string)line.Descendants("path").First(p => (string?)p.Attribute("fill") == "none").Attribute("d")!;

        Assert.Equal(3, path.Count(c => c == 'M'));
        Assert.Equal(22, path.Count(c => c is 'M' or 'L'));
        Assert.Contains("Een onderbreking in een lijn is geen nul", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_lie_where_their_numbers_say()
    {
        // By hand: axis 0–20 over 250 pixels down from 284; 20 lies at 34, 10 at 159, 0 at 284.
        var table = new ReportTable(
            "T", "t", [], [new("a"), new("x"), new("y"), new("z")], [[Van("r"), Van(20), Van(10), Van(0)]])
        {
            Grafieken = [new("g", "o", ChartKind.Lijn, new ChartLabels.Headers(1, 3), [new("r", 0)], "as")],
        };
        var drawing = Parse(RichReport.With(table)).Descendants("svg").First();
        var path = (string)drawing.Descendants("path").First().Attribute("d")!;

        Assert.Equal(["34", "159", "284"], Regex.Matches(path, @" (\d+)").Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Bars_are_as_long_as_their_numbers_and_a_withheld_one_is_not_drawn()
    {
        var figure = Page.Descendants("figure").First();
        var lengths = figure.Descendants("rect").Where(rect => rect.Ancestors("svg").First().Attribute("role") is not null)
            .Select(rect => double.Parse((string)rect.Attribute("width")!, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(3, lengths.Count); // four quadrants, one withheld
        Assert.Equal(78.2 / 12.7, lengths[0] / lengths[1], 1);
        Assert.Contains("[c]", figure.Descendants("text").Select(text => text.Value));
        Assert.Contains("Profiel van het beroep (geen norm): 95", figure.Descendants("text").Select(text => text.Value));
    }

    [Fact]
    public void Numbers_are_written_the_Dutch_way()
    {
        var cells = Page.Descendants("td").Select(td => td.Value).ToList();

        Assert.Contains("4.321,5", cells);
        Assert.Contains("1.210", cells);
        Assert.Contains("702,3", cells); // 702.25 with one decimal
        Assert.Contains("[c]", cells);
    }

    [Fact]
    public void A_heat_map_keeps_its_numbers_and_explains_its_colours()
    {
        var section = Page.Descendants("section").Single(s => s.Element("h2")?.Value == "Wijk thema");

        Assert.Equal(5, section.Descendants("li").Count());
        var shaded = section.Descendants("td")
            .Where(td => ((string?)td.Attribute("class"))!.Contains(" w", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(shaded);
        Assert.All(shaded, td => Assert.Matches(@"^\d+,\d$", td.Value));
    }

    [Fact]
    public void A_card_is_a_section_with_its_name_as_heading_and_subjects_with_answers()
    {
        var cards = Page.Descendants("section").Where(s => (string?)s.Attribute("class") == "kaart").ToList();

        Assert.Equal(
            ["Vocht en schimmel in Lindenhof", "Energiearmoede in De Akkers"],
            cards.Select(card => card.Element("h3")!.Value));
        Assert.Equal(6, cards[0].Descendants("dt").Count());
        var answers = cards[0].Descendants("dd").Select(dd => dd.Value).ToList();
        Assert.Contains("Nog in te vullen Kies uit: herkend; deels herkend; niet herkend.", answers);
        Assert.Contains("gedeeld in de wijk", answers);
    }

    [Fact]
    public void The_page_in_plain_words_comes_first_in_the_content() =>
        Assert.Equal("In gewone taal", Page.Descendants("main").Single().Elements().First().Element("h2")!.Value);

    [Fact]
    public void Without_a_page_in_plain_words_nothing_points_at_it()
    {
        var page = Parse(RichReport.Make() with { Bewonerspagina = [] });

        Assert.DoesNotContain("In gewone taal", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_no_script_and_nothing_from_elsewhere_and_the_browser_keeps_it_so()
    {
        Assert.DoesNotContain("<script", Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"(?i)https?:|\ssrc=|\sstyle=|\son[a-z]+=|@import", Html);
        var css = Page.Descendants("style").Single().Value;
        var policy = (string)Page.Descendants("meta")
            .Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)));
        Assert.StartsWith($"default-src 'none'; style-src 'sha256-{hash}';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_never_markup()
    {
        const string Evil = "<script>alert(1)</script>\" onclick='x' & </style>\0 &lt;";
        var table = new ReportTable(
            Evil, Evil, [Evil], [new(Evil), new("b")], [[Van(Evil), Van(1)], [Van("x"), new Invulbaar("", [Evil])]])
        {
            Grafieken =
            [
                new(Evil, Evil, ChartKind.Balk, new ChartLabels.Column(0), [new(Evil, 1)], Evil) { Referentie = (Evil, 1) },
            ],
        };
        foreach (var form in Enum.GetValues<TableForm>())
        {
            var report = RichReport.With(table with { Vorm = form }) with { Titel = Evil, Bewonerspagina = [Evil] };
            var html = Encoding.UTF8.GetString(HtmlWriter.Write(report));

            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("onclick='", html, StringComparison.Ordinal);
            Assert.Equal(Evil.Replace("\0", "", StringComparison.Ordinal), Parse(html).Descendants("h1").Single().Value);
        }
    }

    [Fact]
    public void A_table_too_wide_for_paper_comes_in_parts_with_its_first_column()
    {
        var wide = RichReport.Warmtekaart(problems: 4, wijken: 100);
        var tables = Parse(RichReport.With(wide)).Descendants("table").ToList();

        Assert.Equal(4, tables.Count);
        Assert.All(tables, table => Assert.True(table.Descendants("tr").First().Elements().Count() <= 26));
        Assert.All(tables, table => Assert.Equal("Sociaal probleem", table.Descendants("th").First().Value));
        Assert.Equal(
            wide.Kolommen.Skip(1).Select(column => column.Kop),
            tables.SelectMany(table => table.Descendants("tr").First().Elements().Skip(1)).Select(th => th.Value));
        Assert.EndsWith("(deel 4 van 4)", tables[3].Element("caption")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_says_so()
    {
        var page = Parse(RichReport.With(RichReport.Leveringen() with { Rijen = [] }));

        Assert.Empty(page.Descendants("table"));
        Assert.Contains("Er zijn geen rijen.", page.Value, StringComparison.Ordinal);
    }

    private static XElement Parse(SignaleringReport report) => Parse(Encoding.UTF8.GetString(HtmlWriter.Write(report)));

    private static XElement Parse(string html)
    {
        const string DocType = "<!DOCTYPE html>\n";
        Assert.StartsWith(DocType, html, StringComparison.Ordinal);
        return XElement.Parse(html[DocType.Length..], LoadOptions.PreserveWhitespace);
    }
}
