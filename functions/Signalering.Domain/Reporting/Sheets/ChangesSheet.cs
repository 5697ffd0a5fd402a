using Signalering.Domain.Municipality;
using Signalering.Domain.Reporting.Editions;
using Signalering.Domain.Taxonomy;
using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>What changed since the previous edition, and why.</summary>
internal static class ChangesSheet
{
    /// <summary>More rows nobody reads; a change of rules may touch every figure of a large municipality.</summary>
    private const int MostRows = 500;

    /// <summary>A row per figure that changed; reasons and signals above it.</summary>
    /// <param name="scene">What may be printed.</param>
    /// <param name="changes">Null for a first edition.</param>
    public static ReportTable Make(ReportScene scene, EditionChanges? changes) => new(
        "Wijzigingen",
        $"Wijzigingen sinds de vorige uitgave, {scene.Gemeente.Naam}, {scene.Periode}",
        [.. changes is null ? ["Dit is de eerste uitgave over deze periode: er is niets om mee te vergelijken."] : Told(changes)],
        [
            new("Wat", Breedte: 40), new("Gebied", Breedte: 24), new("Periode", Breedte: 14), new("Maat", Breedte: 18),
            new("Vorige uitgave"), new("Deze uitgave"), new("Verschil (circa)"),
        ],
        [.. (changes?.Cijfers ?? []).Take(MostRows).Select(change => Row(scene, change))]);

    /// <summary>In a sentence, for the first sheet.</summary>
    public static string Summary(Edition edition, EditionChanges? changes)
    {
        var status = edition.Status == Edition.Definitief
            ? "Definitief: alle verwachte leveringen zijn binnen. Een correctie geeft een nieuwe uitgave."
            : "Voorlopig: er ontbreken leveringen. Een latere levering geeft een nieuwe uitgave.";
        return changes is null
            ? $"Uitgave {edition.Nummer}. {status}"
            : $"Uitgave {edition.Nummer}, in plaats van uitgave {edition.Nummer - 1}. {status} " +
                $"{Count(changes.Cijfers.Count, "cijfer veranderde", "cijfers veranderden")}, " +
                $"{Count(changes.Nieuw.Count, "signaal kwam erbij", "signalen kwamen erbij")} en " +
                $"{Count(changes.Weg.Count, "verviel", "vervielen")}; zie Wijzigingen.";
    }

    private static IEnumerable<string> Told(EditionChanges changes)
    {
        foreach (var reason in changes.Redenen)
            yield return reason;
        foreach (var title in changes.Nieuw)
            yield return $"Nieuw signaal: {title}.";
        foreach (var title in changes.Weg)
            yield return $"Vervallen signaal: {title}.";
        if (changes.Cijfers.Count > MostRows)
            yield return $"Van de {changes.Cijfers.Count} veranderde cijfers staan hier de eerste {MostRows}; vergelijk verder cijfers.csv van beide uitgaven.";
        yield return $"Cijfers die minder dan {Texts.SmallestDifference:0} veranderden, staan hier niet: dat valt binnen de afronding.";
        yield return Texts.Afkortingen;
    }

    private static IReadOnlyList<ReportCell> Row(ReportScene scene, FigureChange change)
    {
        var (name, before, now) = change;
        return Rij(
            Van(Subject(scene, name)), Van(Place(scene, name.Gebied)), Van(name.Periode), Van(name.Maat.Replace('_', ' ')),
            Cell(before), Cell(now),
            before.Waarde is { } first && now.Waarde is { } last ? Van(last - first) : Van("–"));
    }

    private static string Subject(ReportScene scene, FigureName name) => name.Kwadrant == TidyTables.All
        ? name.Probleem == SocialWorkTaxonomy.Geen
            ? "Zonder herkend probleem"
            : scene.Taxonomie.FindProblem(name.Probleem)?.Naam ?? name.Probleem
        : scene.Taxonomie.Kwadranten.FirstOrDefault(kwadrant => kwadrant.Sleutel == name.Kwadrant)?.Naam ?? name.Kwadrant;

    private static string Place(ReportScene scene, string code) => code switch
    {
        TidyTables.City => "Hele gemeente",
        WijkIndex.Elders => "Elders",
        WijkIndex.Onbekend => "Wijk onbekend",
        _ => scene.Gebied(code),
    };

    private static ReportCell Cell(PublishedFigure figure) => figure switch
    {
        { Waarde: { } value } => Van(value),
        { Status: "niet_getoond" } => TeKlein,
        _ => NietBekend,
    };

    private static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
