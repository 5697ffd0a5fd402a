namespace Signalering.Domain.Intake;

/// <summary>Problems of one delivery, grouped: a file with a million bad rows gives a short receipt.</summary>
public sealed class ProblemList
{
    /// <summary>Examples kept per code and column. Enough to find the rest in the source; a receipt stays readable.</summary>
    public const int ExamplesPerGroup = 20;

    private readonly Dictionary<(ProblemCode Code, string? Kolom), Group> _groups = [];
    private readonly List<Group> _order = [];

    /// <summary>Rows that were left out.</summary>
    public int BadRows { get; private set; }

    /// <summary>Why the delivery as a whole is refused; null while it is not.</summary>
    public Problem? Refusal { get; private set; }

    /// <summary>Groups in order of first sight.</summary>
    public IReadOnlyList<ProblemGroup> Groups =>
        [.. _order.Select(group => new ProblemGroup(group.Examples[0].Code, group.Count, [.. group.Examples]))];

    /// <summary>Adds something that costs no row.</summary>
    public void Warn(Problem problem)
    {
        var key = (problem.Code, problem.Waar.Kolom);
        if (!_groups.TryGetValue(key, out var group))
        {
            _groups[key] = group = new Group();
            _order.Add(group);
        }

        group.Count++;
        if (group.Examples.Count < ExamplesPerGroup)
            group.Examples.Add(problem);
    }

    /// <summary>Adds a row that is left out.</summary>
    public void AddBadRow(Problem problem)
    {
        BadRows++;
        Warn(problem);
    }

    /// <summary>Refuses the delivery; the first reason stays.</summary>
    public void Refuse(Problem problem) => Refusal ??= problem;

    private sealed class Group
    {
        public int Count { get; set; }

        public List<Problem> Examples { get; } = [];
    }
}

/// <summary>Problems of one kind in one column.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Aantal">How often.</param>
/// <param name="Voorbeelden">The first <see cref="ProblemList.ExamplesPerGroup"/> of them.</param>
public sealed record ProblemGroup(ProblemCode Code, int Aantal, IReadOnlyList<Problem> Voorbeelden);
