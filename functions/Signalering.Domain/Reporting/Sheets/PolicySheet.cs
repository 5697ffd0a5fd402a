using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>Laws and authorities that people get stuck on, and on what.</summary>
internal static class PolicySheet
{
    /// <summary>A row per law or authority of which anything may be shown: four quarters, twelve months, and the
    /// frictions within these.</summary>
    public static ReportTable Effects(ReportScene scene)
    {
        var quarters = Enumerable.Range(-3, 4).Select(scene.Window.Period.Plus).ToList();
        var frictions = scene.Taxonomie.Wrijvingen;
        var rows =
            from policy in scene.Taxonomie.Beleid
            let year = scene.Cijfers.Beleid(policy.Sleutel, "", null)
            where year is Getal { Waarde: > 0 }
            select (IReadOnlyList<ReportCell>)
            [
                Van(policy.Naam), Van(policy.Soort), year,
                .. quarters.Select(quarter => scene.Cijfers.Beleid(policy.Sleutel, "", quarter)),
                scene.Cijfers.Beleid(policy.Sleutel, "", scene.Window.Period, Maat.Casussen),
                .. frictions.Select(friction => scene.Cijfers.Beleid(policy.Sleutel, friction.Sleutel, null)),
                Van(string.Join("; ", policy.Verantwoordelijk.Eerst)),
            ];
        return new ReportTable(
            "Beleidseffecten",
            $"Beleidseffecten: wetten en instanties waarop mensen vastlopen, {scene.Gemeente.Naam}, twaalf maanden tot en met {scene.Window.To}",
            [
                "Aantal activiteiten waarin een wet of instantie genoemd is samen met iets dat vastloopt, zoals wachten, een afwijzing of een terugvordering. Dat is wat teams tegenkomen, geen oordeel over die wet of instantie en geen maat voor hoe vaak het misgaat.",
                "Niet optelbaar: in een activiteit kunnen meer wetten, instanties en soorten wrijving voorkomen.",
                .. NotCounted(scene),
                Texts.Afkortingen,
            ],
            [
                new("Wet of instantie", Breedte: 40), new("Soort", Breedte: 12), new("Activiteiten in twaalf maanden", Breedte: 16),
                .. quarters.Select(quarter => new ReportColumn($"Activiteiten {quarter}")),
                new($"Unieke casussen {scene.Window.Period}", Breedte: 16),
                .. frictions.Select(friction => new ReportColumn(friction.Naam, Breedte: 16) { Uitleg = friction.Definitie }),
                new("Eerst verantwoordelijk (suggestie)", Breedte: 40),
            ],
            [.. rows]);
    }

    private static IEnumerable<string> NotCounted(ReportScene scene)
    {
        if (scene.Cijfers.MaandenZonderBeleid.Count == 0)
            yield break;
        yield return $"Nog niet geteld in (een deel van de leveringen over) {string.Join(", ", scene.Cijfers.MaandenZonderBeleid.Order().Select(month => month.ToString()))}: die zijn verwerkt met een oudere versie. De aantallen zijn daar een ondergrens.";
    }
}
