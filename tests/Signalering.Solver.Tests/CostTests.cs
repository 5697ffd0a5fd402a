using Signalering.Benchmarks.Disclosure;
using Signalering.Domain.Disclosure;

namespace Signalering.Solver.Tests;

public sealed class CostTests
{
    /// <summary>Tables like those with which the method was chosen: 20 wijken, on average 15 per cell.</summary>
    public static TheoryData<int, bool> Tables { get; } = new()
    {
        { 1, false }, { 1, true }, { 2, false }, { 2, true }, { 3, false }, { 3, true },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void What_is_withheld_for_others_costs_less_than_one_percent_and_less_than_hypercubes(int seed, bool quarters)
    {
        var table = quarters ? StudyTable.Quarters(seed, 20, 15) : StudyTable.Problems(seed, 20, 15);
        var options = RandomTablesTests.Options(5);
        var safe = Assert.IsType<Protection.Safe>(new Protector(new OrToolsSolver()).Protect(
            table.Unprotected(), table.Dimensions, options, null, TestContext.Current.CancellationToken));

        var ours = Secondary(safe.Table.Cells.Where(c => c.Value is null).Select(c => string.Join('|', c.Codes)));
        var hypercubes = Secondary(Hypercube.Withheld(table, options.Threshold, width: 0));

        Assert.True(ours <= 0.01 * table.Values.Sum(c => (long)c.Value), $"{ours} is more than one percent");
        Assert.True(ours <= hypercubes, $"{ours} is more than {hypercubes} of the hypercubes");

        long Secondary(IEnumerable<string> keys) =>
            keys.Select(key => table.Values[key]).Where(value => value >= options.Threshold).Sum(value => (long)value);
    }
}
