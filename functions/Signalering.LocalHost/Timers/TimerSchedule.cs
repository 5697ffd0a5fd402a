using Cronos;

namespace Signalering.LocalHost;

/// <summary>A schedule in a time zone. In the night that summer time begins, a time that is skipped runs when the
/// clock has moved on; in the night that it ends, a time that comes twice runs once.</summary>
internal sealed class TimerSchedule(string expression, TimeZoneInfo zone)
{
    private readonly CronExpression _cron = CronExpression.Parse(expression, CronFormat.IncludeSeconds);

    /// <summary>The first occurrence after a moment; null when there is none any more.</summary>
    public DateTimeOffset? After(DateTimeOffset moment) => _cron.GetNextOccurrence(moment, zone);

    /// <summary>The last occurrence at or before a moment; null when there has been none.</summary>
    public DateTimeOffset? UpTo(DateTimeOffset moment) => _cron.GetPreviousOccurrence(moment, zone, inclusive: true);
}
