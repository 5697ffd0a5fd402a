using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Signalering.LocalHost;

/// <summary>Claims one blob version, runs the function and remembers what became of it.</summary>
/// <remarks>An attempt is counted before it begins, so that one that killed the host counts too.</remarks>
internal sealed class BlobVersionRunner(
    FunctionDescriptor function, BlobContainerClient container, BlobMarkers markers, QueueClient poison,
    FunctionInvoker invoker, LocalHostOptions options, ILogger logger)
{
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(1);

    public async Task Prepare(CancellationToken cancellationToken)
    {
        await markers.Prepare(cancellationToken);
        await poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Runs a version unless another host does or has done so.</summary>
    /// <returns>When to look again; null when the version needs nothing any more.</returns>
    public async Task<DateTimeOffset?> Run(
        BlobVersion version, IReadOnlyDictionary<string, string> tokens, CancellationToken running)
    {
        var marker = markers.For(version);
        await BlobMarkers.Create(marker, running);
        await using var claim = await BlobClaim.Take(marker, options.ClaimDuration, running);
        if (claim is null)
            return Now + BusyPause;

        var before = await BlobMarkers.Read(marker, running);
        if (before.State != BlobState.Open)
            return null;
        if (before.NotBefore > Now)
            return before.NotBefore;

        var after = before.Attempts < options.MaxAttempts
            ? await Attempt(version, tokens, marker, claim, before.Attempts + 1, running)
            : await Poison(version, before.Attempts);
        await BlobMarkers.Write(marker, claim, after);
        return after.State == BlobState.Open ? after.NotBefore : null;
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private async Task<BlobProgress> Attempt(
        BlobVersion version, IReadOnlyDictionary<string, string> tokens, BlobClient marker, BlobClaim claim,
        int attempt, CancellationToken running)
    {
        await BlobMarkers.Write(marker, claim, new BlobProgress(BlobState.Open, attempt, Now));
        var blob = container.GetBlobClient(version.Name);
        try
        {
            await invoker.Invoke(
                function,
                (parameter, token) => BlobBinding.Bind(parameter, blob, version, tokens, token),
                running);
            return new BlobProgress(BlobState.Done, attempt, Now);
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            return new BlobProgress(BlobState.Open, attempt - 1, Now);   // The host stopped; no fault of the blob.
        }
        catch (BlobGoneException)
        {
            logger.BlobGone(function.Name, version.Hash);
            return new BlobProgress(BlobState.Done, attempt, Now);
        }
        catch (Exception)
        {
            logger.BlobFailed(function.Name, version.Hash, attempt);
            return attempt < options.MaxAttempts
                ? new BlobProgress(BlobState.Open, attempt, Now + PollPace.RetryDelay(options, attempt))
                : await Poison(version, attempt);
        }
    }

    private async Task<BlobProgress> Poison(BlobVersion version, int attempts)
    {
        var message = new PoisonBlob(
            function.Name, container.Name, version.Name, version.ETag.ToString("H"), attempts);
        var body = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web));

        // Sent before the marker says so: if the host dies between the two, it is sent twice, never not at all.
        await poison.SendMessageAsync(
            BinaryData.FromString(body), timeToLive: TimeSpan.FromSeconds(-1),
            cancellationToken: CancellationToken.None);
        logger.BlobPoisoned(function.Name, version.Hash, attempts);
        return new BlobProgress(BlobState.Poison, attempts, Now);
    }
}
