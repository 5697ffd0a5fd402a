using ClosedXML.Excel;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>Cells of a sheet: values, formats and colours.</summary>
internal static class SheetCells
{
    /// <summary>From this width, in characters, a page takes a column for one of running text.</summary>
    public const int WrapFrom = 24;

    /// <summary>Background of headers.</summary>
    public static readonly XLColor HeaderFill = XLColor.FromHtml("#154273");

    private static readonly XLColor RowLine = XLColor.FromHtml("#D0D0D0");
    private static readonly XLColor FillInFill = XLColor.FromHtml("#FFF2B3");
    private static readonly XLColor FillInLine = XLColor.FromHtml("#7F6000");
    private static readonly XLColor[] ShadeFill = [.. HeatScale.Shades.Select(s => XLColor.FromHtml("#" + s.Fill))];
    private static readonly XLColor[] ShadeText = [.. HeatScale.Shades.Select(s => XLColor.FromHtml("#" + s.Text))];

    /// <summary>Writes a cell.</summary>
    /// <param name="cell">Where.</param>
    /// <param name="value">What.</param>
    /// <param name="column">Its column.</param>
    /// <param name="scale">Shades of a heat map; null for none.</param>
    public static void Write(IXLCell cell, ReportCell value, ReportColumn column, HeatScale? scale)
    {
        cell.Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(RowLine);
        switch (value)
        {
            case ReportCell.Getal number:
                cell.SetValue(number.Waarde);
                cell.Style.NumberFormat.Format = NumberFormat(column.Decimalen);
                if (scale is not null)
                    Shade(cell, scale.Shade(number.Waarde));
                break;
            case ReportCell.Afkorting shorthand:
                SetText(cell, shorthand.Teken);
                cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right; // under the numbers of its column
                break;
            case ReportCell.Tekst text:
                SetText(cell, text.Waarde);
                Align(cell, column);
                break;
            case ReportCell.Invulbaar filled:
                WriteFillIn(cell, filled, column);
                break;
        }
    }

    /// <summary>Text that is never read as a formula or a number.</summary>
    public static void SetText(IXLCell cell, string text)
    {
        var safe = SafeText.ForCell(text);
        cell.SetValue(safe);
        cell.DataType = XLDataType.Text;
        if (SafeText.LooksLikeFormula(safe))
            cell.Style.IncludeQuotePrefix = true;
    }

    /// <summary>What a cell asks for in height, as text; empty for what is one line.</summary>
    public static string Wrapped(ReportCell cell, ReportColumn column) => cell switch
    {
        ReportCell.Tekst text => text.Waarde,
        ReportCell.Invulbaar filled => filled.Waarde,
        _ => "",
    };

    /// <summary>A column of numbers, some of them withheld or unknown: its header stands to the right.</summary>
    public static bool HoldsNumbers(ReportTable table, int column) =>
        table.Rijen.Any(row => row[column] is ReportCell.Getal)
        || (column > 0 && table.Rijen.Count > 0 && table.Rijen.All(row => row[column] is ReportCell.Afkorting));

    private static void Align(IXLCell cell, ReportColumn column)
    {
        cell.Style.Alignment.WrapText = true;
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        cell.Style.Alignment.Indent = cell.Address.ColumnNumber > 1 ? 1 : 0;
    }

    // Yellow, framed all round, and open when somebody protects the sheet. Kept as text, whatever is typed.
    private static void WriteFillIn(IXLCell cell, ReportCell.Invulbaar filled, ReportColumn column)
    {
        if (filled.Waarde.Length > 0)
            SetText(cell, filled.Waarde);
        Align(cell, column);
        cell.Style.NumberFormat.Format = "@";
        cell.Style.Fill.BackgroundColor = FillInFill;
        cell.Style.Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorderColor(FillInLine);
        cell.Style.Protection.Locked = false;
    }

    private static void Shade(IXLCell cell, int shade)
    {
        cell.Style.Fill.BackgroundColor = ShadeFill[shade];
        cell.Style.Font.FontColor = ShadeText[shade];
    }

    // Excel shows this with the separators of the reader's own settings: 1.234,5 in the Netherlands.
    private static string NumberFormat(int decimals) =>
        decimals <= 0 ? "#,##0" : "#,##0." + new string('0', Math.Min(decimals, 10));
}
