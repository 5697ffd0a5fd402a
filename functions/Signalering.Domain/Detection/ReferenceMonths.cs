namespace Signalering.Domain.Detection;

/// <summary>Which past months a month is compared with, and to which part of the year each belongs.</summary>
/// <param name="YearsBack">b, years of history, ≥ 1.</param>
/// <param name="HalfWindow">w, months at either side of the same month in earlier years, 0–5.</param>
/// <param name="Levels">P, number of season levels; 1 = only the window itself, at most 12 − 2w.</param>
/// <param name="PastNotIncluded">Most recent months left out, so that a rise does not raise its own bound.</param>
/// <param name="WholeYear">With P = 1: all months instead of the window, for a season that the exposure
/// carries.</param>
/// <remarks>Source: Salmon, Schumacher and Höhle (2016), J Stat Softw 70(10), section 3.1, translated to months (a
/// year is 12 periods). Levels move along with the month under test.</remarks>
public sealed record ReferenceMonths(int YearsBack, int HalfWindow, int Levels, int PastNotIncluded,
    bool WholeYear = false)
{
    /// <summary>Whether P ≤ 12 − 2w: otherwise some level would have no month.</summary>
    public bool IsValid => YearsBack >= 1 && HalfWindow is >= 0 and <= 5 && Levels >= 1 && PastNotIncluded >= 0
        && (Levels == 1 || Levels <= 12 - (2 * HalfWindow));

    /// <summary>First month (1-based) that has all its reference months.</summary>
    public int FirstTestable => (12 * YearsBack) + HalfWindow + 1;

    /// <summary>Level of a month, <paramref name="offset"/> months from the one under test, in 0 … P − 1.</summary>
    /// <returns>P − 1 inside the window; −1 when P = 1 and the month is outside it.</returns>
    public int LevelOf(int offset)
    {
        if (Levels == 1 && WholeYear)
            return 0;
        var r = ((offset % 12) + 12) % 12;
        if (r <= HalfWindow || r >= 12 - HalfWindow)
            return Levels - 1;
        if (Levels == 1)
            return -1;
        var (length, rest) = Math.DivRem(12 - (2 * HalfWindow) - 1, Levels - 1);
        var q = r - HalfWindow - 1;
        return q < rest * (length + 1) ? q / (length + 1) : rest + ((q - (rest * (length + 1))) / length);
    }

    /// <summary>First candidate month for month <paramref name="k"/> (1-based); may lie before the series.</summary>
    public int First(int k) => k - (12 * YearsBack) - HalfWindow;

    /// <summary>Last candidate month for month <paramref name="k"/>.</summary>
    public int Last(int k) => k - PastNotIncluded - 1;
}
