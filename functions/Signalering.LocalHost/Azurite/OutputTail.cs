using System.Diagnostics;

namespace Signalering.LocalHost;

/// <summary>The last lines that a process printed: enough to say why it failed. Reading also keeps it from blocking on
/// a full pipe.</summary>
internal sealed class OutputTail
{
    private const int MostLines = 100;

    private readonly Queue<string> _lines = new();
    private readonly Process _process;

    public OutputTail(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
    }

    /// <summary>Whether a line is among them.</summary>
    public bool Has(string line)
    {
        lock (_lines)
            return _lines.Contains(line);
    }

    /// <summary>Begins to read; the process has started.</summary>
    public void Begin()
    {
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public override string ToString()
    {
        lock (_lines)
            return string.Join('\n', _lines);
    }

    private void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MostLines)
                _lines.Dequeue();
        }
    }
}
