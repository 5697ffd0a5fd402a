using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Signalering.Domain.Deliveries;

namespace Signalering.Azure;

/// <summary>Receipts on blobs: <c>ontvangst/{wijkteam}/{levering}.json</c>.</summary>
public sealed class BlobReceipts(StorageAccount account) : IReceiptStore
{
    private readonly BlobContainerClient _receipts = account.Container(Routes.Ontvangst);

    /// <inheritdoc/>
    public async Task<bool> Exists(string wijkteam, string deliveryId, CancellationToken cancellationToken) =>
        await _receipts.GetBlobClient(Name(wijkteam, deliveryId)).ExistsAsync(cancellationToken);

    /// <inheritdoc/>
    public Task Write(Receipt receipt, CancellationToken cancellationToken) =>
        _receipts.GetBlobClient(Name(receipt.Wijkteam, receipt.Levering)).UploadAsync(
            BinaryData.FromBytes(receipt.ToJson()),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" } },
            cancellationToken);

    /// <summary>Reads receipts in order of team and time of arrival.</summary>
    /// <param name="wijkteam">Only of this team; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<Receipt> All(
        string? wijkteam, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new GetBlobsOptions { Prefix = wijkteam is null ? null : wijkteam + "/" };
        await foreach (var blob in _receipts.GetBlobsAsync(options, cancellationToken))
        {
            var content = await _receipts.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            yield return Receipt.Parse(content.Value.Content.ToMemory().Span);
        }
    }

    private static string Name(string wijkteam, string deliveryId) => $"{wijkteam}/{deliveryId}.json";
}
