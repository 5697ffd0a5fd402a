using Signalering.Domain.Taxonomy;
using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>The nine demands that teams say they meet (chapter 5), and the balance of help and activation.</summary>
internal static class QuestionSheets
{
    // The demands of chapter 5 in their order, each with the problem that counts it.
    private static readonly (string Vraag, string Probleem)[] Kernvragen =
    [
        ("Schulden en omgaan met financiën", "schulden"),
        ("Eenzaamheid", "eenzaamheid"),
        ("Lichte depressies", "depressieve_klachten"),
        ("Relatieproblemen", "relatieproblemen"),
        ("Echtscheiding", "echtscheiding"),
        ("Opvoeding", "opvoeding"),
        ("Chronische psychiatrie", "chronische_psychiatrie"),
        ("Vragen rond ziekte en handicap die niet op te lossen zijn", "ziekte_handicap"),
        ("Omgaan met buren: straat, flat, trappenhuis", "burenproblematiek"),
    ];

    /// <summary>Upper bound that the profile names for time in direct help; a reference, no norm.</summary>
    private const decimal ProfileShare = 95;

    /// <summary>The nine demands with the same quarter a year ago beside them.</summary>
    public static ReportTable Demands(ReportScene scene)
    {
        var before = scene.Window.Period.Plus(-4);
        return new ReportTable(
            "Kernvragen",
            $"De negen kernvragen van wijkteams, {scene.Gemeente.Naam}, {scene.Periode}",
            [
                "Volgorde en woorden van het beroepsprofiel (hoofdstuk 5); het is geen rangorde. Chronische vragen die niet over gaan, zijn geen mislukking.",
                $"Vergelijk met hetzelfde kwartaal een jaar eerder ({Naam(before)}): zo valt het seizoen weg. Een verschil kan ook komen door een levering die ontbreekt of een registratie die veranderde; zie Leveringen.",
                Texts.Afkortingen,
            ],
            [
                new("Kernvraag", Breedte: 44), new("Activiteiten"), new("Unieke casussen"), new("Uren", 0),
                new($"Activiteiten {before}", Breedte: 16), new("Verschil (circa)", Breedte: 16),
            ],
            [
                .. Kernvragen.Where(k => scene.IsGetoond(k.Probleem)).Select(k =>
                {
                    var now = scene.Cijfers.Probleem(k.Probleem, ReportWindow.Whole, scene.Window.Period, Maat.Activiteiten);
                    var then = scene.Cijfers.Probleem(k.Probleem, ReportWindow.Whole, before, Maat.Activiteiten);
                    return Rij(
                        Van(k.Vraag), now,
                        scene.Cijfers.Probleem(k.Probleem, ReportWindow.Whole, scene.Window.Period, Maat.Casussen),
                        scene.Cijfers.Probleem(k.Probleem, ReportWindow.Whole, scene.Window.Period, Maat.Uren),
                        then, Difference(now, then));
                }),
            ])
        {
            Grafieken =
            [
                new(
                    $"De kernvragen in {scene.Window.Period} en een jaar eerder",
                    "Balken per kernvraag: activiteiten in dit kwartaal en in hetzelfde kwartaal een jaar eerder. De cijfers staan in de tabel.",
                    ChartKind.Balk, new ChartLabels.Column(0),
                    [new($"{scene.Window.Period}", 1), new($"{before}", 4)], "aantal activiteiten"),
            ],
        };
    }

    /// <summary>The quadrants with their share of activities and of hours.</summary>
    public static ReportTable Quadrants(ReportScene scene)
    {
        var counted = scene.Taxonomie.Kwadranten
            .Where(k => k.Telt && k.Sleutel != SocialWorkTaxonomy.Onbepaald).ToList();
        var totals = new[] { Maat.Activiteiten, Maat.Uren }
            .ToDictionary(maat => maat, maat => Sum(counted.Select(k => Value(scene, k.Sleutel, maat))));
        return new ReportTable(
            "Kwadranten",
            $"De vier kwadranten, {scene.Gemeente.Naam}, {scene.Periode}",
            [
                "Elke activiteit staat in één kwadrant. Aandelen zijn van de vier kwadranten samen, berekend uit de gepubliceerde cijfers.",
                "Balans: volgens het beroepsprofiel gaat tot 95 % van de tijd naar directe hulp, terwijl van teams ook gevraagd wordt netwerken en gemeenschappen te bouwen. Die 95 % is een verwijzing en uitdrukkelijk geen norm.",
                "Unieke casussen zijn een ondergrens: activiteiten zonder casusnummer, zoals groepen, tellen daarin niet mee.",
                Texts.Afkortingen,
            ],
            [
                new("Kwadrant", Breedte: 30), new("Activiteiten"), new("Unieke casussen"), new("Uren", 0),
                new("Aandeel activiteiten (%)", Breedte: 18), new("Aandeel uren (%)", Breedte: 18),
                new("Wat het is", Breedte: 70),
            ],
            [
                .. scene.Taxonomie.Kwadranten.Select(kwadrant => Rij(
                    Van(kwadrant.Naam),
                    Value(scene, kwadrant.Sleutel, Maat.Activiteiten), Value(scene, kwadrant.Sleutel, Maat.Casussen),
                    Value(scene, kwadrant.Sleutel, Maat.Uren),
                    Share(kwadrant, Maat.Activiteiten), Share(kwadrant, Maat.Uren),
                    Van(kwadrant.Definitie))),
            ])
        {
            Grafieken =
            [
                new(
                    $"Balans: aandeel van de uren per kwadrant, {scene.Window.Period}",
                    "Balken met het aandeel van elk kwadrant in de uren. De lijn bij 95 % is wat het beroepsprofiel noemt als bovengrens voor directe hulp; het is geen norm.",
                    ChartKind.Balk, new ChartLabels.Column(0), [new("Aandeel uren (%)", 5)], "aandeel van de uren (%)")
                {
                    Referentie = ("tot 95 % directe hulp (beroepsprofiel 2016, geen norm)", ProfileShare),
                },
            ],
        };

        ReportCell Share(Kwadrant kwadrant, Maat maat) => !counted.Contains(kwadrant)
            ? Van("telt niet mee")
            : Percentage(Value(scene, kwadrant.Sleutel, maat), totals[maat]);
    }

    private static ReportCell Value(ReportScene scene, string kwadrant, Maat maat) =>
        scene.Cijfers.Kwadrant(kwadrant, ReportWindow.Whole, scene.Window.Period, maat);

    // Null when one of them is not published: a share of an unknown whole is none.
    private static decimal? Sum(IEnumerable<ReportCell> cells)
    {
        decimal sum = 0;
        foreach (var cell in cells)
        {
            if (cell is not Getal number)
                return null;
            sum += number.Waarde;
        }

        return sum;
    }

    private static ReportCell Percentage(ReportCell part, decimal? whole) =>
        part is Getal number && whole >= Texts.SmallestDenominator
            ? Van(Math.Round(100 * number.Waarde / whole.Value, 0, MidpointRounding.AwayFromZero))
            : part is Getal ? NietBekend : part;

    /// <summary>Difference between two published values; less than twice the rounding base is noise.</summary>
    internal static ReportCell Difference(ReportCell now, ReportCell then) => (now, then) switch
    {
        (Getal a, Getal b) when Math.Abs(a.Waarde - b.Waarde) >= Texts.SmallestDifference => Van(a.Waarde - b.Waarde),
        (Getal, Getal) => Van("gelijk"),
        (Afkorting, _) => now,
        _ => then,
    };
}
