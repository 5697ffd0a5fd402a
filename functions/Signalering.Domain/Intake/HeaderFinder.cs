namespace Signalering.Domain.Intake;

/// <summary>Finds the header of a table: exports put titles, filters and blank rows above it.</summary>
internal static class HeaderFinder
{
    /// <summary>Rows looked at. More than the titles of any export seen; a letter saved as .csv ends here too.</summary>
    private const int RowsToLook = 30;

    /// <summary>The first row in which at least this many cells are known headers.</summary>
    private const int EnoughFields = 2;

    /// <summary>Reads until the header and stands on it.</summary>
    /// <param name="rows">At the start of the file.</param>
    /// <param name="aliases">Known headers.</param>
    /// <param name="notes">Gets warnings about the header.</param>
    /// <param name="personal">Gets the letters of columns that announce personal data.</param>
    /// <returns>The map, or null when no row looks like a header.</returns>
    public static ColumnMap? Find(
        IExportRows rows, ColumnAliases aliases, List<Problem> notes, List<string> personal)
    {
        for (var looked = 0; looked < RowsToLook && rows.Read(); looked++)
        {
            var rowNotes = new List<Problem>();
            var rowPersonal = new List<string>();
            var map = ColumnMap.Of(rows, aliases, rowNotes, rowPersonal);
            if (map.FieldCount < EnoughFields && !IsTextOnly(rows, map))
                continue;
            notes.AddRange(rowNotes);
            personal.AddRange(rowPersonal);
            return map;
        }

        return null;
    }

    // A file with nothing but descriptions can be checked and classified, though not counted.
    private static bool IsTextOnly(IExportRows rows, ColumnMap map) => map.Has(Field.Omschrijving) && rows.CellCount == 1;
}
