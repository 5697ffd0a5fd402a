using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Signalering.LocalHost;

/// <summary>What became of a blob version.</summary>
internal enum BlobState
{
    /// <summary>Not run yet, or running, or to be run again.</summary>
    Open,

    /// <summary>Run with success, or gone before it was read.</summary>
    Done,

    /// <summary>Failed too often.</summary>
    Poison,
}

/// <summary>A marker's content.</summary>
/// <param name="Attempts">Runs that were begun.</param>
/// <param name="NotBefore">When the next run may begin.</param>
internal sealed record BlobProgress(BlobState State, int Attempts, DateTimeOffset NotBefore);

/// <summary>The memory of a blob function: one empty blob per version, in <c>localhost-blobs</c>, with metadata.
/// </summary>
internal sealed class BlobMarkers(BlobContainerClient container, FunctionDescriptor function)
{
    /// <summary>Container of all markers.</summary>
    public const string Container = "localhost-blobs";

    private readonly string _prefix = function.Name + "/";

    public Task Prepare(CancellationToken cancellationToken) =>
        container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public BlobClient For(BlobVersion version) => container.GetBlobClient(_prefix + version.Hash);

    /// <summary>Makes the marker when it is not there yet.</summary>
    public static async Task Create(BlobClient marker, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                Metadata = Metadata(new BlobProgress(BlobState.Open, 0, DateTimeOffset.UnixEpoch)),
            };
            await marker.UploadAsync(BinaryData.Empty, options, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // There already; 412 when it is claimed.
        }
    }

    public static async Task<BlobProgress> Read(BlobClient marker, CancellationToken cancellationToken)
    {
        BlobProperties properties = await marker.GetPropertiesAsync(cancellationToken: cancellationToken);
        return Progress(properties.Metadata);
    }

    /// <summary>Writes under a claim. Not cancelled: a run that has ended must be remembered.</summary>
    public static Task Write(BlobClient marker, BlobClaim claim, BlobProgress progress) =>
        marker.SetMetadataAsync(Metadata(progress), claim.Conditions, CancellationToken.None);

    /// <summary>Hashes of the versions that need no run, read in pages of a listing.</summary>
    public async Task<HashSet<string>> LoadFinished(CancellationToken cancellationToken)
    {
        var finished = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var marker in List(BlobTraits.Metadata, cancellationToken))
        {
            if (Progress(marker.Metadata).State != BlobState.Open)
                finished.Add(marker.Name[_prefix.Length..]);
        }

        return finished;
    }

    /// <summary>Removes markers of versions that are gone, if they have been left alone since a moment.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Clean(
        IReadOnlySet<string> present, DateTimeOffset untouchedSince, CancellationToken cancellationToken)
    {
        var removed = 0;
        await foreach (var marker in List(BlobTraits.None, cancellationToken))
        {
            if (present.Contains(marker.Name[_prefix.Length..]) || marker.Properties.LastModified > untouchedSince)
                continue;
            try
            {
                await container.DeleteBlobAsync(marker.Name, cancellationToken: cancellationToken);
                removed++;
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 412)
            {
                // Another host was first, or still has a claim on it: next time.
            }
        }

        return removed;
    }

    private AsyncPageable<BlobItem> List(BlobTraits traits, CancellationToken cancellationToken) =>
        container.GetBlobsAsync(traits, BlobStates.None, _prefix, cancellationToken);

    private static Dictionary<string, string> Metadata(BlobProgress progress) => new(StringComparer.Ordinal)
    {
        ["state"] = progress.State.ToString(),
        ["attempts"] = progress.Attempts.ToString(CultureInfo.InvariantCulture),
        ["notbefore"] = progress.NotBefore.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
    };

    private static BlobProgress Progress(IDictionary<string, string> metadata) => new(
        Enum.Parse<BlobState>(metadata["state"]),
        int.Parse(metadata["attempts"], CultureInfo.InvariantCulture),
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(metadata["notbefore"], CultureInfo.InvariantCulture)));
}
