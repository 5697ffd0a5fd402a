using System.Collections.Concurrent;
using Azure;

namespace Signalering.LocalHost;

/// <summary>What a running host remembers of versions, so that a scan asks storage nothing about the ones it knows.
/// </summary>
internal sealed class KnownVersions
{
    private readonly ConcurrentDictionary<string, Entry> _byName = new(StringComparer.Ordinal);
    private volatile int _scan;

    private enum Kind
    {
        Finished,
        Running,
        Waiting,
    }

    /// <summary>Hashes of the versions that the last scan saw.</summary>
    public IReadOnlySet<string> Hashes =>
        _byName.Values.Select(entry => entry.Version.Hash).ToHashSet(StringComparer.Ordinal);

    /// <summary>A new scan begins.</summary>
    public void BeginScan() => _scan = unchecked(_scan + 1);

    /// <summary>The scan is complete: blobs that it did not see are gone, and forgotten.</summary>
    public void EndScan()
    {
        foreach (var (name, entry) in _byName)
        {
            if (entry.Seen != _scan && entry.Kind != Kind.Running)
                _byName.TryRemove(KeyValuePair.Create(name, entry));
        }
    }

    /// <summary>Whether the scan, which sees this blob now, has nothing to do for it.</summary>
    public bool NeedsNothing(string name, ETag etag, DateTimeOffset now)
    {
        if (!_byName.TryGetValue(name, out var entry))
            return false;
        entry.Seen = _scan;

        // While a version runs, a newer one of the same blob waits, so that the two do not overtake each other.
        if (entry.Kind == Kind.Running)
            return true;
        return entry.Version.ETag == etag && (entry.Kind == Kind.Finished || entry.NotBefore > now);
    }

    /// <summary>The version needs no run any more.</summary>
    public void Finish(BlobVersion version) => Set(new Entry(version, Kind.Finished, default));

    /// <summary>The version runs.</summary>
    public void Run(BlobVersion version) => Set(new Entry(version, Kind.Running, default));

    /// <summary>The version is to be looked at again.</summary>
    public void Wait(BlobVersion version, DateTimeOffset until) => Set(new Entry(version, Kind.Waiting, until));

    private void Set(Entry entry)
    {
        entry.Seen = _scan;
        _byName[entry.Version.Name] = entry;
    }

    private sealed class Entry(BlobVersion version, Kind kind, DateTimeOffset notBefore)
    {
        public BlobVersion Version => version;

        public Kind Kind => kind;

        public DateTimeOffset NotBefore => notBefore;

        /// <summary>Number of the last scan that saw the blob.</summary>
        public int Seen { get; set; }
    }
}
