using System.Globalization;

namespace Signalering.LocalHost;

/// <summary>The pauses that a retry attribute asks for.</summary>
internal static class TimerRetry
{
    /// <summary>Pause after failed run <paramref name="run"/> (1 and up); null when it was the last.</summary>
    public static TimeSpan? PauseAfter(RetryAttribute? retry, int run)
    {
        if (retry is null || (retry.MaxRetryCount >= 0 && run > retry.MaxRetryCount))
            return null;
        return retry switch
        {
            FixedDelayRetryAttribute fixedDelay => Parse(fixedDelay.DelayInterval),
            ExponentialBackoffRetryAttribute backoff => Doubled(
                Parse(backoff.MinimumInterval), Parse(backoff.MaximumInterval), run),
            _ => null,
        };
    }

    private static TimeSpan Doubled(TimeSpan minimum, TimeSpan maximum, int run)
    {
        var pause = minimum * Math.Pow(2, Math.Min(run - 1, 30));
        return pause < maximum ? pause : maximum;
    }

    private static TimeSpan Parse(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
