using System.Globalization;
using System.Text.Json;

namespace Signalering.Infra.Tests;

/// <summary>The host ignores a setting that it does not know, so a slip of the pen shows here or nowhere.</summary>
public sealed class HostJsonTests
{
    private static readonly JsonElement Host = Repository.Json("host.json");

    private static JsonElement ServiceBus => Host.GetProperty("extensions").GetProperty("serviceBus");

    [Fact]
    public void Only_names_that_the_host_knows_are_used()
    {
        Assert.Equal(["version", "functionTimeout", "logging", "extensions"], Names(Host));
        Assert.Equal(["blobs", "serviceBus"], Names(Host.GetProperty("extensions")));
        Assert.Equal(
            ["maxDegreeOfParallelism", "poisonBlobThreshold"],
            Names(Host.GetProperty("extensions").GetProperty("blobs")));
        Assert.Equal(
            ["clientRetryOptions", "prefetchCount", "autoCompleteMessages", "maxAutoLockRenewalDuration",
                "maxConcurrentCalls"],
            Names(ServiceBus));
        Assert.Equal(
            ["mode", "maxRetries", "delay", "maxDelay", "tryTimeout"],
            Names(ServiceBus.GetProperty("clientRetryOptions")));
        Assert.Equal("2.0", Host.GetProperty("version").GetString());
    }

    [Fact]
    public void A_lock_is_renewed_for_longer_than_a_function_may_run() =>
        Assert.True(Span(ServiceBus, "maxAutoLockRenewalDuration") > Span(Host, "functionTimeout"));

    [Fact]
    public void A_message_is_completed_by_returning_and_abandoned_by_throwing() =>
        Assert.True(ServiceBus.GetProperty("autoCompleteMessages").GetBoolean());

    [Fact]
    public void No_message_waits_under_a_lock_for_its_turn() =>
        Assert.Equal(0, ServiceBus.GetProperty("prefetchCount").GetInt32());

    [Fact]
    public void The_passes_that_run_at_the_same_time_fit_in_the_memory_of_an_instance()
    {
        // Issue 2: the intake pass stays under 300 MB, whatever the size of the file.
        var memory = int.Parse(
            Snapshot.OfType("Microsoft.Web/sites").Single()[
                "properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB"]!, CultureInfo.InvariantCulture);

        Assert.True(ServiceBus.GetProperty("maxConcurrentCalls").GetInt32() * 300 < memory);
    }

    [Fact]
    public void OpenTelemetry_is_not_asked_for_while_the_worker_has_none() =>
        Assert.False(Host.TryGetProperty("telemetryMode", out _));

    [Fact]
    public void The_log_tells_what_the_functions_did_and_no_more()
    {
        var levels = Host.GetProperty("logging").GetProperty("logLevel").EnumerateObject()
            .ToDictionary(level => level.Name, level => level.Value.GetString(), StringComparer.Ordinal);

        Assert.Equal("Warning", levels["default"]);
        Assert.Equal("Information", levels["Function"]);
        Assert.Equal("Information", levels["Signalering"]);
        Assert.DoesNotContain(levels.Values, level => level is "Debug" or "Trace");
    }

    private static IEnumerable<string> Names(JsonElement json) =>
        json.EnumerateObject().Select(property => property.Name);

    private static TimeSpan Span(JsonElement json, string name) =>
        TimeSpan.ParseExact(json.GetProperty(name).GetString()!, "c", CultureInfo.InvariantCulture);
}
