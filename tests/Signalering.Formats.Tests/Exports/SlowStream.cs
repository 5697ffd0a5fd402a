namespace Signalering.Formats.Tests.Exports;

/// <summary>Storage that gives few bytes per read, and can fail.</summary>
internal sealed class SlowStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    private int _reads;

    public int FailAfterReads { get; init; } = int.MaxValue;

    // MemoryStream sends reads into a span here too when it is inherited from.
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_reads++ >= FailAfterReads)
            throw new IOException("storage is away");
        return base.Read(buffer, offset, Math.Min(count, 1000 + (_reads % 7)));
    }
}
