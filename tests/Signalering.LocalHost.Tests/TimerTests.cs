using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Signalering.LocalHost.Tests;

public sealed class TimerTests(AzuriteFixture azurite)
{
    private readonly Probe _probe = new();

    // The night that summer time begins in Amsterdam: 06:00 is 05:00 UTC on the 28th and 04:00 UTC on the 29th.
    private readonly FakeTimeProvider _clock = new(Utc("2026-03-28T20:00:00Z"));

    [Fact]
    public async Task A_timer_fires_by_the_clock_of_Amsterdam()
    {
        await using var host = await Start(typeof(EveryMorning), _clock);

        await AdvanceTo("2026-03-29T03:59:59Z");
        Assert.Empty(_probe.Seen);

        await AdvanceTo("2026-03-29T04:00:00Z");
        Assert.Equal(["op tijd, volgende 2026-03-30T04:00:00Z"], await _probe.WaitFor(1));
    }

    [Fact]
    public async Task An_occurrence_that_was_missed_is_made_good_once()
    {
        await using (await Start(typeof(MakesGood), _clock))
        {
        }

        _clock.Advance(TimeSpan.FromDays(3));
        await using (await Start(typeof(MakesGood), _clock))
            Assert.Equal(["te laat"], await _probe.WaitFor(1));

        await using var third = await Start(typeof(MakesGood), _clock);
        await Probe.Settle();
        Assert.Single(_probe.Seen);
    }

    [Fact]
    public async Task An_occurrence_that_was_missed_is_let_go_without_a_monitor()
    {
        await using (await Start(typeof(LetsGo), _clock))
        {
        }

        _clock.Advance(TimeSpan.FromDays(3));
        await using var host = await Start(typeof(LetsGo), _clock);
        await Probe.Settle();

        Assert.Empty(_probe.Seen);
    }

    [Fact]
    public async Task Two_hosts_run_an_occurrence_once()
    {
        await using var one = await Start(typeof(Once), _clock);
        await using var other = await Start(typeof(Once), _clock);

        await AdvanceTo("2026-03-29T04:00:00Z");
        await _probe.WaitFor(1);
        await Probe.Settle(1500);
        Assert.Single(_probe.Seen);

        await AdvanceTo("2026-03-30T04:00:00Z");
        await _probe.WaitFor(2);
        await Probe.Settle(1500);
        Assert.Equal(2, _probe.Seen.Count);
    }

    [Fact]
    public async Task A_timer_that_is_told_so_runs_at_the_start()
    {
        await using var host = await Start(typeof(AtOnce), _clock);

        Assert.Equal(["op tijd"], await _probe.WaitFor(1));
    }

    [Fact]
    public async Task A_timer_retries_as_often_as_its_attribute_says()
    {
        await using var host = await Start(typeof(KeepsFailing), _clock);
        await _probe.WaitFor(1);

        for (var runs = 2; runs <= 3; runs++)
        {
            await Probe.Settle(200);
            Assert.Equal(runs - 1, _probe.Seen.Count);
            _clock.Advance(TimeSpan.FromSeconds(10));
            await _probe.WaitFor(runs);
        }

        await Probe.Settle(200);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await Probe.Settle();
        Assert.Equal(3, _probe.Seen.Count);
    }

    [Theory]
    [InlineData(3, "00:00:01", "00:00:30", 1, 1)]
    [InlineData(3, "00:00:01", "00:00:30", 3, 4)]
    [InlineData(3, "00:00:01", "00:00:30", 4, null)]
    [InlineData(-1, "00:00:01", "00:00:30", 100, 30)]
    public void A_backoff_doubles_up_to_its_maximum(int retries, string first, string longest, int run, int? seconds) =>
        Assert.Equal(
            seconds is { } s ? TimeSpan.FromSeconds(s) : null,
            TimerRetry.PauseAfter(new ExponentialBackoffRetryAttribute(retries, first, longest), run));

    private static DateTimeOffset Utc(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    private Task<TestHost> Start(Type functions, TimeProvider clock) =>
        TestHost.Start(azurite, functions, _probe, [("Schema", "0 0 6 * * *")], time: clock);

    /// <summary>In steps of less than a minute at the end, so that the host's waits all see their time come.</summary>
    private async Task AdvanceTo(string moment)
    {
        await Probe.Settle(300);
        _clock.SetUtcNow(Utc(moment));
        await Probe.Settle(300);
    }

    public sealed class EveryMorning(Probe probe)
    {
        [Function("EveryMorning")]
        public void Run([TimerTrigger("%Schema%")] TimerInfo timer)
        {
            var next = timer.ScheduleStatus!.Next.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            probe.Saw($"{(timer.IsPastDue ? "te laat" : "op tijd")}, volgende {next}");
        }
    }

    public sealed class MakesGood(Probe probe)
    {
        [Function("MakesGood")]
        public void Run([TimerTrigger("0 0 6 * * *")] TimerInfo timer) =>
            probe.Saw(timer.IsPastDue ? "te laat" : "op tijd");
    }

    public sealed class LetsGo(Probe probe)
    {
        [Function("LetsGo")]
        public void Run([TimerTrigger("0 0 6 * * *", UseMonitor = false)] TimerInfo timer) => probe.Saw("liep");
    }

    public sealed class Once(Probe probe)
    {
        [Function("Once")]
        public async Task Run([TimerTrigger("0 0 6 * * *")] TimerInfo timer, CancellationToken cancellationToken)
        {
            probe.Saw("liep");
            await Task.Delay(300, cancellationToken);
        }
    }

    public sealed class AtOnce(Probe probe)
    {
        [Function("AtOnce")]
        public void Run([TimerTrigger("0 0 6 * * *", RunOnStartup = true)] TimerInfo timer) =>
            probe.Saw(timer.IsPastDue ? "te laat" : "op tijd");
    }

    public sealed class KeepsFailing(Probe probe)
    {
        [Function("KeepsFailing")]
        [FixedDelayRetry(2, "00:00:10")]
        public void Run([TimerTrigger("0 0 6 * * *", RunOnStartup = true)] TimerInfo timer)
        {
            probe.Saw("liep");
            throw new InvalidOperationException();
        }
    }
}
