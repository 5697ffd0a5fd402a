using System.Reflection;
using Signalering.Domain.Counting;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Reporting.Sheets;

namespace Signalering.Solver.Tests;

/// <summary>A test per attack that is known from practice, numbered as in docs/methoden/onthulling.md. First the attack
/// succeeds on the table with only its small cells left out, where that is how it works; then it fails.</summary>
public sealed class AttackTests
{
    private static readonly Protector Protector = new(new OrToolsSolver());
    private static readonly ProtectionOptions Exact = RandomTablesTests.Options(1);
    private static readonly ProtectionOptions Rounded = RandomTablesTests.Options(5);

    [Fact]
    public void Attack_01_margin_minus_siblings() => Fails(
        OneDimension(("A", 4), ("B", 40), ("C", 60)), attack: "exact A");

    [Fact]
    public void Attack_02_quarter_minus_two_months() => Fails(
        Table(["tijd"], [Sum("tijd", ("Q", ["m1", "m2", "m3"]))], ("m1", 31), ("m2", 7), ("m3", 44), ("Q", 82)),
        attack: "exact m2");

    [Fact]
    public void Attack_03_theme_minus_other_problems() => Fails(
        Table(
            ["probleem"], [Sum("probleem", ("TOT", ["T1", "T2"]), ("T1", ["a", "b"]), ("T2", ["c", "d"]))],
            ("a", 3), ("b", 40), ("c", 50), ("d", 21), ("T1", 43), ("T2", 71), ("TOT", 114)),
        attack: "exact a");

    [Fact]
    public void Attack_04_two_geographies_that_do_not_nest()
    {
        // Wijken {b1 b2} {b3 b4} and areas {b1 b3} {b2 b4}: the slivers follow from the differences.
        var table = Table(
            ["gebied"],
            [Sum("gebied", ("GM", ["W1", "W2"]), ("GM", ["A1", "A2"]), ("W1", ["b1", "b2"]), ("W2", ["b3", "b4"]), ("A1", ["b1", "b3"]), ("A2", ["b2", "b4"]))],
            ("b1", 6), ("b2", 40), ("b3", 35), ("b4", 28), ("W1", 46), ("W2", 63), ("A1", 41), ("A2", 68), ("GM", 109));

        Fails(table, attack: "exact b1");
    }

    [Fact]
    public void Attack_05_two_withheld_cells_that_are_small_together() => Fails(
        OneDimension(("A", 3), ("B", 4), ("C", 50), ("D", 60)), attack: "known small A", also: "union under TOT");

    [Fact]
    public void Attack_06_a_client_subtracts_itself()
    {
        // Whoever is in a withheld cell knows that it is at least one. That takes one from what the others hide behind.
        for (var seed = 1; seed <= 8; seed++)
        {
            var truth = TestTable.Random(new Random(seed), [4, 4], 14);
            var published = Protect(truth, Exact);
            var withheld = published.Cells.Where(c => c.Value is null).Select(Key).ToList();
            foreach (var own in withheld.Where(key => truth.Values[key] > 0).Take(4))
            {
                foreach (var other in withheld.Where(key => key != own))
                {
                    var (low, high) = new Attacker(published, truth, Exact).Knowing(own, 1).Bounds(other)!.Value;
                    Assert.True(high - low >= Exact.MinimumWidth - 1, $"seed {seed}: {own} learns that {other} is {low}..{high}");
                }
            }
        }
    }

    [Fact]
    public void Attack_07_the_marker_tells_why()
    {
        var published = Protect(OneDimension(("A", 4), ("B", 40), ("C", 60)), Exact);

        Assert.True(published.Cells.Count(c => c.Value is null) > 1);
        Assert.Equal(["Codes", "Value"], typeof(PublishedCell).GetProperties().Select(p => p.Name).Order());
        Assert.Equal(["Cells", "Dimensions"], typeof(PublishedTable).GetProperties().Select(p => p.Name).Order());
    }

    [Fact]
    public void Attack_08_zero_is_shown_everywhere_except_here()
    {
        var truth = OneDimension(("A", 4), ("B", 0), ("C", 60), ("D", 33));
        var options = Exact with { SensitiveCodes = Codes("code", "A", "B") };
        var published = Protect(truth, options);

        Assert.Null(Value(published, "A"));
        Assert.Null(Value(published, "B"));
        Assert.Equal(0, new Attacker(published, truth, options).Bounds("A")!.Value.Low);
        Assert.Equal(0, new Attacker(published, truth, options).Bounds("B")!.Value.Low);
    }

    [Fact]
    public void Attack_08_an_absent_row_is_no_hiding_place()
    {
        // The rows of B and C are left out; together with D that leaves 7 of the total for A.
        var table = new UnprotectedTable(["code"]);
        foreach (var (code, value) in new[] { ("A", 7), ("D", 60), ("TOT", 67) })
            table.Add([code], value);

        var protection = Protector.Protect(
            table, [Sum("code", ("TOT", ["A", "B", "C", "D"]))], Exact, null, TestContext.Current.CancellationToken);

        var safe = Assert.IsType<Protection.Safe>(protection);
        Assert.True(safe.Table.Cells.Count(c => c.Value is null) > 1);
    }

    [Fact]
    public void Attack_09_rounded_values_that_do_not_add_up_are_unpicked()
    {
        // Four times 2 and 12: rounded to fives 0 0 0 0 and 10, with 20 as the total. Only 2 2 2 2 12 fits.
        var truth = OneDimension(("A", 2), ("B", 2), ("C", 2), ("D", 2), ("E", 12));

        Assert.Equal(20, (truth.Values["TOT"] + 2) / 5 * 5);
        Fails(truth, options: Rounded);
    }

    [Fact]
    public void Attack_10_a_percentage_times_a_known_denominator()
    {
        // A percentage is made of published cells, so it tells no more than they do; and only of a hundred or more, since
        // p % of N gives n within N / 200. A difference smaller than two roundings is not told.
        Assert.True(Texts.SmallestDenominator >= 100);
        Assert.True(Texts.SmallestDifference >= 2 * new ProtectionOptions().RoundingBase);
        Assert.Null(Value(Protect(OneDimension(("A", 4), ("B", 40), ("C", 60)), Rounded), "A"));
    }

    [Fact]
    public void Attack_11_a_rank_between_two_known_values()
    {
        // Sorted on what is shown, ties on the name: the order of 41 and 42 (both shown as 40) tells nothing.
        var one = Protect(OneDimension(("A", 41), ("B", 42), ("C", 60)), Rounded);
        var other = Protect(OneDimension(("A", 42), ("B", 41), ("C", 60)), Rounded);

        Assert.Equal(Ranked(one), Ranked(other));

        static IEnumerable<string> Ranked(PublishedTable table) =>
            table.Cells.OrderByDescending(c => c.Value).ThenBy(Key, StringComparer.Ordinal).Select(Key);
    }

    [Fact]
    public void Attack_12_the_source_behind_a_chart()
    {
        // Nothing can write an unprotected value: no property, no field that a serializer sees, no text. What is in the
        // parts of workbooks and pages is searched in Signalering.Cli.Tests (CanaryTests).
        const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        Assert.Empty(typeof(UnprotectedTable).GetProperties(Visible));
        Assert.Empty(typeof(UnprotectedTable).GetFields(Visible));
        var table = new UnprotectedTable(["code"]);
        table.Add(["A"], 3015);
        Assert.DoesNotContain("3015", System.Text.Json.JsonSerializer.Serialize(table) + table, StringComparison.Ordinal);
    }

    [Fact]
    public void Attack_13_year_to_date_minus_the_previous_one() => Fails(
        Table(
            ["tijd"], [Sum("tijd", ("t/m maart", ["t/m februari", "maart"]), ("t/m februari", ["januari", "februari"]))],
            ("januari", 40), ("februari", 31), ("maart", 5), ("t/m februari", 71), ("t/m maart", 76)),
        attack: "exact maart");

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Attack_14_old_value_minus_new_value(int late)
    {
        var first = OneDimension(("A", 44), ("B", 40), ("C", 60));
        var second = OneDimension(("A", 44 + late), ("B", 40), ("C", 60));
        foreach (var options in new[] { Exact, Rounded })
        {
            var before = Protect(first, options);
            Assert.Equal(
                before.Cells.Select(c => c.Value), Protect(second, options, new Ledger(before)).Cells.Select(c => c.Value));
        }
    }

    [Fact]
    public void Attack_14_a_value_that_is_withheld_later_or_shown_later()
    {
        var small = OneDimension(("A", 4), ("B", 40), ("C", 60), ("D", 80));
        var grown = OneDimension(("A", 34), ("B", 40), ("C", 60), ("D", 80));

        var shownFirst = Protect(small, Exact, new Ledger(Protect(grown, Exact)));
        var withheldFirst = Protect(grown, Exact, new Ledger(Protect(small, Exact)));

        Assert.Equal(34, Value(shownFirst, "A"));
        Assert.Null(Value(withheldFirst, "A"));
    }

    [Fact]
    public void Attack_15_the_same_data_in_another_product()
    {
        // Somebody else published B exactly. Then B is no hiding place for A.
        var truth = OneDimension(("A", 4), ("B", 41), ("C", 60), ("D", 83));
        var elsewhere = PublishedTable.FromPublication(["code"], [new PublishedCell(["B"], 41)]);

        var published = Protect(truth, Rounded, new Ledger(Frozen: elsewhere));
        var (low, high) = new Attacker(published, truth, Rounded).Knowing("B", 41, 41).Bounds("A")!.Value;

        Assert.Equal(41, Value(published, "B"));
        Assert.True(high - low >= 10 && high >= 10, $"{low}..{high}");
    }

    [Fact]
    public void Attack_16_everyone_in_a_wijk_has_the_same_problem()
    {
        // 38 of 40: no small cell is shown, and yet about nearly everyone in that wijk something is known.
        var truth = OneDimension(("A", 38), ("B", 1), ("C", 1));
        var published = Protect(truth, Exact with { GroupShare = 0.9m });

        Assert.Null(Value(published, "A"));
    }

    [Fact]
    public void Attack_17_many_activities_of_one_client()
    {
        var table = new UnprotectedTable(["code"]);
        table.Add(["A"], 300, cases: 3);
        table.Add(["B"], 200, cases: 20, largest: 150);
        table.Add(["C"], 250, cases: 60, largest: 12);
        table.Add(["D"], 400, cases: 90, largest: 12);
        table.Add(["TOT"], 1150, cases: 170, largest: 150);

        var safe = Assert.IsType<Protection.Safe>(Protector.Protect(
            table, [Sum("code", ("TOT", ["A", "B", "C", "D"]))], Rounded, null, TestContext.Current.CancellationToken));

        Assert.Null(Value(safe.Table, "A"));
        Assert.Null(Value(safe.Table, "B"));
        Assert.Equal(400, Value(safe.Table, "D"));
    }

    [Fact]
    public void Attack_18_the_production_of_one_worker()
    {
        // Nothing that is counted knows a worker: there is no place to put one.
        Type[] counted = [typeof(Cube), typeof(CubeHeader), typeof(CubeCell), typeof(CubeTotal), typeof(CubePair), typeof(CubeMeasures)];
        string[] people = ["worker", "employee", "medewerker", "professional", "discipline", "caseload"];

        Assert.DoesNotContain(
            counted.SelectMany(type => type.GetProperties()).Select(property => property.Name),
            name => people.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static void Fails(
        TestTable truth, string? attack = null, string? also = null, ProtectionOptions? options = null)
    {
        options ??= Exact;
        if (attack is not null)
        {
            var naive = PublishedTable.FromPublication(
                truth.Names,
                [
                    .. truth.Values.Select(v => new PublishedCell(
                        v.Key.Split(TestTable.Joint), v.Value > 0 && v.Value < options.Threshold ? null : v.Value)),
                ]);
            var findings = new Attacker(naive, truth, options).Findings();
            Assert.Contains(findings, finding => finding.StartsWith(attack, StringComparison.Ordinal));
            Assert.Contains(findings, finding => finding.StartsWith(also ?? attack, StringComparison.Ordinal));
        }

        foreach (var roundingBase in new[] { options.RoundingBase, 5, 10 })
        {
            var rounded = options with { RoundingBase = roundingBase };
            Assert.Equal([], new Attacker(Protect(truth, rounded), truth, rounded).Findings());
        }
    }

    private static PublishedTable Protect(TestTable table, ProtectionOptions options, Ledger? ledger = null) =>
        Assert.IsType<Protection.Safe>(Protector.Protect(
            table.Unprotected(), table.Dimensions, options, ledger, TestContext.Current.CancellationToken)).Table;

    private static TestTable OneDimension(params (string Code, int Value)[] parts) => Table(
        ["code"], [Sum("code", ("TOT", [.. parts.Select(part => part.Code)]))],
        [.. parts, ("TOT", parts.Sum(part => part.Value))]);

    private static TestTable Table(string[] names, List<Dimension> dimensions, params (string Code, int Value)[] cells) =>
        new(names, cells.ToDictionary(cell => cell.Code, cell => cell.Value, StringComparer.Ordinal), dimensions);

    private static Dimension Sum(string name, params (string Parent, string[] Children)[] breakdowns) =>
        new(name, RelationKind.Sum, [.. breakdowns.Select(b => new Breakdown(b.Parent, b.Children))]);

    private static Dictionary<string, IReadOnlySet<string>> Codes(string dimension, params string[] codes) =>
        new(StringComparer.Ordinal) { [dimension] = codes.ToHashSet(StringComparer.Ordinal) };

    private static decimal? Value(PublishedTable table, string code) => table.Cells.Single(c => Key(c) == code).Value;

    private static string Key(PublishedCell cell) => string.Join(TestTable.Joint, cell.Codes);
}
