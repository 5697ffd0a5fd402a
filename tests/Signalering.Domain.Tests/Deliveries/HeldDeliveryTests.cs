using System.Text;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Screening;
using Signalering.Domain.Tests.Intake;

namespace Signalering.Domain.Tests.Deliveries;

/// <summary>What waits for a person: which findings, how they are named, and what decides.</summary>
public sealed class HeldDeliveryTests
{
    private static readonly DateTimeOffset Received = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Received.AddDays(2);

    private static readonly string[] Lines =
    [
        "Datum|Omschrijving", "3-3-2026|gesprek over huur", "4-3-2026|gesproken met Annemieke over de huur",
        "5-3-2026|koffie met Priscilla",
    ];

    [Fact]
    public void Ids_of_findings_name_place_and_rule_and_are_the_same_every_time()
    {
        var ids = Deliver().Findings.Select(finding => finding.Id).ToList();

        // By hand: rows as Excel numbers them, the text in column B, the first character of the name counted from 0.
        Assert.Equal(["r3b.14-name.bekend", "r4b.11-name.bekend"], ids);
        Assert.Equal(ids, Deliver().Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void Findings_of_two_sheets_have_different_ids()
    {
        var sheet = Rows.Sheet_(Lines);

        var result = new Rows(sheet, sheet).Deliver();

        Assert.Equal(4, result.Findings.Select(finding => finding.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("werkblad-2-r3b.14-name.bekend", result.Findings.Select(finding => finding.Id));
        Assert.Contains("Werkblad 2, rij 3", result.Texts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_outside_the_rows_are_numbered()
    {
        var rows = Hidden("gesproken met Annemieke", "gesproken met Priscilla");

        Assert.Equal(
            ["opmerkingen-.14-name.bekend", "opmerkingen-.14-name.bekend-2"], rows.Deliver().Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void A_released_finding_stops_nothing_and_the_others_still_do()
    {
        Assert.True(Deliver("r3b.14-name.bekend").IsHeld);

        var result = Deliver("r3b.14-name.bekend", "r4b.11-name.bekend");
        Assert.Null(result.Refusal);
        Assert.Equal((3, GateOutcome.Pass, 0), (result.Counted(), result.Gate, result.Findings.Count));
    }

    [Fact]
    public void What_was_released_here_is_not_released_there() =>
        Assert.True(Rows.Of([.. Lines, "6-3-2026|gesproken met Annemieke"]).Deliver(
            released: ["r3b.14-name.bekend", "r4b.11-name.bekend"]).IsHeld);

    [Fact]
    public void Sure_findings_refuse_a_file_whatever_was_released() =>
        Assert.Equal(GateOutcome.Refuse, Rows.Of([.. Lines, "6-3-2026|bsn 111222333"]).Deliver(released: ["r3b.14-name.bekend"]).Gate);

    [Fact]
    public void It_is_decided_once()
    {
        var held = Held();
        Assert.False(held.IsDecided);
        Assert.False(held.Release(["r3b.14-name.bekend", "bestaat niet"], "reden", "functionaris", Later).IsDecided);

        var all = held.Bevindingen.Select(finding => finding.Id).ToList();
        var released = held.Release(all, "reden", "functionaris", Later);
        Assert.True(released.IsReleased);
        Assert.Same(released, released.Refuse("te laat", "beheerder", Later));
        Assert.Same(released, released.Expire(held.Tot.AddDays(1)));

        var refused = held.Refuse("reden", "beheerder", Later);
        Assert.Equal(QuarantineEnd.Geweigerd, refused.Einde?.Uitkomst);
        Assert.Same(refused, refused.Release(all, "te laat", "functionaris", Later));
    }

    [Fact]
    public void It_waits_until_the_last_moment_of_its_term_and_being_held_again_makes_that_no_longer()
    {
        var held = Held();

        Assert.Equal(Received.AddDays(14), held.Tot);
        Assert.Same(held, held.Expire(held.Tot));
        Assert.Equal(QuarantineEnd.Verlopen, held.Expire(held.Tot.AddSeconds(1)).Einde?.Uitkomst);
        var again = held.Again([held.Bevindingen[0], held.Bevindingen[0] with { Id = "nieuw" }]);
        Assert.Equal((3, held.Tot), (again.Bevindingen.Count, again.Tot));
    }

    [Fact]
    public void Its_page_says_nothing_of_the_content_or_the_name_of_the_file()
    {
        var page = Encoding.UTF8.GetString(Held().ToJson());

        foreach (var word in (string[])["Annemieke", "Priscilla", "dossier", "Jansen"])
            Assert.DoesNotContain(word, page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("levering.csv", Held().NeutralName);
        Assert.Equal(page, Encoding.UTF8.GetString(HeldDelivery.Parse(Held().ToJson()).ToJson()));
    }

    private static HeldDelivery Held() => HeldDelivery.Of(
        new DeliveryReceived("20261201T080000Z-00010101-0123456789ab", "molenveld", Received), "dossier Jansen.CSV", Deliver(), 14);

    private static IntakeResult Deliver(params string[] released) => Rows.Of(Lines).Deliver(released: released);

    private static Rows Hidden(params string[] texts) => new(Rows.Sheet_("Datum|Omschrijving", "3-3-2026|gesprek over huur"))
    {
        HiddenTexts = [.. texts.Select(text => new Domain.Intake.HiddenText(new Domain.Intake.Place(null, null, "opmerkingen"), text))],
    };
}
