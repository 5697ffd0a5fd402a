using System.Text;
using System.Xml.Linq;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Tests.Intake;

namespace Signalering.Domain.Tests.Deliveries;

public class ReceiptTests
{
    private static readonly DeliveryStamp Stamp = new(new DateTimeOffset(2026, 4, 2, 9, 0, 0, TimeSpan.Zero), "L1");
    private static readonly ReceiptComposer Composer = new(Seeds.Knowledge, new IntakeOptions());

    private static readonly string[] Lines =
    [
        "datum|wie (functie)|wat gedaan|met wie|problematiek|signaal?|opmerkingen|uren|casus|deelnemers",
        "1-3-2026|maatschappelijk werker|schulden op een rij gezet||Financiën|J||1|k1|",
        "2-3-2026|maatschappelijk werker|brief gelezen|||||0,5|k1|", "3-4-2026|opbouwwerker|koffieochtend voor de buurt||||x|2|k2|12",
        "3-4-2026|opbouwwerker|koffieochtend voor de buurt||||x|2|k2|12", "fout|||||||||", "4-4-2026|opbouwwerker|gebeld||||||k3|",
    ];

    [Fact]
    public void A_receipt_counts_rows_activities_months_cases_and_hours()
    {
        var receipt = Accepted();

        Assert.Equal("verwerkt", receipt.Status);
        Assert.Equal((6, 4, 1), (receipt.Aantallen!.Rijen, receipt.Aantallen.Geteld, receipt.Aantallen.Weggelaten));
        Assert.Equal(new ReceiptTotals(4, 3, 3.5m, 1, 12, 1, 1), receipt.Totaal);
        Assert.Equal("eigen-lijst", receipt.Bron!.Profiel);
        Assert.Equal(["2026-03", "2026-04"], receipt.Maanden.Select(month => month.Maand));
        Assert.Equal(4, receipt.Indeling!.Kwadranten.Sum(q => q.Aantal));
        Assert.Equal(1.0, receipt.Indeling.Kwadranten.Sum(q => q.Aandeel), tolerance: 0.001);
        Assert.NotEmpty(receipt.Vervolg);
        Assert.Contains(receipt.Vulgraad, fill => fill is { Veld: "Duur (uren)", Nu: 0.75, Eerder: null });
    }

    [Fact]
    public void What_was_replaced_stands_beside_what_replaces_it()
    {
        var result = Rows.Of(Lines).Deliver();
        var receipt = Composer.Of("molenveld", Stamp, result,
            [.. result.Cubes.Select(c => new CubeReplacement(c.Header.Month, true, new ReplacedCube(9, "x")))]);
        Assert.Equal([-7, -7], receipt.Maanden.Select(month => month.Verschil));
        Assert.Contains(receipt.Meldingen, problem => problem.Code == "SIG1014");
    }

    [Fact]
    public void Fill_rates_stand_beside_those_of_the_months_before()
    {
        var ledger = TeamLedger.Empty("molenveld").Record(Enumerable.Range(1, 6).Select(back => new LedgerEntry(
            new Month(2026, 3).Plus(-back), $"L{back}", Stamp.Received, 4, 2, null, "x", "eigen-lijst", ["datum", "omschrijving"],
            new Dictionary<string, double> { ["duurUren"] = 0.25, ["casus"] = 1.0 }, 30)));
        var result = Rows.Of(Lines).Deliver();
        ledger = ledger.Record(LedgerEntry.Of(Stamp, result));

        var receipt = Composer.Of("molenveld", Stamp, result, [], ledger);

        var hours = receipt.Vulgraad.Single(fill => fill.Veld == "Duur (uren)");
        Assert.Equal((0.75, 0.25, true), (hours.Nu, hours.Eerder, hours.Opvallend));
        Assert.False(receipt.Vulgraad.Single(fill => fill.Veld == "Casusnummer").Opvallend);
        Assert.Contains(receipt.Vergelijkbaarheid, hint => hint.StartsWith("2026-03: De kolommen zijn anders", StringComparison.Ordinal));
        Assert.Contains("eigen-lijst", Encoding.UTF8.GetString(ledger.ToJson()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_is_read_back_as_it_was_written()
    {
        var json = Accepted().ToJson();
        Assert.Equal(json, Receipt.Parse(json).ToJson());
    }

    [Fact]
    public void A_receipt_of_the_version_before_is_still_read()
    {
        var old = Receipt.Parse("""
            {"levering":"L0","wijkteam":"oost","ontvangen":"2026-01-02T00:00:00+00:00","status":"geweigerd","samenvatting":"x",
             "sha256":null,"aantallen":null,"maanden":[],"meldingen":[],"versies":{"product":"1","taxonomie":"1","regels":"1"}}
            """u8);
        Assert.Empty(old.Vervolg);
        Assert.NotEmpty(ReceiptHtml.Write(old));
        Assert.NotEmpty(ReceiptCsv.Write(old));
        Assert.Equal(["x"], ReceiptText.Lines(old));
    }

    [Fact]
    public void The_page_is_well_formed_says_everything_and_fetches_nothing()
    {
        foreach (var receipt in (Receipt[])[Accepted(), Refused()])
        {
            var html = Encoding.UTF8.GetString(ReceiptHtml.Write(receipt));
            var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)
                .Replace("<meta charset=\"utf-8\">", "<meta charset=\"utf-8\"/>", StringComparison.Ordinal)
                .Replace("initial-scale=1\">", "initial-scale=1\"/>", StringComparison.Ordinal)).Root!;
            var words = page.Element("body")!.Value;
            Assert.Contains(receipt.Samenvatting, words, StringComparison.Ordinal);
            foreach (var problem in receipt.Meldingen.SelectMany(p => p.Voorbeelden).Concat(receipt.Vervolg))
                Assert.Contains(problem, words, StringComparison.Ordinal);
            Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.All(page.Descendants("table"), table => Assert.NotNull(table.Element("caption")));
        }
    }

    [Fact]
    public void The_table_opens_in_a_spreadsheet_without_running_anything()
    {
        var receipt = Accepted() with { Vervolg = ["=1+1", "-x", "gewoon; met \"quote\""] };
        var bytes = ReceiptCsv.Write(receipt);
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("vervolg;;;'=1+1", lines);
        Assert.Contains("vervolg;;;'-x", lines);
        Assert.Contains("vervolg;;;\"gewoon; met \"\"quote\"\"\"", lines);
        Assert.Contains("totaal;uren;3,5;", lines);
    }

    [Fact]
    public void No_form_of_a_receipt_shows_what_was_in_a_cell()
    {
        var result = Rows.Of(
            "Datum|Omschrijving|Duur|Wijk|Deelnemers|Casus|GEHEIMkop", "GEHEIM1|GEHEIM2|GEHEIM3|GEHEIM4|GEHEIM5|GEHEIM6|GEHEIM7",
            "1-3-2026|GEHEIM2|GEHEIM3|GEHEIM4|GEHEIM5|GEHEIM6|GEHEIM7", "1-3-2026|GEHEIM2 jan@geheim.nl|GEHEIM3|Molenveld|GEHEIM5|GEHEIM6|")
            .Deliver(options: new IntakeOptions { BadRowShare = 1 });
        var receipt = Composer.Of("molenveld", Stamp, result, []);
        foreach (var text in (string[])[
            Encoding.UTF8.GetString(receipt.ToJson()), Encoding.UTF8.GetString(ReceiptHtml.Write(receipt)),
            Encoding.UTF8.GetString(ReceiptCsv.Write(receipt)), string.Join('\n', ReceiptText.Lines(receipt))])
            Assert.DoesNotContain("geheim", text, StringComparison.OrdinalIgnoreCase);
    }

    private static Receipt Accepted() => Composer.Of("molenveld", Stamp, Rows.Of(Lines).Deliver(), []);

    private static Receipt Refused() => Composer.Of(
        "molenveld", Stamp, Rows.Of("Datum|Omschrijving", "1-3-2026|mail jan@voorbeeld.nl").Deliver(), []);
}
