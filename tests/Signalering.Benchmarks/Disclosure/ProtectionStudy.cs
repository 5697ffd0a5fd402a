using System.Diagnostics;
using System.Globalization;
using Signalering.Domain.Disclosure;
using Signalering.Solver;

namespace Signalering.Benchmarks.Disclosure;

/// <summary>What disclosure control costs, in value, cells and seconds, beside the hypercube method on the same
/// tables.</summary>
/// <remarks>Shares of value: the sum of what is withheld for others (secondary) over the sum of all cells, totals
/// included.</remarks>
internal static class ProtectionStudy
{
    private const int Threshold = 10;

    /// <summary>Prints a table in Markdown.</summary>
    /// <param name="args">Names of sets: <c>dense</c>, <c>sparse</c>, <c>5k</c>, <c>50k</c>; all but the last without
    /// any.</param>
    public static void Run(string[] args)
    {
        Say("| table | cells | small | small, value | secondary | secondary, value | hypercube, value | and wide enough, value | CPU seconds |");
        Say("|---|---|---|---|---|---|---|---|---|");
        foreach (var table in Tables(args.Length > 0 ? args : ["dense", "sparse", "5k"]))
            Measure(table);
    }

    private static IEnumerable<StudyTable> Tables(string[] sets)
    {
        foreach (var set in sets)
        {
            for (var seed = 1; seed <= (set is "dense" or "sparse" ? 3 : 1); seed++)
            {
                switch (set)
                {
                    case "dense":
                        yield return StudyTable.Problems(seed, 20, 15);
                        yield return StudyTable.Quarters(seed, 20, 15);
                        break;
                    case "sparse":
                        yield return StudyTable.Problems(seed, 20, 5);
                        yield return StudyTable.Quarters(seed, 20, 5);
                        yield return StudyTable.Large(seed, 8, 5);
                        break;
                    case "5k":
                        yield return StudyTable.Large(seed, 40, 15);
                        break;
                    case "50k":
                        yield return StudyTable.Large(seed, 400, 15);
                        break;
                    default:
                        throw new ArgumentException($"Unknown set '{set}'.", nameof(sets));
                }
            }
        }
    }

    private static void Measure(StudyTable table)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var protection = new Protector(new OrToolsSolver()).Protect(
            table.Unprotected(), table.Dimensions, new ProtectionOptions { ThresholdWithoutCases = Threshold, GroupShare = null });
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        if (protection is not Protection.Safe safe)
        {
            Say($"| {table.Name} | {table.Values.Count} | {protection} | | | | | | {seconds:N1} |");
            return;
        }

        var withheld = safe.Table.Cells.Where(c => c.Value is null).Select(c => string.Join('|', c.Codes)).ToList();
        var small = table.Values.Where(c => c.Value is > 0 and < Threshold).ToList();
        var total = (double)table.Values.Sum(c => (long)c.Value);
        Extra(Hypercube.Withheld(table, Threshold, 0), out var bare);
        Extra(Hypercube.Withheld(table, Threshold, Threshold), out var wide);
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"| {table.Name} | {table.Values.Count} | {small.Count} | {small.Sum(c => c.Value) / total:P2} | " +
            $"{Extra(withheld, out var value)} | {value:P2} | {bare:P2} | {wide:P2} | {seconds:N1} |"));

        int Extra(IEnumerable<string> keys, out double share)
        {
            var extra = keys.Where(key => table.Values[key] >= Threshold).ToList();
            share = extra.Sum(key => (long)table.Values[key]) / total;
            return extra.Count;
        }
    }

    private static void Say(string line)
    {
        Console.WriteLine(line);
    }
}
