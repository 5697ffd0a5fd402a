using System.Globalization;
using Signalering.Domain.Counting;

namespace Signalering.Cli.Tests.Sample;

public class SampleCountTests(SampleFixture sample)
{
    private static readonly Lazy<Recount> Recounted = new(Recount.Run);

    [Fact]
    public void Every_team_and_month_counts_what_the_generator_wrote()
    {
        // waarheid.csv comes from the program that made the exports: maand;wijkteam;activiteiten;casussen.
        var expected = Repository.Csv("sample-data/waarheid.csv")
            .Select(line => $"{line[1]} {line[0]}: {line[2]} activiteiten, {(line[3].Length == 0 ? "?" : line[3])} casussen");

        var counted = sample.Cubes.Select(cube =>
        {
            var sum = new MeasureSum();
            foreach (var total in cube.Totals)
                sum.Add(cube, total.Measures);
            return $"{cube.Header.Wijkteam} {cube.Header.Month}: {sum.Activities} activiteiten, " +
                (cube.Cases.Count == 0 ? "?" : cube.Cases.Count.ToString(CultureInfo.InvariantCulture)) + " casussen";
        });

        Assert.Equal(expected.Order(StringComparer.Ordinal), counted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_cell_of_a_problem_equals_a_second_count() => Compare(
        Recounted.Value.Cells.Select(cell => (cell.Key.ToString(), cell.Value)),
        sample.Cubes.SelectMany(cube => cube.Cells.Select(cell => ((
            cube.Header.Wijkteam, cube.Header.Month.ToString(), cell.Wijk, cell.Kwadrant, cell.Probleem).ToString(),
            cell.Measures))));

    [Fact]
    public void Every_total_of_a_quadrant_equals_a_second_count() => Compare(
        Recounted.Value.Totals.Select(total => (total.Key.ToString(), total.Value)),
        sample.Cubes.SelectMany(cube => cube.Totals.Select(total => (
            (cube.Header.Wijkteam, cube.Header.Month.ToString(), total.Wijk, total.Kwadrant).ToString(), total.Measures))));

    [Fact]
    public void Every_pair_of_problems_equals_a_second_count() => Compare(
        Recounted.Value.Pairs.Select(pair => (pair.Key.ToString(), pair.Value)),
        sample.Cubes.SelectMany(cube => cube.Pairs.Select(pair => ((
            cube.Header.Wijkteam, cube.Header.Month.ToString(), pair.Wijk, pair.Eerste, pair.Tweede).ToString(),
            pair.Measures))));

    private static void Compare(IEnumerable<(string Key, Tally Tally)> expected, IEnumerable<(string Key, CubeMeasures Measures)> counted)
    {
        var second = expected.ToDictionary(e => e.Key, e => e.Tally.ToString());
        var first = counted.ToDictionary(c => c.Key, c => Text(c.Measures));

        Assert.True(first.Count > 1000);
        Assert.Equal(second.Keys.Order(StringComparer.Ordinal), first.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(second.Where(cell => first[cell.Key] != cell.Value)
            .Select(cell => $"{cell.Key}: {first[cell.Key]}; second count {cell.Value}").Take(10));
    }

    private static string Text(CubeMeasures m) =>
        $"{m.Activities} activiteiten, {m.Minutes} min, {m.WithoutMinutes} zonder duur, {m.Participants} deelnemers, " +
        $"{m.WithoutCase} zonder casus, {m.Cases.Count} casussen";
}
