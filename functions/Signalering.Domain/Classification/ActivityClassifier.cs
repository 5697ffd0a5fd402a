using Signalering.Domain.Screening;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Classification;

/// <summary>Gives a screened activity its quadrant, problems and core tasks from the terms in its words.</summary>
/// <remarks>
/// <para>Problems and core tasks: every label with a term that fires and is not covered by an exclusion of that label.</para>
/// <para>Quadrant: the weights of the terms that fire are added up, each term once; three or more participants vote 2
/// for both collective quadrants. The highest sum wins, on a tie the first in the taxonomy's order, except that a tie
/// between the two collective quadrants goes to activation when no problem was found. Without any vote an activity with
/// a case number or a problem is individual help; else it is <c>onbepaald</c>. Own work (<c>intern</c>) needs the highest
/// sum of all and carries no problems.</para>
/// <para>Negation, other people's problems and confidence come with the full classifier.</para>
/// </remarks>
public sealed class ActivityClassifier
{
    private const int GroupSize = 3;
    private const int GroupVote = 2;
    private const int QuadrantsAtMost = 16;
    private const int BufferOnStack = 64;

    private readonly TermAutomaton _automaton;
    private readonly TermRule[] _rules;
    private readonly int _quadrants;
    private readonly int _individualHelp;
    private readonly int _collectiveHelp;
    private readonly int _collectiveActivation;
    private readonly int _undetermined;
    private readonly int _internal;

    /// <summary>A classifier for one version of taxonomy and rules; safe to share between threads.</summary>
    public ActivityClassifier(SocialWorkTaxonomy taxonomy, TermRules rules)
    {
        _automaton = new TermAutomaton(rules.Regels);
        _rules = [.. rules.Regels];
        _quadrants = taxonomy.Kwadranten.Count;
        _individualHelp = IndexOf("individueel_hulpverlening");
        _collectiveHelp = IndexOf("collectief_hulpverlening");
        _collectiveActivation = IndexOf("collectief_activering");
        _undetermined = IndexOf(SocialWorkTaxonomy.Onbepaald);
        _internal = IndexOf(SocialWorkTaxonomy.Intern);

        int IndexOf(string key)
        {
            for (var i = 0; i < taxonomy.Kwadranten.Count; i++)
            {
                if (taxonomy.Kwadranten[i].Sleutel == key)
                    return i;
            }

            throw new ArgumentException($"The taxonomy lacks the quadrant {key}.", nameof(taxonomy));
        }
    }

    /// <summary>Classifies one activity; allocates nothing for ordinary rows.</summary>
    public ActivityLabels Classify(ScreenedActivity activity)
    {
        Span<TermMatch> room = stackalloc TermMatch[BufferOnStack];
        var matches = new MatchBuffer(room);
        try
        {
            var words = 0;
            var texts = activity.Texts;
            // A word number is left out between cells, so that no term reaches from one cell into the next.
            for (var i = 0; i < texts.Count; i++)
                words = _automaton.Match(texts[i], words, ref matches) + 1;
            return Weigh(matches.Matches, activity.Facts.Participants, !activity.Casus.IsEmpty);
        }
        finally
        {
            matches.Dispose();
        }
    }

    /// <summary>The rules that fired and were not excluded, in order of the text; each once.</summary>
    public IReadOnlyList<TermRule> Explain(ScreenedActivity activity)
    {
        var matches = new MatchBuffer([]);
        try
        {
            var words = 0;
            var texts = activity.Texts;
            for (var i = 0; i < texts.Count; i++)
                words = _automaton.Match(texts[i], words, ref matches) + 1;
            var fired = new List<TermRule>();
            foreach (var match in matches.Matches)
            {
                var rule = _rules[match.Rule];
                if (!rule.SluitUit && !IsExcluded(match, rule, matches.Matches) && !fired.Contains(rule))
                    fired.Add(rule);
            }

            return fired;
        }
        finally
        {
            matches.Dispose();
        }
    }

    private ActivityLabels Weigh(ReadOnlySpan<TermMatch> matches, int? participants, bool hasCase)
    {
        Span<int> votes = stackalloc int[QuadrantsAtMost];
        ulong problems = 0;
        ulong coreTasks = 0;
        for (var i = 0; i < matches.Length; i++)
        {
            var rule = _rules[matches[i].Rule];
            if (rule.SluitUit || IsExcluded(matches[i], rule, matches) || FiredBefore(matches, i))
                continue;
            switch (rule.As)
            {
                case RuleAxis.Probleem: problems |= 1UL << rule.Label; break;
                case RuleAxis.Kerntaak: coreTasks |= 1UL << rule.Label; break;
                default: votes[rule.Label] += rule.Gewicht; break;
            }
        }

        if (participants >= GroupSize)
        {
            votes[_collectiveHelp] += GroupVote;
            votes[_collectiveActivation] += GroupVote;
        }

        var quadrant = Winner(votes[.._quadrants], problems, hasCase);
        return quadrant == _internal ? new ActivityLabels(quadrant, 0, 0) : new ActivityLabels(quadrant, problems, coreTasks);
    }

    private int Winner(ReadOnlySpan<int> votes, ulong problems, bool hasCase)
    {
        var best = 0;
        for (var i = 1; i < votes.Length; i++)
        {
            if (votes[i] > votes[best])
                best = i;
        }

        if (votes[best] == 0)
            return hasCase || problems != 0 ? _individualHelp : _undetermined;
        if (best == _collectiveHelp && votes[_collectiveActivation] == votes[best] && problems == 0)
            return _collectiveActivation;
        return best;
    }

    private bool IsExcluded(TermMatch match, TermRule rule, ReadOnlySpan<TermMatch> matches)
    {
        foreach (var other in matches)
        {
            var by = _rules[other.Rule];
            if (by.SluitUit && by.As == rule.As && by.Label == rule.Label
                && other.FirstWord <= match.FirstWord && other.LastWord >= match.LastWord)
                return true;
        }

        return false;
    }

    // The same term twice in a text is one vote, unless its first occurrence was excluded.
    private bool FiredBefore(ReadOnlySpan<TermMatch> matches, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (matches[i].Rule == matches[index].Rule && !IsExcluded(matches[i], _rules[matches[i].Rule], matches))
                return true;
        }

        return false;
    }
}
