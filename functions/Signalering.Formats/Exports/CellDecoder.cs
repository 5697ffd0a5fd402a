using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Signalering.Formats.Exports;

/// <summary>Bytes of a cell to characters; never U+FFFD.</summary>
internal static class CellDecoder
{
    // Windows-1252 differs from Latin-1 in these 32 places only; the five that it leaves open stay what they are.
    private const string From80To9F =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Decodes into <paramref name="chars"/>, which has room for a character per byte.</summary>
    /// <returns>Number of characters.</returns>
    public static int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, TextForm form) =>
        form == TextForm.Windows1252 ? DecodeWindows1252(bytes, chars) : DecodeUtf8(bytes, chars);

    /// <summary>The byte that Windows-1252 has for a character; false when it has none.</summary>
    public static bool TryWindows1252(char c, out byte value)
    {
        value = (byte)(c & 0xFF);
        if (c < 0x80 || c is >= '\u00A0' and <= '\u00FF')
            return true;
        var high = From80To9F.IndexOf(c, StringComparison.Ordinal);
        value = (byte)(0x80 + Math.Max(high, 0));
        return high >= 0;
    }

    // Bytes that are no UTF-8 are read as Windows-1252: a file made of two exports still gives the letters it holds.
    private static int DecodeUtf8(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        var total = 0;
        while (true)
        {
            var status = Utf8.ToUtf16(bytes, chars[total..], out var read, out var written,
                replaceInvalidSequences: false);
            total += written;
            if (status == OperationStatus.Done)
                return total;
            chars[total++] = Windows1252(bytes[read]);
            bytes = bytes[(read + 1)..];
        }
    }

    private static int DecodeWindows1252(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        var total = 0;
        while (true)
        {
            var status = Ascii.ToUtf16(bytes, chars[total..], out var ascii);
            total += ascii;
            if (status == OperationStatus.Done)
                return total;
            chars[total++] = Windows1252(bytes[ascii]);
            bytes = bytes[(ascii + 1)..];
        }
    }

    private static char Windows1252(byte value) =>
        value is >= 0x80 and <= 0x9F ? From80To9F[value - 0x80] : (char)value;
}
