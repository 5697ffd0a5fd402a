using Signalering.Domain.Deliveries;

namespace Signalering.Cli.InMemory;

/// <summary>A folder of exports as an inbox: <c>{folder}/{wijkteam}/{bestand}</c>. Nothing is archived or removed.</summary>
/// <remarks>Deliveries are in the order of their file names, whatever the team and whatever the files' times say: a clone of
/// a repository gives all files the same time.</remarks>
public sealed class FolderInbox : IInbox
{
    private readonly string _folder;
    private readonly Dictionary<string, InboxItem> _items;
    private readonly Dictionary<string, InboxItem> _byId;

    /// <summary>Looks at the folder once.</summary>
    /// <param name="folder">Folder with a folder per team.</param>
    /// <param name="today">Stands in for the day of delivery: no activity lies after it.</param>
    public FolderInbox(string folder, DateOnly today)
    {
        _folder = folder;
        var received = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        _items = ExportFolder.Files(folder)
            .Select((file, position) => new InboxItem(
                file.Name, position.ToString(System.Globalization.CultureInfo.InvariantCulture),
                received.AddSeconds(position), file.Bytes))
            .ToDictionary(item => item.Name, StringComparer.Ordinal);
        _byId = _items.Values.ToDictionary(DeliveryId.Of, StringComparer.Ordinal);
    }

    /// <summary>All files, in order of delivery.</summary>
    public IEnumerable<InboxItem> Items => _items.Values.OrderBy(item => item.Received);

    /// <inheritdoc/>
    public Task<InboxItem?> Describe(string name, CancellationToken cancellationToken) =>
        Task.FromResult(_items.GetValueOrDefault(name));

    /// <inheritdoc/>
    public Task<InboxItem?> Find(string deliveryId, CancellationToken cancellationToken) =>
        Task.FromResult(_byId.GetValueOrDefault(deliveryId));

    /// <inheritdoc/>
    public Task<Stream?> Open(InboxItem item, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(File.OpenRead(Path.Combine(_folder, item.Name)));

    /// <inheritdoc/>
    public Task Archive(InboxItem item, string wijkteam, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task Remove(InboxItem item, CancellationToken cancellationToken) => Task.CompletedTask;
}
