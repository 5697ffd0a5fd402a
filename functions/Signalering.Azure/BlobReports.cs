using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Reporting;

namespace Signalering.Azure;

/// <summary>Reports on blobs: <c>rapporten/{periode}/v{n}/</c>; a version counts when its manifest is there.</summary>
/// <remarks>A number is claimed with <c>claim.json</c>, written only where none is (docs/besluiten/0006). The manifest comes
/// last, so that a reader never sees half a report.</remarks>
public sealed class BlobReports(StorageAccount account) : IReportStore
{
    private const string ManifestName = "manifest.json";
    private const string ClaimName = "claim.json";
    private const string Fingerprint = "kenmerk";

    private readonly BlobContainerClient _reports = account.Container(Routes.Rapporten);

    /// <inheritdoc/>
    public async Task<PublishedReport?> Latest(Quarter period, CancellationToken cancellationToken) =>
        (await Versions(period, cancellationToken))
            .Where(v => v.Name == ManifestName)
            .OrderBy(v => v.Version)
            .Select(v => new PublishedReport(v.Version, v.Kenmerk))
            .LastOrDefault();

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> Read(
        Quarter period, int version, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(period, version, name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<int> Claim(Quarter period, string kenmerk, CancellationToken cancellationToken)
    {
        while (true)
        {
            var versions = await Versions(period, cancellationToken);
            var finished = versions.Where(v => v.Name == ManifestName).Select(v => v.Version).DefaultIfEmpty(0).Max();
            var mine = versions.LastOrDefault(v => v.Name == ClaimName && v.Version > finished && v.Kenmerk == kenmerk);
            if (mine.Version > 0)
                return mine.Version;
            var next = versions.Select(v => v.Version).DefaultIfEmpty(0).Max() + 1;
            if (await TryClaim(period, next, kenmerk, cancellationToken))
                return next;
        }
    }

    /// <inheritdoc/>
    public Task Write(
        Quarter period, int version, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        Blob(period, version, name).UploadAsync(BinaryData.FromBytes(bytes), Typed(name), cancellationToken);

    /// <inheritdoc/>
    public Task WriteTeam(
        string wijkteam, Quarter period, int version, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        account.Container(Routes.Teamrapporten).GetBlobClient($"{wijkteam}/{period}/v{version}/{name}")
            .UploadAsync(BinaryData.FromBytes(bytes), Typed(name), cancellationToken);

    /// <inheritdoc/>
    public Task Publish(
        Quarter period, int version, string kenmerk, ReadOnlyMemory<byte> manifest, CancellationToken cancellationToken) =>
        Blob(period, version, ManifestName).UploadAsync(
            BinaryData.FromBytes(manifest),
            new BlobUploadOptions { Metadata = new Dictionary<string, string> { [Fingerprint] = kenmerk } },
            cancellationToken);

    /// <summary>Downloads the files of a finished version, without the claim.</summary>
    /// <returns>Names of the files written to the folder.</returns>
    public async Task<IReadOnlyList<string>> Download(
        Quarter period, int version, string folder, CancellationToken cancellationToken)
    {
        var prefix = Prefix(period, version);
        var names = new List<string>();
        var blobs = _reports.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken);
        await foreach (var blob in blobs)
        {
            var name = blob.Name[prefix.Length..];
            if (name == ClaimName)
                continue;
            await _reports.GetBlobClient(blob.Name).DownloadToAsync(Path.Combine(folder, name), cancellationToken);
            names.Add(name);
        }

        return names;
    }

    /// <summary>Downloads every team's edition of a version into <c>{folder}/{wijkteam}/</c>.</summary>
    public async Task DownloadTeams(Quarter period, int version, string folder, CancellationToken cancellationToken)
    {
        var editions = account.Container(Routes.Teamrapporten);
        await foreach (var blob in editions.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.Split('/') is not [var team, var quarter, var number, var name]
                || quarter != period.ToString() || number != $"v{version}")
                continue;
            var target = Directory.CreateDirectory(Path.Combine(folder, team)).FullName;
            await editions.GetBlobClient(blob.Name).DownloadToAsync(Path.Combine(target, name), cancellationToken);
        }
    }

    // With its type a page opens in the browser instead of being downloaded. Without conditions: a repeated run overwrites.
    private static BlobUploadOptions Typed(string name) => new()
    {
        HttpHeaders = new BlobHttpHeaders
        {
            ContentType = Path.GetExtension(name) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".csv" => "text/csv; charset=utf-8",
                ".json" => "application/json",
                ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                _ => "application/octet-stream",
            },
        },
    };

    private async Task<bool> TryClaim(Quarter period, int version, string kenmerk, CancellationToken cancellationToken)
    {
        try
        {
            await Blob(period, version, ClaimName).UploadAsync(
                BinaryData.FromString($"{{\"kenmerk\":\"{kenmerk}\"}}\n"),
                new BlobUploadOptions
                {
                    Metadata = new Dictionary<string, string> { [Fingerprint] = kenmerk },
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            return false;
        }
    }

    private async Task<List<(int Version, string Name, string Kenmerk)>> Versions(
        Quarter period, CancellationToken cancellationToken)
    {
        var versions = new List<(int, string, string)>();
        var prefix = $"{period}/v";
        var options = new GetBlobsOptions { Prefix = prefix, Traits = BlobTraits.Metadata };
        await foreach (var blob in _reports.GetBlobsAsync(options, cancellationToken))
        {
            var parts = blob.Name[prefix.Length..].Split('/');
            if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                versions.Add((version, parts[1], blob.Metadata.TryGetValue(Fingerprint, out var k) ? k : string.Empty));
        }

        return versions;
    }

    private BlobClient Blob(Quarter period, int version, string name) =>
        _reports.GetBlobClient(Prefix(period, version) + name);

    private static string Prefix(Quarter period, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{period}/v{version}/");
}
