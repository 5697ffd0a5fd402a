using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Signalering.LocalHost;

/// <summary>Runs a function on its schedule, each occurrence on one host only.</summary>
/// <remarks>Occurrences that pass while a run takes long, or while no host runs, are made good by one run. A run that
/// a host's death cut off is run again, by another host or at the next start.</remarks>
internal sealed class TimerListener(
    FunctionDescriptor function, TimerSchedule schedule, LocalStorage storage, FunctionInvoker invoker,
    TimeProvider time, IOptions<LocalHostOptions> options, ILogger<TimerListener> logger) : IListener
{
    // Longer waits are cut up: a machine that slept, or whose clock was set, looks again within the minute.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(1);

    private readonly TimerTriggerAttribute _trigger = (TimerTriggerAttribute)function.Trigger;
    private readonly TimerState _state = new(storage.Container(TimerState.Container), function);
    private DateTimeOffset _last;

    public async Task Prepare(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await _state.Prepare(now, cancellationToken);
        var last = await _state.ReadLast(cancellationToken);
        _last = _trigger.UseMonitor && last < now ? last : now;
    }

    public async Task Listen(Stopping stopping)
    {
        try
        {
            if (_trigger.RunOnStartup)
                await RunOnce(time.GetUtcNow(), Missed(_last), stopping, isStart: true);
            while (!stopping.Receiving.IsCancellationRequested && schedule.After(_last) is { } next)
            {
                var isPastDue = Missed(_last);
                await WaitUntil(next, stopping.Receiving);
                await RunOnce(schedule.UpTo(time.GetUtcNow()) ?? next, isPastDue, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.Receiving.IsCancellationRequested)
        {
            // Stopped while waiting.
        }
    }

    private bool Missed(DateTimeOffset last) =>
        _trigger.UseMonitor && schedule.After(last) is { } next && next <= time.GetUtcNow();

    private async Task WaitUntil(DateTimeOffset moment, CancellationToken stop)
    {
        logger.TimerWaits(function.Name, moment);
        while (moment - time.GetUtcNow() is { Ticks: > 0 } wait)
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stop);
    }

    private async Task RunOnce(
        DateTimeOffset occurrence, bool isPastDue, Stopping stopping, bool isStart = false)
    {
        while (true)
        {
            try
            {
                if (await TryRun(occurrence, isPastDue, stopping, isStart))
                {
                    _last = occurrence;
                    return;
                }
            }
            catch (Exception exception) when (!stopping.Receiving.IsCancellationRequested)
            {
                logger.StorageFailed(function.Name, exception.GetType().Name);
            }

            // Another host is at it. If it dies, its claim lapses and this host takes over.
            await Task.Delay(BusyPause, stopping.Receiving);
        }
    }

    /// <returns>Whether the occurrence is done with, by this host or another.</returns>
    private async Task<bool> TryRun(
        DateTimeOffset occurrence, bool isPastDue, Stopping stopping, bool isStart)
    {
        await using var claim = await _state.Claim(options.Value.ClaimDuration, stopping.Running);
        if (claim is null)
            return false;
        var last = await _state.ReadLast(stopping.Running);
        if (last >= occurrence && !isStart)
            return true;

        var info = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = Status(last, occurrence) };
        if (!await RunWithRetries(info, occurrence, stopping))
            return true;   // Cut off by the host's stop: not remembered, so that the next start makes it good.
        await _state.WriteLast(occurrence, claim);
        return true;
    }

    private ScheduleStatus? Status(DateTimeOffset last, DateTimeOffset occurrence) => !_trigger.UseMonitor
        ? null
        : new ScheduleStatus
        {
            Last = last.UtcDateTime,
            Next = (schedule.After(occurrence) ?? occurrence).UtcDateTime,
            LastUpdated = last.UtcDateTime,
        };

    /// <returns>False when the host stopped before the function was done.</returns>
    private async Task<bool> RunWithRetries(TimerInfo info, DateTimeOffset occurrence, Stopping stopping)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                await invoker.Invoke(function, (_, _) => ValueTask.FromResult<object?>(info), stopping.Running);
                return true;
            }
            catch (OperationCanceledException) when (stopping.Running.IsCancellationRequested)
            {
                return false;
            }
            catch (Exception)
            {
                if (TimerRetry.PauseAfter(function.Retry, run) is not { } pause)
                {
                    logger.TimerFailed(function.Name, occurrence, run);
                    return true;
                }

                await Task.Delay(pause, time, stopping.Receiving)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (stopping.Receiving.IsCancellationRequested)
                    return false;
            }
        }
    }
}
