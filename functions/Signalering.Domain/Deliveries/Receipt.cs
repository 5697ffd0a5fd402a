using System.Text.Json;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Deliveries;

/// <summary>What a team hears of its delivery (ontvangstbewijs); Dutch, and never the content of a cell.</summary>
/// <param name="Levering">Id of the delivery.</param>
/// <param name="Wijkteam">Key of the team, or <see cref="UnknownTeam"/>.</param>
/// <param name="Ontvangen">Time of arrival.</param>
/// <param name="Status"><c>verwerkt</c>, <c>wacht</c>, <c>geweigerd</c>, <c>vervangen</c> or <c>mislukt</c>.</param>
/// <param name="Samenvatting">One or two sentences that say it all.</param>
/// <param name="Sha256">Of the file; null when it was not read.</param>
/// <param name="Aantallen">Counts; null when nothing was read.</param>
/// <param name="Maanden">Months that were counted.</param>
/// <param name="Meldingen">What a person has to mend or know.</param>
/// <param name="Versies">With which product, taxonomy and rules it was read.</param>
public sealed record Receipt(
    string Levering,
    string Wijkteam,
    DateTimeOffset Ontvangen,
    string Status,
    string Samenvatting,
    string? Sha256,
    ReceiptCounts? Aantallen,
    IReadOnlyList<ReceiptMonth> Maanden,
    IReadOnlyList<ReceiptProblem> Meldingen,
    ReceiptVersions Versies)
{
    /// <summary>What the reader took the source for; null when no table was found.</summary>
    public ReceiptSource? Bron { get; init; }

    /// <summary>Counts over all months; null when nothing was counted.</summary>
    public ReceiptTotals? Totaal { get; init; }

    /// <summary>What the classifier made of it; null when nothing was counted.</summary>
    public ReceiptLabels? Indeling { get; init; }

    /// <summary>How well columns are filled in, against the team's own months before; empty when nothing was
    /// counted.</summary>
    public IReadOnlyList<ReceiptFill> Vulgraad { get; init; } = [];

    /// <summary>What may make these months hard to compare with earlier ones; empty when nothing does.</summary>
    public IReadOnlyList<string> Vergelijkbaarheid { get; init; } = [];

    /// <summary>What happens next, in order.</summary>
    public IReadOnlyList<string> Vervolg { get; init; } = [];

    /// <summary>What became of it in quarantine; null when it was not held.</summary>
    public ReceiptQuarantine? Quarantaine { get; init; }

    /// <summary>Folder for receipts of files that lie in no known team's folder.</summary>
    public const string UnknownTeam = "_onbekend";

    /// <summary>Indented UTF-8 JSON with a line feed at the end.</summary>
    public byte[] ToJson() => KeptJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">Not a receipt.</exception>
    public static Receipt Parse(ReadOnlySpan<byte> json) => KeptJson.Read<Receipt>(json);
}

/// <summary>Counts of a delivery.</summary>
/// <param name="Rijen">Rows that should have been activities.</param>
/// <param name="Geteld">Activities counted; 0 when the delivery was refused.</param>
/// <param name="Weggelaten">Rows left out.</param>
public sealed record ReceiptCounts(int Rijen, int Geteld, int Weggelaten);

/// <summary>A month of a delivery.</summary>
/// <param name="Maand"><c>2026-09</c>.</param>
/// <param name="Activiteiten">Activities counted.</param>
/// <param name="UniekeCasussen">Distinct case numbers; null when an activity has none.</param>
/// <param name="Uren">Hours of the activities that tell their duration.</param>
/// <param name="Vervangt">Activities of the delivery whose place it took; null when it is the first.</param>
/// <param name="Telt">False when a newer delivery for this month was there already.</param>
public sealed record ReceiptMonth(
    string Maand, int Activiteiten, int? UniekeCasussen, decimal Uren, int? Vervangt, bool Telt)
{
    /// <summary>More (or, negative, fewer) activities than what was replaced; null when nothing was.</summary>
    public int? Verschil => Activiteiten - Vervangt;
}

/// <summary>What the reader took the source for.</summary>
/// <param name="Profiel">Key of the profile; null when none fits.</param>
/// <param name="Naam">Name of the profile; null when none fits.</param>
/// <param name="Score">How well the headers fit, 0–1; null when no profile fits.</param>
/// <param name="Kolommen">Columns with a header.</param>
/// <param name="Gelezen">Columns that are read.</param>
public sealed record ReceiptSource(string? Profiel, string? Naam, double? Score, int Kolommen, int Gelezen);

/// <summary>Counts over all months of a delivery.</summary>
/// <param name="Activiteiten">Activities.</param>
/// <param name="UniekeCasussen">Distinct case numbers, per calendar year, added up; null when an activity has
/// none.</param>
/// <param name="Uren">Hours of the activities that tell their duration.</param>
/// <param name="ZonderDuur">Activities that do not tell it.</param>
/// <param name="Deelnemers">Participants of the activities that tell their number.</param>
/// <param name="Dubbel">Rows that stood there already and were not counted again.</param>
/// <param name="Gemarkeerd">Activities marked as a signal by the worker; null when there is no such column.</param>
public sealed record ReceiptTotals(
    int Activiteiten, int? UniekeCasussen, decimal Uren, int ZonderDuur, long Deelnemers, int Dubbel, int? Gemarkeerd);

/// <summary>What the classifier made of a delivery.</summary>
/// <param name="Kwadranten">Activities per quadrant (additive).</param>
/// <param name="ZonderProbleem">Share of activities in which no problem was recognised, 0–1.</param>
/// <param name="Onzeker">Share of activities whose label is unsure, 0–1; null when the classifier does not say.</param>
public sealed record ReceiptLabels(IReadOnlyList<ReceiptShare> Kwadranten, double ZonderProbleem, double? Onzeker);

/// <summary>A part of the activities.</summary>
/// <param name="Naam">Dutch name.</param>
/// <param name="Aantal">Activities.</param>
/// <param name="Aandeel">Share of all, 0–1.</param>
public sealed record ReceiptShare(string Naam, int Aantal, double Aandeel);

/// <summary>How well a column is filled in.</summary>
/// <param name="Veld">Dutch name of the field.</param>
/// <param name="Nu">Share of the rows of this delivery, 0–1.</param>
/// <param name="Eerder">Mean share over the team's twelve months before, 0–1; null when the team delivered
/// none.</param>
/// <param name="Opvallend">Whether the two differ much.</param>
public sealed record ReceiptFill(string Veld, double Nu, double? Eerder, bool Opvallend);

/// <summary>Problems of one kind.</summary>
/// <param name="Code">Stable code; its page is <c>docs/problemen/{code}.md</c>.</param>
/// <param name="Titel">Title of that page.</param>
/// <param name="Aantal">How often.</param>
/// <param name="Voorbeelden">The first of them: place and explanation.</param>
public sealed record ReceiptProblem(string Code, string Titel, int Aantal, IReadOnlyList<string> Voorbeelden)
{
    /// <summary>From a group of problems.</summary>
    public static ReceiptProblem Of(ProblemGroup group) => new(
        group.Code.Value, group.Code.Titel, group.Aantal, [.. group.Voorbeelden.Select(p => p.ToString())]);

    /// <summary>From one problem.</summary>
    public static ReceiptProblem Of(Problem problem) =>
        new(problem.Code.Value, problem.Code.Titel, 1, [problem.ToString()]);
}

/// <summary>With what a delivery was read.</summary>
public sealed record ReceiptVersions(string Product, string Taxonomie, string Regels);
