namespace Signalering.LocalHost;

/// <summary>How often a failing timer function is run again within one occurrence. Other triggers have the broker's
/// retries, and Azure ignores this there; the rules forbid it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    private protected RetryAttribute(int maxRetryCount) => MaxRetryCount = maxRetryCount;

    /// <summary>Runs after the first; −1 means without end.</summary>
    public int MaxRetryCount { get; }
}

/// <summary>Retries with the same pause every time.</summary>
/// <param name="maxRetryCount">Runs after the first; −1 means without end.</param>
/// <param name="delayInterval">Pause, <c>hh:mm:ss</c>.</param>
public sealed class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : RetryAttribute(maxRetryCount)
{
    /// <summary>Pause, <c>hh:mm:ss</c>.</summary>
    public string DelayInterval { get; } = delayInterval;
}

/// <summary>Retries with a pause that doubles.</summary>
/// <param name="maxRetryCount">Runs after the first; −1 means without end.</param>
/// <param name="minimumInterval">First pause, <c>hh:mm:ss</c>.</param>
/// <param name="maximumInterval">Longest pause, <c>hh:mm:ss</c>.</param>
public sealed class ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    : RetryAttribute(maxRetryCount)
{
    /// <summary>First pause, <c>hh:mm:ss</c>.</summary>
    public string MinimumInterval { get; } = minimumInterval;

    /// <summary>Longest pause, <c>hh:mm:ss</c>.</summary>
    public string MaximumInterval { get; } = maximumInterval;
}
