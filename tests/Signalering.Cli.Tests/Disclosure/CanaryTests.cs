using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Signalering.Cli.Tests.Disclosure;

/// <summary>Counts that occur nowhere else, of too few clients to be shown: they may be in no part of any output.</summary>
public class CanaryTests
{
    /// <summary>Multiples of five, so that rounding does not hide them from the search.</summary>
    private static readonly (string Wijk, string Vraag, int Activities, int Clients)[] Canaries =
    [
        ("Noord", InventedMunicipality.Vragen[0], 3015, 4), ("Oost", InventedMunicipality.Vragen[0], 3035, 6),
        ("Noord", InventedMunicipality.Vragen[2], 3045, 3), ("Zuid", InventedMunicipality.Vragen[2], 3065, 9),
        ("Oost", InventedMunicipality.Vragen[3], 3085, 1), ("West", InventedMunicipality.Vragen[3], 3095, 7),
    ];

    [Fact]
    public async Task A_withheld_count_is_in_no_part_of_a_report_and_in_no_message()
    {
        using var municipality = new InventedMunicipality();
        var (run, folder) = await municipality.Report("canarie", Export());

        Assert.Contains("2026-Q3", run.Output, StringComparison.Ordinal);
        var parts = Parts(folder).Append(("stdout", run.Output)).Append(("stderr", run.Error)).ToList();
        Assert.True(parts.Count > 40, "Workbooks, pages and tables were expected.");
        Assert.Contains(parts, part => part.Item1.EndsWith("sheet1.xml", StringComparison.Ordinal));
        foreach (var (wijk, vraag, activities, _) in Canaries)
        {
            var leaks = parts.Where(part => Mentions(part.Item2, activities)).Select(part => part.Item1);
            Assert.True(!leaks.Any(), $"{wijk} × {vraag} is in {string.Join(", ", leaks)}");
        }
    }

    [Fact]
    public async Task And_what_is_shown_is_found_so_that_the_search_works()
    {
        using var municipality = new InventedMunicipality();
        var (_, folder) = await municipality.Report("canarie", Export());

        // 400 activities of 40 clients a month in one wijk: 1 200 in the quarter.
        Assert.Contains(Parts(folder), part => part.Name.EndsWith(".html", StringComparison.Ordinal) && Mentions(part.Text, 1200));
        Assert.Contains(Parts(folder), part => part.Name.Contains(".xlsx!", StringComparison.Ordinal) && Mentions(part.Text, 1200));
        Assert.Contains(Parts(folder), part => part.Name == "cijfers.csv" && Mentions(part.Text, 1200));
    }

    [Fact]
    public async Task A_protected_table_and_what_is_said_of_it_hold_no_withheld_value()
    {
        using var folder = new TemporaryFolder();
        var table = folder.File("tabel.csv", "wijk;aantal;casussen\nGM;9105;120\nA;3015;4\nB;3035;6\nC;3055;110\n");
        var spec = folder.File("spec.json", """{"dimensions":{"wijk":{"children":{"GM":["A","B","C"]},"relation":"sum"}},"value":"aantal"}""");
        var published = Path.Combine(folder.Path, "uit.csv");
        var run = await RunCommand.Of("protect", table, "--spec", spec, "--out", published);

        Assert.Equal(SignaleringCommand.Done, run.Exit);
        var text = await File.ReadAllTextAsync(published, TestContext.Current.CancellationToken) + run.Output + run.Error;
        Assert.Contains("9105", text, StringComparison.Ordinal);
        Assert.All((int[])[3015, 3035], canary => Assert.False(Mentions(text, canary)));
    }

    private static InventedExport Export()
    {
        var export = new InventedExport();
        foreach (var wijk in InventedMunicipality.Wijken)
        {
            foreach (var vraag in InventedMunicipality.Vragen)
            {
                var canary = Array.Find(Canaries, c => c.Wijk == wijk && c.Vraag == vraag);
                if (canary.Activities > 0)
                {
                    export.Add(new DateOnly(2026, 8, 1), wijk, vraag, canary.Activities, canary.Clients);
                    continue;
                }

                for (var month = 7; month <= 9; month++)
                    export.Add(new DateOnly(2026, month, 1), wijk, vraag, 400, 40);
            }
        }

        return export;
    }

    /// <summary>Every file, and every part of a workbook.</summary>
    private static IEnumerable<(string Name, string Text)> Parts(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path);
            if (Path.GetExtension(path) != ".xlsx")
            {
                yield return (name, File.ReadAllText(path, Encoding.UTF8));
                continue;
            }

            using var workbook = ZipFile.OpenRead(path);
            foreach (var entry in workbook.Entries)
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                yield return ($"{name}!{entry.FullName}", reader.ReadToEnd());
            }
        }
    }

    /// <summary>As written by a program, with a Dutch or English separator, or with a (narrow) no-break space.</summary>
    private static bool Mentions(string text, int count)
    {
        var digits = count.ToString(CultureInfo.InvariantCulture);
        return Regex.IsMatch(
            text, $@"(?<![\p{{L}}\d.,]){digits[..^3]}[.,\u00A0\u202F ]?{digits[^3..]}(?![\p{{L}}\d])", RegexOptions.CultureInvariant);
    }
}
