using Signalering.Azure;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Reporting;
using Signalering.Functions.Tests.Ports;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests;

/// <summary>The process dies just before or just after any call of a port, and another one finishes the work.</summary>
/// <remarks>A dying host does nothing any more from that moment on: no exception, no message given back, no lease
/// renewed. What it held comes free by itself, messages after 3 s here and blobs after 15 s.</remarks>
public sealed class KillTests(AzuriteFixture azurite)
{
    private static readonly Quarter Period = Quarter.Parse("2024-Q1");

    // A correction of two months: January was delivered before, February was not.
    private static readonly byte[] January = SmallExport.File(SmallExport.Rows(1, 30, 12));
    private static readonly byte[] Correction =
        SmallExport.File(SmallExport.Rows(1, 33, 14), SmallExport.Rows(2, 21, 21));

    // Made up; it passes the check on citizen service numbers.
    private static readonly byte[] Personal =
        SmallExport.File(SmallExport.Rows(1, 30, 12), ["05-01-2024;30;BSN 111222333 genoemd;Binnenstad;ZK010001"]);

    private static readonly (string Call, int Times)[] CallsOfDelivery =
    [
        ("IInbox.Describe", 1), ("IMessageQueue.Send(DeliveryReceived)", 1),
        ("IInbox.Open", 1), ("ICubeStore.Replace", 2), ("ILedgerStore.Update", 1), ("IInbox.Archive", 1), ("IReceiptStore.Write", 1),
        ("IMessageQueue.Publish", 2), ("IInbox.Remove", 1),
        ("ICubeStore.List", 3), ("IDialogueStore.Load", 2), ("IReportStore.Latest", 3), ("IMessageQueue.Send(ReportRequested)", 1),
        ("IReportStore.Claim", 1), ("ICubeStore.Read", 2), ("IPublicationLedger.Load", 1), ("IReportStore.WriteTeam", 2), ("IReportStore.Write", 11),
        ("IReportStore.Publish", 1),
    ];

    private static readonly (string Call, int Times)[] CallsOfRefusal =
    [
        ("IInbox.Describe", 1), ("IMessageQueue.Send(DeliveryReceived)", 1), ("IInbox.Open", 1),
        ("ILedgerStore.Read", 1), ("IReceiptStore.Write", 1), ("IMessageQueue.Publish", 1), ("IInbox.Remove", 1),
    ];

    public static TheoryData<Moment> Moments { get; } = [.. MomentsOf(CallsOfDelivery)];

    public static TheoryData<Moment> MomentsOfRefusal { get; } = [.. MomentsOf(CallsOfRefusal).Skip(4)];

    [Fact]
    public async Task The_tests_below_kill_at_every_call_that_a_delivery_makes()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = await StoreJanuary(pipeline);
        var watch = new PortWatch();
        await pipeline.Start(watch);
        undisturbed.Deliver(await pipeline.Upload("centrum/2024-03-05_februari.csv", Correction), Correction);
        await pipeline.WaitUntilIdle();

        Assert.Equal(Sorted(MomentsOf(CallsOfDelivery)), Sorted(watch.Seen));
        await undisturbed.AssertStored(pipeline.Files);
        await undisturbed.AssertOneReport(Period, pipeline.Files);
    }

    [Fact]
    public async Task And_at_every_call_that_a_refusal_makes()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var watch = new PortWatch();
        await pipeline.Start(watch);
        await pipeline.Upload("centrum/2024-03-05_februari.csv", Personal);
        await pipeline.WaitUntilIdle();

        Assert.Equal(Sorted(MomentsOf(CallsOfRefusal)), Sorted(watch.Seen));
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task A_host_that_dies_at_any_moment_of_a_delivery_leaves_no_trace(Moment moment)
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = await StoreJanuary(pipeline);
        undisturbed.Deliver(await pipeline.Upload("centrum/2024-03-05_februari.csv", Correction), Correction);

        await DieAndStartAgain(pipeline, moment);

        await undisturbed.AssertStored(pipeline.Files);
        await undisturbed.AssertOneReport(Period, pipeline.Files);
    }

    [Theory]
    [MemberData(nameof(MomentsOfRefusal))]
    public async Task A_host_that_dies_at_any_moment_of_a_refusal_still_tells_the_team_and_removes_the_file(
        Moment moment)
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        undisturbed.Deliver(await pipeline.Upload("centrum/2024-03-05_februari.csv", Personal), Personal);

        await DieAndStartAgain(pipeline, moment);

        await undisturbed.AssertStored(pipeline.Files);
        var receipt = Assert.Single(await pipeline.Files.Receipts());
        Assert.Equal(("geweigerd", "SIG1010"), (receipt.Status, receipt.Meldingen[0].Code));
        Assert.Empty(await pipeline.Files.Names(Routes.Archief));
    }

    private static async Task<Undisturbed> StoreJanuary(TestPipeline pipeline)
    {
        var undisturbed = new Undisturbed();
        var item = new InboxItem(
            "centrum/2024-02-05_januari.csv", "\"0x1\"", new DateTimeOffset(2024, 2, 5, 9, 0, 0, TimeSpan.Zero), 1);
        var store = new BlobCubes(pipeline.Account);
        foreach (var cube in undisturbed.Deliver(item, January))
            await store.Replace(cube, TestContext.Current.CancellationToken);
        undisturbed.Receipts.Clear();
        undisturbed.Archive.Clear();
        return undisturbed;
    }

    private static async Task DieAndStartAgain(TestPipeline pipeline, Moment moment)
    {
        var watch = new PortWatch { DiesAt = moment };
        var dying = await pipeline.Start(watch, options =>
        {
            options.VisibilityTimeout = TimeSpan.FromSeconds(3);
            options.ShutdownTimeout = TimeSpan.Zero;
        });
        await watch.Died.WaitAsync(TimeSpan.FromSeconds(60));
        var stopped = dying.StopAsync(CancellationToken.None);

        await pipeline.Start();
        await stopped;
        await pipeline.WaitUntilIdle();
    }

    private static IEnumerable<Moment> MomentsOf((string Call, int Times)[] calls) =>
        from call in calls
        from number in Enumerable.Range(1, call.Times)
        from isAfter in new[] { false, true }
        select new Moment(call.Call, number, isAfter);

    private static IEnumerable<string> Sorted(IEnumerable<Moment> moments) =>
        moments.Select(moment => moment.ToString()).Order(StringComparer.Ordinal);
}
