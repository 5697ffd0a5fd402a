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
    private const int AttemptsUnderContention = 20;

    private readonly BlobContainerClient _container = account.Container(Routes.Quarantaine);
    private readonly BlobContainerClient _archive = account.Container(Routes.Archief);

    /// <inheritdoc/>
    public async Task<HeldDelivery?> Find(string wijkteam, string deliveryId, CancellationToken cancellationToken) =>
        (await Read(Page(wijkteam, deliveryId), cancellationToken)).Held;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HeldDelivery>> List(CancellationToken cancellationToken)
    {
        var pages = new List<HeldDelivery>();
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.EndsWith(PageExtension, StringComparison.Ordinal)
                && (await Read(_container.GetBlobClient(blob.Name), cancellationToken)).Held is { } held)
                pages.Add(held);
        }

        return [.. pages.OrderBy(page => page.Wijkteam, StringComparer.Ordinal).ThenBy(page => page.Ontvangen)];
    }

    /// <inheritdoc/>
    public async Task<HeldDelivery> Hold(HeldDelivery held, Stream? content, CancellationToken cancellationToken)
    {
        if (content is not null)
            await Content(held).UploadAsync(content, overwrite: true, cancellationToken);
        return await Write(
            Page(held.Wijkteam, held.Levering), found => found?.Again(held.Bevindingen) ?? held, cancellationToken) ?? held;
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
        Write(Page(wijkteam, deliveryId), found => found is null ? null : change(found), cancellationToken);

    /// <inheritdoc/>
    public async Task Archive(HeldDelivery held, CancellationToken cancellationToken)
    {
        if (archiveDays == 0 || await Open(held, cancellationToken) is not { } content)
            return;
        await using (content)
        {
            await _archive.GetBlobClient($"{held.Wijkteam}/{held.Levering}")
                .UploadAsync(content, overwrite: true, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task Remove(HeldDelivery held, CancellationToken cancellationToken)
    {
        // The page last: while it is there, somebody knows that there is something to remove.
        await Content(held).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
        await Page(held.Wijkteam, held.Levering).DeleteIfExistsAsync(
            DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
    }

    // Null when there is nothing to write.
    private static async Task<HeldDelivery?> Write(
        BlobClient page, Func<HeldDelivery?, HeldDelivery?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (found, version) = await Read(page, cancellationToken);
            if (change(found) is not { } changed)
                return null;
            try
            {
                await page.UploadAsync(BinaryData.FromBytes(changed.ToJson()), Options(version), cancellationToken);
                return changed;
            }
            catch (RequestFailedException raced) when (raced.Status is 409 or 412 && attempt < AttemptsUnderContention)
            {
                // Another one wrote between the look and the write: look again.
            }
        }
    }

    private static async Task<(HeldDelivery? Held, ETag? Version)> Read(BlobClient page, CancellationToken cancellationToken)
    {
        try
        {
            var found = await page.DownloadContentAsync(cancellationToken);
            return (HeldDelivery.Parse(found.Value.Content.ToMemory().Span), found.Value.Details.ETag);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return (null, null);
        }
    }

    private BlobClient Content(HeldDelivery held) => _container.GetBlobClient($"{held.Wijkteam}/{held.Levering}");

    private BlobClient Page(string wijkteam, string deliveryId) =>
        _container.GetBlobClient($"{wijkteam}/{deliveryId}{PageExtension}");

    private static BlobUploadOptions Options(ETag? version) => new()
    {
        HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
        Conditions = version is { } known
            ? new BlobRequestConditions { IfMatch = known }
            : new BlobRequestConditions { IfNoneMatch = ETag.All },
    };
}
