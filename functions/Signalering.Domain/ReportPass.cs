using System.Globalization;
using Signalering.Domain.Counting;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Municipality;
using Signalering.Domain.Reporting;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain;

/// <summary>Cubes in, report out: merge → protect → compose. Never touches a row.</summary>
/// <param name="gemeente">Wijken and teams.</param>
/// <param name="taxonomie">Labels and their names.</param>
/// <param name="regelversie">Version of the rules in use.</param>
public sealed class ReportPass(Gemeente gemeente, SocialWorkTaxonomy taxonomie, string regelversie)
{
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["drempel_unieke_casussen"] = SmallCells.Threshold.ToString(CultureInfo.InvariantCulture),
        ["maanden_trend"] = ReportWindow.TrendMonths.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The manifest of the report that these cubes would give; cheap, reads no cube.</summary>
    public ReportManifest Manifest(Quarter period, IEnumerable<CubeHeader> headers)
    {
        var versions = new ReportVersions(ProductVersion.Current, taxonomie.Versie, regelversie, CubeFile.Schema);
        var inputs = ReportFingerprint.Sorted(headers.Select(h => new ReportInput(
            h.Wijkteam, h.Month.ToString(), h.ContentSha256, h.Activities)));
        var fingerprint = ReportFingerprint.Of(period, gemeente.Code, versions, Parameters, inputs);
        return new ReportManifest(period.ToString(), gemeente.Code, fingerprint, versions, Parameters, inputs);
    }

    /// <summary>Makes the report.</summary>
    /// <param name="period">The quarter that it is about.</param>
    /// <param name="cubes">The cubes of <see cref="ReportWindow"/>, in any order.</param>
    public SignaleringReport Run(Quarter period, IReadOnlyCollection<Cube> cubes)
    {
        var window = new ReportWindow(period);
        var inWindow = cubes
            .Where(cube => window.Contains(cube.Header.Month))
            .OrderBy(cube => cube.Header.Wijkteam, StringComparer.Ordinal)
            .ThenBy(cube => cube.Header.Month)
            .ToList();
        var counts = ReportCounts.Merge(window, inWindow, taxonomie);
        var manifest = Manifest(period, inWindow.Select(cube => cube.Header));
        var tables = new ReportTables(gemeente, taxonomie, window, counts, manifest);
        return new SignaleringReport(
            $"signalering-{period}",
            $"Signalering {gemeente.Naam} {period}",
            [
                tables.Leeswijzer(),
                tables.Kwadranten(),
                tables.ProblemenPerWijk("Activiteiten", "aantal activiteiten", 0, SmallCells.Activities),
                tables.ProblemenPerWijk("Casussen", "aantal unieke casussen", 0, SmallCells.Cases),
                tables.ProblemenPerWijk("Uren", "aantal uren", 1, SmallCells.Hours),
                tables.Trend(),
                tables.Leveringen(),
                tables.Verantwoording(),
            ],
            new ReportFigures(gemeente, taxonomie, window, counts).Table(),
            manifest);
    }
}
