using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Signalering.LocalHost.Tests;

public sealed class BlobTests(AzuriteFixture azurite)
{
    private readonly Probe _probe = new();
    private readonly string _inbox = azurite.Name("inbox");

    [Fact]
    public async Task Each_version_runs_once_and_an_overwritten_blob_again()
    {
        var inbox = await azurite.Container(_inbox);
        await Put(inbox, "oost/a.csv", "een");
        await using var host = await Start(typeof(ReadsText));
        Assert.Equal(["oost a.csv een"], await _probe.WaitFor(1));

        await Put(inbox, "oost/a.csv", "twee");
        await Put(inbox, "west/map/b.csv", "drie");
        await _probe.WaitFor(3);
        await Probe.Settle();

        Assert.Equal(["oost a.csv een", "oost a.csv twee", "west map/b.csv drie"], _probe.Seen.Order());
    }

    [Fact]
    public async Task A_restart_does_not_run_what_is_done()
    {
        var inbox = await azurite.Container(_inbox);
        await Put(inbox, "oost/a.csv", "een");
        await using (await Start(typeof(ReadsOnce)))
            await _probe.WaitFor(1);

        await Put(inbox, "oost/b.csv", "twee");
        await using var next = await Start(typeof(ReadsOnce));
        await _probe.WaitFor(2);
        await Probe.Settle();

        Assert.Equal(["oost/a.csv", "oost/b.csv"], _probe.Seen);
    }

    [Fact]
    public async Task A_blob_that_does_not_fit_the_path_is_left_alone()
    {
        var inbox = await azurite.Container(_inbox);
        await Put(inbox, "los.csv", "x");
        await Put(inbox, "oost/past.csv", "x");

        await using var host = await Start(typeof(ReadsNothing));
        await _probe.WaitFor(1);
        await Probe.Settle();

        Assert.Equal([$"oost past.csv /devstoreaccount1/{_inbox}/oost/past.csv"], _probe.Seen);
    }

    [Fact]
    public async Task A_blob_that_fails_five_times_is_poison_and_the_others_run()
    {
        var inbox = await azurite.Container(_inbox);
        await Put(inbox, "a/stuk.csv", "x");
        await Put(inbox, "b/goed.csv", "x");
        var poison = await azurite.Queue(LocalQueues.PoisonBlobs);

        await using var host = await Start(typeof(FailsOnBroken));
        await _probe.WaitFor(6);
        PoisonBlob? message = null;
        await Probe.Eventually(async () =>
        {
            var messages = (await poison.PeekMessagesAsync(32)).Value;
            message = messages
                .Select(peeked => peeked.Body.ToObjectFromJson<PoisonBlob>(JsonSerializerOptions.Web)!)
                .SingleOrDefault(blob => blob.ContainerName == _inbox);
            return message is not null;
        });
        await Probe.Settle();

        BlobProperties blob = await inbox.GetBlobClient("a/stuk.csv").GetPropertiesAsync();
        Assert.Equal(new PoisonBlob("FailsOnBroken", _inbox, "a/stuk.csv", blob.ETag.ToString("H"), 5), message);
        Assert.Equal(5, _probe.Seen.Count(seen => seen == "stuk.csv"));
        Assert.Equal(1, _probe.Seen.Count(seen => seen == "goed.csv"));
    }

    [Fact]
    public async Task Two_hosts_share_the_work()
    {
        var inbox = await azurite.Container(_inbox);
        var names = Enumerable.Range(0, 12).Select(i => $"t/{i:00}").ToList();
        foreach (var name in names)
            await Put(inbox, name, "x");

        await using var one = await Start(typeof(TakesAWhile));
        await using var other = await Start(typeof(TakesAWhile));
        await _probe.WaitFor(12);
        await Probe.Settle(1500);

        Assert.Equal(names, _probe.Seen.Order());
    }

    [Fact]
    public async Task A_run_that_a_stop_cancels_does_not_count_as_an_attempt()
    {
        var inbox = await azurite.Container(_inbox);
        await Put(inbox, "t/lang", "x");
        var host = await Start(typeof(WaitsForItsToken), options => options.ShutdownTimeout = TimeSpan.Zero);
        await _probe.WaitFor(1);

        await host.DisposeAsync();

        var marker = await SingleMarker("WaitsForItsToken");
        Assert.Equal("0", marker.Metadata["attempts"]);
        Assert.Equal("Open", marker.Metadata["state"]);
    }

    [Fact]
    public async Task The_marker_of_a_blob_that_is_gone_is_removed_and_others_stay()
    {
        var inbox = await azurite.Container(_inbox);
        await Put(inbox, "t/weg", "x");
        await Put(inbox, "t/blijft", "x");
        await using var host = await Start(
            typeof(ReadsAndForgets), options => options.MarkerRetention = TimeSpan.FromSeconds(1));
        await _probe.WaitFor(2);
        Assert.Equal(2, (await Markers("ReadsAndForgets")).Count);

        await inbox.DeleteBlobAsync("t/weg");

        await Probe.Eventually(async () => (await Markers("ReadsAndForgets")).Count == 1);
        await Probe.Settle(1500);
        Assert.Single(await Markers("ReadsAndForgets"));
        Assert.Equal(2, _probe.Seen.Count);
    }

    [Fact]
    public async Task A_blob_is_given_in_every_type_that_azure_gives()
    {
        var inbox = await azurite.Container(_inbox);
        await Put(inbox, "t/é.csv", "inhoud é");

        foreach (var functions in new[] { typeof(AsStream), typeof(AsBytes), typeof(AsClient), typeof(AsBase) })
            await using (await Start(functions))
                await _probe.WaitFor(1 + _probe.Seen.Count);

        Assert.Equal(["stream inhoud é", "bytes inhoud é", "client é.csv", "base é.csv"], _probe.Seen);
    }

    [Theory]
    [InlineData("exports/{wijkteam}/{bestand}", "oost/a.csv", "wijkteam=oost bestand=a.csv")]
    [InlineData("exports/{wijkteam}/{bestand}", "oost/map/a.csv", "wijkteam=oost bestand=map/a.csv")]
    [InlineData("exports/{wijkteam}/{bestand}", "a.csv", null)]
    [InlineData("exports/{wijkteam}/{bestand}", "/a.csv", null)]
    [InlineData("exports/in/{naam}.csv", "in/a.b.csv", "naam=a.b")]
    [InlineData("exports/in/{naam}.csv", "in/axcsv", null)]
    [InlineData("exports/in/{naam}.csv", "uit/a.csv", null)]
    [InlineData("exports/vast.csv", "vast.csv", "")]
    public void A_path_matches_by_its_tokens(string pattern, string name, string? expected)
    {
        Assert.True(BlobPath.TryParse(pattern, out var path));
        var tokens = path.Match(name);
        Assert.Equal(expected, tokens is null ? null : string.Join(' ', tokens.Select(t => $"{t.Key}={t.Value}")));
    }

    private static async Task Put(BlobContainerClient container, string name, string text) =>
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    private Task<TestHost> Start(Type functions, Action<LocalHostOptions>? configure = null) =>
        TestHost.Start(azurite, functions, _probe, [("Inbox", _inbox)], configure);

    private async Task<List<BlobItem>> Markers(string function)
    {
        var markers = await azurite.Container(BlobMarkers.Container);
        return await markers.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, function + "/", CancellationToken.None)
            .ToListAsync();
    }

    private async Task<BlobItem> SingleMarker(string function) => Assert.Single(await Markers(function));

    public sealed class ReadsText(Probe probe)
    {
        [Function("ReadsText")]
        public void Run(
            [BlobTrigger("%Inbox%/{wijkteam}/{bestand}", Connection = "Opslag")] string inhoud, string wijkteam,
            string bestand) => probe.Saw($"{wijkteam} {bestand} {inhoud}");
    }

    public sealed class ReadsOnce(Probe probe)
    {
        [Function("ReadsOnce")]
        public void Run([BlobTrigger("%Inbox%/{naam}")] BlobClient blob, string naam) => probe.Saw(naam);
    }

    public sealed class ReadsNothing(Probe probe)
    {
        [Function("ReadsNothing")]
        public void Run(
            [BlobTrigger("%Inbox%/{team}/{naam}")] BlobClient blob, string team, string naam, Uri uri) =>
            probe.Saw($"{team} {naam} {uri.AbsolutePath}");
    }

    public sealed class FailsOnBroken(Probe probe)
    {
        [Function("FailsOnBroken")]
        public void Run([BlobTrigger("%Inbox%/{team}/{naam}")] BlobClient blob, string naam)
        {
            probe.Saw(naam);
            if (naam == "stuk.csv")
                throw new InvalidOperationException();
        }
    }

    public sealed class TakesAWhile(Probe probe)
    {
        [Function("TakesAWhile")]
        public async Task Run(
            [BlobTrigger("%Inbox%/{naam}")] BlobClient blob, string naam, CancellationToken cancellationToken)
        {
            probe.Saw(naam);
            await Task.Delay(100, cancellationToken);
        }
    }

    public sealed class WaitsForItsToken(Probe probe)
    {
        [Function("WaitsForItsToken")]
        public async Task Run([BlobTrigger("%Inbox%/{naam}")] string inhoud, CancellationToken cancellationToken)
        {
            probe.Saw("begin");
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    public sealed class ReadsAndForgets(Probe probe)
    {
        [Function("ReadsAndForgets")]
        public void Run([BlobTrigger("%Inbox%/{naam}")] BlobClient blob, string naam) => probe.Saw(naam);
    }

    public sealed class AsStream(Probe probe)
    {
        [Function("AsStream")]
        public async Task Run(
            [BlobTrigger("%Inbox%/{team}/{naam}")] Stream inhoud, FunctionContext context,
            CancellationToken cancellationToken)
        {
            Assert.Equal("AsStream", context.FunctionDefinition.Name);
            using var reader = new StreamReader(inhoud);
            probe.Saw($"stream {await reader.ReadToEndAsync(cancellationToken)}");
        }
    }

    public sealed class AsBytes(Probe probe)
    {
        [Function("AsBytes")]
        public void Run([BlobTrigger("%Inbox%/{team}/{naam}")] byte[] inhoud) =>
            probe.Saw($"bytes {Encoding.UTF8.GetString(inhoud)}");
    }

    public sealed class AsClient(Probe probe)
    {
        [Function("AsClient")]
        public void Run([BlobTrigger("%Inbox%/t/{naam}")] BlobClient blob) => probe.Saw($"client {blob.Name[2..]}");
    }

    public sealed class AsBase(Probe probe)
    {
        [Function("AsBase")]
        public void Run([BlobTrigger("%Inbox%/t/{naam}")] BlobBaseClient blob) => probe.Saw($"base {blob.Name[2..]}");
    }
}
