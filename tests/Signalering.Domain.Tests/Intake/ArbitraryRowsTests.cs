using CsCheck;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;

namespace Signalering.Domain.Tests.Intake;

/// <summary>No table makes the intake throw, count what is not there, or repeat what stands in a cell.</summary>
public class ArbitraryRowsTests
{
    private const string Secret = "Zqxw";

    private static readonly string[] Headers =
        ["Datum", "Omschrijving", "Duur", "Uren", "Wijk", "PC4", "Casus", "Nr", "Deelnemers", "Signaal?", "Naam", "", Secret + "kop", "Datum"];

    private static readonly string[] Cells =
    [
        "1-3-2026", "31-2-2026", "45355", "0,75", "¾ uur", "Molenveld", "WK990103", "12-14", "n.v.t.", "", "-", "X", "Totaal 3", "schulden",
        Secret, "1 " + Secret, Secret + ", 3 mei", "\u00A0", "\uFEFF", new('x', 300), "999999999999", "=1+1", "\ud800",
    ];

    [Fact]
    public void Any_table_is_counted_or_refused_and_its_cells_stay_in_it() => Gen.Select(
        Gen.Int[0, Headers.Length - 1].Select(i => Headers[i]).Array[1, 9],
        Gen.Int[0, Cells.Length - 1].Select(i => Cells[i]).Array[0, 11].Array[0, 12],
        Gen.Int[0, 2]).Sample((headers, rows, titles) =>
    {
        string[][] table = [.. Enumerable.Repeat<string[]>([Secret + " titel"], titles), headers, .. rows];
        var result = new Rows(table, [headers, .. rows]).Deliver(options: new IntakeOptions { BadRowShare = 1 });

        Assert.True(result.Counted() + result.Duplicates + result.Problems.BadRows <= Math.Max(result.Rows, 0) || result.Refusal is not null);
        if (result.Refusal is null)
            Assert.Equal(result.Rows, result.Counted() + result.Duplicates + result.Problems.BadRows);
        Assert.DoesNotContain(Secret, result.Texts(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, string.Join(' ', result.Header?.Velden ?? []), StringComparison.OrdinalIgnoreCase);
        var stamp = new DeliveryStamp(DateTimeOffset.UnixEpoch, "x");
        var ledger = TeamLedger.Empty("molenveld").Record(LedgerEntry.Of(stamp, result));
        Assert.DoesNotContain(Secret, System.Text.Encoding.UTF8.GetString(ledger.ToJson()), StringComparison.OrdinalIgnoreCase);
    }, iter: 3000);
}
