using System.Numerics;

namespace Signalering.Domain.Classification;

/// <summary>What an activity is: one quadrant, a set of problems, a set of core tasks.</summary>
/// <param name="Quadrant">Position in <see cref="Taxonomy.SocialWorkTaxonomy.Kwadranten"/>.</param>
/// <param name="Problems">Bit i: problem i of the taxonomy; 0 means <c>geen</c>.</param>
/// <param name="CoreTasks">Bit i: core task i of the taxonomy.</param>
public readonly record struct ActivityLabels(int Quadrant, ulong Problems, ulong CoreTasks)
{
    /// <summary>Positions of the set bits, lowest first.</summary>
    public static IEnumerable<int> Positions(ulong set)
    {
        for (; set != 0; set &= set - 1)
            yield return BitOperations.TrailingZeroCount(set);
    }
}
