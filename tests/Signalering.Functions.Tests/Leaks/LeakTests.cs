using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Signalering.Azure;
using Signalering.Functions.Tests.Ports;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests.Leaks;

/// <summary>Hundreds of files full of invented personal data go through the whole pipeline; afterwards nothing of it
/// stands anywhere, except in the files themselves that wait or were accepted.</summary>
public sealed class LeakTests(AzuriteFixture azurite)
{
    private static readonly string[] Teams = ["centrum", "havenkwartier", "linderand", "molenveld", "oost", "zuiderweide"];

    /// <summary>Accepted files whose secret is nobody's: told, and not held back.</summary>
    private const string Harmless = "marker";

    /// <summary>Every workbook names its maker; a team is told of it and not held back for it.</summary>
    private const string MakerOfWorkbook = "name in werkmap: eigenschap";

    [Fact]
    public async Task Nothing_of_what_the_files_held_stands_anywhere_afterwards()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var files = Files().ToList();
        var log = new KeptLog();
        var messages = new List<string>();
        var watch = new PortWatch
        {
            On = (moment, arguments) =>
            {
                if (moment is { IsAfter: false } && moment.Call.StartsWith("IMessageQueue", StringComparison.Ordinal))
                {
                    lock (messages)
                        messages.Add(JsonSerializer.Serialize(arguments[0], arguments[0]!.GetType()));
                }

                // Now and then storage fails: what a failure says is searched too.
                return moment is { Call: "IReceiptStore.Write" or "ICubeStore.Replace", IsAfter: false } && moment.Number % 9 == 0
                    ? throw new InvalidOperationException("broken by the test")
                    : Task.CompletedTask;
            },
        };
        await pipeline.Start(watch, options => options.MaxConcurrentRuns = 2, log);   // others wait for their turn
        var planted = new Dictionary<string, PlantedFile>(StringComparer.Ordinal);
        foreach (var file in files)
            planted[(await pipeline.Upload(file.Name, file.Content)).Stamp.Id] = file;
        await pipeline.WaitUntilIdle(300);
        var waiting = await Decide(pipeline);
        await pipeline.WaitUntilIdle(300);

        var receipts = await pipeline.Files.Receipts();
        Assert.Equal(planted.Keys.Order(StringComparer.Ordinal), receipts.Select(r => r.Levering).Order(StringComparer.Ordinal));
        var missed = receipts.Where(r => r.Status == "verwerkt" && r.Quarantaine is null)
            .Select(r => $"{planted[r.Levering].Kind} in {planted[r.Levering].Place}")
            .Where(what => !what.StartsWith(Harmless, StringComparison.Ordinal) && what != MakerOfWorkbook);
        AssertNone(missed);
        Assert.True(waiting > 60, $"Only {waiting} files were held.");

        var haystack = new Haystack(files.SelectMany(file => file.Secrets));
        foreach (var (line, i) in log.Lines.Select((line, i) => (line, i)))
            haystack.Look($"log {i}", line);
        messages.ForEach(message => haystack.Look("message", message));
        await LookAtStorage(pipeline.ConnectionString, haystack);
        TestContext.Current.SendDiagnosticMessage(
            $"{files.Count} files, {waiting} held, {log.Lines.Count} log lines, {messages.Count} messages, {haystack.Characters / 1e6:F1} million characters");
        Assert.True(log.Lines.Any(line => line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal)), "No failure was logged.");
        AssertNone(haystack.Found);
    }

    [Theory]
    [InlineData("bsn 123.456.782 staat hier")]
    [InlineData("{\"a\":\"123456782\"}")]
    [InlineData("MTIzNDU2Nzgy")]
    [InlineData("x MTIzNDU2Nzgy")]
    [InlineData("mevrouw BRUGGENWIRTH belde")]
    [InlineData("\\u0042ruggenwirth")]
    [InlineData("Brug%67enwirth")]
    [InlineData("Brugge&#110;wirth")]
    public void A_secret_is_found_in_any_form(string text)
    {
        var haystack = new Haystack(["123456782", "Bruggenwirth"]);
        haystack.Look("here", text);
        Assert.Single(haystack.Found);
        haystack.Look("there", "niets van 1123456782 of 0a123456782f");
        Assert.Single(haystack.Found);
    }

    private static void AssertNone(IEnumerable<string> lines)
    {
        var all = lines.Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    /// <summary>A third of what waits is released, a third refused; the others wait on.</summary>
    private static async Task<int> Decide(TestPipeline pipeline)
    {
        var store = new BlobQuarantine(pipeline.Account, archiveDays: 0);
        var queue = new StorageQueueMessages(pipeline.Account);
        var pages = await store.List(CancellationToken.None);
        foreach (var (held, i) in pages.Select((held, i) => (held, i)).Where(pair => pair.i % 3 != 0))
        {
            var page = await store.Update(
                held.Wijkteam, held.Levering,
                found => i % 3 == 1
                    ? found.Release([.. found.Bevindingen.Select(f => f.Id)], Decisions.Reason, "functionaris", Decisions.Moment)
                    : found.Refuse("hier staan gegevens van personen in", "beheerder", Decisions.Moment),
                CancellationToken.None);
            await queue.Send(page!.ToMessage(), CancellationToken.None);
        }

        return pages.Count;
    }

    private static async Task LookAtStorage(string connectionString, Haystack haystack)
    {
        var blobs = new BlobServiceClient(connectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05));
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(BlobTraits.Metadata, BlobStates.All, null, default))
            {
                var place = $"{container.Name}/{blob.Name}";
                haystack.Look(place, $"{place} {string.Join(' ', blob.Metadata)}");
                var isFile = container.Name == Routes.Archief
                    || (container.Name == Routes.Quarantaine && !blob.Name.EndsWith(".json", StringComparison.Ordinal));
                if (!isFile)   // The delivered file itself, which was released, or accepted with somebody's marker in it.
                    haystack.Look(place, (await blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray());
            }
        }

        var queues = new QueueServiceClient(connectionString, new QueueClientOptions(QueueClientOptions.ServiceVersion.V2025_11_05));
        await foreach (var queue in queues.GetQueuesAsync())
        {
            foreach (var message in (await queues.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
                haystack.Look($"queue {queue.Name}", message.Body.ToString());
        }
    }

    private static IEnumerable<PlantedFile> Files()
    {
        var person = new InventedPerson(20261125);
        var number = 0;
        foreach (var kind in InventedPerson.Kinds)
        {
            foreach (var place in PlantedFiles.TextPlaces)
                yield return InText(person.Next(kind), place, number++);
            foreach (var place in PlantedFiles.WorkbookPlaces)
                yield return InWorkbook(person.Next(kind), place, number++);
            var named = person.Next(kind);
            var name = named.Text.Replace('/', '_').Replace(':', '_');
            yield return new PlantedFile(
                $"{Teams[number++ % Teams.Length]}/{name}.csv", SmallExport.File(SmallExport.Rows(1, 12, 12)), kind, "bestandsnaam",
                named.Secrets);
        }

        foreach (var place in PlantedFiles.TextPlaces)
            yield return InText(Marker(person), place, number++);
        foreach (var place in PlantedFiles.WorkbookPlaces)
            yield return InWorkbook(Marker(person), place, number++);
        foreach (var kind in (string[])["name", "bsn", "email"])
        {
            var named = person.Next(kind);
            yield return new PlantedFile(
                $"{named.Text}/januari.csv", SmallExport.File(SmallExport.Rows(1, 12, 12)), kind, "map", named.Secrets);
        }
    }

    private static PlantedFile InText(Planted planted, string place, int number) => new(
        $"{Teams[number % Teams.Length]}/2024-02-05_{number}.csv", PlantedFiles.Delimited(place, planted.Text), planted.Kind, place,
        planted.Secrets);

    private static PlantedFile InWorkbook(Planted planted, string place, int number) => new(
        $"{Teams[number % Teams.Length]}/2024-02-05_{number}.xlsx", PlantedFiles.Workbook(place, planted.Text), planted.Kind,
        "werkmap: " + place, planted.Secrets);

    private static Planted Marker(InventedPerson person)
    {
        var word = person.Marker();
        return new Planted(Harmless, word, [word]);
    }

    private sealed record PlantedFile(string Name, byte[] Content, string Kind, string Place, IReadOnlyList<string> Secrets);
}
