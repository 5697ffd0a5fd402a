using System.Globalization;
using Signalering.Domain.Detection;

namespace Signalering.Benchmarks.Detection;

public static class Tuning
{
    public static void Run()
    {
        var rows = new List<(double Odds, double Mean, int History, string Set)>();
        foreach (var (name, settings) in new[]
        {
            ("std", SimulationSettings.Standard(31)),
            ("hetero", SimulationSettings.Standard(32) with { TrendSpread = 0.08, SeasonSpread = 0.15, Spread = 0.6 }),
            ("drift", SimulationSettings.Standard(33) with { Drift = 0.02 }),
        })
        {
            var series = Simulator.Run(settings, 40);
            var all = new List<double[]>();
            foreach (var g in series.GroupBy(s => s.Scenario).Select(g => g.ToList()))
            {
                all.AddRange(Assess(g, 0));
                foreach (var cut in new[] { 24, 48, 54 })
                {
                    var p = Assess(g, cut);
                    for (var i = 0; i < g.Count; i++)
                        for (var k = 61; k <= 84 && g[i].IsQuiet; k += 6)
                            if (!double.IsNaN(p[i][k - 1]))
                                rows.Add((p[i][k - 1], Mean(g[i]), k - cut, name));
                }
            }

            for (var i = 0; i < series.Count; i++)
                for (var k = 61; k <= 84 && series[i].IsQuiet; k++)
                    if (!double.IsNaN(all[i][k - 1]))
                        rows.Add((all[i][k - 1], Mean(series[i]), k, name));
            var r = ErrorRates.AtFalsePositives(0.02, series, [.. all.Select(row => row.Select(v => -v).ToArray())]);
            var low = series.Select((s, i) => all[i].Select((v, t) => double.IsNaN(v) ? v : s.Counts[t] < 1 || Enumerable.Range(t - 2, 3).Sum(j => double.IsNaN(s.Counts[j]) ? 0 : s.Counts[j]) < 3 ? 9 : -v).ToArray()).ToArray();
            var r2 = ErrorRates.AtFalsePositives(0.02, series, low);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"low-count rule: {name} F1 {r2.F1:0.000} sens {r2.Sensitivity:0.000} ppv {r2.Ppv:0.000} thr {r2.Threshold:0.00}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} F1 {r.F1:0.000} sens {r.Sensitivity:0.000} ppv {r.Ppv:0.000} thr {r.Threshold:0.00}"));
        }

        var full = rows.Where(r => r.History > 60).Select(r => r.Odds).OrderDescending().ToArray();
        foreach (var p in new[] { 0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03, 0.02, 0.015, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002 })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p {p} odds {full[(int)(p * full.Length)]:0.00}"));
        var t = full[(int)(0.02 * full.Length)];
        foreach (var g in rows.Where(r => r.History > 60).GroupBy(r => (r.Set, r.Mean < 0.5 ? "<.5" : r.Mean < 1.5 ? "<1.5" : r.Mean < 4 ? "<4" : r.Mean < 12 ? "<12" : "12+")).OrderBy(g => g.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{g.Key} fpr {g.Average(r => r.Odds > t ? 1 : 0):0.0000} n {g.Count()}"));
        foreach (var g in rows.GroupBy(r => r.History / 6 * 6).OrderBy(g => g.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"history {g.Key} fpr {g.Average(r => r.Odds > t ? 1 : 0):0.0000} n {g.Count()}"));
    }

    private static double Mean(SimulatedSeries s) => s.Counts.Where(c => !double.IsNaN(c)).Average();

    private static double[][] Assess(List<SimulatedSeries> g, int cut)
    {
        var rows = g.Select(_ => DetectionStudy.Empty()).ToArray();
        double[][] counts = [.. g.Select(s => s.Counts[cut..])];
        double[][] exposure = [.. g.Select(s => s.Exposure[cut..])];
        Parallel.For(61, 85, k =>
        {
            var cells = new RisePanel(counts, exposure).Assess(k - cut);
            for (var i = 0; i < cells.Length; i++)
                rows[i][k - 1] = cells[i].LogOdds;
        });
        return rows;
    }
}
