using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
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
        try
        {
            var found = await Register().DownloadContentAsync(cancellationToken);
            return (DialogueRegister.Parse(found.Value.Content.ToMemory().Span), found.Value.Details.ETag.ToString());
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return (DialogueRegister.Leeg, null);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TrySave(DialogueRegister register, string? version, CancellationToken cancellationToken)
    {
        try
        {
            await Register().UploadAsync(
                BinaryData.FromBytes(register.ToJson()),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
                    Conditions = version is null
                        ? new BlobRequestConditions { IfNoneMatch = ETag.All }
                        : new BlobRequestConditions { IfMatch = new ETag(version) },
                },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task WriteReceipt(DialogueReceipt receipt, CancellationToken cancellationToken) =>
        _container.GetBlobClient($"ontvangst/{receipt.Bron}.json").UploadAsync(
            BinaryData.FromBytes(receipt.ToJson()), overwrite: true, cancellationToken);

    private BlobClient Register() => _container.GetBlobClient("register.json");
}
