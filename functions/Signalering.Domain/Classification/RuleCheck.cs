using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Classification;

/// <summary>Something that the check of the rules found.</summary>
/// <param name="Regel">Id of the rule.</param>
/// <param name="IsFout">True: the rule does not do what it says. False: worth a look.</param>
/// <param name="Uitleg">Dutch: what is wrong and what to do.</param>
public sealed record RuleFinding(string Regel, bool IsFout, string Uitleg);

/// <summary>Checks rules against themselves: examples, ids, terms that cannot fire, terms that stand twice.</summary>
public static class RuleCheck
{
    /// <summary>Checks.</summary>
    /// <param name="rules">Parsed, so shape, labels and kinds of context are known to be right.</param>
    /// <param name="taxonomy">Labels.</param>
    /// <param name="texts">Texts on which every rule should fire at least once; empty to leave that out.</param>
    /// <returns>In order of the rules; faults and remarks.</returns>
    /// <exception cref="FormatException">A term that is none; the message names the rule.</exception>
    public static IReadOnlyList<RuleFinding> Run(
        TermRules rules, SocialWorkTaxonomy taxonomy, IReadOnlyList<string> texts)
    {
        var classifier = new ActivityClassifier(taxonomy, rules);
        var findings = new List<RuleFinding>();
        findings.AddRange(rules.Regels.GroupBy(rule => rule.Id).Where(group => group.Count() > 1).Select(group =>
            new RuleFinding(group.Key, true, "Dit id komt vaker voor. Geef elke regel een eigen id.")));
        foreach (var rule in rules.Regels)
        {
            findings.AddRange(Examples(classifier, rule));
            findings.AddRange(Terms(classifier, rule, rules));
        }

        findings.AddRange(Doubles(rules));
        findings.AddRange(Silent(classifier, rules, texts));
        return findings;
    }

    private static IEnumerable<RuleFinding> Examples(ActivityClassifier classifier, TermRule rule)
    {
        foreach (var example in rule.Vangt)
        {
            if (!Catches(classifier, rule, example))
            {
                yield return new RuleFinding(
                    rule.Id, true, $"Vangt het voorbeeld '{example}' niet. Pas de termen of het voorbeeld aan.");
            }
        }

        foreach (var example in rule.VangtNiet)
        {
            if (Catches(classifier, rule, example))
            {
                yield return new RuleFinding(
                    rule.Id, true, $"Vangt het tegenvoorbeeld '{example}' toch. Voeg een uitzondering (sluit_uit) toe.");
            }
        }
    }

    private static bool Catches(ActivityClassifier classifier, TermRule rule, string example)
    {
        var explanation = classifier.ExplainText(example);
        if (rule.As == RuleAxis.Probleem)
            return (explanation.Labels.Problems & (1UL << rule.Label)) != 0;
        return explanation.Terms.Any(term => term.Counts && term.Rule == rule);
    }

    // A term written out with the first word of each place must be found in itself.
    private static IEnumerable<RuleFinding> Terms(ActivityClassifier classifier, TermRule rule, TermRules rules)
    {
        if (rule.SluitUit || rule.As == RuleAxis.Context)
            yield break;
        foreach (var term in rule.Termen)
        {
            var text = Written(TermSyntax.Parse(term, rules.Groepen)[0]);
            if (!classifier.ExplainText(text).Terms.Any(found => found.Rule == rule && found.Term == term))
                yield return new RuleFinding(rule.Id, true, $"De term '{term}' kan nooit aanslaan. Haal hem weg of herschrijf hem.");
        }
    }

    private static string Written(IReadOnlyList<TermPlace> places) =>
        string.Join(' ', places.Select(place => place.Words[0] switch
        {
            TermSyntax.Begin or TermSyntax.End => "",
            TermSyntax.Number => "7",
            var word => word.Trim('*'),
        }).Where(word => word.Length > 0));

    private static IEnumerable<RuleFinding> Doubles(TermRules rules) =>
        from rule in rules.Regels
        where !rule.SluitUit && rule.As != RuleAxis.Context
        from term in rule.Termen
        group rule.Id by (rule.As, rule.Label, term) into same
        where same.Distinct().Count() > 1
        select new RuleFinding(
            same.First(), false, $"De term '{same.Key.term}' staat ook in {string.Join(", ", same.Distinct().Skip(1))}.");

    private static IEnumerable<RuleFinding> Silent(
        ActivityClassifier classifier, TermRules rules, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return [];
        var fired = texts.SelectMany(text => classifier.ExplainText(text).Terms).Select(term => term.Rule.Id).ToHashSet();
        return rules.Regels
            .Where(rule => !rule.SluitUit && rule.As != RuleAxis.Context && !fired.Contains(rule.Id))
            .Select(rule => new RuleFinding(rule.Id, false, "Slaat op geen van de teksten aan."));
    }
}
