namespace Signalering.Infra.Tests;

public sealed class BicepRulesTests
{
    [Fact]
    public void Every_lint_rule_is_an_error_except_the_two_that_look_at_the_calendar()
    {
        var rules = Repository.Json("infra/bicepconfig.json").GetProperty("analyzers").GetProperty("core")
            .GetProperty("rules").EnumerateObject().ToList();

        Assert.True(rules.Count > 30);
        Assert.Equal(
            ["use-recent-api-versions", "use-recent-module-versions"],
            rules.Where(rule => rule.Value.GetProperty("level").GetString() == "off").Select(rule => rule.Name));
        Assert.All(
            rules.Where(rule => !rule.Name.StartsWith("use-recent-", StringComparison.Ordinal)),
            rule => Assert.Equal("error", rule.Value.GetProperty("level").GetString()));
    }
}
