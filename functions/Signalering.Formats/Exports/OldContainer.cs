using System.Buffers.Binary;
using System.Text;

namespace Signalering.Formats.Exports;

/// <summary>What an OLE container (the old Office format, and the envelope of an encrypted workbook) holds, by the
/// names in its directory.</summary>
/// <remarks>Source: [MS-CFB] §2.2 (header), §2.3 (chains of sectors), §2.6 (directory entries of 128 bytes, name in
/// UTF-16). A damaged container gives the names that could be read.</remarks>
internal static class OldContainer
{
    private const int EntryBytes = 128;
    private const int MostSectors = 64;

    /// <summary>Dutch for what it is.</summary>
    /// <param name="source">The file.</param>
    /// <param name="head">Its start, where the name of an encrypted part stands when the directory is damaged.</param>
    public static string Describe(SourceStream source, ReadOnlySpan<byte> head)
    {
        var names = Names(source);
        if (names.Contains("EncryptedPackage") || names.Contains("EncryptionInfo")
            || head.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
            return "dit Excel-bestand is met een wachtwoord beveiligd: haal het wachtwoord eraf";
        if (names.Contains("Workbook") || names.Contains("Book"))
            return "dit is een Excel-bestand van een oude versie (.xls)";
        if (names.Contains("WordDocument"))
            return "dit is een Word-document van een oude versie (.doc)";
        return names.Any(name => name.StartsWith("__substg1.0", StringComparison.Ordinal))
            ? "dit is een e-mailbericht van Outlook (.msg)"
            : "dit is een bestand van een oude versie van Excel of Word (.xls, .doc)";
    }

    private static HashSet<string> Names(SourceStream source)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Span<byte> header = stackalloc byte[512];
        if (!Read(source, 0, header))
            return names;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        if (shift is not (9 or 12))
            return names;
        var size = 1 << shift;
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(header[48..]);
        var buffer = new byte[size];
        for (var read = 0; read < MostSectors && Read(source, (sector + 1L) << shift, buffer); read++)
        {
            for (var entry = 0; entry + EntryBytes <= size; entry += EntryBytes)
                AddName(names, buffer.AsSpan(entry, EntryBytes));
            if (!TryNext(source, header, shift, ref sector))
                break;
        }

        return names;
    }

    private static void AddName(HashSet<string> names, ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (length is >= 4 and <= 64)
            names.Add(Encoding.Unicode.GetString(entry[..(length - 2)]));
    }

    // The allocation table says which sector comes next; its first 109 sectors stand in the header.
    private static bool TryNext(SourceStream source, ReadOnlySpan<byte> header, int shift, ref uint sector)
    {
        var perSector = 1u << (shift - 2);
        var table = sector / perSector;
        if (table >= 109)
            return false;
        var at = BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + ((int)table * 4))..]);
        Span<byte> next = stackalloc byte[4];
        if (!Read(source, ((at + 1L) << shift) + (sector % perSector * 4), next))
            return false;
        sector = BinaryPrimitives.ReadUInt32LittleEndian(next);
        return sector < 0xFFFFFFFA;
    }

    private static bool Read(SourceStream source, long position, Span<byte> buffer)
    {
        source.Position = position;
        return source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
    }
}
