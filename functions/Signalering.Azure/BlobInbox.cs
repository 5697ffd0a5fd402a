using Azure;
using Azure.Storage.Blobs.Models;
using Signalering.Domain.Deliveries;

namespace Signalering.Azure;

/// <summary>The inbox on blobs. Every call names the version (ETag) that it means.</summary>
/// <param name="account">Storage account.</param>
/// <param name="archiveDays">Days that accepted files are kept; 0 keeps none.</param>
public sealed class BlobInbox(StorageAccount account, int archiveDays) : IInbox
{
    // Enough that a file of ordinary size takes one request, small enough that memory stays flat on a large one.
    private const int ReadBufferBytes = 1 << 20;

    private readonly BlobArchive _archive = new(account, archiveDays);

    /// <inheritdoc/>
    public async Task<InboxItem?> Describe(string name, CancellationToken cancellationToken)
    {
        try
        {
            var found = await account.Blob(Routes.Exports, name).GetPropertiesAsync(cancellationToken: cancellationToken);
            return new InboxItem(name, found.Value.ETag.ToString(), found.Value.LastModified, found.Value.ContentLength);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<InboxItem?> Find(string deliveryId, CancellationToken cancellationToken)
    {
        // The id holds a hash of the name, so this asks for the properties of one file. The inbox is short: what is
        // processed leaves it.
        await foreach (var blob in account.Container(Routes.Exports).GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (DeliveryId.MayBe(deliveryId, blob.Name)
                && await Describe(blob.Name, cancellationToken) is { } item && DeliveryId.Of(item) == deliveryId)
                return item;
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task<Stream?> Open(InboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            return await account.Blob(Routes.Exports, item.Name).OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false)
                {
                    BufferSize = ReadBufferBytes,
                    Conditions = new BlobRequestConditions { IfMatch = new ETag(item.ETag) },
                },
                cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task Archive(InboxItem item, string wijkteam, CancellationToken cancellationToken) =>
        _archive.Keep(wijkteam, item.Stamp.Id, stop => Open(item, stop), cancellationToken);

    /// <inheritdoc/>
    public async Task Remove(InboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            await account.Blob(Routes.Exports, item.Name).DeleteIfExistsAsync(
                DeleteSnapshotsOption.IncludeSnapshots,
                new BlobRequestConditions { IfMatch = new ETag(item.ETag) },
                cancellationToken);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            // Overwritten since: the newer version is a delivery of its own.
        }
    }
}
