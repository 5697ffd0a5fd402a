namespace Signalering.Formats.Reports;

/// <summary>How the figures are written as CSV.</summary>
/// <param name="Separator">Between cells: an ASCII character.</param>
/// <param name="DecimalSeparator">In numbers; thousands are never separated.</param>
/// <param name="WithByteOrderMark">Excel needs it to see that a file is UTF-8.</param>
/// <param name="NewLine"><c>\r\n</c> or <c>\n</c>, the same on every machine.</param>
public sealed record CijfersFormat(char Separator, char DecimalSeparator, bool WithByteOrderMark, string NewLine)
{
    /// <summary>For a double click in Dutch Excel: semicolons, decimal comma, byte order mark, CRLF.</summary>
    public static CijfersFormat Excel { get; } = new(';', ',', true, "\r\n");

    /// <summary>For machines, RFC 4180: commas, decimal point, no byte order mark, CRLF.</summary>
    public static CijfersFormat Machine { get; } = new(',', '.', false, "\r\n");
}
