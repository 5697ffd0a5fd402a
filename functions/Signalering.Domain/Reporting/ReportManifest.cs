using Signalering.Domain.Reporting.Editions;

namespace Signalering.Domain.Reporting;

/// <summary>From what and with what a report was made; the same manifest means the same bytes.</summary>
/// <param name="Periode"><c>2026-Q3</c>.</param>
/// <param name="Gemeente">CBS code.</param>
/// <param name="Kenmerk">Fingerprint of everything below, see <see cref="ReportFingerprint"/>.</param>
/// <param name="Versies">Product, taxonomy, rules and cube schema.</param>
/// <param name="Parameters">Name and value of what was set, in order of name.</param>
/// <param name="Invoer">The deliveries that were counted.</param>
public sealed record ReportManifest(
    string Periode,
    string Gemeente,
    string Kenmerk,
    ReportVersions Versies,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyList<ReportInput> Invoer)
{
    /// <summary>The other files of the report; empty until they are written. No part of the fingerprint.</summary>
    public IReadOnlyList<ReportOutput> Uitvoer { get; init; } = [];

    /// <summary>With a parameter that is no part of the fingerprint: it tells what earlier editions meant for this
    /// one.</summary>
    public ReportManifest WithParameter(string name, string value) => this with
    {
        Parameters = new SortedDictionary<string, string>(Parameters.ToDictionary(), StringComparer.Ordinal) { [name] = value },
    };
    /// <summary>Which edition it is. No part of the fingerprint: it follows from what was published before.</summary>
    public Edition? Uitgave { get; init; }
}

/// <summary>A file of the report.</summary>
/// <param name="Naam">Name without folder.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
public sealed record ReportOutput(string Naam, string Sha256);

/// <summary>Versions that a report rests on.</summary>
public sealed record ReportVersions(string Product, string Taxonomie, string Regels, int Kubusschema);

/// <summary>One month of one team as it was counted.</summary>
/// <param name="Wijkteam">Key of the team.</param>
/// <param name="Maand"><c>2026-09</c>.</param>
/// <param name="Sha256">Of the delivered file.</param>
/// <param name="Activiteiten">Activities counted.</param>
public sealed record ReportInput(string Wijkteam, string Maand, string Sha256, int Activiteiten);
