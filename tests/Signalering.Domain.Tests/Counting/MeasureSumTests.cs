using CsCheck;
using Signalering.Domain.Counting;

namespace Signalering.Domain.Tests.Counting;

public class MeasureSumTests
{
    [Fact]
    public void Unique_cases_are_a_union_and_never_a_sum()
    {
        var sum = new MeasureSum();
        sum.Add(Month(10, 11, 12), new CubeMeasures(5, 90, 0, 0, 0, [0, 1, 2]));
        sum.Add(Month(11, 12, 13), new CubeMeasures(4, 60, 1, 0, 0, [0, 1, 2]));

        Assert.Equal(9, sum.Activities);
        Assert.Equal(4, sum.UniqueCases); // 10 11 12 13
        Assert.Equal(2.5m, sum.Hours);
        Assert.True(sum.CasesAreComplete);
    }

    [Fact]
    public void Without_case_numbers_the_unique_cases_are_not_the_whole_truth()
    {
        var sum = new MeasureSum();
        sum.Add(Month(10), new CubeMeasures(5, 90, 0, 0, 4, [0]));

        Assert.Equal(1, sum.UniqueCases);
        Assert.False(sum.CasesAreComplete);
    }

    [Fact]
    public void The_order_of_adding_leaves_no_trace() => SomeCubes.Any.Array[1, 5].Sample(cubes =>
    {
        static (int, long, int, long, int, int) Sum(IEnumerable<Cube> cubes)
        {
            var sum = new MeasureSum();
            foreach (var cube in cubes)
            {
                foreach (var cell in cube.Cells)
                    sum.Add(cube, cell.Measures);
            }

            return (sum.Activities, sum.Minutes, sum.WithoutMinutes, sum.Participants, sum.WithoutCase, sum.UniqueCases);
        }

        Assert.Equal(Sum(cubes), Sum(cubes.Reverse()));
    });

    private static Cube Month(params ulong[] cases) => new(SomeCubes.Header(), cases, [], [], []);
}
