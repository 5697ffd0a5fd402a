namespace Signalering.SampleData;

/// <summary>DEFLATE (RFC 1951) in one block with the fixed Huffman codes.</summary>
/// <remarks>Own code, because the compressor under System.IO.Compression gives other bytes on another runtime or
/// processor, and the sample has to come out the same everywhere. A tenth larger than the best is the price.</remarks>
internal sealed class Deflate
{
    private const int Window = 32768;
    private const int ShortestMatch = 4;
    private const int LongestMatch = 258;
    private const int ChainLimit = 96;

    private static readonly int[] LengthBase =
    [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ];

    private static readonly int[] LengthExtra =
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static readonly int[] DistanceBase =
    [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769,
        1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ];

    private readonly byte[] _data;
    private readonly int[] _head = [.. Enumerable.Repeat(-1, 65536)];
    private readonly int[] _previous;
    private readonly List<byte> _output = [];
    private uint _bits;
    private int _bitCount;

    private Deflate(byte[] data) => (_data, _previous) = (data, new int[data.Length]);

    /// <summary>Compresses.</summary>
    public static byte[] Compress(byte[] data)
    {
        var deflate = new Deflate(data);
        deflate.Write(1, 1);
        deflate.Write(1, 2);
        deflate.Body();
        deflate.Symbol(256);
        deflate.Write(0, 7);
        return [.. deflate._output];
    }

    private void Body()
    {
        var at = 0;
        while (at < _data.Length)
        {
            var (length, distance) = Longest(at);
            Remember(at);
            if (length >= ShortestMatch && at + 1 < _data.Length && Longest(at + 1).Length > length)
                length = 0; // the next byte starts a longer match: let it
            if (length < ShortestMatch)
            {
                Symbol(_data[at++]);
                continue;
            }

            Match(length, distance);
            for (var i = 1; i < length; i++)
                Remember(at + i);
            at += length;
        }
    }

    private (int Length, int Distance) Longest(int at)
    {
        var best = (Length: 0, Distance: 0);
        if (at + ShortestMatch > _data.Length)
            return best;
        var most = Math.Min(LongestMatch, _data.Length - at);
        var candidate = _head[Key(at)];
        for (var tries = 0; tries < ChainLimit && candidate >= 0 && at - candidate <= Window; tries++)
        {
            var length = 0;
            while (length < most && _data[candidate + length] == _data[at + length])
                length++;
            if (length > best.Length)
                best = (length, at - candidate);
            candidate = _previous[candidate];
        }

        return best;
    }

    private void Remember(int at)
    {
        if (at + ShortestMatch > _data.Length)
            return;
        var key = Key(at);
        _previous[at] = _head[key];
        _head[key] = at;
    }

    private int Key(int at)
    {
        var four = _data[at] | ((uint)_data[at + 1] << 8) | ((uint)_data[at + 2] << 16) | ((uint)_data[at + 3] << 24);
        return (int)(unchecked(four * 2654435761u) >> 16);
    }

    private void Match(int length, int distance)
    {
        var code = Last(LengthBase, length);
        Symbol(257 + code);
        Write((uint)(length - LengthBase[code]), LengthExtra[code]);
        code = Last(DistanceBase, distance);
        WriteCode((uint)code, 5);
        Write((uint)(distance - DistanceBase[code]), code < 4 ? 0 : (code / 2) - 1);
    }

    private static int Last(int[] bases, int value)
    {
        var found = Array.BinarySearch(bases, value);
        return found >= 0 ? found : ~found - 1;
    }

    private void Symbol(int symbol)
    {
        var (code, length) = symbol switch
        {
            < 144 => (0x30 + symbol, 8),
            < 256 => (0x190 + symbol - 144, 9),
            < 280 => (symbol - 256, 7),
            _ => (0xC0 + symbol - 280, 8),
        };
        WriteCode((uint)code, length);
    }

    /// <summary>Huffman codes go in from their highest bit, everything else from the lowest.</summary>
    private void WriteCode(uint code, int length)
    {
        for (var bit = length - 1; bit >= 0; bit--)
            Write((code >> bit) & 1, 1);
    }

    private void Write(uint value, int length)
    {
        _bits |= value << _bitCount;
        _bitCount += length;
        while (_bitCount >= 8)
        {
            _output.Add((byte)(_bits & 0xFF));
            _bits >>= 8;
            _bitCount -= 8;
        }
    }
}
