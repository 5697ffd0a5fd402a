using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>Who and how many stand behind a number of activities.</summary>
internal static class Evidence
{
    /// <summary>Distinct cases; null when some activities have no case number, or when the months are of two calendar
    /// years: hashes of one year cannot be found back in another (docs/besluiten/0004).</summary>
    public static int? CasesOf(IReadOnlyCollection<ProblemCount> counts) =>
        counts.Any(c => c.WithoutCase > 0) || counts.DistinctBy(c => c.Month.Year).Count() > 1
            ? null
            : KnownCases(counts);

    /// <summary>Cases that there are at least: those of the calendar year that has most.</summary>
    public static int KnownCases(IEnumerable<ProblemCount> counts) =>
        KnownCases(counts.Select(c => (c.Month, c.Cases)));

    /// <summary>Cases that there are at least: those of the calendar year that has most.</summary>
    public static int KnownCases(IEnumerable<(Month Month, IReadOnlyCollection<ulong> Cases)> counts) => counts
        .GroupBy(c => c.Month.Year).Select(year => year.SelectMany(c => c.Cases).Distinct().Count())
        .DefaultIfEmpty(0).Max();

    /// <summary>Teams with at least one activity.</summary>
    public static IReadOnlyList<string> TeamsOf(IEnumerable<ProblemCount> counts) =>
        [.. counts.Select(c => c.Wijkteam).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether it is a pattern and not one loud case: two teams or more, five cases or more, or, without case
    /// numbers, ten activities. Workers are not counted: docs/besluiten/0011.</summary>
    public static bool IsPattern(IReadOnlyCollection<ProblemCount> counts, SignalOptions options) =>
        TeamsOf(counts).Count >= 2 || KnownCases(counts) >= options.PatternCases
            || counts.Sum(c => c.WithoutCase) >= options.PatternActivities;

    /// <summary>90 % interval of observed / expected; overdispersion as effective counts.</summary>
    public static Interval RatioInterval(double observed, double expected, double dispersion) =>
        PoissonInterval.Exact(observed / Math.Max(1, dispersion), 0.90, expected / Math.Max(1, dispersion));

    /// <summary>Counts between two months.</summary>
    public static List<ProblemCount> Between(IEnumerable<ProblemCount> counts, Month from, Month until) =>
        [.. counts.Where(c => c.Month >= from && c.Month <= until)];
}
