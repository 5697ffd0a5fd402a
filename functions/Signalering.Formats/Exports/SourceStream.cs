namespace Signalering.Formats.Exports;

/// <summary>The delivered bytes, read only. Tells an outage of the storage from damage in the file.</summary>
/// <remarks>Parsers of damaged files seek to impossible places and throw all kinds of exceptions: those become a
/// problem for the team. What the storage throws is remembered in <see cref="Fault"/>: that is not the team's fault, so
/// it goes on to the queue, which tries again. Disposing leaves the delivered stream open.</remarks>
internal sealed class SourceStream(Stream content) : Stream
{
    private readonly long _length = content.Length;
    private long _position;

    /// <summary>What the storage threw; null as long as it works.</summary>
    public Exception? Fault { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new InvalidDataException("A place before the start of the file.");
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= _length || buffer.IsEmpty)
            return 0;
        try
        {
            if (content.Position != _position)
                content.Position = _position;
            var read = content.Read(buffer);
            _position += read;
            return read;
        }
        catch (Exception fault)
        {
            Fault = fault;
            throw;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = unchecked(offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => _length,
    });

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
