using ClosedXML.Excel;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports.Charts;

/// <summary>The sheet with the points of charts that cannot be read from their own table.</summary>
/// <remarks>Excel draws a cell with text such as <c>[c]</c> as zero, which would be a lie; only an empty cell is a gap.
/// Series with such cells, and reference lines, therefore stand here once more, a point per row.</remarks>
internal sealed class ChartDataSheet(string name)
{
    private const int FirstRow = 5; // under title, explanation, blank row and headers
    private const int LabelColumn = 3;
    private const int ValueColumn = 4;

    private readonly List<IReadOnlyList<ReportCell>> _rows = [];
    private readonly List<ReportCell> _values = [];
    private int _decimals;

    /// <summary>Adds a series.</summary>
    /// <returns>References to the cells of its labels and of its values.</returns>
    public (string Labels, string Values) Add(
        string chart, string series, IReadOnlyList<string> labels, IReadOnlyList<ReportCell> cells, int decimals)
    {
        var first = FirstRow + _rows.Count;
        for (var i = 0; i < labels.Count; i++)
        {
            var note = cells[i] switch
            {
                ReportCell.Getal => "",
                ReportCell.Afkorting shorthand => shorthand.Teken,
                _ => "[x]",
            };
            _rows.Add([ReportCell.Van(chart), ReportCell.Van(series), ReportCell.Van(labels[i]), ReportCell.Van(""),
                ReportCell.Van(note)]);
            _values.Add(cells[i]);
        }

        _decimals = Math.Max(_decimals, decimals);
        var last = FirstRow + _rows.Count - 1;
        return (CellReference.Of(name, first, LabelColumn, last, LabelColumn),
            CellReference.Of(name, first, ValueColumn, last, ValueColumn));
    }

    /// <summary>Writes the sheet; nothing when no series stands on it.</summary>
    public void Write(XLWorkbook workbook, string tableName)
    {
        if (_rows.Count == 0)
            return;
        var table = Table();
        var sheet = workbook.AddWorksheet(name);
        var place = SheetWriter.Write(sheet, table, tableName);
        if (place.HeaderRow != FirstRow - 1)
            throw new InvalidOperationException("The points do not stand where the charts look for them.");
        for (var i = 0; i < _values.Count; i++)
        {
            var cell = sheet.Cell(FirstRow + i, ValueColumn);
            if (_values[i] is ReportCell.Getal)
                SheetCells.Write(cell, _values[i], table.Kolommen[ValueColumn - 1], null);
            else
                cell.Clear(XLClearOptions.Contents);
        }

        SheetPrint.Set(sheet, table, place, []);
    }

    private ReportTable Table() => new(
        name,
        "Gegevens achter de grafieken",
        [
            "Deze getallen staan ook in de tabellen. Een lege waarde is een onderbreking in de lijn; "
            + "de opmerking zegt waarom.",
        ],
        [
            new("Grafiek", Breedte: 60), new("Reeks", Breedte: 34), new("Label", Breedte: 23),
            new("Waarde", _decimals), new("Opmerking"),
        ],
        _rows);
}

/// <summary>Absolute references to cells, as formulas write them.</summary>
internal static class CellReference
{
    /// <summary>Such as <c>'Trend'!$B$5:$Y$5</c>; rows and columns from 1.</summary>
    public static string Of(string sheet, int firstRow, int firstColumn, int lastRow, int lastColumn)
    {
        var from = XLHelper.GetColumnLetterFromNumber(firstColumn);
        var to = XLHelper.GetColumnLetterFromNumber(lastColumn);
        var quoted = sheet.Replace("'", "''", StringComparison.Ordinal);
        return FormattableString.Invariant($"'{quoted}'!${from}${firstRow}:${to}${lastRow}");
    }
}
