using System.Globalization;
using Cronos;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Signalering.LocalHost;

/// <summary>What each kind of function may take and return, so that both hosts can bind it.</summary>
internal static class TriggerRules
{
    public static IEnumerable<string> Check(FunctionDescriptor function)
    {
        if (function.Retry is { } retry)
            foreach (var breach in CheckRetry(function, retry))
                yield return breach;

        foreach (var breach in function.Trigger switch
        {
            HttpTriggerAttribute http => CheckHttp(function, http),
            ServiceBusTriggerAttribute bus => CheckServiceBus(function, bus),
            QueueTriggerAttribute => CheckMessage(function, MessageBinding.StorageQueueNames),
            TimerTriggerAttribute timer => CheckTimer(function, timer),
            BlobTriggerAttribute blob => CheckBlob(function, blob),
            _ => ["a trigger that the rules do not know."],
        })
            yield return breach;

        if (function.Trigger is not HttpTriggerAttribute &&
            function.Method.ReturnType != typeof(void) && function.Method.ReturnType != typeof(Task))
            yield return "returns something else than void or Task; what it returns would be dropped. Send by a port.";
    }

    private static IEnumerable<string> CheckRetry(FunctionDescriptor function, RetryAttribute retry)
    {
        if (function.Trigger is not TimerTriggerAttribute)
            yield return "a retry attribute without a timer trigger; the broker retries the other triggers.";
        var intervals = retry switch
        {
            FixedDelayRetryAttribute fixedDelay => [fixedDelay.DelayInterval],
            ExponentialBackoffRetryAttribute backoff => [backoff.MinimumInterval, backoff.MaximumInterval],
            _ => Array.Empty<string>(),
        };
        if (intervals.Any(text => !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _)))
            yield return "an interval of the retry attribute is not written as hh:mm:ss.";
    }

    private static IEnumerable<string> CheckHttp(FunctionDescriptor function, HttpTriggerAttribute http)
    {
        if (function.TriggerParameter.Type != typeof(HttpRequest))
            yield return "the trigger's parameter is not an HttpRequest.";

        var returns = function.Method.ReturnType;
        if (returns.IsGenericType && returns.GetGenericTypeDefinition() == typeof(Task<>))
            returns = returns.GetGenericArguments()[0];
        if (!returns.IsAssignableTo(typeof(IResult)))
            yield return "returns something else than IResult or Task<IResult>.";

        var tokens = RoutePatternFactory.Parse(http.Route ?? "").Parameters.Select(parameter => parameter.Name);
        foreach (var breach in CheckNamed(function, tokens, typeof(string), typeof(int), typeof(long), typeof(Guid)))
            yield return breach;
    }

    private static IEnumerable<string> CheckServiceBus(FunctionDescriptor function, ServiceBusTriggerAttribute bus)
    {
        if (bus.IsBatched)
            yield return "IsBatched; a failing message would take the others along. Take one message.";
        if (!bus.AutoCompleteMessages)
            yield return "AutoCompleteMessages is off; return to complete a message, throw to abandon it.";
        if (bus.IsSessionsEnabled)
            yield return "IsSessionsEnabled; a storage queue keeps no order, so order must not matter.";
        foreach (var breach in CheckMessage(function, MessageBinding.ServiceBusNames))
            yield return breach;
    }

    private static IEnumerable<string> CheckMessage(FunctionDescriptor function, IEnumerable<string> names)
    {
        if (!MessageBinding.IsBody(function.TriggerParameter.Type))
            yield return "the body is neither a string nor a class of our own.";
        foreach (var breach in CheckNamed(
            function, names, typeof(string), typeof(int), typeof(long), typeof(DateTime), typeof(DateTimeOffset)))
            yield return breach;
    }

    private static IEnumerable<string> CheckTimer(FunctionDescriptor function, TimerTriggerAttribute timer)
    {
        if (function.TriggerParameter.Type != typeof(TimerInfo))
            yield return "the trigger's parameter is not a TimerInfo.";
        if (!timer.Schedule.Contains('%', StringComparison.Ordinal) &&
            !CronExpression.TryParse(timer.Schedule, CronFormat.IncludeSeconds, out _))
            yield return "the schedule is not NCrontab with six fields.";
        foreach (var breach in CheckNamed(function, []))
            yield return breach;
    }

    private static IEnumerable<string> CheckBlob(FunctionDescriptor function, BlobTriggerAttribute blob)
    {
        if (!BlobBinding.IsTrigger(function.TriggerParameter.Type))
            yield return "the blob is not a string, Stream, byte[], BlobClient or BlobBaseClient.";
        if (!BlobPath.TryParse(blob.BlobPath, out var path))
        {
            yield return "the path is not container/… with every token once.";
            yield break;
        }

        foreach (var breach in CheckNamed(function, [.. path.Tokens, BlobBinding.Uri], typeof(string), typeof(Uri)))
            yield return breach;
    }

    private static IEnumerable<string> CheckNamed(
        FunctionDescriptor function, IEnumerable<string> names, params Type[] types)
    {
        var known = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in function.Parameters)
        {
            if (parameter == function.TriggerParameter || FunctionInvoker.IsSupplied(parameter.Type))
                continue;
            var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
            if (!known.Contains(parameter.Name) || !types.Contains(type))
                yield return $"nothing binds parameter '{parameter.Name}' of type {type.Name} for this trigger.";
        }
    }
}
