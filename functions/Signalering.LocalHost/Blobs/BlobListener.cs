using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Signalering.LocalHost;

/// <summary>Runs a function at least once for each version of each blob that fits its path.</summary>
/// <remarks>Lists the container again and again, which costs one call per 5 000 blobs. That suits an inbox whose files
/// move on once they are dealt with; Azure has Event Grid for the rest.</remarks>
internal sealed class BlobListener : IListener
{
    private readonly FunctionDescriptor _function;
    private readonly BlobPath _path;
    private readonly BlobContainerClient _container;
    private readonly BlobMarkers _markers;
    private readonly BlobVersionRunner _runner;
    private readonly LocalHostOptions _options;
    private readonly ILogger<BlobListener> _logger;
    private readonly KnownVersions _known = new();
    private readonly RunSlots _slots;
    private HashSet<string>? _finishedBefore;

    public BlobListener(
        FunctionDescriptor function, string path, LocalStorage storage, FunctionInvoker invoker,
        IOptions<LocalHostOptions> options, ILogger<BlobListener> logger)
    {
        if (!BlobPath.TryParse(path, out var parsed))
            throw new InvalidOperationException($"The blob path of {function.Name} is not container/….");
        (_function, _path, _options, _logger) = (function, parsed, options.Value, logger);
        _slots = new RunSlots(_options.MaxConcurrentRuns);
        _container = storage.Container(parsed.Container);
        _markers = new BlobMarkers(storage.Container(BlobMarkers.Container), function);
        _runner = new BlobVersionRunner(
            function, _container, _markers, storage.RawQueue(LocalQueues.PoisonBlobs), invoker, _options, logger);
    }

    public async Task Prepare(CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await _runner.Prepare(cancellationToken);
    }

    public async Task Listen(Stopping stopping)
    {
        var pace = new PollPace(_options);
        var cleaned = TimeProvider.System.GetTimestamp();
        while (!stopping.Receiving.IsCancellationRequested)
        {
            var found = false;
            try
            {
                _finishedBefore ??= await _markers.LoadFinished(stopping.Running);
                found = await Scan(stopping);
                if (TimeProvider.System.GetElapsedTime(cleaned) >= _options.MarkerRetention)
                {
                    cleaned = TimeProvider.System.GetTimestamp();
                    await Clean(stopping.Running);
                }
            }
            catch (OperationCanceledException) when (stopping.Receiving.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                _logger.StorageFailed(_function.Name, exception.GetType().Name);
            }

            await pace.Wait(found, stopping.Receiving);
        }

        await _slots.WaitUntilIdle();
    }

    private async Task<bool> Scan(Stopping stopping)
    {
        var found = false;
        _known.BeginScan();
        await foreach (var item in _container.GetBlobsAsync(
            BlobTraits.None, BlobStates.None, _path.Prefix, stopping.Running))
        {
            if (item.Properties.ETag is not { } etag ||
                _known.NeedsNothing(item.Name, etag, TimeProvider.System.GetUtcNow()) ||
                _path.Match(item.Name) is not { } tokens)
                continue;

            var version = new BlobVersion(item.Name, etag);
            if (_finishedBefore!.Remove(version.Hash))
            {
                _known.Finish(version);
                continue;
            }

            found = true;
            await _slots.Take(stopping.Receiving);
            _known.Run(version);
            _ = Task.Run(() => Handle(version, tokens, stopping.Running), CancellationToken.None);
        }

        _known.EndScan();
        return found;
    }

    private async Task Handle(
        BlobVersion version, IReadOnlyDictionary<string, string> tokens, CancellationToken running)
    {
        // If storage fails half-way, another look in a while tells what became of it.
        DateTimeOffset? again = TimeProvider.System.GetUtcNow() + _options.IdlePollInterval;
        try
        {
            again = await _runner.Run(version, tokens, running);
        }
        catch (Exception exception)
        {
            _logger.StorageFailed(_function.Name, exception.GetType().Name);
        }
        finally
        {
            if (again is { } until)
                _known.Wait(version, until);
            else
                _known.Finish(version);
            _slots.Free();
        }
    }

    private async Task Clean(CancellationToken cancellationToken)
    {
        var untouchedSince = TimeProvider.System.GetUtcNow() - _options.MarkerRetention;
        var removed = await _markers.Clean(_known.Hashes, untouchedSince, cancellationToken);
        if (removed > 0)
            _logger.MarkersRemoved(_function.Name, removed);
    }
}
