using System.Diagnostics;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Signalering.Azure;
using Signalering.Domain.Deliveries;
using Signalering.Functions.Tests.Ports;
using Signalering.LocalHost;

namespace Signalering.Functions.Tests.Storage;

/// <summary>One storage account with as many hosts of the whole pipeline on it as a test starts.</summary>
internal sealed class TestPipeline(string connectionString) : IAsyncDisposable
{
    private readonly List<IHost> _hosts = [];

    /// <summary>The day on which the planner believes to live: the report of the first quarter of 2024 is due, whatever
    /// teams are missing.</summary>
    public static DateTimeOffset Now { get; } = new(2024, 5, 1, 10, 0, 0, TimeSpan.Zero);

    public string ConnectionString { get; } = connectionString;

    public StorageAccount Account { get; } = StorageAccount.FromConnectionString(connectionString);

    public StoredFiles Files { get; } = new(StorageAccount.FromConnectionString(connectionString));

    /// <summary>Makes the containers, for files that are there before a host is.</summary>
    public async Task<TestPipeline> Prepare()
    {
        await Account.Prepare(Routes.Containers, [], TestContext.Current.CancellationToken);
        return this;
    }

    /// <summary>Drops a file in the inbox, as a team does.</summary>
    public async Task<InboxItem> Upload(string name, byte[] content)
    {
        var blob = Account.Container(Routes.Exports).GetBlobClient(name);
        BlobContentInfo stored = (await blob.UploadAsync(BinaryData.FromBytes(content), overwrite: true)).Value;
        return new InboxItem(name, stored.ETag.ToString(), stored.LastModified, content.Length);
    }

    /// <summary>Starts a host that polls fast, on a clock that stands still.</summary>
    public async Task<IHost> Start(
        PortWatch? watch = null, Action<LocalHostOptions>? configure = null, ILoggerProvider? log = null)
    {
        var host = LocalPipeline.Build(
            ["--hostBuilder:reloadConfigOnChange=false"],
            new Dictionary<string, string?> { [Routes.Opslag] = ConnectionString },
            options =>
            {
                options.PollInterval = TimeSpan.FromMilliseconds(100);
                options.IdlePollInterval = TimeSpan.FromMilliseconds(400);
                options.RetryDelay = TimeSpan.Zero;
                options.ShutdownTimeout = TimeSpan.FromSeconds(5);
                options.HttpUrl = "http://127.0.0.1:0";
                configure?.Invoke(options);
            },
            services =>
            {
                services.AddLogging(logging => Add(logging.ClearProviders(), log));
                services.AddSingleton<TimeProvider>(new StandingClock());
                watch?.Watch(services);
            });
        lock (_hosts)
            _hosts.Add(host);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private static void Add(ILoggingBuilder logging, ILoggerProvider? log)
    {
        if (log is not null)
            logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace);
    }

    /// <summary>Waits until nothing is left to be done.</summary>
    public Task WaitUntilIdle(int seconds = 120) => Eventually(Files.IsIdle, seconds);

    /// <summary>Waits until something is true; fails the test when that takes too long.</summary>
    public static async Task Eventually(Func<Task<bool>> condition, int seconds = 120)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started).TotalSeconds < seconds, "It took too long.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_hosts.Select(host => host.StopAsync(CancellationToken.None)));
        _hosts.ForEach(host => host.Dispose());
    }

    // Its timers never fire: no schedule disturbs a test that runs at a full quarter of an hour.
    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
