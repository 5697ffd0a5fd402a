using System.Globalization;
using CsvHelper;
using Signalering.Domain.Counting;
using Signalering.Domain.Detection;
using Signalering.Domain.Intake;
using Signalering.Formats.Exports;

namespace Signalering.Cli.Series;

/// <summary>Monthly series as a table: in <c>series,month,count[,exposure][,group]</c>, out one row per
/// month.</summary>
/// <remarks>Comma or semicolon in; comma and a decimal point out, whatever the culture: it is a file for machines. An
/// empty count (or exposure) is a month without a delivery, and so is a month that the file skips; a series
/// without any exposure has a constant one.</remarks>
internal static class SeriesFile
{
    private const int MostMonths = 6000;

    private static readonly string[] OutColumns =
        ["series", "month", "expected", "upperbound", "score", "pvalue", "alarm", "method", "status"];

    /// <summary>Reads the series, in order of first appearance.</summary>
    /// <exception cref="UserFaultException">The file cannot be read, or a row is at fault; the message says
    /// where.</exception>
    public static IReadOnlyList<MonthlySeries> Read(FileInfo file)
    {
        using var content = file.OpenRead();
        var opened = new ExportReader().Open(content, file.Name);
        if (opened is not OpenedExport.Table table)
            throw new UserFaultException(((OpenedExport.Refused)opened).Problem.ToString());
        using var rows = table.Rows;
        if (!rows.Read())
            throw new UserFaultException("Rij 1: geen kolomkoppen. Verwacht: series,month,count[,exposure][,group].");
        var columns = new SeriesColumns(rows);
        var series = new Dictionary<string, SeriesRows>(StringComparer.Ordinal);
        while (rows.Read())
        {
            if (rows.CellCount == 0 || IsBlank(rows))
                continue;
            var key = rows.Cell(columns.Series).ToString();
            if (key.Length == 0)
                throw Fault(rows, "series", "leeg. Verwacht: de naam van een reeks");
            if (!series.TryGetValue(key, out var known))
                series[key] = known = new SeriesRows(key);
            known.Add(rows, columns);
        }

        if (rows.Failure is { } failure)
            throw new UserFaultException(failure.ToString());
        return [.. series.Values.Select(s => s.ToSeries())];
    }

    /// <summary>Writes the months.</summary>
    public static void Write(Stream target, IReadOnlyList<AssessedSeries> assessed, string method)
    {
        using var writer = CsvWriter.Create(target, new CsvWriterOptions
        {
            Separator = ',',
            FormatProvider = CultureInfo.InvariantCulture,
        }, leaveOpen: true);
        foreach (var column in OutColumns)
            writer.WriteField(column);
        writer.EndRecord();
        foreach (var one in assessed)
        {
            foreach (var month in one.Months)
            {
                writer.WriteField(one.Series.Key);
                writer.WriteField(month.Month.ToString());
                foreach (var number in new[] { month.Expected, month.UpperBound, month.Score, month.PValue })
                    writer.WriteField(Number(number));
                writer.WriteField(IsAssessed(month) ? month.Alarm ? "1" : "0" : string.Empty);
                writer.WriteField(method);
                writer.WriteField(Status(month.Status));
                writer.EndRecord();
            }
        }

        writer.Flush();
    }

    /// <summary>Status as it stands in the file.</summary>
    public static string Status(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Beoordeeld => "beoordeeld",
        AssessmentStatus.Voorlopig => "voorlopig",
        AssessmentStatus.TeWeinigGevallen => "te weinig gevallen",
        AssessmentStatus.Onvolledig => "onvolledig",
        AssessmentStatus.NietBeoordeelbaar => "niet beoordeelbaar",
        _ => "geen levering",
    };

    /// <summary>Whether the month was assessed; if not, its alarm is empty.</summary>
    public static bool IsAssessed(SeriesMonth month) =>
        month.Status is not (AssessmentStatus.NietBeoordeelbaar or AssessmentStatus.GeenLevering);

    private static string Number(double value) =>
        double.IsFinite(value) ? value.ToString("G9", CultureInfo.InvariantCulture) : string.Empty;

    private static bool IsBlank(IExportRows rows)
    {
        for (var i = 0; i < rows.CellCount; i++)
        {
            if (!rows.Cell(i).IsEmpty)
                return false;
        }

        return true;
    }

    private static UserFaultException Fault(IExportRows rows, string column, string fault) =>
        new($"Rij {rows.RowNumber}, kolom '{column}': {fault}. Pas de cel aan.");

    /// <summary>Where the columns stand.</summary>
    private sealed class SeriesColumns
    {
        public SeriesColumns(IExportRows header)
        {
            var names = new List<string>();
            for (var i = 0; i < header.CellCount; i++)
                names.Add(header.Cell(i).ToString().ToLowerInvariant());
            (Series, Month, Count) = (names.IndexOf("series"), names.IndexOf("month"), names.IndexOf("count"));
            (Exposure, Group) = (names.IndexOf("exposure"), names.IndexOf("group"));
            foreach (var (position, name) in new[] { (Series, "series"), (Month, "month"), (Count, "count") })
            {
                if (position < 0)
                {
                    throw new UserFaultException(
                        $"Rij 1: de kolom '{name}' ontbreekt. Verwacht: series,month,count[,exposure][,group].");
                }
            }
        }

        public int Series { get; }

        public int Month { get; }

        public int Count { get; }

        public int Exposure { get; }

        public int Group { get; }
    }

    /// <summary>Rows of one series, in any order.</summary>
    private sealed class SeriesRows(string key)
    {
        private readonly SortedDictionary<int, (double Count, double Exposure)> _months = [];
        private string? _group;
        private bool _hasExposure;

        public void Add(IExportRows rows, SeriesColumns columns)
        {
            var month = MonthOf(rows, columns.Month);
            var count = NumberOf(rows, columns.Count, "count");
            var exposure = columns.Exposure < 0 ? 1 : NumberOf(rows, columns.Exposure, "exposure");
            _hasExposure |= columns.Exposure >= 0 && !double.IsNaN(exposure);
            if (!_months.TryAdd(month.Index, (count, exposure)))
                throw Fault(rows, "month", "deze maand staat al in de reeks. Verwacht: elke maand één keer");
            var group = columns.Group < 0 ? string.Empty : rows.Cell(columns.Group).ToString();
            _group = group.Length > 0 ? group : _group;
        }

        public MonthlySeries ToSeries()
        {
            var (first, last) = (_months.Keys.First(), _months.Keys.Last());
            if (last - first >= MostMonths)
            {
                throw new UserFaultException(
                    $"Een reeks beslaat meer dan {MostMonths} maanden. Pas de kolom 'month' aan.");
            }

            var (counts, exposure) = (new double[last - first + 1], new double[last - first + 1]);
            Array.Fill(counts, double.NaN);
            Array.Fill(exposure, double.NaN);
            foreach (var (month, value) in _months)
                (counts[month - first], exposure[month - first]) = value;
            return new MonthlySeries(key, _group, new Month(first), counts, _hasExposure ? exposure : []);
        }

        private static Month MonthOf(IExportRows rows, int column)
        {
            var text = rows.Cell(column);
            var ends = text.Length == 7 || (text.Length > 7 && text[7] == '-');
            if (ends && Month.TryParse(text[..7].ToString(), out var month))
                return month;
            throw Fault(rows, "month", "geen maand. Verwacht: jjjj-mm, zoals 2026-09");
        }

        private static double NumberOf(IExportRows rows, int column, string name)
        {
            var text = rows.Cell(column);
            if (text.IsEmpty || text is "NA" or "NaN" or "nan")
                return double.NaN;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && value is >= 0 and <= 1e12)
            {
                return value;
            }

            throw Fault(rows, name, "geen getal van 0 of meer. Verwacht: een getal met een decimaalpunt, of leeg");
        }
    }
}
