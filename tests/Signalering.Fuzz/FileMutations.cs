using System.IO.Compression;
using System.Text;

namespace Signalering.Fuzz;

/// <summary>A seeded stream of damages to whole files: bytes, the form of a table, parts of a workbook.</summary>
/// <param name="numbers">Where chance comes from.</param>
internal sealed class FileMutations(Mutations numbers)
{
    private static readonly byte[][] Pieces =
    [
        [0], [0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xC3], [0xE2, 0x80], .. ((string[])
        [
            "\"", "\"\"", ";", ",", "\t", "|", "\r", "\n", "\r\n", "sep=;\r\n", "'", "=1+1", "@", "Datum;", "01-01-2024", "31-12-9999", "-1", "1e999",
            "99999999999999999999", "0,0000000000000001", "<", ">", "</", "<!--", "]]>", "&amp;", "&#0;", "&#x110000;", "<?xml", "\u202E", "\u200B",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly string[] XmlPieces =
    [
        "<row>", "</row>", "<c>", "<c r=\"A1\"/>", "<c r=\"ZZZZ99999999\" t=\"s\"><v>0</v></c>", "<c r=\"\" t=\"s\"><v>-1</v></c>", "<c t=\"s\"><v>999999</v></c>",
        "<c t=\"b\"><v>7</v></c>", "<c t=\"d\"><v>geen dag</v></c>", "<c t=\"n\"><v>1e400</v></c>", "<c s=\"99\"><v>45000.5</v></c>", "<row r=\"0\">", "<row r=\"2147483648\">",
        "<!DOCTYPE a [<!ENTITY b \"bbbb\">]>", "&b;", "<mergeCell ref=\"A1:XFD1048576\"/>", "<x:y/>", "<![CDATA[", "]]>", "<a a=\"1\" a=\"2\"/>", "<si/>", "<is><t/></is>", "\u0001",
    ];

    /// <summary>One to four damages.</summary>
    /// <param name="file">A file that is whole.</param>
    /// <param name="other">Another one, to take a part of.</param>
    public byte[] Of(byte[] file, byte[] other)
    {
        var result = file;
        var isZip = file is [(byte)'P', (byte)'K', ..];
        for (var damages = 1 + numbers.Next(4); damages > 0; damages--)
        {
            result = isZip && numbers.Next(3) > 0 ? Workbook(result)
                : !isZip && numbers.Next(3) == 0 ? Table(result)
                : Bytes(result, other);
        }

        return result;
    }

    private byte[] Bytes(byte[] file, byte[] other)
    {
        var at = numbers.Next(file.Length + 1);
        var length = numbers.Next(Math.Min(file.Length - at, 64) + 1);
        var result = (byte[])file.Clone();
        switch (numbers.Next(8))
        {
            case 0 when at < file.Length:
                result[at] ^= (byte)(1 << numbers.Next(8));
                return result;
            case 1 when at < file.Length:
                result[at] = (byte)numbers.Next(256);
                return result;
            case 2:
                return [.. file[..at], .. file[(at + length)..]];
            case 3:
                return [.. file[..at], .. file.AsSpan(at, length), .. file[at..]];
            case 4:
                return file[..at];
            case 5:
                var from = numbers.Next(other.Length + 1);
                return [.. file[..at], .. other.AsSpan(from, Math.Min(other.Length - from, 400)), .. file[(at + length)..]];
            default:
                return [.. file[..at], .. Pieces[numbers.Next(Pieces.Length)], .. file[at..]];
        }
    }

    private byte[] Table(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        var lines = text.Split("\r\n");
        switch (numbers.Next(9))
        {
            case 0:
                return Encoding.UTF8.GetBytes(text.Replace(';', ",\t|:"[numbers.Next(4)]));
            case 1:
                return [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
            case 2:
                return [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)];
            case 3:
                return Encoding.Latin1.GetBytes(text);
            case 4:
                return Encoding.UTF8.GetBytes(string.Join(numbers.Next(2) == 0 ? "\n" : "\r", lines));
            case 5:
                return Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Skip(1)));
            case 6:
                return Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Concat(lines).Concat(lines)));
            case 7:
                return Encoding.UTF8.GetBytes(text.Replace(";", "\";\"", StringComparison.Ordinal));
            default:
                (lines[0], lines[^1]) = (lines[^1], lines[0]);
                return Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
        }
    }

    // Takes the package apart and puts it together another way; bytes that are no zip any more stay as they are.
    private byte[] Workbook(byte[] file)
    {
        List<(string Name, byte[] Content)> parts = [];
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                using (var part = entry.Open())
                    part.CopyTo(content);
                parts.Add((entry.FullName, content.ToArray()));
            }
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Bytes(file, file);
        }

        if (parts.Count == 0)
            return Bytes(file, file);
        Change(parts);
        using var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, numbers.Next(2) == 0 ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return result.ToArray();
    }

    private void Change(List<(string Name, byte[] Content)> parts)
    {
        var i = numbers.Next(parts.Count);
        var (name, content) = parts[i];
        switch (numbers.Next(9))
        {
            case 0:
                parts.RemoveAt(i);
                break;
            case 1:
                parts.Add((name, parts[numbers.Next(parts.Count)].Content));
                break;
            case 2:
                parts[i] = (numbers.Next(2) == 0 ? "../" + name : name.ToUpperInvariant(), content);
                break;
            case 3:
                parts[i] = (name, parts[numbers.Next(parts.Count)].Content);
                break;
            case 4:
                parts.Add(("xl/" + (char)('a' + numbers.Next(26)) + ".xml", new byte[numbers.Next(200_000)]));
                break;
            case 5:
                parts[i] = (name, Bytes(content, parts[numbers.Next(parts.Count)].Content));
                break;
            default:
                parts[i] = (name, Xml(content));
                break;
        }
    }

    // At a tag or an attribute rather than anywhere.
    private byte[] Xml(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        var tag = text.IndexOf(numbers.Next(3) == 0 ? '"' : '<', numbers.Next(text.Length + 1));
        if (tag < 0)
            return content;
        var end = text.IndexOf('>', tag);
        text = numbers.Next(4) switch
        {
            0 when end > 0 => text.Remove(tag, end - tag + 1),
            1 when end > 0 => text.Insert(tag, text[tag..(end + 1)]),
            2 => text.Insert(tag + 1, string.Concat(Enumerable.Repeat("9", numbers.Next(40)))),
            _ => text.Insert(tag, XmlPieces[numbers.Next(XmlPieces.Length)]),
        };
        return Encoding.UTF8.GetBytes(text);
    }
}
