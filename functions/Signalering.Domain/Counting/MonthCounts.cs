namespace Signalering.Domain.Counting;

/// <summary>Counts of one month while they grow; labels are positions until <see cref="ToCube"/> names them.</summary>
/// <param name="wijken">Number of places.</param>
/// <param name="quadrants">Number of quadrants.</param>
/// <param name="problems">Number of problems, "none" included.</param>
/// <param name="policies">Number of laws and authorities.</param>
/// <param name="frictions">Number of frictions, "all together" included, which is the first.</param>
internal sealed class MonthCounts(int wijken, int quadrants, int problems, int policies, int frictions)
{
    private readonly Dictionary<ulong, int> _cases = [];

    // By position, since every activity looks up a handful of cells; the rows of a place are made at its first activity.
    private readonly GrowingMeasures?[]?[] _cells = new GrowingMeasures?[]?[wijken * quadrants];
    private readonly GrowingMeasures?[] _totals = new GrowingMeasures?[wijken * quadrants];
    private readonly GrowingMeasures?[]?[] _pairs = new GrowingMeasures?[]?[wijken];

    private readonly GrowingMeasures?[]?[] _frictions = new GrowingMeasures?[]?[wijken * policies];

    public int Activities { get; set; }

    /// <summary>Number of a case in this month, by first sight.</summary>
    public int CaseNumber(ulong hash)
    {
        if (!_cases.TryGetValue(hash, out var number))
            _cases[hash] = number = _cases.Count;
        return number;
    }

    public GrowingMeasures Cell(int wijk, int quadrant, int problem)
    {
        var row = _cells[(wijk * quadrants) + quadrant] ??= new GrowingMeasures?[problems];
        return row[problem] ??= new GrowingMeasures();
    }

    public GrowingMeasures Total(int wijk, int quadrant) => _totals[(wijk * quadrants) + quadrant] ??= new GrowingMeasures();

    public GrowingMeasures Pair(int wijk, int first, int second)
    {
        var row = _pairs[wijk] ??= new GrowingMeasures?[problems * problems];
        return row[(first * problems) + second] ??= new GrowingMeasures();
    }

    public GrowingMeasures Friction(int wijk, int policy, int friction)
    {
        var row = _frictions[(wijk * policies) + policy] ??= new GrowingMeasures?[frictions];
        return row[friction] ??= new GrowingMeasures();
    }

    /// <summary>Names the labels and orders everything, so that the order of the rows leaves no trace.</summary>
    public Cube ToCube(
        CubeHeader header, IReadOnlyList<string> wijkCodes, IReadOnlyList<string> quadrantKeys,
        IReadOnlyList<string> problemKeys, IReadOnlyList<string> policyKeys, IReadOnlyList<string> frictionKeys)
    {
        var ordered = _cases.Keys.Order().ToArray();
        var position = new int[ordered.Length];
        for (var i = 0; i < ordered.Length; i++)
            position[_cases[ordered[i]]] = i;

        return new Cube(
            header,
            ordered,
            [.. Filled(_cells).Select(c => new CubeCell(
                wijkCodes[c.Row / quadrants], quadrantKeys[c.Row % quadrants], problemKeys[c.Column], c.Measures.Fix(position)))],
            [.. Filled([_totals]).Select(t => new CubeTotal(
                wijkCodes[t.Column / quadrants], quadrantKeys[t.Column % quadrants], t.Measures.Fix(position)))],
            [.. Filled(_pairs).Select(p => new CubePair(
                wijkCodes[p.Row], problemKeys[p.Column / problems], problemKeys[p.Column % problems], p.Measures.Fix(position)))])
        {
            Frictions =
            [
                .. Filled(_frictions).Select(f => new CubeFriction(
                    wijkCodes[f.Row / policies], policyKeys[f.Row % policies], frictionKeys[f.Column],
                    f.Measures.Fix(position))),
            ],
        };
    }

    private static IEnumerable<(int Row, int Column, GrowingMeasures Measures)> Filled(GrowingMeasures?[]?[] table)
    {
        for (var row = 0; row < table.Length; row++)
        {
            for (var column = 0; column < table[row]?.Length; column++)
            {
                if (table[row]![column] is { } measures)
                    yield return (row, column, measures);
            }
        }
    }
}

/// <summary>Measures of one cell while they grow.</summary>
internal sealed class GrowingMeasures
{
    private ulong[] _cases = []; // a bit per case of the month: they are numbered from 0 without gaps
    private int _activities;
    private long _minutes;
    private int _withoutMinutes;
    private long _participants;
    private int _withoutCase;

    /// <param name="minutes">Null when unknown.</param>
    /// <param name="participants">Null when unknown.</param>
    /// <param name="caseNumber">−1 when the activity has none.</param>
    public void Add(int? minutes, int? participants, int caseNumber)
    {
        _activities++;
        _minutes += minutes ?? 0;
        _withoutMinutes += minutes is null ? 1 : 0;
        _participants += participants ?? 0;
        if (caseNumber < 0)
            _withoutCase++;
        else
            Mark(caseNumber);
    }

    public CubeMeasures Fix(int[] position)
    {
        var cases = new List<int>();
        for (var number = 0; number < position.Length && number >> 6 < _cases.Length; number++)
        {
            if ((_cases[number >> 6] >> (number & 63) & 1) != 0)
                cases.Add(position[number]);
        }

        cases.Sort();
        return new CubeMeasures(_activities, _minutes, _withoutMinutes, _participants, _withoutCase, cases);
    }

    private void Mark(int number)
    {
        var word = number >> 6;
        if (word >= _cases.Length)
            Array.Resize(ref _cases, Math.Max(word + 1, _cases.Length * 2));
        _cases[word] |= 1UL << (number & 63);
    }
}
