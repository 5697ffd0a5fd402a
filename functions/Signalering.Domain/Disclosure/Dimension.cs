namespace Signalering.Domain.Disclosure;

/// <summary>How the count of a parent follows from the counts of its children.</summary>
public enum RelationKind
{
    /// <summary>The parent is the sum of its children: every unit is in exactly one child.</summary>
    Sum,

    /// <summary>A unit can be in several children: max(children) ≤ parent ≤ sum(children).</summary>
    Distinct,
}

/// <summary>One way in which a code falls apart.</summary>
/// <param name="Parent">The code that is the whole.</param>
/// <param name="Children">The codes that make the whole; at least one, no code twice.</param>
public sealed record Breakdown(string Parent, IReadOnlyList<string> Children);

/// <summary>A dimension of a table with everything that is known of how its codes add up.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Relation">How children relate to parents; null: derived from the values.</param>
/// <param name="Breakdowns">Any number, also several of one parent (wijken and wijkteam areas of one gemeente) and
/// also nested (a child that is itself a parent). Empty for a flat dimension.</param>
public sealed record Dimension(string Name, RelationKind? Relation, IReadOnlyList<Breakdown> Breakdowns)
{
    /// <summary>The first fault of the breakdowns, in Dutch, or null when there is none.</summary>
    internal string? Fault()
    {
        foreach (var breakdown in Breakdowns)
        {
            if (breakdown.Children.Count == 0)
                return $"Dimensie '{Name}': '{breakdown.Parent}' heeft een lege uitsplitsing. Noem minstens één onderdeel.";
            if (breakdown.Children.Distinct(StringComparer.Ordinal).Count() != breakdown.Children.Count)
                return $"Dimensie '{Name}': een onderdeel van '{breakdown.Parent}' staat twee keer in dezelfde uitsplitsing.";
        }

        var circular = CodeInCircle();
        return circular is null
            ? null
            : $"Dimensie '{Name}': '{circular}' is een onderdeel van zichzelf. Haal de kring uit 'children'.";
    }

    private string? CodeInCircle()
    {
        var children = Breakdowns.ToLookup(b => b.Parent, b => b.Children, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new HashSet<string>(StringComparer.Ordinal);
        return Breakdowns.Select(b => Visit(b.Parent)).FirstOrDefault(found => found is not null);

        string? Visit(string code)
        {
            if (done.Contains(code))
                return null;
            if (!path.Add(code))
                return code;
            foreach (var child in children[code].SelectMany(list => list))
            {
                if (Visit(child) is { } found)
                    return found;
            }

            path.Remove(code);
            done.Add(code);
            return null;
        }
    }
}
