namespace Signalering.Domain.Intake;

/// <summary>Where in this table each field stands. A column that maps to no field is screened and read no
/// further.</summary>
public sealed class ColumnMap
{
    internal const int MostColumns = 512;
    private const int LongestHeader = 120;

    /// <summary>Fields whose words are classified; several columns may hold them.</summary>
    private static readonly Field[] TextFields = [Field.Soort, Field.Leefgebied, Field.Omschrijving, Field.Resultaat];

    private static readonly int Fields = Enum.GetValues<Field>().Length;

    private readonly int[] _columns = [.. Enumerable.Repeat(-1, Fields)];
    private readonly string[] _headers;
    private readonly string[] _folded;
    private readonly Field?[] _fields;
    private readonly bool[] _known;
    private readonly List<int> _textColumns = [];

    private ColumnMap(int headerRow, int width)
    {
        (HeaderRow, Width) = (headerRow, width);
        _headers = new string[width];
        _folded = new string[width];
        _fields = new Field?[width];
        _known = new bool[width];
    }

    /// <summary>Number of the row that holds the headers.</summary>
    public int HeaderRow { get; }

    /// <summary>Number of columns in the header.</summary>
    public int Width { get; }

    /// <summary>Columns whose words are classified, in order of the file.</summary>
    public IReadOnlyList<int> TextColumns => _textColumns;

    /// <summary>Number of fields found.</summary>
    public int FieldCount => _columns.Count(column => column >= 0);

    /// <summary>The profile that the headers fit, or that was chosen; null when none fits.</summary>
    public ProfileMatch? Profile { get; private set; }

    /// <summary>Order of day and month in the dates of this source.</summary>
    public DateOrder DateOrder => Profile?.Profiel.Datumvolgorde ?? DateOrder.DayFirst;

    /// <summary>Sheet in our own words; null when the file has one table.</summary>
    public string? Sheet { get; private init; }

    /// <summary>Column of a field (the first one, when several hold it); −1 when the file has none.</summary>
    public int this[Field field] => _columns[(int)field];

    /// <summary>Whether the file has this field.</summary>
    public bool Has(Field field) => this[field] >= 0;

    /// <summary>How a message names a column: by its header when that is one of our aliases, else by letter.</summary>
    public string Name(int column) => (uint)column < (uint)_headers.Length ? _headers[column] : Letter(column);

    /// <summary>Whether rows can be counted: they have a day, and something to classify.</summary>
    public bool CanCount => Has(Field.Datum) && TextColumns.Count > 0;

    /// <summary>A place in this table.</summary>
    public Place At(int row, int column) => new(row, Name(column), Sheet);

    /// <summary>A row of this table.</summary>
    public Place At(int row) => new(row, null, Sheet);

    /// <summary>Headers as they are compared; empty where a column has none.</summary>
    internal IReadOnlyList<string> FoldedHeaders => _folded;

    /// <summary>What each column means; null where it is not read.</summary>
    internal IReadOnlyList<Field?> ColumnFields => _fields;

    /// <summary>Letters of columns with a header that means nothing to us.</summary>
    internal IReadOnlyList<string> UnknownColumns =>
        [.. Enumerable.Range(0, Width).Where(c => !_known[c] && _folded[c].Length > 0).Select(Letter)];

    /// <summary>How the header was read, without the delivered text.</summary>
    public HeaderReport Report => new(
        Profile?.Profiel.Sleutel, Profile?.Profiel.Naam, Profile?.Score,
        [
            .. Enumerable.Range(0, Width).Select(c => _fields[c] is { } read ? FieldNames.Of(read)
                : _known[c] || _folded[c].Length == 0 ? HeaderReport.NotRead : HeaderReport.Unknown),
        ]);

    /// <summary>Reads a row as headers.</summary>
    /// <param name="rows">Stands on the row.</param>
    /// <param name="knowledge">Known headers.</param>
    /// <param name="notes">Gets a warning for each field that two columns claim.</param>
    /// <param name="personal">Gets the letters of columns whose header announces personal data.</param>
    public static ColumnMap Of(IExportRows rows, HeaderKnowledge knowledge, List<Problem> notes, List<string> personal)
    {
        var map = new ColumnMap(rows.RowNumber, Math.Min(rows.CellCount, MostColumns))
        {
            Sheet = rows.SheetCount > 1 ? SheetName(rows.Sheet) : null,
        };
        for (var column = 0; column < map.Width; column++)
        {
            map._headers[column] = Letter(column);
            var cell = rows.Cell(column);
            map._folded[column] = cell.Length > LongestHeader ? string.Empty : PlainText.Fold(cell.ToString());
        }

        map.Choose(knowledge, notes);
        for (var column = 0; column < map.Width; column++)
            map.Read(column, rows.Cell(column), knowledge, notes, personal);
        map.ClaimWeak(rows, knowledge);
        return map;
    }

    /// <summary>Dutch for a visible sheet; its own name may be personal.</summary>
    public static string SheetName(int sheet) => FormattableString.Invariant($"werkblad {sheet}");

    /// <summary>Column as Excel names it: A, B, … AA.</summary>
    public static string Letter(int column)
    {
        var letters = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    private void Choose(HeaderKnowledge knowledge, List<Problem> notes)
    {
        if (knowledge.ChosenProfile is { } key && knowledge.Profiles.Find(key) is { } chosen)
        {
            var match = SourceProfiles.Match(chosen, _folded);
            if (match.Gevonden >= SourceProfiles.ChosenFrom * chosen.Kolommen.Count)
                Profile = match;
            else
                notes.Add(IntakeMessages.ProfielPastNiet(chosen.Naam));
        }

        Profile ??= knowledge.Profiles.Recognise(_folded);
    }

    private void Read(
        int column, ReadOnlySpan<char> cell, HeaderKnowledge knowledge, List<Problem> notes, List<string> personal)
    {
        var folded = _folded[column];
        if (folded.Length == 0)
            return;
        if (knowledge.Aliases.IsPersonal(folded))
        {
            _known[column] = true;
            personal.Add(Letter(column));
            return;
        }

        var inProfile = Profile?.Profiel.Kolommen.FirstOrDefault(known => known.Folded == folded);
        var field = knowledge.OwnHeaders.TryGetValue(folded, out var own) ? own
            : inProfile is not null ? inProfile.Veld
            : knowledge.Aliases.Find(folded);
        var isOurs = field is not null || inProfile is not null || knowledge.Aliases.IsIgnored(folded)
            || knowledge.Aliases.FindWeak(folded) is not null;
        if (!isOurs)
            return;
        _known[column] = true;
        _headers[column] = Tidy(cell.ToString());
        if (field is { } claimed)
            Claim(claimed, column, notes);
    }

    private void Claim(Field field, int column, List<Problem> notes)
    {
        var first = _columns[(int)field];
        if (TextFields.Contains(field))
            _textColumns.Add(column);
        else if (first >= 0)
            notes.Add(Messages.KolomDubbel(_headers[first], _headers[column]));
        if (first < 0)
            _columns[(int)field] = column;
        if (first < 0 || TextFields.Contains(field))
            _fields[column] = field;
    }

    private void ClaimWeak(IExportRows rows, HeaderKnowledge knowledge)
    {
        for (var column = 0; column < Width; column++)
        {
            if (_fields[column] is not null || !_known[column] || Profile?.Profiel.Kolommen.Any(k => k.Folded == _folded[column]) == true
                || knowledge.Aliases.FindWeak(_folded[column]) is not { } field || Has(field))
                continue;
            _headers[column] = Tidy(rows.Cell(column).ToString());
            Claim(field, column, []);
        }
    }

    // Only a header that equals an alias comes here, so it holds no more than our own words.
    private static string Tidy(string header) =>
        string.Join(' ', header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
