using Signalering.Domain.Detection;
using Signalering.Domain.Dialogue;
using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>After a collective answer: did the stream of individual cases change?</summary>
internal static class FollowUpSheet
{
    private const string Nothing = "niet te zeggen";

    /// <summary>A row per signal with a collective answer, also when the signal itself has gone.</summary>
    /// <param name="scene">What may be printed.</param>
    /// <param name="artefacts">What was found in the deliveries.</param>
    public static ReportTable Make(ReportScene scene, IReadOnlyList<MonthCoverage> artefacts)
    {
        var rows = Answered(scene).Select(one => Row(scene, one.Key, one.Since, artefacts)).ToList();
        return new ReportTable(
            "Opvolging",
            $"Opvolging: wat er gebeurde na een collectief antwoord, {scene.Gemeente.Naam}, {scene.Periode}",
            [
                rows.Count == 0
                    ? $"Nog geen signaal staat op '{Ladder.Treden[FollowUp.AnswerStep]}'. Vul die trede in op de dialoogkaart zodra het antwoord loopt; dan staat hier het kwartaal naast hetzelfde kwartaal een jaar eerder."
                    : "Het kwartaal naast hetzelfde kwartaal een jaar eerder, toen het antwoord nog niet liep. Een verschil zegt niet dat het antwoord de oorzaak is.",
                "Unieke casussen waar ze getoond mogen worden, anders activiteiten. Het interval (90 %) rekent mee dat activiteiten van één casus samen komen en dat cijfers zijn afgerond.",
                Texts.Afkortingen,
            ],
            [
                new("Signaal", Breedte: 40), new("Antwoord loopt sinds", Breedte: 18), new("Besluit", Breedte: 36),
                new("Maat", Breedte: 16), new("Een jaar eerder"), new("Nu"), new("Verhouding (90 %-interval)", Breedte: 24),
                new("Hele gemeente", Breedte: 24), new("Wat we zien", Breedte: 40),
            ],
            rows);
    }

    /// <summary>What a team hears of a subject; null when no collective answer was recorded.</summary>
    public static string? Sentence(ReportScene scene, AgendaItem item, IReadOnlyList<MonthCoverage> artefacts)
    {
        foreach (var signal in item.Alle)
        {
            if (FollowUp.AnswerSince(scene.Dialoog, signal.Id) is not { } since || SignalId.Parse(signal.Id) is not { } id)
                continue;
            return Result(scene, id, since, artefacts) switch
            {
                FollowUpResult.Measured measured => string.Create(
                    Dutch, $"Sinds {Naam(since)} loopt een collectief antwoord: {measured.Oordeel} ({Interval(measured)})."),
                FollowUpResult.Unknown unknown => $"Sinds {Naam(since)} loopt een collectief antwoord; {Nothing}. {unknown.Reden}",
                _ => null,
            };
        }

        return null;
    }

    private static IEnumerable<(SignalId Key, Counting.Month Since)> Answered(ReportScene scene) =>
        from signal in scene.Dialoog.Regels.Select(entry => entry.Signaal).Distinct().Order(StringComparer.Ordinal)
        let since = FollowUp.AnswerSince(scene.Dialoog, signal)
        let id = SignalId.Parse(signal)
        where since is not null && id is not null && scene.Taxonomie.FindProblem(id.Probleem) is not null
            && scene.IsGetoond(id.Probleem)
        select (id, since.Value);

    private static IReadOnlyList<ReportCell> Row(
        ReportScene scene, SignalId id, Counting.Month since, IReadOnlyList<MonthCoverage> artefacts)
    {
        var name = Van($"{scene.Taxonomie.FindProblem(id.Probleem)!.Naam}, {scene.Gebied(id.Wijk)}");
        var decision = Van(scene.Dialoog.Antwoord(id.Tekst, "besluit") is { Length: > 0 } answer ? answer : "nog te beantwoorden");
        var city = id.Wijk is null ? "–" : Result(scene, id with { Wijk = null }, since, artefacts) is FollowUpResult.Measured whole
            ? Interval(whole)
            : Nothing;
        return Result(scene, id, since, artefacts) switch
        {
            FollowUpResult.Measured measured => Rij(
                name, Van(Naam(since)), decision, Van(Measure(measured.Maat)), Van(measured.Eerder), Van(measured.Nu),
                Van(Interval(measured)), Van(city), Van(measured.Oordeel)),
            FollowUpResult.Unknown unknown => Rij(
                name, Van(Naam(since)), decision, Van("–"), Van("–"), Van("–"), Van("–"), Van(city), Van($"{Nothing}: {unknown.Reden}")),
            _ => throw new InvalidOperationException("There are two kinds of results."),
        };
    }

    private static FollowUpResult Result(
        ReportScene scene, SignalId id, Counting.Month since, IReadOnlyList<MonthCoverage> artefacts) => FollowUp.Measure(
        scene.Cijfers, id.Probleem, id.Wijk ?? ReportWindow.Whole, scene.Window.Period, since,
        IsComparable(scene, id, artefacts));

    // A gap in one of the two quarters, or a break between their first and last month, of a team that works there.
    private static bool IsComparable(ReportScene scene, SignalId id, IReadOnlyList<MonthCoverage> artefacts)
    {
        var (period, before) = (scene.Window.Period, scene.Window.Period.Plus(-4));
        var teams = scene.Gemeente.Wijkteams.Where(team => id.Wijk is null || team.Wijken.Contains(id.Wijk)).ToList();
        var delivered = scene.Manifest.Invoer.Select(input => (input.Wijkteam, input.Maand)).ToHashSet();
        var isComplete = teams.All(team => period.Months.Concat(before.Months)
            .All(month => delivered.Contains((team.Sleutel, month.ToString()))));
        return isComplete && !artefacts.Any(found => teams.Exists(team => team.Sleutel == found.Wijkteam)
            && (found.BreakReason is null
                ? Quarter.Of(found.Month) == period || Quarter.Of(found.Month) == before
                : found.Month > before.FirstMonth && found.Month <= period.LastMonth));
    }

    private static string Interval(FollowUpResult.Measured measured) =>
        string.Create(Dutch, $"{measured.Verhouding:0.0} ({measured.Van:0.0} tot {measured.Tot:0.0})");

    private static string Measure(Maat measure) => measure == Maat.Casussen ? "unieke casussen" : "activiteiten";
}
