using System.Globalization;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Deliveries;

/// <summary>Dutch texts about the end of a quarantine.</summary>
internal static class QuarantineMessages
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>SIG1106.</summary>
    public static Problem Verlopen(int plaatsen, DateTimeOffset tot) => new(
        ProblemCode.QuarantaineVerlopen, Place.Bestand, string.Create(
            Dutch,
            $"op {Places(plaatsen)} stond misschien een persoonsgegeven, en niemand heeft dat tot en met {ReceiptQuarantine.Day(tot)} beoordeeld. Verwacht: een besluit per plaats, of een verbeterd bestand. Het bestand is verwijderd. Haal de gegevens weg en lever opnieuw aan."));

    /// <summary>SIG1107.</summary>
    public static Problem Geweigerd(int plaatsen) => new(
        ProblemCode.QuarantaineGeweigerd, Place.Bestand, string.Create(
            Dutch,
            $"op {Places(plaatsen)} stond misschien een persoonsgegeven, en een mens heeft het bestand geweigerd. Verwacht: geen gegevens die naar een persoon leiden. Het bestand is direct verwijderd. Haal de gegevens weg en lever opnieuw aan."));

    private static string Places(int count) => string.Create(Dutch, $"{count:N0} {(count == 1 ? "plaats" : "plaatsen")}");
}
