namespace Signalering.Domain.Counting;

/// <summary>Counts of one month while they grow; labels are positions until <see cref="ToCube"/> names them.</summary>
internal sealed class MonthCounts
{
    private readonly Dictionary<ulong, int> _cases = [];
    private readonly Dictionary<(int Wijk, int Quadrant, int Problem), GrowingMeasures> _cells = [];
    private readonly Dictionary<(int Wijk, int Quadrant), GrowingMeasures> _totals = [];
    private readonly Dictionary<(int Wijk, int First, int Second), GrowingMeasures> _pairs = [];

    public int Activities { get; set; }

    /// <summary>Number of a case in this month, by first sight.</summary>
    public int CaseNumber(ulong hash)
    {
        if (!_cases.TryGetValue(hash, out var number))
            _cases[hash] = number = _cases.Count;
        return number;
    }

    public GrowingMeasures Cell(int wijk, int quadrant, int problem) => Of(_cells, (wijk, quadrant, problem));

    public GrowingMeasures Total(int wijk, int quadrant) => Of(_totals, (wijk, quadrant));

    public GrowingMeasures Pair(int wijk, int first, int second) => Of(_pairs, (wijk, first, second));

    /// <summary>Names the labels and orders everything, so that the order of the rows leaves no trace.</summary>
    public Cube ToCube(
        CubeHeader header, IReadOnlyList<string> wijken, IReadOnlyList<string> quadrants, IReadOnlyList<string> problems)
    {
        var ordered = _cases.Keys.Order().ToArray();
        var position = new int[ordered.Length];
        for (var i = 0; i < ordered.Length; i++)
            position[_cases[ordered[i]]] = i;

        return new Cube(
            header,
            ordered,
            [.. _cells.OrderBy(c => c.Key).Select(c => new CubeCell(
                wijken[c.Key.Wijk], quadrants[c.Key.Quadrant], problems[c.Key.Problem], c.Value.Fix(position)))],
            [.. _totals.OrderBy(t => t.Key).Select(t => new CubeTotal(
                wijken[t.Key.Wijk], quadrants[t.Key.Quadrant], t.Value.Fix(position)))],
            [.. _pairs.OrderBy(p => p.Key).Select(p => new CubePair(
                wijken[p.Key.Wijk], problems[p.Key.First], problems[p.Key.Second], p.Value.Fix(position)))]);
    }

    private static GrowingMeasures Of<TKey>(Dictionary<TKey, GrowingMeasures> table, TKey key)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var measures))
            table[key] = measures = new GrowingMeasures();
        return measures;
    }
}

/// <summary>Measures of one cell while they grow.</summary>
internal sealed class GrowingMeasures
{
    private readonly HashSet<int> _cases = [];
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
            _cases.Add(caseNumber);
    }

    public CubeMeasures Fix(int[] position) => new(
        _activities, _minutes, _withoutMinutes, _participants, _withoutCase,
        [.. _cases.Select(number => position[number]).Order()]);
}
