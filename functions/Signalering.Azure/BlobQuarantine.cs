using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Signalering.Domain.Deliveries;

namespace Signalering.Azure;

/// <summary>Quarantine on blobs: <c>quarantaine/{wijkteam}/{levering}</c> with its page <c>….json</c> beside it. A page is
/// replaced only when nobody else did meanwhile.</summary>
/// <remarks>A rule of the storage account (infra) deletes what is older than the term, should the pipeline not run.</remarks>
/// <param name="account">Storage account.</param>
/// <param name="archiveDays">Days that accepted files are kept; 0 keeps none.</param>
public sealed class BlobQuarantine(StorageAccount account, int archiveDays) : IQuarantineStore
{
    private const string PageExtension = ".json";

    private readonly BlobContainerClient _container = account.Container(Routes.Quarantaine);
    private readonly BlobArchive _archive = new(account, archiveDays);

    /// <inheritdoc/>
    public async Task<HeldDelivery?> Find(string wijkteam, string deliveryId, CancellationToken cancellationToken) =>
        (await Page(wijkteam, deliveryId).Read(cancellationToken)).Page;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HeldDelivery>> List(CancellationToken cancellationToken)
    {
        var pages = new List<HeldDelivery>();
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.EndsWith(PageExtension, StringComparison.Ordinal)
                && (await Page(blob.Name).Read(cancellationToken)).Page is { } held)
                pages.Add(held);
        }

        return [.. pages.OrderBy(page => page.Wijkteam, StringComparer.Ordinal).ThenBy(page => page.Ontvangen)];
    }

    /// <inheritdoc/>
    public async Task<HeldDelivery> Hold(HeldDelivery held, Stream? content, CancellationToken cancellationToken)
    {
        if (content is not null)
            await Content(held).UploadAsync(content, overwrite: true, cancellationToken);
        return (await Page(held.Wijkteam, held.Levering)
            .Update(found => found?.Again(held.Bevindingen) ?? held, cancellationToken))!;
    }

    /// <inheritdoc/>
    public async Task<Stream?> Open(HeldDelivery held, CancellationToken cancellationToken)
    {
        try
        {
            return await Content(held).OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<HeldDelivery?> Update(
        string wijkteam, string deliveryId, Func<HeldDelivery, HeldDelivery> change, CancellationToken cancellationToken) =>
        Page(wijkteam, deliveryId).Update(found => found is null ? null : change(found), cancellationToken);

    /// <inheritdoc/>
    public Task Archive(HeldDelivery held, CancellationToken cancellationToken) =>
        _archive.Keep(held.Wijkteam, held.Levering, stop => Open(held, stop), cancellationToken);

    /// <inheritdoc/>
    public async Task Remove(HeldDelivery held, CancellationToken cancellationToken)
    {
        // The page last: while it is there, somebody knows that there is something to remove.
        await Content(held).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
        await _container.DeleteBlobIfExistsAsync(
            PageName(held.Wijkteam, held.Levering), DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
    }

    private BlobClient Content(HeldDelivery held) => _container.GetBlobClient($"{held.Wijkteam}/{held.Levering}");

    private JsonPage<HeldDelivery> Page(string wijkteam, string deliveryId) =>
        Page(PageName(wijkteam, deliveryId));

    private static string PageName(string wijkteam, string deliveryId) => $"{wijkteam}/{deliveryId}{PageExtension}";

    private JsonPage<HeldDelivery> Page(string name) =>
        new(_container.GetBlobClient(name), HeldDelivery.Parse, held => held.ToJson());
}
