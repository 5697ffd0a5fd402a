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
    private readonly byte _separator;
    private readonly int _maxRecordBytes;
    private readonly bool _skipFirst;
    private readonly QuoteForm _quotes;
    private readonly bool _hasCurlyQuotes;
    private readonly CsvReader _reader;
    private readonly CellText _cells = new();
    private readonly LetterRepair _letters = new();
    private readonly CellSpans _spans = new();
    private readonly List<Problem> _notes = [];
    private bool _quoteIsOpen;
    private bool _started;

    /// <summary>Takes the source from its first byte; the caller keeps the stream itself.</summary>
    public DelimitedRows(SourceStream source, TextForm form, SeparatorChoice separator, ContentScan scan, ExportLimits limits)
    {
        _source = source;
        _form = form;
        _separator = (byte)separator.Separator;
        _skipFirst = separator.HasHintLine;
        _maxRecordBytes = limits.MaxRecordBytes;
        _hasCurlyQuotes = CellSpans.HasCurlyQuotes(TextForms.Sample(scan.Head, form).Span, form);
        _quotes = QuoteForms.Find(change => Open(change, scan), scan, source.Length, source, _separator);
        _reader = Open(
            options => options with
            {
                AllowLineBreaksInQuotes = _quotes == QuoteForm.Around,
                OnMalformedRecord = NoteMalformed,
            },
            scan);
    }

    /// <inheritdoc/>
    public int RowNumber { get; private set; }

    /// <inheritdoc/>
    public int CellCount { get; private set; }

    /// <inheritdoc/>
    public Problem? Failure { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Problem> Notes => [.. _letters.Notes, .. _notes];

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
        CellCount = FindCells();
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
        var bytes = _spans.IsInUse ? _spans.Cell(_reader.RawRecord, column) : _reader.GetSpan(column);
        var room = _cells.Room(bytes.Length);
        var length = CellDecoder.Decode(bytes, room, _form);
        var isAscii = length == bytes.Length && _form != TextForm.Windows1252;
        return _cells.Keep(column, isAscii ? length : _letters.Repair(room[..length]));
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private CsvReader Open(Func<CsvReaderOptions, CsvReaderOptions> change, ContentScan scan)
    {
        _source.Position = 0;
        // Carriage returns between line feeds stand inside cells.
        var isMixed = TextForms.Transcode(_form) is null && scan.LineFeeds > 0 && scan.LoneReturns > 0;
        return CsvReader.Create(isMixed ? new LoneReturns(_source) : _source, change(Options((char)_separator) with
        {
            BufferSize = BufferBytes,
            Encoding = TextForms.Transcode(_form),
            MaxRecordSize = _maxRecordBytes,
        }), leaveOpen: true);
    }

    private bool Advance()
    {
        if (Failure is null && TryAdvance())
            return true;
        CellCount = 0;
        return false;
    }

    private bool TryAdvance()
    {
        _quoteIsOpen = false;
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
        else if (_quoteIsOpen && _quotes == QuoteForm.Around)
            Failure = ExportMessages.OpenQuote(RowNumber + 1);
        return Failure is null;
    }

    // A line whose quote is left open has its quotes as text; cells in curly quotes may hold separators.
    private int FindCells()
    {
        _spans.Clear();
        if (_quoteIsOpen)
        {
            _notes.Add(IntakeMessages.LosAanhalingsteken(new Place(RowNumber, null)));
            return _spans.Split(_reader.RawRecord, _separator);
        }

        return _hasCurlyQuotes && _reader.FieldCount > 1 && !_reader.RawRecord.Contains((byte)'"')
            ? _spans.SplitAtCurlyQuotes(_reader.RawRecord, _separator, _form)
            : _reader.FieldCount;
    }

    // Called while a record is being read. A quote inside a cell is kept as text, but one that swallows rows is not:
    // those rows would be lost without anyone knowing.
    private void NoteMalformed(CsvMalformedRecord record) =>
        _quoteIsOpen |= _quotes == QuoteForm.Around
            ? QuoteForms.IsBroken(record)
            : record.Reason is CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote;
}
