namespace Signalering.Domain.Intake;

/// <summary>What a row is to the rows before it.</summary>
internal enum RowLikeness
{
    /// <summary>Seen for the first time.</summary>
    New,

    /// <summary>Equal in every cell to an earlier row: not counted again.</summary>
    Identical,

    /// <summary>The number of an earlier row with other content: counted only when the column turns out to hold no
    /// numbers of rows.</summary>
    SameNumber,
}

/// <summary>Finds rows that stand twice in a delivery.</summary>
/// <remarks>
/// <para>Equal rows are one activity, unless they tell too little to know: two rows "tel., 15 minuten" on one day,
/// without number and case, are two telephone calls.</para>
/// <para>A number that comes back with other content is a corrected row when it happens seldom; a column in which it
/// happens often (an activity code, the number of a case) holds no numbers of rows. Which of the two it is, is known at
/// the end.</para>
/// </remarks>
internal sealed class RowDuplicates
{
    /// <summary>Characters that make two equal rows without number and case one activity. 25: shorter notes are set
    /// phrases, of which a team writes several a day.</summary>
    public const int TellingLength = 25;

    /// <summary>Share of repeated numbers above which a column holds no numbers of rows. 5 %: corrections stay under
    /// 1 % in the exports seen, codes repeat in nearly every row.</summary>
    public const double MostRepeated = 0.05;

    // In a short list one corrected row is more than 5 %.
    private const int FewRepeated = 2;

    private const int RowsBeforeGivingUp = 200;

    private readonly RowFingerprints _rows = new();
    private int _seen;
    private int _repeated;

    /// <summary>Whether it is clear already that the column holds no numbers of rows.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Whether repeated numbers mean corrected rows; to be asked at the end.</summary>
    public bool NumbersAreUnique => !GaveUp && _repeated <= Math.Max(FewRepeated, MostRepeated * _seen);

    /// <summary>Judges a row that is an activity.</summary>
    /// <param name="rows">Stands on the row.</param>
    /// <param name="map">Header above it.</param>
    /// <param name="day">Of the activity.</param>
    /// <param name="row"><see cref="RowFingerprints.OfRow"/> of it.</param>
    public RowLikeness See(IExportRows rows, ColumnMap map, DateOnly day, ulong row)
    {
        var number = rows.Cell(map[Field.ActiviteitId]);
        if (number.IsEmpty || GaveUp)
            return _rows.Add(row, 0, out _) || !Tells(rows, map) ? RowLikeness.New : RowLikeness.Identical;
        _seen++;
        if (_rows.Add(RowFingerprints.OfNumber(number, day.Year), (uint)(row >> 32), out var earlier))
            return RowLikeness.New;
        if (earlier == (uint)(row >> 32))
            return RowLikeness.Identical;
        _repeated++;
        GaveUp = _seen > RowsBeforeGivingUp && _repeated > MostRepeated * _seen;
        return RowLikeness.SameNumber;
    }

    private static bool Tells(IExportRows rows, ColumnMap map)
    {
        if (!rows.Cell(map[Field.ActiviteitId]).IsEmpty || !DutchNumbers.IsNull(rows.Cell(map[Field.Casus])))
            return true;
        var length = 0;
        foreach (var column in map.TextColumns)
            length += rows.Cell(column).Length;
        return length >= TellingLength;
    }
}
