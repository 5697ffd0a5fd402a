using System.Globalization;
using Signalering.Domain.Disclosure;

namespace Signalering.Solver.Tests;

public sealed class EditionsTests
{
    private static readonly Protector Protector = new(new OrToolsSolver());

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Late_cases_do_not_show_between_two_editions(int roundingBase)
    {
        var options = RandomTablesTests.Options(roundingBase);
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var first = TestTable.Random(random, [random.Next(3, 6), random.Next(3, 6)], 18);
            var before = Protect(first, options, Ledger.Empty);
            var second = AddLate(first, random, random.Next(1, 10));

            var after = Protect(second, options, new Ledger(before));

            Assert.Equal(before.Cells.Select(c => c.Value), after.Cells.Select(c => c.Value));
        }
    }

    [Fact]
    public void A_revision_that_is_large_everywhere_shows()
    {
        var options = RandomTablesTests.Options(5, thresholdIsKnown: true);
        var first = TestTable.Random(new Random(1), [3, 3], 60, shareOfZeros: 0);
        var second = first.With(first.Values.Select(v => KeyValuePair.Create(v.Key, v.Value * 4)));
        var before = Protect(first.With(first.Values.Select(v => KeyValuePair.Create(v.Key, v.Value * 2))), options, Ledger.Empty);

        var after = Protect(second, options, new Ledger(before));

        var changed = before.Cells.Zip(after.Cells).Where(pair => pair.First.Value != pair.Second.Value).ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, pair => Assert.True(pair.Second.Value - pair.First.Value - 4 >= options.Threshold));
    }

    [Fact]
    public void What_was_shown_stays_shown_and_what_was_withheld_stays_withheld()
    {
        var options = RandomTablesTests.Options(5);
        var truth = TestTable.Random(new Random(3), [4, 5], 20);
        var known = truth.Values.Where(v => v.Value is > 0 and < 10).Take(1).Select(v => v.Key).Single();
        var hidden = truth.Values.Where(v => v.Value > 30).Take(1).Select(v => v.Key).Single();
        var frozen = PublishedTable.FromPublication(
            truth.Names,
            [
                new PublishedCell(known.Split(TestTable.Joint), truth.Values[known]),
                new PublishedCell(hidden.Split(TestTable.Joint), null),
            ]);

        var table = Protect(truth, options, new Ledger(Frozen: frozen));

        Assert.Equal(truth.Values[known], table.Cells.Single(c => Key(c) == known).Value);
        Assert.Null(table.Cells.Single(c => Key(c) == hidden).Value);
    }

    [Fact]
    public void When_frozen_figures_leave_nothing_to_hide_behind_nothing_is_published()
    {
        // One wijk with one small problem; everything else is already known, so that 4 = 104 − 100.
        var table = new UnprotectedTable(["probleem"]);
        table.Add(["A"], 4);
        table.Add(["B"], 100);
        table.Add(["TOT"], 104);
        var frozen = PublishedTable.FromPublication(
            ["probleem"], [new PublishedCell(["B"], 100), new PublishedCell(["TOT"], 104)]);

        var protection = Protector.Protect(
            table, [new Dimension("probleem", RelationKind.Sum, [new Breakdown("TOT", ["A", "B"])])],
            RandomTablesTests.Options(1), new Ledger(Frozen: frozen), TestContext.Current.CancellationToken);

        var impossible = Assert.IsType<Protection.Impossible>(protection);
        Assert.Equal(["A"], impossible.Blocking);
        Assert.NotNull(impossible.Coarser);
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_the_culture_changes_a_decision()
    {
        var truth = TestTable.Random(new Random(5), [5, 6], 15);
        var options = RandomTablesTests.Options(5);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
            var one = (Protection.Safe)Protector.Protect(
                truth.Unprotected(), truth.Dimensions, options, null, TestContext.Current.CancellationToken);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
            var random = new Random(1);
            var other = (Protection.Safe)Protector.Protect(
                truth.Unprotected(keys => keys.OrderBy(_ => random.Next())), truth.Dimensions, options, null,
                TestContext.Current.CancellationToken);
            Assert.Equal(
                one.Table.Cells.ToDictionary(Key, c => c.Value), other.Table.Cells.ToDictionary(Key, c => c.Value));
            Assert.Equal(one.Certificate.Withheld, other.Certificate.Withheld);
            Assert.Equal(one.Certificate.InputSha256, other.Certificate.InputSha256);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Withholding_only_the_small_cells_is_worthless_and_the_attacker_shows_it()
    {
        var truth = TestTable.Random(new Random(2), [5, 6], 15);
        var options = RandomTablesTests.Options(1);
        var primaryOnly = PublishedTable.FromPublication(
            truth.Names,
            [
                .. truth.Values.Select(v => new PublishedCell(
                    v.Key.Split(TestTable.Joint), v.Value is > 0 and < 10 ? null : v.Value)),
            ]);

        Assert.Contains(new Attacker(primaryOnly, truth, options).Findings(), f => f.StartsWith("exact", StringComparison.Ordinal));
    }

    private static PublishedTable Protect(TestTable table, ProtectionOptions options, Ledger ledger) =>
        Assert.IsType<Protection.Safe>(Protector.Protect(
            table.Unprotected(), table.Dimensions, options, ledger, TestContext.Current.CancellationToken)).Table;

    private static string Key(PublishedCell cell) => string.Join(TestTable.Joint, cell.Codes);

    private static TestTable AddLate(TestTable table, Random random, int cases)
    {
        var values = new Dictionary<string, int>(table.Values, StringComparer.Ordinal);
        var leaves = table.Values.Keys.Where(k => k.Split(TestTable.Joint).All(c => c.StartsWith('c')))
            .Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < cases; i++)
        {
            foreach (var key in Above(leaves[random.Next(leaves.Count)], table))
                values[key]++;
        }

        return table.With(values);
    }

    private static IEnumerable<string> Above(string leaf, TestTable table)
    {
        IEnumerable<string[]> keys = [[]];
        foreach (var (d, code) in leaf.Split(TestTable.Joint).Index())
        {
            var codes = new List<string> { code };
            for (var i = 0; i < codes.Count; i++)
                codes.AddRange(table.Dimensions[d].Breakdowns.Where(b => b.Children.Contains(codes[i])).Select(b => b.Parent));
            keys = keys.SelectMany(key => codes.Distinct().Select(c => key.Append(c).ToArray())).ToList();
        }

        return keys.Select(key => string.Join(TestTable.Joint, key));
    }
}
