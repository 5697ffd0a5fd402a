using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Signalering.Domain.Deliveries;

namespace Signalering.Azure;

/// <summary>Receipts on blobs: <c>ontvangst/{wijkteam}/{levering}.json</c>, and beside it the same as <c>.csv</c> and
/// <c>.html</c> for people.</summary>
public sealed class BlobReceipts(StorageAccount account) : IReceiptStore
{
    private readonly BlobContainerClient _receipts = account.Container(Routes.Ontvangst);

    /// <inheritdoc/>
    public async Task<bool> Exists(string wijkteam, string deliveryId, CancellationToken cancellationToken) =>
        await _receipts.GetBlobClient(Name(wijkteam, deliveryId)).ExistsAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task Write(Receipt receipt, CancellationToken cancellationToken)
    {
        // The JSON last: it is what says that there is a receipt.
        await Upload(receipt, ".csv", "text/csv; charset=utf-8", ReceiptCsv.Write(receipt), cancellationToken);
        await Upload(receipt, ".html", "text/html; charset=utf-8", ReceiptHtml.Write(receipt), cancellationToken);
        await Upload(receipt, ".json", "application/json; charset=utf-8", receipt.ToJson(), cancellationToken);
    }

    /// <summary>Reads receipts in order of team and time of arrival.</summary>
    /// <param name="wijkteam">Only of this team; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<Receipt> All(
        string? wijkteam, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new GetBlobsOptions { Prefix = wijkteam is null ? null : wijkteam + "/" };
        await foreach (var blob in _receipts.GetBlobsAsync(options, cancellationToken))
        {
            if (!blob.Name.EndsWith(".json", StringComparison.Ordinal) || blob.Name.EndsWith(BlobLedger.FileName, StringComparison.Ordinal))
                continue;
            var content = await _receipts.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            yield return Receipt.Parse(content.Value.Content.ToMemory().Span);
        }
    }

    private async Task Upload(
        Receipt receipt, string extension, string contentType, byte[] bytes, CancellationToken cancellationToken) =>
        await _receipts.GetBlobClient($"{receipt.Wijkteam}/{receipt.Levering}{extension}").UploadAsync(
            BinaryData.FromBytes(bytes),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } },
            cancellationToken);

    private static string Name(string wijkteam, string deliveryId) => $"{wijkteam}/{deliveryId}.json";
}
