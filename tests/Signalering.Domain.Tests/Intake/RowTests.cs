using Signalering.Domain.Intake;

namespace Signalering.Domain.Tests.Intake;

public class RowTests
{
    private const string Header = "Nr|Datum|Duur|Omschrijving|Deelnemers|Wijk|Casus";

    [Fact]
    public void A_bad_row_is_left_out_with_its_place_and_the_others_count()
    {
        var result = Rows.Of(
            Header, "1|1-3-2026|45|a|3|Molenveld|k1", "2|31-2-2026|45|b||Molenveld|k2", "3|2-3-2026|45|c||Nergenshuizen|k3",
            "4|3-3-2026|45|d||Molenveld|k4", "5|3-3-2026|lang|e|veel|Molenveld|k5", "6|4-3-2026|30:00|f||Molenveld|k5",
            "7|4-3-2026|1|g||Molenveld|k5", "8|5-3-2026|1|h||Molenveld|k5", "9|5-3-2026|1|i||Molenveld|k5",
            "10|5-3-2026|1|j||Molenveld|k5").Deliver();

        Assert.Null(result.Refusal);
        Assert.Equal(8, result.Counted());
        Assert.Equal(2, result.Problems.BadRows);
        Assert.Equal(
            ["SIG2001", "SIG2003", "SIG2004", "SIG2006", "SIG2005"], result.Codes());
        Assert.Contains("Rij 3, kolom 'Datum': geen datum. Verwacht: 31-12-2026", result.Texts(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nergenshuizen", result.Texts(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.2, 2, true)]
    [InlineData(0.2, 3, false)]
    [InlineData(0.5, 5, true)]
    [InlineData(0.0, 1, false)]
    public void The_share_of_bad_rows_that_refuses_a_delivery_can_be_set(double share, int bad, bool accepted)
    {
        var rows = Enumerable.Range(1, 10).Select(i => $"{i}|{(i <= bad ? "fout" : "1-3-2026")}|45|tekst {i}||Molenveld|k");
        var result = Rows.Of([Header, .. rows]).Deliver(options: new IntakeOptions { BadRowShare = share });

        Assert.Equal(accepted, result.Refusal is null);
        if (!accepted)
            Assert.Equal(ProblemCode.TeVeelFouteRijen, result.Refusal!.Code);
    }

    [Fact]
    public void Totals_footers_sums_and_the_header_of_the_next_page_are_no_rows()
    {
        var result = Rows.Of(
            Header, "1|1-3-2026|45|a||Molenveld|k1", "Subtotaal maart||45||||", "Maart totaal||45||||", "||412,5||||",
            Header, "2|2-3-2026|45|b||Molenveld|k1", "Totaal 412||||||", "||||||", "Afgedrukt op 4 april||||||",
            "Pagina 1 van 9||||||", "Filter: team = Noord||||||").Deliver();

        Assert.Empty(result.Findings.Select(finding => $"{finding.Row} {finding.Column} {finding.Rule}"));
        Assert.Null(result.Refusal);
        Assert.Equal(2, result.Rows);
        Assert.Equal(2, result.Counted());
        Assert.Equal(0, result.Problems.BadRows);
    }

    [Fact]
    public void An_identical_row_is_counted_once_and_reported()
    {
        var result = Rows.Of(
            "Datum|Omschrijving|Wijk", "1-3-2026|Samen de brieven gesorteerd en gebeld|Molenveld",
            "1-3-2026|Samen de brieven gesorteerd en gebeld|Molenveld", "1-3-2026|tel.|Molenveld", "1-3-2026|tel.|Molenveld")
            .Deliver();

        Assert.Null(result.Refusal);
        Assert.Equal(3, result.Counted());
        Assert.Equal(1, result.Duplicates);
        Assert.Equal(0, result.Problems.BadRows);
        Assert.Contains("Rij 3: deze rij is in alle cellen gelijk", result.Texts(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_row_with_a_case_is_counted_once_too() =>
        Assert.Equal(1, Rows.Of("Datum|Omschrijving|Casus", "1-3-2026|tel.|k1", "1-3-2026|tel.|k1").Deliver().Counted());

    [Fact]
    public void A_number_that_comes_back_with_other_content_counts_once()
    {
        var result = Rows.Of(
            Header, "1|1-3-2026|45|a||Molenveld|k1", "2|1-3-2026|45|b||Molenveld|k1", "1|1-3-2026|60|a||Molenveld|k1")
            .Deliver();

        Assert.Equal(2, result.Counted());
        Assert.Equal(1, result.Duplicates);
        Assert.Equal(90, result.Cubes[0].Totals.Sum(t => t.Measures.Minutes));
        Assert.Contains("Rij 4, kolom 'Nr': dit nummer staat ook bij een eerdere rij", result.Texts(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_may_come_back_in_another_year() => Assert.Equal(2, Rows.Of(
        Header, "1|30-12-2025|45|a||Molenveld|k1", "1|3-1-2026|45|b||Molenveld|k1").Deliver().Counted());

    [Theory]
    [InlineData(20)]
    [InlineData(5000)]
    public void A_column_of_codes_is_not_taken_for_numbers_of_rows(int rows)
    {
        var lines = Enumerable.Range(0, rows).Select(i => $"C{i % 4}|1-3-2026|45|bijeenkomst {i}||Molenveld|");
        var result = Rows.Of([Header, .. lines]).Deliver();

        Assert.Equal(rows, result.Counted());
        Assert.Equal(0, result.Duplicates);
        Assert.Equal(["SIG1208"], result.Codes());
    }

    [Fact]
    public void Fingerprints_tell_cells_apart_and_forget_nothing_while_they_grow()
    {
        var set = new HashSet<ulong>();
        foreach (var line in (string[])["ab|c", "a|bc", "abc|", "|abc", "a|b|c", "abcd|", "", "a", "aa", "aaa", "aaaa", "aaaaa"])
        {
            var rows = Rows.Of(line);
            rows.Read();
            Assert.True(set.Add(RowFingerprintsOf(rows)), line);
        }
    }

    [Fact]
    public void Numbers_of_different_years_are_told_apart()
    {
        var lines = Enumerable.Range(0, 6000).Select(i => $"{10_000 + i}|1-3-{2015 + (i % 11)}|45|een tekst||Molenveld|k{i}");
        var result = Rows.Of([Header, .. lines]).Deliver();
        Assert.Equal((6000, 0), (result.Counted(), result.Duplicates));
        Assert.Empty(result.Codes());
    }

    [Fact]
    public void Fifty_thousand_different_rows_have_different_fingerprints()
    {
        var lines = Enumerable.Range(0, 50_000).Select(i => $"{i}|1-3-2026|45|een tekst die lang genoeg is {i}||Molenveld|k").ToList();
        var result = Rows.Of([Header, .. lines, .. lines.Take(100)]).Deliver();

        Assert.Equal(50_000, result.Counted());
        Assert.Equal(100, result.Duplicates);
    }

    [Fact]
    public void Fill_rates_and_marks_are_counted_per_month()
    {
        var result = Rows.Of(
            "Datum|Omschrijving|Duur|Signaal?", "1-3-2026|abcd|45|J", "2-3-2026|ab||x", "3-4-2026||30|nee").Deliver();

        Assert.Equal(2, result.Marked);
        Assert.Equal(["2026-03", "2026-04"], result.Fill.Select(fill => fill.Maand.ToString()));
        Assert.Equal((2, 2, 1, 6L), (
            result.Fill[0].Rijen, result.Fill[0].Gevuld[Field.Omschrijving], result.Fill[0].Gevuld[Field.Duur],
            result.Fill[0].Tekens));
        Assert.False(result.Fill[0].Gevuld.ContainsKey(Field.Wijk));
    }

    [Theory]
    [InlineData("Molenveld", "WK990103")]
    [InlineData("WK990103", "WK990103")]
    [InlineData("wk 990103", "WK990103")]
    [InlineData("990103", "WK990103")]
    [InlineData("BU99010301", "WK990103")]
    [InlineData("Wijk 3 Molenveld", "WK990103")]
    [InlineData("Wijk 03  molenveld ", "WK990103")]
    [InlineData("elders", "elders")]
    [InlineData("WK036301", "elders")]
    [InlineData("GM0363", "elders")]
    [InlineData("GM9901", "onbekend")]
    [InlineData("", "onbekend")]
    [InlineData("?", "onbekend")]
    [InlineData("1234", "onbekend")]
    public void A_wijk_is_known_by_name_code_and_number(string written, string code)
    {
        var result = Rows.Of("Datum|Omschrijving|Wijk", $"1-3-2026|x|{written}").Deliver();
        Assert.Equal(code, result.Cubes.Single().Totals.Single().Wijk);
    }

    [Theory]
    [InlineData("WK990119")]
    [InlineData("Wijk 11")]
    [InlineData("BU99011901")]
    [InlineData("Noorderplas")]
    public void A_wijk_that_the_municipality_does_not_have_is_a_bad_row(string written) =>
        Assert.Contains("SIG2003", Rows.Of("Datum|Omschrijving|Wijk", $"1-3-2026|x|{written}").Deliver().Codes());

    [Fact]
    public void Four_digits_of_a_postcode_lead_to_the_wijk_that_the_municipality_names()
    {
        var knowledge = Seeds.Of(Seeds.File("sample-data", "gemeente.json").Replace(
            "\"naam\": \"Molenveld\",", "\"postcodes\": [\"1234\", \"1235\"], \"naam\": \"Molenveld\",", StringComparison.Ordinal));
        var result = Rows.Of("Datum|Omschrijving|PC4", "1-3-2026|x|1234", "1-3-2026|y|9876", "1-3-2026|z|").Deliver(knowledge);
        Assert.Equal(
            ["WK990103:1", "onbekend:2"],
            result.Cubes.Single().Totals.GroupBy(t => t.Wijk).Select(g => $"{g.Key}:{g.Sum(t => t.Measures.Activities)}"));

        var filled = Rows.Of("Datum|Omschrijving|Wijk|PC4", "1-3-2026|x||1235", "1-3-2026|y|Parkwijk|1234").Deliver(knowledge);
        Assert.Equal(["WK990103", "WK990106"], filled.Cubes.Single().Totals.Select(t => t.Wijk).Order());
    }

    [Fact]
    public void Sheets_with_the_same_header_are_one_table_also_when_columns_moved()
    {
        var result = new Rows(
            Rows.Sheet_("Toelichting bij dit bestand", "Zie de andere bladen"),
            Rows.Sheet_("Maart", "Datum|Omschrijving|Duur", "1-3-2026|schulden|45"),
            Rows.Sheet_("Duur|Datum|Omschrijving", "30|1-4-2026|schulden", "30|fout|x", "30|2-4-2026|y"),
            Rows.Sheet_("Code|Betekenis", "1|Schulden"),
            Rows.Sheet_("Datum|Omschrijving|Duur", "1-5-2026|z|15", "2-5-2026|z|15", "3-5-2026|z|15")).Deliver();

        Assert.Null(result.Refusal);
        Assert.Equal(["2026-03:1", "2026-04:2", "2026-05:3"], result.Cubes.Select(c => $"{c.Header.Month}:{c.Header.Activities}"));
        Assert.Equal(45 + 60 + 45, result.Cubes.Sum(c => c.Totals.Sum(t => t.Measures.Minutes)));
        Assert.Contains("Werkblad 3, rij 3, kolom 'Datum': geen datum", result.Texts(), StringComparison.Ordinal);
        Assert.Contains("Werkblad 4: hierop is geen tabel met activiteiten herkend", result.Texts(), StringComparison.Ordinal);
        Assert.DoesNotContain("Werkblad 2: ", result.Texts(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_with_another_table_is_not_counted_and_still_screened()
    {
        var result = new Rows(
            Rows.Sheet_("Datum|Omschrijving|Duur", "1-3-2026|a|45"),
            Rows.Sheet_("Datum|Bedrag|Omschrijving|Uren|Leverancier|Kostenplaats", "1-3-2026|12|x|1|y|z")).Deliver();
        Assert.Equal(1, result.Counted());
        Assert.Contains("Werkblad 2: hierop staat een tabel met andere kolommen", result.Texts(), StringComparison.Ordinal);

        var personal = new Rows(
            Rows.Sheet_("Datum|Omschrijving|Duur", "1-3-2026|a|45"), Rows.Sheet_("Contact", "jan@voorbeeld.nl")).Deliver();
        Assert.Equal(ProblemCode.Persoonsgegevens, personal.Refusal?.Code);
        Assert.Contains("Werkblad 2, rij 2, kolom 'A'", personal.Texts(), StringComparison.Ordinal);
    }

    private static ulong RowFingerprintsOf(IExportRows rows) => RowFingerprints.OfRow(rows);
}
