using Signalering.Domain.Intake;

namespace Signalering.Domain.Tests.Screening;

/// <summary>Rows of an array; the first is row 1.</summary>
internal sealed class ArrayRows(string[][] rows) : IExportRows
{
    public int RowNumber { get; private set; }

    public int CellCount => rows[RowNumber - 1].Length;

    public Problem? Failure => null;

    public bool Read() => ++RowNumber <= rows.Length;

    public ReadOnlySpan<char> Cell(int column) => column < CellCount ? rows[RowNumber - 1][column] : [];

    public void Dispose()
    {
        // Nothing is open.
    }
}
