namespace Signalering.Domain.Reporting;

/// <summary>A finished version of a report.</summary>
/// <param name="Version">Number, from 1.</param>
/// <param name="Kenmerk">Fingerprint of what went in.</param>
public sealed record PublishedReport(int Version, string Kenmerk);
