using System.Reflection;

namespace Signalering.Functions.Tests.Ports;

/// <summary>Any port, with a <see cref="PortWatch"/> before each of its methods: also those that do not exist yet.
/// </summary>
public class WatchedPort<T> : DispatchProxy
    where T : class
{
    private static readonly MethodInfo AroundResult =
        typeof(WatchedPort<T>).GetMethod(nameof(CallForResult), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private T _port = null!;
    private PortWatch _watch = null!;

    internal static T Around(T port, PortWatch watch)
    {
        var proxy = Create<T, WatchedPort<T>>();
        var watched = (WatchedPort<T>)(object)proxy;
        (watched._port, watched._watch) = (port, watch);
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var (method, arguments) = (targetMethod!, args ?? []);
        return method.ReturnType == typeof(Task)
            ? _watch.Around(Name(method), arguments, async () =>
            {
                await (Task)Call(method, arguments);
                return true;
            })
            : AroundResult.MakeGenericMethod(method.ReturnType.GetGenericArguments()[0])
                .Invoke(this, [method, arguments]);
    }

    private Task<TResult> CallForResult<TResult>(MethodInfo method, object?[] arguments) =>
        _watch.Around(Name(method), arguments, () => (Task<TResult>)Call(method, arguments));

    private object Call(MethodInfo method, object?[] arguments) =>
        method.Invoke(_port, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    // Two kinds of messages go through one method name.
    private static string Name(MethodInfo method) => method.Name == "Send"
        ? $"{typeof(T).Name}.Send({method.GetParameters()[0].ParameterType.Name})"
        : $"{typeof(T).Name}.{method.Name}";
}
