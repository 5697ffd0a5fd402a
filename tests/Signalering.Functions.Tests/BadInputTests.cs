using System.Text;
using Azure;
using Signalering.Azure;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Functions.Tests.Ports;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests;

/// <summary>Whatever lands in the inbox gets a receipt with a stable code; the next delivery gets through.</summary>
public sealed class BadInputTests(AzuriteFixture azurite)
{
    private static readonly byte[] Good = SmallExport.File(SmallExport.Rows(1, 20, 20));

    /// <summary>Place, content, and the code of the first problem that the team hears of.</summary>
    private static readonly (string Name, byte[] Content, string Code)[] Refusals =
    [
        ("centrum/brief.txt", Encoding.UTF8.GetBytes("Beste collega,\n\nhierbij de export.\n"), "SIG1001"),
        ("centrum/ruis.csv", Noise(5000), "SIG1001"),
        ("centrum/leeg.csv", [], "SIG1003"),
        ("centrum/leeg.xlsx", [], "SIG1003"),
        ("centrum/koppen.csv", Encoding.UTF8.GetBytes(SmallExport.Header + "\r\n"), "SIG1004"),
        ("centrum/brief.docx", Encoding.UTF8.GetBytes("PK\u0003\u0004 en dan geen zip"), "SIG1011"),
        ("centrum/scan.pdf", Encoding.UTF8.GetBytes("%PDF-1.7 enzovoort"), "SIG1007"),
        ("centrum/gewoon.doc", Good, "SIG1007"),
        ("centrum/namen.csv", Encoding.UTF8.GetBytes("Datum;Omschrijving;BSN\r\n01-02-2024;gesprek;\r\n"), "SIG1010"),
        ("centrum/geen-datum.csv", Encoding.UTF8.GetBytes("Omschrijving;Wijk\r\ngesprek;Binnenstad\r\n"), "SIG1008"),
        ("centrum/morgen.csv", SmallExport.File(["31-12-2999;30;gesprek;Binnenstad;ZK1"]), "SIG1009"),
        ("nergens/activiteiten.csv", Good, "SIG1002"),
        ("Centrum/activiteiten.csv", Good, "SIG1002"),
        ("los-in-de-inbox.csv", Good, "SIG1005"),
        ("centrum/a/b.csv", Good, "SIG1005"),
    ];

    [Fact]
    public async Task A_file_that_cannot_be_counted_is_refused_with_a_code_and_the_next_delivery_gets_through()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await pipeline.Start();
        var items = new List<InboxItem>();
        foreach (var (name, content, _) in Refusals)
            items.Add(await pipeline.Upload(name, content));
        var next = await pipeline.Upload("oost/2024-02-01_januari.csv", Good);
        await pipeline.WaitUntilIdle();

        var receipts = (await pipeline.Files.Receipts()).ToDictionary(receipt => receipt.Levering);
        Assert.Equal(Refusals.Length + 1, receipts.Count);
        Assert.Equal("verwerkt", receipts[next.Stamp.Id].Status);
        Assert.All(items.Zip(Refusals), pair =>
        {
            var (receipt, code) = (receipts[pair.First.Stamp.Id], pair.Second.Code);
            Assert.Equal(("geweigerd", code), (receipt.Status, receipt.Meldingen[0].Code));
            Assert.StartsWith("Geweigerd: ", receipt.Samenvatting, StringComparison.Ordinal);
            Assert.Equal(code is "SIG1002" or "SIG1005" ? "_onbekend" : "centrum", receipt.Wijkteam);
        });
        Assert.Equal(["oost/2024-01"], await pipeline.Files.Names(Routes.Kubussen));
        Assert.Equal(["oost/" + next.Stamp.Id], await pipeline.Files.Names(Routes.Archief));
        Assert.Equal(0, await pipeline.Files.CountPoison());
    }

    /// <summary>Names that lead out of their place or are no names at all: SIG1005, or storage takes none.</summary>
    private static readonly string[] TrickyNames =
    [
        "../x.csv", "..", "centrum/..", "centrum/.", "centrum/", "centrum//x.csv", "centrum/ ",
        "centrum/..%2f..%2foost/x.csv", "centrum/..%2f..%2fx.csv",
        "centrum/x\\..\\..\\oost\\x.csv", "centrum/x\\..\\..\\oost/x.csv", "oost/a\\..\\x.csv", "centrum/x\\y.csv",
        "centrum/x.csv ", " centrum/x.csv", "centrum/~x.csv", "centrum/-x.csv", "centrum/x.csv.",
        "centrum/x?.csv", "centrum/a:b.csv", "centrum/<b>.csv", "centrum/\"x\".csv", "centrum/a|b.csv", "centrum/*.csv",
        "centrum/x\u0001.csv", "centrum/x\u001b[31m.csv", "centrum/x\ufffe.csv", "centrum/x\r\ny.csv",
        "centrum/x\ty.csv", "centrum/x\u007f.csv", "centrum/x\u0085.csv",
        "centrum/" + new string('x', 300) + ".csv", "centrum/" + new string('é', 900) + ".csv",
        "centrum/" + string.Join('/', Enumerable.Repeat("a", 250)) + ".csv",
    ];

    /// <summary>Odd, but they lead nowhere else; a file name is nothing more to us.</summary>
    private static readonly string[] OddNames =
    [
        "centrum/Activiteiten Q1 (definitief) & kopie #2.csv", "centrum/naam%00.csv", "centrum/%2e%2e%2fx.csv",
        "centrum/export-é-\ud83d\ude00.csv", "oost/x.csv",
    ];

    [Fact]
    public async Task A_name_with_tricks_is_refused_and_reaches_no_other_file()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var odd = new List<InboxItem>();
        foreach (var name in OddNames)
            odd.Add(await pipeline.Upload(name, Good));
        foreach (var name in TrickyNames)
            await TryUpload(pipeline, name);
        var tricky = (await pipeline.Files.Names(Routes.Exports)).Count - odd.Count;   // two may be one name to storage

        await pipeline.Start();
        await pipeline.WaitUntilIdle();

        var receipts = (await pipeline.Files.Receipts()).ToDictionary(receipt => receipt.Levering);
        Assert.All(odd, item => Assert.Equal("verwerkt", receipts[item.Stamp.Id].Status));
        var refusals = receipts.Values.Where(receipt => receipt.Wijkteam == Receipt.UnknownTeam).ToList();
        Assert.All(refusals, receipt => Assert.Equal("SIG1005", Assert.Single(receipt.Meldingen).Code));
        Assert.Equal(tricky, refusals.Count);
        Assert.Equal(odd.Count + tricky, receipts.Count);
        Assert.True(tricky > 20, "Storage refused nearly all of them.");
    }

    [Fact]
    public async Task A_row_of_an_unknown_wijk_is_left_out_and_the_others_count()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await pipeline.Start();
        await pipeline.Upload(
            "centrum/maart.csv",
            SmallExport.File(SmallExport.Rows(3, 19, 19), SmallExport.Rows(3, 1, 1, wijk: "Nergenshuizen")));
        await pipeline.WaitUntilIdle();

        var receipt = Assert.Single(await pipeline.Files.Receipts());
        Assert.Equal("verwerkt", receipt.Status);
        Assert.Equal((20, 19, 1), (receipt.Aantallen!.Rijen, receipt.Aantallen.Geteld, receipt.Aantallen.Weggelaten));
        var problem = Assert.Single(receipt.Meldingen);
        Assert.Equal(("SIG2003", 1), (problem.Code, problem.Aantal));
        Assert.StartsWith("Rij 21, kolom 'Wijk': ", Assert.Single(problem.Voorbeelden), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_again_change_no_count_and_the_receipt_says_so()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await pipeline.Start();
        var undisturbed = new Undisturbed();
        undisturbed.Deliver(await pipeline.Upload("centrum/2024-02-01_januari.csv", Good), Good);
        await pipeline.WaitUntilIdle();
        undisturbed.Deliver(await pipeline.Upload("centrum/2024-02-02_januari.csv", Good), Good);
        await pipeline.WaitUntilIdle();

        await undisturbed.AssertStored(pipeline.Files);
        var receipt = (await pipeline.Files.Receipts())[^1];
        Assert.Equal(("verwerkt", 20), (receipt.Status, receipt.Maanden.Single().Activiteiten));
        Assert.Contains(receipt.Meldingen, problem => problem.Code == "SIG1015");
        Assert.Equal(20, CubeFile.Read((await pipeline.Files.Read(Routes.Kubussen)).Single().Value).Header.Activities);
    }

    [Fact]
    public async Task An_older_delivery_that_is_counted_after_a_newer_one_changes_nothing()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var correction = SmallExport.File(SmallExport.Rows(1, 26, 13));
        var older = await pipeline.Upload("centrum/2024-02-01_januari.csv", Good);
        var newer = await pipeline.Upload("centrum/2024-02-09_januari.csv", correction);
        Assert.True(older.Stamp < newer.Stamp);
        await pipeline.Start(new PortWatch
        {
            On = (moment, arguments) => moment is { Call: "IInbox.Open", IsAfter: false } && arguments[0]!.Equals(older)
                ? TestPipeline.Eventually(async () =>
                    !(await pipeline.Files.Names(Routes.Exports)).Contains(newer.Name))
                : Task.CompletedTask,
        });
        await pipeline.WaitUntilIdle();

        var undisturbed = new Undisturbed();
        undisturbed.Deliver(newer, correction);
        undisturbed.Deliver(older, Good);
        await undisturbed.AssertStored(pipeline.Files);
        var cube = CubeFile.Read((await pipeline.Files.Read(Routes.Kubussen)).Single().Value);
        Assert.Equal((newer.Stamp.Id, 26), (cube.Header.Delivery.Id, cube.Header.Activities));
        Assert.Equal([false, true], (await pipeline.Files.Receipts()).Select(receipt => receipt.Maanden.Single().Telt));
    }

    [Fact]
    public async Task A_file_that_was_overwritten_before_it_was_read_is_said_to_be_replaced()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var older = await pipeline.Upload("centrum/januari.csv", Good);
        InboxItem? newer = null;
        var correction = SmallExport.File(SmallExport.Rows(1, 26, 13));
        await pipeline.Start(new PortWatch
        {
            On = async (moment, arguments) =>
            {
                if (moment is { Call: "IInbox.Open", IsAfter: false, Number: 1 })
                    newer = await pipeline.Upload("centrum/januari.csv", correction);
            },
        });
        await TestPipeline.Eventually(async () => newer is not null && await pipeline.Files.IsIdle());

        var receipts = await pipeline.Files.Receipts();
        Assert.Equal(2, receipts.Count);
        var replaced = receipts.Single(receipt => receipt.Levering == older.Stamp.Id);
        Assert.Equal(("vervangen", "SIG1013"), (replaced.Status, Assert.Single(replaced.Meldingen).Code));
        Assert.Equal(26, receipts.Single(receipt => receipt.Levering == newer!.Stamp.Id).Aantallen!.Geteld);
    }

    private static async Task TryUpload(TestPipeline pipeline, string name)
    {
        try
        {
            await pipeline.Upload(name, Good);
        }
        catch (RequestFailedException refused) when (refused.Status == 400)
        {
            // Storage takes no such name: it never was in the inbox.
        }
    }

    // Every byte of a seeded generator: no table, and no kind of file either.
    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(20240101).NextBytes(bytes);
        return bytes;
    }
}
