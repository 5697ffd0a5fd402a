using System.Text.Json;

namespace Signalering.Domain.Deliveries;

/// <summary>A file arrived; on queue <c>leveringen</c>. Carries where the content is, never the content.</summary>
/// <param name="Id">Id of the delivery.</param>
/// <param name="Name">Path below the inbox.</param>
/// <param name="ETag">Version that arrived.</param>
/// <param name="Received">Time of arrival.</param>
/// <param name="Bytes">Size.</param>
public sealed record DeliveryReceived(string Id, string Name, string ETag, DateTimeOffset Received, long Bytes)
{
    /// <summary>From what the inbox says.</summary>
    public static DeliveryReceived Of(InboxItem item) =>
        new(DeliveryId.Of(item), item.Name, item.ETag, item.Received, item.Bytes);

    /// <summary>The version of the file that is meant.</summary>
    public InboxItem ToItem() => new(Name, ETag, Received, Bytes);

    /// <summary>Says nothing about the name.</summary>
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

    /// <summary>A delivery was refused.</summary>
    public const string LeveringGeweigerd = "levering.geweigerd";

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
