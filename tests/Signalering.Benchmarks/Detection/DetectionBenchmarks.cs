using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Signalering.Domain.Counting;
using Signalering.Domain.Detection;

namespace Signalering.Benchmarks.Detection;

/// <summary>A large municipality: 100 wijken × 25 problems × 60 months, assessed for the last 24.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
public class DetectionBenchmarks
{
    private readonly List<MonthlySeries> _series = [];

    [Params(DetectionMethod.Auto, DetectionMethod.Farrington, DetectionMethod.FarringtonCompat)]
    public DetectionMethod Method { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(7);
        for (var problem = 0; problem < 25; problem++)
        {
            for (var wijk = 0; wijk < 100; wijk++)
            {
                var mean = 0.3 * Math.Pow(1.2, problem);
                double[] counts = [.. Enumerable.Range(0, 60).Select(_ => Simulator.NegativeBinomial(random, mean, 1.4))];
                _series.Add(new MonthlySeries($"{wijk}|{problem}", $"{problem}", new Month(2021, 10), counts, []));
            }
        }
    }

    [Benchmark]
    public int Municipality() => SeriesDetection
        .Run(_series, new SeriesDetectionOptions { Method = Method, From = new Month(2024, 10) })
        .Sum(s => s.Months.Count(m => m.Alarm));
}
