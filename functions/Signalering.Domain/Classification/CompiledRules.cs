namespace Signalering.Domain.Classification;

/// <summary>The rules of one version, ready to read rows with.</summary>
internal sealed class CompiledRules
{
    private const string Fillers = "tussen";
    private const string Abbreviations = "afkorting";
    private const string Breaks = "breuk";
    private const string Listings = "opsomming";
    private const string Denials = "ontkenning";
    private const string Causes = "oorzaak";
    private const string Bare = "nietszeggend";

    /// <summary>Compiles.</summary>
    /// <exception cref="FormatException">A term that is none; the message names the rule.</exception>
    public CompiledRules(TermRules source)
    {
        Source = source;
        Rules = [.. source.Regels];
        Graph = new PhraseGraph();
        var spellings = new Spellings(source.Schrijfwijzen);
        var terms = new List<CompiledTerm>();
        var denying = new List<bool>();
        var (conditions, mits, tenzij) = (0, new int[Rules.Length], new int[Rules.Length]);
        for (var rule = 0; rule < Rules.Length; rule++)
        {
            mits[rule] = AddCondition(Rules[rule].Mits, rule);
            tenzij[rule] = AddCondition(Rules[rule].Tenzij, rule);
            AddTerms(Rules[rule].Termen, rule, -1);
        }

        (Mits, Tenzij, Conditions) = (mits, tenzij, conditions);
        (Terms, Denying) = ([.. terms], [.. denying]);
        Roles = [.. terms.Select((term, i) => RoleOf(term, denying[i]))];
        // The flags first: their words, too, have to be in the graph before the lexicon compiles it.
        (int, WordFlags)[] flags = [.. FlagAtoms()];
        Lexicon = new WordLexicon(Graph, source.Woorden, flags);

        int AddCondition(IReadOnlyList<string> condition, int rule)
        {
            if (condition.Count == 0)
                return -1;
            AddTerms(condition, rule, conditions);
            return conditions++;
        }

        void AddTerms(IReadOnlyList<string> texts, int rule, int condition)
        {
            foreach (var text in texts)
            {
                foreach (var places in Parse(text, Rules[rule].Id).Select(spellings.Add).SelectMany(ByDenial))
                {
                    Graph.Add(places, terms.Count);
                    denying.Add(IsDenying(places));
                    terms.Add(new CompiledTerm(rule, condition, text));
                }
            }
        }
    }

    public TermRules Source { get; }

    public TermRule[] Rules { get; }

    public PhraseGraph Graph { get; }

    public WordLexicon Lexicon { get; }

    public CompiledTerm[] Terms { get; }

    /// <summary>Per term: whether a denying word is one of its own (<c>geen geld</c>), so that no denial touches it.</summary>
    public bool[] Denying { get; }

    /// <summary>Per term, what every row asks of it.</summary>
    public TermRole[] Roles { get; }

    /// <summary>Per rule: the condition that must be fulfilled; −1 for none.</summary>
    public int[] Mits { get; }

    /// <summary>Per rule: the condition that must not be fulfilled; −1 for none.</summary>
    public int[] Tenzij { get; }

    public int Conditions { get; }

    private TermRole RoleOf(CompiledTerm term, bool denying)
    {
        var rule = Rules[term.Rule];
        var deeds = term.Condition >= 0 ? TermDeeds.Fulfils
            : rule.As == RuleAxis.Context ? TermDeeds.Context
            : rule.SluitUit ? TermDeeds.Excludes
            : TermDeeds.Speaks;
        if (rule.SluitUit && rule.As == RuleAxis.Context && term.Condition < 0)
            deeds |= TermDeeds.Excludes;
        var masks = rule.As == RuleAxis.Context
            ? rule.Label == (int)ContextKind.GeenOntkenning
            : rule.As == RuleAxis.Probleem && denying && deeds == TermDeeds.Speaks;
        return new TermRole(masks ? deeds | TermDeeds.Masks : deeds, rule.As, rule.Label, term.Rule, term.Condition);
    }

    private IReadOnlyList<IReadOnlyList<TermPlace>> Parse(string text, string id)
    {
        try
        {
            return TermSyntax.Parse(text, Source.Groepen);
        }
        catch (FormatException fault)
        {
            throw new FormatException($"Regel {id}, term '{text}': {fault.Message}.", fault);
        }
    }

    private bool IsDenying(IReadOnlyList<TermPlace> places) =>
        Source.Groepen.TryGetValue(Denials, out var denials)
        && places.Any(place => place.Words.All(word => denials.Contains(word)));

    // "(weinig|geen) vrienden": with "geen" the denial is part of the term, with "weinig" it would be one of the term.
    private IReadOnlyList<IReadOnlyList<TermPlace>> ByDenial(IReadOnlyList<TermPlace> places)
    {
        if (!Source.Groepen.TryGetValue(Denials, out var denials) || IsDenying(places))
            return [places];
        for (var i = 0; i < places.Count; i++)
        {
            var words = places[i].Words.ToLookup(denials.Contains);
            if (words[true].Any())
                return [With(i, [.. words[true]]), .. ByDenial(With(i, [.. words[false]]))];
        }

        return [places];

        IReadOnlyList<TermPlace> With(int place, IReadOnlyList<string> words) =>
            [.. places.Select((other, i) => i == place ? other with { Words = words } : other)];
    }

    private IEnumerable<(int Atom, WordFlags Flag)> FlagAtoms()
    {
        foreach (var (name, flag) in new[]
        {
            (Fillers, WordFlags.Filler), (Abbreviations, WordFlags.Abbreviation), (Breaks, WordFlags.Break),
            (Listings, WordFlags.Listing), (Causes, WordFlags.Cause), (Bare, WordFlags.Bare),
        })
        {
            if (Source.Groepen.TryGetValue(name, out var words))
                yield return (Graph.Atom(words), flag);
        }
    }
}

/// <summary>What a term does where it is found.</summary>
[Flags]
internal enum TermDeeds : byte
{
    /// <summary>Speaks for the label of its rule.</summary>
    Speaks = 1,

    /// <summary>Takes its words from the other terms of the label.</summary>
    Excludes = 2,

    /// <summary>Says what the words around it make of a term.</summary>
    Context = 4,

    /// <summary>Fulfils a condition of its rule.</summary>
    Fulfils = 8,

    /// <summary>Keeps denying words inside it from denying something else.</summary>
    Masks = 16,
}

/// <summary>The parts of a term and its rule that every row asks for, side by side in memory.</summary>
/// <param name="Deeds">What it does.</param>
/// <param name="As">Axis of its rule.</param>
/// <param name="Label">Label of its rule.</param>
/// <param name="Rule">Position of its rule.</param>
/// <param name="Condition">Number of the condition that it fulfils; −1 for none.</param>
internal readonly record struct TermRole(TermDeeds Deeds, RuleAxis As, int Label, int Rule, int Condition)
{
    public bool Does(TermDeeds deed) => (Deeds & deed) != 0;
}
