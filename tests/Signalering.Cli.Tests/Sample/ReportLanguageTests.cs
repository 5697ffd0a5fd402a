using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Signalering.Domain.Reporting;

namespace Signalering.Cli.Tests.Sample;

/// <summary>The words of the report: neutral, without blame or ranking, and no count that is not rounded.</summary>
public sealed partial class ReportLanguageTests(SampleFixture sample)
{
    private const string Chapter = "<h2";

    // Words that blame or label people, and words of a ranking; lower case, as parts of words.
    private static readonly string[] Unwanted =
    [
        "onwillig", "misbruik van voorzieningen", "fraudeur", "probleemwijk", "achterstandswijk", "slechtste", "ergste",
        "top 5", "top 10", "top-10", "allochtoon", "lastige cliënt", "zorgmijder", "asociaal", "kansloos", "hardnekkige gevallen",
    ];

    [Fact]
    public async Task The_report_blames_nobody_and_ranks_nothing()
    {
        var page = await Page();

        Assert.All(Unwanted, word => Assert.DoesNotContain(word, page, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Signalering Lindewaard, derde kwartaal 2026")]
    [InlineData("Agenda voor de dialoog")]
    public async Task The_sample_story_can_be_read_from_each_of_the_first_two_sheets(string title)
    {
        var sheet = Section(await Page(), title);

        Assert.Contains("Schulden in meer wijken: toename", sheet, StringComparison.Ordinal);
        Assert.Contains("Eenzaamheid in Lindenhof: al langer meer dan verwacht", sheet, StringComparison.Ordinal);
        Assert.Contains("Huisvesting in meer wijken: toename", sheet, StringComparison.Ordinal);
        Assert.Contains("Problemen tussen buren in Parkwijk: voorbij", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("in Molenveld: toename", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("steuncontact in Binnenstad", sheet, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_first_sheet_tells_both_artefacts_and_how_few_subjects_there_are()
    {
        var sheet = Section(await Page(), "Signalering Lindewaard, derde kwartaal 2026");

        Assert.Contains("4 onderwerpen op de agenda.", sheet, StringComparison.Ordinal);
        Assert.Contains("Wijkteam Molenveld, mei 2026.", sheet, StringComparison.Ordinal);
        Assert.Contains("Wijkteam Centrum, vanaf januari 2025.", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_of_the_tidy_table_is_a_multiple_of_five()
    {
        var files = await Files();
        var values = Encoding.UTF8.GetString(files["cijfers.csv"]).Split("\r\n").Skip(1)
            .Select(line => line.Split(';')).Where(cells => cells.Length == 8 && cells[6].Length > 0)
            .Select(cells => int.Parse(cells[6], CultureInfo.InvariantCulture)).ToList();

        Assert.True(values.Count > 500);
        Assert.All(values, value => Assert.True(value % 5 == 0 && value is 0 or >= 10, $"{value} is shown."));
    }

    [Fact]
    public async Task Every_column_of_every_table_is_explained_and_the_keys_find_one_row()
    {
        var files = await Files();
        var dictionary = Rows(files["gegevenswoordenboek.csv"]);

        Assert.All(dictionary, row => Assert.NotEqual(row[1], row[2]));
        foreach (var name in new[] { "cijfers.csv", "signalen.csv", "leveringen.csv" })
        {
            using var metadata = JsonDocument.Parse(files[name + "-metadata.json"]);
            var schema = metadata.RootElement.GetProperty("tableSchema");
            var columns = schema.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()).ToList();
            var key = schema.GetProperty("primaryKey").EnumerateArray().Select(c => columns.IndexOf(c.GetString())).ToList();
            var rows = Rows(files[name]);

            Assert.NotEmpty(rows);
            Assert.Equal(rows.Count, rows.Select(row => string.Join('|', key.Select(column => row[column]))).Distinct().Count());
        }
    }

    private static List<string[]> Rows(byte[] csv) =>
        [.. Encoding.UTF8.GetString(csv).Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(';'))];

    // From a title to the next chapter.
    private static string Section(string page, string title)
    {
        var start = page.IndexOf(title, page.IndexOf(Chapter, StringComparison.Ordinal), StringComparison.Ordinal);
        return page[start..page.IndexOf(Chapter, start, StringComparison.Ordinal)];
    }

    // The text of the page; tags are gone, but for where a chapter begins.
    private async Task<string> Page() => Tags().Replace(
        Encoding.UTF8.GetString((await Files())["signalering-2026-Q3.html"]),
        tag => tag.Value.StartsWith(Chapter, StringComparison.Ordinal) ? Chapter : " ");

    private Task<IReadOnlyDictionary<string, byte[]>> Files() =>
        sample.Pipeline.Build(new Quarter(2026, 3), TestContext.Current.CancellationToken);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
