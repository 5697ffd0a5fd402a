using Signalering.Azure;
using Signalering.Domain.Deliveries;
using Signalering.Functions.Tests.Ports;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests;

public sealed class TwoHostsTests(AzuriteFixture azurite)
{
    private static readonly string[] Teams =
        ["centrum", "havenkwartier", "linderand", "molenveld", "oost", "zuiderweide"];

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
        Assert.Contains(
            await pipeline.Files.Names(Routes.Rapporten),
            name => name.EndsWith("/manifest.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_hosts_that_build_the_same_report_at_the_same_time_make_one()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = await StoreCubes(pipeline);

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
        for (var i = 0; i < 2; i++)
            await queue.SendMessageAsync("""{"periode":"2024-Q1"}""");
        await Task.WhenAll(pipeline.Start(watch), pipeline.Start(watch));
        await pipeline.WaitUntilIdle();

        Assert.Equal(2, claims);
        await undisturbed.AssertOneReport(Domain.Reporting.Quarter.Parse("2024-Q1"), pipeline.Files);
    }

    [Fact]
    public async Task A_builder_that_claims_after_another_was_done_makes_no_second_version()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await StoreCubes(pipeline);
        var queue = pipeline.Account.Queue(Routes.Rapportages);
        for (var i = 0; i < 2; i++)
            await queue.SendMessageAsync("""{"periode":"2024-Q1"}""");

        // Both have seen that there is no report; then one waits until the other has published.
        var looks = 0;
        var bothLooked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await pipeline.Start(new PortWatch
        {
            On = async (moment, _) =>
            {
                if (moment is { Call: "IReportStore.Latest", IsAfter: true } && Interlocked.Increment(ref looks) == 2)
                    bothLooked.SetResult();
                if (moment is { Call: "IReportStore.Claim", IsAfter: false })
                    await bothLooked.Task.WaitAsync(TimeSpan.FromSeconds(60));
                if (moment is { Call: "IReportStore.Claim", IsAfter: false, Number: 2 })
                    await TestPipeline.Eventually(async () =>
                        (await pipeline.Files.Names(Routes.Rapporten)).Contains("2024-Q1/v1/manifest.json"));
            },
        });
        await pipeline.WaitUntilIdle();

        var names = await pipeline.Files.Names(Routes.Rapporten);
        Assert.Equal(
            ["2024-Q1/v1/manifest.json"],
            names.Where(name => name.EndsWith("/manifest.json", StringComparison.Ordinal)));
    }

    private static async Task<Undisturbed> StoreCubes(TestPipeline pipeline)
    {
        await pipeline.Account.Prepare([], [Routes.Rapportages], TestContext.Current.CancellationToken);
        var undisturbed = new Undisturbed();
        var content = SmallExport.File(SmallExport.Rows(1, 30, 12), SmallExport.Rows(3, 20, 20));
        var item = new InboxItem(
            "centrum/2024-Q1.csv", "\"0x1\"", new DateTimeOffset(2024, 4, 2, 9, 0, 0, TimeSpan.Zero), content.Length);
        foreach (var cube in undisturbed.Deliver(item, content))
            await new BlobCubes(pipeline.Account).Replace(cube, TestContext.Current.CancellationToken);
        return undisturbed;
    }

    private static PortWatch Slow() => new()
    {
        On = (moment, _) => moment is { Call: "IInbox.Open" or "IInbox.Describe", IsAfter: false }
            ? Task.Delay(150)
            : Task.CompletedTask,
    };
}
