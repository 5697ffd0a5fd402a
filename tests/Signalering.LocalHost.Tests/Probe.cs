using System.Diagnostics;

namespace Signalering.LocalHost.Tests;

/// <summary>What the functions of a test saw, in order.</summary>
public sealed class Probe
{
    private readonly List<string> _seen = [];

    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (_seen)
                return [.. _seen];
        }
    }

    public void Saw(string what)
    {
        lock (_seen)
            _seen.Add(what);
    }

    /// <summary>Waits until functions have seen this many things.</summary>
    public async Task<IReadOnlyList<string>> WaitFor(int count, int seconds = 20)
    {
        await Eventually(() => Task.FromResult(Seen.Count >= count), seconds);
        return Seen;
    }

    /// <summary>Waits until something is true; fails the test when that takes too long.</summary>
    public static async Task Eventually(Func<Task<bool>> condition, int seconds = 20)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started).TotalSeconds < seconds, "It took too long.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Long enough for what must not happen to happen.</summary>
    public static Task Settle(int milliseconds = 700) =>
        Task.Delay(milliseconds, TestContext.Current.CancellationToken);
}
