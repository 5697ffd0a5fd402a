using Azure;
using Azure.Storage.Blobs;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Dialogue;

namespace Signalering.Azure;

/// <summary>Answers on blobs: <c>dialoogregister/register.json</c>, replaced only when nobody else did meanwhile.</summary>
public sealed class BlobDialogue(StorageAccount account) : IDialogueStore
{
    private readonly BlobContainerClient _container = account.Container(Routes.Dialoogregister);

    /// <inheritdoc/>
    public async Task<(DialogueRegister Register, string? Version)> Load(CancellationToken cancellationToken)
    {
        var (register, version) = await Register().Read(cancellationToken);
        return (register ?? DialogueRegister.Leeg, version?.ToString());
    }

    /// <inheritdoc/>
    public Task<bool> TrySave(DialogueRegister register, string? version, CancellationToken cancellationToken) =>
        Register().TryWrite(register, version is null ? null : new ETag(version), cancellationToken);

    /// <inheritdoc/>
    public Task WriteReceipt(DialogueReceipt receipt, CancellationToken cancellationToken) =>
        _container.GetBlobClient($"ontvangst/{receipt.Bron}.json").UploadAsync(
            BinaryData.FromBytes(receipt.ToJson()), overwrite: true, cancellationToken);

    private JsonPage<DialogueRegister> Register() =>
        new(_container.GetBlobClient("register.json"), DialogueRegister.Parse, register => register.ToJson());
}
