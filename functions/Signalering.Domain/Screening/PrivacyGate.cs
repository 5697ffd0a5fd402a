using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>After the gate: free of the personal data that the gate knows. Only <see cref="PrivacyGate"/> makes one; the
/// classifier and the counter take no other.</summary>
public readonly ref struct ScreenedActivity
{
    internal ScreenedActivity(RawActivity raw)
    {
        Facts = raw.Facts;
        Texts = raw.Texts;
    }

    /// <summary>Day, wijk, duration and participants.</summary>
    public ActivityFacts Facts { get; }

    /// <summary>Pseudonymous case number; empty when the row has none.</summary>
    public ReadOnlySpan<char> Casus => Texts.Casus;

    internal CellTexts Texts { get; }

    /// <summary>Says nothing about the content.</summary>
    public override string ToString() => nameof(ScreenedActivity);
}

/// <summary>Refuses what is personal. Everything that is classified or counted has gone through here.</summary>
/// <param name="map">Names of the columns, for the places in messages.</param>
/// <param name="problems">Gets a place per finding, never what stands there.</param>
public sealed class PrivacyGate(ColumnMap map, ProblemList problems)
{
    /// <summary>Findings so far; one is enough to refuse the delivery.</summary>
    public int Findings { get; private set; }

    /// <summary>Looks at every cell but the row's own number, whether the column is known or not: the file is kept for a while.</summary>
    /// <returns>True when nothing personal was found; only then <paramref name="screened"/> may be used.</returns>
    public bool TryScreen(RawActivity raw, out ScreenedActivity screened)
    {
        var clean = Inspect(raw.Texts.Row);
        screened = clean ? new ScreenedActivity(raw) : default;
        return clean;
    }

    /// <summary>Looks at a row that is left out: its file is kept for a while too.</summary>
    /// <returns>True when nothing personal was found.</returns>
    public bool Inspect(IExportRows rows)
    {
        var clean = true;
        var rowNumber = map[Field.ActiviteitId]; // nine digits of a row number pass the 11-test once in eleven
        for (var column = 0; column < rows.CellCount; column++)
        {
            if (column != rowNumber)
                clean &= IsClean(rows, column);
        }

        return clean;
    }

    private bool IsClean(IExportRows rows, int column)
    {
        var kind = PersonalDataDetector.Find(rows.Cell(column));
        if (kind == PersonalDataKind.None)
            return true;
        Findings++;
        problems.Warn(Messages.Persoonsgegeven(
            new Place(rows.RowNumber, map.Name(column)), PersonalDataNames.Uitleg(kind)));
        return false;
    }
}
