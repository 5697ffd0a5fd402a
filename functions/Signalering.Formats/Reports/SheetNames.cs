using System.Globalization;
using System.Text;

namespace Signalering.Formats.Reports;

/// <summary>Names of sheets and tables that Excel takes, unique in their workbook.</summary>
internal sealed class SheetNames
{
    private const int LongestSheetName = 31;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Name of a sheet: no <c>[]:*?/\</c>, at most 31 characters.</summary>
    public string Sheet(string wanted)
    {
        var name = new StringBuilder(SafeText.ForCell(wanted));
        foreach (var forbidden in "[]:*?/\\\t\r\n")
            name.Replace(forbidden, '-');
        return Unique(name.ToString().Trim(' ', '\''), LongestSheetName, "Blad");
    }

    /// <summary>Name of a table: letters, digits and underscores after a prefix that keeps it from being a cell's
    /// address.</summary>
    public string Table(string sheet)
    {
        var name = new StringBuilder("Tabel_");
        foreach (var c in sheet)
            name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        return Unique(name.ToString(), 200, "Tabel_");
    }

    private string Unique(string wanted, int longest, string fallback)
    {
        var first = wanted.Length == 0 ? fallback : wanted[..Math.Min(wanted.Length, longest)];
        var name = first;
        for (var number = 2; !_taken.Add(name); number++)
        {
            var suffix = number.ToString(CultureInfo.InvariantCulture);
            name = first[..Math.Min(first.Length, longest - suffix.Length - 1)] + "_" + suffix;
        }

        return name;
    }
}
