using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;

namespace Signalering.Azure;

/// <summary>Cubes on blobs: <c>kubussen/{wijkteam}/{maand}</c>, with their header as metadata, so that a listing tells
/// what was delivered without reading a cube.</summary>
public sealed class BlobCubes(StorageAccount account) : ICubeStore
{
    private const int AttemptsUnderContention = 20;

    private readonly BlobContainerClient _cubes = account.Container(Routes.Kubussen);

    /// <inheritdoc/>
    public async Task<CubeReplacement> Replace(Cube cube, CancellationToken cancellationToken)
    {
        var blob = _cubes.GetBlobClient(Name(cube.Header.Wijkteam, cube.Header.Month));
        var bytes = BinaryData.FromBytes(CubeFile.Write(cube));
        for (var attempt = 1; ; attempt++)
        {
            var existing = await Find(blob, cancellationToken);
            var decision = CubeReplacement.Decide(existing, cube.Header);
            if (!decision.Stored)
                return decision;
            try
            {
                await blob.UploadAsync(bytes, Options(existing, cube.Header, decision.Replaced), cancellationToken);
                return decision;
            }
            catch (RequestFailedException raced) when (raced.Status is 409 or 412 && attempt < AttemptsUnderContention)
            {
                // Another host replaced it between the look and the write: look again.
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CubeEntry>> List(Month from, Month to, CancellationToken cancellationToken)
    {
        var entries = new List<CubeEntry>();
        var blobs = _cubes.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellationToken);
        await foreach (var blob in blobs)
        {
            var entry = Entry(blob.Name, blob.Metadata, blob.Properties.ETag.ToString()!);
            if (entry.Header.Month >= from && entry.Header.Month <= to)
                entries.Add(entry);
        }

        return
        [
            .. entries.OrderBy(e => e.Header.Wijkteam, StringComparer.Ordinal).ThenBy(e => e.Header.Month),
        ];
    }

    /// <inheritdoc/>
    public async Task<Cube?> Read(CubeEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var download = await _cubes.GetBlobClient(Name(entry.Header.Wijkteam, entry.Header.Month))
                .DownloadContentAsync(
                    new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag(entry.Version) } },
                    cancellationToken);
            return CubeFile.Read(download.Value.Content.ToMemory());
        }
        catch (RequestFailedException replaced) when (replaced.Status is 404 or 412)
        {
            return null;
        }
    }

    private static string Name(string wijkteam, Month month) => $"{wijkteam}/{month}";

    private static async Task<CubeEntry?> Find(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var found = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return Entry(blob.Name, found.Value.Metadata, found.Value.ETag.ToString());
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    private static BlobUploadOptions Options(CubeEntry? existing, CubeHeader header, ReplacedCube? replaced)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ontvangen"] = header.Delivery.Received.ToString("O", CultureInfo.InvariantCulture),
            ["levering"] = header.Delivery.Id,
            ["sha256"] = header.ContentSha256,
            ["taxonomie"] = header.Taxonomie,
            ["regels"] = header.Regels,
            ["activiteiten"] = header.Activities.ToString(CultureInfo.InvariantCulture),
        };
        if (replaced is not null)
        {
            metadata["vervangt_activiteiten"] = replaced.Activities.ToString(CultureInfo.InvariantCulture);
            metadata["vervangt_sha256"] = replaced.ContentSha256;
        }

        return new BlobUploadOptions
        {
            Metadata = metadata,
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/vnd.signalering.kubus" },
            Conditions = existing is null
                ? new BlobRequestConditions { IfNoneMatch = ETag.All }
                : new BlobRequestConditions { IfMatch = new ETag(existing.Version) },
        };
    }

    private static CubeEntry Entry(string name, IDictionary<string, string> metadata, string etag)
    {
        var slash = name.LastIndexOf('/');
        var stamp = new DeliveryStamp(
            DateTimeOffset.ParseExact(metadata["ontvangen"], "O", CultureInfo.InvariantCulture), metadata["levering"]);
        var header = new CubeHeader(
            name[..slash], Month.Parse(name[(slash + 1)..]), stamp, metadata["sha256"], metadata["taxonomie"],
            metadata["regels"], int.Parse(metadata["activiteiten"], CultureInfo.InvariantCulture));
        var replaced = metadata.TryGetValue("vervangt_sha256", out var sha256)
            ? new ReplacedCube(int.Parse(metadata["vervangt_activiteiten"], CultureInfo.InvariantCulture), sha256)
            : null;
        return new CubeEntry(header, replaced, etag);
    }
}
