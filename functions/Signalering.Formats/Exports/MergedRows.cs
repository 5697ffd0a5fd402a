using ExcelDataReader;

namespace Signalering.Formats.Exports;

/// <summary>Cells that are merged over several rows: Excel keeps the value in the first of them only.</summary>
internal sealed class MergedRows
{
    // More than a sheet that people made by hand has; a file with more is read without filling in.
    private const int MostMerges = 100_000;

    private readonly CellRange[] _merges;
    private readonly object?[] _values;
    private readonly int[] _until;
    private int _next;
    private int _row;

    private MergedRows(CellRange[] merges, int columns)
    {
        _merges = merges;
        _values = new object?[columns];
        _until = new int[columns];
        Array.Fill(_until, -1);
    }

    /// <summary>No merged cells.</summary>
    public static MergedRows None { get; } = new([], 0);

    /// <summary>The merged cells of the reader's sheet.</summary>
    public static MergedRows Of(IExcelDataReader reader)
    {
        if (reader.MergeCells is not { Length: > 0 and <= MostMerges } all)
            return None;
        var merges = all
            .Where(m => m.ToRow > m.FromRow && m.FromRow >= 0 && m.FromColumn >= 0 && m.FromColumn < reader.FieldCount)
            .OrderBy(m => m.FromRow).ToArray();
        return merges.Length == 0 ? None : new MergedRows(merges, reader.FieldCount);
    }

    /// <summary>Remembers the values of the merged cells that begin in this row.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="reader">Stands on the row.</param>
    public void NextRow(int row, IExcelDataReader reader)
    {
        _row = row;
        for (; _next < _merges.Length && _merges[_next].FromRow <= row; _next++)
        {
            var merge = _merges[_next];
            if (merge.FromRow == row)
                (_values[merge.FromColumn], _until[merge.FromColumn]) = (reader.GetValue(merge.FromColumn), merge.ToRow);
        }
    }

    /// <summary>The value of the merged cell that covers this one in the current row; null when none does.</summary>
    public object? Above(int column) => column < _until.Length && _row <= _until[column] ? _values[column] : null;
}
