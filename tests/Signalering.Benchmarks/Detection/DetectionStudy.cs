using System.Diagnostics;
using System.Globalization;
using Signalering.Domain.Detection;

namespace Signalering.Benchmarks.Detection;

/// <summary>Error rates of every method on simulated series: <c>-- detection-study</c>.</summary>
public static class DetectionStudy
{
    private static readonly (string Name, SimulationSettings Settings)[] Variants =
    [
        ("standard", SimulationSettings.Standard(11)),
        ("small", SimulationSettings.Standard(12) with { PeakSize = (1.5, 4), RiseFactor = (1.3, 2) }),
        ("large", SimulationSettings.Standard(13) with { PeakSize = (3, 8), RiseFactor = (1.5, 4) }),
        ("long", SimulationSettings.Standard(14) with { RiseMonths = (10, 24) }),
        ("overdispersed", SimulationSettings.Standard(15) with { DispersionFactor = 2 }),
        ("drift", SimulationSettings.Standard(16) with { Drift = 0.03 }),
    ];

    public static void Run(string[] args)
    {
        foreach (var (name, settings) in Variants.Where(v => args.Length == 0 || args.Contains(v.Name)))
        {
            var series = Simulator.Run(settings);
            Print(name, "rise filter", series, ByScenario(series, Rise), 0.02);
            if (Environment.GetEnvironmentVariable("ONLY") is not null)
                continue;
            Print(name, "farrington panel (joint)", series, ByScenario(series, Panel), 0.01);
            Print(name, "farrington package nbPlugin", series, Each(series, Compat(ThresholdMethod.NbPlugin)), 0.01);
            Print(name, "farrington package delta", series, Each(series, Compat(ThresholdMethod.Delta)), 0.01);
            Print(name, "bayes b=4 w=1", series, Each(series, Bayes), 0.05);
        }
    }

    private static void Print(
        string variant, string method, List<SimulatedSeries> series, (double[][] P, double Seconds) result, double nominal)
    {
        foreach (var (kind, rates) in new[]
        {
            ("nominal", ErrorRates.At(nominal, series, result.P)),
            ("2 %", ErrorRates.AtFalsePositives(0.02, series, result.P)),
        })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{variant,-14} {method,-28} {kind,-8} fpr {rates.FalsePositives:0.000} F1 {rates.F1:0.000} sens {rates.Sensitivity:0.000} ppv {rates.Ppv:0.000} pod {rates.Detection:0.000} pod3 {rates.DetectionIn3:0.000} delay {rates.Delay:0.0} thr {rates.Threshold:0.0000} {result.Seconds:0.0}s"));
        }
    }

    private static (double[][], double) ByScenario(
        List<SimulatedSeries> series, Func<List<SimulatedSeries>, double[][]> method)
    {
        var clock = Stopwatch.StartNew();
        var p = series.GroupBy(s => s.Scenario).SelectMany(group => method([.. group])).ToArray();
        return (p, clock.Elapsed.TotalSeconds);
    }

    private static (double[][], double) Each(List<SimulatedSeries> series, Func<SimulatedSeries, int, double> method)
    {
        var clock = Stopwatch.StartNew();
        var p = series.Select(s =>
        {
            var row = Empty();
            for (var k = Simulator.Months - Simulator.Assessed + 1; k <= Simulator.Months; k++)
                row[k - 1] = method(s, k);
            return row;
        }).ToArray();
        return (p, clock.Elapsed.TotalSeconds);
    }

    private static double[][] Rise(List<SimulatedSeries> group)
    {
        var panel = new RisePanel([.. group.Select(s => s.Counts)], [.. group.Select(s => s.Exposure)]);
        var p = group.Select(_ => Empty()).ToArray();
        Parallel.For(Simulator.Months - Simulator.Assessed + 1, Simulator.Months + 1, k =>
        {
            var cells = new RisePanel([.. group.Select(s => s.Counts)], [.. group.Select(s => s.Exposure)]).Assess(k);
            for (var i = 0; i < cells.Length; i++)
                p[i][k - 1] = double.IsNaN(cells[i].LogOdds) ? double.NaN : 1 / (1 + Math.Exp(cells[i].LogOdds));
        });

        return p;
    }

    private static double[][] Panel(List<SimulatedSeries> group)
    {
        var panel = new FarringtonPanel(
            [.. group.Select(s => s.Counts)], [.. group.Select(s => s.Exposure)],
            new FarringtonControl { Trend = true });
        var p = group.Select(_ => Empty()).ToArray();
        for (var k = Simulator.Months - Simulator.Assessed + 1; k <= Simulator.Months; k++)
        {
            var cells = panel.Assess(k);
            for (var i = 0; i < cells.Count; i++)
                p[i][k - 1] = cells[i].IsAssessed ? cells[i].EnoughCases ? cells[i].JointP : 1 : double.NaN;
        }

        return p;
    }

    private static Func<SimulatedSeries, int, double> Compat(ThresholdMethod method)
    {
        var engine = new FarringtonCompat(new FarringtonControl
        {
            Trend = false, LowCountCases = 0, Reference = new ReferenceMonths(4, 1, 4, 6),
        });
        return (s, k) =>
        {
            if (engine.Fit(k, s.Counts, s.Exposure) is not { } fit)
                return double.NaN;
            return engine.Threshold(fit, method, s.Counts[k - 1], true).PValue;
        };
    }

    private static double Bayes(SimulatedSeries s, int k)
    {
        var y = s.Counts[k - 1];
        return double.IsNaN(y) ? double.NaN
            : new BayesPredictive(4, 1, false, 0.05).Predictive(k, s.Counts)?.AtLeast(y) ?? double.NaN;
    }

    internal static double[] Empty()
    {
        var row = new double[Simulator.Months];
        Array.Fill(row, double.NaN);
        return row;
    }
}
