using Signalering.Domain.Counting;
using Signalering.Domain.Reporting;

namespace Signalering.Domain.Disclosure;

/// <summary>Which sums may be printed. Primary suppression only.</summary>
/// <remarks>A cell is printed from <see cref="Threshold"/> unique cases; where no case numbers are known, from as many
/// activities. A zero is printed: it tells of nobody. This alone does not stop someone who subtracts; protection of the
/// whole table comes with disclosure control, and reports say so until then. The threshold follows the practice that
/// CBS
/// shows in its tables per wijk, where 10 is the lowest value seen.</remarks>
public static class SmallCells
{
    /// <summary>Fewest unique cases (or activities without a case number) of a printed cell.</summary>
    public const int Threshold = 10;

    /// <summary>Whether measures of this sum may be printed.</summary>
    public static bool MayPrint(MeasureSum sum) =>
        sum.Activities == 0 || sum.UniqueCases >= Threshold || sum.WithoutCase >= Threshold;

    /// <summary>Activities, or the shorthand for too few.</summary>
    public static ReportCell Activities(MeasureSum? sum) => Print(sum, s => s.Activities);

    /// <summary>Hours, to a tenth, or the shorthand for too few; unknown when no activity tells its duration.</summary>
    public static ReportCell Hours(MeasureSum? sum) =>
        sum is { Activities: > 0 } && sum.WithoutMinutes == sum.Activities && MayPrint(sum)
            ? ReportCell.NietBekend
            : Print(sum, s => s.Hours);

    /// <summary>Unique cases, or a shorthand. Unknown when no activity has a case number; never guessed.</summary>
    /// <remarks>Where some activities have none (a group, a team without case numbers) the number is a lower
    /// bound.</remarks>
    public static ReportCell Cases(MeasureSum? sum)
    {
        if (sum is null || sum.Activities == 0)
            return ReportCell.Van(0);
        if (!MayPrint(sum))
            return ReportCell.TeKlein;
        if (sum.UniqueCases == 0)
            return ReportCell.NietBekend;
        return sum.UniqueCases < Threshold ? ReportCell.TeKlein : ReportCell.Van(sum.UniqueCases);
    }

    private static ReportCell Print(MeasureSum? sum, Func<MeasureSum, decimal> measure)
    {
        if (sum is null)
            return ReportCell.Van(0);
        return MayPrint(sum) ? ReportCell.Van(measure(sum)) : ReportCell.TeKlein;
    }
}
