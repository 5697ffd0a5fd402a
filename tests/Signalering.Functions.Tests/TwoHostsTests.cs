using Signalering.Azure;
using Signalering.Functions.Tests.Ports;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests;

public sealed class TwoHostsTests(AzuriteFixture azurite)
{
    private static readonly string[] Teams = ["centrum", "havenkwartier", "linderand", "molenveld", "oost", "zuiderweide"];

    [Fact]
    public async Task Two_hosts_share_the_work_and_store_what_one_would_have_stored()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        var deliveries = 0;
        foreach (var team in Teams)
        {
            for (var month = 1; month <= 3; month++, deliveries++)
            {
                var content = SmallExport.File(SmallExport.Rows(month, 20 + deliveries, 9 + deliveries));
                undisturbed.Deliver(await pipeline.Upload($"{team}/2024-{month:00}.csv", content), content);
            }
        }

        // Slow enough that neither host can be done before the other has started.
        PortWatch[] watches = [Slow(), Slow()];
        await Task.WhenAll(watches.Select(watch => pipeline.Start(watch, options => options.MaxConcurrentRuns = 2)));
        await pipeline.WaitUntilIdle();

        await undisturbed.AssertStored(pipeline.Files);
        foreach (var call in (string[])["IMessageQueue.Send(DeliveryReceived)", "IInbox.Open", "IReceiptStore.Write"])
        {
            Assert.Equal(deliveries, watches.Sum(watch => watch.Count(call)));
            Assert.All(watches, watch => Assert.NotEqual(0, watch.Count(call)));
        }

        // The quarter became complete for all teams; how many versions it took depends on who was last.
        Assert.Contains("2024-Q1/v1/manifest.json", await pipeline.Files.Names(Routes.Rapporten));
    }

    [Fact]
    public async Task Two_hosts_that_build_the_same_report_at_the_same_time_make_one()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        var content = SmallExport.File(SmallExport.Rows(1, 30, 12), SmallExport.Rows(3, 20, 20));
        var item = await pipeline.Upload("centrum/2024-Q1.csv", content);
        foreach (var cube in undisturbed.Deliver(item, content))
            await new BlobCubes(pipeline.Account).Replace(cube, TestContext.Current.CancellationToken);
        await pipeline.Account.Container(Routes.Exports).GetBlobClient(item.Name).DeleteAsync();

        // Both have claimed before either writes.
        var claims = 0;
        var bothClaimed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var watch = new PortWatch
        {
            On = async (moment, _) =>
            {
                if (moment is not { Call: "IReportStore.Claim", IsAfter: true })
                    return;
                if (Interlocked.Increment(ref claims) == 2)
                    bothClaimed.SetResult();
                await bothClaimed.Task.WaitAsync(TimeSpan.FromSeconds(60));
            },
        };
        var queue = pipeline.Account.Queue(Routes.Rapportages);
        await queue.CreateIfNotExistsAsync();
        for (var i = 0; i < 2; i++)
            await queue.SendMessageAsync("""{"periode":"2024-Q1"}""");
        await Task.WhenAll(pipeline.Start(watch), pipeline.Start(watch));
        await pipeline.WaitUntilIdle();

        Assert.Equal(2, claims);
        await undisturbed.AssertOneReport(Domain.Reporting.Quarter.Parse("2024-Q1"), pipeline.Files);
    }

    private static PortWatch Slow() => new()
    {
        On = (moment, _) => moment is { Call: "IInbox.Open" or "IInbox.Describe", IsAfter: false }
            ? Task.Delay(150)
            : Task.CompletedTask,
    };
}
