using Signalering.Domain.Disclosure;

namespace Signalering.Benchmarks.Disclosure;

/// <summary>An invented table of counts with all its totals, made from a seed.</summary>
/// <param name="Name">What it is like.</param>
/// <param name="Dimensions">Hierarchies, all additive.</param>
/// <param name="Values">Count by codes, joined by <c>|</c>.</param>
internal sealed record StudyTable(string Name, Dimension[] Dimensions, SortedDictionary<string, int> Values)
{
    private static readonly string[] Themes = [.. Enumerable.Range(0, 6).Select(i => $"T{i}")];

    /// <summary>Wijk × 24 problems in 6 themes; lognormal effects of wijk and problem, Poisson counts.</summary>
    public static StudyTable Problems(int seed, int wijken, double mean) =>
        Make($"{wijken} wijken × 24 problemen, gemiddeld {mean}", seed, mean, [Places(wijken), Subjects()], spread: 0.6);

    /// <summary>Wijk × 6 themes × 4 quarters with the year.</summary>
    public static StudyTable Quarters(int seed, int wijken, double mean) => Make(
        $"{wijken} wijken × 6 thema's × 4 kwartalen, gemiddeld {mean}", seed, mean,
        [Places(wijken), new("probleem", RelationKind.Sum, [new("TOT", Themes)]), Periods(4)], spread: 0.6);

    /// <summary>Wijk × 24 problems in 6 themes × 3 quarters: 40 wijken give 5 084 cells, 400 give 49 724.</summary>
    public static StudyTable Large(int seed, int wijken, double mean) => Make(
        $"{wijken} wijken × 24 problemen × 3 kwartalen, gemiddeld {mean}", seed, mean,
        [Places(wijken), Subjects(), Periods(3)], spread: 0.6);

    public UnprotectedTable Unprotected()
    {
        var table = new UnprotectedTable([.. Dimensions.Select(d => d.Name)]);
        foreach (var (key, value) in Values)
            table.Add(key.Split('|'), value);
        return table;
    }

    private static Dimension Places(int wijken) => new(
        "wijk", RelationKind.Sum, [new("GM", [.. Enumerable.Range(0, wijken).Select(i => $"W{i:000}")])]);

    private static Dimension Subjects() => new(
        "probleem", RelationKind.Sum,
        [
            new("TOT", Themes), .. Themes.Select(t => new Breakdown(t, [.. Enumerable.Range(0, 4).Select(i => t + i)])),
        ]);

    private static Dimension Periods(int quarters) => new(
        "periode", RelationKind.Sum, [new("J", [.. Enumerable.Range(1, quarters).Select(i => $"Q{i}")])]);

    private static StudyTable Make(string name, int seed, double mean, Dimension[] dimensions, double spread)
    {
        var random = new Random(seed);
        var leaves = Array.ConvertAll(dimensions, Leaves);
        var effects = Array.ConvertAll(leaves, codes => codes.Select(_ => Math.Exp(spread * Normal(random) - spread * spread / 2))
            .ToArray());
        var above = dimensions.Select((d, i) => leaves[i].Select(code => Above(code, d)).ToArray()).ToArray();
        var values = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var position = new int[dimensions.Length];
        do
        {
            var expected = mean;
            for (var d = 0; d < position.Length; d++)
                expected *= effects[d][position[d]];
            var count = Poisson(random, expected);
            IEnumerable<string> keys = [""];
            for (var d = 0; d < position.Length; d++)
            {
                var codes = above[d][position[d]];
                keys = keys.SelectMany(key => codes.Select(code => key.Length == 0 ? code : key + "|" + code)).ToList();
            }

            foreach (var key in keys)
                values[key] = values.GetValueOrDefault(key) + count;
        }
        while (Next(position, leaves));
        return new StudyTable(name, dimensions, values);
    }

    private static bool Next(int[] position, string[][] leaves)
    {
        for (var d = 0; d < position.Length; d++)
        {
            if (++position[d] < leaves[d].Length)
                return true;
            position[d] = 0;
        }

        return false;
    }

    private static string[] Leaves(Dimension dimension)
    {
        var parents = dimension.Breakdowns.Select(b => b.Parent).ToHashSet(StringComparer.Ordinal);
        return [.. dimension.Breakdowns.SelectMany(b => b.Children).Where(code => !parents.Contains(code)).Distinct()];
    }

    private static List<string> Above(string code, Dimension dimension)
    {
        var codes = new List<string> { code };
        for (var i = 0; i < codes.Count; i++)
            codes.AddRange(dimension.Breakdowns.Where(b => b.Children.Contains(codes[i])).Select(b => b.Parent));
        return codes;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int Poisson(Random random, double mean)
    {
        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-Math.Min(mean, 500)));
        while (product > limit)
            (count, product) = (count + 1, product * random.NextDouble());
        return count;
    }
}
