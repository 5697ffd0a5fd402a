namespace Signalering.Cli.Tests;

public class DemoTests
{
    [Fact]
    public async Task The_demo_says_what_the_readme_shows_and_its_reports_are_those_of_the_report_verb()
    {
        using var folder = new TemporaryFolder();
        var demo = Path.Combine(folder.Path, "demo");

        var run = await RunCommand.Of("demo", "--out", demo);

        Assert.Equal(SignaleringCommand.Done, run.Exit);
        var said = run.Output.Replace(demo, "out", StringComparison.Ordinal).Replace('\\', '/').Trim();
        Assert.Equal(Readme.Block("demo"), said);
        await AssertSameReport("2026-Q3", demo, Path.Combine(folder.Path, "report"));
        Assert.Equal(213, Directory.GetFiles(Path.Combine(demo, "ontvangst"), "*.json", SearchOption.AllDirectories).Length);
    }

    private static async Task AssertSameReport(string period, string demo, string report)
    {
        var run = await RunCommand.Of("report", "--exports", Repository.Exports, "--period", period, "--out", report);

        Assert.Equal(SignaleringCommand.Done, run.Exit);
        var files = Directory.GetFiles(Path.Combine(demo, period)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            files, Directory.GetFiles(Path.Combine(report, period)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Contains($"signalering-{period}.xlsx", files);
        Assert.All(files, name => Assert.True(
            File.ReadAllBytes(Path.Combine(demo, period, name)).SequenceEqual(
                File.ReadAllBytes(Path.Combine(report, period, name))),
            $"{name} differs between the pipeline and the report verb."));
    }
}

/// <summary>Examples in the README: code blocks behind <c>&lt;!-- example: name --&gt;</c>.</summary>
internal static class Readme
{
    public static string Block(string name)
    {
        var text = Repository.Text("README.md");
        var marker = $"<!-- example: {name} -->";
        var from = text.IndexOf("```text\n", text.IndexOf(marker, StringComparison.Ordinal), StringComparison.Ordinal) + 8;
        return text[from..text.IndexOf("\n```", from, StringComparison.Ordinal)];
    }
}
