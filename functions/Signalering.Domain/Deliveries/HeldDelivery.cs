using System.Text.Json;
using Signalering.Domain.Screening;

namespace Signalering.Domain.Deliveries;

/// <summary>A delivery that waits in quarantine for a person: its page, beside the file itself. Never the content of a cell
/// and never the name of the file.</summary>
/// <remarks>Decided once: what was released, refused or let lapse stays so. Released findings hold for this file only; it
/// is screened again before it is counted, and whatever is found on top of them makes it wait again, within the same
/// term.</remarks>
/// <param name="Levering">Id of the delivery.</param>
/// <param name="Wijkteam">Key of the team.</param>
/// <param name="Ontvangen">Time of arrival; the term begins here.</param>
/// <param name="Tot">End of the term: what is undecided by then is deleted.</param>
/// <param name="Soort">Kind of file by its name, <c>.csv</c>; what follows the last dot, empty for any other.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="Bevindingen">What a person has to look at, in order of the file.</param>
/// <param name="Besluiten">Findings that were released.</param>
/// <param name="Einde">Why it will not be counted; null while it may be.</param>
public sealed record HeldDelivery(
    string Levering,
    string Wijkteam,
    DateTimeOffset Ontvangen,
    DateTimeOffset Tot,
    string Soort,
    string? Sha256,
    IReadOnlyList<HeldFinding> Bevindingen,
    IReadOnlyList<Release> Besluiten,
    QuarantineEnd? Einde)
{
    private static readonly string[] Kinds = [".csv", ".tsv", ".txt", ".xlsx"];

    /// <summary>Findings that wait for a decision.</summary>
    public IEnumerable<HeldFinding> Open
    {
        get
        {
            var released = Released;
            return Bevindingen.Where(finding => !released.Contains(finding.Id));
        }
    }

    /// <summary>Ids of the findings that were released.</summary>
    public IReadOnlySet<string> Released => Besluiten.Select(release => release.Bevinding).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether every finding was released: the delivery may be counted.</summary>
    public bool IsReleased => Einde is null && !Open.Any();

    /// <summary>Whether nothing waits for a person any more.</summary>
    public bool IsDecided => Einde is not null || IsReleased;

    /// <summary>A file name that says of the real one only what kind of file it claims to be.</summary>
    public string NeutralName => "levering" + Soort;

    /// <summary>The page of a delivery that the gate holds back.</summary>
    /// <param name="delivery">Which.</param>
    /// <param name="fileName">Name as delivered; only its extension is kept.</param>
    /// <param name="result">What the intake pass made of it.</param>
    /// <param name="days">Days that it may wait.</param>
    public static HeldDelivery Of(DeliveryReceived delivery, string fileName, IntakeResult result, int days)
    {
        var dot = fileName.LastIndexOf('.');
        var kind = dot < 0 ? string.Empty : fileName[dot..].ToLowerInvariant();
        return new HeldDelivery(
            delivery.Id, delivery.Wijkteam!, delivery.Received, delivery.Received.AddDays(days),
            Kinds.Contains(kind) ? kind : string.Empty, result.ContentSha256,
            [.. result.Findings.Where(finding => !finding.IsAdvice).Select(HeldFinding.Of)], [], null);
    }

    /// <summary>With these findings released. Unchanged when it is decided; ids that it does not have are left out.</summary>
    public HeldDelivery Release(IReadOnlyCollection<string> findings, string reason, string by, DateTimeOffset at) => IsDecided
        ? this
        : this with
        {
            Besluiten =
            [
                .. Besluiten,
                .. Open.Where(finding => findings.Contains(finding.Id)).Select(finding => new Release(finding.Id, reason, by, at)),
            ],
        };

    /// <summary>Refused by a person. Unchanged when it is decided.</summary>
    public HeldDelivery Refuse(string reason, string by, DateTimeOffset at) =>
        IsDecided ? this : this with { Einde = new QuarantineEnd(QuarantineEnd.Geweigerd, reason, by, at) };

    /// <summary>At the end of its term. Unchanged before, and when it is decided.</summary>
    public HeldDelivery Expire(DateTimeOffset now) =>
        IsDecided || now <= Tot ? this : this with { Einde = new QuarantineEnd(QuarantineEnd.Verlopen, null, null, now) };

    /// <summary>Held once more: what is new waits, what was decided stays. The term is not made longer.</summary>
    public HeldDelivery Again(IReadOnlyList<HeldFinding> findings)
    {
        if (Einde is not null)
            return this;
        var known = Bevindingen.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        return this with { Bevindingen = [.. Bevindingen, .. findings.Where(finding => !known.Contains(finding.Id))] };
    }

    /// <summary>The message that has it processed.</summary>
    public DeliveryReceived ToMessage() => new(Levering, Wijkteam, Ontvangen);

    /// <summary>Indented UTF-8 JSON with a line feed at the end.</summary>
    public byte[] ToJson() => KeptJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">Not such a page.</exception>
    public static HeldDelivery Parse(ReadOnlySpan<byte> json) => KeptJson.Read<HeldDelivery>(json);
}

/// <summary>Something that a person has to look at: where, what and by which rule; never what stands there.</summary>
/// <param name="Id">Stable: made of place and rule, see <see cref="GateFinding.Id"/>.</param>
/// <param name="Plaats">As in messages: "Rij 12, kolom 'D'".</param>
/// <param name="Wat">Dutch: "een naam van een persoon".</param>
/// <param name="Niveau">laag, midden or hoog.</param>
/// <param name="Regel">Stable id of the rule.</param>
public sealed record HeldFinding(string Id, string Plaats, string Wat, string Niveau, string Regel)
{
    /// <summary>From what the gate found.</summary>
    public static HeldFinding Of(GateFinding finding) => new(
        finding.Id, ScreeningMessages.Of(finding).Waar.ToString(), PersonalDataNames.Uitleg(finding.Kind),
        PersonalDataNames.Key(finding.Level), finding.Rule);
}

/// <summary>A finding that a person released.</summary>
/// <param name="Bevinding">Id of the finding.</param>
/// <param name="Reden">Why it is no personal data, or may be there; Dutch, screened itself.</param>
/// <param name="Door">Role of who decided; never a name.</param>
/// <param name="Op">When.</param>
public sealed record Release(string Bevinding, string Reden, string Door, DateTimeOffset Op);

/// <summary>Why a held delivery is not counted.</summary>
/// <param name="Uitkomst"><see cref="Geweigerd"/> or <see cref="Verlopen"/>.</param>
/// <param name="Reden">Why a person refused it; null when its term ran out.</param>
/// <param name="Door">Role of who decided; null when its term ran out.</param>
/// <param name="Op">When.</param>
public sealed record QuarantineEnd(string Uitkomst, string? Reden, string? Door, DateTimeOffset Op)
{
    /// <summary>A person refused it.</summary>
    public const string Geweigerd = "geweigerd";

    /// <summary>Nobody decided within the term.</summary>
    public const string Verlopen = "verlopen";
}
