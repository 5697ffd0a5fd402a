using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Signalering.LocalHost;

/// <summary>From a request to a run of a function, and from its result to the response.</summary>
internal static class HttpEndpoint
{
    public static void Map(
        IEndpointRouteBuilder routes, FunctionDescriptor function, FunctionInvoker invoker, IServiceScopeFactory scopes)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        var pattern = "/api/" + (trigger.Route ?? function.Name).TrimStart('/');
        RequestDelegate handle = context => Handle(context, function, invoker, scopes);
        if (trigger.Methods.Length == 0)
            routes.Map(pattern, handle);
        else
            routes.MapMethods(pattern, trigger.Methods, handle);
    }

    private static async Task Handle(
        HttpContext context, FunctionDescriptor function, FunctionInvoker invoker, IServiceScopeFactory scopes)
    {
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;   // the app's services, not those of the server
        try
        {
            var result = await invoker.Invoke(
                function, (parameter, _) => ValueTask.FromResult(Bind(parameter, context)), context.RequestAborted,
                scope.ServiceProvider);
            await ((IResult)result!).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer.
        }
        catch (UnboundRouteException)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (Exception) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;   // logged by the invoker
        }
    }

    private static object? Bind(FunctionParameter parameter, HttpContext context)
    {
        if (parameter.Trigger is not null)
            return context.Request;
        if (context.GetRouteValue(parameter.Name) is not { } value)
            return null;
        try
        {
            var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value.ToString()!);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new UnboundRouteException();
        }
    }

    /// <summary>A part of the address is not of the type that the function takes: there is nothing there.</summary>
    private sealed class UnboundRouteException : Exception;
}
