namespace Signalering.Domain.Reporting.Editions;

/// <summary>What was published of a period before: nothing else of an earlier report is ever looked at.</summary>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Cijfers">Its figures, by what they are figures of.</param>
/// <param name="Signalen">Titles of its signals, by id.</param>
public sealed record PreviousEdition(
    ReportManifest Manifest, IReadOnlyDictionary<FigureName, PublishedFigure> Cijfers,
    IReadOnlyDictionary<string, string> Signalen);

/// <summary>What a published figure is a figure of: the key of <c>cijfers.csv</c>.</summary>
public readonly record struct FigureName(string Periode, string Gebied, string Kwadrant, string Probleem, string Maat);

/// <summary>A published figure.</summary>
/// <param name="Waarde">Rounded value; null when it is not shown.</param>
/// <param name="Status"><c>getoond</c>, <c>niet_getoond</c> or <c>onbekend</c>.</param>
public readonly record struct PublishedFigure(decimal? Waarde, string Status);

/// <summary>Which edition of a period's report this is.</summary>
/// <param name="Nummer">From 1; one more than the edition that it takes the place of.</param>
/// <param name="Status">Voorlopig: deliveries are missing; definitief: all are in.</param>
/// <param name="Vervangt">Fingerprint of the edition that it takes the place of; null for the first.</param>
public sealed record Edition(int Nummer, string Status, string? Vervangt)
{
    /// <summary>Deliveries are missing.</summary>
    public const string Voorlopig = "voorlopig";

    /// <summary>All deliveries are in.</summary>
    public const string Definitief = "definitief";
}
