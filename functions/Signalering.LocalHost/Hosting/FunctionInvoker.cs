using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Signalering.LocalHost;

/// <summary>Gives the value of a parameter that the host itself does not supply.</summary>
internal delegate ValueTask<object?> BindParameter(FunctionParameter parameter, CancellationToken cancellationToken);

/// <summary>Runs a function once, in a scope of its own.</summary>
internal sealed class FunctionInvoker(
    IServiceScopeFactory scopes, IOptions<LocalHostOptions> options, ILogger<FunctionInvoker> logger)
{
    /// <summary>Whether the host supplies this type to any function.</summary>
    public static bool IsSupplied(Type type) => type == typeof(CancellationToken) || type == typeof(FunctionContext);

    /// <summary>Binds, runs and waits; what the function returns, or null. Exceptions of either pass through, after
    /// they have been logged.</summary>
    public async Task<object?> Invoke(
        FunctionDescriptor function, BindParameter bind, CancellationToken cancellationToken,
        IServiceProvider? services = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = new LocalFunctionContext(function, services ?? scope.ServiceProvider, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = await Run(function, context, bind);
            logger.Succeeded(function.Name, context.InvocationId, Milliseconds(started));
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.Cancelled(function.Name, context.InvocationId, Milliseconds(started));
            throw;
        }
        catch (Exception exception)
        {
            var (type, trace) = (exception.GetType().Name, exception.StackTrace);
            var message = options.Value.LogExceptionMessages ? exception.Message : "(text not logged)";
            logger.Failed(function.Name, context.InvocationId, Milliseconds(started), type, message, trace);
            throw;
        }
    }

    private static async Task<object?> Run(
        FunctionDescriptor function, LocalFunctionContext context, BindParameter bind)
    {
        var arguments = new object?[function.Parameters.Count];
        object? instance = null;
        try
        {
            for (var i = 0; i < arguments.Length; i++)
                arguments[i] = await Argument(function.Parameters[i], context, bind);

            instance = ActivatorUtilities.CreateInstance(context.InstanceServices, function.DeclaringType);
            return await Awaited(function.Method.Invoke(
                instance, BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture));
        }
        finally
        {
            await Dispose(instance);
            foreach (var stream in arguments.OfType<Stream>())
                await stream.DisposeAsync();
        }
    }

    private static async ValueTask<object?> Argument(
        FunctionParameter parameter, LocalFunctionContext context, BindParameter bind)
    {
        if (parameter.Type == typeof(CancellationToken))
            return context.CancellationToken;
        return parameter.Type == typeof(FunctionContext)
            ? context
            : await bind(parameter, context.CancellationToken);
    }

    private static async Task<object?> Awaited(object? returned)
    {
        if (returned is not Task task)
            return returned;
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }

    private static async ValueTask Dispose(object? instance)
    {
        if (instance is IAsyncDisposable asyncDisposable)
            await asyncDisposable.DisposeAsync();
        else if (instance is IDisposable disposable)
            disposable.Dispose();
    }

    private static long Milliseconds(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}
