namespace Signalering.Domain.Classification;

/// <summary>Pairs friction with the law or authority that it is about.</summary>
/// <remarks>
/// <para>A friction (<c>afgewezen</c>, <c>wachttijd</c>) that is not denied, past, hypothetical or somebody else's
/// belongs to the laws in its own clause; without one there, to the nearest law within <see cref="Reach"/> content
/// words of its sentence; without any in its sentence, to the last law of the sentence before it in the same cell
/// (<c>UWV gebeld. Nog geen beslissing.</c>). A rule of less weight than <see cref="EvidenceWeigher.Threshold"/>
/// (<c>gemeente</c>) counts only when no other law or authority is in the same reach.</para>
/// <para>Weak spot: with two laws and two frictions in one activity, which belongs to which is kept per law and per
/// friction only, not per pair.</para>
/// </remarks>
internal sealed class FrictionReader(CompiledRules rules)
{
    /// <summary>Content words between a friction and a law outside its clause.</summary>
    public const int Reach = 8;

    private readonly List<Mention> _laws = [];
    private readonly List<Mention> _frictions = [];

    /// <summary>Laws and authorities with friction, a bit each.</summary>
    public ulong Policies { get; private set; }

    /// <summary>Frictions that belong to one of these, a bit each.</summary>
    public ulong Frictions { get; private set; }

    /// <summary>Reads a row whose evidence has been weighed; allocates nothing once the lists have grown.</summary>
    public void Read(RowReading row, ContextReader context, EvidenceWeigher evidence)
    {
        (Policies, Frictions) = (0, 0);
        _laws.Clear();
        _frictions.Clear();
        var matches = row.Matches;
        for (var i = 0; i < matches.Length; i++)
        {
            var axis = rules.Roles[matches[i].Term].As;
            if (axis is not (RuleAxis.Beleid or RuleAxis.Wrijving)
                || !evidence.Counts(matches, i, context, out var rule, out var how)
                || (how & EvidenceWeigher.DoesNotCount) != 0)
            {
                continue;
            }

            var of = rules.Rules[rule];
            var mention = new Mention(of.Label, of.Gewicht >= EvidenceWeigher.Threshold, row.Words[matches[i].First],
                row.Words[matches[i].Last]);
            (axis == RuleAxis.Beleid ? _laws : _frictions).Add(mention);
        }

        for (var i = 0; i < _frictions.Count && _laws.Count > 0; i++)
        {
            var laws = LawsOf(_frictions[i]);
            Policies |= laws;
            Frictions |= laws == 0 ? 0 : 1UL << _frictions[i].Label;
        }
    }

    private ulong LawsOf(Mention friction)
    {
        foreach (var specific in (ReadOnlySpan<bool>)[true, false])
        {
            if (Near(friction, specific) is not 0 and var near)
                return near;
        }

        return Before(friction, specific: true) is not 0 and var before ? before : Before(friction, specific: false);
    }

    // In the same clause all, else the nearest of the sentence.
    private ulong Near(Mention friction, bool specific)
    {
        var (inClause, nearest, least) = (0UL, 0UL, Reach + 1);
        foreach (var law in _laws)
        {
            if (law.IsSpecific != specific || law.First.Sentence != friction.First.Sentence)
                continue;
            if (law.First.Clause <= friction.Last.Clause && law.Last.Clause >= friction.First.Clause)
                inClause |= 1UL << law.Label;
            var distance = Math.Max(
                law.First.Content - friction.Last.Content, friction.First.Content - law.Last.Content);
            if (distance < least)
                (nearest, least) = (1UL << law.Label, distance);
        }

        return inClause != 0 ? inClause : nearest;
    }

    private ulong Before(Mention friction, bool specific)
    {
        var last = 0UL;
        foreach (var law in _laws)
        {
            if (law.First.Sentence == friction.First.Sentence)
                return 0;
            if (law.IsSpecific == specific && law.First.Cell == friction.First.Cell
                && law.First.Sentence == friction.First.Sentence - 1)
            {
                last = 1UL << law.Label;
            }
        }

        return last;
    }

    private readonly record struct Mention(int Label, bool IsSpecific, RowWord First, RowWord Last);
}
