using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Detection;
using Signalering.Domain.Municipality;

namespace Signalering.Domain.Tests.Detection;

/// <summary>What people said of deliveries, as detection hears it.</summary>
public sealed class LedgerCoverageTests
{
    private static readonly Month First = new(2025, 1);
    private static readonly Month Last = First.Plus(17);

    private static readonly Gemeente Gemeente = Gemeente.Parse("""
        {"gemeente":{"code":"GM9901","naam":"Lindewaard"},
         "wijken":[{"code":"WK990101","naam":"Binnenstad","aliassen":[],"inwoners":9400}],
         "wijkteams":[{"sleutel":"oost","naam":"Wijkteam Oost","wijken":["WK990101"],"vanaf":"2025-01"},
                      {"sleutel":"west","naam":"Wijkteam West","wijken":["WK990101"],"vanaf":"2025-04"}]}
        """u8);

    [Fact]
    public void A_partial_month_that_was_confirmed_lowers_the_exposure_to_its_part_of_the_usual()
    {
        // Twelve months of 200, then 50: a quarter of the usual.
        var ledger = Ledger(t => t == 12 ? 50 : 200, Said(12, ArtefactKind.Storing, AnnotationStatus.Bevestigd));

        var month = Assert.Single(Of(ledger).Months);

        Assert.Equal((First.Plus(12), 0.25), (month.Month, month.Exposure));
        Assert.Null(month.BreakReason);
        Assert.StartsWith("Volgens het leveringsregister", month.GapReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ArtefactKind.NieuwFormulier, "een ander formulier of systeem")]
    [InlineData(ArtefactKind.Campagne, "een campagne")]
    [InlineData(ArtefactKind.Personeel, "een andere bezetting")]
    public void Another_way_of_registering_that_was_confirmed_is_a_break_with_its_reason(ArtefactKind kind, string reason)
    {
        var month = Assert.Single(Of(Ledger(_ => 200, Said(6, kind, AnnotationStatus.Bevestigd))).Months);

        Assert.Equal((First.Plus(6), 1.0), (month.Month, month.Exposure));
        Assert.Contains(reason, month.BreakReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_says_nothing_and_a_rejection_says_that_the_counts_are_right()
    {
        Assert.Equal("geen", Of(Ledger(_ => 200, Said(6, ArtefactKind.Storing, AnnotationStatus.Voorstel))).Fingerprint());

        var rejected = Of(Ledger(_ => 200, Said(6, ArtefactKind.Storing, AnnotationStatus.Verworpen)));

        Assert.Empty(rejected.Months);
        Assert.Equal([("oost", First.Plus(6))], rejected.FoundRight);
    }

    [Fact]
    public void The_fingerprint_changes_with_what_was_said_and_not_with_the_order_of_the_pages()
    {
        var one = Ledger(_ => 200, Said(6, ArtefactKind.NieuwFormulier, AnnotationStatus.Bevestigd));
        var other = Ledger(_ => 200, Said(7, ArtefactKind.NieuwFormulier, AnnotationStatus.Bevestigd));
        var empty = TeamLedger.Empty("west");

        Assert.NotEqual(Of(one).Fingerprint(), Of(other).Fingerprint());
        Assert.Equal(Of(one, empty).Fingerprint(), Of(empty, one).Fingerprint());
    }

    [Fact]
    public void A_month_that_a_team_should_have_delivered_is_missing_and_one_before_its_time_is_not()
    {
        var cubes = new[] { (0, "oost"), (1, "oost"), (4, "oost"), (4, "west") }.Select(c => new Cube(
            new CubeHeader(c.Item2, First.Plus(c.Item1), new DeliveryStamp(DateTimeOffset.UnixEpoch, "1"), "sha", "1", "1", 5),
            [], [], [], []));

        var input = SignalInput.FromCubes(cubes, Gemeente, SeedData.SeedFiles.Taxonomy, First.Plus(4));

        Assert.Equal(
            ["oost 2025-03", "oost 2025-04", "west 2025-04"], input.Coverage.Select(c => $"{c.Wijkteam} {c.Month}"));
        Assert.All(input.Coverage, c => Assert.Equal(0, c.Exposure));
    }

    private static LedgerCoverage Of(params TeamLedger[] ledgers) => LedgerCoverage.Of(ledgers, Gemeente, First, Last);

    private static LedgerAnnotation Said(int month, ArtefactKind kind, AnnotationStatus status) => new(
        $"oost-{month}", First.Plus(month), First.Plus(month), kind, "Uitleg.", status, "team", new DateOnly(2026, 7, 1));

    private static TeamLedger Ledger(Func<int, int> activities, params LedgerAnnotation[] said) => new(
        "oost",
        [
            .. Enumerable.Range(0, 18).Select(t => new LedgerEntry(
                First.Plus(t), $"levering-{t}", DateTimeOffset.UnixEpoch, activities(t), 10, null, "sha", null, [],
                new Dictionary<string, double>(StringComparer.Ordinal), 80)),
        ],
        said);
}
