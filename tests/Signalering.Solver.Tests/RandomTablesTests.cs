using Signalering.Domain.Disclosure;

namespace Signalering.Solver.Tests;

public sealed class RandomTablesTests
{
    private static readonly Protector Protector = new(new OrToolsSolver());

    /// <summary>Without the rule for groups, so that everything withheld is small or withheld for others.</summary>
    internal static ProtectionOptions Options(int roundingBase, int lower = 0, bool thresholdIsKnown = false) => new()
    {
        ThresholdIsKnown = thresholdIsKnown,
        RoundingBase = roundingBase,
        Lower = lower,
        GroupShare = null,
        ThresholdWithoutCases = 10,
    };

    [Theory]
    [InlineData(1, 0)]
    [InlineData(5, 0)]
    [InlineData(10, 0)]
    [InlineData(1, 1)]
    public void Nobody_can_compute_a_withheld_cell_of_a_table_of_two_dimensions(int roundingBase, int lower) =>
        Attack(30, roundingBase, lower, random => TestTable.Random(
            random, [random.Next(3, 7), random.Next(3, 7)], 2 + 25 * random.NextDouble()));

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    public void Nor_with_the_threshold_when_he_reasons_with_it(int roundingBase) =>
        Attack(
            30, Options(roundingBase, thresholdIsKnown: true), random => TestTable.Random(
                random, [random.Next(3, 7), random.Next(3, 7)], 2 + 25 * random.NextDouble()));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Nor_of_a_table_of_three_dimensions(int roundingBase) =>
        Attack(12, roundingBase, 0, random => TestTable.Random(
            random, [random.Next(3, 6), random.Next(3, 5), random.Next(3, 5)], 2 + 25 * random.NextDouble()));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Nor_of_linked_tables_with_two_geographies_that_do_not_nest(int roundingBase) =>
        Attack(15, roundingBase, 0, random => TestTable.RandomLinked(random, 2 + 20 * random.NextDouble()));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Nor_of_counts_of_distinct_clients(int roundingBase) =>
        Attack(15, roundingBase, 0, random => TestTable.RandomDistinct(
            random, [random.Next(3, 5), random.Next(3, 6)], random.Next(30, 400)));

    private static void Attack(int tables, int roundingBase, int lower, Func<Random, TestTable> make) =>
        Attack(tables, Options(roundingBase, lower), make);

    private static void Attack(int tables, ProtectionOptions options, Func<Random, TestTable> make)
    {
        for (var seed = 1; seed <= tables; seed++)
        {
            var truth = make(new Random(seed));
            var protection = Protector.Protect(
                truth.Unprotected(), truth.Dimensions, options, null, TestContext.Current.CancellationToken);
            var safe = Assert.IsType<Protection.Safe>(protection);
            Assert.Equal([], new Attacker(safe.Table, truth, options).Findings().Select(f => $"seed {seed}: {f}"));
        }
    }
}
