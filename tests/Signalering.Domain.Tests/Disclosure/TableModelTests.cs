using System.Reflection;
using Signalering.Domain.Disclosure;

namespace Signalering.Domain.Tests.Disclosure;

public sealed class TableModelTests
{
    private static readonly Dimension Wijk = new("wijk", RelationKind.Sum, [new Breakdown("GM", ["W1", "W2"])]);

    [Fact]
    public void A_total_that_links_two_tables_is_part_of_the_model_although_nobody_publishes_it()
    {
        // Quarters per theme and problems per year: theme per year is printed in neither, and follows from both.
        var table = new UnprotectedTable(["probleem", "periode"]);
        table.Add(["T", "Q1"], 20);
        table.Add(["T", "Q2"], 15);
        table.Add(["A", "J"], 30);
        table.Add(["B", "J"], 5);

        var model = Build(
            table, new Dimension("probleem", RelationKind.Sum, [new Breakdown("T", ["A", "B"])]),
            new Dimension("periode", RelationKind.Sum, [new Breakdown("J", ["Q1", "Q2"])]));

        var link = Assert.Single(model.Cells, cell => cell.Source < 0);
        Assert.Equal(("T × J", 35L), (link.Name, link.Value));
        Assert.Equal(2, model.Relations.Length);
    }

    [Fact]
    public void A_missing_row_is_zero_when_the_others_make_the_total_and_a_cell_otherwise()
    {
        var complete = new UnprotectedTable(["wijk"]);
        complete.Add(["GM"], 20);
        complete.Add(["W1"], 20);
        var incomplete = new UnprotectedTable(["wijk"]);
        incomplete.Add(["GM"], 23);
        incomplete.Add(["W1"], 20);

        Assert.Equal(2, Build(complete, Wijk).Cells.Length);
        Assert.Equal(3, Build(incomplete, Wijk).Cells.Single(cell => cell.Source < 0).Value);
    }

    [Fact]
    public void Parts_that_do_not_make_the_total_are_a_fault_that_tells_the_place()
    {
        var table = new UnprotectedTable(["wijk"]);
        table.Add(["GM"], 7_391);
        table.Add(["W1"], 4_444);
        table.Add(["W2"], 1_111);

        var (model, faults) = TableModelBuilder.Build(table, [Wijk], 0);

        Assert.Null(model);
        var fault = Assert.Single(faults);
        Assert.Contains("GM", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("7391", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_that_add_up_are_additive_whatever_was_said()
    {
        // An outsider who sees that they add up in other years will use it.
        var table = new UnprotectedTable(["wijk"]);
        table.Add(["GM"], 30);
        table.Add(["W1"], 20);
        table.Add(["W2"], 10);

        Assert.Equal(RelationKind.Sum, Build(table, Wijk with { Relation = RelationKind.Distinct }).Relations[0].Kind);
    }

    [Fact]
    public void Hours_become_whole_units()
    {
        var table = new UnprotectedTable(["wijk"]);
        table.Add(["GM"], 12.75m);
        table.Add(["W1"], 12.5m);
        table.Add(["W2"], 0.25m);

        Assert.Equal([1275L, 1250L, 25L], Build(table, Wijk).Cells.Select(cell => cell.Value));
    }

    [Theory]
    [InlineData(7, 5)]
    [InlineData(8, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    public void Rounding_is_conventional_and_its_interval_holds_what_was_rounded(long value, long shown)
    {
        var rounding = new Rounding(5);

        Assert.Equal(shown, rounding.Round(value));
        Assert.Equal((shown - 2, shown + 2), rounding.Shown(shown));
        Assert.Equal((5, 14), new Rounding(10).Shown(10));
    }

    [Fact]
    public void Dominance_groups_and_sensitive_zeros_are_withheld_by_themselves()
    {
        var table = new UnprotectedTable(["wijk"]);
        table.Add(["GM"], 60);
        table.Add(["W1"], 60, cases: 20, largest: 31);
        table.Add(["W2"], 0);
        var options = new ProtectionOptions
        {
            SensitiveCodes = new Dictionary<string, IReadOnlySet<string>> { ["wijk"] = new HashSet<string> { "W2" } },
        };

        var model = Build(table, Wijk);
        var reasons = PrimaryRules.Apply(model, table, options);

        Assert.Equal([WithheldReason.None, WithheldReason.Dominated, WithheldReason.SensitiveZero], reasons);
        Assert.Equal(
            WithheldReason.Group, PrimaryRules.Apply(model, table, options with { DominanceShare = null })[1]);
    }

    [Fact]
    public void An_unprotected_table_has_nothing_to_read_or_print()
    {
        var surface = typeof(UnprotectedTable).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(member => member.Name).Order();

        Assert.Equal([".ctor", "Add", "ToString"], surface);
        Assert.Equal(nameof(UnprotectedTable), new UnprotectedTable(["wijk"]).ToString());
    }

    private static TableModel Build(UnprotectedTable table, params Dimension[] dimensions)
    {
        var (model, faults) = TableModelBuilder.Build(table, dimensions, 0);
        Assert.Empty(faults);
        return model!;
    }
}
