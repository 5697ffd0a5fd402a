namespace Signalering.Formats.Reports.Charts;

/// <summary>An axis of values that starts at zero and has round steps.</summary>
/// <param name="From">Lowest value: 0, or a whole step below the lowest.</param>
/// <param name="To">Highest value: a whole step at or above the highest.</param>
/// <param name="Step">Between two grid lines: 1, 2 or 5 times a power of ten.</param>
internal sealed record ValueScale(decimal From, decimal To, decimal Step)
{
    private const int Steps = 5;

    /// <summary>The axis for these values; from 0 to 1 when there are none.</summary>
    public static ValueScale Of(IEnumerable<decimal> values)
    {
        var all = values.Append(0).ToList();
        var (low, high) = (all.Min(), all.Max());
        if (low == high)
            return new ValueScale(0, 1, 1);
        var step = RoundStep((high - low) / Steps);
        return new ValueScale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>Values of the grid lines, lowest first.</summary>
    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = From; tick <= To; tick += Step)
                yield return tick;
        }
    }

    /// <summary>Decimals that the grid lines need.</summary>
    public int Decimals
    {
        get
        {
            var decimals = 0;
            for (var step = Step; step != Math.Truncate(step); step *= 10)
                decimals++;
            return decimals;
        }
    }

    /// <summary>Where a value lies between two ends, in pixels.</summary>
    public double Position(decimal value, double start, double end) =>
        start + ((double)((value - From) / (To - From)) * (end - start));

    private static decimal RoundStep(decimal rough)
    {
        var unit = 1m;
        while (rough >= 10 * unit)
            unit *= 10;
        while (rough < unit && unit > 0.0000001m)
            unit /= 10;
        foreach (var factor in (ReadOnlySpan<decimal>)[1, 2, 5])
        {
            if (rough <= factor * unit)
                return factor * unit;
        }

        return 10 * unit;
    }
}
