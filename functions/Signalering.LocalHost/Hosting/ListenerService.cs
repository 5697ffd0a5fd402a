using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Signalering.LocalHost;

/// <summary>Starts the listeners of all functions but those on HTTP, and stops them gracefully.</summary>
internal sealed class ListenerService(
    IEnumerable<IListener> listeners, FunctionList functions, IOptions<LocalHostOptions> options,
    ILogger<ListenerService> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _receiving = new();
    private readonly CancellationTokenSource _running = new();
    private Task _all = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        logger.Found(functions.Count, functions.Count(function => function.Trigger is HttpTriggerAttribute));
        var started = listeners.ToList();
        foreach (var listener in started)
            await listener.Prepare(cancellationToken);

        var stopping = new Stopping(_receiving.Token, _running.Token);
        _all = Task.WhenAll(started.Select(listener =>
            Task.Run(() => listener.Listen(stopping), CancellationToken.None)));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _receiving.CancelAsync();
        if (await IsDone(options.Value.ShutdownTimeout, cancellationToken))
            return;

        logger.StopTookLong(options.Value.ShutdownTimeout.TotalSeconds);
        await _running.CancelAsync();

        // Time to give back messages and claims. A function that does not listen to its token is left behind.
        await IsDone(TimeSpan.FromSeconds(2), cancellationToken);
    }

    public void Dispose()
    {
        _receiving.Cancel();
        _running.Cancel();
        _receiving.Dispose();
        _running.Dispose();
    }

    private async Task<bool> IsDone(TimeSpan patience, CancellationToken cancellationToken)
    {
        await Task.WhenAny(_all, Task.Delay(patience, cancellationToken));
        return _all.IsCompleted;
    }
}
