namespace Signalering.Domain.Screening;

/// <summary>Short cells that were found clean before: categories, wijken and roles come thousands of times.</summary>
/// <remarks>Equal text in an equal year gives an equal answer. Lives as long as the gate, which is a pass over one file.</remarks>
internal sealed class CleanCells
{
    private const int Longest = 48;
    private const int MostPerColumn = 512;

    private readonly List<HashSet<string>> _columns = [];
    private readonly List<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> _lookups = [];
    private int _year = -1;

    public bool Contains(int column, ReadOnlySpan<char> cell, int year) =>
        cell.Length <= Longest && year == _year && column < _lookups.Count && _lookups[column].Contains(cell);

    public void Add(int column, ReadOnlySpan<char> cell, int year)
    {
        if (cell.Length > Longest || column > MostPerColumn)
            return;
        if (year != _year)
        {
            _columns.ForEach(cells => cells.Clear());
            _year = year;
        }

        while (_columns.Count <= column)
        {
            _columns.Add(new HashSet<string>(StringComparer.Ordinal));
            _lookups.Add(_columns[^1].GetAlternateLookup<ReadOnlySpan<char>>());
        }

        if (_columns[column].Count < MostPerColumn)
            _lookups[column].Add(cell);
    }
}
