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
    public static ReportTable Chances(ReportScene scene)
    {
        var rows =
            from problem in scene.Problemen
            where problem.Soort == "probleem"
            from wijk in scene.Gemeente.Wijken
            let individual = scene.Cijfers.Jaar(problem.Sleutel, IndividualHelp, wijk.Code)
            where individual is Getal { Waarde: >= MuchIndividual }
                && Collective.All(kwadrant => scene.Cijfers.Jaar(problem.Sleutel, kwadrant, wijk.Code) is Getal { Waarde: 0 })
            select Rij(
                Van(problem.Naam), Van(wijk.Naam), individual, Van(0),
                Van(string.Join("; ", problem.CollectiefAntwoord.DefaultIfEmpty("nog te beantwoorden"))));
        return new ReportTable(
            "Schakelkansen",
            $"Schakelkansen: veel individuele hulp, geen collectief antwoord, twaalf maanden tot en met {Naam(scene.Window.To)}",
            [
                $"Ten minste {MuchIndividual:0} activiteiten individuele hulp, en geen enkele groep of buurtactiviteit over hetzelfde probleem in dezelfde wijk. Dat is een kans om te schakelen, geen verwijt: een groep elders of van een andere organisatie staat hier niet in.",
                "De suggestie komt uit de taxonomie en is geen advies over deze wijk.",
                Texts.Afkortingen,
            ],
            [
                new("Sociaal probleem", Breedte: 34), new("Wijk", Breedte: 24), new("Individuele hulp", Breedte: 16),
                new("Collectief", Breedte: 14), new("Suggestie voor een collectief antwoord", Breedte: 60),
            ],
            [.. rows]);
    }

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
