using System.Globalization;
using System.Security.Cryptography;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Detection;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Municipality;
using Signalering.Domain.Reporting;
using Signalering.Domain.Reporting.Sheets;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain;

/// <summary>Cubes in, report out: merge → detect → protect → compose. Never touches a row.</summary>
/// <param name="gemeente">Wijken and teams.</param>
/// <param name="taxonomie">Labels and their names.</param>
/// <param name="regelversie">Version of the rules in use.</param>
/// <param name="protector">Disclosure control.</param>
public sealed class ReportPass(
    Gemeente gemeente, SocialWorkTaxonomy taxonomie, string regelversie, Protector protector)
{
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
        var fingerprint = ReportFingerprint.Of(period, gemeente.Code, versions, parameters, inputs);
        return new ReportManifest(period.ToString(), gemeente.Code, fingerprint, versions, parameters, inputs);
    }

    /// <summary>Makes the report.</summary>
    /// <param name="period">The quarter that it is about.</param>
    /// <param name="cubes">The cubes of <see cref="ReportWindow"/>, in any order.</param>
    /// <param name="dialoog">Answers of people to signals.</param>
    /// <param name="leveringen">Pages of the delivery ledger.</param>
    public ReportEditions Run(
        Quarter period, IReadOnlyCollection<Cube> cubes, DialogueRegister dialoog, IReadOnlyCollection<TeamLedger> leveringen)
    {
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
            FigureSums.Merge(window, inWindow, taxonomie), gemeente, taxonomie, window, protector);
        var scene = new ReportScene(gemeente, taxonomie, window, figures, dialoog, manifest);
        var words = new SignalWords(scene, outcome);
        var signals = words.All();
        return new ReportEditions(Compose(scene, signals, words), Teams(scene, inWindow, signals));
    }

    private SignaleringReport Compose(ReportScene scene, IReadOnlyList<SignalView> signals, SignalWords words)
    {
        var period = scene.Window.Period;
        var blocked = words.Blocked();
        var agenda = signals.Where(signal => signal.Soort != SignalWords.Chance).ToList(); // chances have a sheet of their own
        return new SignaleringReport(
            $"signalering-{period}",
            $"Signalering {gemeente.Naam} {period}",
            [
                CoverSheets.Guide(scene, agenda, blocked, words.Withheld),
                SignalSheets.Agenda(scene, agenda, blocked.Count),
                SignalSheets.Cards(scene, agenda),
                QuestionSheets.Demands(scene),
                QuestionSheets.Quadrants(scene),
                PlaceSheets.Themes(scene),
                PlaceSheets.Problems(scene),
                TrendSheets.Trends(scene),
                TrendSheets.Together(scene),
                ChanceSheets.Chances(scene, signals),
                PolicySheet.Effects(scene),
                ChanceSheets.Strengths(scene),
                CoverSheets.Deliveries(scene, blocked),
                CoverSheets.Method(scene),
                CrosswalkSheet.Make(scene),
            ],
            TidyTables.Figures(scene),
            scene.Manifest)
        {
            Bewonerspagina = ResidentsPage.Paragraphs(scene, agenda),
            Bijlagen = [TidyTables.Signals(scene, signals), TidyTables.Deliveries(scene)],
        };
    }

    private Dictionary<string, SignaleringReport> Teams(
        ReportScene scene, List<Cube> cubes, IReadOnlyList<SignalView> signals) => gemeente.Wijkteams
        .Where(team => cubes.Exists(cube => cube.Header.Wijkteam == team.Sleutel && Quarter.Of(cube.Header.Month) == scene.Window.Period))
        .ToDictionary(
            team => team.Sleutel,
            team => TeamSheets.Edition(
                scene, team, [.. cubes.Where(cube => cube.Header.Wijkteam == team.Sleutel)],
                [.. signals.Where(signal => signal.Wijken.Count == 0 || signal.Wijken.Any(team.Wijken.Contains))]),
            StringComparer.Ordinal);
}
