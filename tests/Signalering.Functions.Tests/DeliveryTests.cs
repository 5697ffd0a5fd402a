using System.Text;
using Signalering.Azure;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Reporting;
using Signalering.Domain.Reporting.Editions;
using Signalering.Formats.Reports;
using Signalering.Functions.Tests.Ports;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests;

public sealed class DeliveryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_delivery_goes_from_the_inbox_to_cubes_a_receipt_the_archive_and_a_report()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await pipeline.Start();

        // 40 activities of half an hour for 15 cases in January, 12 for 12 in March.
        var export = SmallExport.File(SmallExport.Rows(1, 40, 15), SmallExport.Rows(3, 12, 12, "Havenkwartier"));
        var item = await pipeline.Upload("centrum/2024-04-02_kwartaal.csv", export);
        await pipeline.WaitUntilIdle();

        Assert.Equal(["centrum/2024-01", "centrum/2024-03"], await pipeline.Files.Names(Routes.Kubussen));
        var archived = Assert.Single(await pipeline.Files.Read(Routes.Archief));
        Assert.Equal("centrum/" + item.Stamp.Id, archived.Key);
        Assert.Equal(export, archived.Value);

        var receipt = Assert.Single(await pipeline.Files.Receipts());
        Assert.Equal("verwerkt", receipt.Status);
        Assert.Equal("Verwerkt: 52 activiteiten over 2024-01 tot en met 2024-03 zijn geteld.", receipt.Samenvatting);
        Assert.Equal((52, 52, 0), (receipt.Aantallen!.Rijen, receipt.Aantallen.Geteld, receipt.Aantallen.Weggelaten));
        Assert.Equal(
            [("2024-01", 40, 15, 20m), ("2024-03", 12, 12, 6m)],
            receipt.Maanden.Select(month => (
                month.Maand, month.Activiteiten, month.UniekeCasussen!.Value, month.Uren)));

        // The timer stands still: the report came by the event, the planner and the queue.
        var files = await pipeline.Files.Names(Routes.Rapporten);
        Assert.Equal(
            [
                "cijfers.csv", "cijfers.csv-metadata.json", "claim.json", "gegevenswoordenboek.csv",
                "gegevenswoordenboek.csv-metadata.json", "gepubliceerd.json", "leveringen.csv", "leveringen.csv-metadata.json", "manifest.json",
                "signalen.csv", "signalen.csv-metadata.json", "signalering-2024-Q1.html", "signalering-2024-Q1.xlsx",
            ],
            files.Select(name => name["2024-Q1/v1/".Length..]));
    }

    [Fact]
    public async Task The_pipeline_stores_the_same_bytes_as_both_passes_in_memory()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        byte[][] exports =
            [SmallExport.File(SmallExport.Rows(1, 30, 30)), SmallExport.File(SmallExport.Rows(2, 25, 5))];
        foreach (var (content, team) in exports.Zip(["centrum", "oost"]))
            undisturbed.Deliver(await pipeline.Upload($"{team}/2024-03-01_{team}.csv", content), content);

        // Not before both are counted: a report between the two would be followed by a second version.
        var watch = new PortWatch
        {
            On = (moment, _) => moment is { Call: "IMessageQueue.Publish", IsAfter: false, Number: 1 or 2 }
                ? TestPipeline.Eventually(async () => (await pipeline.Files.Names(Routes.Kubussen)).Count == 2)
                : Task.CompletedTask,
        };
        await pipeline.Start(watch);
        await pipeline.WaitUntilIdle();

        await undisturbed.AssertStored(pipeline.Files);
        await undisturbed.AssertOneReport(Quarter.Parse("2024-Q1"), pipeline.Files);
    }

    [Fact]
    public async Task A_correction_gives_the_report_a_second_version_and_leaves_the_first_as_it_was()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await pipeline.Start();
        await pipeline.Upload("centrum/2024-04-02_maart.csv", SmallExport.File(SmallExport.Rows(3, 40, 40)));
        await pipeline.WaitUntilIdle();
        var first = await pipeline.Files.Read(Routes.Rapporten);

        await pipeline.Upload("centrum/2024-04-09_maart.csv", SmallExport.File(SmallExport.Rows(3, 44, 44)));
        await pipeline.WaitUntilIdle();

        var second = await pipeline.Files.Read(Routes.Rapporten);
        Assert.All(first, file => Assert.Equal(file.Value, second[file.Key]));
        Assert.Equal(new Edition(1, Edition.Voorlopig, null), ManifestWriter.Read(second["2024-Q1/v1/manifest.json"])!.Uitgave);
        var manifest = ManifestWriter.Read(second["2024-Q1/v2/manifest.json"])!;
        Assert.Equal(2, manifest.Uitgave!.Nummer);
        Assert.Contains(
            "Wijkteam Centrum, levering over maart 2024: opnieuw geleverd",
            Encoding.UTF8.GetString(second["2024-Q1/v2/signalering-2024-Q1.html"]), StringComparison.Ordinal);
        var cube = CubeFile.Read(Assert.Single(await pipeline.Files.Read(Routes.Kubussen)).Value);
        Assert.Equal(44, cube.Header.Activities);
        var receipts = await pipeline.Files.Receipts();
        Assert.Equal([null, 40], receipts.Select(receipt => receipt.Maanden.Single().Vervangt));
    }

    [Fact]
    public async Task A_receipt_never_holds_what_stands_in_a_cell()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await pipeline.Start();
        var rows = SmallExport.Rows(1, 20, 20).Append("31-31-2024;30;geheimewoorden;Nergenshuizen;ZK9");
        await pipeline.Upload("centrum/vertrouwelijk-dossier.csv", SmallExport.File(rows));
        await pipeline.WaitUntilIdle();

        var text = Encoding.UTF8.GetString(Assert.Single(await pipeline.Files.Read(Routes.Ontvangst)).Value);
        var problem = Assert.Single(Receipt.Parse(Encoding.UTF8.GetBytes(text)).Meldingen);
        var example = Assert.Single(problem.Voorbeelden);
        Assert.StartsWith("Rij 22, kolom 'Datum': geen datum.", example, StringComparison.Ordinal);
        Assert.DoesNotContain("geheimewoorden", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nergenshuizen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("vertrouwelijk-dossier", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ZK9", text, StringComparison.Ordinal);
    }
}
