using System.Globalization;
using Azure.Storage.Blobs;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Reporting;

namespace Signalering.Azure;

/// <summary>The ledger is in the reports themselves: <c>gepubliceerd.json</c> of every version with a manifest.</summary>
/// <remarks>There is no second place that could tell something else: what is committed with a manifest is published, and
/// nothing else is.</remarks>
/// <param name="account">Where the reports are.</param>
/// <param name="binds">Whether earlier editions bind the next ones; false: none counts.</param>
public sealed class BlobPublications(StorageAccount account, bool binds) : IPublicationLedger
{
    private const string ManifestName = "manifest.json";
    private const string TablesName = "gepubliceerd.json";

    private readonly BlobContainerClient _reports = account.Container(Routes.Rapporten);

    /// <inheritdoc/>
    public async Task<PublishedTables> Load(Quarter period, int version, CancellationToken cancellationToken)
    {
        if (!binds)
            return PublishedTables.None;
        var versions = new SortedDictionary<(string Period, int Version), HashSet<string>>();
        await foreach (var blob in _reports.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.Split('/') is not [var quarter, ['v', .. var digits], var name] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                continue;
            if (!versions.TryGetValue((quarter, number), out var names))
                versions[(quarter, number)] = names = new HashSet<string>(StringComparer.Ordinal);
            names.Add(name);
        }

        var all = PublishedTables.None;
        foreach (var ((quarter, number), names) in versions)
        {
            if (!names.Contains(ManifestName) || !names.Contains(TablesName) || quarter == period.ToString() && number >= version)
                continue;
            var name = string.Create(CultureInfo.InvariantCulture, $"{quarter}/v{number}/{TablesName}");
            var content = await _reports.GetBlobClient(name).DownloadContentAsync(cancellationToken);
            var tables = PublishedTables.Parse(content.Value.Content.ToMemory());
            if (tables.IsDefinitive)
                all = all.With(tables);
        }

        return all;
    }
}
