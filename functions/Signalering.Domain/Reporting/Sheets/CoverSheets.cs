using System.Globalization;
using Signalering.Domain.Classification;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>What the report is, on what it rests and how it was made.</summary>
internal static class CoverSheets
{
    private const int MostLines = 6;

    /// <summary>Cover: period, completeness, what stands out, how to read, what is not seen.</summary>
    public static ReportTable Guide(
        ReportScene scene, IReadOnlyList<AgendaItem> items, IReadOnlyList<BlockedView> blocked, int withheld, string edition)
    {
        var (delivered, expected) = Completeness(scene);
        (string, string)[] lines =
        [
            ("Gemeente", $"{scene.Gemeente.Naam} ({scene.Gemeente.Code})"),
            ("Periode", $"{scene.Periode} ({scene.Window.Period})"),
            ("Uitgave", edition),
            ("Volledigheid", string.Create(ReportScene.Dutch, $"{delivered} van de {expected} verwachte leveringen (wijkteam × maand) zijn binnen.")),
            ("In het kort", Signals(items, withheld)),
            .. items.Where(item => !item.IsOpgelost).Take(MostLines).Select(item => ($"Signaal {item.Nummer}", Line(item))),
            .. items.Where(item => item.IsOpgelost).Take(MostLines).Select(item => ($"Voorbij: {item.Nummer}", Line(item))),
            .. blocked.Take(MostLines).Select(b => ("Geen signaal", $"{b.Onderwerp}. {b.Reden}")),
            .. More(blocked.Count - MostLines),
            ("Hoe te lezen", "Begin bij Agenda en Dialoogkaarten. Activiteiten, unieke casussen en uren staan naast elkaar; ze zeggen elk iets anders. Kijk bij een verschil eerst naar Leveringen: een ontbrekende levering is geen daling."),
            ("Waar het over gaat", "Activiteiten van wijkteams, geteld per wijk, kwadrant en sociaal probleem. Wat vaak terugkomt, kan een publieke kwestie zijn: dit rapport is bedoeld om daarover in gesprek te gaan."),
            ("Niet optelbaar", "Een activiteit kan over meer problemen gaan. Tel rijen daarom niet op; het totaal staat in Kwadranten."),
            ("Kleine aantallen", Texts.Afkortingen),
            ("Wat wij niet zien", "Wie geen wijkteam bezoekt, staat hier niet in. Aantallen zeggen wat teams tegenkomen en vastleggen, niet hoe vaak iets voorkomt. Een team dat vaker vraagt, vindt meer."),
            ("Geen ranglijst", "Wijken verschillen in inwoners, teams en manier van registreren. Tabellen staan in de volgorde van de wijkcode."),
            ("Geen oorzaken", "Het rapport wijst geen oorzaken en geen schuldigen aan. Oorzaken zijn de eerste vraag van elke dialoogkaart."),
        ];
        return Page("Leeswijzer", $"Signalering {scene.Gemeente.Naam}, {scene.Periode}", lines);
    }

    private static string Line(AgendaItem item)
    {
        var figures = item.Signaal.Feiten.FirstOrDefault(string.Empty);
        return $"{item.Signaal.Titel}. {item.Signaal.Waarneming} {figures} ({item.Signaal.Bewijs})";
    }

    private static IEnumerable<(string, string)> More(int count) =>
        count > 0 ? [("Geen signaal", "Wat verder niet beoordeeld kon worden, staat bij Leveringen.")] : [];

    /// <summary>Team × month: what arrived.</summary>
    public static ReportTable Deliveries(ReportScene scene, IReadOnlyList<BlockedView> blocked) => new(
        "Leveringen",
        $"Leveringen van de wijkteams: aantal activiteiten per maand, {ReportScene.Naam(scene.Window.From, scene.Window.To)}",
        [
            "[x] = geen levering voor deze maand, [z] = het team leverde toen nog niet. Een ontbrekende levering telt nergens als nul.",
            .. blocked.Select(b => $"{b.Onderwerp}. {b.Reden}"),
            Texts.Afkortingen,
        ],
        [new("Wijkteam", Breedte: 28), .. scene.Window.Months.Select(ReportScene.Kolom)],
        [
            .. scene.Gemeente.Wijkteams.Select(team => (IReadOnlyList<ReportCell>)
            [
                Van(team.Naam),
                .. scene.Window.Months.Select(month =>
                    month < team.Vanaf ? new Afkorting("[z]") : scene.Cijfers.Levering(team.Sleutel, month)),
            ]),
        ]);

    /// <summary>Method, versions and parameters.</summary>
    /// <param name="scene">What may be printed.</param>
    /// <param name="score">How often the rules are right; null when it is not known.</param>
    public static ReportTable Method(ReportScene scene, RuleScore? score)
    {
        var manifest = scene.Manifest;
        (string, string)[] lines =
        [
            ("Periode", manifest.Periode),
            ("Dialoogstand", scene.Dialoog.Stand.ToString(CultureInfo.InvariantCulture)),
            ("Herkomst", "Geanonimiseerde exports van wijkteams. Teksten worden bij ontvangst gelezen, ingedeeld en vergeten; bewaard blijven alleen tellingen per wijkteam en maand."),
            ("Persoonsgegevens", "Een bestand met persoonsgegevens wordt geweigerd of vastgehouden en niet geteld; hoe dat gaat staat in docs/methoden/persoonsgegevens.md."),
            ("Indeling", "Vaste, openbare regels per sociaal probleem en kwadrant (seeds). Geen zelflerend systeem. Hoe het werkt staat in docs/methoden/classificatie.md."),
            .. Scored(scene, score),
            ("Signalen", "Een signaal is een patroon dat boven het gewone uitkomt en dat de controle op vertekening doorstaat: docs/methoden/detectie.md, met de foutkansen."),
            ("Unieke casussen", "Geteld met versleutelde dossiernummers, met een sleutel per kalenderjaar. Zonder dossiernummer is het aantal casussen niet bekend; het wordt nooit geschat. Waar een deel van de activiteiten geen nummer heeft, is het aantal een ondergrens."),
            ("Onthulling", "Kleine aantallen zijn niet getoond en wat getoond wordt is zo afgerond en aangevuld dat ze niet terug te rekenen zijn: docs/methoden/onthulling.md."),
            ("Herkenning", "Een signaal heet 'concept' tot beleid en bewoners of teams zich erin herkennen. Die antwoorden komen uit de dialoogkaarten."),
            ("Kenmerk", $"{manifest.Kenmerk} (dezelfde leveringen, antwoorden en versies geven hetzelfde kenmerk en dezelfde bestanden)"),
            ("Versie product", manifest.Versies.Product),
            ("Versie taxonomie", manifest.Versies.Taxonomie),
            ("Versie regels", manifest.Versies.Regels),
            ("Kubusschema", manifest.Versies.Kubusschema.ToString(CultureInfo.InvariantCulture)),
            .. manifest.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (Parameter(p.Key), p.Value)),
            ("Aantal getelde leveringen", manifest.Invoer.Count.ToString(CultureInfo.InvariantCulture) + " (wijkteam × maand; zie manifest.json)"),
        ];
        return Page("Verantwoording", "Verantwoording: methode, versies en instellingen", lines);
    }

    /// <summary>Deliveries of the period: how many are in, and how many were expected.</summary>
    public static (int Delivered, int Expected) Completeness(ReportScene scene)
    {
        var delivered = scene.Manifest.Invoer.Select(input => (input.Wijkteam, input.Maand)).ToHashSet();
        var expected = scene.Gemeente.Wijkteams.SelectMany(team => scene.Window.Period.Months
            .Where(month => month >= team.Vanaf)
            .Select(month => (team.Sleutel, month.ToString()))).ToList();
        return (expected.Count(delivered.Contains), expected.Count);
    }

    private static string Signals(IReadOnlyList<AgendaItem> items, int withheld)
    {
        var resolved = items.Count(item => item.IsOpgelost);
        var open = items.Count - resolved;
        return (open switch { 0 => "Geen signalen die stand houden.", 1 => "Eén onderwerp op de agenda.", _ => $"{open} onderwerpen op de agenda." }) +
            (resolved switch { 0 => string.Empty, 1 => " Eén eerder signaal is voorbij.", _ => $" {resolved} eerdere signalen zijn voorbij." }) +
            (withheld switch
            {
                0 => string.Empty,
                1 => " Eén patroon is niet getoond omdat de aantallen te klein zijn.",
                _ => $" {withheld} patronen zijn niet getoond omdat de aantallen te klein zijn.",
            });
    }

    // Quoted from the file that ships with the rules, never written here.
    private static IEnumerable<(string, string)> Scored(ReportScene scene, RuleScore? score)
    {
        if (score is null)
            yield break;
        yield return ("Indeling: hoe vaak goed", string.Create(
            ReportScene.Dutch,
            $"Regels {score.Regels} op {score.Rijen} zinnen die met de hand zijn ingedeeld en niet gebruikt om de regels te maken: van de problemen die de regels aanwijzen klopt {100 * score.Precisie:0} % (precisie), van de problemen die er staan vinden zij {100 * score.Vangst:0} % (vangst); F1 {score.MicroF1:0.00}. Het kwadrant klopt bij {100 * score.KwadrantGoed:0} %. Die zinnen zijn van iemand die de regels niet kende; in uw gemeente kan het anders uitvallen."));
        if (score.Proeven.Count > 0)
        {
            yield return ("Indeling: nieuwe tekst", string.Create(
                ReportScene.Dutch,
                $"Eerdere proeven, gemeten voordat er een regel op werd aangepast: {string.Join("; ", score.Proeven.Select(t => string.Create(ReportScene.Dutch, $"{t.Naam} F1 {t.MicroF1:0.00} ({t.Rijen} zinnen)")))}. Wat zonder woorden van het vak wordt opgeschreven, missen de regels vaker: de aantallen per probleem zijn dan te laag."));
        }

        var weakest = score.PerProbleem.Where(one => scene.IsGetoond(one.Probleem)).OrderBy(one => one.F1).ThenBy(one => one.Probleem, StringComparer.Ordinal).Take(3)
            .Select(one => string.Create(
                ReportScene.Dutch, $"{scene.Taxonomie.FindProblem(one.Probleem)?.Naam ?? one.Probleem} ({one.F1:0.00})")).ToList();
        if (weakest.Count > 0)
            yield return ("Indeling: minst zeker", $"Laagste F1 in de toets: {string.Join(", ", weakest)}. Lees deze cijfers met meer voorzichtigheid.");
    }

    // As the manifest names it, in words where there are some.
    internal static string Parameter(string key) => key switch
    {
        "toets_indeling_f1" => "F1 van de toets op de indeling",
        "opdrachtgevers" => "Eigen uitgaven voor",
        "dialoog" => "Kenmerk van de antwoorden",
        "drempel_unieke_casussen" => "Drempel: kleinste aantal unieke casussen dat getoond wordt",
        "maanden_geschiedenis" => "Maanden geschiedenis voor wat gewoon is",
        "maanden_trend" => "Maanden in Trends",
        _ => $"Instelling {key}",
    };

    private static ReportTable Page(string naam, string titel, IEnumerable<(string, string)> lines) => new(
        naam, titel, [],
        [new("Onderwerp", Breedte: 26), new("Toelichting", Breedte: 100)],
        [.. lines.Select(line => (IReadOnlyList<ReportCell>)[Van(line.Item1), Van(line.Item2)])])
    {
        Vorm = TableForm.Pagina,
    };
}
