using System.Diagnostics.CodeAnalysis;

namespace Signalering.LocalHost;

/// <summary>Bounds how many runs of one function there are at the same time.</summary>
[SuppressMessage("Design", "CA1001", Justification =
    "The semaphore has no wait handle to free, and a run that a stop left behind still gives back its slot.")]
internal sealed class RunSlots(int count)
{
    private readonly SemaphoreSlim _free = new(count);

    /// <summary>Takes a slot, when there is one.</summary>
    public Task Take(CancellationToken cancellationToken) => _free.WaitAsync(cancellationToken);

    /// <summary>Takes a slot if there is one now.</summary>
    public bool TryTake() => _free.Wait(0, CancellationToken.None);

    /// <summary>Gives slots back.</summary>
    public void Free(int slots = 1)
    {
        if (slots > 0)
            _free.Release(slots);
    }

    /// <summary>Waits until nothing runs any more.</summary>
    public async Task WaitUntilIdle()
    {
        for (var i = 0; i < count; i++)
            await _free.WaitAsync(CancellationToken.None);
    }
}
