using System.Buffers.Binary;
using System.Text;

namespace Signalering.Formats.Reports;

/// <summary>A zip that depends on its parts alone.</summary>
/// <remarks>.NET's own writer notes the operating system, the time and file rights, and what it packs differs per
/// version and processor. Parts are therefore stored, not packed: a report stays under a megabyte.</remarks>
internal static class StoredZip
{
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 1 << 11;
    private const ushort FirstDosDay = (1 << 5) | 1; // 1 January 1980: the format has no "none"
    private static readonly byte[] NoCommentDiskZeroNoAttributes = new byte[10];
    private static readonly uint[] CrcTable = BuildCrcTable();

    /// <summary>Writes the parts in the order given.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        ushort count = 0;
        foreach (var (name, content) in parts)
        {
            var offset = checked((uint)zip.Length);
            var encoded = Encoding.UTF8.GetBytes(name);
            var common = Common(encoded, content);
            zip.Write("PK\u0003\u0004"u8);
            zip.Write(common);
            zip.Write(encoded);
            zip.Write(content);

            directory.Write("PK\u0001\u0002"u8);
            Write16(directory, Version);
            directory.Write(common);
            directory.Write(NoCommentDiskZeroNoAttributes);
            Write32(directory, offset);
            directory.Write(encoded);
            count++;
        }

        WriteEnd(zip, directory, count);
        return zip.ToArray();
    }

    // The 26 bytes that a part's own header and its entry in the directory have in common.
    private static byte[] Common(byte[] name, byte[] content)
    {
        using var header = new MemoryStream(26);
        Write16(header, Version);
        Write16(header, NamesAreUtf8);
        Write16(header, 0); // stored
        Write16(header, 0); // midnight
        Write16(header, FirstDosDay);
        Write32(header, Crc32(content));
        Write32(header, checked((uint)content.Length));
        Write32(header, checked((uint)content.Length));
        Write16(header, checked((ushort)name.Length));
        Write16(header, 0);
        return header.ToArray();
    }

    private static void WriteEnd(MemoryStream zip, MemoryStream directory, ushort count)
    {
        var start = checked((uint)zip.Length);
        directory.WriteTo(zip);
        zip.Write("PK\u0005\u0006"u8);
        Write32(zip, 0);
        Write16(zip, count);
        Write16(zip, count);
        Write32(zip, checked((uint)directory.Length));
        Write32(zip, start);
        Write16(zip, 0);
    }

    private static uint Crc32(ReadOnlySpan<byte> content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
            crc = (crc >> 8) ^ CrcTable[(crc ^ value) & 0xFF];
        return ~crc;
    }

    private static uint[] BuildCrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            table[i] = value;
        }

        return table;
    }

    private static void Write16(Stream stream, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void Write32(Stream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }
}
