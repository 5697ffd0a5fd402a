using System.Text;

namespace Signalering.SampleData;

/// <summary>A ZIP file with fixed times and attributes.</summary>
/// <remarks>ZipArchive writes which platform made the file; this does not.</remarks>
internal sealed class ZipFile : IDisposable
{
    private const ushort Version = 20;
    private const ushort Deflated = 8;
    private const ushort FirstDay = 0x21; // 1 January 1980
    private static readonly uint[] Table = MakeTable();

    private readonly MemoryStream _files = new();
    private readonly MemoryStream _directory = new();
    private ushort _count;

    /// <summary>Adds a file.</summary>
    public void Add(string name, string content)
    {
        var data = Encoding.UTF8.GetBytes(content);
        var packed = Deflate.Compress(data);
        var offset = (uint)_files.Length;
        using (var local = new BinaryWriter(_files, Encoding.ASCII, leaveOpen: true))
        {
            local.Write(0x04034b50u);
            Common(local, name, data, packed);
            local.Write(Encoding.ASCII.GetBytes(name));
            local.Write(packed);
        }

        using var entry = new BinaryWriter(_directory, Encoding.ASCII, leaveOpen: true);
        entry.Write(0x02014b50u);
        entry.Write(Version);
        Common(entry, name, data, packed);
        entry.Write((ushort)0); // comment
        entry.Write((ushort)0); // disk
        entry.Write((ushort)0); // internal attributes
        entry.Write(0u); // external attributes
        entry.Write(offset);
        entry.Write(Encoding.ASCII.GetBytes(name));
        _count++;
    }

    /// <summary>The whole file.</summary>
    public byte[] ToArray()
    {
        using var whole = new MemoryStream();
        using var writer = new BinaryWriter(whole);
        writer.Write(_files.ToArray());
        writer.Write(_directory.ToArray());
        writer.Write(0x06054b50u);
        writer.Write(0u); // disks
        writer.Write(_count);
        writer.Write(_count);
        writer.Write((uint)_directory.Length);
        writer.Write((uint)_files.Length);
        writer.Write((ushort)0); // comment
        writer.Flush();
        return whole.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _files.Dispose();
        _directory.Dispose();
    }

    private static void Common(BinaryWriter writer, string name, byte[] data, byte[] packed)
    {
        writer.Write(Version);
        writer.Write((ushort)0); // flags
        writer.Write(Deflated);
        writer.Write((ushort)0); // time
        writer.Write(FirstDay);
        writer.Write(Crc(data));
        writer.Write((uint)packed.Length);
        writer.Write((uint)data.Length);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)0); // extra field
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
            crc = Table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 1 ? (value >> 1) ^ 0xEDB88320u : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
