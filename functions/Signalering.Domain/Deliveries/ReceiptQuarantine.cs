using System.Globalization;

namespace Signalering.Domain.Deliveries;

/// <summary>What became of a delivery in quarantine: part of its receipt, which outlives the file.</summary>
/// <param name="Uitkomst"><c>wacht</c>, <c>vrijgegeven</c>, <c>geweigerd</c> or <c>verlopen</c>.</param>
/// <param name="Sinds">Time of arrival.</param>
/// <param name="Tot">End of the term.</param>
/// <param name="Op">When it was decided; null while it waits.</param>
/// <param name="Reden">Why a person refused it; null otherwise.</param>
/// <param name="Door">Role of who refused it; null otherwise.</param>
/// <param name="Bevindingen">What was found, and why it was released.</param>
public sealed record ReceiptQuarantine(
    string Uitkomst, DateTimeOffset Sinds, DateTimeOffset Tot, DateTimeOffset? Op, string? Reden, string? Door,
    IReadOnlyList<ReceiptFinding> Bevindingen)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>From the page of a held delivery.</summary>
    public static ReceiptQuarantine Of(HeldDelivery held)
    {
        var releases = held.Besluiten.ToDictionary(release => release.Bevinding, StringComparer.Ordinal);
        return new ReceiptQuarantine(
            held.Einde?.Uitkomst ?? (held.IsReleased ? "vrijgegeven" : "wacht"),
            held.Ontvangen, held.Tot,
            held.Einde?.Op ?? (held.IsReleased ? held.Besluiten.Select(release => release.Op).DefaultIfEmpty(held.Ontvangen).Max() : null),
            held.Einde?.Reden, held.Einde?.Door,
            [.. held.Bevindingen.Select(finding => ReceiptFinding.Of(finding, releases.GetValueOrDefault(finding.Id)))]);
    }

    /// <summary>Dutch, one sentence.</summary>
    internal string Line => Uitkomst switch
    {
        "vrijgegeven" => string.Create(Dutch, $"Dit bestand stond in quarantaine en is op {Day(Op)} vrijgegeven. Hieronder staat per plaats waarom."),
        QuarantineEnd.Geweigerd => string.Create(Dutch, $"Dit bestand stond in quarantaine en is op {Day(Op)} geweigerd door de {Door}: {Reden}"),
        QuarantineEnd.Verlopen => string.Create(Dutch, $"Dit bestand stond in quarantaine tot en met {Day(Tot)}. Niemand heeft het vrijgegeven."),
        _ => string.Create(Dutch, $"Dit bestand staat in quarantaine tot en met {Day(Tot)}. Daarna wordt het verwijderd."),
    };

    /// <summary>A day as people write it: 9 december 2026.</summary>
    internal static string Day(DateTimeOffset? moment) => moment?.ToString("d MMMM yyyy", Dutch) ?? string.Empty;
}

/// <summary>A place that a person had to look at.</summary>
/// <param name="Id">Name of the finding, to release it by.</param>
/// <param name="Plaats">As in messages.</param>
/// <param name="Wat">Dutch: "een naam van een persoon".</param>
/// <param name="Reden">Why it was released; null when it was not.</param>
/// <param name="Door">Role of who released it; null when it was not.</param>
/// <param name="Op">When it was released; null when it was not.</param>
public sealed record ReceiptFinding(string Id, string Plaats, string Wat, string? Reden, string? Door, DateTimeOffset? Op)
{
    internal static ReceiptFinding Of(HeldFinding finding, Release? release) =>
        new(finding.Id, finding.Plaats, finding.Wat, release?.Reden, release?.Door, release?.Op);

    /// <summary>Dutch, one sentence: what, and what was decided.</summary>
    internal string Line => Reden is null
        ? $"misschien {Wat}; wacht op een besluit"
        : $"misschien {Wat}; vrijgegeven op {ReceiptQuarantine.Day(Op)} door de {Door}: {Reden}";
}
