using Signalering.Domain.Deliveries;

namespace Signalering.Cli.Tests.Sample;

/// <summary>The table "Deliveries that are off" of <c>sample-data/README.md</c>.</summary>
public class OffDeliveriesTests(SampleFixture sample)
{
    [Theory]
    [InlineData("havenkwartier/2025-06-09_activiteiten-2025-05.csv", "SIG1010")]
    [InlineData("zuiderweide/2025-10-06_activiteiten-2025-09.csv", "SIG1011")]
    [InlineData("molenveld/2024-01-04_activiteiten-2023-Q4.csv", "SIG1003")]
    [InlineData("zuiderweide/2024-07-05_activiteiten-2024-Q2.csv", "SIG1004")]
    [InlineData("molenveld/2024-07-02_activiteiten-2024-Q2.xls", "SIG1007")]
    [InlineData("linderand/2025-10-01_begeleidende-brief.csv", "SIG1001")]
    [InlineData("onbekend-team/2026-07-03_activiteiten-2026-06.csv", "SIG1002")]
    public void A_delivery_that_cannot_be_counted_is_refused_with_its_code(string file, string code)
    {
        var receipt = Receipt(file);

        Assert.Equal("geweigerd", receipt.Status);
        Assert.Equal(code, receipt.Meldingen[0].Code);
        Assert.Empty(receipt.Maanden);
    }

    [Theory]
    [InlineData("molenveld/2025-12-08_activiteiten-2025-11.csv", 240, 3)]
    [InlineData("oost/2026-03-06_activiteiten-2026-02.txt", 276, 4)]
    [InlineData("havenkwartier/2025-06-16_activiteiten-2025-05-schoon.csv", 219, 0)]
    public void Bad_rows_are_left_out_and_the_rest_counts(string file, int counted, int leftOut)
    {
        var receipt = Receipt(file);

        Assert.Equal("verwerkt", receipt.Status);
        Assert.Equal((counted, leftOut), (receipt.Aantallen!.Geteld, receipt.Aantallen.Weggelaten));
    }

    [Fact]
    public void A_correction_replaces_the_month_and_says_what_it_replaced()
    {
        var month = Assert.Single(Receipt("havenkwartier/2026-05-12_activiteiten-2026-03-correctie.csv").Maanden);

        Assert.Equal(("2026-03", 222, (int?)219), (month.Maand, month.Activiteiten, month.Vervangt));
    }

    [Fact]
    public void The_same_bytes_again_are_counted_once_and_said_to_be_the_same() => Assert.Contains(
        Receipt("oost/2025-05-19_activiteiten-2025-04-kopie.txt").Meldingen, problem => problem.Code == "SIG1015");

    [Fact]
    public void All_other_deliveries_are_good()
    {
        Assert.Equal(213, sample.Pipeline.Receipts.All.Count);
        Assert.Equal(206, sample.Pipeline.Receipts.All.Count(receipt => receipt.Status == "verwerkt"));
    }

    private Receipt Receipt(string file)
    {
        // Deliveries are numbered in the order of their file names; see FolderInbox.
        var position = InMemory.ExportFolder.Files(Repository.Exports).Index().Single(f => f.Item.Name == file).Index;
        return sample.Pipeline.Receipts.All.OrderBy(receipt => receipt.Ontvangen).ElementAt(position);
    }
}
