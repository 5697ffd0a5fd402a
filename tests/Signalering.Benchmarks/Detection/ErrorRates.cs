namespace Signalering.Benchmarks.Detection;

/// <summary>What a method gets right and wrong on simulated series.</summary>
public sealed record ErrorRates(
    double Threshold, double FalsePositives, double F1, double Sensitivity, double Ppv, double Detection,
    double DetectionIn3, double Delay)
{
    /// <summary>Rates at a threshold on p; NaN = not assessed.</summary>
    public static ErrorRates At(double threshold, List<SimulatedSeries> series, double[][] p)
    {
        int quiet = 0, quietAlarms = 0, hits = 0, alarms = 0, months = 0, outbreaks = 0, found = 0, found3 = 0;
        var delays = new List<int>();
        for (var i = 0; i < series.Count; i++)
        {
            var firstHit = new Dictionary<int, int>();
            var start = new Dictionary<int, int>();
            for (var t = Simulator.Months - Simulator.Assessed; t < Simulator.Months; t++)
            {
                var planted = series[i].Planted[t];
                if (planted > 0)
                    start.TryAdd(planted, t);
                if (double.IsNaN(p[i][t]))
                    continue;
                var alarm = p[i][t] <= threshold;
                quiet += series[i].IsQuiet ? 1 : 0;
                quietAlarms += series[i].IsQuiet && alarm ? 1 : 0;
                alarms += alarm ? 1 : 0;
                months += planted > 0 ? 1 : 0;
                hits += planted > 0 && alarm ? 1 : 0;
                if (planted > 0 && alarm)
                    firstHit.TryAdd(planted, t);
            }

            outbreaks += start.Count;
            foreach (var (number, at) in firstHit)
            {
                found++;
                found3 += at - start[number] < 3 ? 1 : 0;
                delays.Add(at - start[number]);
            }
        }

        var (sensitivity, ppv) = ((double)hits / months, alarms == 0 ? 1 : (double)hits / alarms);
        return new ErrorRates(
            threshold, (double)quietAlarms / quiet, 2 * sensitivity * ppv / (sensitivity + ppv), sensitivity, ppv,
            (double)found / outbreaks, (double)found3 / outbreaks, delays.Count == 0 ? double.NaN : delays.Average());
    }

    /// <summary>Rates at the threshold that gives a share of false positives on the series without a rise.</summary>
    public static ErrorRates AtFalsePositives(double share, List<SimulatedSeries> series, double[][] p)
    {
        var quiet = new List<double>();
        for (var i = 0; i < series.Count; i++)
        {
            for (var t = Simulator.Months - Simulator.Assessed; t < Simulator.Months && series[i].IsQuiet; t++)
            {
                if (!double.IsNaN(p[i][t]))
                    quiet.Add(p[i][t]);
            }
        }

        quiet.Sort();
        var threshold = quiet[(int)(share * quiet.Count)];
        return At(Math.BitDecrement(threshold), series, p);
    }
}
