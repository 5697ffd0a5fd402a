using Signalering.Domain.Disclosure;

namespace Signalering.Benchmarks.Disclosure;

/// <summary>The hypercube method, to compare with: every small cell becomes a corner of the cheapest box of cells that are
/// not zero, in every sub-table, until nothing is added.</summary>
/// <remarks>Source: GHMITER as described in the tau-ARGUS 4.1 manual, §2.8. Kept straightforward: it proves nothing, and
/// where no box hides wide enough it takes the cheapest one.</remarks>
internal static class Hypercube
{
    /// <summary>Keys of everything that it withholds, the small cells included.</summary>
    /// <param name="table">Counts with all totals.</param>
    /// <param name="threshold">Fewer is small.</param>
    /// <param name="width">How far a box has to be able to slide up and down together; 0 asks nothing, which protects
    /// less than any real method and costs least.</param>
    public static HashSet<string> Withheld(StudyTable table, int threshold, int width)
    {
        var hidden = table.Values.Where(c => c.Value > 0 && c.Value < threshold).Select(c => c.Key)
            .ToHashSet(StringComparer.Ordinal);
        var subTables = SubTables(table.Dimensions);
        int before;
        do
        {
            before = hidden.Count;
            foreach (var axes in subTables)
                Close(table, axes, hidden, width);
        }
        while (hidden.Count > before);
        return hidden;
    }

    /// <summary>Every combination of one breakdown per dimension; the last code of an axis is the total.</summary>
    private static List<string[][]> SubTables(Dimension[] dimensions)
    {
        List<string[][]> tables = [[]];
        foreach (var dimension in dimensions)
        {
            tables = [.. tables.SelectMany(axes => dimension.Breakdowns.Select(
                b => axes.Append([.. b.Children, b.Parent]).ToArray()))];
        }

        return tables;
    }

    private static void Close(StudyTable table, string[][] axes, HashSet<string> hidden, int width)
    {
        var sizes = Array.ConvertAll(axes, axis => axis.Length);
        var keys = new string[sizes.Aggregate(1, (a, b) => a * b)];
        var values = new int[keys.Length];
        var isHidden = new bool[keys.Length];
        for (var cell = 0; cell < keys.Length; cell++)
        {
            var rest = cell;
            keys[cell] = string.Join('|', axes.Select(axis =>
            {
                var code = axis[rest % axis.Length];
                rest /= axis.Length;
                return code;
            }));
            values[cell] = table.Values[keys[cell]];
            isHidden[cell] = hidden.Contains(keys[cell]);
        }

        for (var cell = 0; cell < keys.Length; cell++)
        {
            if (!isHidden[cell] || values[cell] == 0)
                continue;
            var box = Cheapest(cell, sizes, values, isHidden, width);
            foreach (var corner in box.Length > 0 ? box : Cheapest(cell, sizes, values, isHidden, 0))
            {
                isHidden[corner] = true;
                hidden.Add(keys[corner]);
            }
        }
    }

    private static int[] Cheapest(int cell, int[] sizes, int[] values, bool[] isHidden, int width)
    {
        var opposite = new int[sizes.Length];
        int[] best = [];
        long least = long.MaxValue;
        Visit(0);
        return best;

        void Visit(int d)
        {
            if (d < sizes.Length)
            {
                var own = At(cell, d, sizes);
                for (opposite[d] = 0; opposite[d] < sizes[d]; opposite[d]++)
                {
                    if (opposite[d] != own)
                        Visit(d + 1);
                }

                return;
            }

            long cost = 0;
            var corners = new int[1 << sizes.Length];
            for (var corner = 0; corner < corners.Length; corner++)
            {
                var position = Corner(cell, corner, opposite, sizes);
                if (values[position] == 0)
                    return;
                cost += isHidden[position] ? 0 : values[position];
                if (cost >= least)
                    return;
                corners[corner] = position;
            }

            if (width > 0 && Least(corners, values, odd: true) + Least(corners, values, odd: false) < width)
                return;
            (best, least) = (corners, cost);
        }
    }

    /// <summary>How far the box can slide one way: by the least of the corners that go down then.</summary>
    private static int Least(int[] corners, int[] values, bool odd) => corners.Index()
        .Where(corner => int.IsOddInteger(int.PopCount(corner.Index)) == odd).Min(corner => values[corner.Item]);

    private static int At(int cell, int d, int[] sizes)
    {
        for (var i = 0; i < d; i++)
            cell /= sizes[i];
        return cell % sizes[d];
    }

    private static int Corner(int cell, int corner, int[] opposite, int[] sizes)
    {
        var (position, stride) = (0, 1);
        for (var d = 0; d < sizes.Length; d++)
        {
            position += stride * ((corner >> d & 1) == 0 ? At(cell, d, sizes) : opposite[d]);
            stride *= sizes[d];
        }

        return position;
    }
}
