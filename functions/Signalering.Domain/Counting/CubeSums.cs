namespace Signalering.Domain.Counting;

/// <summary>Groups the cells of many cubes: the one thing that a report does with counts.</summary>
public static class CubeSums
{
    /// <summary>Sums cells per group; an activity with two problems of one group counts twice (not additive).</summary>
    /// <param name="cubes">Cubes of any teams and months.</param>
    /// <param name="group">Group of a cell; null leaves it out.</param>
    public static Dictionary<TKey, MeasureSum> OfCells<TKey>(
        IEnumerable<Cube> cubes, Func<Cube, CubeCell, TKey?> group)
        where TKey : struct
    {
        var sums = new Dictionary<TKey, MeasureSum>();
        foreach (var cube in cubes)
        {
            foreach (var cell in cube.Cells)
            {
                if (group(cube, cell) is { } key)
                    Of(sums, key).Add(cube, cell.Measures);
            }
        }

        return sums;
    }

    /// <summary>Sums totals per group; additive, since an activity has one quadrant and one wijk.</summary>
    public static Dictionary<TKey, MeasureSum> OfTotals<TKey>(
        IEnumerable<Cube> cubes, Func<Cube, CubeTotal, TKey?> group)
        where TKey : struct
    {
        var sums = new Dictionary<TKey, MeasureSum>();
        foreach (var cube in cubes)
        {
            foreach (var total in cube.Totals)
            {
                if (group(cube, total) is { } key)
                    Of(sums, key).Add(cube, total.Measures);
            }
        }

        return sums;
    }

    private static MeasureSum Of<TKey>(Dictionary<TKey, MeasureSum> sums, TKey key)
        where TKey : struct
    {
        if (!sums.TryGetValue(key, out var sum))
            sums[key] = sum = new MeasureSum();
        return sum;
    }
}
