using System.Collections.Immutable;

namespace Signalering.Domain.Disclosure;

/// <summary>Which tables a report publishes: fixed in advance, once a year, on the figures of the year before. A grid that
/// follows the counts of the period would itself tell which counts are small.</summary>
/// <param name="Tables">Names from <see cref="Known"/>.</param>
public sealed record PublicationGrid(ImmutableSortedSet<string> Tables)
{
    /// <summary>Problem × wijk × quarter.</summary>
    public const string ProbleemWijkKwartaal = "probleem-wijk-kwartaal";

    /// <summary>Problem × wijk × the twelve months up to the end of the period.</summary>
    public const string ProbleemWijkJaar = "probleem-wijk-jaar";

    /// <summary>Problem × municipality × month.</summary>
    public const string ProbleemGemeenteMaand = "probleem-gemeente-maand";

    /// <summary>Life area × wijk × quarter.</summary>
    public const string ThemaWijkKwartaal = "thema-wijk-kwartaal";

    /// <summary>Quadrant × wijk × quarter.</summary>
    public const string KwadrantWijkKwartaal = "kwadrant-wijk-kwartaal";

    /// <summary>Names that a configuration may use.</summary>
    public static readonly ImmutableArray<string> Known =
        [ProbleemWijkKwartaal, ProbleemWijkJaar, ProbleemGemeenteMaand, ThemaWijkKwartaal, KwadrantWijkKwartaal];

    /// <summary>All tables: what a report publishes when nothing is configured.</summary>
    public static readonly PublicationGrid Everything = new([.. Known]);

    /// <summary>Whether a table is published per wijk; figures of the whole municipality always are.</summary>
    public bool Has(string table) => Tables.Contains(table);

    /// <summary>Reads names.</summary>
    /// <exception cref="FormatException">A name is unknown: the configuration is wrong.</exception>
    public static PublicationGrid Of(IEnumerable<string> names)
    {
        ImmutableSortedSet<string> tables = [.. names];
        var unknown = tables.Except(Known).FirstOrDefault();
        return unknown is null
            ? new PublicationGrid(tables)
            : throw new FormatException(
                $"'{unknown}' is geen tabel van het publicatieraster. Verwacht: {string.Join(", ", Known)}.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Tables);
}
