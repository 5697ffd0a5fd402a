using ExcelDataReader;
using Signalering.Domain.Intake;

namespace Signalering.Formats.Exports;

/// <summary>Rows of the first visible sheet with more than one row.</summary>
/// <remarks>ExcelDataReader gives values, not what is shown: a number becomes text with a decimal comma, a date becomes
/// ISO, a time or duration <c>0:45</c>, true and false <c>ja</c> and <c>nee</c>; an error such as <c>#N/B</c> is
/// empty.</remarks>
internal sealed class WorkbookRows : IExportRows
{
    // Excel's own bounds; a file that claims more was not made by a spreadsheet, and would keep us busy for hours.
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    private readonly SourceStream _source;
    private readonly IExcelDataReader _reader;
    private readonly CellText _cells = new();
    private readonly string?[] _strings;

    private WorkbookRows(SourceStream source, IExcelDataReader reader)
    {
        _source = source;
        _reader = reader;
        _strings = new string?[reader.FieldCount];
    }

    /// <inheritdoc/>
    public int RowNumber { get; private set; }

    /// <inheritdoc/>
    public int CellCount { get; private set; }

    /// <inheritdoc/>
    public Problem? Failure { get; private set; }

    /// <summary>Opens the workbook at its table; null when it is damaged.</summary>
    public static WorkbookRows? TryOpen(SourceStream source)
    {
        CodePages.Register();
        IExcelDataReader? reader = null;
        try
        {
            source.Position = 0;
            reader = Open(source);
            var sheet = FindTable(reader);
            reader.Reset(); // the search may have gone past the last sheet
            for (var i = 0; i < sheet; i++)
                reader.NextResult();

            if (reader.FieldCount <= MostColumns)
                return new WorkbookRows(source, reader);
        }
        catch (Exception damage) when (IsDamage(source, damage))
        {
        }

        reader?.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public bool Read()
    {
        CellCount = 0;
        if (Failure is not null)
            return false;
        try
        {
            if (!_reader.Read())
                return false;
        }
        catch (Exception damage) when (IsDamage(_source, damage))
        {
            Failure = Messages.Beschadigd(RowNumber + 1);
            return false;
        }

        if (RowNumber == MostRows)
        {
            Failure = Messages.Beschadigd(MostRows);
            return false;
        }

        RowNumber++;
        CellCount = _strings.Length;
        _cells.NextRow(CellCount);
        Array.Clear(_strings);
        return true;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<char> Cell(int column)
    {
        if (column < 0 || column >= CellCount)
            return [];
        if (_strings[column] is { } text)
            return CellText.Trim(text);
        if (_cells.TryGet(column, out var known))
            return known;
        switch (_reader.GetValue(column))
        {
            case null:
                return _cells.Keep(column, 0);
            case string value:
                return CellText.Trim(_strings[column] = value);
            case var value:
                return _cells.Keep(column, CellValue.Write(value, _cells.Room(CellValue.Longest)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static IExcelDataReader Open(SourceStream source) =>
        ExcelReaderFactory.CreateOpenXmlReader(source, new ExcelReaderConfiguration { LeaveOpen = true });

    // Position of the first visible sheet with more than one row; the first visible one when none has.
    private static int FindTable(IExcelDataReader reader)
    {
        var sheet = 0;
        var firstVisible = -1;
        do
        {
            if (reader.VisibleState == "visible")
            {
                if (reader.RowCount > 1)
                    return sheet;
                firstVisible = firstVisible < 0 ? sheet : firstVisible;
            }

            sheet++;
        }
        while (reader.NextResult());

        return Math.Max(firstVisible, 0);
    }

    // A damaged package makes its readers throw nearly anything; what the storage throws is not damage.
    private static bool IsDamage(SourceStream source, Exception exception) =>
        source.Fault is null && exception is not OutOfMemoryException;
}
