using System.Reflection;
using Signalering.Functions.Tests.Storage;
using Signalering.LocalHost;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

// The tests wait far more than they compute.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All, MaxThreads = 12)]

namespace Signalering.Functions.Tests.Storage;

/// <summary>One Azurite for all tests of this assembly, on free ports, in a folder of its own, with a storage account
/// for each pipeline: containers and queues have fixed names, so two pipelines on one account would mix.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int MostAccounts = 300;

    private static readonly string[] Accounts = [.. Enumerable.Range(1, MostAccounts).Select(i => $"pijplijn{i}")];

    private AzuriteProcess _azurite = null!;
    private int _taken;

    public static string RepositoryRoot { get; } = typeof(AzuriteFixture).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    public async ValueTask InitializeAsync()
    {
        var start = await AzuriteProcess.Start(
            new AzuriteOptions
            {
                RepositoryRoot = RepositoryRoot,
                Folder = Directory.CreateTempSubdirectory("signalering-functions-").FullName,
                DeleteFolder = true,
                Accounts = Accounts,
            },
            TestContext.Current.CancellationToken);
        _azurite = Assert.IsType<AzuriteStart.Started>(start).Process;
    }

    /// <summary>A storage account that no other test has, empty.</summary>
    public string NewAccount() => _azurite.ConnectionStringOf(Accounts[Interlocked.Increment(ref _taken) - 1]);

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();
}
