using CsCheck;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Municipality;

namespace Signalering.Domain.Tests.Deliveries;

public class LedgerTests
{
    private static readonly LedgerOptions Options = new();
    private static readonly Month Start = new(2025, 1);
    private static readonly Wijkteam Team = new("noord", "Wijkteam Noord", ["WK990101"], Start);

    [Fact]
    public void The_same_deliveries_in_any_order_give_the_same_bytes()
    {
        var entries = Enumerable.Range(0, 8).Select(i => Entry(i / 2, 100 + i, day: 5 + i)).ToList();
        var expected = TeamLedger.Empty("noord").Record(entries).ToJson();

        Gen.Shuffle(entries.ToArray()).Sample(order =>
        {
            var ledger = TeamLedger.Empty("noord");
            foreach (var entry in order)
                ledger = ledger.Record([entry]).Record([entry]);
            Assert.Equal(expected, ledger.ToJson());
            Assert.Equal(expected, TeamLedger.Parse(ledger.ToJson()).ToJson());
        }, iter: 100);
    }

    [Fact]
    public void The_latest_delivery_of_a_month_counts()
    {
        var ledger = TeamLedger.Empty("noord").Record([Entry(0, 90, day: 9), Entry(0, 100, day: 5)]);
        Assert.Equal(90, ledger.Current(Start)!.Activiteiten);
        Assert.Null(ledger.Current(Start.Plus(1)));
    }

    [Fact]
    public void Months_are_expected_missing_late_corrected_or_received()
    {
        // Deadline of the first quarter of 2025: 20 April. Seen on 1 August: the second quarter was due on 20 July, the
        // third is not due yet.
        var ledger = TeamLedger.Empty("noord").Record(
        [
            Entry(0, 100, day: 5), Entry(1, 100, day: 80), Entry(2, 100, day: 5), Entry(2, 101, day: 9, sha: "anders"),
            Entry(4, 100, day: 5), Entry(4, 100, day: 6),
        ]);
        var months = LedgerMonths.Of(ledger, Team, new DateOnly(2025, 8, 1), Options);

        Assert.Equal(
            [
                DeliveryStatus.Received, DeliveryStatus.Late, DeliveryStatus.Corrected, DeliveryStatus.Missing,
                DeliveryStatus.Received, DeliveryStatus.Missing, DeliveryStatus.Expected,
            ],
            months.Select(month => month.Status));
        Assert.Equal([1, 1, 1, 0, 1, 0, null], months.Select(month => month.Exposure));
        Assert.Equal([1, 1, 2, 0, 2, 0, 0], months.Select(month => month.Leveringen));
        Assert.Equal(ArtefactKind.Ontbreekt, Assert.Single(months[3].Bevindingen).Soort);
        Assert.Empty(months[5].Bevindingen); // nothing came after it: missing, not a gap
    }

    [Theory]
    [InlineData("2025-01", "2025-04-20")]
    [InlineData("2025-03", "2025-04-20")]
    [InlineData("2025-04", "2025-07-20")]
    [InlineData("2025-12", "2026-01-20")]
    public void A_month_is_due_twenty_days_after_its_quarter(string month, string deadline) =>
        Assert.Equal(DateOnly.Parse(deadline, System.Globalization.CultureInfo.InvariantCulture),
            LedgerMonths.Deadline(Month.Parse(month), Options));

    [Theory]
    [InlineData(new[] { 220, 210, 230, 205, 23 }, true)] // the outage of the sample data
    [InlineData(new[] { 220, 210, 230, 205, 500 }, true)]
    [InlineData(new[] { 220, 210, 230, 205, 150 }, false)]
    [InlineData(new[] { 220, 210, 230, 205, 300 }, false)]
    [InlineData(new[] { 6, 8, 9, 7, 3 }, false)] // half, and within 3 · √7,5 ≈ 8,2
    [InlineData(new[] { 220, 23, 210, 230, 205, 20 }, true)] // an earlier outage does not make the next one usual
    [InlineData(new[] { 220, 23 }, false)] // too few months to know
    public void A_month_far_from_the_usual_number_of_rows_is_a_jump(int[] counts, bool isJump)
    {
        var ledger = TeamLedger.Empty("noord").Record(counts.Select((count, i) => Entry(i, count, day: 5)));
        var last = Start.Plus(counts.Length - 1);
        Assert.Equal(isJump, LedgerFindings.Of(ledger, Start, Options).Any(f => f.Maand == last && f.Verwacht is not null));
    }

    [Fact]
    public void Other_columns_are_a_new_form_and_moved_columns_are_not()
    {
        var ledger = TeamLedger.Empty("noord").Record(
        [
            Entry(0, 100, 5), Entry(1, 100, 5) with { Velden = ["wijk", "datum", "?", "omschrijving"] },
            Entry(2, 100, 5) with { Velden = ["datum", "leefgebied", "wijk"] }, Entry(3, 100, 5) with { Velden = ["datum", "leefgebied", "wijk"] },
        ]);
        var finding = Assert.Single(LedgerFindings.Of(ledger, Start, Options));
        Assert.Equal((ArtefactKind.NieuwFormulier, Start.Plus(2)), (finding.Soort, finding.Maand));
        Assert.Equal("De kolommen zijn anders dan in 2025-02: weg: omschrijving; nieuw: leefgebied.", finding.Uitleg);
    }

    [Fact]
    public void A_column_that_is_filled_in_otherwise_is_told()
    {
        var ledger = TeamLedger.Empty("noord").Record(Enumerable.Range(0, 5).Select(i =>
            Entry(i, 100, 5) with { Vulgraad = new Dictionary<string, double> { ["wijk"] = i == 4 ? 0.5 : 0.9, ["datum"] = 1 } }));
        var finding = Assert.Single(LedgerFindings.Of(ledger, Start, Options));
        Assert.Equal("noord-2025-05-vulgraad-wijk", finding.Id);
        Assert.Contains("in 50% van de rijen", finding.Uitleg.Replace("\u00A0", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2.1, 2.1, true)] // a row for every telephone call: half as many again
    [InlineData(1.0, 1.0, true)] // by hand: 1.4 / 1.3 is 1.08
    [InlineData(1.7, 1.7, false)] // by hand: 1.4 · 1.3 is 1.82
    [InlineData(null, 2.1, false)]
    public void Another_number_of_activities_per_case_is_told_once_when_it_begins(double? now, double after, bool isTold)
    {
        var ledger = TeamLedger.Empty("noord").Record(
        [
            .. Enumerable.Range(0, 6).Select(i => Entry(i, 200, day: 5) with { PerCasus = 1.4 }),
            Entry(6, 200, day: 5) with { PerCasus = now }, Entry(7, 200, day: 5) with { PerCasus = now is null ? null : after },
        ]);

        var found = LedgerFindings.Of(ledger, Start, Options).Where(f => f.Soort == ArtefactKind.Anders).ToList();

        Assert.Equal(isTold ? [Start.Plus(6)] : [], found.Select(f => f.Maand));
        Assert.All(found, f => Assert.Contains("activiteiten per casus, tegen meestal 1,4", f.Uitleg, StringComparison.Ordinal));
    }

    [Fact]
    public void A_confirmed_outage_gives_the_share_that_was_registered_and_is_not_looked_back_on()
    {
        var ledger = TeamLedger.Empty("noord").Record(
            new[] { 200, 200, 200, 50, 200 }.Select((count, i) => Entry(i, count, 5)));
        var found = LedgerMonths.Of(ledger, Team, new DateOnly(2025, 6, 10), Options)[3];
        Assert.Equal((DeliveryStatus.Received, 1.0), (found.Status, found.Exposure));

        var annotated = ledger.Annotate(new LedgerAnnotation(
            Assert.Single(found.Bevindingen).Id, found.Maand, found.Maand, ArtefactKind.Storing, "Het systeem lag stil.",
            AnnotationStatus.Bevestigd, "team", new DateOnly(2025, 6, 9)));
        var month = LedgerMonths.Of(annotated, Team, new DateOnly(2025, 6, 10), Options)[3];

        Assert.Equal((DeliveryStatus.Artefact, 0.25), (month.Status, month.Exposure)); // 50 of 200
        Assert.False(month.IsBreak);
        Assert.Empty(month.Bevindingen);
        Assert.Equal(200, LedgerFindings.Expected(annotated, Start.Plus(5), Options));
    }

    [Theory]
    [InlineData(AnnotationStatus.Bevestigd, true)]
    [InlineData(AnnotationStatus.Voorstel, false)]
    [InlineData(AnnotationStatus.Verworpen, false)]
    public void Only_a_confirmed_change_of_form_is_a_break(AnnotationStatus status, bool isBreak)
    {
        var ledger = TeamLedger.Empty("noord").Record([Entry(0, 100, 5), Entry(1, 100, 5)]).Annotate(new LedgerAnnotation(
            "x", Start.Plus(1), Start.Plus(9), ArtefactKind.NieuwFormulier, "Ander formulier.", status, "adviseur",
            new DateOnly(2025, 6, 9)));
        var months = LedgerMonths.Of(ledger, Team, new DateOnly(2025, 4, 1), Options);
        Assert.Equal([false, isBreak, false], months.Select(month => month.IsBreak));
        Assert.Equal(isBreak ? DeliveryStatus.Artefact : DeliveryStatus.Received, months[1].Status);
    }

    [Fact]
    public void Poisson_months_hardly_ever_look_like_a_jump()
    {
        // Simulated with a fixed seed: 200 teams, 33 months judged, Poisson with mean 40; under 1 in 1,000 months.
        var random = new Random(20261125);
        var jumps = 0;
        for (var team = 0; team < 200; team++)
        {
            var ledger = TeamLedger.Empty("noord").Record(Enumerable.Range(0, 36).Select(i => Entry(i, Poisson(random, 40), 5)));
            jumps += LedgerFindings.Of(ledger, Start, Options).Count;
        }

        Assert.InRange(jumps, 0, 200 * 33 / 1000);
    }

    private static int Poisson(Random random, double mean)
    {
        var limit = Math.Exp(-mean);
        var product = random.NextDouble();
        var count = 0;
        for (; product > limit; count++)
            product *= random.NextDouble();
        return count;
    }

    // Delivered a number of days after the end of its month.
    private static LedgerEntry Entry(int month, int activities, int day, string sha = "zelfde")
    {
        var next = Start.Plus(month + 1);
        var received = new DateTimeOffset(next.Year, next.Number, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day - 1);
        return new LedgerEntry(
            Start.Plus(month), FormattableString.Invariant($"L{month:00}-{day:00}"), received, activities, activities * 0.5m, null,
            sha, null, ["datum", "omschrijving", "wijk"], new Dictionary<string, double>(StringComparer.Ordinal), 40);
    }
}
