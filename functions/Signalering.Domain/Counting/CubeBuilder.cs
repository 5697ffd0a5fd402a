using System.Numerics;
using Signalering.Domain.Classification;
using Signalering.Domain.Intake;
using Signalering.Domain.Municipality;
using Signalering.Domain.Screening;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Counting;

/// <summary>Counts screened activities into one cube per month. What does not go in here is forgotten.</summary>
/// <param name="taxonomy">Labels, in whose order the classifier numbers them.</param>
/// <param name="wijken">Places, in whose order the reader numbers them.</param>
/// <param name="hasher">Makes case numbers unreadable.</param>
public sealed class CubeBuilder(SocialWorkTaxonomy taxonomy, WijkIndex wijken, CaseHasher hasher)
{
    private readonly SortedDictionary<Month, MonthCounts> _months = [];
    private Month _lastMonth;
    private MonthCounts? _last; // most rows are of the month of the row before

    /// <summary>Activities counted so far.</summary>
    public int Activities { get; private set; }

    /// <summary>Counts an activity.</summary>
    public void Add(ScreenedActivity activity, ActivityLabels labels) =>
        Add(activity.Facts, CaseOf(activity), labels);

    /// <summary>The case of an activity as it is kept; null when it has none.</summary>
    public ulong? CaseOf(ScreenedActivity activity) =>
        activity.Casus.IsEmpty ? null : hasher.Hash(activity.Casus, activity.Facts.Datum.Year);

    /// <summary>Counts an activity of which only this was kept.</summary>
    /// <param name="facts">Day, wijk, duration and participants.</param>
    /// <param name="caseHash">From <see cref="CaseOf"/>.</param>
    /// <param name="labels">From the classifier.</param>
    public void Add(ActivityFacts facts, ulong? caseHash, ActivityLabels labels)
    {
        var month = Month.Of(facts.Datum);
        var counts = CountsOf(month);
        var @case = caseHash is { } hash ? counts.CaseNumber(hash) : -1;

        Activities++;
        counts.Activities++;
        counts.Total(facts.Wijk, labels.Quadrant).Add(facts.Minutes, facts.Participants, @case);
        if (labels.Policies != 0)
            AddFriction(counts, facts, @case, labels);
        if (labels.Problems == 0)
            counts.Cell(facts.Wijk, labels.Quadrant, taxonomy.Problemen.Count).Add(facts.Minutes, facts.Participants, @case);
        for (var set = labels.Problems; set != 0; set &= set - 1)
        {
            var problem = BitOperations.TrailingZeroCount(set);
            counts.Cell(facts.Wijk, labels.Quadrant, problem).Add(facts.Minutes, facts.Participants, @case);
            for (var rest = set & (set - 1); rest != 0; rest &= rest - 1)
            {
                counts.Pair(facts.Wijk, problem, BitOperations.TrailingZeroCount(rest))
                    .Add(facts.Minutes, facts.Participants, @case);
            }
        }
    }

    private static void AddFriction(MonthCounts counts, ActivityFacts facts, int @case, ActivityLabels labels)
    {
        for (var set = labels.Policies; set != 0; set &= set - 1)
        {
            var policy = BitOperations.TrailingZeroCount(set);
            counts.Friction(facts.Wijk, policy, 0).Add(facts.Minutes, facts.Participants, @case);
            for (var kinds = labels.Frictions; kinds != 0; kinds &= kinds - 1)
            {
                counts.Friction(facts.Wijk, policy, 1 + BitOperations.TrailingZeroCount(kinds))
                    .Add(facts.Minutes, facts.Participants, @case);
            }
        }
    }

    private MonthCounts CountsOf(Month month)
    {
        if (_last is not null && _lastMonth == month)
            return _last;
        if (!_months.TryGetValue(month, out var counts))
        {
            _months[month] = counts = new MonthCounts(
                wijken.Codes.Count, taxonomy.Kwadranten.Count, taxonomy.Problemen.Count + 1, taxonomy.Beleid.Count,
                taxonomy.Wrijvingen.Count + 1);
        }

        (_lastMonth, _last) = (month, counts);
        return counts;
    }

    /// <summary>The cubes, oldest month first.</summary>
    /// <param name="stamp">The delivery that was counted.</param>
    /// <param name="wijkteam">Key of the team.</param>
    /// <param name="contentSha256">SHA-256 of the file.</param>
    /// <param name="regels">Version of the rules.</param>
    public IReadOnlyList<Cube> Build(DeliveryStamp stamp, string wijkteam, string contentSha256, string regels) =>
    [
        .. _months.Select(month => month.Value.ToCube(
            new CubeHeader(
                wijkteam, month.Key, stamp, contentSha256, taxonomy.Versie, regels, month.Value.Activities),
            wijken.Codes,
            [.. taxonomy.Kwadranten.Select(k => k.Sleutel)],
            [.. taxonomy.Problemen.Select(p => p.Sleutel), SocialWorkTaxonomy.Geen],
            [.. taxonomy.Beleid.Select(b => b.Sleutel)],
            [string.Empty, .. taxonomy.Wrijvingen.Select(w => w.Sleutel)])),
    ];
}
