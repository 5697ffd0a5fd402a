using System.Text.Json;
using System.Text.Json.Serialization;
using Signalering.Domain.Counting;
using Signalering.Domain.Municipality;

namespace Signalering.Domain.Deliveries;

/// <summary>A delivery is to be processed: its file arrived, or was released from quarantine; on queue
/// <c>leveringen</c>. Says which, never the content and never the name of the file: that may be a person's.</summary>
/// <param name="Id">Id of the delivery.</param>
/// <param name="Wijkteam">Key of the team; null when the folder is not one of a known team.</param>
/// <param name="Received">Time of arrival.</param>
public sealed record DeliveryReceived(string Id, string? Wijkteam, DateTimeOffset Received)
{
    /// <summary>From what the inbox says.</summary>
    public static DeliveryReceived Of(InboxItem item, Gemeente gemeente) => new(
        DeliveryId.Of(item),
        InboxPath.Parse(item.Name) is { } path ? gemeente.FindTeam(path.Wijkteam)?.Sleutel : null,
        item.Received);

    /// <summary>Time and id by which deliveries are put in order.</summary>
    /// <exception cref="JsonException">The message names no delivery.</exception>
    [JsonIgnore]
    public DeliveryStamp Stamp => DeliveryId.IsValid(Id)
        ? new DeliveryStamp(Received, Id)
        : throw new JsonException("The message names no delivery.");

    /// <summary>The id only.</summary>
    public override string ToString() => Id;
}

/// <summary>A report is to be made; on queue <c>rapportages</c>.</summary>
/// <param name="Periode"><c>2026-Q3</c>.</param>
public sealed record ReportRequested(string Periode);

/// <summary>Something happened that others may want to know; on topic <c>gebeurtenissen</c>.</summary>
/// <param name="Soort">One of the constants below.</param>
/// <param name="Id">Id of the delivery, or the fingerprint of the report.</param>
/// <param name="Wijkteam">Key of the team; null for a report.</param>
/// <param name="Maanden">Months that were counted (<c>2026-09</c>); empty when nothing was.</param>
/// <param name="Periode">Period of a report; null for a delivery.</param>
public sealed record PipelineEvent(
    string Soort, string Id, string? Wijkteam, IReadOnlyList<string> Maanden, string? Periode)
{
    /// <summary>A delivery was counted.</summary>
    public const string LeveringVerwerkt = "levering.verwerkt";

    /// <summary>A delivery waits in quarantine.</summary>
    public const string LeveringWacht = "levering.wacht";

    /// <summary>A delivery was refused.</summary>
    public const string LeveringGeweigerd = "levering.geweigerd";

    /// <summary>What a receipt tells.</summary>
    public static PipelineEvent Of(Receipt receipt) => new(
        receipt.Status switch { "verwerkt" => LeveringVerwerkt, "wacht" => LeveringWacht, _ => LeveringGeweigerd },
        receipt.Levering, receipt.Wijkteam, [.. receipt.Maanden.Select(month => month.Maand)], null);

    /// <summary>A report can be read.</summary>
    public const string RapportGereed = "rapport.gereed";
}

/// <summary>Messages as text: JSON with the field's own names.</summary>
public static class MessageText
{
    /// <summary>Writes a message.</summary>
    public static string Write<T>(T message) => JsonSerializer.Serialize(message, JsonSerializerOptions.Web);

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">Not such a message: the queue gives up on it after five attempts.</exception>
    public static T Read<T>(string text)
        where T : class => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)
            ?? throw new JsonException("An empty message.");
}
