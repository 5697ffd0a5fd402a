using Signalering.Domain.Dialogue;
using Signalering.Domain.Taxonomy;
using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>The agenda for the dialogue and a card per signal.</summary>
internal static class SignalSheets
{
    private const string Open = "nog te beantwoorden";

    /// <summary>Signals in order of evidence; never a ranking of wijken.</summary>
    /// <param name="scene">Names and published figures.</param>
    /// <param name="signals">What is on it.</param>
    /// <param name="blocked">Number of claims that were not made.</param>
    public static ReportTable Agenda(ReportScene scene, IReadOnlyList<SignalView> signals, int blocked) => new(
        "Agenda",
        $"Agenda voor de dialoog, {scene.Gemeente.Naam}, {scene.Periode}",
        [
            signals.Count == 0
                ? "Geen signalen die stand houden. Dat zegt niet dat er niets speelt: zie Leveringen voor wat niet beoordeeld kon worden."
                : "Volgorde: hoe sterk het bewijs is, niet hoe erg het is en niet welke wijk eerst moet. Elk signaal heeft een dialoogkaart.",
            .. NotAssessed(blocked),
            "Concept betekent: nog niet herkend door beleid en door bewoners of teams. Een signaal is een begin van een gesprek, geen conclusie.",
        ],
        [
            new("Signaal", Breedte: 44), new("Wat we zien", Breedte: 76), new("Bewijs", Breedte: 22), new("Stand", Breedte: 14),
            new("Status", Breedte: 12), new("Trede", Breedte: 30), new("Trekker", Breedte: 26), new("Volgend moment", Breedte: 26),
        ],
        [
            .. signals.Select(signal => Rij(
                Van(Name(signal)), Van(signal.Waarneming), Van(signal.Bewijs), Van(signal.Stand), Van(Status(scene, signal)),
                Van(Ladder.Treden[scene.Dialoog.Trede(signal.Id, signal.Trede)]),
                Van(Answer(scene, signal, "eigenaar")), Van(Answer(scene, signal, "moment")))),
        ]);

    private static IEnumerable<string> NotAssessed(int blocked) => blocked switch
    {
        0 => [],
        1 => ["Eén onderdeel is niet beoordeeld, omdat een levering ontbreekt of niet vergelijkbaar is. De reden staat bij Leveringen."],
        _ => [$"{blocked} onderdelen zijn niet beoordeeld, omdat leveringen ontbreken of niet vergelijkbaar zijn. De redenen staan bij Leveringen."],
    };

    /// <summary>One card per signal: facts, possible distortion, the four questions, recognition, what follows.</summary>
    public static ReportTable Cards(ReportScene scene, IReadOnlyList<SignalView> signals) => new(
        "Dialoogkaarten",
        $"Dialoogkaarten, {scene.Gemeente.Naam}, {scene.Periode}",
        [
            "Vul de gele cellen in, samen met wie het aangaat, en lever dit bestand in de map 'dialoog'. De antwoorden staan in het volgende rapport en in het bericht aan de teams. Noem functies, geen namen van personen.",
            "Suggesties komen uit de taxonomie, niet uit de gegevens van deze gemeente.",
        ],
        [
            new("Signaal", Breedte: 40), new("Onderdeel", Breedte: 26), new("Wat wij weten", Breedte: 80),
            new("Uw antwoord", Breedte: 50),
        ],
        [.. signals.SelectMany(signal => Card(scene, signal))])
    {
        Vorm = TableForm.Kaarten,
    };

    private static IEnumerable<IReadOnlyList<ReportCell>> Card(ReportScene scene, SignalView signal)
    {
        var problem = Subject(scene, signal);
        foreach (var (part, known) in Known(signal, problem, Status(scene, signal)))
            yield return Rij(Van(Name(signal)), Van(part), Van(known), Van(string.Empty));
        foreach (var field in DialogueField.Alle)
        {
            yield return Rij(
                Van(Name(signal)), Van(field.Naam), Van(Suggestion(field, problem)),
                new Invulbaar(scene.Dialoog.Antwoord(signal.Id, field.Sleutel), field.Keuzes));
        }
    }

    // A law or authority has parties and laws of its own; nobody suggests a collective answer to one.
    private static SociaalProbleem Subject(ReportScene scene, SignalView signal) =>
        signal.Soort == SignalWords.PolicyEffect && scene.Taxonomie.FindPolicy(signal.Probleem) is { } policy
            ? new SociaalProbleem(policy.Sleutel, policy.Naam, policy.Naam, string.Empty, string.Empty, 0)
            {
                Wetten = policy.Wetten,
                Verantwoordelijk = policy.Verantwoordelijk,
            }
            : scene.Taxonomie.FindProblem(signal.Probleem)!;

    private static IEnumerable<(string Part, string Known)> Known(SignalView signal, SociaalProbleem problem, string status)
    {
        yield return ("Wat we zien", signal.Waarneming);
        yield return ("Feiten", string.Join(" ", signal.Feiten));
        yield return ("Bewijs en stand", $"{signal.Bewijs}. Stand: {signal.Stand}. Status: {status}.");
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

    /// <summary>Id and title, by which an answer is found back.</summary>
    private static string Name(SignalView signal) => $"{signal.Id} · {signal.Titel}";

    private static string Status(ReportScene scene, SignalView signal) => scene.Dialoog.IsHerkend(signal.Id) ? "herkend" : "concept";

    private static string Answer(ReportScene scene, SignalView signal, string field) =>
        scene.Dialoog.Antwoord(signal.Id, field) is { Length: > 0 } answer ? answer : Open;

    private static string Listed(IEnumerable<string> items) => string.Join("; ", items.DefaultIfEmpty(Open));
}
