namespace Signalering.Domain.Reporting;

/// <summary>The parts of a signal's id: <c>stijging.WK990105.schulden</c>, <c>gestapeld.gemeente.rouw+armoede</c>.</summary>
/// <param name="Tekst">As written.</param>
/// <param name="Wijk">Code; null for the whole municipality.</param>
/// <param name="Probleem">Key of the problem, or of the first of a pair.</param>
internal sealed record SignalId(string Tekst, string? Wijk, string Probleem)
{
    /// <summary>Reads an id; null when it is none.</summary>
    public static SignalId? Parse(string tekst) => tekst.Split('.') is [_, var place, var problems]
        ? new SignalId(tekst, place == "gemeente" ? null : place, problems.Split('+')[0])
        : null;
}
