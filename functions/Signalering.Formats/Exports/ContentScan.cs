using System.Buffers;
using System.Security.Cryptography;

namespace Signalering.Formats.Exports;

/// <summary>What one pass over the bytes tells: their hash, how they start, whether they are UTF-8.</summary>
/// <param name="Sha256">Of all bytes, lower-case hex.</param>
/// <param name="Head">The first 64 KiB.</param>
/// <param name="Utf8">Whether the bytes are UTF-8.</param>
/// <param name="HasZeroAfterHead">A zero byte stands after the head.</param>
/// <param name="Quotes">Number of quote bytes (22).</param>
/// <param name="LoneReturns">Carriage returns (0D) that no line feed follows, in bytes of one per character.</param>
/// <param name="LineFeeds">Number of line feeds (0A).</param>
internal sealed record ContentScan(
    string Sha256, ReadOnlyMemory<byte> Head, Utf8Verdict Utf8, bool HasZeroAfterHead, long Quotes, long LoneReturns,
    long LineFeeds)
{
    private const int HeadLength = 64 << 10;
    private const int BufferLength = 128 << 10;

    /// <summary>Reads from the first byte to the last and goes back to the first.</summary>
    public static ContentScan Run(Stream source)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var check = new Utf8Check();
            var head = ReadOnlyMemory<byte>.Empty;
            var zero = false;
            var (quotes, returns, feeds, pairs) = (0L, 0L, 0L, 0L);
            var endsWithReturn = false;
            source.Position = 0;
            while (ReadChunk(source, buffer) is var read and > 0)
            {
                var chunk = buffer.AsSpan(0, read);
                hash.AppendData(chunk);
                check.Add(chunk);
                var rest = chunk;
                if (head.IsEmpty)
                {
                    head = chunk[..Math.Min(read, HeadLength)].ToArray();
                    rest = chunk[head.Length..];
                }

                zero = zero || rest.Contains((byte)0);
                quotes += chunk.Count((byte)'"');
                returns += chunk.Count((byte)'\r');
                feeds += chunk.Count((byte)'\n');
                pairs += chunk.Count("\r\n"u8) + (endsWithReturn && chunk[0] == (byte)'\n' ? 1 : 0);
                endsWithReturn = chunk[^1] == (byte)'\r';
            }

            source.Position = 0;
            return new ContentScan(
                Convert.ToHexStringLower(hash.GetHashAndReset()), head, check.Verdict(), zero, quotes, returns - pairs, feeds);
        }
        finally
        {
            // cleared: the rented array goes to the next user of the pool, and it holds delivered text
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static int ReadChunk(Stream source, byte[] buffer) =>
        source.ReadAtLeast(buffer.AsSpan(0, BufferLength), BufferLength, throwOnEndOfStream: false);
}
