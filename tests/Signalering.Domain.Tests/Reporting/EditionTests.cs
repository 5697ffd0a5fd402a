using Signalering.Domain.Reporting;
using Signalering.Domain.Reporting.Editions;
using Signalering.Domain.Tests.SeedData;

namespace Signalering.Domain.Tests.Reporting;

public class EditionTests
{
    private static readonly ReportVersions Versions = new("0.1.0", "1.0.0", "2.0.0", 1);

    [Fact]
    public void The_reasons_are_told_per_team_with_months_as_spans()
    {
        var before = Manifest([("oost", "2026-07", "a"), ("oost", "2026-08", "b"), ("west", "2026-07", "c")]);
        var now = Manifest(
            [("oost", "2026-07", "a"), ("oost", "2026-08", "x"), ("west", "2026-07", "c"), ("west", "2026-08", "d"), ("west", "2026-09", "e")]);

        Assert.Equal(
            [
                "Team west, levering over augustus 2026 tot en met september 2026: alsnog binnen.",
                "Team oost, levering over augustus 2026: opnieuw geleverd; de nieuwste levering telt.",
            ],
            Changes(before, now).Redenen);
    }

    [Fact]
    public void Another_version_or_setting_is_a_reason_and_another_number_of_views_is_none()
    {
        var before = Manifest([("oost", "2026-07", "a")]);
        var now = before with
        {
            Versies = Versions with { Regels = "2.1.0" },
            Parameters = new Dictionary<string, string> { ["dialoog"] = "2", ["opdrachtgevers"] = "corporatie" },
        };

        Assert.Equal(
            [
                "Andere versie van de regels voor het indelen: 2.0.0 werd 2.1.0. Verschillen kunnen daardoor komen.",
                "Er zijn nieuwe antwoorden op dialoogkaarten.",
            ],
            Changes(before, now).Redenen);
    }

    [Fact]
    public void Nothing_different_is_said_to_be_the_same()
    {
        var manifest = Manifest([("oost", "2026-07", "a")]);

        Assert.Equal(["Leveringen, versies en instellingen zijn dezelfde."], Changes(manifest, manifest).Redenen);
    }

    [Theory]
    [InlineData(100, 105, false)] // within the rounding of both
    [InlineData(100, 110, true)]
    [InlineData(100, 90, true)]
    [InlineData(null, 20, true)]
    [InlineData(20, null, true)]
    [InlineData(null, null, false)]
    public void A_change_tells_something_from_twice_the_rounding_base_or_when_it_appears_or_goes(int? before, int? now, bool tells)
    {
        var change = new FigureChange(default, new PublishedFigure(before, "x"), new PublishedFigure(now, "x"));

        Assert.Equal(tells, change.Tells);
    }

    [Fact]
    public void Signals_come_and_go_by_id_and_not_by_title()
    {
        var manifest = Manifest([("oost", "2026-07", "a")]);
        var previous = new PreviousEdition(
            manifest, new Dictionary<FigureName, PublishedFigure>(),
            new Dictionary<string, string> { ["s1"] = "Een", ["s2"] = "Twee" });

        var changes = EditionChanges.Of(previous, manifest, [], [("s1", "Anders genoemd"), ("s3", "Drie")], team => team);

        Assert.Equal(["Drie"], changes.Nieuw);
        Assert.Equal(["Twee"], changes.Weg);
    }

    [Fact]
    public void The_shipped_parties_name_known_problems_and_can_be_chosen()
    {
        var all = Opdrachtgever.Parse(SeedFiles.Bytes("opdrachtgevers.json"), SeedFiles.Taxonomy);

        Assert.Equal(all, Opdrachtgever.Choose(all, "alle").Found);
        Assert.Empty(Opdrachtgever.Choose(all, null).Found);
        Assert.Equal(["corporatie", "veiligheid"], Opdrachtgever.Choose(all, "veiligheid, corporatie").Found.Select(p => p.Sleutel));
        Assert.Equal("kerk", Opdrachtgever.Choose(all, "corporatie,kerk").Unknown);
    }

    [Fact]
    public void A_party_with_an_unknown_problem_is_a_fault_of_the_deployment()
    {
        var fault = Assert.Throws<System.Text.Json.JsonException>(Parse);
        Assert.Contains("bestaat_niet", fault.Message, StringComparison.Ordinal);

        static void Parse() => Opdrachtgever.Parse(
            """{"opdrachtgevers":[{"sleutel":"x","naam":"X","toelichting":"t","problemen":["bestaat_niet"]}]}"""u8, SeedFiles.Taxonomy);
    }

    private static EditionChanges Changes(ReportManifest before, ReportManifest now) => EditionChanges.Of(
        new PreviousEdition(before, new Dictionary<FigureName, PublishedFigure>(), new Dictionary<string, string>()),
        now, [], [], team => $"Team {team}");

    private static ReportManifest Manifest((string Team, string Month, string Hash)[] inputs) => new(
        "2026-Q3", "GM9901", "k", Versions, new Dictionary<string, string> { ["dialoog"] = "1" },
        [.. inputs.Select(input => new ReportInput(input.Team, input.Month, input.Hash, 100))]);
}
