using Microsoft.Extensions.DependencyInjection;
using Signalering.Domain.Deliveries;

namespace Signalering.Functions.Tests.Ports;

/// <summary>The moment just before or just after a call of a port.</summary>
/// <param name="Call">Port and method: <c>ICubeStore.Replace</c>; of a message also its type.</param>
/// <param name="Number">Which call of this name it is in this host, from 1.</param>
/// <param name="IsAfter">After the call returned, before the caller knows.</param>
public sealed record Moment(string Call, int Number, bool IsAfter)
{
    /// <summary>As the test explorer shows it.</summary>
    public override string ToString() => $"{(IsAfter ? "after" : "before")} {Call} #{Number}";
}

/// <summary>Sees every call of every port of one host, and may hold it, break it, or let the host die there.</summary>
internal sealed class PortWatch
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Moment> _seen = [];
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs at each moment, before the call goes on; throws to break it. Gets the arguments too.</summary>
    public Func<Moment, IReadOnlyList<object?>, Task>? On { get; init; }

    /// <summary>At this moment the host dies; null: it lives.</summary>
    public Moment? DiesAt { get; init; }

    /// <summary>Completes when it has died.</summary>
    public Task Died => _died.Task;

    /// <summary>All moments so far, in order.</summary>
    public IReadOnlyList<Moment> Seen
    {
        get
        {
            lock (_numbers)
                return [.. _seen];
        }
    }

    /// <summary>Calls of this name that began.</summary>
    public int Count(string call) => Seen.Count(moment => moment.Call == call && !moment.IsAfter);

    /// <summary>Puts the watch before every port of the pipeline.</summary>
    public void Watch(IServiceCollection services)
    {
        Watch<IInbox>(services);
        Watch<IQuarantineStore>(services);
        Watch<ICubeStore>(services);
        Watch<IReceiptStore>(services);
        Watch<IDialogueStore>(services);
        Watch<ILedgerStore>(services);
        Watch<IReportStore>(services);
        Watch<IPublicationLedger>(services);
        Watch<IMessageQueue>(services);
    }

    /// <summary>Runs a call between its two moments.</summary>
    public async Task<T> Around<T>(string call, IReadOnlyList<object?> arguments, Func<Task<T>> run)
    {
        int number;
        lock (_numbers)
            _numbers[call] = number = _numbers.GetValueOrDefault(call) + 1;
        await Pass(new Moment(call, number, IsAfter: false), arguments);
        var result = await run();
        await Pass(new Moment(call, number, IsAfter: true), arguments);
        return result;
    }

    private async Task Pass(Moment moment, IReadOnlyList<object?> arguments)
    {
        lock (_numbers)
            _seen.Add(moment);
        if (moment == DiesAt)
            _died.TrySetResult();

        // A dead process does nothing any more, whichever of its functions it is in: not even an exception.
        if (_died.Task.IsCompleted)
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        if (On is not null)
            await On(moment, arguments);
    }

    private void Watch<T>(IServiceCollection services)
        where T : class
    {
        var original = services.Last(service => service.ServiceType == typeof(T));
        services.AddSingleton(provider => WatchedPort<T>.Around(
            (T)(original.ImplementationInstance
                ?? ActivatorUtilities.CreateInstance(provider, original.ImplementationType!)),
            this));
    }
}
