using System.Globalization;
using System.Text;
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

    [Fact]
    public async Task The_sample_story_can_be_read_from_the_agenda()
    {
        var agenda = Section(await Page(), "Agenda voor de dialoog");

        Assert.Contains("Schulden, hele gemeente: spreiding", agenda, StringComparison.Ordinal);
        Assert.Contains("Eenzaamheid, Lindenhof: concentratie", agenda, StringComparison.Ordinal);
        Assert.Contains("Huisvesting, hele gemeente: spreiding", agenda, StringComparison.Ordinal);
        Assert.DoesNotContain("Molenveld: stijging", agenda, StringComparison.Ordinal);
        Assert.DoesNotContain("steuncontact, Binnenstad", agenda, StringComparison.OrdinalIgnoreCase);
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

    // From a title to the next chapter.
    private static string Section(string page, string title)
    {
        var start = page.IndexOf(title, StringComparison.Ordinal);
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
