using System.Numerics;

namespace Signalering.Domain.Classification;

/// <summary>Adds up what was found into problems and core tasks.</summary>
/// <remarks>
/// A label is the sum of its rules; each rule counts once, with its weight, when a term of it stands and is not excluded,
/// denied, past, hypothetical or somebody else's. From <see cref="Threshold"/> on the label is given. Confidence is
/// 1 − 2^(−s/<see cref="HalfLife"/>) for the sum s, less when the text says "perhaps" or a word was misspelt.
/// </remarks>
internal sealed class EvidenceWeigher(CompiledRules rules)
{
    /// <summary>The sum from which a label is given; most rules weigh this much alone.</summary>
    public const int Threshold = 10;

    /// <summary>Every so much weight halves the doubt.</summary>
    private const double HalfLife = 6.5;

    private const double WhenPerhaps = 0.75;
    private const double WhenMisspelt = 0.95;
    private const int MostLabels = 64;

    internal const TermContext DoesNotCount = TermContext.Ontkend | TermContext.VanAnder | TermContext.Verleden
        | TermContext.Hypothetisch | TermContext.Onderwerp;

    private readonly long[] _firedIn = new long[rules.Rules.Length];
    private readonly ulong[] _conditions = new ulong[(rules.Conditions + 63) / 64];
    private readonly int[] _problemSums = new int[MostLabels];
    private readonly int[] _held = new int[MostLabels];
    private readonly int[] _taskSums = new int[MostLabels];
    private readonly int[] _quadrantSums = new int[QuadrantLabels.Names.Count];
    private long _row;

    /// <summary>Problems with enough evidence, a bit each.</summary>
    public ulong Problems { get; private set; }

    /// <summary>Problems whose only evidence is past or hypothetical, a bit each: a person may see it otherwise.</summary>
    public ulong Open { get; private set; }

    /// <summary>Problems with some evidence, too little to be given.</summary>
    public ulong Weak { get; private set; }

    /// <summary>Core tasks with enough evidence.</summary>
    public ulong CoreTasks { get; private set; }

    /// <summary>Sums per label of <see cref="QuadrantLabels"/>.</summary>
    public ReadOnlySpan<int> Quadrants => _quadrantSums;

    /// <summary>Whether a problem that counts stands with a "perhaps".</summary>
    public ulong Perhaps { get; private set; }

    /// <summary>Weighs a row whose context has been read.</summary>
    public void Weigh(RowReading row, ContextReader context)
    {
        Clear();
        var matches = row.Matches;
        foreach (var match in matches)
        {
            var condition = rules.Terms[match.Term].Condition;
            if (condition >= 0)
                _conditions[condition >> 6] |= 1UL << (condition & 63);
        }

        for (var i = 0; i < matches.Length; i++)
        {
            if (Counts(matches, i, context, out var rule, out var how) && _firedIn[rule] != _row)
                Add(rule, how);
        }

        for (var label = 0; label < MostLabels; label++)
        {
            var bit = 1UL << label;
            if (_problemSums[label] >= Threshold)
                Problems |= bit;
            else if (_problemSums[label] > 0)
                Weak |= bit;
            if (_problemSums[label] < Threshold && _problemSums[label] + _held[label] >= Threshold)
                Open |= bit;
            if (_taskSums[label] >= Threshold)
                CoreTasks |= bit;
        }
    }

    /// <summary>Whether a match speaks for its label.</summary>
    /// <param name="matches">All of the row.</param>
    /// <param name="index">Which one.</param>
    /// <param name="context">Read for this row.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="how">What the words around it make of it; also when it counts (perhaps, doubted).</param>
    public bool Counts(
        ReadOnlySpan<TermMatch> matches, int index, ContextReader context, out int rule, out TermContext how)
    {
        var term = rules.Terms[matches[index].Term];
        rule = term.Rule;
        how = TermContext.None;
        var of = rules.Rules[rule];
        if (term.Condition >= 0 || of.SluitUit || of.As == RuleAxis.Context
            || !IsMet(rules.Mits[rule], without: true) || IsMet(rules.Tenzij[rule], without: false)
            || ExcludedBy(matches, index) >= 0)
            return false;
        if (of.As == RuleAxis.Probleem)
            how = context.Of(matches[index], out _);
        return true;
    }

    /// <summary>The exclusion that covers a match; −1 for none.</summary>
    public int ExcludedBy(ReadOnlySpan<TermMatch> matches, int index)
    {
        var match = matches[index];
        var rule = rules.Rules[rules.Terms[match.Term].Rule];
        // Matches are in order of their last word: what covers this one stands just before or some words after.
        for (var i = index - 1; i >= 0 && matches[i].Last == match.Last; i--)
        {
            if (Excludes(matches[i], match, rule))
                return i;
        }

        for (var i = index + 1; i < matches.Length && matches[i].Last <= match.Last + LongestExclusion; i++)
        {
            if (Excludes(matches[i], match, rule))
                return i;
        }

        return -1;
    }

    /// <summary>Whether the condition of a rule holds in this row.</summary>
    public bool IsMet(int condition, bool without) =>
        condition < 0 ? without : (_conditions[condition >> 6] & (1UL << (condition & 63))) != 0;

    /// <summary>Confidence in a label, 0 to 1.</summary>
    public double Confidence(int problem, bool misspelt)
    {
        var confidence = 1 - Math.Pow(2, -_problemSums[problem] / HalfLife);
        if ((Perhaps & (1UL << problem)) != 0)
            confidence *= WhenPerhaps;
        return misspelt ? confidence * WhenMisspelt : confidence;
    }

    private const int LongestExclusion = 8;

    private bool Excludes(TermMatch by, TermMatch match, TermRule rule)
    {
        if (by.First > match.First || by.Last < match.Last)
            return false;
        var term = rules.Terms[by.Term];
        var of = rules.Rules[term.Rule];
        return of.SluitUit && term.Condition < 0 && of.As == rule.As && (of.Label == rule.Label || of.Label < 0);
    }

    private void Add(int rule, TermContext how)
    {
        var of = rules.Rules[rule];
        if ((how & DoesNotCount) != 0)
        {
            if ((how & (TermContext.Ontkend | TermContext.VanAnder | TermContext.Onderwerp)) == 0)
                _held[of.Label] = Math.Max(_held[of.Label], of.Gewicht);
            return;
        }

        _firedIn[rule] = _row;
        switch (of.As)
        {
            case RuleAxis.Probleem:
                _problemSums[of.Label] += of.Gewicht;
                if ((how & (TermContext.Onzeker | TermContext.Betwijfeld)) != 0)
                    Perhaps |= 1UL << of.Label;
                break;
            case RuleAxis.Kerntaak:
                _taskSums[of.Label] += of.Gewicht;
                break;
            default:
                _quadrantSums[of.Label] = QuadrantLabels.Sum(_quadrantSums[of.Label], of);
                break;
        }
    }

    private void Clear()
    {
        _row++;
        (Problems, Open, Weak, CoreTasks, Perhaps) = (0, 0, 0, 0, 0);
        Array.Clear(_conditions);
        Array.Clear(_problemSums);
        Array.Clear(_held);
        Array.Clear(_taskSums);
        Array.Clear(_quadrantSums);
    }

    /// <summary>The problems that are given, as text for a debugger.</summary>
    public override string ToString() => $"{BitOperations.PopCount(Problems)} problemen";
}
