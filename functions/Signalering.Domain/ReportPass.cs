using System.Globalization;
using System.Security.Cryptography;
using Signalering.Domain.Counting;
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
    public ReportManifest Manifest(Quarter period, IEnumerable<CubeHeader> headers, DialogueRegister dialoog)
    {
        var versions = new ReportVersions(ProductVersion.Current, taxonomie.Versie, regelversie, CubeFile.Schema);
        var inputs = ReportFingerprint.Sorted(headers.Select(h => new ReportInput(
            h.Wijkteam, h.Month.ToString(), h.ContentSha256, h.Activities)));
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["drempel_unieke_casussen"] = new ProtectionOptions().Threshold.ToString(CultureInfo.InvariantCulture),
            ["maanden_trend"] = ReportWindow.TrendMonths.ToString(CultureInfo.InvariantCulture),
            ["maanden_geschiedenis"] = ReportWindow.HistoryMonths.ToString(CultureInfo.InvariantCulture),
            ["dialoog"] = Convert.ToHexStringLower(SHA256.HashData(dialoog.ToJson()))[..16],
        };
        if (!gemeente.Publicatieraster.Tables.SetEquals(PublicationGrid.Everything.Tables))
            parameters["publicatieraster"] = gemeente.Publicatieraster.ToString();
        var fingerprint = ReportFingerprint.Of(period, gemeente.Code, versions, parameters, inputs);
        return new ReportManifest(period.ToString(), gemeente.Code, fingerprint, versions, parameters, inputs);
    }

    /// <summary>Makes the report.</summary>
    /// <param name="period">The quarter that it is about.</param>
    /// <param name="cubes">The cubes of <see cref="ReportWindow"/>, in any order.</param>
    /// <param name="dialoog">Answers of people to signals.</param>
    /// <param name="earlier">What was published before; null for nothing.</param>
    public ReportEditions Run(
        Quarter period, IReadOnlyCollection<Cube> cubes, DialogueRegister dialoog, PublishedTables? earlier = null)
    {
        var window = new ReportWindow(period);
        var inWindow = cubes
            .Where(cube => window.Contains(cube.Header.Month))
            .OrderBy(cube => cube.Header.Wijkteam, StringComparer.Ordinal)
            .ThenBy(cube => cube.Header.Month)
            .ToList();
        var manifest = Manifest(period, inWindow.Select(cube => cube.Header), dialoog);
        var outcome = SignalDetection.Run(SignalInput.FromCubes(inWindow, gemeente, taxonomie, window.To));
        var figures = ProtectedFigures.Protect(
            FigureSums.Merge(window, inWindow, taxonomie), gemeente, taxonomie, window, protector, earlier ?? PublishedTables.None);
        if (earlier?.Names.Count > 0)
        {
            manifest = manifest
                .WithParameter("eerdere_uitgaven", Convert.ToHexStringLower(SHA256.HashData(earlier.ToJson()))[..16])
                .WithParameter("cijfers_gehouden_als_eerder", figures.Kept.ToString(CultureInfo.InvariantCulture));
        }

        var scene = new ReportScene(gemeente, taxonomie, window, figures, dialoog, manifest);
        var words = new SignalWords(scene, outcome);
        var signals = words.All();
        var (delivered, expected) = CoverSheets.Completeness(scene);
        return new ReportEditions(
            Compose(scene, signals, words) with { Gepubliceerd = figures.Tables.As(delivered == expected) },
            Teams(scene, inWindow, signals));
    }

    /// <summary>What is too small in a report of this municipality, and how well it is hidden.</summary>
    public static ProtectionOptions DisclosureOptions(Gemeente gemeente) => ProtectedFigures.Options(gemeente);

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
                SignalSheets.Agenda(scene, agenda),
                SignalSheets.Cards(scene, agenda),
                QuestionSheets.Demands(scene),
                QuestionSheets.Quadrants(scene),
                PlaceSheets.Themes(scene),
                PlaceSheets.Problems(scene),
                TrendSheets.Trends(scene),
                TrendSheets.Together(scene),
                ChanceSheets.Chances(scene),
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
