using CsvHelper;
using Signalering.Domain.Intake;

namespace Signalering.Formats.Exports;

/// <summary>Rows of a CSV, TSV or TXT file.</summary>
/// <remarks>
/// <para>CsvHelper splits the bytes; a cell becomes characters when it is asked for. Nothing is allocated per
/// row.</para>
/// <para>Rows are numbered as Excel shows the file: a row with line breaks inside quotes is one row, an empty line is a
/// row, and the line <c>sep=;</c> is none, since Excel takes it as an instruction.</para>
/// </remarks>
internal sealed class DelimitedRows : IExportRows
{
    private const int BufferBytes = 128 << 10;

    private readonly SourceStream _source;
    private readonly TextForm _form;
    private readonly int _maxRecordBytes;
    private readonly bool _skipFirst;
    private readonly CsvReader _reader;
    private readonly CellText _cells = new();
    private bool _quoteIsBroken;
    private bool _started;

    /// <summary>Takes the source from its first byte; the caller keeps the stream itself.</summary>
    public DelimitedRows(SourceStream source, TextForm form, SeparatorChoice separator, ExportLimits limits)
    {
        _source = source;
        _form = form;
        _skipFirst = separator.HasHintLine;
        _maxRecordBytes = limits.MaxRecordBytes;
        _reader = CsvReader.Create(source, Options(separator.Separator) with
        {
            BufferSize = BufferBytes,
            Encoding = TextForms.Transcode(form),
            MaxRecordSize = limits.MaxRecordBytes,
            OnMalformedRecord = NoteMalformed,
        }, leaveOpen: true);
    }

    /// <inheritdoc/>
    public int RowNumber { get; private set; }

    /// <inheritdoc/>
    public int CellCount { get; private set; }

    /// <inheritdoc/>
    public Problem? Failure { get; private set; }

    /// <summary>What every reading of such a file has in common.</summary>
    public static CsvReaderOptions Options(char separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        SkipEmptyLines = false,
        DetectSeparatorHint = false, // 34.0.0 drops the line, also when the separator is given
        IncludeValuesInExceptions = false,
    };

    /// <inheritdoc/>
    public bool Read()
    {
        if (!_started)
        {
            _started = true;
            if (_skipFirst && !Advance())
                return false;
        }

        if (!Advance())
            return false;
        RowNumber++;
        CellCount = _reader.FieldCount;
        _cells.NextRow(CellCount);
        return true;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<char> Cell(int column)
    {
        if (column < 0 || column >= CellCount)
            return [];
        if (_cells.TryGet(column, out var known))
            return known;
        var bytes = _reader.GetSpan(column);
        return _cells.Keep(column, CellDecoder.Decode(bytes, _cells.Room(bytes.Length), _form));
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private bool Advance()
    {
        if (Failure is null && TryAdvance())
            return true;
        CellCount = 0;
        return false;
    }

    private bool TryAdvance()
    {
        try
        {
            if (!_reader.Read())
                return false;
        }
        catch (CsvFormatException) when (_source.Fault is null)
        {
            Failure = ExportMessages.RowTooLarge(RowNumber + 1, _maxRecordBytes);
            return false;
        }

        // CsvHelper lets a longer record pass when it happens to stand in its buffer; the answer must not depend on
        // that.
        if (_reader.RawRecord.Length > _maxRecordBytes)
            Failure = ExportMessages.RowTooLarge(RowNumber + 1, _maxRecordBytes);
        else if (_quoteIsBroken)
            Failure = ExportMessages.OpenQuote(RowNumber + 1);
        return Failure is null;
    }

    // Called while a record is being read. A quote inside a cell is kept as text, but one that swallows rows is not:
    // those rows would be lost without anyone knowing.
    private void NoteMalformed(CsvMalformedRecord record) =>
        _quoteIsBroken |= record.Reason == CsvMalformedReason.UnterminatedQuote
            || (record.Reason == CsvMalformedReason.TextAfterClosingQuote
                && record.RawRecord.AsSpan().IndexOfAny('\r', '\n') >= 0);
}
