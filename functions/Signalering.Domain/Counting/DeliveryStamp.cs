namespace Signalering.Domain.Counting;

/// <summary>When a delivery arrived and which it is. Of two deliveries for the same month the later one counts.</summary>
/// <param name="Received">Time of arrival, from the storage account's clock (seconds).</param>
/// <param name="Id">Id of the delivery; decides between two of the same second.</param>
public sealed record DeliveryStamp(DateTimeOffset Received, string Id) : IComparable<DeliveryStamp>
{
    /// <summary>By time received, then by id (ordinal).</summary>
    public int CompareTo(DeliveryStamp? other)
    {
        if (other is null)
            return 1;
        var byTime = Received.CompareTo(other.Received);
        return byTime != 0 ? byTime : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Earlier than.</summary>
    public static bool operator <(DeliveryStamp left, DeliveryStamp right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(DeliveryStamp left, DeliveryStamp right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    public static bool operator <=(DeliveryStamp left, DeliveryStamp right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(DeliveryStamp left, DeliveryStamp right) => left.CompareTo(right) >= 0;
}
