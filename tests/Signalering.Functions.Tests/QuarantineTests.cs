using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Signalering.Azure;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Functions.Tests.Storage;
using Signalering.LocalHost;

namespace Signalering.Functions.Tests;

/// <summary>A delivery that a person has to look at waits, and hears what became of it.</summary>
public sealed class QuarantineTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_doubtful_file_waits_and_nothing_is_counted_until_every_finding_is_released()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        var item = await Decisions.Held(pipeline, undisturbed);

        await undisturbed.AssertStored(pipeline.Files);
        Assert.Empty(await pipeline.Files.Names(Routes.Kubussen));
        Assert.Empty(await pipeline.Files.Names(Routes.Archief));
        var waiting = Assert.Single(await pipeline.Files.Receipts());
        Assert.Equal(("wacht", "SIG1101"), (waiting.Status, waiting.Meldingen[0].Code));
        Assert.StartsWith("Wacht op vrijgave: ", waiting.Samenvatting, StringComparison.Ordinal);
        Assert.Equal(item.Received.AddDays(14), waiting.Quarantaine!.Tot);
        Assert.Equal(["Rij 32, kolom 'Omschrijving'", "Rij 33, kolom 'Omschrijving'"], waiting.Quarantaine.Bevindingen.Select(f => f.Plaats));

        await pipeline.Start();
        var first = waiting.Quarantaine.Bevindingen[0].Id;
        await Decisions.Decide(pipeline, item, page => page.Release([first], Decisions.Reason, "functionaris", Decisions.Moment));
        await pipeline.Account.Queue(Routes.Leveringen).SendMessageAsync(
            MessageText.Write(new DeliveryReceived(item.Stamp.Id, "centrum", item.Received)));
        await pipeline.WaitUntilIdle();
        Assert.Empty(await pipeline.Files.Names(Routes.Kubussen));

        undisturbed.Deliver(item, SmallExport.Doubtful, await Decisions.Release(pipeline, item));
        await pipeline.WaitUntilIdle();
        await undisturbed.AssertStored(pipeline.Files);
        var released = Assert.Single(await pipeline.Files.Receipts());
        Assert.Equal(("verwerkt", 32), (released.Status, released.Aantallen!.Geteld));
        Assert.Equal(
            [(Decisions.Reason, "functionaris"), (Decisions.Reason, "functionaris")],
            released.Quarantaine!.Bevindingen.Select(f => (f.Reden!, f.Door!)));
    }

    [Fact]
    public async Task A_refused_file_is_gone_and_the_receipt_tells_why()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        var item = await Decisions.Held(pipeline, undisturbed);
        undisturbed.End(await Decisions.Refuse(pipeline, item));

        await pipeline.Start();
        await pipeline.WaitUntilIdle();

        await undisturbed.AssertStored(pipeline.Files);
        Assert.Empty(await pipeline.Files.Names(Routes.Quarantaine));
        var receipt = Assert.Single(await pipeline.Files.Receipts());
        Assert.Equal(("geweigerd", "SIG1107"), (receipt.Status, receipt.Meldingen[0].Code));
        Assert.Equal("hier staan namen in", receipt.Quarantaine!.Reden);
    }

    [Theory]
    [InlineData(13, 1)]
    [InlineData(15, 0)]
    public async Task What_nobody_decided_about_is_deleted_after_its_term_and_not_before(int days, int kept)
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var item = await Decisions.Held(pipeline);
        await pipeline.Start();

        await Watch(pipeline, item.Received.AddDays(days));
        await pipeline.WaitUntilIdle();

        Assert.Equal(kept * 2, (await pipeline.Files.Names(Routes.Quarantaine)).Count);
        var receipt = Assert.Single(await pipeline.Files.Receipts());
        Assert.Equal(kept == 1 ? "SIG1101" : "SIG1106", receipt.Meldingen[0].Code);
        Assert.Equal(kept == 1 ? "wacht" : "verlopen", receipt.Quarantaine!.Uitkomst);
        Assert.Equal(kept == 1 ? null : receipt.Quarantaine.Sinds.AddDays(15), receipt.Quarantaine.Op);
    }

    [Fact]
    public async Task A_decision_whose_message_was_lost_is_carried_out_all_the_same()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        var item = await Decisions.Held(pipeline, undisturbed);
        undisturbed.Deliver(item, SmallExport.Doubtful, await Decisions.Release(pipeline, item));
        await pipeline.Account.Queue(Routes.Leveringen).ClearMessagesAsync();
        await pipeline.Start();

        await Watch(pipeline, item.Received.AddHours(1));
        await pipeline.WaitUntilIdle();

        await undisturbed.AssertStored(pipeline.Files);
        Assert.Equal("verwerkt", Assert.Single(await pipeline.Files.Receipts()).Status);
    }

    [Fact]
    public async Task What_nobody_looked_at_still_stops_the_delivery_and_the_term_stays()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var item = await Decisions.Held(pipeline);

        // As if the product knew fewer rules when it held the file.
        await Decisions.Decide(pipeline, item, page => page with { Bevindingen = [page.Bevindingen[0]] });
        await Decisions.Release(pipeline, item);
        await pipeline.Start();
        await pipeline.WaitUntilIdle();

        Assert.Empty(await pipeline.Files.Names(Routes.Kubussen));
        var receipt = Assert.Single(await pipeline.Files.Receipts());
        Assert.Equal("wacht", receipt.Status);
        Assert.Equal(item.Received.AddDays(14), receipt.Quarantaine!.Tot);
        Assert.Equal([Decisions.Reason, null], receipt.Quarantaine.Bevindingen.Select(finding => finding.Reden));

        await Decisions.Release(pipeline, item);
        await pipeline.WaitUntilIdle();
        Assert.Equal("verwerkt", Assert.Single(await pipeline.Files.Receipts()).Status);
    }

    [Fact]
    public async Task A_delivery_that_is_released_late_does_not_replace_a_newer_one()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var item = await Decisions.Held(pipeline);
        await pipeline.Start();
        var newer = await pipeline.Upload("centrum/2024-02-09_januari.csv", SmallExport.File(SmallExport.Rows(1, 26, 13)));
        await pipeline.WaitUntilIdle();

        await Decisions.Release(pipeline, item);
        await pipeline.WaitUntilIdle();

        var cube = CubeFile.Read(Assert.Single(await pipeline.Files.Read(Routes.Kubussen)).Value);
        Assert.Equal((newer.Stamp.Id, 26), (cube.Header.Delivery.Id, cube.Header.Activities));
        Assert.False((await pipeline.Files.Receipts()).Single(r => r.Levering == item.Stamp.Id).Maanden.Single().Telt);
    }

    [Fact]
    public async Task A_file_named_after_somebody_waits_and_its_name_goes_nowhere()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await pipeline.Start();
        await pipeline.Upload("centrum/dossier mw. Jansen.csv", SmallExport.File(SmallExport.Rows(1, 20, 20)));
        await pipeline.WaitUntilIdle();

        var receipt = Assert.Single(await pipeline.Files.Receipts());
        Assert.Equal("wacht", receipt.Status);
        Assert.All(receipt.Quarantaine!.Bevindingen, finding => Assert.Equal("Bestandsnaam", finding.Plaats));
        Assert.DoesNotContain(
            "jansen", Encoding.UTF8.GetString(receipt.ToJson()) + string.Concat(await pipeline.Files.Names(Routes.Quarantaine)),
            StringComparison.OrdinalIgnoreCase);
    }

    // The timer, on a clock of its own.
    private static Task Watch(TestPipeline pipeline, DateTimeOffset now) => new WatchQuarantine(
        new BlobQuarantine(pipeline.Account, archiveDays: 0), new StorageQueueMessages(pipeline.Account), new Clock(now),
        NullLogger<WatchQuarantine>.Instance).Run(new TimerInfo(), TestContext.Current.CancellationToken);

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
