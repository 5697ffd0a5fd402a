using System.Globalization;
using System.Reflection;
using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Formats.Exports;
using Signalering.Functions;

namespace Signalering.Cli.Tests;

/// <summary>Whether the classifier finds in the sample exports what their program meant the rows to be about.</summary>
public sealed class SampleStoryTests(ITestOutputHelper output)
{
    private static readonly string Root = typeof(SampleStoryTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    [Fact]
    public void Counts_per_month_and_wijk_follow_what_was_meant()
    {
        var meant = Meant();
        var found = Found();
        foreach (var problem in meant.Keys.Select(key => key.Problem).Distinct().Order(StringComparer.Ordinal))
        {
            var pairs = meant.Where(pair => pair.Key.Problem == problem)
                .Select(pair => (Meant: (double)pair.Value, Found: (double)found.GetValueOrDefault(pair.Key))).ToList();
            var ratio = pairs.Sum(pair => pair.Found) / pairs.Sum(pair => pair.Meant);
            var correlation = Correlation(pairs);
            output.WriteLine($"{problem}: gevonden/bedoeld {ratio:0.000}, correlatie {correlation:0.000}");

            // What was meant is two problems a row at most: who is taken to a club because of another problem takes part, too.
            Assert.InRange(ratio, 0.85, problem == "participatie_vrijwilligerswerk" ? 1.5 : 1.35);
            Assert.True(correlation > 0.8, problem);
        }
    }

    private static Dictionary<(string Month, string Wijk, string Problem), int> Meant() =>
        File.ReadLines(Path.Combine(Root, "sample-data", "waarheid-verhalen.csv")).Skip(1)
            .Select(line => line.Split(';'))
            .ToDictionary(cells => (cells[0], cells[1], cells[2]), cells => int.Parse(cells[3], CultureInfo.InvariantCulture));

    // The latest good delivery of a team decides over its months, as in the pipeline.
    private static Dictionary<(string Month, string Wijk, string Problem), int> Found()
    {
        var knowledge = SignaleringServices.ReadKnowledge(Path.Combine(Root, "sample-data", "gemeente.json"));
        var pass = new IntakePass(knowledge, new IntakeOptions());
        var reader = new ExportReader();
        var cubes = new Dictionary<(string Team, string Month), Cube>();
        foreach (var team in knowledge.Gemeente.Wijkteams)
        {
            var hasher = new CaseHasher("geen sleutel nodig"u8, team.Sleutel);
            var folder = Path.Combine(Root, "sample-data", "exports", team.Sleutel);
            foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            {
                var received = new DateTimeOffset(
                    DateTime.ParseExact(Path.GetFileName(file)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeSpan.Zero);
                using var content = File.OpenRead(file);
                var result = pass.Run(
                    reader.Open(content, Path.GetFileName(file)), team, new DeliveryStamp(received, "proef"), hasher,
                    TestContext.Current.CancellationToken);
                if (result.Refusal is not null)
                    continue;
                foreach (var cube in result.Cubes)
                    cubes[(team.Sleutel, cube.Header.Month.ToString())] = cube;
            }
        }

        return Sum(cubes.Values);
    }

    private static Dictionary<(string Month, string Wijk, string Problem), int> Sum(IEnumerable<Cube> cubes)
    {
        var sums = new Dictionary<(string, string, string), int>();
        foreach (var cube in cubes)
        {
            foreach (var cell in cube.Cells)
            {
                var key = (cube.Header.Month.ToString(), cell.Wijk, cell.Probleem);
                sums[key] = sums.GetValueOrDefault(key) + cell.Measures.Activities;
            }
        }

        return sums;
    }

    private static double Correlation(List<(double Meant, double Found)> pairs)
    {
        var (x, y) = (pairs.Average(pair => pair.Meant), pairs.Average(pair => pair.Found));
        var xy = pairs.Sum(pair => (pair.Meant - x) * (pair.Found - y));
        return xy / Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.Meant - x, 2)) * pairs.Sum(pair => Math.Pow(pair.Found - y, 2)));
    }
}
