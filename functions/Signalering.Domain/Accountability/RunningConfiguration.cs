using Signalering.Domain.Disclosure;
using Signalering.Domain.Municipality;

namespace Signalering.Domain.Accountability;

/// <summary>Everything of the configuration that a privacy officer has to account for.</summary>
/// <param name="Gemeente">Wijken, teams and publication grid.</param>
/// <param name="Product">Version of the product.</param>
/// <param name="Taxonomie">Version of the taxonomy.</param>
/// <param name="Regels">Version of the classification rules.</param>
/// <param name="ArchiefDagen">Days that accepted files are kept; 0 for not at all.</param>
/// <param name="DeadlineDagen">Days after a quarter at which its report is made without what is missing.</param>
/// <param name="FouteRijen">Share of bad rows above which a delivery is refused, 0–1.</param>
/// <param name="HeeftEigenSleutel">Whether case numbers are hashed with a secret of the municipality, and not with the public
/// key for development.</param>
/// <param name="Onthulling">What is too small, and how well it is hidden.</param>
public sealed record RunningConfiguration(
    Gemeente Gemeente, string Product, string Taxonomie, string Regels, int ArchiefDagen, int DeadlineDagen,
    double FouteRijen, bool HeeftEigenSleutel, ProtectionOptions Onthulling)
{
    /// <summary>What is wrong before personal data may be processed with it, in Dutch; empty when nothing is.</summary>
    public IReadOnlyList<string> Bezwaren =>
    [
        .. HeeftEigenSleutel ? [] : (string[])["De sleutel voor casusnummers is de openbare ontwikkelsleutel. Zet 'Signalering:Casussleutel' op een geheim van de gemeente."],
        .. Onthulling.Threshold >= 10 ? [] : (string[])[$"De drempel is {Onthulling.Threshold}. Voor publicatie is 10 het minimum."],
        .. Gemeente.Wijken.Any(wijk => wijk.Inwoners is null) ? (string[])["Van een of meer wijken is het aantal inwoners onbekend. Vul 'inwoners' in gemeente.json: kleine wijken worden anders niet afgeschermd."] : [],
    ];

    /// <summary>Wijken that are never shown by themselves, by name.</summary>
    public IReadOnlyList<string> NietGetoondeWijken =>
    [
        .. Gemeente.Wijken.Where(wijk => Onthulling.HiddenCodes.TryGetValue("wijk", out var codes) && codes.Contains(wijk.Code))
            .Select(wijk => wijk.Naam),
    ];
}

/// <summary>A document in Markdown.</summary>
/// <param name="Naam">File name.</param>
/// <param name="Tekst">Dutch; what only the municipality knows is marked with <c>[in te vullen: …]</c>.</param>
public sealed record AccountabilityDocument(string Naam, string Tekst);

/// <summary>The documents that the law asks of whoever runs this, filled in from the configuration that runs.</summary>
public static class AccountabilityDocuments
{
    /// <summary>DPIA, entry of the processing register and entry of the algorithm register.</summary>
    public static IReadOnlyList<AccountabilityDocument> Of(RunningConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            new("dpia.md", DpiaDocument.Write(configuration)),
            new("verwerkingsregister.md", ProcessingRegisterEntry.Write(configuration)),
            new("algoritmeregister.md", AlgorithmRegisterEntry.Write(configuration)),
        ];
    }
}
