using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Sas;

namespace Signalering.Azure;

/// <summary>Clients of the storage account with the data.</summary>
/// <remarks>The service version is pinned: Azurite refuses versions newer than it knows, and every version of the SDK
/// brings a newer one.</remarks>
public sealed class StorageAccount
{
    private const BlobClientOptions.ServiceVersion BlobVersion = BlobClientOptions.ServiceVersion.V2025_11_05;
    private const QueueClientOptions.ServiceVersion QueueVersion = QueueClientOptions.ServiceVersion.V2025_11_05;

    private static readonly TimeSpan SignatureLife = TimeSpan.FromHours(1);

    private readonly BlobServiceClient _blobs;
    private readonly QueueServiceClient _queues;
    private readonly Func<Uri, BlobClient> _exact;

    private StorageAccount(BlobServiceClient blobs, QueueServiceClient queues, Func<Uri, BlobClient> exact) =>
        (_blobs, _queues, _exact) = (blobs, queues, exact);

    /// <summary>By connection string: Azurite, or a developer's account.</summary>
    public static StorageAccount FromConnectionString(string connectionString)
    {
        var blobs = new BlobServiceClient(connectionString, BlobOptions());
        return new StorageAccount(
            blobs,
            new QueueServiceClient(connectionString, QueueOptions()),
            uri => new BlobClient(new Uri(uri + Signature(blobs)), BlobOptions()));
    }

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
            new QueueServiceClient(queues, credential, QueueOptions()),
            uri => new BlobClient(uri, credential, BlobOptions()));
    }

    /// <summary>A container.</summary>
    public BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(name);

    /// <summary>The blob of exactly this name, as a listing gives it.</summary>
    /// <remarks>Addresses are resolved before they are sent: a client for <c>a/../b/c</c> reads and deletes <c>b/c</c>,
    /// another team's file. A name that would lead elsewhere goes as one escaped segment, in which nothing is resolved.
    /// </remarks>
    public BlobClient Blob(string container, string name)
    {
        var client = Container(container).GetBlobClient(name);
        return client.Name == name
            ? client
            : _exact(new Uri($"{Container(container).Uri.AbsoluteUri}/{Uri.EscapeDataString(name)}"));
    }

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

    private static string Signature(BlobServiceClient blobs) => blobs.GenerateAccountSasUri(
        AccountSasPermissions.Read | AccountSasPermissions.Delete,
        TimeProvider.System.GetUtcNow() + SignatureLife,
        AccountSasResourceTypes.Object).Query;

    private static BlobClientOptions BlobOptions() => new(BlobVersion);

    private static QueueClientOptions QueueOptions() =>
        new(QueueVersion) { MessageEncoding = QueueMessageEncoding.Base64 };
}
