using Signalering.Domain.Counting;
using Signalering.Domain.Detection;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Municipality;
using Signalering.Domain.Taxonomy;
using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>What a team hears: what it delivered, what was made of it, and what became of its signals.</summary>
/// <remarks>A team stands beside its own past only, never beside another team. Figures are rounded to five and withheld
/// under ten, like all others; per problem they stay out, since a team's area cuts across wijken.</remarks>
internal static class TeamSheets
{
    private const decimal RoundingBase = 5;
    private const int Smallest = 10;

    /// <summary>The edition of one team.</summary>
    /// <param name="scene">Of the municipality's report.</param>
    /// <param name="team">The team.</param>
    /// <param name="cubes">Cubes of this team only.</param>
    /// <param name="items">Subjects of the agenda that touch a wijk of this team.</param>
    /// <param name="chances">Missing collective answers in its wijken.</param>
    /// <param name="artefacts">What was found in the deliveries.</param>
    public static SignaleringReport Edition(
        ReportScene scene, Wijkteam team, IReadOnlyList<Cube> cubes, IReadOnlyList<AgendaItem> items, IReadOnlyList<SignalView> chances,
        IReadOnlyList<MonthCoverage> artefacts)
    {
        ReportTable[] tables =
        [
            Guide(scene, team, items), Signals(scene, team, items, artefacts), Chances(scene, team, chances), Delivered(scene, team, cubes),
            Made(scene, team, cubes),
        ];
        return new SignaleringReport(
            $"team-{team.Sleutel}-{scene.Window.Period}",
            $"{team.Naam}, {scene.Periode}",
            tables,
            new ReportTable("cijfers", "Cijfers", [], [new("leeg")], []),
            scene.Manifest);
    }

    private static ReportTable Guide(ReportScene scene, Wijkteam team, IReadOnlyList<AgendaItem> items)
    {
        var answered = items.Count(item => SignalSheets.Given(scene, item, "antwoord_team").Length > 0);
        return new ReportTable(
            "Leeswijzer", $"{team.Naam}: wat u aanleverde en wat ermee gebeurde, {scene.Periode}", [],
            [new("Onderwerp", Breedte: 26), new("Toelichting", Breedte: 100)],
            [
                Rij(Van("Waarom dit bericht"), Van("Registreren krijgt zin als u ziet wat ermee gebeurt. Hier staat wat uw team aanleverde, wat wij ervan maakten en wat er met uw signalen is gedaan.")),
                Rij(Van("Signalen"), Van(items.Count switch
                {
                    0 => "Uw team droeg dit kwartaal niet bij aan een signaal dat stand houdt.",
                    1 => "Uw team droeg bij aan één onderwerp op de agenda.",
                    _ => $"Uw team droeg bij aan {items.Count} onderwerpen op de agenda.",
                } + (items.Count, answered) switch
                {
                    (0, _) => string.Empty,
                    (_, 0) => " Er is nog geen antwoord voor uw team.",
                    (_, 1) => " Op één daarvan is een antwoord voor uw team.",
                    _ => $" Op {answered} daarvan is een antwoord voor uw team.",
                })),
                .. items.Select(item => Rij(Van(item.IsOpgelost ? "Voorbij" : "Onderwerp"), Van($"{item.Signaal.Titel}. {item.Signaal.Waarneming}"))),
                Rij(Van("Herkent u dit?"), Van("Zeg het tegen wie de agenda maakt, ook als u het níet herkent: zonder herkenning blijft een signaal een concept.")),
                Rij(Van("Vergelijken"), Van("U ziet alleen uw eigen team, naast uw eigen eerdere maanden. Teams verschillen in wijken, taken en manier van registreren.")),
                Rij(Van("Kleine aantallen"), Van(Texts.Afkortingen)),
                Rij(Van("Klopt het niet?"), Van("Lever de maand opnieuw aan: de nieuwste levering telt. Het ontvangstbewijs zegt per rij wat er anders moet.")),
            ])
        {
            Vorm = TableForm.Pagina,
        };
    }

    private static ReportTable Signals(
        ReportScene scene, Wijkteam team, IReadOnlyList<AgendaItem> items, IReadOnlyList<MonthCoverage> artefacts) => new(
        "Signalen", $"Onderwerpen waaraan {team.Naam} bijdroeg, {scene.Periode}",
        ["Wat er met een signaal gebeurde, komt uit de dialoogkaarten die beleid en partners invullen."],
        [
            new("Onderwerp", Breedte: 36), new("Wat we zien", Breedte: 60), new("Stand", Breedte: 14), new("Trede", Breedte: 26),
            new("Besluit", Breedte: 34), new("Antwoord aan het team", Breedte: 44), new("Sindsdien", Breedte: 40),
        ],
        [
            .. items.Select(item => Rij(
                Van(item.Signaal.Titel), Van(SignalSheets.Seen(item)), Van(item.Signaal.Stand),
                Van(Ladder.Treden[SignalSheets.Step(scene, item)]),
                Van(Answer(scene, item, "besluit")), Van(Answer(scene, item, "antwoord_team")),
                Van(FollowUpSheet.Sentence(scene, item, artefacts) ?? "–"))),
        ]);

    private static ReportTable Chances(ReportScene scene, Wijkteam team, IReadOnlyList<SignalView> chances) => new(
        "Schakelkansen", $"Waar een collectief antwoord kan ontbreken, wijken van {team.Naam}, {scene.Periode}",
        ["Veel individuele hulp en (bijna) geen groep of buurtactiviteit over hetzelfde probleem. Een kans, geen verwijt; een groep van een andere organisatie zien wij niet."],
        [new("Kans", Breedte: 44), new("Cijfers", Breedte: 60), new("Suggestie voor een collectief antwoord", Breedte: 60)],
        [
            .. chances.Select(chance => Rij(
                Van(chance.Titel), Van(string.Join(" ", chance.Feiten)),
                Van(string.Join("; ", scene.Taxonomie.FindProblem(chance.Probleem)!.CollectiefAntwoord.DefaultIfEmpty("nog te beantwoorden"))))),
        ]);

    private static ReportTable Delivered(ReportScene scene, Wijkteam team, IReadOnlyList<Cube> cubes)
    {
        var byMonth = cubes.ToDictionary(cube => cube.Header.Month);
        return new ReportTable(
            "Geleverd", $"Wat {team.Naam} aanleverde, {Naam(scene.Window.From, scene.Window.To)}",
            ["[x] = geen levering voor deze maand; dat telt nergens als nul.", Texts.Afkortingen],
            [
                new("Maand"), new("Activiteiten"), new("Unieke casussen"), new("Uren"),
                new("Activiteiten een jaar eerder", Breedte: 18),
            ],
            [
                .. scene.Window.Months.Where(month => month >= team.Vanaf).Select(month =>
                {
                    var sum = Sum(byMonth.GetValueOrDefault(month), _ => true);
                    return Rij(
                        Van(Kort(month)), Print(sum?.Activities, sum), sum?.UniqueCases == 0 ? NietBekend : Print(sum?.UniqueCases, sum),
                        Print(sum?.Hours, sum),
                        Earlier(scene, team, byMonth, month.Plus(-12)));
                }),
            ])
        {
            Grafieken =
            [
                new(
                    $"Activiteiten per maand, {team.Naam}, naast een jaar eerder",
                    "Lijnen per maand: de maand zelf en dezelfde maand een jaar eerder. Een onderbreking is een maand zonder levering of een getal dat niet getoond wordt. De cijfers staan in de tabel.",
                    ChartKind.Lijn, new ChartLabels.Column(0), [new("Activiteiten", 1), new("Een jaar eerder", 4)], "aantal activiteiten"),
            ],
        };
    }

    // Before the two years of the report the team's own cube tells, rounded and withheld by the same rules.
    private static ReportCell Earlier(
        ReportScene scene, Wijkteam team, Dictionary<Month, Cube> byMonth, Month month)
    {
        if (month >= scene.Window.From)
            return scene.Cijfers.Levering(team.Sleutel, month);
        var sum = Sum(byMonth.GetValueOrDefault(month), _ => true);
        return Print(sum?.Activities, sum);
    }

    private static ReportTable Made(ReportScene scene, Wijkteam team, IReadOnlyList<Cube> cubes)
    {
        var now = cubes.Where(cube => Quarter.Of(cube.Header.Month) == scene.Window.Period).ToList();
        var before = cubes.Where(cube => Quarter.Of(cube.Header.Month) == scene.Window.Period.Plus(-4)).ToList();
        IReadOnlyList<ReportCell> Row(string name, Func<CubeTotal, bool> which) =>
            Rij(Van(name), Share(now, which), Share(before, which));

        return new ReportTable(
            "Ervan gemaakt", $"Wat wij ervan maakten, {team.Naam}, {scene.Periode}",
            [
                "Aandeel van alle activiteiten van uw team, in hele procenten. Klopt een verdeling niet met wat u deed? Dan missen onze regels woorden die u gebruikt; laat het weten.",
                Texts.Afkortingen,
            ],
            [new("Indeling", Breedte: 40), new($"{scene.Window.Period} (%)"), new($"{scene.Window.Period.Plus(-4)} (%)")],
            [
                .. scene.Taxonomie.Kwadranten.Select(kwadrant => Row(kwadrant.Naam, total => total.Kwadrant == kwadrant.Sleutel)),
                Rij(Van("Zonder herkend probleem"), WithoutProblem(now), WithoutProblem(before)),
            ]);
    }

    private static ReportCell Share(List<Cube> cubes, Func<CubeTotal, bool> which)
    {
        var whole = cubes.Sum(cube => cube.Totals.Sum(total => total.Measures.Activities));
        return Percentage(cubes.Sum(cube => cube.Totals.Where(which).Sum(total => total.Measures.Activities)), whole);
    }

    private static ReportCell WithoutProblem(List<Cube> cubes)
    {
        var whole = cubes.Sum(cube => cube.Totals.Sum(total => total.Measures.Activities));
        return Percentage(
            cubes.Sum(cube => cube.Cells.Where(cell => cell.Probleem == SocialWorkTaxonomy.Geen).Sum(cell => cell.Measures.Activities)), whole);
    }

    // From rounded figures: a share of N tells a count within N/200.
    private static ReportCell Percentage(int part, int whole)
    {
        if (whole < Texts.SmallestDenominator)
            return NietBekend;
        if (part is > 0 and < Smallest || whole - part is > 0 and < Smallest)
            return TeKlein;
        return Van(Math.Round(100m * Round(part) / Round(whole), 0, MidpointRounding.AwayFromZero));
    }

    private static MeasureSum? Sum(Cube? cube, Func<CubeTotal, bool> which)
    {
        if (cube is null)
            return null;
        var sum = new MeasureSum();
        foreach (var total in cube.Totals.Where(which))
            sum.Add(cube, total.Measures);
        return sum;
    }

    private static ReportCell Print(decimal? value, MeasureSum? sum)
    {
        if (value is null)
            return NietBekend;
        return sum!.Activities is > 0 and < Smallest || value is > 0 and < Smallest ? TeKlein : Van(Round(value.Value));
    }

    private static decimal Round(decimal value) => Math.Round(value / RoundingBase, MidpointRounding.AwayFromZero) * RoundingBase;

    private static string Answer(ReportScene scene, AgendaItem item, string field) =>
        SignalSheets.Given(scene, item, field) is { Length: > 0 } answer ? answer : "nog geen antwoord";
}
