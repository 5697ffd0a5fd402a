namespace Signalering.Formats.Exports;

/// <summary>What the first bytes of a file say that it is.</summary>
internal static class FileKind
{
    /// <summary>A zip, and so perhaps a workbook.</summary>
    public static bool IsZip(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    /// <summary>An OLE container: the old Office format, or an encrypted workbook.</summary>
    public static bool IsOldContainer(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Dutch for a kind of file that is never read; null when it may be a text file.</summary>
    public static string? Unreadable(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF"u8))
            return "dit is een PDF";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || head.StartsWith("GIF8"u8)
            || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return "dit is een afbeelding";
        if (head.StartsWith("{\\rtf"u8))
            return "dit is een tekstdocument met opmaak (.rtf)";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || head.StartsWith("Rar!"u8)
            || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]))
            return "dit is een ingepakt bestand: pak het eerst uit";
        return Markup(head);
    }

    // HTML and XML, which some systems export under the name .xls or .csv; in UTF-8 or UTF-16.
    private static string? Markup(ReadOnlySpan<byte> head)
    {
        Span<char> start = stackalloc char[1024];
        var length = 0;
        foreach (var value in head[..Math.Min(head.Length, start.Length)])
        {
            if (value is > 0 and < 0x80)
                start[length++] = (char)value;
        }

        var text = start[..length].TrimStart();
        if (text.Length < 2 || text[0] != '<' || !(char.IsAsciiLetter(text[1]) || text[1] is '!' or '?'))
            return null;
        return text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<table", StringComparison.OrdinalIgnoreCase)
                ? "dit is een webpagina (HTML), ook als het anders heet"
                : "dit is een XML-bestand, ook als het anders heet";
    }
}
