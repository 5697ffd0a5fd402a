using Azure.Storage.Queues;

namespace Signalering.LocalHost.Tests;

public sealed class QueueTests(AzuriteFixture azurite)
{
    private readonly Probe _probe = new();
    private readonly string _queue = azurite.Name("berichten");

    [Fact]
    public async Task A_message_that_succeeds_is_deleted()
    {
        var queue = await azurite.Queue(_queue);
        var sent = await queue.SendMessageAsync("""{"aantal":3,"naam":"één"}""");

        await using var host = await Start(typeof(Poco));

        Assert.Equal([$"3 één {sent.Value.MessageId} 1"], await _probe.WaitFor(1));
        await Probe.Eventually(() => IsEmpty(_queue));
        Assert.True(await IsEmpty(LocalQueues.Poison(_queue)));
    }

    [Fact]
    public async Task A_message_that_fails_five_times_lands_in_poison_unchanged_and_the_next_gets_through()
    {
        const string body = "{ \"stuk\" : true }  \r\n— é";
        var queue = await azurite.Queue(_queue);
        await queue.SendMessageAsync(body);
        await queue.SendMessageAsync("goed");

        await using var host = await Start(typeof(FailsOnBraces), options => options.MaxConcurrentRuns = 1);

        var poison = await azurite.Queue(LocalQueues.Poison(_queue));
        await Probe.Eventually(async () => !await IsEmpty(poison.Name));
        Assert.Equal(body, (await poison.PeekMessageAsync()).Value.Body.ToString());
        Assert.Equal(["1", "2", "3", "4", "5"], (await _probe.WaitFor(6)).Where(seen => seen != "goed"));
        Assert.Contains("goed", _probe.Seen);
        await Probe.Eventually(() => IsEmpty(_queue));
    }

    [Fact]
    public async Task A_long_run_keeps_its_message()
    {
        var queue = await azurite.Queue(_queue);
        await queue.SendMessageAsync("lang");
        void Short(LocalHostOptions options) => options.VisibilityTimeout = TimeSpan.FromSeconds(2);

        await using var one = await Start(typeof(TakesFiveSeconds), Short);
        await using var other = await Start(typeof(TakesFiveSeconds), Short);

        await Probe.Eventually(() => IsEmpty(_queue));
        Assert.Equal(["begin", "eind"], _probe.Seen);
    }

    [Fact]
    public async Task A_message_dequeued_more_than_five_times_goes_to_poison_unrun()
    {
        var queue = await azurite.Queue(_queue);
        await queue.SendMessageAsync("{telkens ging de host ten onder}");
        for (var i = 0; i < 5; i++)
        {
            var message = (await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(30))).Value;
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero);
        }

        await using var host = await Start(typeof(FailsOnBraces));

        await Probe.Eventually(async () => !await IsEmpty(LocalQueues.Poison(_queue)));
        Assert.Empty(_probe.Seen);
    }

    [Theory]
    [InlineData("dit is geen base64!")]
    [InlineData("/////w==")]   // Base64 of bytes that are not UTF-8
    [InlineData("ZGl0IGlzIGdlZW4gSlNPTg==")]   // Base64 of "dit is geen JSON"
    public async Task A_body_that_cannot_be_bound_lands_in_poison_as_it_was_stored(string stored)
    {
        await azurite.Queue(_queue);
        await azurite.RawQueue(_queue).SendMessageAsync(stored);
        await (await azurite.Queue(_queue)).SendMessageAsync("""{"aantal":1,"naam":"goed"}""");

        await using var host = await Start(typeof(Poco));

        await _probe.WaitFor(1);
        await Probe.Eventually(async () => !await IsEmpty(LocalQueues.Poison(_queue)));
        var poison = await azurite.RawQueue(LocalQueues.Poison(_queue)).PeekMessageAsync();
        Assert.Equal(stored, poison.Value.Body.ToString());
        Assert.Single(_probe.Seen);
    }

    [Fact]
    public async Task A_restart_runs_what_a_killed_host_left()
    {
        var queue = await azurite.Queue(_queue);
        await queue.SendMessageAsync("werk");
        void Mortal(LocalHostOptions options)
        {
            options.VisibilityTimeout = TimeSpan.FromSeconds(1);
            options.ShutdownTimeout = TimeSpan.Zero;
        }

        await using (var killed = await Start(typeof(HangsAtFirst), Mortal))
        {
            await _probe.WaitFor(1);
            await killed.Stop();
        }

        await using var next = await Start(typeof(HangsAtFirst), Mortal);

        Assert.Equal(["1", "2 klaar"], await _probe.WaitFor(2));
        await Probe.Eventually(() => IsEmpty(_queue));
    }

    [Fact]
    public async Task A_stop_waits_for_what_runs()
    {
        var queue = await azurite.Queue(_queue);
        await queue.SendMessageAsync("kort");
        var host = await Start(typeof(TakesASecond));
        await _probe.WaitFor(1);

        await host.DisposeAsync();

        Assert.Equal(["begin", "eind"], _probe.Seen);
        Assert.True(await IsEmpty(_queue));
    }

    [Fact]
    public async Task A_run_that_a_stop_cancels_gives_its_message_back_at_once()
    {
        var queue = await azurite.Queue(_queue);
        await queue.SendMessageAsync("lang");
        var host = await Start(typeof(TakesFiveSeconds), options => options.ShutdownTimeout = TimeSpan.Zero);
        await _probe.WaitFor(1);

        await host.DisposeAsync();

        Assert.Equal("lang", (await queue.ReceiveMessageAsync()).Value.Body.ToString());
        Assert.Equal(["begin"], _probe.Seen);
    }

    [Fact]
    public async Task A_subscription_is_a_queue_of_its_own()
    {
        var topic = azurite.Name("onderwerp");
        var queue = await azurite.Queue(LocalQueues.StandInFor(topic, "abonnee"));
        await queue.SendMessageAsync("gebeurd");

        await using var host = await TestHost.Start(
            azurite, typeof(Subscribes), _probe, [("Onderwerp", topic)]);

        Assert.Equal(["gebeurd"], await _probe.WaitFor(1));
        Assert.Equal($"{topic}-abonnee", queue.Name);
    }

    [Fact]
    public async Task What_fails_in_a_poison_queue_stays_there()
    {
        var poison = await azurite.Queue(LocalQueues.Poison(_queue));
        await poison.SendMessageAsync("stuk");

        await using var host = await Start(typeof(ReadsDeadLetters));

        await _probe.WaitFor(7);   // more than five attempts
        Assert.False(await IsEmpty(poison.Name));
    }

    [Fact]
    public async Task No_more_messages_run_at_once_than_allowed()
    {
        var queue = await azurite.Queue(_queue);
        for (var i = 0; i < 8; i++)
            await queue.SendMessageAsync("x");

        await using var host = await Start(typeof(CountsItself), options => options.MaxConcurrentRuns = 2);

        var atOnce = await _probe.WaitFor(8);
        Assert.Equal("2", atOnce.Max());
    }

    [Fact]
    public async Task The_log_tells_no_body_and_no_text_of_an_exception()
    {
        var log = new CollectedLog();
        var queue = await azurite.Queue(_queue);
        await queue.SendMessageAsync("{mevrouw Voorbeeld}");

        await using var host = await TestHost.Start(
            azurite, typeof(FailsOnBraces), _probe, [("Wachtrij", _queue)], log: log);
        await _probe.WaitFor(5);
        await Probe.Eventually(async () => !await IsEmpty(LocalQueues.Poison(_queue)));

        Assert.Contains(log.Lines, line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("Voorbeeld", StringComparison.Ordinal));
    }

    private Task<TestHost> Start(Type functions, Action<LocalHostOptions>? configure = null) =>
        TestHost.Start(azurite, functions, _probe, [("Wachtrij", _queue)], configure);

    /// <summary>No message at all, not even an invisible one.</summary>
    private async Task<bool> IsEmpty(string name)
    {
        QueueClient queue = await azurite.Queue(name);
        return (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0;
    }

    public sealed record Telling(int Aantal, string Naam);

    public sealed class Poco(Probe probe)
    {
        [Function("Poco")]
        public Task Run(
            [ServiceBusTrigger("%Wachtrij%", Connection = "ServiceBus")] Telling telling, string messageId,
            int deliveryCount, DateTime enqueuedTimeUtc)
        {
            Assert.Equal(DateTimeKind.Utc, enqueuedTimeUtc.Kind);
            probe.Saw($"{telling.Aantal} {telling.Naam} {messageId} {deliveryCount}");
            return Task.CompletedTask;
        }
    }

    public sealed class FailsOnBraces(Probe probe)
    {
        [Function("FailsOnBraces")]
        public void Run([QueueTrigger("%Wachtrij%")] string body, long dequeueCount)
        {
            var fails = body.StartsWith('{');
            probe.Saw(fails ? $"{dequeueCount}" : body);
            if (fails)
                throw new InvalidOperationException(body);
        }
    }

    public sealed class TakesFiveSeconds(Probe probe)
    {
        [Function("TakesFiveSeconds")]
        public async Task Run([QueueTrigger("%Wachtrij%")] string body, CancellationToken cancellationToken)
        {
            probe.Saw("begin");
            await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
            probe.Saw("eind");
        }
    }

    public sealed class TakesASecond(Probe probe)
    {
        [Function("TakesASecond")]
        public async Task Run([QueueTrigger("%Wachtrij%")] string body, CancellationToken cancellationToken)
        {
            probe.Saw("begin");
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            probe.Saw("eind");
        }
    }

    public sealed class HangsAtFirst(Probe probe)
    {
        [Function("HangsAtFirst")]
        public async Task Run([ServiceBusTrigger("%Wachtrij%")] string body, int deliveryCount)
        {
            if (deliveryCount == 1)
            {
                probe.Saw("1");
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            }

            probe.Saw($"{deliveryCount} klaar");
        }
    }

    public sealed class Subscribes(Probe probe)
    {
        [Function("Subscribes")]
        public void Run([ServiceBusTrigger("%Onderwerp%", "abonnee")] string body) => probe.Saw(body);
    }

    public sealed class ReadsDeadLetters(Probe probe)
    {
        [Function("ReadsDeadLetters")]
        public void Run([ServiceBusTrigger("%Wachtrij%/$DeadLetterQueue")] string body)
        {
            probe.Saw(body);
            throw new InvalidOperationException();
        }
    }

    public sealed class CountsItself(Probe probe)
    {
        private static int _running;

        [Function("CountsItself")]
        public async Task Run([QueueTrigger("%Wachtrij%")] string body, CancellationToken cancellationToken)
        {
            probe.Saw($"{Interlocked.Increment(ref _running)}");
            await Task.Delay(200, cancellationToken);
            Interlocked.Decrement(ref _running);
        }
    }
}
