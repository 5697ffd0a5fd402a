using System.Globalization;
using Signalering.Domain.Disclosure;

namespace Signalering.Cli.Protecting;

/// <summary>A long table: which column is what, true values in, protected values out.</summary>
internal sealed class LongTable
{
    private const string CasesColumn = "casussen";
    private const string LargestColumn = "grootste";

    private readonly LongTableFile _file;
    private readonly ProtectionSpec _spec;
    private readonly int _value;
    private readonly int? _cases;
    private readonly int? _largest;
    private readonly int[] _dimensions;

    /// <summary>Finds the columns.</summary>
    /// <exception cref="UserFaultException">A column is missing, or could be a second value that would
    /// leak.</exception>
    public LongTable(LongTableFile file, ProtectionSpec spec)
    {
        (_file, _spec) = (file, spec);
        _value = file.Column(spec.ValueColumn) ?? throw new UserFaultException(
            $"{file.Name}: er is geen kolom '{spec.ValueColumn}'. Noem de kolom met de waarde in 'value' van de specificatie.");
        _cases = spec.ValueColumn == CasesColumn ? null : file.Column(CasesColumn);
        _largest = file.Column(LargestColumn);
        if (spec.Dimensions.FirstOrDefault(d => file.Column(d.Name) is null) is { } missing)
        {
            throw new UserFaultException(
                $"{file.Name}: dimensie '{missing.Name}' is geen kolom. Verwacht: een kolom per dimensie van de specificatie.");
        }

        _dimensions = FindDimensions();
    }

    private IEnumerable<string> DimensionNames => _dimensions.Select(column => _file.Header[column]);

    /// <summary>The true values.</summary>
    public UnprotectedTable Unprotected()
    {
        var table = new UnprotectedTable([.. DimensionNames]);
        foreach (var row in _file.Rows)
        {
            table.Add(
                [.. _dimensions.Select(column => row.Values[column])],
                Number(row, _value) ?? throw Fault(row, _value, "geen getal", "een telling, of 0"),
                _cases is { } cases ? CasesOf(row, cases) : null,
                _largest is { } largest ? Number(row, largest) : null);
        }

        return table;
    }

    /// <summary>A table that was printed earlier: whatever is no number was withheld.</summary>
    /// <param name="file">The earlier file; may have other columns beside these dimensions.</param>
    public PublishedTable Earlier(LongTableFile file)
    {
        var value = file.Column(_spec.ValueColumn)
            ?? throw new UserFaultException($"{file.Name}: er is geen kolom '{_spec.ValueColumn}'.");
        var columns = DimensionNames.Select(name => file.Column(name)
            ?? throw new UserFaultException($"{file.Name}: er is geen kolom '{name}'. Verwacht: dezelfde dimensies als de tabel."))
            .ToArray();
        return PublishedTable.FromPublication(
            [.. DimensionNames],
            [
                .. file.Rows.Select(row => new PublishedCell(
                    Array.ConvertAll(columns, column => row.Values[column]),
                    TryNumber(row.Values[value], out var number) ? number : null)),
            ]);
    }

    /// <summary>The text of the published file: same columns, same rows, same order.</summary>
    public string Write(PublishedTable published)
    {
        var marker = _file.Quote(_spec.Marker);
        var comma = _file.Rows.Any(row => row.Values[_value].Contains(',', StringComparison.Ordinal));
        return _file.Write((row, position) =>
        {
            string[] fields = [.. row.Raw];
            fields[_value] = published.Cells[position].Value is { } value ? Show(value, comma) : marker;
            if (_cases is { } cases)
                fields[cases] = marker;
            if (_largest is { } largest)
                fields[largest] = marker;
            return fields;
        });
    }

    private string Show(decimal value, bool comma)
    {
        var text = value.ToString("0.######", CultureInfo.InvariantCulture);
        return comma ? _file.Quote(text.Replace('.', ',')) : text;
    }

    /// <summary>Columns that tell cells apart. A column that is not needed for that, such as a name beside a code, is a
    /// label: as a dimension it would hide relations.</summary>
    private int[] FindDimensions()
    {
        var declared = _spec.Dimensions.Select(d => _file.Column(d.Name)!.Value).ToList();
        var columns = Enumerable.Range(0, _file.Header.Length)
            .Where(column => column != _value && column != _cases && column != _largest)
            .ToList();
        foreach (var column in columns.Except(declared).Reverse().ToList())
        {
            int[] others = [.. columns.Where(c => c != column)];
            if (others.Length == 0 || !IsKey(others))
                continue;
            if (IsMeasure(column) && !declared.Exists(d => Follows(column, d)))
            {
                throw new UserFaultException(
                    $"{_file.Name}: de kolom '{_file.Header[column]}' lijkt een tweede waarde, die onbeschermd zou meegaan. " +
                    "Haal de kolom weg, of noem haar in 'dimensions' als het een indeling is.");
            }

            columns.Remove(column);
        }

        return [.. columns];
    }

    private bool Follows(int column, int dimension)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in _file.Rows)
        {
            if (!labels.TryAdd(row.Values[dimension], row.Values[column])
                && labels[row.Values[dimension]] != row.Values[column])
            {
                return false;
            }
        }

        return true;
    }

    private bool IsMeasure(int column) => _file.Rows.All(row => TryNumber(row.Values[column], out _));

    private bool IsKey(int[] columns)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        return _file.Rows.All(row => keys.Add(string.Join('\u001f', columns.Select(column => row.Values[column]))));
    }

    private int? CasesOf(LongTableRow row, int column) => Number(row, column) switch
    {
        null => null,
        { } number when number >= 0 && number == decimal.Truncate(number) && number < int.MaxValue => (int)number,
        _ => throw Fault(row, column, "geen aantal", "een heel getal, of leeg als het niet bekend is"),
    };

    private decimal? Number(LongTableRow row, int column)
    {
        if (row.Values[column].Length == 0)
            return null;
        return TryNumber(row.Values[column], out var number)
            ? number
            : throw Fault(row, column, "geen getal", "een getal als 12 of 12,5, zonder punten voor duizendtallen");
    }

    /// <summary>A point or a comma before decimals. In a file with semicolons 1.234 could be a thousand: no
    /// number.</summary>
    private bool TryNumber(string text, out decimal number)
    {
        number = 0;
        var point = text.LastIndexOf('.');
        return !(_file.Separator == ';' && point > 0 && text.Length - point == 4)
            && decimal.TryParse(
                text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture, out number);
    }

    private UserFaultException Fault(LongTableRow row, int column, string fault, string expected) => new(
        $"{_file.Name}, regel {row.Line}, kolom '{_file.Header[column]}': {fault}. Verwacht: {expected}. " +
        "Verbeter de regel en probeer opnieuw.");
}
