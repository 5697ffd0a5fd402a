namespace Signalering.Domain.Classification;

/// <summary>What speaks on the quadrant beside the words: the row's own figures.</summary>
/// <param name="Participants">Number of participants; null when the row does not tell.</param>
/// <param name="Minutes">Duration; null when the row does not tell.</param>
/// <param name="HasCase">Whether the row has a case number.</param>
internal readonly record struct RowFigures(int? Participants, int? Minutes, bool HasCase)
{
    /// <summary>Content words in the row.</summary>
    public int Words { get; init; }

    /// <summary>A number for what <see cref="QuadrantJudge"/> makes of the figures: rows with the same words and the same
    /// kind of figures have the same labels.</summary>
    public int Kind =>
        (Participants is null ? 0 : Participants < QuadrantJudge.GroupSize ? 1 : 2)
        + (Minutes is null ? 0 : Minutes <= QuadrantJudge.ShortMinutes ? 3 : Minutes >= QuadrantJudge.LongMinutes ? 6 : 0)
        + (HasCase ? 9 : 0);
}

/// <summary>A quadrant with its runner-up.</summary>
/// <param name="Quadrant">0 to 3 as in <see cref="QuadrantLabels"/>, 4 undetermined, 5 own work.</param>
/// <param name="SecondBest">The same numbers; 4 when nothing comes near.</param>
/// <param name="Confidence">0 to 1.</param>
internal readonly record struct QuadrantVerdict(int Quadrant, int SecondBest, double Confidence);

/// <summary>Scores the two axes, individual–collective and help–activation, and reads the quadrant off them.</summary>
/// <remarks>
/// Both axes are sums of rule weights and of the row's figures; the difference d on an axis gives its confidence
/// 1 / (1 + 2^(−|d|/<see cref="HalfLife"/>)), and the quadrant has the product of both. Where one axis is silent, the
/// other one decides by what is usual: one person is helped, a group meets. Where both are silent: undetermined.
/// </remarks>
internal static class QuadrantJudge
{
    public const int Undetermined = 4;
    public const int Intern = 5;

    private const int HalfLife = 3;
    private const int Enough = 5;

    /// <summary>A sentence without any sign is help for one person, as 85 in 100 activities are; a bare word tells nothing.</summary>
    private const int WordsOfSentence = 4;

    internal const int GroupSize = 3;
    private const int GroupWeight = 12;
    private const int AloneWeight = 4;
    private const int CaseWeight = 6;
    private const int ProblemWeight = 6;
    private const int ChanceWeight = 8;
    private const int NeighbourhoodWeight = 4;
    internal const int ShortMinutes = 20;
    internal const int LongMinutes = 120;
    private const int InternEnough = 10;
    private const double WhenUsual = 0.4;
    private const double WhenSilent = 0.5;
    private const double WhenAxisSilent = 0.75;

    // Powers are slow, and differences are small.
    private static readonly double[] Certainties = [.. Enumerable.Range(0, 256).Select(OfDifference)];

    /// <summary>Judges.</summary>
    /// <param name="sums">Per label of <see cref="QuadrantLabels"/>.</param>
    /// <param name="figures">Beside the words.</param>
    /// <param name="problems">Whether there are problems of persons; of the neighbourhood; taking part.</param>
    public static QuadrantVerdict Judge(
        ReadOnlySpan<int> sums, RowFigures figures, (bool Person, bool Neighbourhood, bool Participation) problems)
    {
        var (individual, collective, help, activation) = (0, 0, 0, 0);
        for (var label = 0; label < QuadrantLabels.Intern; label++)
        {
            individual += QuadrantLabels.IsIndividual(label) ? sums[label] : 0;
            collective += QuadrantLabels.IsCollective(label) ? sums[label] : 0;
            help += QuadrantLabels.IsHelp(label) ? sums[label] : 0;
            activation += QuadrantLabels.IsActivation(label) ? sums[label] : 0;
        }

        individual += (figures.Participants < GroupSize ? AloneWeight : 0) + (figures.HasCase ? CaseWeight : 0)
            + (figures.Minutes <= ShortMinutes ? 1 : 0);
        collective += (figures.Participants >= GroupSize ? GroupWeight : 0) + (figures.Minutes >= LongMinutes ? 1 : 0);
        help += problems.Person ? ProblemWeight : 0;
        activation += problems.Participation ? ChanceWeight : 0;
        collective += problems.Neighbourhood ? NeighbourhoodWeight : 0;
        if (IsIntern(sums[QuadrantLabels.Intern], individual, collective, problems.Person))
            return new QuadrantVerdict(Intern, Undetermined, Certainty(sums[QuadrantLabels.Intern] - individual));
        var total = individual + collective + help + activation;
        if (total >= Enough)
            return Read(individual - collective, help - activation);
        return figures.Words >= WordsOfSentence
            ? new QuadrantVerdict(0, Undetermined, WhenUsual)
            : new QuadrantVerdict(Undetermined, Undetermined, WhenSilent);
    }

    private static bool IsIntern(int intern, int individual, int collective, bool problem) =>
        intern >= InternEnough && intern > individual + (problem ? 2 : 0) && intern > collective;

    private static QuadrantVerdict Read(int alone, int help)
    {
        // A silent axis follows the other: one person is helped, a group meets; help is for one person.
        var single = alone != 0 ? alone > 0 : help >= 0;
        var helping = help != 0 ? help > 0 : single;
        var quadrant = Quadrant(single, helping);
        var second = Math.Abs(alone) <= Math.Abs(help) ? Quadrant(!single, helping) : Quadrant(single, !helping);
        return new QuadrantVerdict(quadrant, second, Certainty(alone) * Certainty(help));
    }

    private static int Quadrant(bool single, bool helping) => (single ? 0 : 1) + (helping ? 0 : 2);

    private static double Certainty(int difference)
    {
        if (difference == 0)
            return WhenAxisSilent;
        var size = Math.Abs(difference);
        return size < Certainties.Length ? Certainties[size] : OfDifference(size);
    }

    private static double OfDifference(int size) => 1 / (1 + Math.Pow(2, -size / (double)HalfLife));
}
