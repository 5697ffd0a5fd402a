using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Signalering.LocalHost;

/// <summary>Serves the HTTP functions at <c>/api/{route}</c> on Kestrel; does nothing when there are none.</summary>
/// <remarks>An application within the application, so that functions on HTTP need no other kind of host than the
/// rest.</remarks>
public sealed class LocalHttpServer : IHostedService, IAsyncDisposable
{
    private readonly IReadOnlyList<FunctionDescriptor> _functions;
    private readonly FunctionInvoker _invoker;
    private readonly IServiceScopeFactory _scopes;
    private readonly LocalHostOptions _options;
    private readonly ILoggerFactory _loggers;
    private WebApplication? _server;

    internal LocalHttpServer(
        FunctionList functions, FunctionInvoker invoker, IServiceScopeFactory scopes,
        IOptions<LocalHostOptions> options, ILoggerFactory loggers)
    {
        _functions = [.. functions.Where(function => function.Trigger is HttpTriggerAttribute)];
        (_invoker, _scopes, _options, _loggers) = (invoker, scopes, options.Value, loggers);
    }

    /// <summary>Where the functions listen, with the port that was taken; null when there are none or the host has
    /// not started.</summary>
    public Uri? Address { get; private set; }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_functions.Count == 0)
            return;

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(_options.HttpUrl);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(_loggers);
        builder.Services.AddSingleton<IHostLifetime, OuterLifetime>();
        _server = builder.Build();
        foreach (var function in _functions)
            HttpEndpoint.Map(_server, function, _invoker, _scopes);
        await _server.StartAsync(cancellationToken);

        Address = new Uri(_server.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.First());
        _loggers.CreateLogger<LocalHttpServer>().HttpListens(_functions.Count, Address);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is null)
            return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_options.ShutdownTimeout);
        await _server.StopAsync(patience.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    /// <summary>Ctrl-C is for the application around this one.</summary>
    private sealed class OuterLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
