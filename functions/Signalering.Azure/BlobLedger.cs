using Azure.Storage.Blobs;
using Signalering.Domain.Deliveries;

namespace Signalering.Azure;

/// <summary>The delivery ledger on blobs: <c>ontvangst/{wijkteam}/grootboek.json</c>, where the team itself can read
/// its page.</summary>
public sealed class BlobLedger(StorageAccount account) : ILedgerStore
{
    /// <summary>Name of the page in the folder of a team.</summary>
    public const string FileName = "grootboek.json";

    private readonly BlobContainerClient _container = account.Container(Routes.Ontvangst);

    /// <inheritdoc/>
    public async Task<TeamLedger> Read(string wijkteam, CancellationToken cancellationToken) =>
        (await Page(wijkteam).Read(cancellationToken)).Page ?? TeamLedger.Empty(wijkteam);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TeamLedger>> ReadAll(
        IReadOnlyList<string> wijkteams, CancellationToken cancellationToken) =>
        await Task.WhenAll(wijkteams.Select(wijkteam => Read(wijkteam, cancellationToken)));

    /// <inheritdoc/>
    public async Task<TeamLedger> Update(
        string wijkteam, Func<TeamLedger, TeamLedger> change, CancellationToken cancellationToken) =>
        (await Page(wijkteam).Update(page => change(page ?? TeamLedger.Empty(wijkteam)), cancellationToken))!;

    private JsonPage<TeamLedger> Page(string wijkteam) =>
        new(_container.GetBlobClient($"{wijkteam}/{FileName}"), TeamLedger.Parse, page => page.ToJson());
}
