using Signalering.Domain.Dialogue;
using Signalering.Domain.Taxonomy;
using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>The agenda for the dialogue, a card per subject, and the list of all signals.</summary>
internal static class SignalSheets
{
    private const string Open = "nog te beantwoorden";

    /// <summary>Subjects in order of evidence; never a ranking of wijken.</summary>
    /// <param name="scene">Names and published figures.</param>
    /// <param name="items">What is on it.</param>
    /// <param name="others">Number of signals with too little evidence for it.</param>
    /// <param name="blocked">Number of claims that were not made.</param>
    public static ReportTable Agenda(ReportScene scene, IReadOnlyList<AgendaItem> items, int others, int blocked) => new(
        "Agenda",
        $"Agenda voor de dialoog, {scene.Gemeente.Naam}, {scene.Periode}",
        [
            items.Count == 0
                ? "Geen signalen die stand houden. Dat zegt niet dat er niets speelt: zie Leveringen voor wat niet beoordeeld kon worden."
                : "Volgorde: hoe sterk het bewijs is, niet hoe erg het is en niet welke wijk eerst moet. Elk onderwerp heeft een dialoogkaart.",
            .. NotAssessed(blocked),
            "Concept betekent: nog niet herkend door beleid en door bewoners of teams. Een signaal is een begin van een gesprek, geen conclusie.",
            .. Others(others),
        ],
        [
            new("Onderwerp", Breedte: 30), new("Wat we zien", Breedte: 54), new("Cijfers", Breedte: 36),
            new("Bewijs", Breedte: 12), new("Stand", Breedte: 12), new("Status", Breedte: 10),
            new("Trede", Breedte: 18), new("Trekker", Breedte: 18), new("Volgend moment", Breedte: 18),
        ],
        [
            .. items.Select(item => Rij(
                Van(item.Naam), Van(Seen(item)), Van(item.Signaal.Feiten.FirstOrDefault(string.Empty)), Van(item.Signaal.Bewijs),
                Van(item.Signaal.Stand), Van(Status(scene, item)), Van(Ladder.Treden[Step(scene, item)]),
                Van(Answer(scene, item, "eigenaar")), Van(Answer(scene, item, "moment")))),
        ]);

    private static IEnumerable<string> NotAssessed(int blocked) => blocked switch
    {
        0 => [],
        1 => ["Eén onderdeel is niet beoordeeld, omdat een levering ontbreekt of niet vergelijkbaar is. De reden staat bij Leveringen."],
        _ => [$"{blocked} onderdelen zijn niet beoordeeld, omdat leveringen ontbreken of niet vergelijkbaar zijn. De redenen staan bij Leveringen."],
    };

    /// <summary>A card per subject: facts, possible distortion, the four questions, recognition, what follows.</summary>
    public static ReportTable Cards(ReportScene scene, IReadOnlyList<AgendaItem> items) => new(
        "Dialoogkaarten",
        $"Dialoogkaarten, {scene.Gemeente.Naam}, {scene.Periode}",
        [
            "Vul de gele cellen in, samen met wie het aangaat, en lever dit bestand in de map 'dialoog'. De antwoorden staan in het volgende rapport en in het bericht aan de teams. Noem functies, geen namen van personen.",
            "Suggesties komen uit de taxonomie, niet uit de gegevens van deze gemeente. Laat de kolom Kenmerk staan: daaraan herkennen wij de kaart.",
        ],
        [
            new("Signaal", Breedte: 26), new("Onderdeel", Breedte: 24), new("Wat wij weten", Breedte: 74),
            new("Uw antwoord", Breedte: 46), new("Kenmerk", Breedte: 34) { IsSleutel = true },
        ],
        [.. items.SelectMany(item => Card(scene, item))])
    {
        Vorm = TableForm.Kaarten,
    };

    /// <summary>Every signal that may be printed, also those that are part of a subject or stand on a sheet of their
    /// own.</summary>
    public static ReportTable All(ReportScene scene, IReadOnlyList<SignalView> signals, IReadOnlyList<AgendaItem> items)
    {
        return new ReportTable(
            "Signalen",
            $"Alle signalen, {scene.Gemeente.Naam}, {scene.Periode}",
            [
                "Ook wat deel is van een onderwerp op de agenda, en wat op een eigen blad staat (Samenloop, Schakelkansen, Beleidseffecten).",
                "Het kenmerk blijft hetzelfde over perioden: soort, wijk en probleem.",
            ],
            [
                new("Signaal", Breedte: 50), new("Wat we zien", Breedte: 76), new("Bewijs", Breedte: 18), new("Stand", Breedte: 14),
                new("Nummer op de agenda", Breedte: 14), new("Kenmerk", Breedte: 50),
            ],
            [
                .. signals.Select(signal => Rij(
                    Van(signal.Titel), Van(signal.Waarneming), Van(signal.Bewijs), Van(signal.Stand),
                    Reporting.Sheets.Agenda.NumberOf(items, signal.Id) is { } number ? Van(number) : Van("–"), Van(signal.Id))),
            ]);
    }

    /// <summary>What is seen of a subject: its signal, and which wijken have one of their own.</summary>
    public static string Seen(AgendaItem item)
    {
        var parts = item.Onderdelen.Select(part => part.Kort).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return parts.Count == 0 ? item.Signaal.Waarneming : $"{item.Signaal.Waarneming} Ook apart te zien: {string.Join("; ", parts)}.";
    }

    /// <summary>The answer to a subject: that to the signal that stands for it, else that to one of its parts.</summary>
    public static string Given(ReportScene scene, AgendaItem item, string field) =>
        item.Alle.Select(signal => scene.Dialoog.Antwoord(signal.Id, field)).FirstOrDefault(answer => answer.Length > 0, string.Empty);

    /// <summary>The step of the ladder that a subject has reached.</summary>
    public static int Step(ReportScene scene, AgendaItem item) =>
        item.Alle.Max(signal => scene.Dialoog.Trede(signal.Id, signal.Trede));

    private static IEnumerable<string> Others(int others) => others switch
    {
        0 => [],
        1 => ["Eén signaal met minder bewijs staat alleen op het blad Signalen."],
        _ => [$"{others} signalen met minder bewijs staan alleen op het blad Signalen."],
    };

    private static IEnumerable<IReadOnlyList<ReportCell>> Card(ReportScene scene, AgendaItem item)
    {
        var problem = scene.Taxonomie.FindProblem(item.Signaal.Probleem)!;
        var id = Van(item.Signaal.Id);
        foreach (var (part, known) in Known(item, problem, Status(scene, item)))
            yield return Rij(Van(item.Naam), Van(part), Van(known), Van(string.Empty), id);
        foreach (var field in DialogueField.Alle)
        {
            yield return Rij(
                Van(item.Naam), Van(field.Naam), Van(Suggestion(field, problem)),
                new Invulbaar(Given(scene, item, field.Sleutel), field.Keuzes), id);
        }
    }

    private static IEnumerable<(string Part, string Known)> Known(AgendaItem item, SociaalProbleem problem, string status)
    {
        var signal = item.Signaal;
        yield return ("Wat we zien", signal.Waarneming);
        yield return ("Feiten", string.Join(" ", signal.Feiten));
        foreach (var part in item.Onderdelen)
            yield return ($"Onderdeel: {part.Kort}", $"{string.Join(" ", part.Feiten)} {Sentence(part.Bewijs)}, {part.Stand}.");
        yield return ("Bewijs en stand", $"{Sentence(signal.Bewijs)}. Stand: {signal.Stand}. Status: {status}.");
        yield return ("Mogelijke vertekening", string.Join(" ", signal.Vertekening));
        yield return ("Wetten (suggestie)", Listed(problem.Wetten.Select(law => law.Vindplaats is null ? law.Naam : $"{law.Naam} ({law.Vindplaats})")));
        yield return ("Eerst verantwoordelijk (suggestie)", Listed(problem.Verantwoordelijk.Eerst));
        yield return ("Uit te nodigen (suggestie)", Listed(problem.Verantwoordelijk.UitTeNodigen));
        yield return ("Collectief antwoord (suggestie)", Listed(problem.CollectiefAntwoord));
    }

    private static string Suggestion(DialogueField field, SociaalProbleem problem) => field.Sleutel switch
    {
        "oplossing" when problem.CollectiefAntwoord.Count > 0 =>
            $"{field.Vraag} Suggestie: {Listed(problem.CollectiefAntwoord)}.",
        "beleidstermen" when problem.Iv3.Count > 0 =>
            $"{field.Vraag} Suggestie: taakveld {Listed(problem.Iv3.Select(f => $"{f.Code} {f.Naam}"))}.",
        "helpers" when problem.Verantwoordelijk.Eerst.Count > 0 =>
            $"{field.Vraag} Suggestie: {Listed(problem.Verantwoordelijk.Eerst.Concat(problem.Verantwoordelijk.UitTeNodigen))}.",
        _ => $"{field.Vraag} ({Open})",
    };

    /// <summary>Recognised when one of its signals is: the card of a subject may have moved from a part to the whole.</summary>
    private static string Status(ReportScene scene, AgendaItem item) =>
        item.Alle.Any(signal => scene.Dialoog.IsHerkend(signal.Id)) ? "herkend" : "concept";

    private static string Answer(ReportScene scene, AgendaItem item, string field) =>
        Given(scene, item, field) is { Length: > 0 } answer ? answer : Open;

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Dutch) + text[1..];

    private static string Listed(IEnumerable<string> items) => string.Join("; ", items.DefaultIfEmpty(Open));
}
