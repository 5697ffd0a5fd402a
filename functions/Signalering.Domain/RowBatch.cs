using Signalering.Domain.Intake;

namespace Signalering.Domain;

/// <summary>Some hundreds of rows, copied from the reader; used again when they have been counted.</summary>
internal sealed class RowBatch
{
    private const int MostRows = 256;
    private const int MostCharacters = 1 << 16;

    private readonly List<Row> _rows = new(MostRows);
    private readonly Foreseen[] _foreseen = new Foreseen[MostRows];
    private (int Start, int Length)[] _cells = new (int, int)[MostRows * 16];
    private char[] _characters = new char[MostCharacters];
    private int _cellCount;
    private int _used;

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>Whether the next row belongs in another batch.</summary>
    public bool IsFull => _rows.Count == MostRows || _used >= MostCharacters;

    /// <summary>Forgets the rows.</summary>
    public void Clear()
    {
        _rows.Clear();
        (_cellCount, _used) = (0, 0);
    }

    /// <summary>Copies the current row of a reader.</summary>
    public void Add(IExportRows rows)
    {
        _foreseen[_rows.Count] = default;
        _rows.Add(new Row(
            rows.RowNumber, rows.Sheet, rows.SheetCount, rows.SerialOffset, _cellCount, rows.CellCount));
        if (_cells.Length - _cellCount < rows.CellCount)
            Array.Resize(ref _cells, Math.Max(_cells.Length * 2, _cellCount + rows.CellCount));
        for (var column = 0; column < rows.CellCount; column++)
        {
            var cell = rows.Cell(column);
            if (_characters.Length - _used < cell.Length)
                Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _used + cell.Length));
            cell.CopyTo(_characters.AsSpan(_used));
            _cells[_cellCount++] = (_used, cell.Length);
            _used += cell.Length;
        }
    }

    /// <summary>A row without its cells.</summary>
    public Row this[int row] => _rows[row];

    /// <summary>What is known of a row beforehand.</summary>
    public ref Foreseen Foreseen(int row) => ref _foreseen[row];

    /// <summary>A cell; empty when the row has no such cell.</summary>
    public ReadOnlySpan<char> Cell(in Row row, int column)
    {
        if (column < 0 || column >= row.CellCount)
            return [];
        var (start, length) = _cells[row.FirstCell + column];
        return _characters.AsSpan(start, length);
    }

    /// <summary>A row: see <see cref="IExportRows"/>.</summary>
    internal readonly record struct Row(
        int Number, int Sheet, int SheetCount, int SerialOffset, int FirstCell, int CellCount);
}

/// <summary>Goes through the rows of batches.</summary>
internal sealed class BatchRows : IExportRows
{
    private static readonly RowBatch Empty = new();
    private RowBatch _batch = Empty;
    private RowBatch.Row _row;
    private int _index = -1;

    /// <inheritdoc/>
    public int RowNumber => _row.Number;

    /// <inheritdoc/>
    public int Sheet => _row.Sheet;

    /// <inheritdoc/>
    public int SheetCount => _row.SheetCount;

    /// <inheritdoc/>
    public int SerialOffset => _row.SerialOffset;

    /// <inheritdoc/>
    public int CellCount => _row.CellCount;

    /// <inheritdoc/>
    public Problem? Failure => null;

    /// <summary>What is known of the current row beforehand.</summary>
    public ref Foreseen Foreseen => ref _batch.Foreseen(_index);

    /// <summary>Goes to a batch, before its first row.</summary>
    public void Begin(RowBatch batch) => (_batch, _index) = (batch, -1);

    /// <inheritdoc/>
    public bool Read()
    {
        if (_index + 1 >= _batch.Count)
            return false;
        _row = _batch[++_index];
        return true;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<char> Cell(int column) => _batch.Cell(_row, column);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
