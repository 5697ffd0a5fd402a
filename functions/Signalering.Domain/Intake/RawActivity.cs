namespace Signalering.Domain.Intake;

/// <summary>A row as delivered. Its text may be personal: never printed, logged, stored or compared.</summary>
/// <remarks>A ref struct: it cannot be boxed, put in a field or a list, or handed to a logger, and it is gone when
/// the next row is read (docs/besluiten/0007).</remarks>
public readonly ref struct RawActivity
{
    internal RawActivity(ActivityFacts facts, CellTexts texts)
    {
        Facts = facts;
        Texts = texts;
    }

    internal ActivityFacts Facts { get; }

    internal CellTexts Texts { get; }

    /// <summary>Says nothing about the content.</summary>
    public override string ToString() => nameof(RawActivity);
}

/// <summary>What a row says without words.</summary>
/// <param name="Datum">Day of the activity.</param>
/// <param name="Wijk">Position in <see cref="Municipality.WijkIndex.Codes"/>.</param>
/// <param name="Minutes">Duration; null when the row does not tell.</param>
/// <param name="Participants">Number of participants; null when the row does not tell.</param>
public readonly record struct ActivityFacts(DateOnly Datum, int Wijk, int? Minutes, int? Participants);

/// <summary>The words of a row: the cells that are classified.</summary>
internal readonly ref struct CellTexts(IExportRows rows, ReadOnlySpan<int> columns, int casus)
{
    private readonly ReadOnlySpan<int> _columns = columns;

    /// <summary>The row as a whole, for the gate.</summary>
    public IExportRows Row { get; } = rows;

    /// <summary>Number of text cells.</summary>
    public int Count => _columns.Length;

    /// <summary>A text cell.</summary>
    public ReadOnlySpan<char> this[int index] => Row.Cell(_columns[index]);

    /// <summary>The pseudonymous case number; empty when the row has none.</summary>
    public ReadOnlySpan<char> Casus => casus < 0 || DutchNumbers.IsNull(Row.Cell(casus)) ? [] : Row.Cell(casus);
}
