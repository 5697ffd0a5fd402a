using System.Text;
using Signalering.Azure;
using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Reporting;
using Signalering.Formats.Exports;
using Signalering.Formats.Reports;
using Signalering.Functions.Tests.Storage;
using Signalering.Solver;

namespace Signalering.Functions.Tests;

/// <summary>What storage must hold after deliveries of known teams, computed from the same files by one thread without
/// storage, queues or retries. Bytes depend on when storage received a file, so it takes the same items.</summary>
internal sealed class Undisturbed
{
    private static readonly IntakeKnowledge Knowledge =
        SignaleringServices.ReadKnowledge(Path.Combine(AppContext.BaseDirectory, "gemeente.json"));

    private static readonly IntakePass Intake = new(Knowledge, new IntakeOptions());
    private static readonly ReceiptComposer Composer = new(Knowledge, new IntakeOptions());
    private static readonly ReportPass Pass = new(
        Knowledge.Gemeente, Knowledge.Taxonomie, Knowledge.Regels.Versie, new Protector(new OrToolsSolver()))
    {
        Score = SignaleringServices.ReadScore(),
    };

    private readonly SortedDictionary<string, CubeEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Cubes, receipts and archived files by name.</summary>
    public SortedDictionary<string, byte[]> Cubes { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, byte[]> Receipts { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, byte[]> Archive { get; } = new(StringComparer.Ordinal);

    /// <summary>Files in quarantine and their pages, by name.</summary>
    public SortedDictionary<string, byte[]> Quarantine { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts one delivery.</summary>
    /// <param name="item">As it lay in the inbox.</param>
    /// <param name="content">The file.</param>
    /// <param name="decided">Its page in quarantine, with decisions; null when it comes from the inbox.</param>
    /// <returns>Its cubes, for a test that stores them beforehand.</returns>
    public IReadOnlyList<Cube> Deliver(InboxItem item, byte[] content, HeldDelivery? decided = null)
    {
        var path = InboxPath.Parse(item.Name)!;
        var team = Knowledge.Gemeente.FindTeam(path.Wijkteam)!;
        var name = $"{team.Sleutel}/{item.Stamp.Id}";
        var hasher = new CaseHasher(Encoding.UTF8.GetBytes(CaseKey.Development), team.Sleutel);
        var export = new ExportReader().Open(new MemoryStream(content), decided?.NeutralName ?? path.Bestand);
        var result = Intake.Run(export, team, item.Stamp, hasher, decided?.Released, CancellationToken.None);
        var held = result.IsHeld
            ? HeldDelivery.Of(DeliveryReceived.Of(item, Knowledge.Gemeente), path.Bestand, result, 14)
            : decided;
        Quarantine.Remove(name);
        Quarantine.Remove(name + ".json");
        if (result.IsHeld)
            (Quarantine[name], Quarantine[name + ".json"]) = (content, held!.ToJson());
        var receipt = Composer.Of(
            team.Sleutel, item.Stamp, result, [.. result.Cubes.Select(Replace)], ledger: null, held);
        Receipts[$"{name}.json"] = receipt.ToJson();
        if (result.Refusal is null)
            Archive[name] = content;
        return result.Cubes;
    }

    /// <summary>A held delivery whose page has an end.</summary>
    public void End(HeldDelivery held)
    {
        var name = $"{held.Wijkteam}/{held.Levering}";
        Receipts[$"{name}.json"] = Composer.Ended(held).ToJson();
        Quarantine.Remove(name);
        Quarantine.Remove(name + ".json");
    }

    /// <summary>Files of a report over the cubes so far.</summary>
    public IReadOnlyList<ReportFile> Report(Quarter period) =>
        ReportFiles.Write(
            Pass.Run(period, new ReportSources([.. Cubes.Values.Select(bytes => CubeFile.Read(bytes))], DialogueRegister.Leeg, [])).Gemeente);

    /// <summary>Compares with what is stored; and nothing may be left to be done.</summary>
    public async Task AssertStored(StoredFiles files)
    {
        Assert.Empty(await files.Names(Routes.Exports));
        Assert.Equal(0, await files.CountPoison());
        AssertSame(Cubes, await files.Read(Routes.Kubussen));
        AssertSame(Plain(Receipts), Plain(await files.Read(Routes.Ontvangst)));
        AssertSame(Archive, await files.Read(Routes.Archief));
        AssertSame(Quarantine, await files.Read(Routes.Quarantaine));
    }

    /// <summary>Compares a report with what is stored; the first version is the only one. A number may have been
    /// claimed in vain by a builder that came second.</summary>
    public async Task AssertOneReport(Quarter period, StoredFiles files)
    {
        var stored = await files.Read(Routes.Rapporten);
        Assert.True(stored.Remove($"{period}/v1/claim.json"), "The version was not claimed.");
        stored.Remove($"{period}/v2/claim.json");
        AssertSame(
            new SortedDictionary<string, byte[]>(
                Report(period).ToDictionary(file => $"{period}/v1/{file.Name}", file => file.Bytes.ToArray()),
                StringComparer.Ordinal),
            stored);
    }

    private CubeReplacement Replace(Cube cube)
    {
        var name = $"{cube.Header.Wijkteam}/{cube.Header.Month}";
        var decision = CubeReplacement.Decide(_entries.GetValueOrDefault(name), cube.Header);
        if (decision.Stored)
        {
            _entries[name] = new CubeEntry(cube.Header, decision.Replaced, string.Empty);
            Cubes[name] = CubeFile.Write(cube);
        }

        return decision;
    }

    // What a receipt says of the team's own past depends on which of its deliveries were there already.
    private static SortedDictionary<string, byte[]> Plain(SortedDictionary<string, byte[]> receipts) => new(
        receipts.ToDictionary(
            receipt => receipt.Key,
            receipt => (Receipt.Parse(receipt.Value) with { Vulgraad = [], Vergelijkbaarheid = [] }).ToJson()),
        StringComparer.Ordinal);

    private static void AssertSame(
        SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> stored)
    {
        Assert.Equal(expected.Keys, stored.Keys);
        foreach (var (name, bytes) in expected)
            Assert.True(bytes.AsSpan().SequenceEqual(stored[name]), $"{name} has other bytes than undisturbed.");
    }
}
