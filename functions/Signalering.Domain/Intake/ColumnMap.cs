namespace Signalering.Domain.Intake;

/// <summary>Where in this file each field stands. A column that maps to no field is screened and read no further.</summary>
public sealed class ColumnMap
{
    private const int MostColumns = 512;
    private const int LongestHeader = 120;

    /// <summary>Fields whose words are classified; several columns may hold them.</summary>
    private static readonly Field[] TextFields = [Field.Soort, Field.Leefgebied, Field.Omschrijving, Field.Resultaat];

    private readonly int[] _columns;
    private readonly string[] _headers;

    private ColumnMap(int headerRow, int width, string[] headers, int[] columns, int[] textColumns)
    {
        (HeaderRow, Width, _headers, _columns, TextColumns) = (headerRow, width, headers, columns, textColumns);
    }

    /// <summary>Number of the row that holds the headers.</summary>
    public int HeaderRow { get; }

    /// <summary>Number of columns in the header.</summary>
    public int Width { get; }

    /// <summary>Columns whose words are classified, in order of the file.</summary>
    public IReadOnlyList<int> TextColumns { get; }

    /// <summary>Number of fields found.</summary>
    public int FieldCount => _columns.Count(column => column >= 0);

    /// <summary>Column of a field (the first one, when several hold it); −1 when the file has none.</summary>
    public int this[Field field] => _columns[(int)field];

    /// <summary>Whether the file has this field.</summary>
    public bool Has(Field field) => this[field] >= 0;

    /// <summary>How a message names a column: by its header when that is one of our aliases, else by letter.</summary>
    public string Name(int column) => column < _headers.Length ? _headers[column] : Letter(column);

    /// <summary>Reads a row as headers.</summary>
    /// <param name="rows">Stands on the row.</param>
    /// <param name="aliases">Known headers.</param>
    /// <param name="notes">Gets a warning for each field that two columns claim.</param>
    /// <param name="personal">Gets the letters of columns whose header announces personal data.</param>
    public static ColumnMap Of(
        IExportRows rows, ColumnAliases aliases, List<Problem> notes, List<string> personal)
    {
        var columns = Enumerable.Repeat(-1, Enum.GetValues<Field>().Length).ToArray();
        var textColumns = new List<int>();
        var width = Math.Min(rows.CellCount, MostColumns);
        var headers = new string[width];
        for (var column = 0; column < width; column++)
        {
            headers[column] = Letter(column);
            var cell = rows.Cell(column);
            if (cell.IsEmpty || cell.Length > LongestHeader)
                continue;
            var header = cell.ToString();
            if (aliases.IsPersonal(header))
                personal.Add(Letter(column));
            else if (aliases.Find(header) is { } field)
            {
                headers[column] = Tidy(header);
                Claim(field, column);
            }
        }

        return new ColumnMap(rows.RowNumber, width, headers, columns, [.. textColumns]);

        void Claim(Field field, int column)
        {
            if (TextFields.Contains(field))
                textColumns.Add(column);
            else if (columns[(int)field] >= 0)
                notes.Add(Messages.KolomDubbel(headers[columns[(int)field]], headers[column]));
            if (columns[(int)field] < 0)
                columns[(int)field] = column;
        }
    }

    // Only a header that equals an alias comes here, so it holds no more than our own words.
    private static string Tidy(string header) =>
        string.Join(' ', header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Column as Excel names it: A, B, … AA.</summary>
    public static string Letter(int column)
    {
        var letters = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
