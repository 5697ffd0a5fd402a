using Signalering.Domain.Screening;

namespace Signalering.Domain.Intake;

/// <summary>Finds the table in an opened file and goes through its rows; on a workbook, through all sheets with the
/// same header.</summary>
/// <remarks>Exports put titles, filters and blank rows above the header. All that is passed over goes to the gate too,
/// since the file is kept.</remarks>
internal sealed class TableReader(IExportRows rows, HeaderKnowledge knowledge, PrivacyGate gate)
{
    /// <summary>Rows looked at per sheet. More than the titles of any export seen; a letter saved as .csv ends here
    /// too.</summary>
    private const int RowsToLook = 30;

    private const double EnoughInCommon = 0.6;

    private readonly List<Problem> _notes = [];
    private readonly List<string> _personal = [];
    private readonly Dictionary<int, bool> _unread = [];
    private int _sheet = -1;
    private int _looked;
    private bool _isText;

    /// <summary>The header above the current row; another one on each sheet. Null before the first table.</summary>
    public ColumnMap? Map { get; private set; }

    /// <summary>The first header of the file; null when there is no table.</summary>
    public ColumnMap? First { get; private set; }

    /// <summary>Warnings about headers and sheets.</summary>
    public IReadOnlyList<Problem> Notes => [.. _notes, .. _unread.Select(
        sheet => IntakeMessages.WerkbladNietGelezen(ColumnMap.SheetName(sheet.Key), sheet.Value))];

    /// <summary>Letters of columns whose header announces personal data.</summary>
    public IReadOnlyList<string> Personal => _personal;

    /// <summary>Goes to the next row of a table; false at the end of the file, or where it breaks off.</summary>
    public bool Read()
    {
        while (rows.Read())
        {
            if (rows.Sheet != _sheet)
                (_sheet, Map, _looked) = (rows.Sheet, null, 0);
            if (Map is not null && !(_isText && _looked++ < RowsToLook && TryHeader(needsTable: true)))
                return true;
            if (Map is not null && rows.RowNumber == Map.HeaderRow)
                continue;
            InspectRow();
            if (_looked++ < RowsToLook)
                TryHeader(needsTable: false);
        }

        return false;
    }

    /// <summary>Reads until the first header and stands on it; false when there is none.</summary>
    public bool FindFirst()
    {
        while (First is null && rows.Read())
        {
            if (rows.Sheet != _sheet)
                (_sheet, _looked) = (rows.Sheet, 0);
            InspectRow();
            if (_looked++ < RowsToLook)
                TryHeader(needsTable: false);
        }

        return First is not null;
    }

    private bool TryHeader(bool needsTable)
    {
        var notes = new List<Problem>();
        var personal = new List<string>();
        var map = ColumnMap.Of(rows, knowledge, notes, personal);
        var isText = IsTextOnly(map);
        if (!IsHeader(map, personal.Count) && (needsTable || !isText))
            return false;
        if (First is not null && !needsTable && !IsSame(First, map))
        {
            _unread[_sheet] = true;
            _looked = RowsToLook;
            return false;
        }

        (Map, _isText) = (map, isText);
        _unread.Remove(_sheet);
        if (First is null || needsTable)
        {
            First = map;
            _notes.Clear();
            _personal.Clear();
        }

        if (ReferenceEquals(First, map))
            Note(map, notes);
        _personal.AddRange(personal);
        gate.Begin(rows, map);
        return true;
    }

    private void Note(ColumnMap map, List<Problem> notes)
    {
        _notes.AddRange(notes);
        if (HeaderDrift.Of(map) is { Count: > 0 } changes)
            _notes.Add(IntakeMessages.KoppenVeranderd(string.Join("; ", changes)));
        if (!_isText && map.UnknownColumns is { Count: > 0 } unknown)
            _notes.Add(IntakeMessages.KolomNietHerkend(unknown, map.Sheet));
    }

    // Two known headers, and either a day and a text or hardly anything but known headers: above a table also stand
    // lines such as "Wijk | Alle | Team | Alle".
    private bool IsHeader(ColumnMap map, int personal)
    {
        var filled = 0;
        var dates = 0;
        for (var column = 0; column < map.Width; column++)
        {
            var cell = rows.Cell(column);
            filled += cell.IsEmpty ? 0 : 1;
            dates += DutchDate.TryParse(cell, out _) ? 1 : 0;
        }

        var known = filled - map.UnknownColumns.Count;
        if (dates > 0 || map.FieldCount + personal < 2)
            return filled > 1 && dates == 0 && map.HeaderRow == 1 && map.Has(Field.Omschrijving);
        return (map.Has(Field.Datum) && map.TextColumns.Count > 0) || known >= EnoughInCommon * filled;
    }

    // A file with nothing but descriptions can be checked and classified, though not counted.
    private bool IsTextOnly(ColumnMap map) => map.Has(Field.Omschrijving) && rows.CellCount == 1;

    private static bool IsSame(ColumnMap first, ColumnMap map)
    {
        var one = first.FoldedHeaders.Where(header => header.Length > 0).ToHashSet(StringComparer.Ordinal);
        var other = map.FoldedHeaders.Where(header => header.Length > 0).ToHashSet(StringComparer.Ordinal);
        var common = one.Count(other.Contains);
        return common >= EnoughInCommon * (one.Count + other.Count - common)
            && first.Has(Field.Datum) == map.Has(Field.Datum);
    }

    private void InspectRow()
    {
        var part = rows.SheetCount > 1 ? ColumnMap.SheetName(rows.Sheet) : null;
        for (var column = 0; column < rows.CellCount; column++)
        {
            var cell = rows.Cell(column);
            if (cell.IsEmpty)
                continue;
            gate.Inspect(new Place(rows.RowNumber, ColumnMap.Letter(column), part), cell);
            if (rows.Sheet > 0 && First is not null && Map is null)
                _unread.TryAdd(rows.Sheet, false);
        }
    }
}
