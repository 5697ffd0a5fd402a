namespace Signalering.LocalHost;

/// <summary>What a timer function is told about its schedule.</summary>
public sealed class TimerInfo
{
    /// <summary>Previous and next occurrence; null when the schedule is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run makes good an occurrence that was missed.</summary>
    public bool IsPastDue { get; set; }
}

/// <summary>Previous and next occurrence of a schedule, in UTC.</summary>
public sealed class ScheduleStatus
{
    /// <summary>The occurrence before this one.</summary>
    public DateTime Last { get; set; }

    /// <summary>The occurrence after this one.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was written down.</summary>
    public DateTime LastUpdated { get; set; }
}
