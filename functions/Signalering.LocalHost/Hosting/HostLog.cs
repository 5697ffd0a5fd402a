using Microsoft.Extensions.Logging;

namespace Signalering.LocalHost;

/// <summary>All that the local host logs: ids, counts and types; never a body, and of a blob only the hash of its
/// version, as its name may be personal.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "{Count} functions found, {Http} of them on HTTP")]
    public static partial void Found(this ILogger logger, int count, int http);

    [LoggerMessage(2, LogLevel.Information, "{Function} done in {Milliseconds} ms (run {Run})")]
    public static partial void Succeeded(this ILogger logger, string function, string run, long milliseconds);

    [LoggerMessage(3, LogLevel.Information, "{Function} cancelled after {Milliseconds} ms (run {Run})")]
    public static partial void Cancelled(this ILogger logger, string function, string run, long milliseconds);

    [LoggerMessage(4, LogLevel.Error,
        "{Function} failed after {Milliseconds} ms (run {Run}): {ExceptionType} {ExceptionMessage}\n{StackTrace}")]
    public static partial void Failed(
        this ILogger logger, string function, string run, long milliseconds, string exceptionType,
        string exceptionMessage, string? stackTrace);

    [LoggerMessage(5, LogLevel.Warning, "{Function}: message {MessageId} failed on attempt {Attempt}")]
    public static partial void MessageFailed(this ILogger logger, string function, string messageId, long attempt);

    [LoggerMessage(6, LogLevel.Error, "{Function}: message {MessageId} moved to {Queue} after {Attempts} attempts")]
    public static partial void MessagePoisoned(
        this ILogger logger, string function, string messageId, string queue, long attempts);

    [LoggerMessage(7, LogLevel.Warning,
        "{Function}: message {MessageId} was taken by another host or deleted meanwhile; it may run twice")]
    public static partial void MessageLost(this ILogger logger, string function, string messageId);

    [LoggerMessage(8, LogLevel.Warning, "{Function}: blob version {Version} failed on attempt {Attempt}")]
    public static partial void BlobFailed(this ILogger logger, string function, string version, int attempt);

    [LoggerMessage(9, LogLevel.Error, "{Function}: blob version {Version} is poison after {Attempts} attempts")]
    public static partial void BlobPoisoned(this ILogger logger, string function, string version, int attempts);

    [LoggerMessage(10, LogLevel.Information, "{Function}: blob version {Version} was gone before it was read")]
    public static partial void BlobGone(this ILogger logger, string function, string version);

    [LoggerMessage(11, LogLevel.Information, "{Function}: {Count} markers of blobs that are gone removed")]
    public static partial void MarkersRemoved(this ILogger logger, string function, int count);

    [LoggerMessage(12, LogLevel.Warning, "{Function}: storage did not answer ({ExceptionType}); trying again")]
    public static partial void StorageFailed(this ILogger logger, string function, string exceptionType);

    [LoggerMessage(13, LogLevel.Warning, "{Function}: the run of {Occurrence:u} failed after {Runs} runs")]
    public static partial void TimerFailed(this ILogger logger, string function, DateTimeOffset occurrence, int runs);

    [LoggerMessage(14, LogLevel.Information, "{Function} next runs at {Occurrence:u}")]
    public static partial void TimerWaits(this ILogger logger, string function, DateTimeOffset occurrence);

    [LoggerMessage(15, LogLevel.Information, "{Count} HTTP functions listen at {Address}")]
    public static partial void HttpListens(this ILogger logger, int count, Uri address);

    [LoggerMessage(16, LogLevel.Warning,
        "Functions were still running {Seconds} s after the host was told to stop and have been cancelled")]
    public static partial void StopTookLong(this ILogger logger, double seconds);
}
