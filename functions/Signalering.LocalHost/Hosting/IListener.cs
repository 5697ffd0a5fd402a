namespace Signalering.LocalHost;

/// <summary>Waits for one function's work and runs it.</summary>
internal interface IListener
{
    /// <summary>Makes what the listener reads, so that a sender finds it once the host has started.</summary>
    Task Prepare(CancellationToken cancellationToken);

    /// <summary>Listens until told to stop, and then waits for what is running.</summary>
    Task Listen(Stopping stopping);
}

/// <summary>The two moments of a graceful stop.</summary>
/// <param name="Receiving">First: take no more work.</param>
/// <param name="Running">Some seconds later: cancel what still runs, and let go of its claims.</param>
internal sealed record Stopping(CancellationToken Receiving, CancellationToken Running);
