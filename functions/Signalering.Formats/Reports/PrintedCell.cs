using System.Globalization;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>Cells as a Dutch reader sees them.</summary>
internal static class PrintedCell
{
    // Written out, so that it does not depend on the culture data of a machine.
    private static readonly NumberFormatInfo Dutch = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NegativeSign = "-",
    };

    /// <summary>Text, or a number such as <c>1.234,5</c> with the decimals of its column.</summary>
    public static string Of(ReportCell cell, ReportColumn column) => cell switch
    {
        ReportCell.Getal number => Number(number.Waarde, column.Decimalen),
        ReportCell.Tekst text => text.Waarde,
        ReportCell.Afkorting shorthand => shorthand.Teken,
        ReportCell.Invulbaar filled => filled.Waarde,
        _ => throw new ArgumentException("Unknown kind of cell.", nameof(cell)),
    };

    /// <summary>A number with so many decimals, 0–10.</summary>
    public static string Number(decimal value, int decimals) =>
        value.ToString("N" + Math.Clamp(decimals, 0, 10).ToString(CultureInfo.InvariantCulture), Dutch);

    /// <summary>A number with only the decimals that it has.</summary>
    public static string Number(decimal value) => value.ToString("#,##0.##########", Dutch);
}
