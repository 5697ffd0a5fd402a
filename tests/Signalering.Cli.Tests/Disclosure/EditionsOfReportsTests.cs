namespace Signalering.Cli.Tests.Disclosure;

public class EditionsOfReportsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_next_edition_of_a_report_tells_nothing_of_the_few_late_cases_between_them(int seed)
    {
        using var municipality = new InventedMunicipality();
        var (_, first) = await municipality.Report("eerste", Export(seed));
        var (_, alone) = await municipality.Report("los", Late(Export(seed), seed));
        var (_, second) = await municipality.Report("tweede", Late(Export(seed), seed), "--vorige", Path.Combine(municipality.Path, "eerste", "uit"));

        var before = InventedMunicipality.Figures(first);
        Assert.NotEqual(before, InventedMunicipality.Figures(alone)); // the late cases would show
        Assert.Equal(before, InventedMunicipality.Figures(second));
        var manifest = await File.ReadAllTextAsync(Path.Combine(second, "manifest.json"), TestContext.Current.CancellationToken);
        Assert.Contains("eerdere_uitgaven", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_edition_again_is_the_same_also_beside_its_own_figures()
    {
        using var municipality = new InventedMunicipality();
        var (_, first) = await municipality.Report("eerste", Export(3));
        var (_, again) = await municipality.Report("tweede", Export(3), "--vorige", Path.Combine(first, "gepubliceerd.json"));

        Assert.Equal(InventedMunicipality.Figures(first), InventedMunicipality.Figures(again));
    }

    [Fact]
    public async Task A_folder_without_published_tables_is_wrong_use()
    {
        using var municipality = new InventedMunicipality();
        Directory.CreateDirectory(Path.Combine(municipality.Path, "leeg"));
        var run = await RunCommand.Of(
            "report", "--exports", Repository.Exports, "--period", "2026-Q3", "--out", Path.Combine(municipality.Path, "uit"),
            "--vorige", Path.Combine(municipality.Path, "leeg"));

        Assert.Equal(SignaleringCommand.WrongUse, run.Exit);
        Assert.Contains("gepubliceerd.json", run.Error, StringComparison.Ordinal);
    }

    private static InventedExport Export(int seed)
    {
        var random = new Random(seed);
        var export = new InventedExport();
        for (var month = 7; month <= 9; month++)
        {
            foreach (var wijk in InventedMunicipality.Wijken)
            {
                foreach (var vraag in InventedMunicipality.Vragen)
                {
                    var clients = random.Next(2, 30);
                    export.Add(new DateOnly(2026, month, 1), wijk, vraag, clients, clients);
                }
            }
        }

        return export;
    }

    private static InventedExport Late(InventedExport export, int seed)
    {
        var random = new Random(100 + seed);
        for (var i = 0; i < 3; i++)
        {
            export.Add(
                new DateOnly(2026, 8, 1), InventedMunicipality.Wijken[random.Next(4)], InventedMunicipality.Vragen[random.Next(5)],
                random.Next(1, 4), 3);
        }

        return export;
    }
}
