using Signalering.Domain.Counting;
using Signalering.Domain.Intake;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Deliveries;

/// <summary>The figures of a receipt, from the cubes of a delivery and the team's ledger.</summary>
internal sealed class ReceiptContents(IntakeKnowledge knowledge)
{
    /// <summary>Change in a fill rate that is pointed out. The same as in the ledger.</summary>
    private static readonly LedgerOptions Bounds = new();

    /// <summary>Counts over all months.</summary>
    public static ReceiptTotals Totals(IntakeResult result)
    {
        var sum = new MeasureSum();
        foreach (var cube in result.Cubes)
        {
            foreach (var total in cube.Totals)
                sum.Add(cube, total.Measures);
        }

        return new ReceiptTotals(
            sum.Activities, sum.CasesAreComplete ? sum.UniqueCases : null, sum.Hours, sum.WithoutMinutes, sum.Participants,
            result.Duplicates, result.Marked);
    }

    /// <summary>Shares per quadrant, and of what was not recognised.</summary>
    public ReceiptLabels Labels(IntakeResult result)
    {
        var all = result.Cubes.Sum(cube => cube.Header.Activities);
        var quadrants = knowledge.Taxonomie.Kwadranten.Select(quadrant =>
        {
            var count = result.Cubes.SelectMany(cube => cube.Totals).Where(t => t.Kwadrant == quadrant.Sleutel)
                .Sum(t => t.Measures.Activities);
            return new ReceiptShare(quadrant.Naam, count, Share(count, all));
        });
        var none = result.Cubes.SelectMany(cube => cube.Cells).Where(cell => cell.Probleem == SocialWorkTaxonomy.Geen)
            .Sum(cell => cell.Measures.Activities);
        return new ReceiptLabels([.. quadrants.Where(q => q.Aantal > 0)], Share(none, all), null);
    }

    /// <summary>Fill rates of this delivery, next to those of the twelve months before its first.</summary>
    public static IReadOnlyList<ReceiptFill> Fill(IntakeResult result, TeamLedger? ledger)
    {
        var rows = result.Fill.Sum(fill => fill.Rijen);
        if (rows == 0)
            return [];
        var before = Before(result, ledger);
        return
        [
            .. result.Fill.SelectMany(fill => fill.Gevuld).GroupBy(pair => pair.Key).OrderBy(group => group.Key).Select(group =>
            {
                var now = Share(group.Sum(pair => pair.Value), rows);
                var shares = before.Where(entry => entry.Vulgraad.ContainsKey(FieldNames.Of(group.Key)))
                    .Select(entry => entry.Vulgraad[FieldNames.Of(group.Key)]).ToList();
                double? usual = shares.Count == 0 ? null : Math.Round(shares.Average(), 4);
                var stands = shares.Count >= Bounds.FewestMonths && Math.Abs(now - usual!.Value) >= Bounds.FillChange;
                return new ReceiptFill(DutchFields.NameOf(group.Key), now, usual, stands);
            }),
        ];
    }

    /// <summary>What the ledger finds in the months of this delivery.</summary>
    public static IReadOnlyList<string> Comparability(IntakeResult result, TeamLedger? ledger)
    {
        if (ledger is null || result.Cubes.Count == 0)
            return [];
        var months = result.Cubes.Select(cube => cube.Header.Month).ToHashSet();
        var first = ledger.Leveringen.Count == 0 ? result.Cubes[0].Header.Month : ledger.Leveringen[0].Maand;
        return
        [
            .. LedgerFindings.Of(ledger, first, Bounds).Where(finding => months.Contains(finding.Maand))
                .Where(finding => finding.Soort != ArtefactKind.Ontbreekt)
                .Select(finding => $"{finding.Maand}: {finding.Uitleg}"),
        ];
    }

    private static List<LedgerEntry> Before(IntakeResult result, TeamLedger? ledger)
    {
        if (ledger is null || result.Cubes.Count == 0)
            return [];
        var first = result.Cubes[0].Header.Month;
        return
        [
            .. ledger.Leveringen.Where(entry => entry.Maand < first && entry.Maand >= first.Plus(-Bounds.LookBack))
                .GroupBy(entry => entry.Maand).Select(group => group.Last()),
        ];
    }

    private static double Share(int part, int all) => all == 0 ? 0 : Math.Round((double)part / all, 4);
}

/// <summary>Dutch names of fields, for people.</summary>
internal static class DutchFields
{
    /// <summary>As it stands in a receipt.</summary>
    public static string NameOf(Field column) => column switch
    {
        Field.ActiviteitId => "Nummer",
        Field.Wijkteam => "Wijkteam",
        Field.Datum => "Datum",
        Field.DuurMinuten => "Duur (minuten)",
        Field.DuurUren => "Duur (uren)",
        Field.Duur => "Duur",
        Field.Soort => "Soort",
        Field.Kanaal => "Kanaal",
        Field.Leefgebied => "Leefgebied",
        Field.Omschrijving => "Omschrijving",
        Field.Deelnemers => "Deelnemers",
        Field.Wijk => "Wijk",
        Field.Casus => "Casusnummer",
        Field.Functie => "Functie",
        Field.Herkomst => "Herkomst",
        Field.Resultaat => "Resultaat",
        Field.Signaal => "Signaal",
        Field.Postcode4 => "Postcode (4 cijfers)",
        _ => column.ToString(),
    };
}

/// <summary>What a team can expect or has to do after a delivery; Dutch, in order.</summary>
internal static class ReceiptNextSteps
{
    /// <summary>After an intake pass.</summary>
    public static IReadOnlyList<string> Of(IntakeResult result)
    {
        if (result.Refusal is { } refusal)
            return AfterRefusal(refusal);
        var steps = new List<string>();
        if (result.Problems.BadRows > 0)
            steps.Add("Verbeter de rijen die zijn weggelaten in uw eigen systeem en lever de hele maand opnieuw aan. De nieuwe levering vervangt deze.");
        steps.Add("De tellingen gaan mee in het signaleringsrapport van dit kwartaal. De teksten zelf worden niet bewaard in de tellingen.");
        steps.Add("Klopt er iets niet? Lever de maand opnieuw en volledig aan; de laatste levering telt.");
        steps.Add("Na het rapport ziet u in het teamrapport wat uw team zag en wat ermee gebeurt.");
        return steps;
    }

    /// <summary>In quarantine.</summary>
    /// <param name="until">End of the term.</param>
    public static IReadOnlyList<string> WhileWaiting(DateTimeOffset until) =>
    [
        "Staan er persoonsgegevens? Haal ze weg in uw eigen systeem en lever opnieuw aan. Dat gaat het snelst; u hoeft dan niet te wachten.",
        "Is het geen persoon maar een straat, gebouw of organisatie? Vraag de beheerder van de gemeente om vrijgave. Noem het nummer van de levering en de nummers van de plaatsen, met per plaats de reden.",
        $"Beslist niemand, dan wordt het bestand na {ReceiptQuarantine.Day(until)} verwijderd en telt het niet mee. U krijgt bericht. Eerdere tellingen van uw team blijven staan.",
    ];

    /// <summary>After a refusal.</summary>
    public static IReadOnlyList<string> AfterRefusal(Problem refusal) => refusal.Code == ProblemCode.Persoonsgegevens
        ?
        [
            "Haal de persoonsgegevens weg op de plaatsen die hieronder staan, in uw eigen systeem.",
            "Maak de export opnieuw en lever opnieuw aan. Eerdere tellingen van uw team blijven staan.",
            "Meld het bij uw functionaris voor gegevensbescherming als het bestand ook ergens anders naartoe is gestuurd.",
        ]
        :
        [
            "Doe wat bij het probleem staat en lever opnieuw aan. Eerdere tellingen van uw team blijven staan.",
            "Komt u er niet uit? Zoek de code van het probleem op, of vraag het de beheerder van de gemeente.",
        ];
}
