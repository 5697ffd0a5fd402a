using System.Numerics;

namespace Signalering.Domain.Classification;

/// <summary>What an activity is: one quadrant, a set of problems, a set of core tasks.</summary>
/// <param name="Quadrant">Position in <see cref="Taxonomy.SocialWorkTaxonomy.Kwadranten"/>.</param>
/// <param name="Problems">Bit i: problem i of the taxonomy; 0 means <c>geen</c>.</param>
/// <param name="CoreTasks">Bit i: core task i of the taxonomy.</param>
public readonly record struct ActivityLabels(int Quadrant, ulong Problems, ulong CoreTasks)
{
    /// <summary>From this confidence on a row is <c>ingedeeld</c>, below it <c>onzeker</c>.</summary>
    public const double SureEnough = 0.5;

    /// <summary>Bit i: somebody got stuck on law or authority i of the taxonomy.</summary>
    public ulong Policies { get; init; }

    /// <summary>Bit i: friction i of the taxonomy was part of it; 0 when <see cref="Policies"/> is.</summary>
    public ulong Frictions { get; init; }

    /// <summary>The quadrant that came next; <c>onbepaald</c> when none came near.</summary>
    public int SecondQuadrant { get; init; }

    /// <summary>Confidence in the quadrant, 0 to 1.</summary>
    public double QuadrantConfidence { get; init; }

    /// <summary>Confidence in the set of problems, 0 to 1: that of its least certain one.</summary>
    public double ProblemsConfidence { get; init; }

    /// <summary>Confidence in the row as a whole: the lower of both.</summary>
    public double Confidence => Math.Min(QuadrantConfidence, ProblemsConfidence);

    /// <summary>Whether a person should look at the row.</summary>
    public bool IsUnsure => Confidence < SureEnough;

    /// <summary>Positions of the set bits, lowest first.</summary>
    public static IEnumerable<int> Positions(ulong set)
    {
        for (; set != 0; set &= set - 1)
            yield return BitOperations.TrailingZeroCount(set);
    }
}
