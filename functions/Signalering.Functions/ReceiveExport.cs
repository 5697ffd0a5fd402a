using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using Signalering.Azure;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Municipality;

namespace Signalering.Functions;

/// <summary>Inbox → queue. Decides nothing: whatever lies in the inbox becomes a message.</summary>
/// <remarks>Safe to run twice for one file: the message names its version, and counting it twice changes nothing.</remarks>
public sealed partial class ReceiveExport(
    IInbox inbox, Gemeente gemeente, IMessageQueue queue, ILogger<ReceiveExport> logger)
{
    /// <summary>Runs when a file arrives or is overwritten.</summary>
    [Function(nameof(ReceiveExport))]
    public async Task Run(
        [BlobTrigger(Routes.Exports + "/{naam}", Source = BlobTriggerSource.EventGrid, Connection = Routes.Opslag)]
        BlobClient blob,
        string naam,
        CancellationToken cancellationToken)
    {
        _ = blob;   // Its own name is resolved, as an address is, and may be that of another team's file.
        if (await inbox.Describe(naam, cancellationToken) is not { } item)
            return;
        await queue.Send(DeliveryReceived.Of(item, gemeente), cancellationToken);
        LogReceived(item.Stamp.Id, item.Bytes);
    }

    [LoggerMessage(1, LogLevel.Information, "Delivery {Delivery} received, {Bytes} bytes")]
    private partial void LogReceived(string delivery, long bytes);
}
