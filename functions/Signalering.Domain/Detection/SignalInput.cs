using Signalering.Domain.Counting;
using Signalering.Domain.Municipality;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Detection;

/// <summary>Activities about one problem by one team in one wijk and month.</summary>
/// <param name="Wijkteam">Key of the team.</param>
/// <param name="Wijk">Code of the wijk.</param>
/// <param name="Probleem">Key of the problem.</param>
/// <param name="Month">Month.</param>
/// <param name="Activities">Count, above 0: what is not there is a zero if the team delivered.</param>
/// <param name="IndividualHelp">Of these, individual help.</param>
/// <param name="Collective">Of these, collective help or activation.</param>
/// <param name="WithoutCase">Of these, without a case number.</param>
/// <param name="Cases">Hashes of the cases.</param>
public sealed record ProblemCount(
    string Wijkteam, string Wijk, string Probleem, Month Month, int Activities, int IndividualHelp, int Collective,
    int WithoutCase, IReadOnlyCollection<ulong> Cases);

/// <summary>Activities about two problems at once, in the whole municipality and one month.</summary>
public sealed record PairCount(
    string Eerste, string Tweede, Month Month, int Activities, IReadOnlyCollection<ulong> Cases);

/// <summary>Activities by one team in one wijk and month in which somebody got stuck on a law or authority (wachttijd,
/// afgewezen, stopgezet, bezwaar, niet-gebruik).</summary>
/// <param name="Wijkteam">Key of the team.</param>
/// <param name="Beleid">Key of the law or authority.</param>
/// <param name="Wijk">Code of the wijk.</param>
/// <param name="Month">Month.</param>
/// <param name="Activities">Count.</param>
/// <param name="WithoutCase">Of these, without a case number.</param>
/// <param name="Cases">Hashes of the cases.</param>
public sealed record FrictionCount(
    string Wijkteam, string Beleid, string Wijk, Month Month, int Activities, int WithoutCase,
    IReadOnlyCollection<ulong> Cases);

/// <summary>All activities that a team delivered for a month, whatever the wijk or problem.</summary>
public sealed record TeamMonth(string Wijkteam, Month Month, int Activities);

/// <summary>What the delivery ledger knows of a team's month; where it says nothing, the month counts as
/// complete.</summary>
/// <param name="Wijkteam">Key of the team.</param>
/// <param name="Month">Month.</param>
/// <param name="Exposure">Part of the team's work that is in the delivery, 0–1; 0 = not delivered.</param>
/// <param name="BreakReason">Dutch: why counts from this month on cannot be compared with those before (other form,
/// other system, new team); null when they can.</param>
public sealed record MonthCoverage(string Wijkteam, Month Month, double Exposure, string? BreakReason = null)
{
    /// <summary>Dutch: why part of the month is not there; null when it is all there, or when the counts told
    /// so.</summary>
    public string? GapReason { get; init; }
}

/// <summary>Everything that signals are found in: counts only.</summary>
/// <param name="Wijken">Wijken of the municipality.</param>
/// <param name="Last">Month that is reported about; later ones are ignored.</param>
/// <param name="Counts">Counts per team, wijk, problem and month.</param>
/// <param name="TeamMonths">What each team delivered; a team and month that is not here was not delivered.</param>
public sealed record SignalInput(
    IReadOnlyList<Wijk> Wijken, Month Last, IReadOnlyList<ProblemCount> Counts, IReadOnlyList<TeamMonth> TeamMonths)
{
    private const string Individual = "individueel_hulpverlening";
    private const string CollectivePrefix = "collectief_";

    /// <summary>Pairs of problems.</summary>
    public IReadOnlyList<PairCount> Pairs { get; init; } = [];

    /// <summary>Friction with laws and authorities.</summary>
    public IReadOnlyList<FrictionCount> Friction { get; init; } = [];

    /// <summary>What the ledger knows.</summary>
    public IReadOnlyList<MonthCoverage> Coverage { get; init; } = [];

    /// <summary>Months of teams whose counts people looked into and found right: the check of the deliveries does not
    /// overrule them.</summary>
    public IReadOnlySet<(string Wijkteam, Month Month)> FoundRight { get; init; } =
        new HashSet<(string Wijkteam, Month Month)>();

    /// <summary>Keys of what is no problem but a chance or a way of working (<c>leun_steuncontact</c>): much individual
    /// help is what it is, so that no collective answer is missing.</summary>
    public IReadOnlySet<string> NoProblems { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Problem keys that stand for strengths: a rise of these is good news.</summary>
    public IReadOnlySet<string> Strengths { get; init; } =
        new HashSet<string>(StringComparer.Ordinal) { "participatie_vrijwilligerswerk" };

    /// <summary>Reads cubes; retired problem keys become those in use, the team's own work is left out.</summary>
    /// <param name="cubes">Cubes of any months; the more history the better (five years is enough).</param>
    /// <param name="gemeente">Wijken.</param>
    /// <param name="taxonomie">Problems.</param>
    /// <param name="last">Month that is reported about.</param>
    /// <param name="ledger">What the ledgers know of the months; null for nothing.</param>
    public static SignalInput FromCubes(
        IEnumerable<Cube> cubes, Gemeente gemeente, SocialWorkTaxonomy taxonomie, Month last,
        LedgerCoverage? ledger = null)
    {
        var (counts, pairs, teams) = (new List<ProblemCount>(), new List<PairCount>(), new List<TeamMonth>());
        var frictions = new List<FrictionCount>();
        var wijken = gemeente.Wijken.Select(w => w.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var cube in cubes.Where(c => c.Header.Month <= last))
        {
            teams.Add(new TeamMonth(cube.Header.Wijkteam, cube.Header.Month, cube.Header.Activities));
            var cells = cube.Cells
                .Where(c => wijken.Contains(c.Wijk) && c.Kwadrant != SocialWorkTaxonomy.Intern
                    && c.Probleem != SocialWorkTaxonomy.Geen)
                .GroupBy(c => (c.Wijk, Probleem: taxonomie.CurrentKey(c.Probleem)));
            counts.AddRange(cells.Select(group => new ProblemCount(
                cube.Header.Wijkteam, group.Key.Wijk, group.Key.Probleem, cube.Header.Month,
                group.Sum(c => c.Measures.Activities),
                group.Where(c => c.Kwadrant == Individual).Sum(c => c.Measures.Activities),
                group.Where(c => c.Kwadrant.StartsWith(CollectivePrefix, StringComparison.Ordinal))
                    .Sum(c => c.Measures.Activities),
                group.Sum(c => c.Measures.WithoutCase),
                [.. group.SelectMany(c => c.Measures.Cases).Distinct().Select(i => cube.Cases[i])])));
            pairs.AddRange(cube.Pairs.Where(p => wijken.Contains(p.Wijk)).Select(p => new PairCount(
                taxonomie.CurrentKey(p.Eerste), taxonomie.CurrentKey(p.Tweede), cube.Header.Month,
                p.Measures.Activities, [.. p.Measures.Cases.Select(i => cube.Cases[i])])));
            frictions.AddRange((cube.Frictions ?? []).Where(f => f.Wrijving.Length == 0 && wijken.Contains(f.Wijk))
                .Select(f => new FrictionCount(
                    cube.Header.Wijkteam, taxonomie.CurrentKey(f.Beleid), f.Wijk, cube.Header.Month,
                    f.Measures.Activities, f.Measures.WithoutCase, [.. f.Measures.Cases.Select(i => cube.Cases[i])])));
        }

        return new SignalInput(gemeente.Wijken, last, counts, teams)
        {
            Pairs = pairs,
            Friction = frictions,
            Coverage = [.. Missing(teams, gemeente, last), .. (ledger?.Months ?? []).Where(m => m.Month <= last)],
            FoundRight = ledger?.FoundRight ?? new HashSet<(string Wijkteam, Month Month)>(),
            NoProblems = taxonomie.Problemen.Where(p => p.Soort != "probleem").Select(p => p.Sleutel)
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Months that a team should have delivered and did not, from the first month that anybody
    /// delivered.</summary>
    private static IEnumerable<MonthCoverage> Missing(List<TeamMonth> delivered, Gemeente gemeente, Month last)
    {
        if (delivered.Count == 0)
            yield break;
        var first = delivered.Min(d => d.Month);
        var known = delivered.Select(d => (d.Wijkteam, d.Month)).ToHashSet();
        foreach (var team in gemeente.Wijkteams)
        {
            for (var month = team.Vanaf > first ? team.Vanaf : first; month <= last; month = month.Plus(1))
            {
                if (!known.Contains((team.Sleutel, month)))
                {
                    yield return new MonthCoverage(team.Sleutel, month, 0)
                    {
                        GapReason = "Er is niet geleverd. Dat telt nergens als nul: niet als daling, en daarna niet als stijging.",
                    };
                }
            }
        }
    }
}
