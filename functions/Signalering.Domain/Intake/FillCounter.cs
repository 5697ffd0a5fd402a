using Signalering.Domain.Counting;

namespace Signalering.Domain.Intake;

/// <summary>How well the rows of one month were filled in; tells whether a team registers as it used to.</summary>
/// <param name="Maand">Month of the activities.</param>
/// <param name="Rijen">Activities counted.</param>
/// <param name="Gevuld">Per field of the export: rows in which it says something.</param>
/// <param name="Tekens">Characters in the classified columns, over all rows.</param>
public sealed record MonthFill(Month Maand, int Rijen, IReadOnlyDictionary<Field, int> Gevuld, long Tekens);

/// <summary>Counts filled cells per month and field.</summary>
internal sealed class FillCounter
{
    private static readonly Field[] Fields = Enum.GetValues<Field>();

    private readonly SortedDictionary<Month, Counts> _months = [];
    private Counts? _last;
    private Month _lastMonth;
    private ColumnMap? _map;
    private (int Field, int Column)[] _columns = [];
    private int[] _textColumns = [];

    /// <summary>Activities marked as a signal by the worker.</summary>
    public int Marked { get; private set; }

    /// <summary>Per month, oldest first.</summary>
    public IReadOnlyList<MonthFill> Months =>
    [
        .. _months.Select(month => new MonthFill(
            month.Key, month.Value.Rows,
            Fields.Where(f => month.Value.HasField[(int)f]).ToDictionary(f => f, f => month.Value.Filled[(int)f]),
            month.Value.Characters)),
    ];

    /// <summary>Counts the current row.</summary>
    public void Add(IExportRows rows, ColumnMap map, DateOnly day)
    {
        var counts = Of(Month.Of(day));
        counts.Rows++;
        if (!ReferenceEquals(map, _map))
            Use(map);
        foreach (var (field, column) in _columns)
        {
            counts.HasField[field] = true;
            counts.Filled[field] += rows.Cell(column).IsEmpty ? 0 : 1;
        }

        foreach (var column in _textColumns)
            counts.Characters += rows.Cell(column).Length;
        if (map.Has(Field.Signaal) && DutchNumbers.Truth(rows.Cell(map[Field.Signaal])) == true)
            Marked++;
    }

    private void Use(ColumnMap map)
    {
        _map = map;
        _columns = [.. Fields.Where(map.Has).Select(f => ((int)f, map[f]))];
        _textColumns = [.. map.TextColumns];
    }

    private Counts Of(Month month)
    {
        if (_last is not null && month == _lastMonth)
            return _last;
        if (!_months.TryGetValue(month, out var counts))
            _months[month] = counts = new Counts();
        (_last, _lastMonth) = (counts, month);
        return counts;
    }

    private sealed class Counts
    {
        public int Rows { get; set; }

        public long Characters { get; set; }

        public int[] Filled { get; } = new int[Fields.Length];

        public bool[] HasField { get; } = new bool[Fields.Length];
    }
}
