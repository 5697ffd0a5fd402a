using BenchmarkDotNet.Attributes;
using Signalering.Domain.Disclosure;
using Signalering.Solver;

namespace Signalering.Benchmarks;

/// <summary>Wijk × problem × quarter with themes and totals; Poisson-like counts, mean 15 in a leaf, base 5.</summary>
[SimpleJob(launchCount: 1, warmupCount: 0, iterationCount: 1)]
public class ProtectionBenchmarks
{
    private UnprotectedTable _table = new(["wijk"]);
    private Dimension[] _dimensions = [];

    /// <summary>Wijken: 8 gives 1 116 cells, 40 gives 5 084, 400 gives 49 724.</summary>
    [Params(8, 40, 400)]
    public int Wijken { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        string[] wijken = [.. Enumerable.Range(0, Wijken).Select(i => $"W{i:000}")];
        string[] themes = [.. Enumerable.Range(0, 6).Select(i => $"T{i}")];
        string[] quarters = ["Q1", "Q2", "Q3"];
        _dimensions =
        [
            new("wijk", RelationKind.Sum, [new("GM", wijken)]),
            new("probleem", RelationKind.Sum,
            [
                new("TOT", themes), .. themes.Select(t => new Breakdown(t, [.. Enumerable.Range(0, 4).Select(i => t + i)])),
            ]),
            new("periode", RelationKind.Sum, [new("J", quarters)]),
        ];
        var cells = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var wijk in wijken)
        {
            foreach (var theme in themes)
            {
                for (var i = 0; i < 12; i++)
                {
                    var value = (int)(-15 * Math.Log(1 - random.NextDouble()) * random.NextDouble() * 2);
                    foreach (var w in (string[])[wijk, "GM"])
                        foreach (var p in (string[])[theme + i / 3, theme, "TOT"])
                            foreach (var q in (string[])[quarters[i % 3], "J"])
                                cells[$"{w}|{p}|{q}"] = cells.GetValueOrDefault($"{w}|{p}|{q}") + value;
                }
            }
        }

        _table = new UnprotectedTable(["wijk", "probleem", "periode"]);
        foreach (var (key, value) in cells)
            _table.Add(key.Split('|'), value);
    }

    [Benchmark]
    public Protection Protect() => new Protector(new OrToolsSolver()).Protect(
        _table, _dimensions, new ProtectionOptions { ThresholdWithoutCases = 10 });
}
