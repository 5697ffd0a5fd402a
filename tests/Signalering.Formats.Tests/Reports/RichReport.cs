using System.Globalization;
using Signalering.Domain.Reporting;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Formats.Tests.Reports;

/// <summary>An invented report that holds every form of table, chart and cell. No real place, person or number.</summary>
internal static class RichReport
{
    private static readonly string[] Problems =
    [
        "Schulden en geldzorgen", "Onzekere huisvesting", "Eenzaamheid", "Mantelzorg onder druk", "Vocht en schimmel",
        "Taal en formulieren", "Jongeren zonder dagbesteding", "Energiearmoede", "Psychische nood", "Overlast in de buurt",
    ];

    private static readonly string[] Wijken =
        ["Binnenstad", "Lindenhof", "De Akkers", "Havenkwartier", "Oosterwijk-Zuid", "Het Nieuwland", "Dorpskern Velde"];

    public static SignaleringReport Make(int problems = 10, int wijken = 7) => new(
        "signalering-2026-Q3", "Signalering Lindewaard, derde kwartaal 2026",
        [Leeswijzer(), Agenda(), Kaarten(), Kwadranten(), Warmtekaart(problems, wijken), Trends(), Leveringen()],
        Cijfers(problems, wijken), Manifest())
    {
        Bewonerspagina =
        [
            "In Lindewaard helpen wijkteams mensen met vragen over geld, wonen, zorg en meedoen.",
            "In juli, augustus en september van 2026 kwam één ding veel terug: woningen met vocht en schimmel in Lindenhof.",
            "Wat wij u vragen: herkent u dit? Vertel het ons in de buurtkamer.",
        ],
        Bijlagen =
        [
            new("signalen", "Signalen", [],
                [new("signaal") { Uitleg = "Vaste sleutel van het signaal" }, new("status"), new("kans", 3)],
                [[Van("S-2026-001"), Van("concept"), Van(0.125m)], [Van("=cmd()"), Van("-gesloten"), NietBekend]]),
            new("leveringen", "Leveringen", ["Per wijkteam en maand."],
                [new("wijkteam"), new("maand"), new("activiteiten") { Eenheid = "activiteiten" }],
                [[Van("team-centrum"), Van("2026-07"), Van(120)], [Van("team-centrum"), Van("2026-08"), TeKlein]]),
        ],
    };

    public static SignaleringReport With(params ReportTable[] tables) => Make() with { Tabellen = tables };

    public static ReportTable Leeswijzer() => Table(
        "Leeswijzer", "Signalering Lindewaard, derde kwartaal 2026", TableForm.Pagina,
        [new("Onderwerp", Breedte: 26), new("Toelichting", Breedte: 100)],
        [
            [Van("Periode"), Van("Juli tot en met september 2026. Voorlopige uitgave 2.")],
            [Van("Volledigheid"), Van("17 van de 18 verwachte leveringen (wijkteam × maand) zijn binnen.")],
            [
                Van("Wat wij niet zien"),
                Van("Wie geen wijkteam bezoekt, staat hier niet in.\nAantallen zeggen wat teams tegenkomen."),
            ],
        ]);

    public static ReportTable Agenda() => Table(
        "Agenda", "Agenda voor het gesprek: signalen op volgorde van bewijs", TableForm.Tabel,
        [new("Nr"), new("Signaal", Breedte: 50), new("Wat wij zien", Breedte: 70), new("Bewijs", Breedte: 26)],
        [
            [
                Van(1), Van("Vocht en schimmel in Lindenhof"),
                Van("Van 12 naar 41 casussen in vier kwartalen; verwacht 9 tot 19. Drie van de vier teams zien het."),
                Van("sterk"),
            ],
            [
                Van(2), Van("Energiearmoede in De Akkers"),
                Van("Elke winter terugkerend; dit jaar hoger dan verwacht."), Van("matig"),
            ],
            [
                Van(3), Van("Minder meldingen van eenzaamheid"),
                Van("Waarschijnlijk een andere manier van registreren."), Van("let op: artefact"),
            ],
        ],
        ["De volgorde is die van het bewijs en geen ranglijst van wijken."]);

    public static ReportTable Kaarten()
    {
        string[] choices = ["herkend", "deels herkend", "niet herkend"];
        string[] ladder =
        [
            "privé: één huishouden", "gedeeld in de wijk", "publieke kwestie, nog niet op de agenda",
            "op de agenda van de gemeente",
        ];
        var rows = new List<IReadOnlyList<ReportCell>>();
        foreach (var (name, fact) in new[]
        {
            ("Vocht en schimmel in Lindenhof", "41 unieke casussen in het derde kwartaal van 2026 (verwacht 9 tot 19)."),
            ("Energiearmoede in De Akkers", "28 unieke casussen in het derde kwartaal van 2026 (verwacht 10 tot 24)."),
        })
        {
            rows.Add([Van(name), Van("Feiten"), Van(fact)]);
            rows.Add(
            [
                Van(name), Van("Mogelijke artefacten"), Van("Team Lindenhof registreert sinds juni met een nieuw systeem."),
            ]);
            rows.Add(
            [
                Van(name), Van("Wat zijn de oorzaken?"),
                Van("Suggestie uit de taxonomie: achterstallig onderhoud, slechte ventilatie. Verder nog te beantwoorden."),
            ]);
            rows.Add([Van(name), Van("Herkenning door bewoners"), new Invulbaar("", choices)]);
            rows.Add([Van(name), Van("Status op de ladder"), new Invulbaar("gedeeld in de wijk", ladder)]);
            rows.Add([Van(name), Van("Eigenaar en volgend moment"), new Invulbaar("", [])]);
        }

        return Table(
            "Dialoogkaarten", "Dialoogkaarten: een kaart per signaal", TableForm.Kaarten,
            [new("Signaal", Breedte: 32), new("Onderwerp", Breedte: 30), new("Inhoud", Breedte: 80)], rows,
            ["Gele, omlijnde cellen zijn om in te vullen."]);
    }

    public static ReportTable Kwadranten() => Table(
        "Kwadranten", "Uren per kwadrant, Lindewaard, derde kwartaal 2026", TableForm.Tabel,
        [new("Kwadrant", Breedte: 34), new("Uren", 1), new("Aandeel (%)", 1), new("Vorig kwartaal (%)", 1)],
        [
            [Van("Directe hulp aan mensen"), Van(4321.5m), Van(78.2m), Van(80.1m)],
            [Van("Groepen en ontmoeting"), Van(702.25m), Van(12.7m), Van(11.0m)],
            [Van("Samenwerken met partners"), Van(410m), Van(7.4m), Van(7.2m)],
            [Van("Signaleren en beleid"), TeKlein, TeKlein, Van(1.7m)],
        ],
        ["[c] = niet getoond."]) with
    {
        Grafieken =
        [
            new("Aandeel van de uren per kwadrant, derde kwartaal 2026", "Directe hulp neemt 78,2 % van de uren.",
                ChartKind.Balk, new ChartLabels.Column(0), [new("Derde kwartaal", 2)], "Aandeel van de uren (%)")
            {
                Referentie = ("Profiel van het beroep (geen norm)", 95),
            },
            new("Aandeel van de uren, twee kwartalen", "De verdeling is bijna gelijk gebleven.", ChartKind.Balk,
                new ChartLabels.Column(0), [new("Derde kwartaal", 2), new("Vorig kwartaal", 3)], "Aandeel van de uren (%)"),
        ],
    };

    public static ReportTable Warmtekaart(int problems = 10, int wijken = 7) => Table(
        "Wijk_thema", "Unieke casussen per 1.000 inwoners, per wijk en thema, derde kwartaal 2026", TableForm.Warmtekaart,
        [new("Sociaal probleem", Breedte: 32), .. Enumerable.Range(0, wijken).Select(w => new ReportColumn(Wijk(w), 1, 12))],
        [
            .. Enumerable.Range(0, problems).Select(p => (IReadOnlyList<ReportCell>)
            [
                Van(Problem(p)),
                .. Enumerable.Range(0, wijken).Select(w =>
                    ((p * 7) + (w * 3)) % 11 == 0 ? TeKlein : Van((((p * 13) + (w * 29)) % 97) / 10m)),
            ]),
        ],
        ["[c] = niet getoond."]);

    public static ReportTable Trends()
    {
        var months = Enumerable.Range(0, 24).Select(m =>
            new DateOnly(2024, 10, 1).AddMonths(m).ToString("yyyy-MM", CultureInfo.InvariantCulture));
        return Table(
            "Trends", "Activiteiten per sociaal probleem en maand, Lindewaard, 2024-10 tot en met 2026-09", TableForm.Tabel,
            [new("Sociaal probleem", Breedte: 32), .. months.Select(m => new ReportColumn(m, 0, 9))],
            [
                .. Problems.Select((problem, p) => (IReadOnlyList<ReportCell>)
                [
                    Van(problem),
                    .. Enumerable.Range(0, 24).Select(m => Value(p, m)),
                ]),
            ],
            ["Een maand zonder levering is [x], niet nul."]) with
        {
            Grafieken =
            [
                new("Vocht en schimmel, 2024-10 tot en met 2026-09",
                    "Na een val eind 2025 stijgt het aantal in negen maanden van 15 naar 39 per maand.",
                    ChartKind.Lijn, new ChartLabels.Headers(1, 24), [new("Vocht en schimmel", 4)], "Activiteiten per maand")
                {
                    Referentie = ("Bovengrens van het verwachte", 22),
                },
                new("Drie problemen naast elkaar, 2024-10 tot en met 2026-09",
                    "De drie bewegen op en neer, zonder stijging of daling.",
                    ChartKind.Lijn, new ChartLabels.Headers(1, 24),
                    [new("Schulden en geldzorgen", 0), new("Onzekere huisvesting", 1), new("Eenzaamheid", 2)],
                    "Activiteiten per maand"),
            ],
        };
    }

    public static ReportTable Leveringen() => Table(
        "Leveringen", "Leveringen van de wijkteams in het derde kwartaal van 2026", TableForm.Tabel,
        [new("Wijkteam", Breedte: 30), new("2026-07"), new("2026-08"), new("2026-09")],
        [[Van("Team Centrum"), Van(1210), Van(980), Van(1304)], [Van("Team Lindenhof"), Van(640), NietBekend, Van(702)]]);

    private static ReportCell Value(int problem, int month) => (problem, month) switch
    {
        (4, 3) or (1, 11) => TeKlein,
        (_, 7) => NietBekend,
        (4, > 14) => Van(12 + (3 * (month - 14))),
        _ => Van(20 + (problem * 9) + ((month * 7 + problem) % 13)),
    };

    private static ReportTable Cijfers(int problems, int wijken) => new(
        "cijfers", "Cijfers", [],
        [
            new("periode") { Uitleg = "Kwartaal of maand" }, new("gebied"), new("probleem"), new("maat"),
            new("waarde", 1), new("status"),
        ],
        [
            .. from p in Enumerable.Range(0, problems)
               from w in Enumerable.Range(0, wijken)
               select (IReadOnlyList<ReportCell>)
               [
                   Van("2026-Q3"), Van(Wijk(w)), Van(Problem(p)), Van("activiteiten"),
                   (p + w) % 9 == 0 ? Van("") : Van((p * 3) + w + 0.5m), Van((p + w) % 9 == 0 ? "te_klein" : "exact"),
               ],
        ]);

    private static ReportTable Table(
        string name, string title, TableForm form, IReadOnlyList<ReportColumn> columns,
        IReadOnlyList<IReadOnlyList<ReportCell>> rows, IReadOnlyList<string>? explanation = null) =>
        new(name, title, explanation ?? [], columns, rows) { Vorm = form };

    private static string Problem(int position) => position < Problems.Length
        ? Problems[position]
        : string.Create(CultureInfo.InvariantCulture, $"Probleem {position + 1}");

    private static string Wijk(int position) => position < Wijken.Length
        ? Wijken[position]
        : string.Create(CultureInfo.InvariantCulture, $"Wijk {position + 1:00}");

    private static ReportManifest Manifest() => new(
        "2026-Q3", "GM9999", "0123456789abcdef", new ReportVersions("0.1.0", "1.0", "1.0", 1),
        new Dictionary<string, string> { ["drempel"] = "10" }, [new ReportInput("team-centrum", "2026-07", "ab", 120)]);
}
