namespace Signalering.Domain.Counting;

/// <summary>Adds measures of many cubes; unique cases are the union of the sets, never a sum.</summary>
public sealed class MeasureSum
{
    private readonly List<ulong> _cases = [];
    private int? _unique;

    /// <summary>Number of activities.</summary>
    public int Activities { get; private set; }

    /// <summary>Minutes of the activities that tell their duration.</summary>
    public long Minutes { get; private set; }

    /// <summary>Activities that do not tell their duration.</summary>
    public int WithoutMinutes { get; private set; }

    /// <summary>Participants of the activities that tell their number.</summary>
    public long Participants { get; private set; }

    /// <summary>Activities without a case number.</summary>
    public int WithoutCase { get; private set; }

    /// <summary>Distinct cases among the activities that have a case number.</summary>
    public int UniqueCases => _unique ??= CountDistinct();

    /// <summary>Whether every activity has a case number, so that <see cref="UniqueCases"/> is the whole truth.</summary>
    public bool CasesAreComplete => WithoutCase == 0;

    /// <summary>Hours, to a tenth.</summary>
    public decimal Hours => Math.Round(Minutes / 60m, 1, MidpointRounding.AwayFromZero);

    /// <summary>Adds the measures of a cell of this cube.</summary>
    public void Add(Cube cube, CubeMeasures measures)
    {
        Activities += measures.Activities;
        Minutes += measures.Minutes;
        WithoutMinutes += measures.WithoutMinutes;
        Participants += measures.Participants;
        WithoutCase += measures.WithoutCase;
        foreach (var position in measures.Cases)
            _cases.Add(cube.Cases[position]);
        _unique = null;
    }

    private int CountDistinct()
    {
        _cases.Sort();
        var count = 0;
        for (var i = 0; i < _cases.Count; i++)
        {
            if (i == 0 || _cases[i] != _cases[i - 1])
                _cases[count++] = _cases[i];
        }

        _cases.RemoveRange(count, _cases.Count - count);
        return count;
    }
}
