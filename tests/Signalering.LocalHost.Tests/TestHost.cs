using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Signalering.LocalHost.Tests;

/// <summary>A host of one class of functions that polls fast.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost _host;

    private TestHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public static async Task<TestHost> Start(
        AzuriteFixture azurite, Type functions, Probe probe, (string Setting, string Value)[] settings,
        Action<LocalHostOptions>? configure = null, TimeProvider? time = null, CollectedLog? log = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create(pair.Setting, (string?)pair.Value)));
        builder.Services.AddSingleton(probe);
        if (time is not null)
            builder.Services.AddSingleton(time);
        if (log is not null)
            builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddLocalFunctions([functions], options =>
        {
            options.ConnectionString = azurite.ConnectionString;
            options.PollInterval = TimeSpan.FromMilliseconds(50);
            options.IdlePollInterval = TimeSpan.FromMilliseconds(200);
            options.RetryDelay = TimeSpan.Zero;
            options.HttpUrl = "http://127.0.0.1:0";
            configure?.Invoke(options);
        });
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(host);
    }

    /// <summary>Stops as a killed host does: what runs is left as it is. Needs a shutdown timeout of zero, and
    /// functions that do not listen to their token.</summary>
    public Task Stop() => _host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}

/// <summary>Every line that a host logs, with its state.</summary>
internal sealed class CollectedLog : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
            _lines.Add($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
