using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>Where a collective answer may be missing, and what is strong.</summary>
internal static class ChanceSheets
{
    private const string IndividualHelp = "individueel_hulpverlening";

    // Much individual help and hardly anything collective: domain rule, 20 and at most 1; the second is judged on what is
    // published, where the smallest count shown is the rounding base.
    private const decimal MuchIndividual = 20;

    private static readonly string[] Collective = ["collectief_hulpverlening", "collectief_activering"];

    /// <summary>Problems with much individual help and no collective answer, per wijk.</summary>
    /// <param name="scene">Names and published figures.</param>
    /// <param name="signals">What detection lets stand: a pattern, in a year of which nearly everything was
    /// delivered.</param>
    public static ReportTable Chances(ReportScene scene, IEnumerable<SignalView> signals)
    {
        var stands = signals.Where(signal => signal.Soort == SignalWords.Chance)
            .Select(signal => (signal.Probleem, signal.Wijken.Single())).ToHashSet();
        // What is missing in most wijken first: there one collective answer reaches furthest. Wijken in order of their code.
        var perProblem =
            from problem in scene.Problemen
            let wijken = scene.Gemeente.Wijken
                .Where(wijk => stands.Contains((problem.Sleutel, wijk.Code)) && IsChance(scene, problem.Sleutel, wijk.Code))
                .ToList()
            where wijken.Count > 0
            orderby wijken.Count descending
            select (Problem: problem, Wijken: wijken);
        var rows =
            from chance in perProblem
            from wijk in chance.Wijken
            select Rij(
                Van(chance.Problem.Naam), Van(chance.Wijken.Count), Van(wijk.Naam),
                scene.Cijfers.Jaar(chance.Problem.Sleutel, IndividualHelp, wijk.Code), Van(0),
                Van(string.Join("; ", chance.Problem.CollectiefAntwoord.DefaultIfEmpty("nog te beantwoorden"))));
        return new ReportTable(
            "Schakelkansen",
            $"Schakelkansen: veel individuele hulp, geen collectief antwoord, twaalf maanden tot en met {Naam(scene.Window.To)}",
            [
                $"Ten minste {MuchIndividual:0} activiteiten individuele hulp, en geen enkele groep of buurtactiviteit over hetzelfde probleem in dezelfde wijk. Dat is een kans om te schakelen, geen verwijt: een groep elders of van een andere organisatie staat hier niet in.",
                "Bovenaan staat wat in de meeste wijken ontbreekt: daar bereikt één antwoord het meest. Waar een tiende van het jaar of meer niet geleverd is, wordt niets beweerd.",
                "De suggestie komt uit de taxonomie en is geen advies over deze wijk.",
                Texts.Afkortingen,
            ],
            [
                new("Sociaal probleem", Breedte: 34), new("Aantal wijken", Breedte: 12), new("Wijk", Breedte: 24),
                new("Individuele hulp", Breedte: 16),
                new("Collectief", Breedte: 14), new("Suggestie voor een collectief antwoord", Breedte: 60),
            ],
            [.. rows]);
    }

    private static bool IsChance(ReportScene scene, string problem, string wijk) =>
        scene.Cijfers.Jaar(problem, IndividualHelp, wijk) is Getal { Waarde: >= MuchIndividual }
        && Collective.All(kwadrant => scene.Cijfers.Jaar(problem, kwadrant, wijk) is Getal { Waarde: 0 });

    /// <summary>Initiatives and voluntary work: strengths count too.</summary>
    public static ReportTable Strengths(ReportScene scene, IReadOnlyList<SignalView> signals)
    {
        var (now, before) = (scene.Window.Period, scene.Window.Period.Plus(-4));
        var places = scene.Gemeente.Wijken.Select(wijk => (wijk.Code, wijk.Naam)).Append((ReportWindow.Whole, "Hele gemeente"));
        var rows = places.SelectMany(place => new[]
        {
            Row("Participatie en vrijwilligerswerk", place.Item2, p =>
                scene.Cijfers.Probleem("participatie_vrijwilligerswerk", place.Item1, p, Maat.Activiteiten)),
            Row("Collectieve activering", place.Item2, p =>
                scene.Cijfers.Kwadrant("collectief_activering", place.Item1, p, Maat.Activiteiten)),
        });
        return new ReportTable(
            "Krachten",
            $"Krachten: initiatieven, vrijwilligerswerk en meedoen, {scene.Gemeente.Naam}, {scene.Periode} en een jaar eerder",
            [
                "Wat bewoners zelf en samen doen, voor zover wijkteams erbij betrokken waren. Wat buiten de teams om gebeurt, staat hier niet in.",
                .. signals.Where(signal => signal.Soort == "krachten").Select(signal => $"{signal.Titel}. {signal.Waarneming}"),
                Texts.GeenRanglijst,
                Texts.Afkortingen,
            ],
            [
                new("Kracht", Breedte: 34), new("Wijk", Breedte: 24), new($"Activiteiten {now}", Breedte: 16),
                new($"Activiteiten {before}", Breedte: 16), new("Verschil (circa)", Breedte: 16),
            ],
            [.. rows]);

        IReadOnlyList<ReportCell> Row(string name, string place, Func<Quarter, ReportCell> value) =>
            [Van(name), Van(place), value(now), value(before), QuestionSheets.Difference(value(now), value(before))];
    }
}
