using System.Text.Json;
using Signalering.Azure;
using Signalering.Domain.Deliveries;
using Signalering.LocalHost;

namespace Signalering.Cli.Tests;

/// <summary>A person decides about held deliveries at the command line, while the pipeline runs.</summary>
public sealed class QuarantineVerbTests
{
    private const string Header = "Datum;Duur (min);Omschrijving;Wijk;Casusnummer";
    private const string Clean = "05-01-2026;30;inloopspreekuur: formulier voor huurtoeslag samen ingevuld;Binnenstad;ZK010001";

    [Fact]
    public async Task Findings_are_shown_released_one_by_one_and_refused_deliveries_are_gone()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File(
            "exports/centrum/2026-02-05_januari.csv",
            $"{Header}\r\n{Clean}\r\n06-01-2026;30;gesproken met Annemieke over de huur;Binnenstad;ZK010002\r\n");
        folder.File("exports/oost/2026-02-05_januari.csv", $"{Header}\r\n{Clean}\r\n06-01-2026;30;koffie met Priscilla;Binnenstad;ZK1\r\n");
        await using var azurite = ((AzuriteStart.Started)await AzuriteProcess.Start(
            new AzuriteOptions { RepositoryRoot = Repository.Root }, TestContext.Current.CancellationToken)).Process;
        await using var pipeline = await DemoPipeline.Start(
            azurite.ConnectionString, Path.Combine(folder.Path, "exports"), TestContext.Current.CancellationToken);
        await pipeline.Upload(new Progress<int>(), TestContext.Current.CancellationToken);
        await pipeline.WaitForReceipts(new Progress<int>(), TestContext.Current.CancellationToken);
        Environment.SetEnvironmentVariable("Opslag", azurite.ConnectionString);

        var shown = await RunCommand.Of("quarantaine");
        Assert.Equal(SignaleringCommand.Found, shown.Exit);
        Assert.DoesNotContain("Annemieke", shown.Output, StringComparison.Ordinal);
        var finding = await OnlyFinding("centrum");

        Assert.Equal(SignaleringCommand.WrongUse, (await Release(file, "r99a.1-name.bekend", "geen persoon")).Exit);
        Assert.Equal(SignaleringCommand.WrongUse, (await Release(file, finding, "dit is Priscilla de Vries")).Exit);
        var released = await Release(file, finding, "de naam van een activiteit");
        Assert.Equal((SignaleringCommand.Done, string.Empty), (released.Exit, released.Error));
        var refused = await RunCommand.Of(
            "quarantaine", "weigeren", await OnlyDelivery("oost"), "--reden", "hier staat een voornaam", "--door", "beheerder");
        Assert.Equal((SignaleringCommand.Done, string.Empty), (refused.Exit, refused.Error));

        await WaitUntilEmpty(azurite.ConnectionString);
        Assert.Equal("Er staat niets in quarantaine.", (await RunCommand.Of("quarantaine")).Output.Trim());
        var receipts = await Receipts(azurite.ConnectionString);
        Assert.Equal([("centrum", "verwerkt"), ("oost", "geweigerd")], receipts.Select(r => (r.Wijkteam, r.Status)));
        Assert.Equal("de naam van een activiteit", Assert.Single(receipts[0].Quarantaine!.Bevindingen).Reden);
    }

    [Fact]
    public async Task Check_says_that_a_file_would_wait()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File(
            "januari.csv", $"{Header}\r\n{Clean}\r\n06-01-2026;30;gesproken met Annemieke over de huur;Binnenstad;ZK010002\r\n");

        var run = await RunCommand.Of("check", file);

        Assert.Equal(SignaleringCommand.Found, run.Exit);
        Assert.StartsWith("januari.csv: Zou wachten op vrijgave: ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Annemieke", run.Output, StringComparison.Ordinal);
    }

    private static Task<RunCommand> Release(string file, string finding, string reason) => RunCommand.Of(
        "quarantaine", "vrijgeven", file, "--bevinding", finding, "--reden", reason, "--door", "functionaris");

    private static async Task<string> OnlyFinding(string team)
    {
        using var shown = await Json(team);
        return Assert.Single(shown.RootElement[0].GetProperty("bevindingen").EnumerateArray()).GetProperty("id").GetString()!;
    }

    private static async Task<string> OnlyDelivery(string team)
    {
        using var shown = await Json(team);
        return Assert.Single(shown.RootElement.EnumerateArray()).GetProperty("levering").GetString()!;
    }

    private static async Task<JsonDocument> Json(string team) =>
        JsonDocument.Parse((await RunCommand.Of("quarantaine", "--wijkteam", team, "--json")).Output);

    private static async Task WaitUntilEmpty(string storage)
    {
        var quarantine = new BlobQuarantine(StorageAccount.FromConnectionString(storage), archiveDays: 0);
        for (var i = 0; (await quarantine.List(TestContext.Current.CancellationToken)).Count > 0; i++)
        {
            Assert.True(i < 600, "It took too long.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<List<Receipt>> Receipts(string storage)
    {
        var receipts = new List<Receipt>();
        await foreach (var receipt in new BlobReceipts(StorageAccount.FromConnectionString(storage)).All(
            null, TestContext.Current.CancellationToken))
            receipts.Add(receipt);
        return receipts;
    }
}
