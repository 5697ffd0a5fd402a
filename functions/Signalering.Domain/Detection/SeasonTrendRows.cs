namespace Signalering.Domain.Detection;

/// <summary>The reference months of one month under test, gathered for fitting; reused from month to month.</summary>
internal sealed class SeasonTrendRows
{
    /// <summary>1-based month of each row.</summary>
    public int[] Month { get; private set; } = new int[64];

    /// <summary>Season level of each row, 0 … <see cref="Levels"/> − 1.</summary>
    public int[] Level { get; private set; } = new int[64];

    /// <summary>Counts.</summary>
    public double[] Count { get; private set; } = new double[64];

    /// <summary>Exposure, &gt; 0.</summary>
    public double[] Exposure { get; private set; } = new double[64];

    /// <summary>Number of rows.</summary>
    public int Length { get; private set; }

    /// <summary>Number of season levels.</summary>
    public int Levels { get; private set; }

    /// <summary>Month under test.</summary>
    public int Target { get; private set; }

    /// <summary>Exposure of the month under test; 1 when it is unknown.</summary>
    public double TargetExposure { get; private set; }

    /// <summary>Level of the month under test: always the last one.</summary>
    public int TargetLevel => Levels - 1;

    /// <summary>Sum of the counts.</summary>
    public double TotalCount { get; private set; }

    /// <summary>Sum of the exposures.</summary>
    public double TotalExposure { get; private set; }

    /// <summary>Rows with a count above zero.</summary>
    public int NonZero { get; private set; }

    /// <summary>Months between the first and the last row above zero.</summary>
    public int NonZeroSpan { get; private set; }

    /// <summary>Largest count.</summary>
    public double MostCount { get; private set; }

    /// <summary>Largest count per exposure.</summary>
    public double MostRate { get; private set; }

    /// <summary>Gathers the rows; months without a count or with exposure 0 are left out.</summary>
    /// <param name="reference">Which months.</param>
    /// <param name="k">Month under test, 1-based; may lie one past the series.</param>
    /// <param name="counts">NaN = missing.</param>
    /// <param name="exposure">Same length, or empty for 1 throughout.</param>
    public void Gather(ReferenceMonths reference, int k, ReadOnlySpan<double> counts, ReadOnlySpan<double> exposure)
    {
        (Length, Target, Levels) = (0, k, reference.Levels);
        (TotalCount, TotalExposure, NonZero, MostCount, MostRate) = (0, 0, 0, 0, 0);
        TargetExposure = exposure.IsEmpty || k > exposure.Length ? 1 : exposure[k - 1];
        var (firstNonZero, lastNonZero) = (0, 0);
        var last = Math.Min(reference.Last(k), counts.Length);
        for (var i = Math.Max(1, reference.First(k)); i <= last; i++)
        {
            var level = reference.LevelOf(i - k);
            var e = exposure.IsEmpty ? 1 : exposure[i - 1];
            var y = counts[i - 1];
            if (level < 0 || double.IsNaN(y) || !(e > 0))
                continue;
            Add(i, level, y, e);
            if (y <= 0)
                continue;
            firstNonZero = firstNonZero == 0 ? i : firstNonZero;
            lastNonZero = i;
        }

        NonZeroSpan = lastNonZero - firstNonZero;
    }

    /// <summary>Whether a row belongs to the level of the month under test.</summary>
    public bool HasTargetLevel()
    {
        for (var i = 0; i < Length; i++)
        {
            if (Level[i] == TargetLevel)
                return true;
        }

        return false;
    }

    /// <summary>Exposure of the rows in the level of the month under test.</summary>
    public double LevelExposure()
    {
        var sum = 0.0;
        for (var i = 0; i < Length; i++)
            sum += Level[i] == TargetLevel ? Exposure[i] : 0;
        return sum;
    }

    private void Add(int month, int level, double y, double e)
    {
        if (Length == Month.Length)
        {
            (Month, Level) = (Grow(Month), Grow(Level));
            (Count, Exposure) = (Grow(Count), Grow(Exposure));
        }

        (Month[Length], Level[Length], Count[Length], Exposure[Length]) = (month, level, y, e);
        Length++;
        TotalCount += y;
        TotalExposure += e;
        NonZero += y > 0 ? 1 : 0;
        MostCount = Math.Max(MostCount, y);
        MostRate = Math.Max(MostRate, y / e);
    }

    private static T[] Grow<T>(T[] array)
    {
        Array.Resize(ref array, array.Length * 2);
        return array;
    }
}
