namespace Signalering.Domain.Disclosure;

/// <summary>Everything that was published before and that everybody can therefore know.</summary>
/// <param name="Previous">The previous edition of the same table, or null. What it shows stays shown: as it was, or
/// with its new value when the difference is itself large enough. What it withholds stays withheld.</param>
/// <param name="Frozen">Cells that are known for good: final periods, answers to questions, figures of others. Null
/// when there are none. They keep the value that was given; a withheld one stays withheld.</param>
public sealed record Ledger(PublishedTable? Previous = null, PublishedTable? Frozen = null)
{
    /// <summary>Nothing was published before.</summary>
    public static readonly Ledger Empty = new();

    /// <summary>The ledger after a publication: what it shows is frozen, earlier figures stay known.</summary>
    public Ledger With(PublishedTable published)
    {
        ArgumentNullException.ThrowIfNull(published);
        var cells = new Dictionary<string, PublishedCell>(StringComparer.Ordinal);
        foreach (var cell in (Frozen?.Cells ?? []).Concat(published.Cells))
            cells[Key(cell.Codes)] = cell;
        return new Ledger(published, PublishedTable.FromPublication(published.Dimensions, [.. cells.Values]));
    }

    internal static string Key(IEnumerable<string> codes) => string.Join('\u001f', codes);
}
