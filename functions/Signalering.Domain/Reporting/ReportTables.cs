using System.Globalization;
using Signalering.Domain.Counting;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Municipality;
using Signalering.Domain.Taxonomy;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Domain.Reporting;

/// <summary>The sheets of the workbook, in Dutch, from protected cells only.</summary>
internal sealed class ReportTables(
    Gemeente gemeente, SocialWorkTaxonomy taxonomie, ReportWindow window, ReportCounts counts, ReportManifest manifest)
{
    private const string Shorthand =
        "[c] = niet getoond: minder dan 10 unieke casussen (of activiteiten zonder casusnummer). [x] = niet bekend.";

    private const string NotAdditive =
        "Niet optelbaar: een activiteit met twee problemen staat in twee rijen, een casus kan in meer rijen staan.";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>Cover: period, completeness, how to read.</summary>
    public ReportTable Leeswijzer()
    {
        var (delivered, expected) = Completeness();
        (string, string)[] lines =
        [
            ("Gemeente", $"{gemeente.Naam} ({gemeente.Code})"),
            ("Periode", $"{Period()} ({window.Period})"),
            ("Uitgave", "Voorlopig: een latere levering of correctie geeft een nieuwe versie."),
            ("Volledigheid", string.Create(Dutch, $"{delivered} van de {expected} verwachte leveringen (wijkteam × maand) zijn binnen.")),
            ("Waar het over gaat", "Activiteiten van wijkteams, geteld per wijk, kwadrant en sociaal probleem. Wat vaak terugkomt, kan een publieke kwestie zijn: dit rapport is bedoeld om daarover in gesprek te gaan."),
            ("Hoe te lezen", "Drie maten staan naast elkaar: activiteiten, unieke casussen en uren. Kijk eerst naar Volledigheid en Leveringen: een ontbrekende levering is geen daling."),
            ("Niet optelbaar", "Een activiteit kan over meer problemen gaan. Tel rijen daarom niet op; het totaal van een wijk staat in Kwadranten."),
            ("Kleine aantallen", Shorthand + " Wie cellen van elkaar aftrekt, kan soms toch een klein aantal vinden: deel deze voorlopige uitgave alleen binnen de gemeente."),
            ("Wat wij niet zien", "Wie geen wijkteam bezoekt, staat hier niet in. Aantallen zeggen wat teams tegenkomen en vastleggen, niet hoe vaak iets voorkomt."),
            ("Geen ranglijst", "Wijken verschillen in inwoners, teams en manier van registreren. De volgorde is die van de wijkcode."),
        ];
        return KeyValues("Leeswijzer", $"Signalering {gemeente.Naam}, {Period()}", [], lines);
    }

    /// <summary>Quadrants of the municipality with their share.</summary>
    public ReportTable Kwadranten()
    {
        var counted = taxonomie.Kwadranten.Where(k => k.Telt && k.Sleutel != SocialWorkTaxonomy.Onbepaald).ToList();
        var activities = counted.Sum(k => Quadrant(k.Sleutel)?.Activities ?? 0);
        var rows = taxonomie.Kwadranten.Select(kwadrant =>
        {
            var sum = Quadrant(kwadrant.Sleutel);
            var share = counted.Contains(kwadrant) && activities > 0 && sum is not null && SmallCells.MayPrint(sum)
                ? Van(Math.Round(100m * sum.Activities / activities, 1, MidpointRounding.AwayFromZero))
                : counted.Contains(kwadrant) ? SmallCells.Activities(sum) is Getal ? Van(0) : TeKlein : Van("telt niet mee");
            return (IReadOnlyList<ReportCell>)
            [
                Van(kwadrant.Naam), SmallCells.Activities(sum), share, SmallCells.Cases(sum), SmallCells.Hours(sum),
                Van(kwadrant.Definitie),
            ];
        });
        return new ReportTable(
            "Kwadranten",
            $"Activiteiten per kwadrant, {gemeente.Naam}, {Period()}",
            [
                "Elke activiteit staat in één kwadrant. Het aandeel is van de activiteiten in de vier kwadranten samen.",
                "Unieke casussen zijn een ondergrens: activiteiten zonder casusnummer, zoals groepen, tellen daarin niet mee.",
                Shorthand,
            ],
            [
                new("Kwadrant", Breedte: 30), new("Activiteiten"), new("Aandeel (%)", 1), new("Unieke casussen"),
                new("Uren", 1), new("Wat het is", Breedte: 70),
            ],
            [.. rows]);
    }

    /// <summary>Problem × wijk for one measure.</summary>
    public ReportTable ProblemenPerWijk(string naam, string maat, int decimals, Func<MeasureSum?, ReportCell> print)
    {
        var places = Places();
        return new ReportTable(
            naam,
            $"Sociale problemen per wijk: {maat}, {Period()}",
            [NotAdditive, Shorthand],
            [
                new("Sociaal probleem", Breedte: 32),
                .. places.Select(p => new ReportColumn(p.Naam, decimals)),
                new("Hele gemeente", decimals, 16),
            ],
            [
                .. Problems().Select(problem => (IReadOnlyList<ReportCell>)
                [
                    Van(problem.Naam),
                    .. places.Select(place => print(counts.ByWijk.GetValueOrDefault((problem.Sleutel, place.Code)))),
                    print(counts.ByWijk.GetValueOrDefault((problem.Sleutel, ReportCounts.Whole))),
                ]),
            ]);
    }

    /// <summary>Problem × month over two years, for the municipality.</summary>
    public ReportTable Trend() => new(
        "Trend",
        $"Activiteiten per sociaal probleem en maand, {gemeente.Naam}, {window.From} tot en met {window.To}",
        [
            "Een maand zonder enige levering is [x], niet nul. Vergelijk een maand met dezelfde maand een jaar eerder: december is " +
            "vaak laag en januari hoog.",
            "Een sprong kan ook komen door een uitgevallen of veranderde registratie: zie Leveringen.",
            NotAdditive,
            Shorthand,
        ],
        [new("Sociaal probleem", Breedte: 32), .. window.Months.Select(m => new ReportColumn(m.ToString(), 0, 9))],
        [
            .. Problems().Select(problem => (IReadOnlyList<ReportCell>)
            [
                Van(problem.Naam),
                .. window.Months.Select(month => counts.MonthsDelivered.Contains(month)
                    ? SmallCells.Activities(counts.ByMonth.GetValueOrDefault((problem.Sleutel, month)))
                    : NietBekend),
            ]),
        ]);

    /// <summary>Team × month: what arrived.</summary>
    public ReportTable Leveringen() => new(
        "Leveringen",
        $"Leveringen van de wijkteams: aantal activiteiten per maand, {window.From} tot en met {window.To}",
        [
            "[x] = geen levering voor deze maand, [z] = het team leverde toen nog niet. Een ontbrekende levering telt nergens als nul.",
            Shorthand,
        ],
        [new("Wijkteam", Breedte: 32), .. window.Months.Select(m => new ReportColumn(m.ToString(), 0, 9))],
        [
            .. gemeente.Wijkteams.Select(team => (IReadOnlyList<ReportCell>)
            [
                Van(team.Naam),
                .. window.Months.Select(month => counts.Deliveries.TryGetValue((team.Sleutel, month), out var sum)
                    ? SmallCells.Activities(sum)
                    : month < team.Vanaf ? new Afkorting("[z]") : NietBekend),
            ]),
        ]);

    /// <summary>Method, versions and parameters.</summary>
    public ReportTable Verantwoording()
    {
        (string, string)[] lines =
        [
            ("Herkomst", "Geanonimiseerde exports van wijkteams. Teksten worden bij ontvangst gelezen, ingedeeld en vergeten; bewaard blijven alleen tellingen per wijkteam en maand."),
            ("Persoonsgegevens", "Een bestand met persoonsgegevens wordt geweigerd en direct verwijderd. De controle kent e-mailadres, BSN (elfproef), bankrekening, telefoonnummer en postcode met huisnummer, en kolomkoppen die een persoon aankondigen."),
            ("Indeling", "Vaste, openbare termen per sociaal probleem en kwadrant (seeds/regels.json). Geen zelflerend systeem. Ontkenning en problemen van anderen worden nog niet herkend; lees aantallen als een aanwijzing."),
            ("Unieke casussen", "Geteld met versleutelde dossiernummers, met een sleutel per kalenderjaar. Zonder dossiernummer is het aantal casussen niet bekend; het wordt nooit geschat. Waar een deel van de activiteiten geen nummer heeft, is het aantal een ondergrens."),
            ("Onthulling", "Cellen met minder dan 10 unieke casussen (of activiteiten zonder casusnummer) zijn niet getoond. Tegen terugrekenen uit totalen is nog niet beveiligd."),
            ("Kenmerk", $"{manifest.Kenmerk} (dezelfde leveringen en versies geven hetzelfde kenmerk en dezelfde bestanden)"),
            ("Versie product", manifest.Versies.Product),
            ("Versie taxonomie", manifest.Versies.Taxonomie),
            ("Versie regels", manifest.Versies.Regels),
            ("Kubusschema", manifest.Versies.Kubusschema.ToString(CultureInfo.InvariantCulture)),
            .. manifest.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => ($"Parameter {p.Key}", p.Value)),
            ("Aantal getelde leveringen", manifest.Invoer.Count.ToString(CultureInfo.InvariantCulture) + " (wijkteam × maand; zie manifest.json)"),
        ];
        return KeyValues("Verantwoording", "Verantwoording: methode, versies en instellingen", [], lines);
    }

    private static ReportTable KeyValues(
        string naam, string titel, IReadOnlyList<string> toelichting, IEnumerable<(string, string)> lines) => new(
            naam, titel, toelichting,
            [new("Onderwerp", Breedte: 26), new("Toelichting", Breedte: 100)],
            [.. lines.Select(line => (IReadOnlyList<ReportCell>)[Van(line.Item1), Van(line.Item2)])]);

    private MeasureSum? Quadrant(string key) => counts.QuadrantsByWijk.GetValueOrDefault((key, ReportCounts.Whole));

    private IEnumerable<(string Sleutel, string Naam)> Problems() =>
        taxonomie.Problemen.Select(p => (p.Sleutel, p.Naam)).Append((SocialWorkTaxonomy.Geen, "Geen probleem herkend"));

    private List<(string Code, string Naam)> Places() =>
    [
        .. gemeente.Wijken.Select(w => (w.Code, w.Naam)),
        (WijkIndex.Elders, "Elders"),
        (WijkIndex.Onbekend, "Wijk onbekend"),
    ];

    private string Period() => string.Create(
        Dutch, $"{QuarterNames[window.Period.Number - 1]} kwartaal {window.Period.Year}");

    private static readonly string[] QuarterNames = ["eerste", "tweede", "derde", "vierde"];

    private (int Delivered, int Expected) Completeness()
    {
        var expected = gemeente.Wijkteams.SelectMany(team => window.Period.Months
            .Where(month => month >= team.Vanaf)
            .Select(month => (team.Sleutel, month))).ToList();
        return (expected.Count(counts.Deliveries.ContainsKey), expected.Count);
    }
}
