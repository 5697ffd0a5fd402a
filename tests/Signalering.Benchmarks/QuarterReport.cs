using BenchmarkDotNet.Attributes;
using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Reporting;
using Signalering.Domain.Taxonomy;
using Signalering.Formats.Reports;
using Signalering.Functions;
using Signalering.Solver;

namespace Signalering.Benchmarks;

/// <summary>A quarter report from five years of cubes of forty teams: reading, merging, and writing all files.</summary>
[MemoryDiagnoser]
[SimpleJob(iterationCount: 5, warmupCount: 1)]
public class QuarterReport
{
    private const int Teams = 40;
    private const int Months = 60;
    private static readonly Quarter Period = new(2026, 3);

    private byte[][] _files = [];
    private List<Cube> _year = [];
    private ReportPass _pass = null!;

    [GlobalSetup]
    public void Make()
    {
        var knowledge = SignaleringServices.ReadKnowledge(Path.Combine(LargeExport.RepositoryRoot, "sample-data", "gemeente.json"));
        _pass = new ReportPass(knowledge.Gemeente, knowledge.Taxonomie, knowledge.Regels.Versie, new Protector(new OrToolsSolver()));
        var random = new Random(1);
        var cubes = Enumerable.Range(0, Teams)
            .SelectMany(team => Enumerable.Range(0, Months).Select(back =>
                SomeCube(random, $"team-{team:00}", Period.LastMonth.Plus(-back), knowledge)))
            .ToList();
        _files = [.. cubes.Select(CubeFile.Write)];
        _year = [.. cubes.Where(cube => cube.Header.Month > Period.LastMonth.Plus(-12))];
    }

    [Benchmark(Description = "read and merge 2,400 cubes, write the report")]
    public int Report() => ReportFiles
        .Write(_pass.Run(
            Period, new ReportSources([.. _files.Select(file => CubeFile.Read(file))], DialogueRegister.Leeg, [])).Gemeente)
        .Sum(file => file.Bytes.Length);

    [Benchmark(Description = "merge a year of 40 teams (480 cubes, in memory)")]
    public int MergeYear() => CubeSums.OfCells<(string, string)>(_year, (_, cell) => (cell.Wijk, cell.Probleem)).Values.Sum(sum => sum.UniqueCases);

    // 300 cases, 4 wijken, 25 problems: what a team of ten workers registers in a month.
    private static Cube SomeCube(Random random, string team, Month month, IntakeKnowledge knowledge)
    {
        var cases = Enumerable.Range(0, 300).Select(_ => (ulong)random.NextInt64()).Distinct().Order().ToList();
        var wijken = knowledge.Gemeente.Wijken.Take(4).Select(wijk => wijk.Code).ToList();
        var problems = knowledge.Taxonomie.Problemen.Select(p => p.Sleutel).Append(SocialWorkTaxonomy.Geen).ToList();
        var quadrants = knowledge.Taxonomie.Kwadranten.Select(k => k.Sleutel).ToList();
        return new Cube(
            new CubeHeader(team, month, new DeliveryStamp(DateTimeOffset.UnixEpoch, "x"), $"{team} {month}", "1", "1", 900),
            cases,
            [.. from wijk in wijken from quadrant in quadrants from problem in problems select new CubeCell(wijk, quadrant, problem, Measures(random, cases.Count))],
            [.. from wijk in wijken from quadrant in quadrants select new CubeTotal(wijk, quadrant, Measures(random, cases.Count))],
            [.. from wijk in wijken from first in problems.Take(6) from second in problems.Skip(6).Take(6) select new CubePair(wijk, first, second, Measures(random, cases.Count))]);
    }

    private static CubeMeasures Measures(Random random, int cases) => new(
        random.Next(1, 20), random.Next(0, 900), 0, random.Next(0, 30), 0,
        [.. Enumerable.Range(0, 6).Select(_ => random.Next(cases)).Distinct().Order()]);
}
