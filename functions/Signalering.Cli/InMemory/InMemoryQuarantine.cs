using Signalering.Domain.Deliveries;

namespace Signalering.Cli.InMemory;

/// <summary>Quarantine in memory.</summary>
public sealed class InMemoryQuarantine : IQuarantineStore
{
    private readonly SortedDictionary<string, (HeldDelivery Page, byte[] Content)> _held = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<HeldDelivery?> Find(string wijkteam, string deliveryId, CancellationToken cancellationToken) =>
        Task.FromResult(_held.TryGetValue($"{wijkteam}/{deliveryId}", out var found) ? found.Page : null);

    /// <inheritdoc/>
    public Task<IReadOnlyList<HeldDelivery>> List(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HeldDelivery>>([.. _held.Values.Select(found => found.Page)]);

    /// <inheritdoc/>
    public async Task<HeldDelivery> Hold(HeldDelivery held, Stream? content, CancellationToken cancellationToken)
    {
        var isKnown = _held.TryGetValue(Key(held), out var found);
        var page = isKnown ? found.Page.Again(held.Bevindingen) : held;
        _held[Key(held)] = (page, content is null ? found.Content : await Bytes(content, cancellationToken));
        return page;
    }

    /// <inheritdoc/>
    public Task<Stream?> Open(HeldDelivery held, CancellationToken cancellationToken) => Task.FromResult<Stream?>(
        _held.TryGetValue(Key(held), out var found) ? new MemoryStream(found.Content, writable: false) : null);

    /// <inheritdoc/>
    public Task<HeldDelivery?> Update(
        string wijkteam, string deliveryId, Func<HeldDelivery, HeldDelivery> change, CancellationToken cancellationToken)
    {
        if (!_held.TryGetValue($"{wijkteam}/{deliveryId}", out var found))
            return Task.FromResult<HeldDelivery?>(null);
        _held[$"{wijkteam}/{deliveryId}"] = found with { Page = change(found.Page) };
        return Find(wijkteam, deliveryId, cancellationToken);
    }

    /// <inheritdoc/>
    public Task Archive(HeldDelivery held, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task Remove(HeldDelivery held, CancellationToken cancellationToken)
    {
        _held.Remove(Key(held));
        return Task.CompletedTask;
    }

    private static string Key(HeldDelivery held) => $"{held.Wijkteam}/{held.Levering}";

    private static async Task<byte[]> Bytes(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }
}
