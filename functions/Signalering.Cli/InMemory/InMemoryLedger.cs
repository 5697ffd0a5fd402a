using Signalering.Domain.Deliveries;

namespace Signalering.Cli.InMemory;

/// <summary>The delivery ledger in memory.</summary>
public sealed class InMemoryLedger : ILedgerStore
{
    private readonly Dictionary<string, TeamLedger> _pages = new(StringComparer.Ordinal);

    /// <summary>All pages, by team.</summary>
    public IReadOnlyList<TeamLedger> All => [.. _pages.Values.OrderBy(page => page.Wijkteam, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Task<TeamLedger> Read(string wijkteam, CancellationToken cancellationToken) =>
        Task.FromResult(_pages.GetValueOrDefault(wijkteam) ?? TeamLedger.Empty(wijkteam));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TeamLedger>> ReadAll(
        IReadOnlyList<string> wijkteams, CancellationToken cancellationToken) =>
        await Task.WhenAll(wijkteams.Select(wijkteam => Read(wijkteam, cancellationToken)));

    /// <inheritdoc/>
    public async Task<TeamLedger> Update(
        string wijkteam, Func<TeamLedger, TeamLedger> change, CancellationToken cancellationToken) =>
        _pages[wijkteam] = change(await Read(wijkteam, cancellationToken));
}
