namespace Signalering.Benchmarks.Detection;

/// <summary>A simulated monthly series with its truth.</summary>
/// <param name="Scenario">Group: series of one scenario share mean, season, trend and dispersion.</param>
/// <param name="Counts">NaN = missing delivery.</param>
/// <param name="Exposure">Per month; all 1 when constant.</param>
/// <param name="Planted">Number of the outbreak that a month belongs to; 0 = none.</param>
public sealed record SimulatedSeries(int Scenario, double[] Counts, double[] Exposure, int[] Planted)
{
    /// <summary>Whether nothing is planted in it.</summary>
    public bool IsQuiet => Planted.All(p => p == 0);
}

/// <summary>What is simulated; the variants move everything that a method could be tuned to.</summary>
/// <param name="Seed">Seed.</param>
/// <param name="PeakSize">Size of short peaks in standard deviations of the month, from–to.</param>
/// <param name="RiseFactor">Factor of lasting rises, from–to.</param>
/// <param name="RiseMonths">Length of lasting rises, from–to.</param>
/// <param name="DispersionFactor">Multiplies (φ − 1) of every scenario.</param>
/// <param name="Spread">Standard deviation of the log mean of the wijken within a scenario.</param>
/// <param name="TrendSpread">Standard deviation of the trend per year between the wijken of a scenario.</param>
/// <param name="SeasonSpread">Standard deviation of the season's amplitude between them.</param>
/// <param name="Drift">Standard deviation per month of a random walk of the log level.</param>
/// <param name="SecondHarmonic">Amplitude of a second wave in the season, twice a year.</param>
/// <param name="ZeroShare">Share of months in which nothing is registered although something is going on.</param>
public sealed record SimulationSettings(
    int Seed, (double, double) PeakSize, (double, double) RiseFactor, (int, int) RiseMonths,
    double DispersionFactor = 1, double Spread = 0.3, double Drift = 0, double TrendSpread = 0, double SeasonSpread = 0,
    double SecondHarmonic = 0, double ZeroShare = 0)
{
    public static SimulationSettings Standard(int seed) => new(seed, (2, 5), (1.4, 2.5), (6, 14));
}

/// <summary>Seeded simulator: 40 scenarios × 50 series of 84 months, rises planted in the last 24.</summary>
public static class Simulator
{
    public const int Months = 84;
    public const int Assessed = 24;
    public const int PerScenario = 50;

    private static readonly double[] Means = [0.2, 0.5, 1, 2, 3, 5, 8, 12, 20, 30];

    public static List<SimulatedSeries> Run(SimulationSettings settings, int scenarios = 40)
    {
        var random = new Random(settings.Seed);
        var all = new List<SimulatedSeries>();
        for (var s = 0; s < scenarios; s++)
        {
            var scenario = new Scenario(
                Means[s % Means.Length],
                1 + (settings.DispersionFactor * new[] { 0.0, 0.2, 0.5, 1.0, 2.0 }[random.Next(5)]),
                new[] { 0, 0.15, 0.3, 0.5 }[random.Next(4)],
                new[] { -0.1, 0, 0, 0.05, 0.15 }[random.Next(5)],
                new[] { 0, 0, 0.05 }[random.Next(3)],
                random.Next(4) == 0,
                random.NextDouble() * 12);
            for (var i = 0; i < PerScenario; i++)
                all.Add(Series(s, scenario, settings, random, quiet: i % 2 == 0));
        }

        return all;
    }

    private static SimulatedSeries Series(
        int number, Scenario scenario, SimulationSettings settings, Random random, bool quiet)
    {
        var level = scenario.Mean * Math.Exp((settings.Spread * Normal(random)) - (settings.Spread * settings.Spread / 2));
        var trend = scenario.Trend + (settings.TrendSpread == 0 ? 0 : settings.TrendSpread * Normal(random));
        var amplitude = settings.SeasonSpread == 0 ? scenario.Season
            : Math.Clamp(scenario.Season + (settings.SeasonSpread * Normal(random)), 0, 0.8);
        var (counts, exposure, planted) = (new double[Months], new double[Months], new int[Months]);
        var factor = new double[Months];
        var extra = new double[Months];
        Array.Fill(factor, 1);
        if (!quiet)
            Plant(settings, random, planted, factor, extra);
        var (step1, step2) = (random.Next(20, 50), random.Next(50, 75));
        for (var t = 0; t < Months; t++)
        {
            level *= Math.Exp(settings.Drift * Normal(random));
            exposure[t] = !scenario.Grows ? 1 : t < step1 ? 3 : t < step2 ? 4 : 6;
            var season = 1 + (amplitude * Math.Cos(2 * Math.PI * (t - scenario.Phase) / 12))
                + (settings.SecondHarmonic * amplitude * Math.Cos(2 * Math.PI * (t + scenario.Phase) / 6));
            var mean = level * season * Math.Exp(trend * (t - 42) / 12.0) * (scenario.Grows ? exposure[t] / 4 : 1);
            counts[t] = NegativeBinomial(random, mean * factor[t], scenario.Dispersion)
                + Poisson(random, extra[t] * Math.Sqrt(mean * scenario.Dispersion));
            if (settings.ZeroShare > 0 && random.NextDouble() < settings.ZeroShare)
                counts[t] = 0;
            if (random.NextDouble() < scenario.Missing)
                counts[t] = double.NaN;
        }

        return new SimulatedSeries(number, counts, exposure, planted);
    }

    private static void Plant(
        SimulationSettings settings, Random random, int[] planted, double[] factor, double[] extra)
    {
        var outbreaks = random.Next(1, 3);
        for (var o = 1; o <= outbreaks; o++)
        {
            var start = Months - Assessed + random.Next(Assessed - 1);
            var lasting = random.Next(2) == 0;
            var length = lasting ? random.Next(settings.RiseMonths.Item1, settings.RiseMonths.Item2 + 1) : random.Next(1, 4);
            var size = lasting ? Between(random, settings.RiseFactor) : Between(random, settings.PeakSize);
            for (var t = start; t < Math.Min(Months, start + length); t++)
            {
                if (planted[t] != 0)
                    continue;
                planted[t] = o;
                if (lasting)
                    factor[t] = size;
                else
                    extra[t] = size / (1 + (0.5 * (t - start)));
            }
        }
    }

    public static double NegativeBinomial(Random random, double mean, double dispersion) => dispersion <= 1
        ? Poisson(random, mean)
        : Poisson(random, Gamma(random, mean / (dispersion - 1)) * (dispersion - 1));

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Between(Random random, (double From, double To) range) =>
        range.From + ((range.To - range.From) * random.NextDouble());

    private static double Poisson(Random random, double mean)
    {
        if (mean > 200)
            return Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal(random))));
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }

    /// <summary>Marsaglia and Tsang (2000), shape below 1 by Johnk's boost.</summary>
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1)
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(random);
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
                return d * v;
        }
    }

    private sealed record Scenario(
        double Mean, double Dispersion, double Season, double Trend, double Missing, bool Grows, double Phase);
}
