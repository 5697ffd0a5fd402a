using System.Reflection;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Signalering.LocalHost.Tests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

// The tests wait far more than they compute.
[assembly: Xunit.v3.Parallelization(MaxThreads = 8)]

namespace Signalering.LocalHost.Tests;

/// <summary>One Azurite for all tests of this assembly, on free ports, in a folder of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess _azurite = null!;
    private int _names;

    public static string RepositoryRoot { get; } = typeof(AzuriteFixture).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    public string ConnectionString => _azurite.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        var start = await AzuriteProcess.Start(
            new AzuriteOptions
            {
                RepositoryRoot = RepositoryRoot,
                Folder = Directory.CreateTempSubdirectory("signalering-localhost-").FullName,
                DeleteFolder = true,
            },
            TestContext.Current.CancellationToken);
        _azurite = Assert.IsType<AzuriteStart.Started>(start).Process;
    }

    /// <summary>A name that no other test uses, for a queue or container.</summary>
    public string Name(string kind) => $"{kind}{Interlocked.Increment(ref _names)}";

    /// <summary>The queue as a sender sees it.</summary>
    public async Task<QueueClient> Queue(string name)
    {
        var queue = LocalQueues.Client(ConnectionString, name);
        await queue.CreateIfNotExistsAsync();
        return queue;
    }

    /// <summary>The queue without encoding: what is stored.</summary>
    public QueueClient RawQueue(string name) =>
        new(ConnectionString, name, LocalQueues.Options(QueueMessageEncoding.None));

    public async Task<BlobContainerClient> Container(string name)
    {
        var container = new BlobContainerClient(
            ConnectionString, name, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05));
        await container.CreateIfNotExistsAsync();
        return container;
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();
}
