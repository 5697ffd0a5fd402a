using Microsoft.Extensions.Logging;
using Signalering.Azure;
using Signalering.Domain.Deliveries;

namespace Signalering.Functions;

/// <summary>Queue → intake pass → cubes or quarantine, receipt, event.</summary>
/// <remarks>Safe to run twice and to die between any two steps (docs/architectuur.md): the file leaves its place
/// last, and every step before that gives the same result again. An exception leaves the message on the queue; on the
/// last attempt a receipt is written beforehand, so that the team hears of it even when the process dies.</remarks>
public sealed partial class ProcessDelivery(
    DeliveryIntake intake, IReceiptStore receipts, ReceiptComposer composer, IMessageQueue queue,
    ILogger<ProcessDelivery> logger)
{
    /// <summary>Runs for each file that arrived, and for each held one that was decided about.</summary>
    [Function(nameof(ProcessDelivery))]
    public async Task Run(
        [ServiceBusTrigger(Routes.Leveringen, Connection = Routes.ServiceBus)] string body,
        int deliveryCount,
        CancellationToken cancellationToken)
    {
        var delivery = MessageText.Read<DeliveryReceived>(body);
        var stamp = delivery.Stamp;
        var folder = delivery.Wijkteam ?? Receipt.UnknownTeam;

        var isTold = deliveryCount >= Routes.MaxAttempts && !await receipts.Exists(folder, stamp.Id, cancellationToken);
        if (isTold)
            await receipts.Write(composer.Failed(folder, stamp, deliveryCount), cancellationToken);

        var file = await intake.Find(delivery, cancellationToken);
        if (file?.Held is { IsDecided: false })
            return;   // It waits for a person; this message was meant for when it arrived.
        if (file?.Held is { Einde: not null } ended)
        {
            await Finish(composer.Ended(ended), file, cancellationToken);
            return;
        }

        await using var content = file is null ? null : await file.Open(cancellationToken);
        if (file is not null && content is not null)
        {
            await Finish(await intake.Run(delivery, file, content, cancellationToken), file, cancellationToken);
            return;
        }

        if (isTold || !await receipts.Exists(folder, stamp.Id, cancellationToken))
            await receipts.Write(composer.Superseded(folder, stamp), cancellationToken);
        if (file?.Held is not null)
            await file.Remove(cancellationToken);   // The last step of an attempt that died in it.
    }

    private async Task Finish(Receipt receipt, DeliveryFile file, CancellationToken cancellationToken)
    {
        await receipts.Write(receipt, cancellationToken);
        await queue.Publish(PipelineEvent.Of(receipt), cancellationToken);
        await file.Remove(cancellationToken);
        LogProcessed(receipt.Levering, receipt.Status, receipt.Aantallen?.Geteld ?? 0, receipt.Meldingen.Count);
    }

    [LoggerMessage(2, LogLevel.Information, "Delivery {Delivery}: {Status}, {Counted} activities, {Problems} kinds of problems")]
    private partial void LogProcessed(string delivery, string status, int counted, int problems);
}
