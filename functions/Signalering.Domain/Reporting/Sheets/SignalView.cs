namespace Signalering.Domain.Reporting.Sheets;

/// <summary>A signal as it is printed: sentences and published figures only.</summary>
/// <param name="Id">Stable over periods: <c>S-</c> and letters or digits.</param>
/// <param name="Soort">Kind as printed: stijging, spreiding, concentratie, samenloop, schakelkans, beleidseffect,
/// krachten.</param>
/// <param name="Titel">Short and neutral: problem, place, kind.</param>
/// <param name="Probleem">Key of the problem; of a pair the first.</param>
/// <param name="Waarneming">What is seen, in one or two neutral sentences with the period; no cause, no advice.</param>
/// <param name="Feiten">Published figures with their interval, a line each.</param>
/// <param name="Vertekening">What else could make this pattern, a line each; never empty.</param>
/// <param name="Stand">Where it stands: nieuw, terugkerend, structureel, afnemend, opgelost.</param>
/// <param name="Bewijs">In words how strong the evidence is.</param>
/// <param name="Trede">Step of the ladder that the counts alone support, 0–3.</param>
internal sealed record SignalView(
    string Id, string Soort, string Titel, string Probleem, string Waarneming, IReadOnlyList<string> Feiten,
    IReadOnlyList<string> Vertekening, string Stand, string Bewijs, int Trede)
{
    /// <summary>Codes of the wijken that it is about; empty for the whole municipality.</summary>
    public IReadOnlyList<string> Wijken { get; init; } = [];

    /// <summary>Place and kind, for where the problem is known: <c>Havenkwartier (toename)</c>.</summary>
    public string Kort { get; init; } = Titel;

    /// <summary>What is seen, in plain Dutch (B1) for residents.</summary>
    public string Eenvoudig { get; init; } = Waarneming;

    /// <summary>Key of the second problem of a pair; null for all others.</summary>
    public string? TweedeProbleem { get; init; }
}

/// <summary>A claim that was not made, and why.</summary>
/// <param name="Onderwerp">Problem and place.</param>
/// <param name="Reden">Dutch: why nothing is claimed.</param>
internal sealed record BlockedView(string Onderwerp, string Reden);
