using Microsoft.Extensions.Logging;
using Signalering.Azure;
using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Intake;
using Signalering.Domain.Municipality;

namespace Signalering.Functions;

/// <summary>Queue → intake pass → cubes, receipt, event.</summary>
/// <remarks>Safe to run twice and to die between any two steps (docs/architectuur.md): the file leaves the inbox
/// last, and every step before that gives the same result again. An exception leaves the message on the queue; on the
/// last attempt a receipt is written beforehand, so that the team hears of it even when the process dies.</remarks>
public sealed partial class ProcessDelivery(
    IInbox inbox, IExportReader reader, IntakePass pass, Gemeente gemeente, CaseKey caseKey, ICubeStore cubes,
    IReceiptStore receipts, ILedgerStore ledgers, ReceiptComposer composer, IMessageQueue queue, ILogger<ProcessDelivery> logger)
{
    /// <summary>Runs for each file that arrived.</summary>
    [Function(nameof(ProcessDelivery))]
    public async Task Run(
        [ServiceBusTrigger(Routes.Leveringen, Connection = Routes.ServiceBus)] string body,
        int deliveryCount,
        CancellationToken cancellationToken)
    {
        var item = MessageText.Read<DeliveryReceived>(body).ToItem();
        var stamp = item.Stamp;
        var path = InboxPath.Parse(item.Name);
        var team = path is null ? null : gemeente.FindTeam(path.Wijkteam);
        var folder = team?.Sleutel ?? Receipt.UnknownTeam;

        var isTold = deliveryCount >= Routes.MaxAttempts && !await receipts.Exists(folder, stamp.Id, cancellationToken);
        if (isTold)
            await receipts.Write(composer.Failed(folder, stamp, deliveryCount), cancellationToken);

        await using var content = await inbox.Open(item, cancellationToken);
        if (content is null)
        {
            if (isTold || !await receipts.Exists(folder, stamp.Id, cancellationToken))
                await receipts.Write(composer.Superseded(folder, stamp), cancellationToken);
            return;
        }

        var receipt = team is null
            ? composer.Refuse(folder, stamp, path is null ? Messages.OngeldigePlaats() : Messages.OnbekendWijkteam())
            : await Count(item, path!.Bestand, team, content, cancellationToken);
        await receipts.Write(receipt, cancellationToken);
        await queue.Publish(EventOf(receipt), cancellationToken);
        await inbox.Remove(item, cancellationToken);
        LogProcessed(stamp.Id, receipt.Status, receipt.Aantallen?.Geteld ?? 0, receipt.Meldingen.Count);
    }

    private async Task<Receipt> Count(
        InboxItem item, string fileName, Wijkteam team, Stream content, CancellationToken cancellationToken)
    {
        var stamp = item.Stamp;
        var hasher = new CaseHasher(caseKey.Bytes, team.Sleutel);
        var result = pass.Run(reader.Open(content, fileName), team, stamp, hasher, cancellationToken);
        var replacements = new List<CubeReplacement>();
        foreach (var cube in result.Cubes)
            replacements.Add(await cubes.Replace(cube, cancellationToken));
        var ledger = result.Refusal is null
            ? await ledgers.Update(team.Sleutel, page => page.Record(LedgerEntry.Of(stamp, result)), cancellationToken)
            : await ledgers.Read(team.Sleutel, cancellationToken);
        if (result.Refusal is null)
            await inbox.Archive(item, team.Sleutel, cancellationToken);
        return composer.Of(team.Sleutel, stamp, result, replacements, ledger);
    }

    private static PipelineEvent EventOf(Receipt receipt) => new(
        receipt.Status == "verwerkt" ? PipelineEvent.LeveringVerwerkt : PipelineEvent.LeveringGeweigerd,
        receipt.Levering, receipt.Wijkteam, [.. receipt.Maanden.Select(month => month.Maand)], null);

    [LoggerMessage(2, LogLevel.Information, "Delivery {Delivery}: {Status}, {Counted} activities, {Problems} kinds of problems")]
    private partial void LogProcessed(string delivery, string status, int counted, int problems);
}
