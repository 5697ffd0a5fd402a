using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Signalering.Azure;

/// <summary>Reads a page from its bytes.</summary>
internal delegate T PageReader<out T>(ReadOnlySpan<byte> json);

/// <summary>A page of JSON on a blob. Two hosts cannot overwrite each other: a write holds only for the version that was
/// read.</summary>
/// <param name="blob">Where.</param>
/// <param name="read">From its bytes.</param>
/// <param name="write">To its bytes.</param>
internal sealed class JsonPage<T>(BlobClient blob, PageReader<T> read, Func<T, byte[]> write)
    where T : class
{
    private const int AttemptsUnderContention = 20;

    /// <summary>The page and its version; null for both when there is none.</summary>
    public async Task<(T? Page, ETag? Version)> Read(CancellationToken cancellationToken)
    {
        try
        {
            var found = await blob.DownloadContentAsync(cancellationToken);
            return (read(found.Value.Content.ToMemory().Span), found.Value.Details.ETag);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return (null, null);
        }
    }

    /// <summary>Writes the page if it still has this version; null for a page that must not be there yet.</summary>
    /// <returns>False when another one was first.</returns>
    public async Task<bool> TryWrite(T page, ETag? version, CancellationToken cancellationToken)
    {
        try
        {
            await Write(page, version, cancellationToken);
            return true;
        }
        catch (RequestFailedException raced) when (IsRaced(raced))
        {
            return false;
        }
    }

    /// <summary>Reads, changes and writes; when another one wrote between the look and the write, looks again.</summary>
    /// <param name="change">Gets null when there is no page; gives null when nothing is to be written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The page as written; null when nothing was.</returns>
    public async Task<T?> Update(Func<T?, T?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (page, version) = await Read(cancellationToken);
            if (change(page) is not { } changed)
                return null;
            try
            {
                await Write(changed, version, cancellationToken);
                return changed;
            }
            catch (RequestFailedException raced) when (IsRaced(raced) && attempt < AttemptsUnderContention)
            {
                // Look again.
            }
        }
    }

    private static bool IsRaced(RequestFailedException fault) => fault.Status is 409 or 412;

    private async Task Write(T page, ETag? version, CancellationToken cancellationToken) =>
        await blob.UploadAsync(BinaryData.FromBytes(write(page)), Options(version), cancellationToken);

    private static BlobUploadOptions Options(ETag? version) => new()
    {
        HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
        Conditions = version is { } known
            ? new BlobRequestConditions { IfMatch = known }
            : new BlobRequestConditions { IfNoneMatch = ETag.All },
    };
}
