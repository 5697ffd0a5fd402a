using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Signalering.LocalHost;

/// <summary>Functions as JSON, in the words of Azure's <c>function.json</c>. Settings are left out where they have the
/// value that Azure takes without them.</summary>
internal static class FunctionListing
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // readable in a review; never served as HTML
    };

    public static string Write(IEnumerable<FunctionDescriptor> functions) =>
        new JsonArray([.. functions.Select(Function)]).ToJsonString(Indented) + "\n";

    private static JsonNode Function(FunctionDescriptor function)
    {
        var bindings = new JsonArray(Binding(function.TriggerParameter));
        if (function.Trigger is HttpTriggerAttribute)
            bindings.Add((JsonNode)new JsonObject { ["name"] = "$return", ["type"] = "http", ["direction"] = "Out" });

        var json = new JsonObject
        {
            ["name"] = function.Name,
            ["entryPoint"] = function.EntryPoint,
            ["bindings"] = bindings,
        };
        if (function.Retry is { } retry)
            json["retry"] = Retry(retry);
        return json;
    }

    private static JsonObject Binding(FunctionParameter parameter)
    {
        var json = new JsonObject { ["name"] = parameter.Name, ["type"] = null, ["direction"] = "In" };
        json["type"] = parameter.Trigger switch
        {
            BlobTriggerAttribute blob => Add(
                "blobTrigger", ("path", blob.BlobPath), ("connection", blob.Connection), ("source", Source(blob))),
            QueueTriggerAttribute queue => Add(
                "queueTrigger", ("queueName", queue.QueueName), ("connection", queue.Connection)),
            ServiceBusTriggerAttribute bus => Add(
                "serviceBusTrigger", ("queueName", bus.QueueName), ("topicName", bus.TopicName),
                ("subscriptionName", bus.SubscriptionName), ("connection", bus.Connection),
                ("isSessionsEnabled", bus.IsSessionsEnabled ? true : null)),
            TimerTriggerAttribute timer => Add(
                "timerTrigger", ("schedule", timer.Schedule), ("runOnStartup", timer.RunOnStartup ? true : null),
                ("useMonitor", timer.UseMonitor ? null : false)),
            HttpTriggerAttribute http => Add(
                "httpTrigger", ("authLevel", http.AuthLevel.ToString()), ("methods", Methods(http)),
                ("route", http.Route)),
            _ => throw new InvalidOperationException("A trigger that the listing does not know."),
        };
        return json;

        string Add(string type, params ReadOnlySpan<(string Key, JsonNode? Value)> properties)
        {
            foreach (var (key, value) in properties)
            {
                if (value is not null)
                    json[key] = value;
            }

            return type;
        }
    }

    private static JsonNode? Source(BlobTriggerAttribute blob) =>
        blob.Source == BlobTriggerSource.LogsAndContainerScan ? null : blob.Source.ToString();

    private static JsonArray? Methods(HttpTriggerAttribute http) =>
        http.Methods.Length == 0
            ? null
            : new JsonArray([.. http.Methods.Select(method => (JsonNode)HttpMethods.GetCanonicalizedValue(method))]);

    private static JsonObject Retry(RetryAttribute retry) => retry switch
    {
        FixedDelayRetryAttribute fixedDelay => new JsonObject
        {
            ["strategy"] = "fixedDelay",
            ["maxRetryCount"] = fixedDelay.MaxRetryCount,
            ["delayInterval"] = fixedDelay.DelayInterval,
        },
        ExponentialBackoffRetryAttribute backoff => new JsonObject
        {
            ["strategy"] = "exponentialBackoff",
            ["maxRetryCount"] = backoff.MaxRetryCount,
            ["minimumInterval"] = backoff.MinimumInterval,
            ["maximumInterval"] = backoff.MaximumInterval,
        },
        _ => throw new InvalidOperationException("A retry that the listing does not know."),
    };
}
