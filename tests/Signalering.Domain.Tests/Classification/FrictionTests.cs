using Signalering.Domain.Classification;

namespace Signalering.Domain.Tests.Classification;

/// <summary>Which law or authority somebody got stuck on, and how.</summary>
public sealed class FrictionTests
{
    [Theory]
    [InlineData("wachttijd herkeuring UWV al 6 maanden", "uwv", "wachten")]
    [InlineData("bezwaar tegen afwijzing WIA", "uwv", "afwijzing")]
    [InlineData("toeslagen teruggevorderd over vorig jaar", "toeslagen", "terugvordering")]
    [InlineData("huurtoeslag niet aangevraagd terwijl mw recht heeft", "toeslagen", "niet_gebruik")]
    [InlineData("wachtlijst specialistische GGZ 8 maanden", "ggz", "wachten")]
    [InlineData("eigen bijdrage CAK onduidelijk", "cak", "onduidelijkheid;drempel")]
    [InlineData("bijstand gekort", "participatiewet", "stopzetting")]
    [InlineData("van het kastje naar de muur gestuurd door de gemeente", "gemeente", "onduidelijkheid")]
    public void Friction_beside_a_law_or_authority_is_found(string text, string policies, string frictions) =>
        Assert.Equal((policies, frictions), Found(text));

    [Theory]
    [InlineData("UWV gebeld over de WIA")] // no friction
    [InlineData("staat op een wachtlijst")] // of what?
    [InlineData("geen wachtlijst bij de GGZ")] // denied
    [InlineData("vroeger is de bijstand gekort")] // past
    [InlineData("buurvrouw heeft wachttijd bij het UWV")] // somebody else's
    [InlineData("voorlichting over bezwaar bij het UWV")] // not there yet
    [InlineData("mw heeft geen bezwaar, UWV gebeld")]
    [InlineData("voelt zich door iedereen afgewezen, gemeente gebeld")]
    [InlineData("teamoverleg over wachtlijst GGZ en agenda")] // the team's own work
    public void What_is_no_friction_counts_nowhere(string text) => Assert.Equal(("", ""), Found(text));

    [Theory]
    [InlineData("UWV gebeld over WIA, wachtlijst GGZ besproken", "ggz")] // in its own clause
    [InlineData("bijstandsaanvraag loopt bij gemeente, nog geen beslissing", "participatiewet")] // before the general word
    [InlineData("UWV gebeld. Nog geen beslissing.", "uwv")] // the sentence before
    [InlineData("UWV gebeld. Wandeling gemaakt. Nog geen beslissing.", "")]
    [InlineData("Wmo en UWV: beide aanvragen afgewezen", "uwv")] // the nearest
    public void Friction_belongs_to_the_law_that_it_stands_with(string text, string policies) =>
        Assert.Equal(policies, Found(text).Policies);

    [Fact]
    public void Laws_and_frictions_change_nothing_in_problems_and_quadrants()
    {
        var without = new ActivityClassifier(Seeds.Taxonomy, Seeds.Rules with
        {
            Regels = [.. Seeds.Rules.Regels.Where(r => r.As is not (RuleAxis.Beleid or RuleAxis.Wrijving))],
        });
        string[] texts =
        [
            .. Directory.GetFiles(Seeds.Case("."), "*.tsv").SelectMany(file => File.ReadLines(file).Skip(1))
                .Select(line => line.Split('\t')[0]),
        ];
        Assert.True(texts.Length > 500);
        Assert.All(texts, text =>
        {
            var (with, plain) = (Seeds.Classifier.ClassifyText(text), without.ClassifyText(text));
            Assert.Equal((plain.Problems, plain.Quadrant, plain.CoreTasks), (with.Problems, with.Quadrant, with.CoreTasks));
        });
    }

    private static (string Policies, string Frictions) Found(string text)
    {
        var labels = Seeds.Classifier.ClassifyText(text);
        return (
            string.Join(';', ActivityLabels.Positions(labels.Policies).Select(i => Seeds.Taxonomy.Beleid[i].Sleutel)),
            string.Join(';', ActivityLabels.Positions(labels.Frictions).Select(i => Seeds.Taxonomy.Wrijvingen[i].Sleutel)));
    }
}
