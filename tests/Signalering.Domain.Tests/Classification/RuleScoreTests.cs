using Signalering.Domain.Classification;
using Signalering.Domain.Tests.SeedData;

namespace Signalering.Domain.Tests.Classification;

public sealed class RuleScoreTests
{
    [Fact]
    public void The_score_that_ships_with_the_rules_is_what_the_rules_score()
    {
        var path = Path.Combine(SeedFiles.Folder, "regels-score.json");
        var shipped = RuleScore.Parse(File.ReadAllBytes(path));
        var measured = new LabelledCases("activiteiten-vreemd.tsv").Score(Seeds.Rules.Versie, shipped.Proeven).ToJson();
        var received = Seeds.Case("regels-score.received.json");
        if (shipped.ToJson() != measured)
            File.WriteAllText(received, measured);

        Assert.True(shipped.ToJson() == measured, $"Other rules, other score. To accept: mv {received} {path}");
        File.Delete(received);
    }

    [Fact]
    public void A_file_that_is_none_is_a_fault_of_the_deployment() =>
        Assert.Throws<System.Text.Json.JsonException>(() => RuleScore.Parse("{}"u8));
}
