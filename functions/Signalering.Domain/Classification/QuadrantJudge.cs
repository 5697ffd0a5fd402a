namespace Signalering.Domain.Classification;

/// <summary>What speaks on the quadrant beside the words: the row's own figures.</summary>
/// <param name="Participants">Number of participants; null when the row does not tell.</param>
/// <param name="Minutes">Duration; null when the row does not tell.</param>
/// <param name="HasCase">Whether the row has a case number.</param>
internal readonly record struct RowFigures(int? Participants, int? Minutes, bool HasCase)
{
    /// <summary>Content words in the row.</summary>
    public int Words { get; init; }

    /// <summary>Words that say more than that there was a contact, with whom or when.</summary>
    public int Telling { get; init; }

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
/// other one decides by what is usual: one person is helped, a group meets. Where both are silent, or the note says
/// that it tells nothing yet (<c>zie vorige notitie</c>): undetermined.
/// </remarks>
internal static class QuadrantJudge
{
    public const int Undetermined = 4;
    public const int Intern = 5;

    private const int HalfLife = 3;
    private const int Enough = 5;

    /// <summary>A sentence without any sign is help for one person, as 85 in 100 activities are; a bare word tells nothing.</summary>
    private const int WordsOfSentence = 4;

    /// <summary>From here on a bare word says what was done (<c>spreekuur</c>); less is a bare contact.</summary>
    private const int Told = 14;

    internal const int GroupSize = 3;
    private const int GroupWeight = 12;
    private const int AloneWeight = 4;
    private const int CaseWeight = 6;
    private const int ProblemWeight = 6;
    private const int HeavyWeight = 26;
    private const int MeetingWeight = 5;
    private const int ChanceWeight = 8;
    private const int NeighbourhoodWeight = 4;
    private const int OtherPart = 4;
    internal const int ShortMinutes = 20;
    internal const int LongMinutes = 120;
    private const int InternEnough = 10;

    /// <summary>A note that refers to another one tells nothing, whatever its subject.</summary>
    private const int NoteEnough = 12;

    /// <summary>A bare contact (nobody reached, appointment moved) tells nothing unless there is more.</summary>
    private const int ContactEnough = 6;
    private const double WhenUsual = 0.4;
    private const double WhenSilent = 0.5;
    private const double WhenAxisSilent = 0.75;

    // Powers are slow, and differences are small.
    private static readonly double[] Certainties = [.. Enumerable.Range(0, 256).Select(OfDifference)];

    /// <summary>Judges.</summary>
    /// <param name="sums">Per label of <see cref="QuadrantLabels"/>.</param>
    /// <param name="figures">Beside the words.</param>
    /// <param name="problems">Whether there are problems of persons; among them some that groups do not just meet
    /// about; of the neighbourhood; taking part.</param>
    public static QuadrantVerdict Judge(
        ReadOnlySpan<int> sums, RowFigures figures,
        (bool Person, bool Heavy, bool Neighbourhood, bool Participation) problems)
    {
        var individual = sums[0] + sums[2] + sums[QuadrantLabels.Individual];
        var collective = sums[1] + sums[3] + sums[QuadrantLabels.Collective];
        var saysWhat = sums[0] + sums[1] + sums[2] + sums[3]
            + sums[QuadrantLabels.Help] + sums[QuadrantLabels.Activation] > 0;
        var onlyPlace = problems is { Neighbourhood: true, Person: false } && !saysWhat && individual < Enough
            && collective < Enough && figures is { Participants: null, HasCase: false };
        individual += (figures.Participants < GroupSize ? AloneWeight : 0) + (figures.HasCase ? CaseWeight : 0)
            + (figures.Minutes <= ShortMinutes ? 1 : 0);
        collective += (figures.Participants >= GroupSize ? GroupWeight : 0) + (figures.Minutes >= LongMinutes ? 1 : 0)
            + (problems.Neighbourhood ? NeighbourhoodWeight : 0);
        var intern = sums[QuadrantLabels.Intern];
        if (intern >= InternEnough && intern > individual + (problems.Person ? 2 : 0) && intern > collective)
            return new QuadrantVerdict(Intern, Undetermined, Certainty(intern - individual));
        var empty = sums[QuadrantLabels.Undetermined];
        if (onlyPlace || TellsNothing(empty, figures, individual, collective, problems.Person))
            return new QuadrantVerdict(Undetermined, onlyPlace ? 3 : 0, onlyPlace ? WhenUsual : WhenSilent);
        var (help, activation) = Aim(sums, individual - collective);
        activation += problems.Participation ? ChanceWeight : 0;
        if (problems.Person)
            help += collective <= individual ? ProblemWeight : problems.Heavy ? HeavyWeight : MeetingWeight;
        if (individual + collective + help + activation >= Enough)
            return Read(individual - collective, help - activation);
        return figures.Words >= WordsOfSentence
            ? new QuadrantVerdict(0, Undetermined, WhenUsual)
            : new QuadrantVerdict(Undetermined, Undetermined, WhenSilent);
    }

    private static bool TellsNothing(int empty, RowFigures figures, int individual, int collective, bool problem) =>
        figures.Telling == 0
            ? individual < Told && collective < Told
            : empty >= (problem ? NoteEnough : ContactEnough) && empty > individual && empty > collective;

    // Of one person who was sad after the bingo, the bingo says little: words of a quadrant on the losing side of the
    // first axis count for a part on the second.
    private static (int Help, int Activation) Aim(ReadOnlySpan<int> sums, int alone)
    {
        var (ofOne, ofGroup) = (alone < 0 ? OtherPart : 1, alone > 0 ? OtherPart : 1);
        return ((sums[0] / ofOne) + (sums[1] / ofGroup) + sums[QuadrantLabels.Help],
            (sums[2] / ofOne) + (sums[3] / ofGroup) + sums[QuadrantLabels.Activation]);
    }

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
