using System.Globalization;
using CsvHelper;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>A table of a report as CSV in UTF-8: headers, then a line per row.</summary>
/// <remarks>Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP); numbers are left alone,
/// so that −5 stays a number. Shorthand such as <c>[c]</c> is written as it is. Title and explanation are left
/// out.</remarks>
public static class CijfersWriter
{
    // CsvHelper takes printable ASCII, TAB and CR only; NUL and the full-width signs are done below.
    private const string InjectionCharacters = "=@+-\t\r";

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(ReportTable table, CijfersFormat format)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(format);
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options(format), leaveOpen: true))
        {
            foreach (var column in table.Kolommen)
                WriteText(csv, column.Kop);
            csv.EndRecord();
            foreach (var row in table.Rijen)
            {
                foreach (var cell in row)
                    WriteCell(csv, cell, format);
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    private static CsvWriterOptions Options(CijfersFormat format) => new()
    {
        Separator = format.Separator,
        NewLine = format.NewLine,
        WriteByteOrderMark = format.WithByteOrderMark,
        FormatProvider = CultureInfo.InvariantCulture,
        Injection = CsvInjection.Escape,
        InjectionCharacters = InjectionCharacters,
    };

    private static void WriteCell(CsvWriter csv, ReportCell cell, CijfersFormat format)
    {
        switch (cell)
        {
            case ReportCell.Getal number:
                csv.WriteField(number.Waarde, "0.##########", Numbers(format));
                break;
            case ReportCell.Tekst text:
                WriteText(csv, text.Waarde);
                break;
            case ReportCell.Afkorting shorthand:
                WriteText(csv, shorthand.Teken);
                break;
            case ReportCell.Invulbaar filled:
                WriteText(csv, filled.Waarde);
                break;
        }
    }

    private static void WriteText(CsvWriter csv, string text)
    {
        if (SafeText.LooksLikeFormula(text) && !InjectionCharacters.Contains(text[0], StringComparison.Ordinal))
            csv.WriteField("'" + text, CsvQuoting.Always);
        else
            csv.WriteField(text);
    }

    private static NumberFormatInfo Numbers(CijfersFormat format) => new()
    {
        NumberDecimalSeparator = format.DecimalSeparator.ToString(),
        NegativeSign = "-",
    };
}
