using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Signalering.LocalHost.Tests;

public sealed class RulesTests
{
    [Fact]
    public void Functions_that_keep_the_rules_pass() =>
        Assert.Empty(FunctionRules.Check(
        [
            typeof(CatalogTests.One), typeof(CatalogTests.Two), typeof(QueueTests.Poco), typeof(HttpTests.Web),
            typeof(BlobTests.ReadsNothing), typeof(BlobTests.AsStream),
        ]));

    [Theory]
    [InlineData(typeof(SameName), "the name 'dubbel' is used more than once")]
    [InlineData(typeof(BadName), "the name is not a letter")]
    [InlineData(typeof(Hidden), "the class is not a public class")]
    [InlineData(typeof(HiddenMethod), "the method is not a public instance method")]
    [InlineData(typeof(StaticMethod), "the method is not a public instance method")]
    [InlineData(typeof(AsyncVoid), "async void")]
    [InlineData(typeof(TwoOnOne), "parameter 'x' has more than one binding")]
    [InlineData(typeof(TwoTriggers), "2 triggers")]
    [InlineData(typeof(NoTrigger), "0 triggers")]
    [InlineData(typeof(RetryOnQueue), "a retry attribute without a timer trigger")]
    [InlineData(typeof(RetryWithoutTime), "not written as hh:mm:ss")]
    [InlineData(typeof(BusOfBytes), "the body is neither a string nor a class of our own")]
    [InlineData(typeof(BusOfUnknownMetadata), "nothing binds parameter 'sequenceNumber'")]
    [InlineData(typeof(BusOfStorageMetadata), "nothing binds parameter 'dequeueCount'")]
    [InlineData(typeof(BusInBatches), "IsBatched")]
    [InlineData(typeof(BusInSessions), "IsSessionsEnabled")]
    [InlineData(typeof(BusWithoutComplete), "AutoCompleteMessages is off")]
    [InlineData(typeof(ReturnsText), "returns something else than void or Task")]
    [InlineData(typeof(HttpOfText), "the trigger's parameter is not an HttpRequest")]
    [InlineData(typeof(HttpReturnsText), "returns something else than IResult")]
    [InlineData(typeof(HttpOfUnknown), "nothing binds parameter 'deel'")]
    [InlineData(typeof(BadSchedule), "not NCrontab with six fields")]
    [InlineData(typeof(TimerOfText), "the trigger's parameter is not a TimerInfo")]
    [InlineData(typeof(BlobOfNumber), "the blob is not a string")]
    [InlineData(typeof(BlobWithoutName), "the path is not container/")]
    [InlineData(typeof(BlobOfUnknown), "nothing binds parameter 'wijk'")]
    [InlineData(typeof(UsesRequestData), "uses 'HttpRequestData'")]
    [InlineData(typeof(UsesReceivedMessage), "uses 'ServiceBusReceivedMessage'")]
    [InlineData(typeof(TraceContext), "'TraceContext' is the host's name")]
    public void A_breach_is_named(Type type, string expected)
    {
        var breach = Assert.Single(FunctionRules.Check([type]));
        Assert.Contains(expected, breach, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_may_not_differ_in_case_only() =>
        Assert.Single(FunctionRules.Check([typeof(SameNameLower), typeof(SameNameUpper)]));

    [Fact]
    public void A_host_does_not_run_functions_that_break_the_rules()
    {
        var exception = Assert.Throws<InvalidOperationException>(
            () => new ServiceCollection().AddLocalFunctions([typeof(AsyncVoid), typeof(BusInBatches)]));

        Assert.Contains("async void", exception.Message, StringComparison.Ordinal);
        Assert.Contains("IsBatched", exception.Message, StringComparison.Ordinal);
    }

    public sealed class SameName
    {
        [Function("dubbel")]
        public void A([QueueTrigger("a")] string x)
        {
        }

        [Function("Dubbel")]
        public void B([QueueTrigger("b")] string x)
        {
        }
    }

    public sealed class SameNameLower
    {
        [Function("gelijk")]
        public void Run([QueueTrigger("a")] string x)
        {
        }
    }

    public sealed class SameNameUpper
    {
        [Function("GELIJK")]
        public void Run([QueueTrigger("a")] string x)
        {
        }
    }

    public sealed class BadName
    {
        [Function("1e levering")]
        public void Run([QueueTrigger("a")] string x)
        {
        }
    }

    internal sealed class Hidden
    {
        [Function("Hidden")]
        public void Run([QueueTrigger("a")] string x)
        {
        }
    }

    public sealed class HiddenMethod
    {
        [Function("HiddenMethod")]
        internal void Run([QueueTrigger("a")] string x)
        {
        }
    }

    public sealed class StaticMethod
    {
        [Function("StaticMethod")]
        public static void Run([QueueTrigger("a")] string x)
        {
        }
    }

    public sealed class AsyncVoid
    {
        [Function("AsyncVoid")]
        public async void Run([QueueTrigger("a")] string x) => await Task.Yield();
    }

    public sealed class TwoOnOne
    {
        [Function("TwoOnOne")]
        public void Run([QueueTrigger("a")][ServiceBusTrigger("b")] string x)
        {
        }
    }

    public sealed class TwoTriggers
    {
        [Function("TwoTriggers")]
        public void Run([QueueTrigger("a")] string x, [QueueTrigger("b")] string y)
        {
        }
    }

    public sealed class NoTrigger
    {
        [Function("NoTrigger")]
        public void Run(string x)
        {
        }
    }

    public sealed class RetryOnQueue
    {
        [Function("RetryOnQueue")]
        [ExponentialBackoffRetry(2, "00:00:01", "00:00:10")]
        public void Run([QueueTrigger("a")] string x)
        {
        }
    }

    public sealed class RetryWithoutTime
    {
        [Function("RetryWithoutTime")]
        [FixedDelayRetry(2, "tien tellen")]
        public void Run([TimerTrigger("0 0 6 * * *")] TimerInfo timer)
        {
        }
    }

    public sealed class BusOfBytes
    {
        [Function("BusOfBytes")]
        public void Run([ServiceBusTrigger("a")] byte[] x)
        {
        }
    }

    public sealed class BusOfUnknownMetadata
    {
        [Function("BusOfUnknownMetadata")]
        public void Run([ServiceBusTrigger("a")] string x, long sequenceNumber)
        {
        }
    }

    public sealed class BusOfStorageMetadata
    {
        [Function("BusOfStorageMetadata")]
        public void Run([ServiceBusTrigger("a")] string x, long dequeueCount)
        {
        }
    }

    public sealed class BusInBatches
    {
        [Function("BusInBatches")]
        public void Run([ServiceBusTrigger("a", IsBatched = true)] string x)
        {
        }
    }

    public sealed class BusInSessions
    {
        [Function("BusInSessions")]
        public void Run([ServiceBusTrigger("a", IsSessionsEnabled = true)] string x)
        {
        }
    }

    public sealed class BusWithoutComplete
    {
        [Function("BusWithoutComplete")]
        public void Run([ServiceBusTrigger("a", AutoCompleteMessages = false)] string x)
        {
        }
    }

    public sealed class ReturnsText
    {
        [Function("ReturnsText")]
        public Task<string> Run([QueueTrigger("a")] string x) => Task.FromResult(x);
    }

    public sealed class HttpOfText
    {
        [Function("HttpOfText")]
        public IResult Run([HttpTrigger] string x) => Results.Ok();
    }

    public sealed class HttpReturnsText
    {
        [Function("HttpReturnsText")]
        public Task<string> Run([HttpTrigger] HttpRequest x) => Task.FromResult("");
    }

    public sealed class HttpOfUnknown
    {
        [Function("HttpOfUnknown")]
        public IResult Run([HttpTrigger(Route = "a/{jaar}")] HttpRequest x, int jaar, string deel) => Results.Ok();
    }

    public sealed class BadSchedule
    {
        [Function("BadSchedule")]
        public void Run([TimerTrigger("0 6 * * *")] TimerInfo timer)
        {
        }
    }

    public sealed class TimerOfText
    {
        [Function("TimerOfText")]
        public void Run([TimerTrigger("0 0 6 * * *")] string timer)
        {
        }
    }

    public sealed class BlobOfNumber
    {
        [Function("BlobOfNumber")]
        public void Run([BlobTrigger("a/{naam}")] int x)
        {
        }
    }

    public sealed class BlobWithoutName
    {
        [Function("BlobWithoutName")]
        public void Run([BlobTrigger("exports")] string x)
        {
        }
    }

    public sealed class BlobOfUnknown
    {
        [Function("BlobOfUnknown")]
        public void Run([BlobTrigger("exports/{naam}")] string x, string naam, string wijk)
        {
        }
    }

    public sealed class HttpRequestData;

    public sealed class UsesRequestData
    {
        [Function("UsesRequestData")]
        public void Run([QueueTrigger("a")] string x)
        {
        }

        public void Answer(HttpRequestData data)
        {
        }
    }

    public sealed class ServiceBusReceivedMessage;

    public sealed class UsesReceivedMessage
    {
        private List<ServiceBusReceivedMessage>? _messages;

        [Function("UsesReceivedMessage")]
        public void Run([QueueTrigger("a")] string x) => _messages = [.. _messages ?? []];
    }

    public sealed class TraceContext;
}
