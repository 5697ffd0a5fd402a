using System.Diagnostics;

namespace Signalering.Cli;

/// <summary>What a verb says (stdout) and how far it is (stderr).</summary>
/// <param name="output">For results.</param>
/// <param name="error">For progress and faults.</param>
public sealed class Screen(TextWriter output, TextWriter error)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private long _lastProgress;
    private bool _lineIsOpen;

    /// <summary>Whether progress can be drawn over itself.</summary>
    private static bool IsTerminal => !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>A line of the result.</summary>
    public void Say(string line)
    {
        lock (_lock)
        {
            CloseLine();
            output.WriteLine(line);
        }
    }

    /// <summary>A step that begins.</summary>
    public void Step(string line)
    {
        lock (_lock)
        {
            CloseLine();
            error.WriteLine(line);
        }
    }

    /// <summary>A fault.</summary>
    public void Fault(string line) => Step(line);

    /// <summary>How far a step is; drawn over itself on a terminal, and now and then elsewhere.</summary>
    public void Progress(string what, int done, int all)
    {
        lock (_lock)
        {
            var isLast = done >= all;
            if (!isLast && Stopwatch.GetElapsedTime(_lastProgress) < (IsTerminal ? Pace : Pace * 25))
                return;
            _lastProgress = Stopwatch.GetTimestamp();
            if (!IsTerminal)
            {
                error.WriteLine($"  {what}: {done} van {all}");
                return;
            }

            error.Write($"\r  {what}: {done} van {all} ");
            _lineIsOpen = true;
            if (isLast)
                CloseLine();
        }
    }

    private void CloseLine()
    {
        if (_lineIsOpen)
            error.WriteLine();
        _lineIsOpen = false;
    }
}
