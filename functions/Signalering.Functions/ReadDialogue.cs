using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using Signalering.Azure;
using Signalering.Domain;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Screening;
using Signalering.Formats.Exports;
using Signalering.Formats.Reports;

namespace Signalering.Functions;

/// <summary>Workbook with answers → register. The next report and every team edition show them.</summary>
/// <remarks>Safe to run twice: a merge of the same workbook adds nothing. Two at once: the second sees the first's register
/// and merges again. The workbook goes last.</remarks>
public sealed partial class ReadDialogue(
    IDialogueStore store, ExportLimits limits, IntakeKnowledge knowledge, ILogger<ReadDialogue> logger)
{
    private const int AttemptsUnderContention = 20;

    /// <summary>Runs when a workbook is dropped or overwritten.</summary>
    [Function(nameof(ReadDialogue))]
    public async Task Run(
        [BlobTrigger(Routes.Dialoog + "/{naam}", Source = BlobTriggerSource.EventGrid, Connection = Routes.Opslag)]
        BlobClient blob,
        CancellationToken cancellationToken)
    {
        var found = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        var source = new InboxItem(
            blob.Name, found.Value.ETag.ToString(), found.Value.LastModified, found.Value.ContentLength).Stamp;
        await using var content = await blob.OpenReadAsync(cancellationToken: cancellationToken);
        var (workbook, fault) = DialogueReader.Read(content, limits);
        var receipt = workbook is null
            ? DialogueReceipt.Unreadable(source.Id, source.Received, fault!)
            : await Merge(workbook, source.Received, source.Id, cancellationToken);
        await store.WriteReceipt(receipt, cancellationToken);
        await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken);
        LogRead(source.Id, receipt.Aangenomen, receipt.Conflicten.Count, receipt.Fouten.Count);
    }

    private async Task<DialogueReceipt> Merge(
        FilledWorkbook workbook, DateTimeOffset received, string source, CancellationToken cancellationToken)
    {
        var screen = new OwnWords(knowledge, received.Year);
        for (var attempt = 0; attempt < AttemptsUnderContention; attempt++)
        {
            var (register, version) = await store.Load(cancellationToken);
            var result = DialogueMerge.Run(register, workbook, received, source, screen.MayBeKept);
            if (result.Register.Stand == register.Stand || await store.TrySave(result.Register, version, cancellationToken))
                return DialogueReceipt.Of(source, received, result);
        }

        throw new InvalidOperationException("The register changed during every attempt; the trigger tries again later.");
    }

    [LoggerMessage(5, LogLevel.Information, "Workbook {Source}: {Accepted} answers, {Conflicts} conflicts, {Faults} faults")]
    private partial void LogRead(string source, int accepted, int conflicts, int faults);
}
