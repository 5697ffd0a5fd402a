namespace Signalering.Domain.Screening;

/// <summary>Something found in a cell: what, how sure, by which rule and where; never the text itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">How sure.</param>
/// <param name="Rule">Stable id of the rule, <c>kind.rule</c>.</param>
/// <param name="Start">First character in the cell as delivered.</param>
/// <param name="Length">Number of characters in the cell as delivered.</param>
public readonly record struct CellFinding(PersonalDataKind Kind, FindingLevel Level, string Rule, int Start, int Length);

/// <summary>Findings of one cell, and the parts that are explained already: what one rule took, no later rule reads.</summary>
public sealed class CellFindings
{
    private readonly List<CellFinding> _found = [];
    private readonly List<(int Start, int End)> _taken = [];

    /// <summary>In order of finding.</summary>
    public IReadOnlyList<CellFinding> All => _found;

    /// <summary>Adds a finding and takes its place.</summary>
    public void Add(PersonalDataKind kind, FindingLevel level, string rule, int start, int length)
    {
        _found.Add(new CellFinding(kind, level, rule, start, length));
        Take(start, length);
    }

    /// <summary>Marks a part as explained: harmless, or part of a finding.</summary>
    public void Take(int start, int length) => _taken.Add((start, start + length));

    /// <summary>Whether a part touches one that is explained.</summary>
    public bool IsTaken(int start, int length)
    {
        foreach (var (from, to) in _taken)
        {
            if (start < to && from < start + length)
                return true;
        }

        return false;
    }

    internal void Clear()
    {
        _found.Clear();
        _taken.Clear();
    }

    // From places in the normalised text to places in the cell as delivered.
    internal void MapBack(NormalizedText text)
    {
        for (var i = 0; i < _found.Count; i++)
        {
            var (start, length) = text.Original(_found[i].Start, _found[i].Length);
            _found[i] = _found[i] with { Start = start, Length = length };
        }
    }
}
