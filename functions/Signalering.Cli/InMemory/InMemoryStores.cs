using System.Globalization;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Reporting;

namespace Signalering.Cli.InMemory;

/// <summary>Cubes in memory, by the same rule as on blobs.</summary>
public sealed class InMemoryCubes : ICubeStore
{
    private readonly SortedDictionary<(string Wijkteam, Month Month), (CubeEntry Entry, byte[] Bytes)> _cubes =
        new(Comparer<(string Wijkteam, Month Month)>.Create((a, b) =>
        {
            var byTeam = string.CompareOrdinal(a.Wijkteam, b.Wijkteam);
            return byTeam != 0 ? byTeam : a.Month.CompareTo(b.Month);
        }));

    private int _writes;

    /// <inheritdoc/>
    public Task<CubeReplacement> Replace(Cube cube, CancellationToken cancellationToken)
    {
        var key = (cube.Header.Wijkteam, cube.Header.Month);
        var existing = _cubes.TryGetValue(key, out var found) ? found.Entry : null;
        var decision = CubeReplacement.Decide(existing, cube.Header);
        if (decision.Stored)
        {
            var version = (++_writes).ToString(CultureInfo.InvariantCulture);
            _cubes[key] = (new CubeEntry(cube.Header, decision.Replaced, version), CubeFile.Write(cube));
        }

        return Task.FromResult(decision);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CubeEntry>> List(Month from, Month to, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CubeEntry>>(
        [
            .. _cubes.Values.Select(c => c.Entry).Where(e => e.Header.Month >= from && e.Header.Month <= to),
        ]);

    /// <inheritdoc/>
    public Task<Cube?> Read(CubeEntry entry, CancellationToken cancellationToken)
    {
        var found = _cubes.TryGetValue((entry.Header.Wijkteam, entry.Header.Month), out var cube)
            && cube.Entry.Version == entry.Version;
        return Task.FromResult(found ? CubeFile.Read(cube.Bytes) : null);
    }
}

/// <summary>Receipts in memory.</summary>
public sealed class InMemoryReceipts : IReceiptStore
{
    private readonly Dictionary<(string, string), Receipt> _receipts = [];

    /// <summary>All receipts, in order of arrival.</summary>
    public IReadOnlyList<Receipt> All =>
        [.. _receipts.Values.OrderBy(r => r.Ontvangen).ThenBy(r => r.Levering, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Task<bool> Exists(string wijkteam, string deliveryId, CancellationToken cancellationToken) =>
        Task.FromResult(_receipts.ContainsKey((wijkteam, deliveryId)));

    /// <inheritdoc/>
    public Task Write(Receipt receipt, CancellationToken cancellationToken)
    {
        _receipts[(receipt.Wijkteam, receipt.Levering)] = receipt;
        return Task.CompletedTask;
    }
}

/// <summary>Reports in memory.</summary>
public sealed class InMemoryReports : IReportStore
{
    private readonly Dictionary<(Quarter, int), Dictionary<string, byte[]>> _files = [];
    private readonly Dictionary<(Quarter Period, int Version), string> _claims = [];
    private readonly Dictionary<(Quarter Period, int Version), string> _published = [];

    /// <summary>Files of a version, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Files(Quarter period, int version) => _files[(period, version)];

    /// <inheritdoc/>
    public Task<PublishedReport?> Latest(Quarter period, CancellationToken cancellationToken) => Task.FromResult(
        _published.Where(p => p.Key.Period == period).OrderBy(p => p.Key.Version)
            .Select(p => new PublishedReport(p.Key.Version, p.Value)).LastOrDefault());

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> Read(Quarter period, int version, string name, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOnlyMemory<byte>?>(
            _files.TryGetValue((period, version), out var files) && files.TryGetValue(name, out var bytes) ? bytes : null);

    /// <inheritdoc/>
    public Task<int> Claim(Quarter period, string kenmerk, CancellationToken cancellationToken)
    {
        var finished = _published.Keys.Where(k => k.Period == period).Select(k => k.Version).DefaultIfEmpty(0).Max();
        var mine = _claims.FirstOrDefault(c => c.Key.Period == period && c.Key.Version > finished && c.Value == kenmerk);
        if (mine.Key.Version > 0)
            return Task.FromResult(mine.Key.Version);
        var next = _claims.Keys.Where(k => k.Period == period).Select(k => k.Version).DefaultIfEmpty(0).Max() + 1;
        _claims[(period, next)] = kenmerk;
        return Task.FromResult(next);
    }

    /// <inheritdoc/>
    public Task Write(
        Quarter period, int version, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!_files.TryGetValue((period, version), out var files))
            _files[(period, version)] = files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        files[name] = bytes.ToArray();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteTeam(
        string wijkteam, Quarter period, int version, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        Write(period, version, $"teams/{wijkteam}/{name}", bytes, cancellationToken);

    /// <inheritdoc/>
    public async Task Publish(
        Quarter period, int version, string kenmerk, ReadOnlyMemory<byte> manifest, CancellationToken cancellationToken)
    {
        await Write(period, version, "manifest.json", manifest, cancellationToken);
        _published[(period, version)] = kenmerk;
    }
}

/// <summary>What was published before, from files.</summary>
public sealed class InMemoryPublications : IPublicationLedger
{
    /// <summary>All earlier editions.</summary>
    public PublishedTables Tables { get; set; } = PublishedTables.None;

    /// <inheritdoc/>
    public Task<PublishedTables> Load(Quarter period, int version, CancellationToken cancellationToken) => Task.FromResult(Tables);
}

/// <summary>Answers in memory.</summary>
public sealed class InMemoryDialogue : IDialogueStore
{
    /// <summary>Answers so far.</summary>
    public DialogueRegister Register { get; set; } = DialogueRegister.Leeg;

    /// <inheritdoc/>
    public Task<(DialogueRegister Register, string? Version)> Load(CancellationToken cancellationToken) =>
        Task.FromResult<(DialogueRegister, string?)>((Register, null));

    /// <inheritdoc/>
    public Task<bool> TrySave(DialogueRegister register, string? version, CancellationToken cancellationToken)
    {
        Register = register;
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public Task WriteReceipt(DialogueReceipt receipt, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Messages in memory: kept in a list, for whoever runs the functions by hand.</summary>
public sealed class InMemoryMessages : IMessageQueue
{
    /// <summary>Files to be counted.</summary>
    public Queue<DeliveryReceived> Deliveries { get; } = new();

    /// <summary>Reports to be made.</summary>
    public Queue<ReportRequested> Reports { get; } = new();

    /// <summary>What happened.</summary>
    public List<PipelineEvent> Events { get; } = [];

    /// <inheritdoc/>
    public Task Send(DeliveryReceived message, CancellationToken cancellationToken)
    {
        Deliveries.Enqueue(message);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Send(ReportRequested message, CancellationToken cancellationToken)
    {
        Reports.Enqueue(message);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Publish(PipelineEvent message, CancellationToken cancellationToken)
    {
        Events.Add(message);
        return Task.CompletedTask;
    }
}
