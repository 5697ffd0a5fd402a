using System.IO.Compression;
using ExcelDataReader;
using Signalering.Domain.Intake;

namespace Signalering.Formats.Exports;

/// <summary>Rows of all visible sheets, one after the other.</summary>
/// <remarks>ExcelDataReader gives values, not what is shown: a number becomes text with a decimal comma, a date becomes
/// ISO, a time or duration <c>0:45</c>, true and false <c>ja</c> and <c>nee</c>; of a formula the result that was kept;
/// an error such as <c>#N/B</c> is empty. A cell that is merged over several rows stands in each of them.</remarks>
internal sealed class WorkbookRows : IExportRows
{
    // Excel's own bounds; a file that claims more was not made by a spreadsheet, and would keep us busy for hours.
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    private readonly SourceStream _source;
    private readonly IExcelDataReader _reader;
    private readonly WorkbookInfo _info;
    private readonly long _maxCells;
    private readonly CellText _cells = new();
    private readonly LetterRepair _letters = new();
    private string?[] _strings = [];
    private MergedRows _merged = MergedRows.None;
    private int _hiddenRows;
    private bool _hasStarted;
    private bool _isInSheet;
    private bool _isAtEnd;

    private WorkbookRows(SourceStream source, IExcelDataReader reader, WorkbookInfo info, long maxCells)
    {
        (_source, _reader, _info, _maxCells) = (source, reader, info, maxCells);
        SheetCount = info.Sheets.Count(sheet => sheet.IsVisible);
    }

    /// <inheritdoc/>
    public int RowNumber { get; private set; }

    /// <inheritdoc/>
    public int CellCount { get; private set; }

    /// <inheritdoc/>
    public int Sheet { get; private set; }

    /// <inheritdoc/>
    public int SheetCount { get; }

    /// <inheritdoc/>
    public int SerialOffset => _info.CountsFrom1904 ? DutchDate.DaysFrom1900To1904 : 0;

    /// <inheritdoc/>
    public Problem? Failure { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Problem> Notes =>
        [.. _letters.Notes, .. _hiddenRows > 0 ? [IntakeMessages.VerborgenRijen(_hiddenRows)] : Array.Empty<Problem>()];

    /// <inheritdoc/>
    public IEnumerable<HiddenText> HiddenTexts
    {
        get
        {
            using var texts = WorkbookHiddenTexts.Read(_source, _info).GetEnumerator();
            while (TryNext(texts))
                yield return texts.Current;
        }
    }

    /// <summary>Opens the workbook before its first row; null when it is damaged.</summary>
    public static WorkbookRows? TryOpen(SourceStream source, ExportLimits limits)
    {
        CodePages.Register();
        try
        {
            source.Position = 0;
            WorkbookInfo info;
            using (var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true))
                info = WorkbookInfo.Read(zip);
            source.Position = 0;
            return new WorkbookRows(source, Open(source), info, limits.MaxSheetCells);
        }
        catch (Exception damage) when (IsDamage(source, damage))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public bool Read()
    {
        CellCount = 0;
        if (Failure is not null || _isAtEnd)
            return false;
        try
        {
            while (!_isInSheet || !_reader.Read())
            {
                if (!NextVisibleSheet())
                {
                    _isAtEnd = true;
                    return false;
                }
            }
        }
        catch (Exception damage) when (IsDamage(_source, damage))
        {
            Failure = Messages.Beschadigd(RowNumber + 1);
        }

        if (RowNumber == MostRows)
            Failure ??= Messages.Beschadigd(MostRows);
        if (Failure is not null)
            return false;
        RowNumber++;
        CellCount = _strings.Length;
        _cells.NextRow(CellCount);
        Array.Clear(_strings);
        _merged.NextRow(RowNumber - 1, _reader);
        if (_reader.RowHeight == 0 && HasCells())
            _hiddenRows++;
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
        switch (_reader.GetValue(column) ?? _merged.Above(column))
        {
            case null:
                return _cells.Keep(column, 0);
            case string value:
                return CellText.Trim(_strings[column] = _letters.Repair(value));
            case var value:
                return _cells.Keep(column, CellValue.Write(value, _cells.Room(CellValue.Longest)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static IExcelDataReader Open(SourceStream source) =>
        ExcelReaderFactory.CreateOpenXmlReader(source, new ExcelReaderConfiguration { LeaveOpen = true });

    private bool NextVisibleSheet()
    {
        _isInSheet = false;
        while (NextSheet())
        {
            if (_reader.VisibleState != "visible")
                continue;
            _isInSheet = true;
            Sheet++;
            RowNumber = 0;
            if (_reader.FieldCount > MostColumns)
                throw new InvalidDataException("More columns than a sheet has.");
            if ((long)_reader.RowCount * _reader.FieldCount > _maxCells)
            {
                Failure = ExportMessages.TooManyCells(_maxCells);
                return false;
            }

            _strings = new string?[_reader.FieldCount];
            _merged = MergedRows.Of(_reader);
            return true;
        }

        return false;
    }

    // The reader stands on its first sheet when it is opened.
    private bool NextSheet()
    {
        if (_hasStarted)
            return _reader.NextResult();
        _hasStarted = true;
        return _reader.ResultsCount > 0;
    }

    private bool HasCells()
    {
        for (var column = 0; column < CellCount; column++)
        {
            if (_reader.GetValue(column) is not null)
                return true;
        }

        return false;
    }

    private bool TryNext(IEnumerator<HiddenText> texts)
    {
        try
        {
            return texts.MoveNext();
        }
        catch (Exception damage) when (IsDamage(_source, damage))
        {
            Failure ??= Messages.Beschadigd(null); // what cannot be read cannot be screened
            return false;
        }
    }

    // A damaged package makes its readers throw nearly anything; what the storage throws is not damage.
    private static bool IsDamage(SourceStream source, Exception exception) =>
        source.Fault is null && exception is not OutOfMemoryException;
}
