using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Signalering.Azure;

/// <summary>Clients of the storage account with the data.</summary>
/// <remarks>The service version is pinned: Azurite refuses versions newer than it knows, and every version of the SDK
/// brings a newer one.</remarks>
public sealed class StorageAccount
{
    private const BlobClientOptions.ServiceVersion BlobVersion = BlobClientOptions.ServiceVersion.V2025_11_05;
    private const QueueClientOptions.ServiceVersion QueueVersion = QueueClientOptions.ServiceVersion.V2025_11_05;

    private readonly BlobServiceClient _blobs;
    private readonly QueueServiceClient _queues;

    private StorageAccount(BlobServiceClient blobs, QueueServiceClient queues) => (_blobs, _queues) = (blobs, queues);

    /// <summary>By connection string: Azurite, or a developer's account.</summary>
    public static StorageAccount FromConnectionString(string connectionString) => new(
        new BlobServiceClient(connectionString, BlobOptions()),
        new QueueServiceClient(connectionString, QueueOptions()));

    /// <summary>By address and the identity of the app; no key exists.</summary>
    /// <param name="blobs">Address of the blob service.</param>
    /// <param name="queues">Address of the queue service.</param>
    /// <param name="clientId">Client id of a user-assigned identity; null for the system-assigned one or a developer.</param>
    public static StorageAccount FromIdentity(Uri blobs, Uri queues, string? clientId)
    {
        TokenCredential credential = clientId is null
            ? new DefaultAzureCredential()
            : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
        return new StorageAccount(
            new BlobServiceClient(blobs, credential, BlobOptions()),
            new QueueServiceClient(queues, credential, QueueOptions()));
    }

    /// <summary>A container.</summary>
    public BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(name);

    /// <summary>A queue whose messages are base64, as Event Grid and the Functions host write them.</summary>
    public QueueClient Queue(string name) => _queues.GetQueueClient(name);

    /// <summary>Makes containers and queues that are not there yet; infra does it in Azure.</summary>
    public async Task Prepare(IEnumerable<string> containers, IEnumerable<string> queues, CancellationToken cancellationToken)
    {
        foreach (var container in containers)
            await Container(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var queue in queues)
            await Queue(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    private static BlobClientOptions BlobOptions() => new(BlobVersion);

    private static QueueClientOptions QueueOptions() =>
        new(QueueVersion) { MessageEncoding = QueueMessageEncoding.Base64 };
}
