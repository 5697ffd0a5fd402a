using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Signalering.Domain.Deliveries;

namespace Signalering.Azure;

/// <summary>The delivery ledger on blobs: <c>ontvangst/{wijkteam}/grootboek.json</c>, where the team itself can read
/// its page. Two hosts cannot overwrite each other: a write holds only for the version that was read.</summary>
public sealed class BlobLedger(StorageAccount account) : ILedgerStore
{
    /// <summary>Name of the page in the folder of a team.</summary>
    public const string FileName = "grootboek.json";

    private const int AttemptsUnderContention = 20;

    private readonly BlobContainerClient _container = account.Container(Routes.Ontvangst);

    /// <inheritdoc/>
    public async Task<TeamLedger> Read(string wijkteam, CancellationToken cancellationToken) =>
        (await Find(wijkteam, cancellationToken)).Ledger;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TeamLedger>> ReadAll(
        IReadOnlyList<string> wijkteams, CancellationToken cancellationToken) =>
        await Task.WhenAll(wijkteams.Select(wijkteam => Read(wijkteam, cancellationToken)));

    /// <inheritdoc/>
    public async Task<TeamLedger> Update(
        string wijkteam, Func<TeamLedger, TeamLedger> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (ledger, version) = await Find(wijkteam, cancellationToken);
            var changed = change(ledger);
            try
            {
                await Blob(wijkteam).UploadAsync(BinaryData.FromBytes(changed.ToJson()), Options(version), cancellationToken);
                return changed;
            }
            catch (RequestFailedException raced) when (raced.Status is 409 or 412 && attempt < AttemptsUnderContention)
            {
                // Another host wrote between the look and the write: look again.
            }
        }
    }

    private async Task<(TeamLedger Ledger, ETag? Version)> Find(string wijkteam, CancellationToken cancellationToken)
    {
        try
        {
            var found = await Blob(wijkteam).DownloadContentAsync(cancellationToken);
            return (TeamLedger.Parse(found.Value.Content.ToMemory().Span), found.Value.Details.ETag);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return (TeamLedger.Empty(wijkteam), null);
        }
    }

    private BlobClient Blob(string wijkteam) => _container.GetBlobClient($"{wijkteam}/{FileName}");

    private static BlobUploadOptions Options(ETag? version) => new()
    {
        HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
        Conditions = version is { } known
            ? new BlobRequestConditions { IfMatch = known }
            : new BlobRequestConditions { IfNoneMatch = ETag.All },
    };
}
