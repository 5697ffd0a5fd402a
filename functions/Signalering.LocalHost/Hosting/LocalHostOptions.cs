using System.ComponentModel.DataAnnotations;

namespace Signalering.LocalHost;

/// <summary>Settings of the local host; also read from configuration, section <c>LocalHost</c>.</summary>
public sealed class LocalHostOptions
{
    /// <summary>Storage account. Default null: the setting <c>Opslag</c>, the same as the app's own.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Pause between two looks at a queue or container that had work. Default 200 ms: a person who waits
    /// does not notice it, and Azurite answers some 300 such calls per second.</summary>
    [TimeSpanRange("00:00:00.010", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest pause, reached by doubling while there is no work. Default 2 s, the <c>maxPollingInterval</c>
    /// of <c>host.json</c>.</summary>
    [TimeSpanRange("00:00:00.010", "00:10:00")]
    public TimeSpan IdlePollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Messages of one queue, or blobs of one function, that run at the same time. Default 4, as in
    /// <c>host.json</c>: four workbooks fit in 2 GB of memory.</summary>
    [Range(1, 32)]
    public int MaxConcurrentRuns { get; set; } = 4;

    /// <summary>How long a received message stays invisible; renewed at a third of it while its function runs.
    /// Default 30 s: so long does a message of a killed host wait. Whole seconds.</summary>
    [TimeSpanRange("00:00:01", "01:00:00")]
    public TimeSpan VisibilityTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Runs of one message or blob version before it goes to the poison queue. Default 5, as in Azure.
    /// </summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Pause before the second run; doubles from run to run up to <see cref="MaxRetryDelay"/>. Default 1 s:
    /// five runs then take a quarter of a minute. Whole seconds for messages; zero means at once.</summary>
    [TimeSpanRange("00:00:00", "01:00:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between two runs. Default 5 min: a message in a poison queue that fails is kept and
    /// retried for ever, and should not fill the log.</summary>
    [TimeSpanRange("00:00:00", "1.00:00:00")]
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Claim on a blob version or timer occurrence; renewed at a third of it. Default 15 s, the shortest that
    /// storage gives: so long does the work of a killed host wait.</summary>
    [TimeSpanRange("00:00:15", "00:01:00")]
    public TimeSpan ClaimDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the markers of blobs that are gone are removed, and how old they are at least. Default 1 h:
    /// they are small, and a listing of all of them is not.</summary>
    [TimeSpanRange("00:00:01", "30.00:00:00")]
    public TimeSpan MarkerRetention { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a stopping host waits for running functions before it cancels them. Default 10 s: shorter
    /// than the patience of whatever stops it.</summary>
    [TimeSpanRange("00:00:00", "00:10:00")]
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Where HTTP functions listen; port 0 takes a free one, see <see cref="LocalHttpServer.Address"/>.
    /// Default this machine only, as no keys are asked; 7071 is the port of Azure's own local host.</summary>
    [Required]
    public string HttpUrl { get; set; } = "http://127.0.0.1:7071";

    /// <summary>Time zone of the schedules, as an IANA name. Default Europe/Amsterdam, the setting
    /// <c>WEBSITE_TIME_ZONE</c> in Azure.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Amsterdam";

    /// <summary>Whether the log shows the message of a function's exception. Default false: it may quote what was
    /// delivered. The exception's type and where it was thrown are always logged.</summary>
    public bool LogExceptionMessages { get; set; }
}
