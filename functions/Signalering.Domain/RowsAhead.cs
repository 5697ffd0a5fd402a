using System.Runtime.ExceptionServices;
using Signalering.Domain.Intake;

namespace Signalering.Domain;

/// <summary>Rows that a second thread reads ahead, in batches; the pass sees the same rows in the same order.</summary>
/// <remarks>
/// <para>When the pass has rows waiting, the second thread also works out what the pass is going to ask of the next ones
/// (<see cref="Foresight"/>); when the pass waits, it hands over what it has. So the work divides itself, whether reading,
/// screening or counting takes longest, and a row that was not foreseen is looked at by the pass itself.</para>
/// <para>A short file is read in place, without a thread. Memory: a fixed number of batches.</para>
/// </remarks>
internal sealed class RowsAhead(IExportRows rows) : IExportRows
{
    private const int ReadInPlace = 1024;
    private const int Batches = 4;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _filled = new(0);
    private readonly SemaphoreSlim _free = new(0);
    private readonly Queue<RowBatch> _waiting = [];
    private readonly Stack<RowBatch> _used = [];
    private readonly BatchRows _current = new();
    private Foreseen _nothing;
    private RowBatch? _batch;
    private Thread? _thread;
    private ExceptionDispatchInfo? _fault;
    private volatile Foresight? _foresight;
    private volatile bool _isStarving;
    private volatile bool _isStopped;
    private bool _hasEnded;
    private int _read;

    /// <summary>What to work out beforehand; null for nothing.</summary>
    public Foresight? Foresight
    {
        set => _foresight = value;
    }

    /// <summary>What is known of the current row beforehand.</summary>
    public ref readonly Foreseen Foreseen => ref _thread is null ? ref _nothing : ref _current.Foreseen;

    /// <inheritdoc/>
    public int RowNumber => Current.RowNumber;

    /// <inheritdoc/>
    public int Sheet => Current.Sheet;

    /// <inheritdoc/>
    public int SheetCount => Current.SheetCount;

    /// <inheritdoc/>
    public int SerialOffset => Current.SerialOffset;

    /// <inheritdoc/>
    public int CellCount => _thread is null ? rows.CellCount : _hasEnded ? 0 : _current.CellCount;

    /// <inheritdoc/>
    public Problem? Failure => IsReading ? null : rows.Failure;

    /// <inheritdoc/>
    public IReadOnlyList<Problem> Notes => IsReading ? [] : rows.Notes;

    /// <inheritdoc/>
    public IEnumerable<HiddenText> HiddenTexts => IsReading ? [] : rows.HiddenTexts;

    // Before its first batch the second thread has the reader to itself.
    private IExportRows Current => _thread is null ? rows : _current;

    private bool IsReading => _thread is not null && !_hasEnded;

    /// <inheritdoc/>
    public bool Read()
    {
        if (_thread is null && (_read++ < ReadInPlace || Environment.ProcessorCount == 1))
            return rows.Read();
        if (_thread is null)
            Start();
        while (!_hasEnded)
        {
            if (_current.Read())
                return true;
            NextBatch();
        }

        return false;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<char> Cell(int column) =>
        _thread is null ? rows.Cell(column) : _hasEnded ? [] : _current.Cell(column);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isStopped)
            return;
        _isStopped = true;
        _free.Release();
        _thread?.Join();
        _filled.Dispose();
        _free.Dispose();
        rows.Dispose();
    }

    private void Start()
    {
        for (var i = 0; i < Batches; i++)
            GiveBack(new RowBatch());
        _thread = new Thread(ReadAll) { IsBackground = true, Name = nameof(RowsAhead) };
        _thread.Start();
    }

    private void NextBatch()
    {
        if (_batch is not null)
            GiveBack(_batch);
        if (!_filled.Wait(0))
        {
            _isStarving = true;
            _filled.Wait();
            _isStarving = false;
        }

        lock (_lock)
            _hasEnded = !_waiting.TryDequeue(out _batch);
        if (_batch is not null)
            _current.Begin(_batch);
        else
            _fault?.Throw();
    }

    private void GiveBack(RowBatch batch)
    {
        batch.Clear();
        lock (_lock)
            _used.Push(batch);
        _free.Release();
    }

    // The second thread. A fault is thrown where the pass comes to it, after the rows before it.
    private void ReadAll()
    {
        try
        {
            var more = true;
            while (more && TryTakeFree(out var batch))
            {
                more = TryFill(batch);
                if (batch.Count == 0)
                    break;
                Foresee(batch);
                lock (_lock)
                    _waiting.Enqueue(batch);
                _filled.Release();
            }
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
        }

        _filled.Release(); // without a batch: the end
    }

    // False at the end of the file, or where it breaks off.
    private bool TryFill(RowBatch batch)
    {
        try
        {
            while (!batch.IsFull)
            {
                if (!rows.Read())
                    return false;
                batch.Add(rows);
            }

            return true;
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
            return false;
        }
    }

    private bool TryTakeFree(out RowBatch batch)
    {
        _free.Wait();
        lock (_lock)
            batch = _isStopped ? null! : _used.Pop();
        return !_isStopped;
    }

    private void Foresee(RowBatch batch)
    {
        if (_foresight is not { } foresight)
            return;
        var ahead = new BatchRows();
        ahead.Begin(batch);
        while (!_isStarving && !_isStopped && ahead.Read())
            ahead.Foreseen = foresight.Of(ahead);
    }
}
