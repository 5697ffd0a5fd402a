using NJsonSchema;
using Signalering.Domain.Classification;

namespace Signalering.Domain.Tests.Classification;

public sealed class RuleTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_rule_catches_its_examples_and_every_term_can_fire()
    {
        var faults = RuleCheck.Run(Seeds.Rules, Seeds.Taxonomy, []).Where(finding => finding.IsFout).ToList();
        faults.ForEach(fault => output.WriteLine($"{fault.Regel}: {fault.Uitleg}"));

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Every_file_has_the_shape_of_the_schema()
    {
        var schema = await JsonSchema.FromFileAsync(
            Seeds.Path("schema/regels.schema.json"), TestContext.Current.CancellationToken);
        foreach (var file in Seeds.RuleFiles().Append(Seeds.Path("regels.json")))
            Assert.Empty(schema.Validate(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_wrong_example_and_a_term_that_cannot_fire_are_found()
    {
        var rule = Seeds.Rules.Regels.First(r => r.Id == "rouw-woord");
        var broken = Seeds.Rules with
        {
            Regels =
            [
                .. Seeds.Rules.Regels,
                rule with { Id = "rouw-proef", Termen = ["^ rouw"], Vangt = ["lekker weer"], VangtNiet = ["rouw"] },
                rule with { Id = "rouw-proef" },
            ],
        };

        var faults = RuleCheck.Run(broken, Seeds.Taxonomy, []).Where(finding => finding.Regel == "rouw-proef").ToList();

        Assert.Contains(faults, fault => fault.Uitleg.StartsWith("Vangt het voorbeeld", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Uitleg.StartsWith("Vangt het tegenvoorbeeld", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Uitleg.StartsWith("Dit id", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ruzie ..", "begint en eindigt")]
    [InlineData("@bestaat_niet", "bestaat niet")]
    [InlineData("a*b", "geen woord")]
    public void A_term_that_is_none_says_why(string term, string because)
    {
        var fault = Assert.Throws<FormatException>(() => TermSyntax.Parse(term, Seeds.Rules.Groepen));

        Assert.Contains(because, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_in_either_order_is_two_orders() =>
        Assert.Equal(2, TermSyntax.Parse("moeder <> overleden", Seeds.Rules.Groepen).Count);

    [Fact]
    public void An_explanation_says_where_and_what_was_held_against_it()
    {
        const string text = "mw heeft geen schulden, wel huurachterstand";
        var terms = Seeds.Classifier.ExplainText(text).Terms;

        var denied = terms.First(term => term.Rule.Id == "schulden-woord");
        Assert.False(denied.Counts);
        Assert.Equal(TermContext.Ontkend, denied.Context);
        Assert.Equal("schulden", text.Substring(denied.Start, denied.Length));
        Assert.StartsWith("context-ontkenning", denied.Against!.Id, StringComparison.Ordinal);
        var found = terms.First(term => term.Rule.Id == "schulden-achterstand");
        Assert.True(found.Counts);
        Assert.Equal("huurachterstand", text.Substring(found.Start, found.Length));
    }
}
