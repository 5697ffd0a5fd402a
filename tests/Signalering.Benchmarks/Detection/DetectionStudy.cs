using System.Globalization;
using Signalering.Domain.Counting;
using Signalering.Domain.Detection;

namespace Signalering.Benchmarks.Detection;

/// <summary>Error rates of every method on simulated series: <c>-- detection-study [auto] [variant …]</c>.</summary>
/// <remarks>Prints the tables of <c>docs/methoden/detectie.md</c>; with <c>auto</c> only those of the default method.
/// Seeds differ from those that the calibration of the rise filter was made with (31–33, 201–207, 211), and the last
/// three variants were not looked at while it was made.</remarks>
public static class DetectionStudy
{
    private const int From = Simulator.Months - Simulator.Assessed + 1;

    private static readonly Month First = new(2018, 1);

    private static readonly (string Name, SimulationSettings Settings)[] Variants =
    [
        ("standard", SimulationSettings.Standard(101)),
        ("small", SimulationSettings.Standard(102) with { PeakSize = (1.5, 4), RiseFactor = (1.3, 2) }),
        ("large", SimulationSettings.Standard(103) with { PeakSize = (3, 8), RiseFactor = (1.5, 4) }),
        ("long", SimulationSettings.Standard(104) with { RiseMonths = (10, 24) }),
        ("overdispersed", SimulationSettings.Standard(105) with { DispersionFactor = 2 }),
        ("unlike", SimulationSettings.Standard(106) with { TrendSpread = 0.08, SeasonSpread = 0.15, Spread = 0.6 }),
        ("drift", SimulationSettings.Standard(107) with { Drift = 0.02 }),
        ("again", SimulationSettings.Standard(108)),
        ("harmonic", SimulationSettings.Standard(109) with { SecondHarmonic = 0.3 }),
        ("zeros", SimulationSettings.Standard(110) with { ZeroShare = 0.15 }),
    ];

    public static void Run(string[] args)
    {
        var onlyAuto = args.Contains("auto");
        string[] wanted = [.. args.Where(arg => arg != "auto")];
        foreach (var (name, settings) in Variants.Where(v => wanted.Length == 0 || wanted.Contains(v.Name)))
        {
            var series = Simulator.Run(settings);
            Console.WriteLine($"\n### {name}, seed {settings.Seed}\n");
            Console.WriteLine("| method | level | quiet months | F1 | sensitivity | PPV | POD | POD3 | delay |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
            Print("auto", series, Detect(series, DetectionMethod.Auto, grouped: true), 0.02);
            Print("auto, series alone", series, Detect(series, DetectionMethod.Auto, grouped: false), 0.02);
            Strata(series);
            if (onlyAuto)
                continue;
            Print("farrington", series, Detect(series, DetectionMethod.Farrington, grouped: true), 0.01);
            Print("surveillance nbPlugin", series, Each(series, Compat(ThresholdMethod.NbPlugin)), 0.01);
            Print("surveillance muan", series, Each(series, Compat(ThresholdMethod.Muan)), 0.01);
            Print("surveillance delta", series, Each(series, Compat(ThresholdMethod.Delta)), 0.01);
            Print("bayes b = 4, w = 1", series, Each(series, Bayes), 0.05);
            Print("EARS C2", series, Detect(series, DetectionMethod.EarsC2, grouped: false), 0.001);
            Print("EARS C3", series, Detect(series, DetectionMethod.EarsC3, grouped: false), 0.025);
        }
    }

    private static void Print(string method, List<SimulatedSeries> series, double[][] p, double nominal)
    {
        foreach (var (kind, rates) in new[]
        {
            ("nominal", ErrorRates.At(nominal, series, p)), ("2 %", ErrorRates.AtFalsePositives(0.02, series, p)),
        })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {method} | {kind} | {rates.FalsePositives:0.000} | {rates.F1:0.000} | {rates.Sensitivity:0.000} | " +
                $"{rates.Ppv:0.000} | {rates.Detection:0.000} | {rates.DetectionIn3:0.000} | {rates.Delay:0.0} |"));
        }
    }

    /// <summary>False positives of <c>auto</c> on quiet series, by mean count and by length of history.</summary>
    private static void Strata(List<SimulatedSeries> series)
    {
        var p = Detect(series, DetectionMethod.Auto, grouped: true);
        var byMean = series.Select((s, i) => (s, i)).Where(x => x.s.IsQuiet).GroupBy(x => Band(x.s)).OrderBy(g => g.Key)
            .Select(g => $"{g.Key}: {Share(g.Select(x => p[x.i])).ToString("0.000", CultureInfo.InvariantCulture)}");
        Console.WriteLine($"\nauto, quiet months that alarm, by mean count: {string.Join("; ", byMean)}");
        var quietest = series.Select((s, i) => (s, i)).Where(x => x.s.IsQuiet).Select(x => p[x.i]).ToList();
        Console.WriteLine("at other levels: " + string.Join("; ", new[] { 0.05, 0.01, 0.005, 0.001 }.Select(level =>
            string.Create(CultureInfo.InvariantCulture, $"{level}: {Share(quietest, level):0.0000}"))));
        var byHistory = new[] { 9, 14, 20, 26, 38, 50 }.Select(length =>
        {
            var cut = series.Select(s => s with
            {
                Counts = s.Counts[(From - length)..],
                Exposure = s.Exposure[(From - length)..],
            }).ToList();
            var shares = Detect(cut, DetectionMethod.Auto, grouped: true, months: 3);
            var quiet = series.Select((s, i) => (s, i)).Where(x => x.s.IsQuiet).Select(x => shares[x.i]);
            return $"{length}: {Share(quiet).ToString("0.000", CultureInfo.InvariantCulture)}";
        });
        Console.WriteLine($"by months of history: {string.Join("; ", byHistory)}");
    }

    private static string Band(SimulatedSeries s) => s.Counts.Where(c => !double.IsNaN(c)).Average() switch
    {
        < 0.5 => "a below 0.5",
        < 1.5 => "b 0.5–1.5",
        < 4 => "c 1.5–4",
        < 12 => "d 4–12",
        _ => "e 12 and more",
    };

    private static double Share(IEnumerable<double[]> rows, double level = 0.02)
    {
        var values = rows.SelectMany(r => r).Where(v => !double.IsNaN(v)).ToList();
        return values.Count(v => v <= level) / (double)values.Count;
    }

    private static double[][] Detect(
        List<SimulatedSeries> series, DetectionMethod method, bool grouped, int months = Simulator.Assessed)
    {
        var length = series[0].Counts.Length;
        var first = First.Plus(Simulator.Months - length);
        var start = First.Plus(From - 1);
        var input = series.Select((s, i) => new MonthlySeries(
            $"{i}", grouped ? $"{s.Scenario}" : null, first, s.Counts[..Math.Min(length, start.Index - first.Index + months)],
            s.Exposure[..Math.Min(length, start.Index - first.Index + months)])).ToList();
        var assessed = SeriesDetection.Run(input, new SeriesDetectionOptions { Method = method, From = start });
        return [.. assessed.Select(a =>
        {
            var row = Empty();
            foreach (var month in a.Months)
            {
                row[month.Month.Index - First.Index] =
                    month.Status == AssessmentStatus.TeWeinigGevallen ? 1 : month.PValue;
            }

            return row;
        })];
    }

    private static double[][] Each(List<SimulatedSeries> series, Func<SimulatedSeries, int, double> method) =>
        [.. series.Select(s =>
        {
            var row = Empty();
            for (var k = From; k <= Simulator.Months; k++)
                row[k - 1] = method(s, k);
            return row;
        })];

    private static Func<SimulatedSeries, int, double> Compat(ThresholdMethod method)
    {
        var engine = new FarringtonCompat(new FarringtonControl
        {
            Trend = false,
            LowCountCases = 0,
            Reference = new ReferenceMonths(4, 1, 4, 6),
        });
        return (s, k) => engine.Fit(k, s.Counts, s.Exposure) is { } fit
            ? engine.Threshold(fit, method, s.Counts[k - 1], true).PValue
            : double.NaN;
    }

    private static double Bayes(SimulatedSeries s, int k)
    {
        var y = s.Counts[k - 1];
        return double.IsNaN(y) ? double.NaN
            : new BayesPredictive(4, 1, false, 0.05).Predictive(k, s.Counts)?.AtLeast(y) ?? double.NaN;
    }

    private static double[] Empty()
    {
        var row = new double[Simulator.Months];
        Array.Fill(row, double.NaN);
        return row;
    }
}
