using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>The rows above the header on their way to whoever looks for it: titles and filters are screened too.</summary>
internal sealed class TitleRows(IExportRows rows, PrivacyGate gate) : IExportRows
{
    private bool _isPending;

    public int RowNumber => rows.RowNumber;

    public int CellCount => rows.CellCount;

    public Problem? Failure => rows.Failure;

    // A row is screened when the next one is asked for: only then it is known not to be the header.
    public bool Read()
    {
        if (_isPending)
            gate.Inspect(rows);
        return _isPending = rows.Read();
    }

    public ReadOnlySpan<char> Cell(int column) => rows.Cell(column);

    /// <summary>The current row is the header.</summary>
    public void Begin(ColumnMap map)
    {
        _isPending = false;
        gate.Begin(rows, map);
    }

    public void Dispose()
    {
        // The pass that owns the rows disposes them.
    }
}
