using Azure.Storage.Blobs;

namespace Signalering.Azure;

/// <summary>Accepted files, kept for a while below the team under the id of the delivery.</summary>
/// <param name="account">Storage account.</param>
/// <param name="days">Days that they are kept; 0 keeps none. The deletion itself is a rule of the storage account
/// (infra).</param>
internal sealed class BlobArchive(StorageAccount account, int days)
{
    private readonly BlobContainerClient _container = account.Container(Routes.Archief);

    /// <summary>Keeps a file, unless none are kept or it is gone.</summary>
    /// <param name="wijkteam">Key of the team.</param>
    /// <param name="deliveryId">Id of the delivery.</param>
    /// <param name="open">Opens it; null when it is gone.</param>
    /// <param name="cancellationToken">Stops the upload.</param>
    public async Task Keep(
        string wijkteam, string deliveryId, Func<CancellationToken, Task<Stream?>> open, CancellationToken cancellationToken)
    {
        if (days == 0 || await open(cancellationToken) is not { } content)
            return;
        await using (content)
            await _container.GetBlobClient($"{wijkteam}/{deliveryId}").UploadAsync(content, overwrite: true, cancellationToken);
    }
}
