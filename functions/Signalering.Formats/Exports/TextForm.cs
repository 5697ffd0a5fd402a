using System.Text;

namespace Signalering.Formats.Exports;

/// <summary>How the characters of a text file are written.</summary>
internal enum TextForm
{
    /// <summary>UTF-8; a stray byte that is not, is read as Windows-1252.</summary>
    Utf8,

    /// <summary>Windows-1252, what Excel in the Netherlands writes as "CSV".</summary>
    Windows1252,

    /// <summary>UTF-16, low byte first: "Unicode-tekst" of Excel.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,
}

/// <summary>Finds how a text file is written, or that it is no text.</summary>
internal static class TextForms
{
    /// <summary>BOM first, then UTF-16 by its zero bytes, then UTF-8, then Windows-1252; null when it is no
    /// text.</summary>
    public static TextForm? Find(ContentScan scan)
    {
        var head = scan.Head.Span;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return null; // UTF-32: no spreadsheet writes it
        var form = ByMark(head) ?? ByZeroes(head);
        if (form is null && head.Contains((byte)0))
            return null;
        form ??= scan.Utf8 == Utf8Verdict.No ? TextForm.Windows1252 : TextForm.Utf8;
        return IsReadable(Sample(head, form.Value).Span) ? form : null;
    }

    /// <summary>The head as bytes in which separators, quotes and line ends are ASCII.</summary>
    public static ReadOnlyMemory<byte> Sample(ReadOnlyMemory<byte> head, TextForm form) =>
        form is TextForm.Utf8 or TextForm.Windows1252 ? WithoutMark(head) : Sample(head.Span, form);

    /// <summary>What CsvHelper has to transcode from; null when its bytes can be read as they are.</summary>
    public static Encoding? Transcode(TextForm form) => form switch
    {
        TextForm.Utf16LittleEndian => Encoding.Unicode,
        TextForm.Utf16BigEndian => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static ReadOnlyMemory<byte> Sample(ReadOnlySpan<byte> head, TextForm form) =>
        Transcode(form) is { } encoding
            ? Encoding.UTF8.GetBytes(encoding.GetString(head[..(head.Length & ~1)]).TrimStart('\uFEFF'))
            : head.ToArray();

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> head) =>
        head.Span.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;

    private static TextForm? ByMark(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
            return TextForm.Utf8;
        if (head.StartsWith(Encoding.Unicode.Preamble))
            return TextForm.Utf16LittleEndian;
        return head.StartsWith(Encoding.BigEndianUnicode.Preamble) ? TextForm.Utf16BigEndian : null;
    }

    // Western text in UTF-16 has a zero in nearly every second byte, and none between them.
    private static TextForm? ByZeroes(ReadOnlySpan<byte> head)
    {
        var even = 0;
        var odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var pairs = head.Length / 2;
        if (odd > pairs * 8 / 10 && even == 0)
            return TextForm.Utf16LittleEndian;
        return even > pairs * 8 / 10 && odd == 0 ? TextForm.Utf16BigEndian : null;
    }

    // Control characters that text has: tab, line ends, form feed, Excel's vertical tab, and ^Z at the end of DOS
    // files.
    private static bool IsReadable(ReadOnlySpan<byte> sample)
    {
        var control = 0;
        foreach (var value in sample)
        {
            if (value is (< 0x20 and not ((>= 0x09 and <= 0x0D) or 0x1A)) or 0x7F)
                control++;
        }

        return control <= sample.Length / 100;
    }
}
