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
        ("IInbox.Find", 1), ("IInbox.Open", 1), ("ICubeStore.Replace", 2), ("ILedgerStore.Update", 1), ("IInbox.Archive", 1), ("IReceiptStore.Write", 1),
        ("IMessageQueue.Publish", 2), ("IInbox.Remove", 1),
        ("ICubeStore.List", 3), ("IDialogueStore.Load", 2), ("ILedgerStore.ReadAll", 2), ("IReportStore.Latest", 3), ("IMessageQueue.Send(ReportRequested)", 1),
        ("IReportStore.Claim", 1), ("ICubeStore.Read", 2), ("IPublicationLedger.Load", 1), ("IReportStore.WriteTeam", 2), ("IReportStore.Write", 11),
        ("IReportStore.Publish", 1),
    ];

    private static readonly (string Call, int Times)[] CallsOfRefusal =
    [
        ("IInbox.Describe", 1), ("IMessageQueue.Send(DeliveryReceived)", 1), ("IInbox.Find", 1),
        ("IInbox.Open", 1), ("ILedgerStore.Read", 1), ("IReceiptStore.Write", 1), ("IMessageQueue.Publish", 1), ("IInbox.Remove", 1),
    ];

    private static readonly (string Call, int Times)[] CallsOfHolding =
    [
        ("IInbox.Describe", 1), ("IMessageQueue.Send(DeliveryReceived)", 1), ("IInbox.Find", 1), ("IInbox.Open", 1),
        ("IQuarantineStore.Hold", 1), ("ILedgerStore.Read", 1), ("IReceiptStore.Write", 1), ("IMessageQueue.Publish", 1),
        ("IInbox.Remove", 1),
    ];

    // From the message of the decision to the end of the delivery itself; the report after it is tested above.
    private static readonly (string Call, int Times)[] CallsOfRelease =
    [
        ("IInbox.Find", 1), ("IQuarantineStore.Find", 1), ("IQuarantineStore.Open", 1), ("ICubeStore.Replace", 1),
        ("ILedgerStore.Update", 1), ("IQuarantineStore.Archive", 1), ("IReceiptStore.Write", 1), ("IMessageQueue.Publish", 1),
        ("IQuarantineStore.Remove", 1),
    ];

    private static readonly (string Call, int Times)[] CallsOfEnd =
    [
        ("IInbox.Find", 1), ("IQuarantineStore.Find", 1), ("IReceiptStore.Write", 1), ("IMessageQueue.Publish", 1),
        ("IQuarantineStore.Remove", 1),
    ];

    public static TheoryData<Moment> MomentsOfHolding { get; } = [.. MomentsOf(CallsOfHolding).Skip(4)];

    public static TheoryData<Moment> MomentsOfRelease { get; } = [.. MomentsOf(CallsOfRelease)];

    public static TheoryData<Moment> MomentsOfEnd { get; } = [.. MomentsOf(CallsOfEnd)];

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

    [Fact]
    public async Task And_at_every_call_that_holding_and_releasing_or_refusing_makes()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var held = new PortWatch();
        var host = await pipeline.Start(held);
        var first = await pipeline.Upload(SmallExport.NeutralPlace, SmallExport.Doubtful);
        var second = await pipeline.Upload("oost/2024-02-05_januari.csv", SmallExport.Doubtful);
        await pipeline.WaitUntilIdle();
        await host.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            Sorted(MomentsOf(CallsOfHolding).SelectMany(moment => new[] { moment, moment with { Number = 2 } })), Sorted(held.Seen));

        await Decisions.Release(pipeline, first);
        var released = new PortWatch();
        host = await pipeline.Start(released);
        await pipeline.WaitUntilIdle();
        await host.StopAsync(TestContext.Current.CancellationToken);
        var calls = CallsOfRelease.Select(call => call.Call).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            Sorted(MomentsOf(CallsOfRelease)),
            Sorted(released.Seen.Where(moment => calls.Contains(moment.Call) && moment is not { Call: "IMessageQueue.Publish", Number: 2 })));

        await Decisions.Refuse(pipeline, second);
        var ended = new PortWatch();
        await pipeline.Start(ended);
        await pipeline.WaitUntilIdle();
        Assert.Equal(Sorted(MomentsOf(CallsOfEnd)), Sorted(ended.Seen));
    }

    [Theory]
    [MemberData(nameof(MomentsOfHolding))]
    public async Task A_host_that_dies_while_it_holds_a_delivery_loses_nothing_and_tells_the_team(Moment moment)
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        undisturbed.Deliver(await pipeline.Upload(SmallExport.NeutralPlace, SmallExport.Doubtful), SmallExport.Doubtful);

        await DieAndStartAgain(pipeline, moment);

        await undisturbed.AssertStored(pipeline.Files);
        Assert.Equal("wacht", Assert.Single(await pipeline.Files.Receipts()).Status);
    }

    [Theory]
    [MemberData(nameof(MomentsOfRelease))]
    public async Task A_host_that_dies_at_any_moment_of_a_release_counts_once_and_keeps_nothing_in_quarantine(Moment moment)
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        var item = await Decisions.Held(pipeline, undisturbed);
        undisturbed.Deliver(item, SmallExport.Doubtful, await Decisions.Release(pipeline, item));

        await DieAndStartAgain(pipeline, moment);

        await undisturbed.AssertStored(pipeline.Files);
        Assert.Equal("vrijgegeven", Assert.Single(await pipeline.Files.Receipts()).Quarantaine?.Uitkomst);
    }

    [Theory]
    [MemberData(nameof(MomentsOfEnd))]
    public async Task A_host_that_dies_at_any_moment_of_an_end_still_tells_the_team_and_removes_the_file(Moment moment)
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        var item = await Decisions.Held(pipeline, undisturbed);
        undisturbed.End(await Decisions.Refuse(pipeline, item));

        await DieAndStartAgain(pipeline, moment);

        await undisturbed.AssertStored(pipeline.Files);
        Assert.Equal("SIG1107", Assert.Single(await pipeline.Files.Receipts()).Meldingen[0].Code);
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
