using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Signalering.LocalHost;

/// <summary>A host's claim on a piece of work: a lease on a small blob, renewed as long as the host lives.</summary>
internal sealed class BlobClaim : IAsyncDisposable
{
    private readonly BlobLeaseClient _lease;
    private readonly CancellationTokenSource _stop;
    private readonly Task _renewal;

    private BlobClaim(BlobLeaseClient lease, TimeSpan duration, CancellationToken running)
    {
        _lease = lease;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(running);
        _renewal = Renew(duration / 3, _stop.Token);
    }

    /// <summary>What a write under the claim must say: it fails once another host has taken over.</summary>
    public BlobRequestConditions Conditions => new() { LeaseId = _lease.LeaseId };

    /// <summary>Claims; null when another host has the claim or the blob is not there.</summary>
    /// <param name="running">When cancelled, nothing is renewed any more: the work is for another host.</param>
    public static async Task<BlobClaim?> Take(BlobClient blob, TimeSpan duration, CancellationToken running)
    {
        var lease = blob.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(duration, cancellationToken: running);
            return new BlobClaim(lease, duration, running);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _renewal;
        _stop.Dispose();
        try
        {
            await _lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
        catch (RequestFailedException)
        {
            // Lapsed, or storage does not answer: it lapses by itself.
        }
    }

    private async Task Renew(TimeSpan pause, CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
                return;
            try
            {
                await _lease.RenewAsync(cancellationToken: CancellationToken.None);
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
            {
                return;   // Another host took over; a write under this claim will find so.
            }
            catch (Exception exception) when (exception is RequestFailedException or AggregateException or IOException)
            {
                // Storage does not answer. There is time for two more tries.
            }
        }
    }
}
