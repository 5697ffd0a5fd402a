using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Deliveries;

/// <summary>What a team hears of its delivery (ontvangstbewijs); Dutch, and never the content of a cell.</summary>
/// <param name="Levering">Id of the delivery.</param>
/// <param name="Wijkteam">Key of the team, or <see cref="UnknownTeam"/>.</param>
/// <param name="Ontvangen">Time of arrival.</param>
/// <param name="Status"><c>verwerkt</c>, <c>geweigerd</c>, <c>vervangen</c> or <c>mislukt</c>.</param>
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
    /// <summary>Folder for receipts of files that lie in no known team's folder.</summary>
    public const string UnknownTeam = "_onbekend";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement),
    };

    /// <summary>Indented UTF-8 JSON with a line feed at the end.</summary>
    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">Not a receipt.</exception>
    public static Receipt Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Receipt>(json, Json) ?? throw new JsonException("An empty receipt.");
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
    string Maand, int Activiteiten, int? UniekeCasussen, decimal Uren, int? Vervangt, bool Telt);

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
