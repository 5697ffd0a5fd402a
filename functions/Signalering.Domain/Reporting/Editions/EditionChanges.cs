using Signalering.Domain.Counting;
using Signalering.Domain.Reporting.Sheets;

namespace Signalering.Domain.Reporting.Editions;

/// <summary>What changed since the previous edition of a period and why, from what was published both times.</summary>
/// <param name="Redenen">Dutch sentences: what is different about deliveries, versions, settings and answers.</param>
/// <param name="Cijfers">Figures that differ, in the order of <c>cijfers.csv</c>.</param>
/// <param name="Nieuw">Titles of signals that were not there.</param>
/// <param name="Weg">Titles of signals that are not there any more.</param>
public sealed record EditionChanges(
    IReadOnlyList<string> Redenen, IReadOnlyList<FigureChange> Cijfers, IReadOnlyList<string> Nieuw,
    IReadOnlyList<string> Weg)
{
    /// <summary>Compares.</summary>
    /// <param name="previous">What was published before.</param>
    /// <param name="manifest">What this edition rests on.</param>
    /// <param name="figures">Its figures, in order.</param>
    /// <param name="signals">Its signals: id and title, in order.</param>
    /// <param name="teamName">Name of a team by its key.</param>
    public static EditionChanges Of(
        PreviousEdition previous, ReportManifest manifest, IEnumerable<(FigureName Name, PublishedFigure Figure)> figures,
        IReadOnlyList<(string Id, string Titel)> signals, Func<string, string> teamName)
    {
        var now = signals.Select(signal => signal.Id).ToHashSet(StringComparer.Ordinal);
        return new EditionChanges(
            EditionReasons.Of(previous.Manifest, manifest, teamName),
            [
                .. figures
                    .Select(one => new FigureChange(
                        one.Name, previous.Cijfers.GetValueOrDefault(one.Name, new(null, "niet_aanwezig")), one.Figure))
                    .Where(change => change.Tells),
            ],
            [.. signals.Where(signal => !previous.Signalen.ContainsKey(signal.Id)).Select(signal => signal.Titel)],
            [
                .. previous.Signalen.Where(signal => !now.Contains(signal.Key)).Select(signal => signal.Value)
                    .Order(StringComparer.Ordinal),
            ]);
    }
}

/// <summary>A figure in two editions.</summary>
/// <param name="Naam">What it is a figure of.</param>
/// <param name="Eerst">In the previous edition.</param>
/// <param name="Nu">In this one.</param>
public readonly record struct FigureChange(FigureName Naam, PublishedFigure Eerst, PublishedFigure Nu)
{
    /// <summary>Whether the difference says something: it appeared, disappeared, or moved by at least twice the rounding
    /// base, see <see cref="Texts.SmallestDifference"/>.</summary>
    public bool Tells => (Eerst.Waarde, Nu.Waarde) switch
    {
        ({ } first, { } now) => Math.Abs(now - first) >= Texts.SmallestDifference,
        (null, null) => false,
        _ => true,
    };
}

/// <summary>Why two editions differ, from their manifests.</summary>
internal static class EditionReasons
{
    /// <summary>A sentence per reason; one that says so when there is none.</summary>
    public static IReadOnlyList<string> Of(ReportManifest before, ReportManifest now, Func<string, string> teamName)
    {
        var (old, current) = (ByMonth(before), ByMonth(now));
        List<string> reasons =
        [
            .. Deliveries(current.Keys.Where(key => !old.ContainsKey(key)), teamName, "alsnog binnen"),
            .. Deliveries(
                current.Where(one => old.TryGetValue(one.Key, out var was) && was.Sha256 != one.Value.Sha256).Select(one => one.Key),
                teamName, "opnieuw geleverd; de nieuwste levering telt"),
            .. Deliveries(old.Keys.Where(key => !current.ContainsKey(key)), teamName, "vervallen; deze telt niet meer mee"),
            .. Version("het programma", before.Versies.Product, now.Versies.Product),
            .. Version("de taxonomie", before.Versies.Taxonomie, now.Versies.Taxonomie),
            .. Version("de regels voor het indelen", before.Versies.Regels, now.Versies.Regels),
            .. Settings(before, now),
        ];
        return reasons.Count > 0 ? reasons : ["Leveringen, versies en instellingen zijn dezelfde."];
    }

    private static Dictionary<(string Wijkteam, string Maand), ReportInput> ByMonth(ReportManifest manifest) =>
        manifest.Invoer.ToDictionary(input => (input.Wijkteam, input.Maand));

    private static IEnumerable<string> Deliveries(
        IEnumerable<(string Wijkteam, string Maand)> months, Func<string, string> teamName, string what) => months
        .GroupBy(one => one.Wijkteam, StringComparer.Ordinal)
        .OrderBy(team => team.Key, StringComparer.Ordinal)
        .Select(team => $"{teamName(team.Key)}, levering over {Months([.. team.Select(one => Month.Parse(one.Maand)).Order()])}: {what}.");

    // Consecutive months as one span.
    private static string Months(List<Month> months)
    {
        var spans = new List<string>();
        for (var i = 0; i < months.Count; i++)
        {
            var from = months[i];
            while (i + 1 < months.Count && months[i + 1] == months[i].Plus(1))
                i++;
            spans.Add(ReportScene.Naam(from, months[i]));
        }

        return string.Join(", ", spans);
    }

    private static IEnumerable<string> Version(string what, string before, string now) =>
        before == now ? [] : [$"Andere versie van {what}: {before} werd {now}. Verschillen kunnen daardoor komen."];

    private static IEnumerable<string> Settings(ReportManifest before, ReportManifest now)
    {
        foreach (var name in before.Parameters.Keys.Union(now.Parameters.Keys).Order(StringComparer.Ordinal))
        {
            var (old, current) = (before.Parameters.GetValueOrDefault(name, "–"), now.Parameters.GetValueOrDefault(name, "–"));
            if (old == current || name == "opdrachtgevers") // who gets a view changes no figure
                continue;
            yield return name == "dialoog"
                ? "Er zijn nieuwe antwoorden op dialoogkaarten."
                : $"Andere instelling ({CoverSheets.Parameter(name)}): {old} werd {current}.";
        }
    }
}
