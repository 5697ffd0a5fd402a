namespace Signalering.Domain.Disclosure;

/// <summary>A table that may be printed: what a writer takes.</summary>
/// <remarks>Only the protector makes a new one; <see cref="FromPublication"/> reads back what was printed
/// before.</remarks>
public sealed class PublishedTable
{
    internal PublishedTable(IReadOnlyList<string> dimensions, IReadOnlyList<PublishedCell> cells)
    {
        Dimensions = dimensions;
        Cells = cells;
    }

    /// <summary>Names of the dimensions.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>In the order in which the cells of the unprotected table were added.</summary>
    public IReadOnlyList<PublishedCell> Cells { get; }

    /// <summary>A table that was published earlier, for the ledger of what everybody can know.</summary>
    public static PublishedTable FromPublication(
        IReadOnlyList<string> dimensions, IReadOnlyList<PublishedCell> cells) => new(dimensions, cells);
}

/// <summary>A published cell.</summary>
/// <param name="Codes">One code per dimension.</param>
/// <param name="Value">The rounded value, or null when it is withheld. Nothing tells why.</param>
public sealed record PublishedCell(IReadOnlyList<string> Codes, decimal? Value);
