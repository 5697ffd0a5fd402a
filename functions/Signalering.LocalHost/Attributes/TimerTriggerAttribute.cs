namespace Signalering.LocalHost;

/// <summary>Runs on a schedule.</summary>
/// <param name="schedule">NCrontab with six fields (seconds first), or <c>%Setting%</c>.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>Six fields: second, minute, hour, day, month, day of the week.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Also once when the host starts. Default false.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Whether an occurrence that was missed while no host ran is made good at the start. Default true.
    /// </summary>
    public bool UseMonitor { get; set; } = true;
}
