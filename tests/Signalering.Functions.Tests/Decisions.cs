using Signalering.Azure;
using Signalering.Domain.Deliveries;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests;

/// <summary>What a person decides about a held delivery, as the command line does it.</summary>
internal static class Decisions
{
    public const string Reason = "het gaat om de naam van een activiteit";

    public static DateTimeOffset Moment { get; } = new(2024, 2, 6, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Has a host hold the doubtful export, and stops that host.</summary>
    public static async Task<InboxItem> Held(TestPipeline pipeline, Undisturbed? undisturbed = null)
    {
        var item = await pipeline.Upload(SmallExport.NeutralPlace, SmallExport.Doubtful);
        undisturbed?.Deliver(item, SmallExport.Doubtful);
        var host = await pipeline.Start();
        await pipeline.WaitUntilIdle();
        await host.StopAsync(TestContext.Current.CancellationToken);
        return item;
    }

    /// <summary>Releases every finding.</summary>
    /// <returns>The page as stored.</returns>
    public static Task<HeldDelivery> Release(TestPipeline pipeline, InboxItem item) => Decide(
        pipeline, item, page => page.Release([.. page.Bevindingen.Select(f => f.Id)], Reason, "functionaris", Moment));

    /// <summary>Refuses the delivery.</summary>
    /// <returns>The page as stored.</returns>
    public static Task<HeldDelivery> Refuse(TestPipeline pipeline, InboxItem item) =>
        Decide(pipeline, item, page => page.Refuse("hier staan namen in", "beheerder", Moment));

    /// <summary>Changes the page, and sends the message when that decides about the delivery.</summary>
    /// <returns>The page as stored.</returns>
    public static async Task<HeldDelivery> Decide(
        TestPipeline pipeline, InboxItem item, Func<HeldDelivery, HeldDelivery> change)
    {
        var store = new BlobQuarantine(pipeline.Account, archiveDays: 0);
        var page = await store.Update(
            InboxPath.Parse(item.Name)!.Wijkteam, item.Stamp.Id, change, TestContext.Current.CancellationToken);
        Assert.NotNull(page);
        if (page.IsDecided)
            await new StorageQueueMessages(pipeline.Account).Send(page.ToMessage(), TestContext.Current.CancellationToken);
        return page;
    }
}
