using System.Globalization;
using Signalering.Domain.Counting;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Deliveries;

/// <summary>Writes down what became of a delivery.</summary>
/// <param name="knowledge">For the versions.</param>
/// <param name="options">For the share under which a replacement gets a warning.</param>
public sealed class ReceiptComposer(IntakeKnowledge knowledge, IntakeOptions options)
{
    private readonly ReceiptContents _contents = new(knowledge);

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>After an intake pass.</summary>
    /// <param name="wijkteam">Key of the team.</param>
    /// <param name="stamp">Which delivery.</param>
    /// <param name="result">What the pass made of it.</param>
    /// <param name="replacements">What became of each cube; empty when refused.</param>
    /// <param name="ledger">The team's earlier deliveries; null when they are not known, as on a desk.</param>
    /// <param name="held">Its page in quarantine; null when it is not held, or on a desk.</param>
    public Receipt Of(
        string wijkteam, DeliveryStamp stamp, IntakeResult result, IReadOnlyList<CubeReplacement> replacements,
        TeamLedger? ledger = null, HeldDelivery? held = null)
    {
        var months = result.Cubes.Select(cube => Month(cube, replacements)).ToList();
        var counts = new ReceiptCounts(result.Rows, months.Sum(m => m.Activiteiten), result.Problems.BadRows);
        var problems = new List<ReceiptProblem>();
        if (result.Refusal is { } refusal)
            problems.Add(ReceiptProblem.Of(refusal));
        problems.AddRange(Warnings(result, replacements).Select(ReceiptProblem.Of));
        problems.AddRange(result.Problems.Groups.Select(ReceiptProblem.Of));
        return New(
            wijkteam, stamp, result.IsHeld ? "wacht" : result.Refusal is null ? "verwerkt" : "geweigerd",
            result.IsHeld ? Waits(Term(stamp, held)) : result.Refusal is { } reason ? Refused(reason) : Accepted(counts, months),
            problems) with
        {
            Sha256 = result.ContentSha256,
            Bron = SourceOf(result.Header),
            Totaal = result.Refusal is null ? ReceiptContents.Totals(result) : null,
            Indeling = result.Refusal is null ? _contents.Labels(result) : null,
            Vulgraad = ReceiptContents.Fill(result, ledger),
            Vergelijkbaarheid = ReceiptContents.Comparability(result, ledger),
            Vervolg = result.IsHeld ? ReceiptNextSteps.WhileWaiting(Term(stamp, held)) : ReceiptNextSteps.Of(result),
            Quarantaine = held is null ? null : ReceiptQuarantine.Of(held),
            Aantallen = result.ContentSha256 is null ? null : counts,
            Maanden = months,
        };
    }

    /// <summary>For a file that was refused before it was opened.</summary>
    public Receipt Refuse(string wijkteam, DeliveryStamp stamp, Problem problem) =>
        New(wijkteam, stamp, "geweigerd", Refused(problem), [ReceiptProblem.Of(problem)]) with
        {
            Vervolg = ReceiptNextSteps.AfterRefusal(problem),
        };

    /// <summary>For a held delivery that a person refused, or that nobody decided about in time.</summary>
    /// <param name="held">Its page, with an end.</param>
    public Receipt Ended(HeldDelivery held)
    {
        var problem = held.Einde!.Uitkomst == QuarantineEnd.Verlopen
            ? QuarantineMessages.Verlopen(held.Bevindingen.Count, held.Tot)
            : QuarantineMessages.Geweigerd(held.Bevindingen.Count);
        return New(
            held.Wijkteam, new DeliveryStamp(held.Ontvangen, held.Levering), "geweigerd",
            held.Einde.Uitkomst == QuarantineEnd.Verlopen
                ? $"Geweigerd: niet vrijgegeven voor het einde van {ReceiptQuarantine.Day(held.Tot)}. Er is niets geteld en het bestand is verwijderd."
                : "Geweigerd na controle door een mens. Er is niets geteld en het bestand is verwijderd.",
            [ReceiptProblem.Of(problem)]) with
        {
            Sha256 = held.Sha256,
            Vervolg = ReceiptNextSteps.AfterRefusal(problem),
            Quarantaine = ReceiptQuarantine.Of(held),
        };
    }

    /// <summary>For a version that a newer upload under the same name took the place of before it was read.</summary>
    public Receipt Superseded(string wijkteam, DeliveryStamp stamp) => New(
        wijkteam, stamp, "vervangen", "Niet gelezen: onder dezelfde naam kwam een nieuwere levering.",
        [ReceiptProblem.Of(Messages.Vervangen())]);

    /// <summary>For a delivery on which we failed too often.</summary>
    public Receipt Failed(string wijkteam, DeliveryStamp stamp, int attempts) => New(
        wijkteam, stamp, "mislukt",
        "Levering mislukt door een storing bij ons. Het bestand blijft bewaard; u hoeft niets te doen.",
        [ReceiptProblem.Of(Messages.VerwerkingMislukt(attempts))]);

    private Receipt New(
        string wijkteam, DeliveryStamp stamp, string status, string summary, IReadOnlyList<ReceiptProblem> problems) =>
        new(
            stamp.Id, wijkteam, stamp.Received, status, summary, null, null, [], problems,
            new ReceiptVersions(ProductVersion.Current, knowledge.Taxonomie.Versie, knowledge.Regels.Versie));

    private static ReceiptSource? SourceOf(HeaderReport? header) => header is null ? null : new ReceiptSource(
        header.Profiel, header.Naam, header.Score is { } score ? Math.Round(score, 2) : null,
        header.Velden.Count, header.Velden.Count(column => column.Length > 1));

    private static string Refused(Problem reason) => reason.Code == ProblemCode.Persoonsgegevens
        ? "Geweigerd: in het bestand staan persoonsgegevens. Er is niets geteld en het bestand wordt niet bewaard."
        : $"Geweigerd: {reason.Code.Titel.ToLower(Dutch)}. Er is niets geteld.";

    private DateTimeOffset Term(DeliveryStamp stamp, HeldDelivery? held) =>
        held?.Tot ?? stamp.Received.AddDays(options.QuarantineDays);

    private static string Waits(DateTimeOffset until) =>
        "Wacht op vrijgave: in het bestand staan misschien persoonsgegevens. Er is nog niets geteld. Het bestand wordt bewaard " +
        $"tot en met {ReceiptQuarantine.Day(until)}.";

    private static string Accepted(ReceiptCounts counts, List<ReceiptMonth> months)
    {
        var first = months[0].Maand;
        var last = months[^1].Maand;
        var period = first == last ? first : $"{first} tot en met {last}";
        var left = counts.Weggelaten switch
        {
            0 => string.Empty,
            1 => " 1 rij is weggelaten; hieronder staat waarom.",
            var n => string.Create(Dutch, $" {n:N0} rijen zijn weggelaten; hieronder staat waarom."),
        };
        return string.Create(Dutch, $"Verwerkt: {counts.Geteld:N0} activiteiten over {period} zijn geteld.{left}");
    }

    private static ReceiptMonth Month(Cube cube, IReadOnlyList<CubeReplacement> replacements)
    {
        var sum = new MeasureSum();
        foreach (var total in cube.Totals)
            sum.Add(cube, total.Measures);
        var replacement = replacements.FirstOrDefault(r => r.Month == cube.Header.Month);
        return new ReceiptMonth(
            cube.Header.Month.ToString(), sum.Activities, sum.CasesAreComplete ? sum.UniqueCases : null, sum.Hours,
            replacement?.Replaced?.Activities, replacement?.Stored ?? true);
    }

    private IEnumerable<Problem> Warnings(IntakeResult result, IReadOnlyList<CubeReplacement> replacements)
    {
        var replaced = result.Cubes.Join(replacements, c => c.Header.Month, r => r.Month, (cube, r) => (cube.Header, r.Replaced))
            .Where(pair => pair.Replaced is not null)
            .ToList();
        if (replaced.Count > 0 && replaced.All(pair => pair.Replaced!.ContentSha256 == result.ContentSha256))
            yield return Messages.ZelfdeInhoud();
        foreach (var (header, was) in replaced)
        {
            if (header.Activities < options.MuchSmallerShare * was!.Activities)
                yield return Messages.VeelKleiner(header.Month.ToString(), was.Activities, header.Activities);
        }
    }
}
