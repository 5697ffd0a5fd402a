using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>Kind of signal; names are what reports print.</summary>
public enum SignalType
{
    /// <summary>More than expected in one wijk.</summary>
    Stijging,

    /// <summary>A rise in several wijken at once.</summary>
    Spreiding,

    /// <summary>Persistently more than expected from the municipality.</summary>
    Concentratie,

    /// <summary>Two problems together more often than by chance.</summary>
    Gestapeld,

    /// <summary>Much individual help and no collective answer: a <em>schakelkans</em>.</summary>
    EenzijdigIndividueel,

    /// <summary>A law or authority that people get stuck on.</summary>
    Beleidseffect,

    /// <summary>A rise of something that strengthens a wijk.</summary>
    Krachten,
}

/// <summary>A finding with its evidence; not protected yet: disclosure control comes after it.</summary>
/// <param name="Id">Stable over periods and runs: type, wijk (or <c>gemeente</c>) and problem(s).</param>
/// <param name="Type">Kind.</param>
/// <param name="Wijk">Code of the wijk; null for the municipality.</param>
/// <param name="Probleem">Key of the problem (law or authority, for <see cref="SignalType.Beleidseffect"/>).</param>
/// <param name="TweedeProbleem">Second problem of a pair, or null.</param>
/// <param name="State">Where it stands in its lifecycle.</param>
/// <param name="Since">First month of the episode or period that the figures are about.</param>
/// <param name="Until">Last month of it.</param>
/// <param name="Months">Months in it that were assessed.</param>
/// <param name="Observed">Activities in these months (pairs: activities with both).</param>
/// <param name="Expected">Expected in these months.</param>
/// <param name="Ratio">Observed / expected (concentratie: shrunk; gestapeld: lift).</param>
/// <param name="Interval">90 % interval of <paramref name="Ratio"/>, overdispersion included.</param>
/// <param name="PValue">p-value of the last month that signalled; NaN where the rule has none.</param>
/// <param name="AdjustedP">After Benjamini–Hochberg over its family.</param>
/// <param name="Cases">Distinct cases; null when some activities have no case number.</param>
/// <param name="Teams">Teams behind the activities.</param>
/// <param name="Wijken">Wijken that take part (spreiding), else the one.</param>
/// <param name="Evidence">(observed − expected) / √(φ expected): orders signals, for nothing else.</param>
/// <param name="Confirmed">At least two signals in the last three months.</param>
/// <param name="History">A letter per assessed month up to the last: A signal, N quiet, M not assessed.</param>
/// <param name="HistoryFrom">Month of the first letter.</param>
public sealed record Signal(
    string Id, SignalType Type, string? Wijk, string Probleem, string? TweedeProbleem, SignalState State, Month Since,
    Month Until, int Months, double Observed, double Expected, double Ratio, Interval Interval, double PValue,
    double AdjustedP, int? Cases, IReadOnlyList<string> Teams, IReadOnlyList<string> Wijken, double Evidence,
    bool Confirmed, string History, Month HistoryFrom)
{
    /// <summary>Whether it is going on (not resolved).</summary>
    public bool IsOpen => State is not (SignalState.Opgelost or SignalState.Geen);

    internal static string IdOf(SignalType type, string? wijk, params string[] problems) =>
        $"{type.ToString().ToLowerInvariant()}.{wijk ?? "gemeente"}.{string.Join('+', problems)}";
}

/// <summary>A claim that was not made, and why.</summary>
/// <param name="Type">What it would have been.</param>
/// <param name="Wijk">Code of the wijk; null for the municipality.</param>
/// <param name="Probleem">Key of the problem; null for all.</param>
/// <param name="Cause">Gap or break in the deliveries of a team that is the reason, of a gap its first month; null when it is
/// none.</param>
/// <param name="From">First month that it concerns.</param>
/// <param name="Until">Last month that it concerns.</param>
/// <param name="Reden">Dutch.</param>
public sealed record BlockedClaim(
    SignalType Type, string? Wijk, string? Probleem, MonthCoverage? Cause, Month From, Month Until, string Reden)
{
    /// <summary>Team whose delivery is the reason; null when it is none.</summary>
    public string? Wijkteam => Cause?.Wijkteam;
}

/// <summary>What was found and what was held back.</summary>
/// <param name="Signals">Open ones first, then by evidence.</param>
/// <param name="Blocked">By wijk, problem and month.</param>
/// <param name="Artefacts">What was found in the deliveries themselves.</param>
/// <param name="Series">Every wijk and problem with what was expected per month: what a trend chart shows.</param>
public sealed record SignalOutcome(
    IReadOnlyList<Signal> Signals, IReadOnlyList<BlockedClaim> Blocked, IReadOnlyList<MonthCoverage> Artefacts,
    IReadOnlyList<AssessedProblem> Series);

/// <summary>A problem in a wijk, month by month.</summary>
/// <param name="Wijk">Code of the wijk.</param>
/// <param name="Probleem">Key of the problem.</param>
/// <param name="Months">Oldest first.</param>
/// <param name="AdjustedP">Benjamini–Hochberg over all series of the month; NaN where it was not assessed.</param>
/// <param name="Statuses">Signal, quiet or not assessed: what the lifecycle is told from.</param>
public sealed record AssessedProblem(
    string Wijk, string Probleem, IReadOnlyList<SeriesMonth> Months, IReadOnlyList<double> AdjustedP,
    IReadOnlyList<MonthStatus> Statuses);

/// <summary>Settings of <see cref="SignalDetection"/>; reasons in <c>docs/methoden/detectie.md</c>.</summary>
public sealed record SignalOptions
{
    /// <summary>Months for which every series is assessed, up to the last. Default 36: the lifecycle looks back that
    /// far.
    /// </summary>
    public int AssessedMonths { get; init; } = 36;

    /// <summary>Level per month and series. Default 0.02 (false-positive rate of quiet months in simulation).</summary>
    public double Alpha { get; init; } = 0.02;

    /// <summary>False discovery rate over all series of a month. Default 0.10.</summary>
    public double FalseDiscoveryRate { get; init; } = 0.10;

    /// <summary>Months of concentratie, gestapeld, eenzijdig individueel and beleidseffect. Default 12: a year has no
    /// season.</summary>
    public int PeriodMonths { get; init; } = 12;

    /// <summary>Shrunk ratio from which there is a concentratie. Default 1.5.</summary>
    public double ConcentrationRatio { get; init; } = 1.5;

    /// <summary>Wijken with an expectation that concentratie needs. Default 8: with fewer the spread is a
    /// guess.</summary>
    public int ConcentrationWijken { get; init; } = 8;

    /// <summary>Lift from which two problems are gestapeld. Default 1.5.</summary>
    public double Lift { get; init; } = 1.5;

    /// <summary>Joint cases (or, without case numbers, activities) that gestapeld needs. Default 10.</summary>
    public int JointCases { get; init; } = 10;

    /// <summary>Individual help activities from which a missing collective answer is a schakelkans. Default
    /// 20.</summary>
    public int IndividualHelp { get; init; } = 20;

    /// <summary>Cases that make a pattern when only one team saw it. Default 5.</summary>
    public int PatternCases { get; init; } = 5;

    /// <summary>Activities that stand in for cases when there are no case numbers. Default 10.</summary>
    public int PatternActivities { get; init; } = 10;
}
