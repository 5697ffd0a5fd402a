namespace Signalering.Formats.Exports;

/// <summary>A file whose rows end with a line feed and that has carriage returns inside cells: those become spaces, as
/// the splitting of rows would take them for the end of a row.</summary>
/// <remarks>For bytes in which a carriage return is the byte 0D: UTF-8 and Windows-1252. Reads forward only.</remarks>
internal sealed class LoneReturns(Stream source) : Stream
{
    private bool _pendingReturn;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length < 2)
            throw new ArgumentException("Room for two bytes is needed.", nameof(buffer));
        var start = 0;
        if (_pendingReturn)
            buffer[start++] = (byte)'\r';
        var read = source.Read(buffer[start..]);
        var total = start + read;
        if (read == 0)
        {
            _pendingReturn = false;
            return total; // a return at the very end ends the last row
        }

        // Whether the last byte is a lone return, the next read tells.
        _pendingReturn = buffer[total - 1] == (byte)'\r';
        total -= _pendingReturn ? 1 : 0;
        Replace(buffer[..total], isFollowedByReturn: _pendingReturn);
        return total > 0 ? total : Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static void Replace(Span<byte> bytes, bool isFollowedByReturn)
    {
        while (bytes.IndexOf((byte)'\r') is var at and >= 0)
        {
            var isLast = at + 1 == bytes.Length;
            if (isLast ? isFollowedByReturn : bytes[at + 1] != (byte)'\n')
                bytes[at] = (byte)' ';
            bytes = bytes[(at + 1)..];
        }
    }
}
