using System.Globalization;
using System.Text;
using Signalering.Domain;
using Signalering.Domain.Classification;

namespace Signalering.Cli.Verbs;

/// <summary>Why a row has its labels, in Dutch: a line for in a file, some lines for on a screen.</summary>
internal static class ExplanationText
{
    private const int MostWords = 60;

    /// <summary>Rules that counted and what was held against the others: <c>schulden-incasso (deurwaard*)</c>.</summary>
    public static string Short(Explanation explanation)
    {
        var parts = explanation.Terms
            .Where(term => term.Counts || (term.Rule.As == RuleAxis.Probleem && Reason(term) is not null))
            .Where(term => term.Rule.As is not (RuleAxis.Beleid or RuleAxis.Wrijving) || explanation.Labels.Policies != 0)
            .Select(term => term.Counts
                ? $"{term.Rule.Id} ({term.Term})"
                : $"niet {term.Rule.Id} ({term.Term}): {Reason(term)}")
            .Distinct().ToList();
        return parts.Count <= MostWords
            ? string.Join("; ", parts)
            : string.Join("; ", parts.Take(MostWords)) + "; …";
    }

    /// <summary>The row with its words marked, and a line per term.</summary>
    /// <param name="number">Number of the row below the header.</param>
    /// <param name="row">The row.</param>
    /// <param name="explanation">Why.</param>
    public static List<string> Lines(int number, ClassifiedRow row, Explanation explanation)
    {
        var lines = new List<string>
        {
            $"Rij {number}: {row.Kwadrant} · {string.Join(", ", row.Problemen)} · zekerheid "
                + $"{row.Zekerheid?.ToString("0.00", CultureInfo.InvariantCulture)} ({row.Status})",
        };
        for (var cell = 0; cell < row.Teksten.Count; cell++)
        {
            if (row.Teksten[cell].Length > 0)
                lines.Add("  " + Mark(row.Teksten[cell], explanation.Terms.Where(term => term.Cell == cell && term.Rule.As == RuleAxis.Probleem)));
        }

        lines.AddRange(explanation.Terms
            .Where(term => term.Counts || Reason(term) is not null)
            .Select(term => term.Counts
                ? $"    + {term.Rule.Id}: {term.Term}{(Note(term) is { } note ? $" ({note})" : "")}"
                : $"    - {term.Rule.Id}: {term.Term}, telt niet: {Reason(term)}"));
        return lines;
    }

    // Words that count stand in [ ], words that something was held against in ( ).
    private static string Mark(string text, IEnumerable<FoundTerm> terms)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var term in terms.OrderBy(term => term.Start).ThenByDescending(term => term.Counts))
        {
            if (term.Start < at)
                continue;
            marked.Append(text, at, term.Start - at)
                .Append(term.Counts ? '[' : '(')
                .Append(text, term.Start, term.Length)
                .Append(term.Counts ? ']' : ')');
            at = term.Start + term.Length;
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }

    private static string? Note(FoundTerm term) => term.Context switch
    {
        var context when context.HasFlag(TermContext.Betwijfeld) => "ontkend, maar betwijfeld",
        var context when context.HasFlag(TermContext.Onzeker) => "misschien",
        _ => null,
    };

    private static string? Reason(FoundTerm term)
    {
        var by = term.Against is { } rule ? $" ({rule.Id})" : string.Empty;
        if (term.Context.HasFlag(TermContext.Ontkend))
            return "ontkend of opgelost" + by;
        if (term.Context.HasFlag(TermContext.VanAnder))
            return "gaat over een ander" + by;
        if (term.Context.HasFlag(TermContext.Verleden))
            return "voorbij" + by;
        if (term.Context.HasFlag(TermContext.Hypothetisch))
            return "nog niet aan de orde" + by;
        if (term.Context.HasFlag(TermContext.Onderwerp))
            return "alleen onderwerp" + by;
        return term.Against is { } exclusion ? $"uitgezonderd door {exclusion.Id}" : null;
    }
}
