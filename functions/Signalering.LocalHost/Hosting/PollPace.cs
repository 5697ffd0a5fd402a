namespace Signalering.LocalHost;

/// <summary>The pause between two looks: short while there is work, doubling while there is none.</summary>
/// <remarks>Real time, also under a faked clock: storage counts its leases by its own clock, and a faked one drives
/// the schedules only.</remarks>
internal sealed class PollPace(LocalHostOptions options)
{
    private TimeSpan _pause = options.PollInterval;

    /// <summary>Waits; returns early, without an exception, when the host stops.</summary>
    public async Task Wait(bool foundWork, CancellationToken stop)
    {
        var longest = Max(options.IdlePollInterval, options.PollInterval);
        _pause = foundWork ? options.PollInterval : Min(_pause * 2, longest);
        await Task.Delay(_pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Pause before the run after attempt <paramref name="attempt"/> (1 and up).</summary>
    public static TimeSpan RetryDelay(LocalHostOptions options, long attempt)
    {
        var doublings = (int)Math.Clamp(attempt - 1, 0, 30);
        return Min(options.RetryDelay * Math.Pow(2, doublings), options.MaxRetryDelay);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
