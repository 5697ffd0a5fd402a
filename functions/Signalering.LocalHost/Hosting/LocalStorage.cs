using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Signalering.LocalHost;

/// <summary>The one storage account that the local host works on.</summary>
internal sealed class LocalStorage
{
    private readonly BlobServiceClient _blobs;
    private readonly QueueServiceClient _queues;

    public LocalStorage(IOptions<LocalHostOptions> options, IConfiguration configuration)
    {
        var connection = options.Value.ConnectionString ?? configuration["Opslag"];
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new InvalidOperationException(
                "No storage account. Set 'Opslag' to a connection string, such as UseDevelopmentStorage=true.");
        }

        // The newest service version that Azurite 3.35.0 takes; a newer one is refused as "API version not supported".
        _blobs = new BlobServiceClient(connection, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05));

        // Read as it is stored: a body that is not Base64 must reach the poison queue, not stop the listener.
        _queues = new QueueServiceClient(connection, LocalQueues.Options(QueueMessageEncoding.None));
    }

    public BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(name);

    public QueueClient RawQueue(string name) => _queues.GetQueueClient(name);
}
