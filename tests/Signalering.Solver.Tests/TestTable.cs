using Signalering.Domain.Disclosure;

namespace Signalering.Solver.Tests;

/// <summary>A table with its hierarchies as test data: true values by codes.</summary>
internal sealed record TestTable(
    string[] Names, Dictionary<string, int> Values, List<Dimension> Dimensions)
{
    public const char Joint = '|';

    public UnprotectedTable Unprotected(Func<IEnumerable<string>, IEnumerable<string>>? order = null)
    {
        var table = new UnprotectedTable(Names);
        var keys = Values.Keys.Order(StringComparer.Ordinal);
        foreach (var key in order is null ? keys : order(keys))
            table.Add(key.Split(Joint), Values[key]);
        return table;
    }

    /// <summary>As <see cref="Unprotected"/> with other values for the same cells.</summary>
    public TestTable With(IEnumerable<KeyValuePair<string, int>> values) =>
        this with { Values = new Dictionary<string, int>(values, StringComparer.Ordinal) };

    /// <summary>A full table of leaves with every total of every dimension, all additive.</summary>
    public static TestTable Random(Random random, int[] sizes, double mean, double shareOfZeros = 0.1)
    {
        var names = sizes.Select((_, d) => $"d{d}").ToArray();
        var dimensions = sizes.Select((size, d) => new Dimension($"d{d}", RelationKind.Sum, Breakdowns(d, size))).ToList();
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in Leaves(sizes))
        {
            var value = random.NextDouble() < shareOfZeros ? 0 : Skewed(random, mean);
            foreach (var key in Above(leaf, dimensions))
                values[key] = values.GetValueOrDefault(key) + value;
        }

        return new TestTable(names, values, dimensions);
    }

    /// <summary>Clients with one or more codes per dimension: totals count a client once.</summary>
    public static TestTable RandomDistinct(Random random, int[] sizes, int clients)
    {
        var names = sizes.Select((_, d) => $"d{d}").ToArray();
        var dimensions = sizes.Select((size, d) => new Dimension(
            $"d{d}", d == 0 ? RelationKind.Sum : RelationKind.Distinct, Breakdowns(d, size))).ToList();
        var members = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        for (var client = 0; client < clients; client++)
        {
            var first = random.Next(random.Next(sizes[0]) + 1);
            for (var activity = random.Next(3); activity >= 0; activity--)
            {
                var leaf = sizes.Select((size, d) => $"c{d}{(d == 0 ? first : random.Next(random.Next(size) + 1))}").ToArray();
                foreach (var key in Above(leaf, dimensions))
                {
                    if (!members.TryGetValue(key, out var set))
                        members[key] = set = [];
                    set.Add(client);
                }
            }
        }

        var values = Leaves(sizes).SelectMany(leaf => Above(leaf, dimensions)).Distinct(StringComparer.Ordinal)
            .ToDictionary(key => key, key => members.TryGetValue(key, out var set) ? set.Count : 0, StringComparer.Ordinal);
        return new TestTable(names, values, dimensions);
    }

    /// <summary>Two breakdowns of all wijken that do not nest, over a second dimension with themes and
    /// problems.</summary>
    public static TestTable RandomLinked(Random random, double mean)
    {
        string[] buurten = ["B1", "B2", "B3", "B4", "B5", "B6"];
        Breakdown[] places =
        [
            new("GM", ["W1", "W2", "W3"]), new("W1", ["B1", "B2"]), new("W2", ["B3", "B4"]), new("W3", ["B5", "B6"]),
            new("GM", ["A", "B"]), new("A", ["B1", "B3", "B5"]), new("B", ["B2", "B4", "B6"]),
        ];
        Breakdown[] problems = [new("TOT", ["T1", "T2"]), new("T1", ["P1", "P2"]), new("T2", ["P3", "P4", "P5"])];
        var dimensions = new List<Dimension>
        {
            new("gebied", RelationKind.Sum, places), new("probleem", RelationKind.Sum, problems),
        };
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var buurt in buurten)
        {
            for (var p = 1; p <= 5; p++)
            {
                var value = random.Next(8) == 0 ? 0 : Skewed(random, mean);
                foreach (var key in Above([buurt, $"P{p}"], dimensions))
                    values[key] = values.GetValueOrDefault(key) + value;
            }
        }

        return new TestTable(["gebied", "probleem"], values, dimensions);
    }

    private static List<Breakdown> Breakdowns(int d, int size)
    {
        var codes = Enumerable.Range(0, size).Select(i => $"c{d}{i}").ToList();
        if (size < 5)
            return [new Breakdown("TOT", codes)];
        return
        [
            new("TOT", ["G0", "G1"]), new("G0", codes.Take(size / 2).ToList()), new("G1", codes.Skip(size / 2).ToList()),
        ];
    }

    private static IEnumerable<string[]> Leaves(int[] sizes)
    {
        IEnumerable<string[]> leaves = [[]];
        for (var d = 0; d < sizes.Length; d++)
        {
            var dimension = d;
            leaves = leaves.SelectMany(leaf => Enumerable.Range(0, sizes[dimension])
                .Select(i => leaf.Append($"c{dimension}{i}").ToArray()));
        }

        return leaves;
    }

    /// <summary>The leaf and everything that it counts in, each once.</summary>
    private static IEnumerable<string> Above(string[] leaf, List<Dimension> dimensions)
    {
        IEnumerable<string[]> keys = [[]];
        for (var d = 0; d < leaf.Length; d++)
        {
            var codes = Ancestors(leaf[d], dimensions[d]).Prepend(leaf[d]).Distinct().ToList();
            keys = keys.SelectMany(key => codes.Select(code => key.Append(code).ToArray()));
        }

        return keys.Select(key => string.Join(Joint, key));
    }

    private static IEnumerable<string> Ancestors(string code, Dimension dimension) => dimension.Breakdowns
        .Where(b => b.Children.Contains(code))
        .SelectMany(b => Ancestors(b.Parent, dimension).Prepend(b.Parent));

    /// <summary>Many small, some large.</summary>
    private static int Skewed(Random random, double mean) =>
        (int)Math.Round(mean * -Math.Log(1 - random.NextDouble()) * (0.3 + random.NextDouble()));
}
