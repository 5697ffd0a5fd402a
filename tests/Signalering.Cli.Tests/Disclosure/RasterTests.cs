using System.Text.Json;

namespace Signalering.Cli.Tests.Disclosure;

public class RasterTests
{
    [Fact]
    public async Task The_command_tells_per_choice_of_table_what_a_year_would_withhold()
    {
        using var municipality = new InventedMunicipality();
        await municipality.Report("jaar", Export());
        var run = await RunCommand.Of(
            "raster", "--exports", Path.Combine(municipality.Path, "jaar", "exports"), "--jaar", "2026", "--gemeente",
            municipality.Configuration, "--json");

        Assert.Equal(SignaleringCommand.Done, run.Exit);
        var shares = JsonDocument.Parse(run.Output).RootElement.EnumerateArray()
            .ToDictionary(share => share.GetProperty("tabel").GetString()!);
        // By hand: 5 questions × (4 wijken and the municipality), 12 activities of 12 clients a month. A month in a wijk is
        // then 12, a quarter or the year 36 activities of the same 12 clients: nothing is small but what was made small.
        Assert.Equal(25, shares["probleem-wijk-jaar"].GetProperty("cellen").GetInt32());
        Assert.Equal(1 / 25.0, shares["probleem-wijk-jaar"].GetProperty("klein").GetDouble(), 6);
        Assert.True(shares["probleem-wijk-jaar"].GetProperty("achtergehouden").GetDouble() >= 1 / 25.0);
        Assert.Equal(0, shares["probleem-gemeente-maand"].GetProperty("achtergehouden").GetDouble());
        Assert.Equal(18, shares.Count);
    }

    [Fact]
    public async Task A_wijk_that_a_report_never_shows_is_withheld_here_too()
    {
        using var municipality = new InventedMunicipality();
        await municipality.Report("jaar", Export());
        var configuration = await File.ReadAllTextAsync(municipality.Configuration, TestContext.Current.CancellationToken);
        var west = configuration.LastIndexOf("6000", StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            municipality.Configuration, configuration[..west] + "400" + configuration[(west + 4)..],
            TestContext.Current.CancellationToken);

        var run = await RunCommand.Of(
            "raster", "--exports", Path.Combine(municipality.Path, "jaar", "exports"), "--jaar", "2026", "--gemeente",
            municipality.Configuration, "--json");

        var year = JsonDocument.Parse(run.Output).RootElement.EnumerateArray()
            .Single(share => share.GetProperty("tabel").GetString() == "probleem-wijk-jaar");
        // Five questions in West, and the one in Noord with four clients.
        Assert.Equal(6 / 25.0, year.GetProperty("klein").GetDouble(), 6);
        Assert.True(year.GetProperty("achtergehouden").GetDouble() >= 6 / 25.0);
    }

    [Fact]
    public async Task The_method_page_quotes_what_the_command_says_of_the_sample_data()
    {
        var run = await RunCommand.Of("raster", "--exports", Repository.Exports, "--jaar", "2025");

        var said = run.Output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.StartsWith('|'));
        var quoted = Repository.Text("docs/methoden/onthulling.md").Split('\n').SkipWhile(
            line => !line.StartsWith("| tabel                      |", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|'));
        Assert.Equal(said, quoted);
    }

    [Fact]
    public async Task A_year_without_deliveries_is_wrong_use()
    {
        using var municipality = new InventedMunicipality();
        await municipality.Report("jaar", Export());
        var run = await RunCommand.Of(
            "raster", "--exports", Path.Combine(municipality.Path, "jaar", "exports"), "--jaar", "2020", "--gemeente", municipality.Configuration);

        Assert.Equal(SignaleringCommand.WrongUse, run.Exit);
        Assert.Contains("Over 2020 is niets geleverd.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_publishes_the_tables_of_the_grid_and_no_other()
    {
        using var everything = new InventedMunicipality();
        using var some = new InventedMunicipality("probleem-gemeente-maand", "kwadrant-wijk-kwartaal");
        var (_, all) = await everything.Report("alles", Export());
        var (_, few) = await some.Report("minder", Export());

        Assert.Contains(InventedMunicipality.Figures(all).Keys, IsProblemOfWijk);
        Assert.DoesNotContain(InventedMunicipality.Figures(few).Keys, IsProblemOfWijk);
        Assert.DoesNotContain(InventedMunicipality.Figures(few).Keys, key => key.StartsWith("twaalf maanden", StringComparison.Ordinal));
        Assert.Contains(InventedMunicipality.Figures(few).Keys, key => key.StartsWith("kwadranten per wijk", StringComparison.Ordinal));

        static bool IsProblemOfWijk(string key) =>
            key.StartsWith("problemen per wijk: ", StringComparison.Ordinal) && key.Contains("WK9902", StringComparison.Ordinal);
    }

    private static InventedExport Export()
    {
        var export = new InventedExport();
        foreach (var wijk in InventedMunicipality.Wijken)
        {
            foreach (var vraag in InventedMunicipality.Vragen)
            {
                var clients = wijk == "Noord" && vraag == InventedMunicipality.Vragen[0] ? 4 : 12;
                for (var month = 7; month <= 9; month++)
                    export.Add(new DateOnly(2026, month, 1), wijk, vraag, clients, clients);
            }
        }

        return export;
    }
}
