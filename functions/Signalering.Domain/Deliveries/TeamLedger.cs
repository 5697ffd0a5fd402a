using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Signalering.Domain.Counting;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Deliveries;

/// <summary>Which months a team delivered, and how: its page of the delivery ledger (grootboek).</summary>
/// <remarks>Holds no text of a cell and no hash of one. The same deliveries in any order, or twice, give the same
/// ledger.</remarks>
/// <param name="Wijkteam">Key of the team.</param>
/// <param name="Leveringen">What was counted, by month, then by time of arrival; a correction stands beside what it
/// replaced.</param>
/// <param name="Aantekeningen">What people said of months, by first month, then id.</param>
public sealed record TeamLedger(
    string Wijkteam, IReadOnlyList<LedgerEntry> Leveringen, IReadOnlyList<LedgerAnnotation> Aantekeningen)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement),
        Converters = { new MonthJson(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A team that has delivered nothing.</summary>
    public static TeamLedger Empty(string wijkteam) => new(wijkteam, [], []);

    /// <summary>The delivery that counts for a month: the latest; null when there is none.</summary>
    public LedgerEntry? Current(Month month) => Leveringen.LastOrDefault(entry => entry.Maand == month);

    /// <summary>With these deliveries; one that is there already is replaced.</summary>
    public TeamLedger Record(IEnumerable<LedgerEntry> entries)
    {
        var added = entries.ToList();
        return this with
        {
            Leveringen =
            [
                .. Leveringen.Where(old => !added.Any(e => e.Maand == old.Maand && e.Levering == old.Levering)).Concat(added)
                    .OrderBy(entry => entry.Maand).ThenBy(entry => entry.Stamp),
            ],
        };
    }

    /// <summary>With this annotation; one of the same id is replaced.</summary>
    public TeamLedger Annotate(LedgerAnnotation annotation) => this with
    {
        Aantekeningen =
        [
            .. Aantekeningen.Where(old => old.Id != annotation.Id).Append(annotation)
                .OrderBy(a => a.Van).ThenBy(a => a.Id, StringComparer.Ordinal),
        ],
    };

    /// <summary>Indented UTF-8 JSON with a line feed at the end.</summary>
    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">Not a ledger.</exception>
    public static TeamLedger Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<TeamLedger>(json, Json) ?? throw new JsonException("An empty ledger.");

    private sealed class MonthJson : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Month.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("A month is written yyyy-MM.");

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

/// <summary>What one delivery said of one month.</summary>
/// <param name="Maand">Month of the activities.</param>
/// <param name="Levering">Id of the delivery.</param>
/// <param name="Ontvangen">Time of arrival.</param>
/// <param name="Activiteiten">Activities counted.</param>
/// <param name="Uren">Hours of the activities that tell their duration.</param>
/// <param name="Casussen">Distinct case numbers; null when an activity has none.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="Profiel">Key of the profile of its headers; null when none fits.</param>
/// <param name="Velden">Meaning of its columns, see <see cref="HeaderReport.Velden"/>.</param>
/// <param name="Vulgraad">Per field (<c>omschrijving</c>) the share of rows that fill it in, 0–1.</param>
/// <param name="TekstLengte">Mean number of characters in the classified columns of a row.</param>
public sealed record LedgerEntry(
    Month Maand,
    string Levering,
    DateTimeOffset Ontvangen,
    int Activiteiten,
    decimal Uren,
    int? Casussen,
    string Sha256,
    string? Profiel,
    IReadOnlyList<string> Velden,
    IReadOnlyDictionary<string, double> Vulgraad,
    double TekstLengte)
{
    private const int FewestCases = 50; // fewer, and one household moves the ratio

    /// <summary>Activities with a case number per distinct case, to hundredths; null below 50 cases, and in pages from
    /// before this was kept.</summary>
    public double? PerCasus { get; init; }

    /// <summary>By which deliveries are put in order.</summary>
    internal DeliveryStamp Stamp => new(Ontvangen, Levering);

    /// <summary>The entries of an accepted delivery, one per month; none when it was refused.</summary>
    public static IReadOnlyList<LedgerEntry> Of(DeliveryStamp stamp, IntakeResult result) =>
    [
        .. result.Cubes.Select(cube =>
        {
            var sum = new MeasureSum();
            foreach (var total in cube.Totals)
                sum.Add(cube, total.Measures);
            var fill = result.Fill.FirstOrDefault(f => f.Maand == cube.Header.Month);
            return new LedgerEntry(
                cube.Header.Month, stamp.Id, stamp.Received, sum.Activities, sum.Hours,
                sum.CasesAreComplete ? sum.UniqueCases : null, cube.Header.ContentSha256, result.Header?.Profiel,
                result.Header?.Velden ?? [], Shares(fill),
                fill is { Rijen: > 0 } ? Math.Round((double)fill.Tekens / fill.Rijen, 1) : 0)
            {
                PerCasus = sum.UniqueCases >= FewestCases
                    ? Math.Round((double)(sum.Activities - sum.WithoutCase) / sum.UniqueCases, 2)
                    : null,
            };
        }),
    ];

    private static SortedDictionary<string, double> Shares(MonthFill? fill)
    {
        var shares = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (column, filled) in fill is { Rijen: > 0 } ? fill.Gevuld : new Dictionary<Field, int>())
            shares[FieldNames.Of(column)] = Math.Round((double)filled / fill!.Rijen, 4);
        return shares;
    }
}

/// <summary>What a person said of one or more months of a team.</summary>
/// <param name="Id">Stable; the id of the finding that it answers, or made from months and kind.</param>
/// <param name="Van">First month.</param>
/// <param name="Tot">Last month, that month included.</param>
/// <param name="Soort">What it was.</param>
/// <param name="Tekst">One or two sentences, Dutch; never about a person.</param>
/// <param name="Status">Whether it holds.</param>
/// <param name="Door">Role of who said it (<c>team</c>, <c>adviseur</c>, <c>beheerder</c>); never a name.</param>
/// <param name="Op">Day on which it was said.</param>
public sealed record LedgerAnnotation(
    string Id, Month Van, Month Tot, ArtefactKind Soort, string Tekst, AnnotationStatus Status, string Door, DateOnly Op)
{
    /// <summary>Whether it speaks of this month.</summary>
    public bool Covers(Month month) => month >= Van && month <= Tot;
}

/// <summary>Why counts moved without anything having happened in the wijk.</summary>
public enum ArtefactKind
{
    /// <summary>The system was down, or rows were not registered: the month is partial.</summary>
    Storing,

    /// <summary>Another form or system: before and after cannot be compared.</summary>
    NieuwFormulier,

    /// <summary>People were asked to register, or to come: more rows, not more problems.</summary>
    Campagne,

    /// <summary>More or fewer workers than usual.</summary>
    Personeel,

    /// <summary>Columns were filled in better or worse than before.</summary>
    Vulgraad,

    /// <summary>The month was not delivered.</summary>
    Ontbreekt,

    /// <summary>Something else.</summary>
    Anders,
}

/// <summary>Whether an annotation holds.</summary>
public enum AnnotationStatus
{
    /// <summary>Somebody suspects it.</summary>
    Voorstel,

    /// <summary>The team or an advisor knows it to be so.</summary>
    Bevestigd,

    /// <summary>It was looked into, and the counts are right.</summary>
    Verworpen,
}

/// <summary>Where ledgers are kept, one page per team.</summary>
public interface ILedgerStore
{
    /// <summary>The page of a team; an empty one when it has delivered nothing.</summary>
    Task<TeamLedger> Read(string wijkteam, CancellationToken cancellationToken);

    /// <summary>The pages of these teams, in this order.</summary>
    Task<IReadOnlyList<TeamLedger>> ReadAll(IReadOnlyList<string> wijkteams, CancellationToken cancellationToken);

    /// <summary>Reads, changes and writes; when another host was first, reads and changes again.</summary>
    /// <param name="wijkteam">Key of the team.</param>
    /// <param name="change">Pure: may run more than once.</param>
    /// <param name="cancellationToken">Stops between attempts.</param>
    /// <returns>The page as written.</returns>
    Task<TeamLedger> Update(string wijkteam, Func<TeamLedger, TeamLedger> change, CancellationToken cancellationToken);
}
