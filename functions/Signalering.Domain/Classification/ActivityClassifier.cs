using System.Collections.Concurrent;
using System.Numerics;
using Signalering.Domain.Screening;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Classification;

/// <summary>Gives a screened activity its quadrant, problems and core tasks, and says why.</summary>
/// <remarks>
/// <para>words → terms (<see cref="RowReading"/>) → context (<see cref="ContextReader"/>) → sums
/// (<see cref="EvidenceWeigher"/>) → quadrant (<see cref="QuadrantJudge"/>). Everything that is known of the field stands
/// in <c>seeds/regels/</c>; this code knows words and sums only. <c>docs/methoden/classificatie.md</c> explains and gives
/// the error rates.</para>
/// <para>Own work carries no problems. Safe to share between threads: each call rents its own working memory.</para>
/// </remarks>
public sealed class ActivityClassifier
{
    private const string Participation = "participatie_vrijwilligerswerk";
    private const string Neighbourhood = "leefbaarheid";

    /// <summary>Problems around which people meet about as often as they are helped; groups with another one are
    /// help.</summary>
    private static readonly string[] MetAbout =
    [
        "eenzaamheid", "taal_digitaal", "migratie_integratie", "armoede", "mantelzorg", "seksualiteit_gender",
        "huisvesting", "burenproblematiek", "ziekte_handicap",
    ];

    private const double NothingFound = 0.7;
    private const double SomethingHeld = 0.45;
    private const double UndeterminedWithProblem = 0.4;

    private readonly CompiledRules _rules;
    private readonly ConcurrentBag<Workbench> _idle = [];
    private Workbench? _last;
    private readonly int[] _quadrants;
    private readonly ulong _participation;
    private readonly ulong _neighbourhood;
    private readonly ulong _meeting;

    /// <summary>A classifier for one version of taxonomy and rules.</summary>
    /// <exception cref="FormatException">A term that is none; the message names the rule.</exception>
    public ActivityClassifier(SocialWorkTaxonomy taxonomy, TermRules rules)
    {
        _rules = new CompiledRules(rules);
        var quadrants = taxonomy.Kwadranten.Select(k => k.Sleutel).ToList();
        _quadrants =
        [
            .. QuadrantLabels.Names.Take(4).Append(SocialWorkTaxonomy.Onbepaald).Append(SocialWorkTaxonomy.Intern)
                .Select(key => Position(quadrants, key)),
        ];
        var problems = taxonomy.Problemen.Select(p => p.Sleutel).ToList();
        _participation = 1UL << Position(problems, Participation);
        _neighbourhood = 1UL << Position(problems, Neighbourhood);
        _meeting = MetAbout.Aggregate(0UL, (set, key) => set | (1UL << Position(problems, key)));
    }

    internal CompiledRules Rules => _rules;

    /// <summary>Classifies one activity; allocates nothing for ordinary rows.</summary>
    public ActivityLabels Classify(ScreenedActivity activity)
    {
        var bench = Rent();
        try
        {
            var texts = activity.Texts;
            for (var i = 0; i < texts.Count; i++)
                bench.Row.Read(texts[i], i);
            return Judge(bench, Figures(activity));
        }
        finally
        {
            Return(bench);
        }
    }

    /// <summary>Classifies and tells which rules fired where, and what was held against them.</summary>
    public Explanation Explain(ScreenedActivity activity)
    {
        var bench = Rent();
        try
        {
            var texts = activity.Texts;
            for (var i = 0; i < texts.Count; i++)
                bench.Row.Read(texts[i], i);
            return ExplanationWriter.Write(_rules, bench, Judge(bench, Figures(activity)));
        }
        finally
        {
            Return(bench);
        }
    }

    /// <summary>Labels of a text by itself, for checks of rules and for tests; a row goes through the gate.</summary>
    internal ActivityLabels ClassifyText(ReadOnlySpan<char> text, RowFigures figures = default)
    {
        var bench = Rent();
        try
        {
            bench.Row.Read(text, 0);
            return Judge(bench, figures);
        }
        finally
        {
            Return(bench);
        }
    }

    /// <summary>Explanation of a text by itself.</summary>
    internal Explanation ExplainText(ReadOnlySpan<char> text, RowFigures figures = default)
    {
        var bench = Rent();
        try
        {
            bench.Row.Read(text, 0);
            return ExplanationWriter.Write(_rules, bench, Judge(bench, figures));
        }
        finally
        {
            Return(bench);
        }
    }

    internal static RowFigures Figures(ScreenedActivity activity) =>
        new(activity.Facts.Participants, activity.Facts.Minutes, !activity.Casus.IsEmpty);

    private static int Position(List<string> keys, string key) =>
        keys.IndexOf(key) is >= 0 and var position
            ? position
            : throw new ArgumentException($"The taxonomy lacks {key}.", nameof(key));

    private Workbench Rent()
    {
        var bench = Interlocked.Exchange(ref _last, null) ?? (_idle.TryTake(out var idle) ? idle : new Workbench(_rules));
        bench.Row.Clear();
        return bench;
    }

    // One thread at a time is the rule: it gets its own back without asking the bag.
    private void Return(Workbench bench)
    {
        if (Interlocked.Exchange(ref _last, bench) is { } other)
            _idle.Add(other);
    }

    private ActivityLabels Judge(Workbench bench, RowFigures figures)
    {
        bench.Conditions.Read(bench.Row.Matches);
        bench.Context.Read(bench.Row);
        var evidence = bench.Evidence;
        evidence.Weigh(bench.Row, bench.Context);
        var problems = evidence.Problems;
        figures = figures with { Words = bench.Row.ContentWords, Telling = bench.Row.TellingWords };
        var verdict = QuadrantJudge.Judge(evidence.Quadrants, figures, (
            (problems & ~_participation & ~_neighbourhood) != 0,
            (problems & ~_participation & ~_neighbourhood & ~_meeting) != 0,
            (problems & _neighbourhood) != 0,
            (problems & _participation) != 0));
        var intern = verdict.Quadrant == QuadrantJudge.Intern;
        bench.Friction.Read(bench.Row, bench.Context, evidence);
        return new ActivityLabels(
            _quadrants[verdict.Quadrant], intern ? 0 : problems, intern ? 0 : evidence.CoreTasks)
        {
            Policies = intern ? 0 : bench.Friction.Policies,
            Frictions = intern ? 0 : bench.Friction.Frictions,
            SecondQuadrant = _quadrants[verdict.SecondBest],
            QuadrantConfidence = verdict.Quadrant == QuadrantJudge.Undetermined && problems != 0
                ? UndeterminedWithProblem
                : verdict.Confidence,
            ProblemsConfidence = intern ? verdict.Confidence : ProblemsConfidence(evidence, bench.Row.Misspelt),
        };
    }

    private static double ProblemsConfidence(EvidenceWeigher evidence, bool misspelt)
    {
        var least = evidence.Open != 0 ? SomethingHeld : 1.0;
        if (evidence.Problems == 0)
            return Math.Min(least, evidence.Weak != 0 ? SomethingHeld : NothingFound);
        for (var set = evidence.Problems; set != 0; set &= set - 1)
            least = Math.Min(least, evidence.Confidence(BitOperations.TrailingZeroCount(set), misspelt));
        return least;
    }
}

/// <summary>Working memory of one call.</summary>
internal sealed class Workbench
{
    public Workbench(CompiledRules rules)
    {
        Row = new RowReading(rules.Lexicon, rules.Graph);
        Conditions = new RowConditions(rules);
        Context = new ContextReader(rules, Conditions);
        Evidence = new EvidenceWeigher(rules, Conditions);
        Friction = new FrictionReader(rules);
    }

    public RowReading Row { get; }

    public RowConditions Conditions { get; }

    public ContextReader Context { get; }

    public EvidenceWeigher Evidence { get; }

    public FrictionReader Friction { get; }
}
