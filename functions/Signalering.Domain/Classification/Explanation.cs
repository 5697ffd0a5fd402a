namespace Signalering.Domain.Classification;

/// <summary>A term that was found, and what became of it.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Term">As written in the rules.</param>
/// <param name="Cell">Number of the text cell.</param>
/// <param name="Start">First character in the cell.</param>
/// <param name="Length">Characters.</param>
/// <param name="Counts">Whether it speaks for its label.</param>
/// <param name="Context">What the words around it make of it.</param>
/// <param name="Against">Rule that was held against it: an exclusion or a rule of context; null for none.</param>
public sealed record FoundTerm(
    TermRule Rule, string Term, int Cell, int Start, int Length, bool Counts, TermContext Context, TermRule? Against);

/// <summary>Why an activity has its labels: deterministic, in order of the text.</summary>
/// <param name="Labels">What it explains.</param>
/// <param name="Terms">Terms of problems, quadrants and core tasks, each rule once per place.</param>
public sealed record Explanation(ActivityLabels Labels, IReadOnlyList<FoundTerm> Terms);

/// <summary>Puts an explanation together from the working memory of a row; only when it is asked for.</summary>
internal static class ExplanationWriter
{
    public static Explanation Write(CompiledRules rules, Workbench bench, ActivityLabels labels)
    {
        var found = new List<FoundTerm>();
        var matches = bench.Row.Matches;
        for (var i = 0; i < matches.Length; i++)
        {
            if (rules.Roles[matches[i].Term].Does(TermDeeds.Speaks))
                found.Add(Found(rules, bench, i, rules.Terms[matches[i].Term].Text));
        }

        return new Explanation(labels, [.. found.Distinct().OrderBy(f => f.Cell).ThenBy(f => f.Start)]);
    }

    private static FoundTerm Found(CompiledRules rules, Workbench bench, int index, string text)
    {
        var matches = bench.Row.Matches;
        var match = matches[index];
        var counts = bench.Evidence.Counts(matches, index, bench.Context, out var rule, out var how);
        var cause = -1;
        if (counts && how != TermContext.None)
            bench.Context.Of(match, out cause);
        else if (!counts)
            cause = bench.Evidence.ExcludedBy(matches, index);
        var words = bench.Row.Words;
        var (first, last) = (words[match.First], words[match.Last]);
        return new FoundTerm(
            rules.Rules[rule], text, first.Cell, first.Start, last.Start + last.Length - first.Start,
            counts && (how & EvidenceWeigher.DoesNotCount) == 0, how,
            cause < 0 ? null : rules.Rules[rules.Terms[matches[cause].Term].Rule]);
    }
}
