using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Intake;
using Signalering.Domain.Municipality;

namespace Signalering.Functions;

/// <summary>From the file of a delivery to its receipt: intake pass → cubes, ledger and archive, or quarantine.</summary>
/// <remarks>Every step gives the same result when it is done again.</remarks>
public sealed class DeliveryIntake(
    IExportReader reader, IntakePass pass, IntakeOptions options, Gemeente gemeente, CaseKey caseKey, ICubeStore cubes,
    ILedgerStore ledgers, IQuarantineStore quarantine, IInbox inbox, ReceiptComposer composer)
{
    /// <summary>Where the file lies; null when it lies nowhere any more.</summary>
    public Task<DeliveryFile?> Find(DeliveryReceived delivery, CancellationToken cancellationToken) =>
        DeliveryFile.Find(delivery, inbox, quarantine, cancellationToken);

    /// <summary>Reads it and stores what follows from it, except the receipt.</summary>
    /// <param name="delivery">Which.</param>
    /// <param name="file">Where it lies.</param>
    /// <param name="content">The file, at position 0.</param>
    /// <param name="cancellationToken">Stops between rows and between steps.</param>
    public async Task<Receipt> Run(
        DeliveryReceived delivery, DeliveryFile file, Stream content, CancellationToken cancellationToken)
    {
        if (delivery.Wijkteam is null || gemeente.FindTeam(delivery.Wijkteam) is not { } team)
        {
            return composer.Refuse(
                Receipt.UnknownTeam, delivery.Stamp,
                file.Path is null ? Messages.OngeldigePlaats() : Messages.OnbekendWijkteam());
        }

        var hasher = new CaseHasher(caseKey.Bytes, team.Sleutel);
        var result = pass.Run(
            reader.Open(content, file.FileName), team, delivery.Stamp, hasher, file.Held?.Released, cancellationToken);
        var held = result.IsHeld
            ? await file.Hold(
                HeldDelivery.Of(delivery, file.FileName, result, options.QuarantineDays), content, cancellationToken)
            : file.Held;
        return await Store(team.Sleutel, delivery.Stamp, file, result, held, cancellationToken);
    }

    private async Task<Receipt> Store(
        string wijkteam, DeliveryStamp stamp, DeliveryFile file, IntakeResult result, HeldDelivery? held,
        CancellationToken cancellationToken)
    {
        var replacements = new List<CubeReplacement>();
        foreach (var cube in result.Cubes)
            replacements.Add(await cubes.Replace(cube, cancellationToken));
        var ledger = result.Refusal is null
            ? await ledgers.Update(wijkteam, page => page.Record(LedgerEntry.Of(stamp, result)), cancellationToken)
            : await ledgers.Read(wijkteam, cancellationToken);
        if (result.Refusal is null)
            await file.Archive(wijkteam, cancellationToken);
        return composer.Of(wijkteam, stamp, result, replacements, ledger, held);
    }
}
