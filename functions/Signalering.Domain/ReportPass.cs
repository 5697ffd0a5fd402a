using System.Globalization;
using System.Security.Cryptography;
using Signalering.Domain.Classification;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Detection;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Municipality;
using Signalering.Domain.Reporting;
using Signalering.Domain.Reporting.Editions;
using Signalering.Domain.Reporting.Sheets;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain;

/// <summary>Cubes in, report out: merge → detect → protect → compose. Never touches a row.</summary>
/// <param name="gemeente">Wijken and teams.</param>
/// <param name="taxonomie">Labels and their names.</param>
/// <param name="regelversie">Version of the rules in use.</param>
/// <param name="protector">Disclosure control.</param>
/// <param name="opdrachtgevers">Parties that get a view of their own; null for none.</param>
public sealed class ReportPass(
    Gemeente gemeente, SocialWorkTaxonomy taxonomie, string regelversie, Protector protector,
    IReadOnlyList<Opdrachtgever>? opdrachtgevers = null)
{
    /// <summary>How often the rules are right, for the method page; null when it is not known.</summary>
    public RuleScore? Score { get; init; }

    /// <summary>The manifest of the report that these cubes would give; cheap, reads no cube.</summary>
    /// <param name="period">The quarter.</param>
    /// <param name="headers">Of the cubes of its window.</param>
    /// <param name="dialoog">Answers of people to signals.</param>
    /// <param name="leveringen">Pages of the delivery ledger.</param>
    public ReportManifest Manifest(
        Quarter period, IEnumerable<CubeHeader> headers, DialogueRegister dialoog, IEnumerable<TeamLedger> leveringen) =>
        Manifest(period, headers, dialoog, Coverage(new ReportWindow(period), leveringen));

    private LedgerCoverage Coverage(ReportWindow window, IEnumerable<TeamLedger> leveringen) =>
        LedgerCoverage.Of(leveringen, gemeente, window.HistoryFrom, window.To);

    private ReportManifest Manifest(
        Quarter period, IEnumerable<CubeHeader> headers, DialogueRegister dialoog, LedgerCoverage coverage)
    {
        var versions = new ReportVersions(ProductVersion.Current, taxonomie.Versie, regelversie, CubeFile.Schema);
        var inputs = ReportFingerprint.Sorted(headers.Select(h => new ReportInput(
            h.Wijkteam, h.Month.ToString(), h.ContentSha256, h.Activities)));
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["drempel_unieke_casussen"] = new ProtectionOptions().Threshold.ToString(CultureInfo.InvariantCulture),
            ["maanden_trend"] = ReportWindow.TrendMonths.ToString(CultureInfo.InvariantCulture),
            ["maanden_geschiedenis"] = ReportWindow.HistoryMonths.ToString(CultureInfo.InvariantCulture),
            ["aantekeningen"] = coverage.Fingerprint(),
            ["dialoog"] = Convert.ToHexStringLower(SHA256.HashData(dialoog.ToJson()))[..16],
        };
        if (Score is not null)
            parameters["toets_indeling_f1"] = Score.MicroF1.ToString(CultureInfo.InvariantCulture);
        if (opdrachtgevers is { Count: > 0 })
            parameters["opdrachtgevers"] = string.Join(", ", opdrachtgevers.Select(party => party.Sleutel));
        if (!gemeente.Publicatieraster.Tables.SetEquals(PublicationGrid.Everything.Tables))
            parameters["publicatieraster"] = gemeente.Publicatieraster.ToString();
        var fingerprint = ReportFingerprint.Of(period, gemeente.Code, versions, parameters, inputs);
        return new ReportManifest(period.ToString(), gemeente.Code, fingerprint, versions, parameters, inputs);
    }

    /// <summary>Makes the report.</summary>
    /// <param name="period">The quarter that it is about.</param>
    /// <param name="sources">What it is made from.</param>
    public ReportEditions Run(Quarter period, ReportSources sources)
    {
        var (cubes, dialoog, leveringen) = sources;
        var (earlier, previous) = (sources.Gepubliceerd, sources.Vorige);
        var window = new ReportWindow(period);
        var inWindow = cubes
            .Where(cube => window.Contains(cube.Header.Month))
            .OrderBy(cube => cube.Header.Wijkteam, StringComparer.Ordinal)
            .ThenBy(cube => cube.Header.Month)
            .ToList();
        var coverage = Coverage(window, leveringen);
        var manifest = Manifest(period, inWindow.Select(cube => cube.Header), dialoog, coverage);
        var outcome = SignalDetection.Run(
            SignalInput.FromCubes(inWindow, gemeente, taxonomie, window.To, coverage));
        var figures = ProtectedFigures.Protect(
            FigureSums.Merge(window, inWindow, taxonomie), gemeente, taxonomie, window, protector, earlier);
        if (earlier.Names.Count > 0)
        {
            manifest = manifest
                .WithParameter("eerdere_uitgaven", Convert.ToHexStringLower(SHA256.HashData(earlier.ToJson()))[..16])
                .WithParameter("cijfers_gehouden_als_eerder", figures.Kept.ToString(CultureInfo.InvariantCulture));
        }

        var scene = new ReportScene(gemeente, taxonomie, window, figures, dialoog, manifest);
        var (delivered, expected) = CoverSheets.Completeness(scene);
        scene = scene with
        {
            Manifest = manifest with
            {
                Uitgave = new Edition(
                    (previous?.Manifest.Uitgave?.Nummer ?? 0) + 1,
                    delivered == expected ? Edition.Definitief : Edition.Voorlopig, previous?.Manifest.Kenmerk),
            },
        };
        var words = new SignalWords(scene, outcome);
        var signals = words.All();
        var agenda = Agenda.Of(signals, scene.Dialoog.IsBeantwoord);
        var report = Compose(scene, signals, agenda, words, previous) with
        {
            Gepubliceerd = figures.Tables.As(delivered == expected),
        };
        return new ReportEditions(report, Teams(scene, inWindow, signals, agenda, words.Artefacts))
        {
            Opdrachtgevers =
                [.. (opdrachtgevers ?? []).Select(party => View(scene with { Opdrachtgever = party }, signals, agenda, words))],
        };
    }

    /// <summary>What is too small in a report of this municipality, and how well it is hidden.</summary>
    public static ProtectionOptions DisclosureOptions(Gemeente gemeente) => ProtectedFigures.Options(gemeente);

    private SignaleringReport Compose(
        ReportScene scene, IReadOnlyList<SignalView> signals, IReadOnlyList<AgendaItem> agenda, SignalWords words,
        PreviousEdition? previous)
    {
        var period = scene.Window.Period;
        var blocked = words.Blocked();
        var figures = TidyTables.Figures(scene);
        var changes = previous is null ? null : EditionChanges.Of(
            previous, scene.Manifest, TidyTables.Named(figures), [.. signals.Select(signal => (signal.Id, signal.Titel))],
            scene.Team);
        return new SignaleringReport(
            $"signalering-{period}",
            $"Signalering {gemeente.Naam} {period}",
            [
                CoverSheets.Guide(scene, agenda, blocked, words.Withheld, ChangesSheet.Summary(scene.Manifest.Uitgave!, changes)),
                .. Dialogue(scene, signals, agenda, blocked.Count),
                FollowUpSheet.Make(scene, words.Artefacts),
                .. Figures(scene, signals, agenda),
                CoverSheets.Deliveries(scene, blocked),
                ChangesSheet.Make(scene, changes),
                CoverSheets.Method(scene, Score),
                CrosswalkSheet.Make(scene),
            ],
            figures,
            scene.Manifest)
        {
            Bewonerspagina = ResidentsPage.Paragraphs(scene, agenda),
            Bijlagen = [TidyTables.Signals(scene, signals, agenda), TidyTables.Deliveries(scene)],
        };
    }

    // The report for one party: fewer problems, the same cells.
    private SignaleringReport View(
        ReportScene scene, IReadOnlyList<SignalView> signals, IReadOnlyList<AgendaItem> agenda, SignalWords words)
    {
        var party = scene.Opdrachtgever!;
        var period = scene.Window.Period;
        var shown = signals.Where(signal => scene.IsGetoond(signal.Probleem)).ToList();
        var items = agenda.Where(item => scene.IsGetoond(item.Signaal.Probleem)).ToList();
        var blocked = words.Blocked();
        return new SignaleringReport(
            $"signalering-{period}-{party.Sleutel}",
            $"Signalering {gemeente.Naam} {period} voor {party.Naam}",
            [
                CoverSheets.Guide(
                    scene, items, blocked, 0,
                    $"Uitgave {scene.Manifest.Uitgave!.Nummer} ({scene.Manifest.Uitgave.Status}) voor {party.Naam}. {party.Toelichting} Een deel van het gemeentelijke rapport, met dezelfde cijfers."),
                .. Dialogue(scene, shown, items, blocked.Count),
                FollowUpSheet.Make(scene, words.Artefacts),
                .. Figures(scene, shown, items),
                CoverSheets.Deliveries(scene, blocked),
                CoverSheets.Method(scene, Score),
                CrosswalkSheet.Make(scene),
            ],
            TidyTables.Figures(scene),
            scene.Manifest);
    }

    private static ReportTable[] Dialogue(
        ReportScene scene, IReadOnlyList<SignalView> signals, IReadOnlyList<AgendaItem> agenda, int blocked) =>
    [
        SignalSheets.Agenda(scene, agenda, Agenda.LeftOut(signals, agenda), blocked),
        SignalSheets.Cards(scene, agenda),
    ];

    private static ReportTable[] Figures(
        ReportScene scene, IReadOnlyList<SignalView> signals, IReadOnlyList<AgendaItem> agenda) =>
    [
        QuestionSheets.Demands(scene),
        QuestionSheets.Quadrants(scene),
        PlaceSheets.Themes(scene),
        PlaceSheets.Problems(scene),
        TrendSheets.Trends(scene),
        TrendSheets.Together(scene, signals),
        ChanceSheets.Chances(scene, signals),
        PolicySheet.Effects(scene),
        ChanceSheets.Strengths(scene, signals),
        SignalSheets.All(scene, signals, agenda),
    ];

    private Dictionary<string, SignaleringReport> Teams(
        ReportScene scene, List<Cube> cubes, IReadOnlyList<SignalView> signals, IReadOnlyList<AgendaItem> agenda,
        IReadOnlyList<MonthCoverage> artefacts) => gemeente.Wijkteams
        .Where(team => cubes.Exists(cube => cube.Header.Wijkteam == team.Sleutel && Quarter.Of(cube.Header.Month) == scene.Window.Period))
        .ToDictionary(
            team => team.Sleutel,
            team => TeamSheets.Edition(
                scene, team, [.. cubes.Where(cube => cube.Header.Wijkteam == team.Sleutel)],
                [.. agenda.Where(item => item.Wijken.Count == 0 || item.Wijken.Any(team.Wijken.Contains))],
                [.. signals.Where(signal => signal.Soort == SignalWords.Chance && signal.Wijken.Any(team.Wijken.Contains))],
                artefacts),
            StringComparer.Ordinal);
}
