using System.Numerics;

namespace Signalering.Domain.Classification;

/// <summary>Adds up what was found into problems and core tasks.</summary>
/// <remarks>
/// A label is the sum of its rules; each rule counts once, with its weight, when a term of it stands and is not excluded,
/// denied, past, hypothetical or somebody else's. From <see cref="Threshold"/> on the label is given. Confidence is
/// 1 − 2^(−s/<see cref="HalfLife"/>) for the sum s, less when the text says "perhaps" or a word was misspelt.
/// </remarks>
internal sealed class EvidenceWeigher(CompiledRules rules, RowConditions conditions)
{
    /// <summary>The sum from which a label is given; most rules weigh this much alone.</summary>
    public const int Threshold = 10;

    /// <summary>Every so much weight halves the doubt.</summary>
    private const double HalfLife = 6.5;

    private const double WhenPerhaps = 0.75;
    private const double WhenMisspelt = 0.95;
    private const int MostLabels = 64;
    private const int LongestExclusion = 8;

    // Powers are slow, and sums are small.
    private static readonly double[] Confidences = [.. Enumerable.Range(0, 256).Select(OfSum)];

    internal const TermContext DoesNotCount = TermContext.Ontkend | TermContext.VanAnder | TermContext.Verleden
        | TermContext.Hypothetisch | TermContext.Onderwerp;

    private readonly long[] _firedIn = new long[rules.Rules.Length];
    private readonly int[] _problemSums = new int[MostLabels];
    private readonly int[] _held = new int[MostLabels];
    private readonly int[] _taskSums = new int[MostLabels];
    private readonly int[] _quadrantSums = new int[QuadrantLabels.Names.Count];
    private ulong _touchedProblems;
    private ulong _touchedTasks;
    private bool _hasExclusions;
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

    /// <summary>Weighs a row whose conditions and context have been read.</summary>
    public void Weigh(RowReading row, ContextReader context)
    {
        Clear();
        var matches = row.Matches;
        foreach (var match in matches)
            _hasExclusions |= rules.Roles[match.Term].Does(TermDeeds.Excludes);
        for (var i = 0; i < matches.Length; i++)
        {
            if (_firedIn[rules.Roles[matches[i].Term].Rule] != _row
                && Counts(matches, i, context, out var rule, out var how))
                Add(rule, how);
        }

        for (var set = _touchedProblems; set != 0; set &= set - 1)
            Decide(BitOperations.TrailingZeroCount(set));
        for (var set = _touchedTasks; set != 0; set &= set - 1)
        {
            if (_taskSums[BitOperations.TrailingZeroCount(set)] >= Threshold)
                CoreTasks |= set & (~set + 1);
        }
    }

    private void Decide(int label)
    {
        var bit = 1UL << label;
        if (_problemSums[label] >= Threshold)
            Problems |= bit;
        else if (_problemSums[label] > 0)
            Weak |= bit;
        if (_problemSums[label] < Threshold && _problemSums[label] + _held[label] >= Threshold)
            Open |= bit;
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
        ref readonly var role = ref rules.Roles[matches[index].Term];
        rule = role.Rule;
        how = TermContext.None;
        if (!role.Does(TermDeeds.Speaks) || !conditions.Allow(rule)
            || (_hasExclusions && ExcludedBy(matches, index) >= 0))
            return false;
        if (role.As is RuleAxis.Probleem or RuleAxis.Wrijving)
            how = context.Of(matches[index], out _);
        return true;
    }

    /// <summary>The exclusion that covers a match; −1 for none.</summary>
    public int ExcludedBy(ReadOnlySpan<TermMatch> matches, int index)
    {
        var match = matches[index];
        ref readonly var role = ref rules.Roles[match.Term];
        // Matches are in order of their last word: what covers this one stands just before or some words after.
        for (var i = index - 1; i >= 0 && matches[i].Last == match.Last; i--)
        {
            if (Excludes(matches[i], match, role))
                return i;
        }

        for (var i = index + 1; i < matches.Length && matches[i].Last <= match.Last + LongestExclusion; i++)
        {
            if (Excludes(matches[i], match, role))
                return i;
        }

        return -1;
    }

    /// <summary>Confidence in a label, 0 to 1.</summary>
    public double Confidence(int problem, bool misspelt)
    {
        var sum = _problemSums[problem];
        var confidence = sum < Confidences.Length ? Confidences[sum] : OfSum(sum);
        if ((Perhaps & (1UL << problem)) != 0)
            confidence *= WhenPerhaps;
        return misspelt ? confidence * WhenMisspelt : confidence;
    }

    private static double OfSum(int sum) => 1 - Math.Pow(2, -sum / HalfLife);

    private bool Excludes(TermMatch by, TermMatch match, in TermRole role)
    {
        ref readonly var of = ref rules.Roles[by.Term];
        return of.Does(TermDeeds.Excludes) && by.First <= match.First && by.Last >= match.Last
            && of.As == role.As && (of.Label == role.Label || of.Label < 0);
    }

    private void Add(int rule, TermContext how)
    {
        var of = rules.Rules[rule];
        if (of.As == RuleAxis.Probleem)
            _touchedProblems |= 1UL << of.Label;
        if ((how & DoesNotCount) != 0)
        {
            const TermContext nobodys = TermContext.Ontkend | TermContext.VanAnder | TermContext.Onderwerp;
            if (of.As == RuleAxis.Probleem && (how & nobodys) == 0)
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
                _touchedTasks |= 1UL << of.Label;
                break;
            case RuleAxis.Beleid or RuleAxis.Wrijving: // pairs, not sums: FrictionReader
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
        for (; _touchedProblems != 0; _touchedProblems &= _touchedProblems - 1)
        {
            var label = BitOperations.TrailingZeroCount(_touchedProblems);
            (_problemSums[label], _held[label]) = (0, 0);
        }

        for (; _touchedTasks != 0; _touchedTasks &= _touchedTasks - 1)
            _taskSums[BitOperations.TrailingZeroCount(_touchedTasks)] = 0;
        _hasExclusions = false;
        Array.Clear(_quadrantSums);
    }

    /// <summary>The problems that are given, as text for a debugger.</summary>
    public override string ToString() => $"{BitOperations.PopCount(Problems)} problemen";
}
