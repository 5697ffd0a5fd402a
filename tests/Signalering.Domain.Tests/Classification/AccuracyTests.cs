namespace Signalering.Domain.Tests.Classification;

/// <summary>How often the classifier is right, on rows written from the field's language before and beside the rules.</summary>
/// <remarks>The bounds are the figures of this version, rounded down: an improvement raises them, a loss shows.</remarks>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    private static readonly LabelledCases Dev = new("activiteiten-dev.tsv");
    private static readonly LabelledCases Held = new("activiteiten-gehouden.tsv");

    /// <summary>By three writers who saw neither rules nor each other; the rules were widened on them.</summary>
    private static readonly LabelledCases Writers = new("activiteiten-schrijvers.tsv");

    /// <summary>By a fourth writer; only scored.</summary>
    private static readonly LabelledCases Stranger = new("activiteiten-vreemd.tsv");

    [Fact]
    public void The_set_to_work_on_is_classified_as_well_as_before()
    {
        output.WriteLine(Dev.Table("ontwikkelset"));

        Assert.True(Dev.MicroF1 >= 0.95, $"micro-F1 {Dev.MicroF1:0.000}");
        Assert.True(Dev.QuadrantAccuracy >= 0.97, $"kwadrant {Dev.QuadrantAccuracy:0.000}");
        Assert.True(Dev.Exact >= 0.93, $"labelset {Dev.Exact:0.000}");
    }

    [Fact]
    public void The_set_that_is_only_scored_is_classified_as_well_as_before()
    {
        output.WriteLine(Held.Table("gehouden set"));

        Assert.True(Held.MicroF1 >= 0.94, $"micro-F1 {Held.MicroF1:0.000}");
        Assert.True(Held.MacroF1 >= 0.94, $"macro-F1 {Held.MacroF1:0.000}");
        Assert.True(Held.QuadrantAccuracy >= 0.96, $"kwadrant {Held.QuadrantAccuracy:0.000}");
        Assert.True(Held.Exact >= 0.90, $"labelset {Held.Exact:0.000}");
    }

    [Fact]
    public void What_others_wrote_is_classified_as_well_as_before()
    {
        output.WriteLine(Writers.Table("drie andere schrijvers"));
        output.WriteLine(Stranger.Table("vierde schrijver"));

        Assert.True(Writers.MicroF1 >= 0.95, $"micro-F1 {Writers.MicroF1:0.000}");
        Assert.True(Stranger.MicroF1 >= 0.89, $"micro-F1 {Stranger.MicroF1:0.000}");
        Assert.True(Stranger.QuadrantAccuracy >= 0.95, $"kwadrant {Stranger.QuadrantAccuracy:0.000}");
        Assert.True(Stranger.Exact >= 0.82, $"labelset {Stranger.Exact:0.000}");
    }

    /// <summary>Known failures of the development set, so that improvements and losses both show as a difference.</summary>
    [Fact]
    public void The_failures_are_the_known_failures()
    {
        var known = File.ReadAllLines(Seeds.Case("bekende-fouten.txt"));

        Assert.Equal(known, Dev.Failures());
    }

    [Fact]
    public void The_sets_hold_every_problem_and_every_quadrant()
    {
        foreach (var set in new[] { Dev, Held, Writers, Stranger })
        {
            Assert.Equal(Seeds.Taxonomy.Problemen.Count, set.Rows.SelectMany(row => row.Problems).Distinct().Count());
            Assert.Equal(Seeds.Taxonomy.Kwadranten.Count, set.Rows.Select(row => row.Quadrant).Distinct().Count());
        }

        Assert.Empty(Dev.Rows.Select(row => row.Text).Intersect(Held.Rows.Select(row => row.Text)));
        Assert.Empty(Writers.Rows.Select(row => row.Text).Intersect(Stranger.Rows.Select(row => row.Text)));
    }

    [Fact]
    public void The_third_with_most_confidence_is_right_more_often_than_the_third_with_least()
    {
        var rows = Dev.Rows.Concat(Held.Rows)
            .Select(row => (Right: row.IsExact && row.FoundQuadrant == row.Quadrant, Seeds.Classifier.ClassifyText(row.Text).Confidence))
            .OrderBy(pair => pair.Confidence).Select(pair => pair.Right ? 1.0 : 0.0).ToList();
        var (least, most) = (rows.Take(rows.Count / 3).Average(), rows.TakeLast(rows.Count / 3).Average());
        output.WriteLine($"minst zekere derde {least:0.000}, zekerste derde {most:0.000}");

        Assert.True(most > least);
    }
}
