namespace Signalering.Domain.Detection;

/// <summary>What a month says of a signal.</summary>
public enum MonthStatus
{
    /// <summary>Not assessable or missing: changes nothing.</summary>
    NotAssessed,

    /// <summary>Assessed, no signal.</summary>
    Quiet,

    /// <summary>Signal.</summary>
    Signal,
}

/// <summary>Where a signal stands; names are what reports print.</summary>
public enum SignalState
{
    /// <summary>No signal, and none that ended in the last year.</summary>
    Geen,

    /// <summary>An episode is open, the first for two years.</summary>
    Nieuw,

    /// <summary>An episode is open that follows an earlier one, or that came back after fading.</summary>
    Terugkerend,

    /// <summary>Most of the last nine months signalled, or the third episode within three years.</summary>
    Structureel,

    /// <summary>Quiet for two months (structural: three), not yet closed.</summary>
    Afnemend,

    /// <summary>Closed, at most a year ago.</summary>
    Opgelost,
}

/// <summary>State after one month.</summary>
/// <param name="State">State.</param>
/// <param name="Confirmed">At least two signals in the last three calendar months of the open episode.</param>
/// <param name="Outdated">The last three months were all not assessable.</param>
/// <param name="Episode">Number of the episode, from 1; 0 when the state is <see cref="SignalState.Geen"/>.</param>
/// <param name="Start">Position (0-based) of the month in which that episode began; −1 without one.</param>
public readonly record struct LifecycleMonth(SignalState State, bool Confirmed, bool Outdated, int Episode, int Start);

/// <summary>Settings of the lifecycle, in months.</summary>
public sealed record LifecycleOptions
{
    /// <summary>Quiet months until afnemend. Default 2: one quiet month is chance.</summary>
    public int Declining { get; init; } = 2;

    /// <summary>Quiet months until opgelost.</summary>
    public int Resolved { get; init; } = 3;

    /// <summary>Quiet months until afnemend, for a structural one.</summary>
    public int DecliningStructural { get; init; } = 3;

    /// <summary>Quiet months until opgelost, for a structural one.</summary>
    public int ResolvedStructural { get; init; } = 6;

    /// <summary>Signals within <see cref="StructuralWindow"/> assessed months that make it structural.</summary>
    public int StructuralSignals { get; init; } = 6;

    /// <summary>Assessed months looked back for that.</summary>
    public int StructuralWindow { get; init; } = 9;

    /// <summary>Episode starts within <see cref="EpisodeWindow"/> that make it structural.</summary>
    public int StructuralEpisodes { get; init; } = 3;

    /// <summary>Calendar months looked back for episode starts.</summary>
    public int EpisodeWindow { get; init; } = 36;

    /// <summary>Calendar months after which a new episode is new again.</summary>
    public int Recurrence { get; init; } = 24;

    /// <summary>Months that opgelost stays in sight.</summary>
    public int KeepResolved { get; init; } = 12;
}

/// <summary>From months to the story of a signal; recomputed from the start, never patched.</summary>
public static class Lifecycle
{
    /// <summary>State after each month.</summary>
    /// <param name="months">Oldest first, no gaps.</param>
    /// <param name="options">Null for the defaults.</param>
    public static LifecycleMonth[] Run(ReadOnlySpan<MonthStatus> months, LifecycleOptions? options = null)
    {
        var walk = new Walk(options ?? new LifecycleOptions());
        var states = new LifecycleMonth[months.Length];
        for (var i = 0; i < months.Length; i++)
        {
            walk.Step(i, months[i]);
            var outdated = i >= 2 && months[i] == MonthStatus.NotAssessed && months[i - 1] == MonthStatus.NotAssessed
                && months[i - 2] == MonthStatus.NotAssessed;
            states[i] = walk.State(i, months) with { Outdated = outdated };
        }

        return states;
    }

    private sealed class Walk(LifecycleOptions options)
    {
        private readonly List<int> _starts = [];
        private readonly List<bool> _assessed = []; // of the open episode: signal or quiet
        private bool _open;
        private bool _structural;
        private bool _recurs;
        private int _trail;
        private int _lastSignal = int.MinValue / 2;
        private int _closed = int.MinValue / 2;

        private int Declining => _structural ? options.DecliningStructural : options.Declining;

        private int Resolved => _structural ? options.ResolvedStructural : options.Resolved;

        public void Step(int i, MonthStatus status)
        {
            if (status == MonthStatus.NotAssessed)
                return;
            if (status == MonthStatus.Signal)
                Signal(i);
            else if (_open)
                Quiet(i);
            if (_open)
                _structural |= IsStructural(i);
        }

        public LifecycleMonth State(int i, ReadOnlySpan<MonthStatus> months)
        {
            if (!_open)
            {
                var resolved = i - _closed < options.KeepResolved;
                return resolved
                    ? new LifecycleMonth(SignalState.Opgelost, false, false, _starts.Count, _starts[^1])
                    : new LifecycleMonth(SignalState.Geen, false, false, 0, -1);
            }

            var state = _trail >= Declining ? SignalState.Afnemend
                : _structural ? SignalState.Structureel
                : _recurs ? SignalState.Terugkerend
                : SignalState.Nieuw;
            var signals = 0;
            for (var j = Math.Max(_starts[^1], i - 2); j <= i; j++)
                signals += months[j] == MonthStatus.Signal ? 1 : 0;
            return new LifecycleMonth(state, signals >= 2, false, _starts.Count, _starts[^1]);
        }

        private void Signal(int i)
        {
            if (!_open)
            {
                (_open, _structural) = (true, false);
                _recurs = i - _lastSignal <= options.Recurrence;
                _starts.Add(i);
                _assessed.Clear();
            }
            else if (_trail >= Declining)
            {
                _recurs = true;
            }

            _assessed.Add(true);
            (_trail, _lastSignal) = (0, i);
        }

        private void Quiet(int i)
        {
            _assessed.Add(false);
            _trail++;
            if (_trail < Resolved)
                return;
            (_open, _closed, _trail) = (false, i, 0);
        }

        private bool IsStructural(int i)
        {
            var recent = 0;
            for (var j = Math.Max(0, _assessed.Count - options.StructuralWindow); j < _assessed.Count; j++)
                recent += _assessed[j] ? 1 : 0;
            var starts = 0;
            foreach (var start in _starts)
                starts += i - start < options.EpisodeWindow ? 1 : 0;
            return recent >= options.StructuralSignals || starts >= options.StructuralEpisodes;
        }
    }
}
