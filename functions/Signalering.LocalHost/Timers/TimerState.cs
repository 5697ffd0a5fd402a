using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Signalering.LocalHost;

/// <summary>The memory of a timer: the last occurrence that was run, in <c>localhost-timers/{function}</c>.</summary>
internal sealed class TimerState(BlobContainerClient container, FunctionDescriptor function)
{
    /// <summary>Container of all timers.</summary>
    public const string Container = "localhost-timers";

    private const string Last = "last";

    private readonly BlobClient _blob = container.GetBlobClient(function.Name);

    /// <summary>Begins to count from now, unless the timer has been here before.</summary>
    public async Task Prepare(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                Metadata = Metadata(now),
            };
            await _blob.UploadAsync(BinaryData.Empty, options, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // There already; 412 when a run has it claimed.
        }
    }

    public Task<BlobClaim?> Claim(TimeSpan duration, CancellationToken running) =>
        BlobClaim.Take(_blob, duration, running);

    public async Task<DateTimeOffset> ReadLast(CancellationToken cancellationToken)
    {
        BlobProperties properties = await _blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        return DateTimeOffset.ParseExact(properties.Metadata[Last], "O", CultureInfo.InvariantCulture);
    }

    /// <summary>Writes under a claim. Not cancelled: a run that has ended must be remembered.</summary>
    public Task WriteLast(DateTimeOffset occurrence, BlobClaim claim) =>
        _blob.SetMetadataAsync(Metadata(occurrence), claim.Conditions, CancellationToken.None);

    private static Dictionary<string, string> Metadata(DateTimeOffset last) => new(StringComparer.Ordinal)
    {
        [Last] = last.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
    };
}
