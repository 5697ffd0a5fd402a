using Signalering.Azure;
using Signalering.Domain.Deliveries;

namespace Signalering.Functions.Tests.Storage;

/// <summary>What lies in a storage account, as somebody with a storage explorer sees it.</summary>
internal sealed class StoredFiles(StorageAccount account)
{
    private static readonly string[] Queues =
        [Routes.Leveringen, StorageQueueMessages.PlannerQueue, Routes.Rapportages, StorageQueueMessages.PlannerQueue];

    /// <summary>Names and contents of a container, in order of name.</summary>
    public async Task<SortedDictionary<string, byte[]>> Read(string container)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in await Names(container))
            files[name] = (await account.Container(container).GetBlobClient(name).DownloadContentAsync())
                .Value.Content.ToArray();
        return files;
    }

    /// <summary>Names in a container, in order.</summary>
    public async Task<IReadOnlyList<string>> Names(string container)
    {
        var names = new List<string>();
        await foreach (var blob in account.Container(container).GetBlobsAsync())
            names.Add(blob.Name);

        // Beside a receipt lie the same receipt as a page and as CSV, and the ledger of the team.
        return container == Routes.Ontvangst
            ? [.. names.Where(name => name.EndsWith(".json", StringComparison.Ordinal) && !name.EndsWith("/grootboek.json", StringComparison.Ordinal))]
            : names;
    }

    /// <summary>All receipts, in order of team and time.</summary>
    public async Task<IReadOnlyList<Receipt>> Receipts() =>
        [.. (await Read(Routes.Ontvangst)).Values.Select(json => Receipt.Parse(json))];

    /// <summary>Messages of a queue that can be seen now, as they were sent.</summary>
    public async Task<IReadOnlyList<string>> Messages(string queue)
    {
        if (!await account.Queue(queue).ExistsAsync())
            return [];
        var messages = await account.Queue(queue).PeekMessagesAsync(32);
        return [.. messages.Value.Select(message => message.Body.ToString())];
    }

    /// <summary>Messages of a queue, also those that somebody works on.</summary>
    public async Task<int> Count(string queue) => await account.Queue(queue).ExistsAsync()
        ? (await account.Queue(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount
        : 0;

    /// <summary>Whether nothing is left to be done: no file in the inbox and no message anywhere.</summary>
    /// <remarks>The queues are looked at in the order of the flow, and the first one that a report also fills once
    /// more: a step sends its messages before its own is gone, so nothing slips past.</remarks>
    public async Task<bool> IsIdle()
    {
        if ((await Names(Routes.Exports)).Count > 0)
            return false;
        foreach (var queue in Queues)
        {
            if (await Count(queue) > 0)
                return false;
        }

        return true;
    }

    /// <summary>Messages that failed too often, over all queues.</summary>
    public async Task<int> CountPoison()
    {
        var count = await Count(LocalHost.LocalQueues.PoisonBlobs);
        foreach (var queue in Queues.Distinct(StringComparer.Ordinal))
            count += await Count(LocalHost.LocalQueues.Poison(queue));
        return count;
    }
}
