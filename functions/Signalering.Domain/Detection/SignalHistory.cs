using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>A signal of which an earlier report told the past differently.</summary>
/// <param name="Id">Signal.</param>
/// <param name="Months">Months whose status changed.</param>
/// <param name="Before">Letters then (A signal, N quiet, M not assessed), of the months that both cover.</param>
/// <param name="After">Letters now.</param>
public sealed record ChangedHistory(string Id, IReadOnlyList<Month> Months, string Before, string After);

/// <summary>Compares signals of two runs: a late or corrected delivery may rewrite the past, and then it is
/// said.</summary>
public static class SignalHistory
{
    /// <summary>Signals whose months, as far as both runs assessed them, are told differently now.</summary>
    /// <param name="earlier">Signals of the earlier report.</param>
    /// <param name="now">Signals now.</param>
    /// <returns>In order of id; a signal that is gone altogether counts as quiet throughout.</returns>
    public static IReadOnlyList<ChangedHistory> Changes(IReadOnlyList<Signal> earlier, IReadOnlyList<Signal> now)
    {
        var current = now.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var changes = new List<ChangedHistory>();
        foreach (var old in earlier.Where(s => s.History.Length > 0).OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            current.TryGetValue(old.Id, out var signal);
            var from = signal is null || signal.HistoryFrom < old.HistoryFrom ? old.HistoryFrom : signal.HistoryFrom;
            var before = old.History[Math.Min(old.History.Length, from.Index - old.HistoryFrom.Index)..];
            var after = signal is null
                ? before.Replace('A', 'N')
                : signal.History[Math.Min(signal.History.Length, from.Index - signal.HistoryFrom.Index)..];
            var shared = Math.Min(before.Length, after.Length);
            var months = Enumerable.Range(0, shared).Where(i => before[i] != after[i]).Select(from.Plus).ToList();
            if (months.Count > 0)
                changes.Add(new ChangedHistory(old.Id, months, before[..shared], after[..shared]));
        }

        return changes;
    }
}
