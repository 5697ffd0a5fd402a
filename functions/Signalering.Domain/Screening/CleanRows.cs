using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>Whether a row holds nothing that the gate would find: the part of its work that depends on the row alone.</summary>
/// <remarks>Says nothing about what it found and changes nothing, so it may run ahead of the gate, on another thread and
/// with a detector of its own. What it does not call clean, the gate looks at itself.</remarks>
/// <param name="detector">Of this thread.</param>
/// <param name="clean">Shared with the gate.</param>
/// <param name="roles">What each column is.</param>
/// <param name="isOurs">Per column, whether the product knows it.</param>
internal sealed class CleanRows(PersonalDataDetector detector, CleanTexts clean, ColumnRole[] roles, bool[] isOurs)
{
    /// <summary>True when every cell is clean, by itself and beside its neighbour.</summary>
    public bool IsClean(IExportRows rows, int year)
    {
        for (var column = 0; column < rows.CellCount; column++)
        {
            var cell = rows.Cell(column);
            if (cell.IsEmpty || IsSkipped(column < roles.Length ? roles[column] : ColumnRole.Text, cell))
                continue;
            var key = CleanTexts.KeyOf(cell, year);
            if (clean.Contains(key, cell.Length))
                continue;
            if (detector.Find(cell, year).Count > 0)
                return false;
            clean.Add(key, cell.Length);
        }

        for (var column = 1; column < rows.CellCount; column++)
        {
            if (IsStreetAndNumber(rows, column, isOurs))
                return false;
        }

        return true;
    }

    /// <summary>Random numbers and dates are judged as a column; anything else in such a cell is looked at.</summary>
    public static bool IsSkipped(ColumnRole role, ReadOnlySpan<char> cell) => role switch
    {
        ColumnRole.RowNumber or ColumnRole.CaseKey => !cell.ContainsAny('@', ' '),
        ColumnRole.Date => DutchDate.TryParse(cell, out _),
        _ => false,
    };

    /// <summary>Whether a street stands in one cell and a number in the next, in columns that are not ours: a wijk and a
    /// duration are no address.</summary>
    /// <param name="rows">Stands on the row.</param>
    /// <param name="column">Column of the number; at least 1.</param>
    /// <param name="isOurs">Per column, whether the product knows it.</param>
    public static bool IsStreetAndNumber(IExportRows rows, int column, bool[] isOurs)
    {
        if (IsOurs(column, isOurs) || IsOurs(column - 1, isOurs) || !IsHouseNumber(rows.Cell(column)))
            return false;
        var street = rows.Cell(column - 1);
        return street.Length is >= 5 and <= 60 && NameWords.IsStreetOrInstitution(street) && street.Count(' ') <= 4;
    }

    private static bool IsOurs(int column, bool[] isOurs) => column < isOurs.Length && isOurs[column];

    // 14, 14a, 14-2.
    private static bool IsHouseNumber(ReadOnlySpan<char> cell)
    {
        var digits = cell.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? cell.Length : digits;
        return digits is >= 1 and <= 4 && cell.Length <= 6
            && (digits == cell.Length || char.IsLetter(cell[digits]) || cell[digits] is '-' or ' ');
    }
}
