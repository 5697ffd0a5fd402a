using System.Text;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>A column of a CSV file as metadata and data dictionary tell of it.</summary>
/// <param name="Name">Unique name of letters, digits and underscores.</param>
/// <param name="Column">The column.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Nulls">What stands in a cell without a value; the empty cell first.</param>
internal sealed record CsvColumn(string Name, ReportColumn Column, CsvType Type, IReadOnlyList<string> Nulls)
{
    // Shorthand that any column of numbers may hold in another quarter: the metadata stays the same.
    private static readonly string[] Shorthand = ["[c]", "[x]", "[z]"];

    /// <summary>The columns of a table.</summary>
    public static IReadOnlyList<CsvColumn> Of(ReportTable table)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. table.Kolommen.Select((column, position) => Of(table, column, position, taken))];
    }

    private static CsvColumn Of(ReportTable table, ReportColumn column, int position, HashSet<string> taken)
    {
        var name = NameOf(column.Kop);
        while (!taken.Add(name))
            name += "_";
        var cells = table.Rijen.Select(row => row[position]).ToList();
        var type = TypeOf(cells, column);
        var used = cells.OfType<ReportCell.Afkorting>().Select(cell => cell.Teken);
        var nulls = type == CsvType.Text ? used : Shorthand.Concat(used);
        return new CsvColumn(name, column, type, ["", .. nulls.Distinct().Order(StringComparer.Ordinal)]);
    }

    private static CsvType TypeOf(IEnumerable<ReportCell> cells, ReportColumn column)
    {
        var (numbers, whole) = (false, column.Decimalen <= 0);
        foreach (var cell in cells)
        {
            switch (cell)
            {
                case ReportCell.Tekst { Waarde.Length: > 0 } or ReportCell.Invulbaar:
                    return CsvType.Text;
                case ReportCell.Getal number:
                    numbers = true;
                    whole &= number.Waarde == Math.Truncate(number.Waarde);
                    break;
            }
        }

        return !numbers && column.Decimalen <= 0 ? CsvType.Text : whole ? CsvType.Whole : CsvType.Decimal;
    }

    private static string NameOf(string header)
    {
        var name = new StringBuilder();
        foreach (var c in header.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(c);
            else if (char.IsLetterOrDigit(c) || (c < 0x80 && name.Length > 0 && name[^1] != '_'))
                name.Append('_');
        }

        var trimmed = name.ToString().Trim('_');
        return trimmed.Length == 0 ? "kolom" : trimmed;
    }
}

/// <summary>What the cells of a column hold.</summary>
internal enum CsvType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Numbers with decimals.</summary>
    Decimal,
}
