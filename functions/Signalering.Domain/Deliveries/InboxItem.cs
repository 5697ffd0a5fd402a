using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Signalering.Domain.Counting;

namespace Signalering.Domain.Deliveries;

/// <summary>One version of a file in the inbox.</summary>
/// <param name="Name">Path below the inbox: <c>{wijkteam}/{bestand}</c>. May be personal: never logged or printed.</param>
/// <param name="ETag">Version of the content; reading another version is refused by the store.</param>
/// <param name="Received">Time of arrival by the storage account's clock.</param>
/// <param name="Bytes">Size.</param>
public sealed record InboxItem(string Name, string ETag, DateTimeOffset Received, long Bytes)
{
    /// <summary>Time and id by which deliveries are put in order.</summary>
    public DeliveryStamp Stamp => new(Received, DeliveryId.Of(this));

    /// <summary>Says nothing about the name.</summary>
    public override string ToString() => DeliveryId.Of(this);
}

/// <summary>Names a delivery without saying what its file was called.</summary>
public static class DeliveryId
{
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("0123456789abcdefTZ-");

    /// <summary>Time received, the date that the file name begins with (or zeros), and two hashes.</summary>
    /// <remarks>Sorts by time. Of two files in one second the date in front of the name decides
    /// (<c>2026-04-03_maart.csv</c> before <c>2026-05-10_correctie-maart.csv</c>); the rest of a name may be personal and
    /// only goes in as a hash.</remarks>
    public static string Of(InboxItem item)
    {
        var file = item.Name[(item.Name.LastIndexOf('/') + 1)..];
        var date = file.Length >= 10
            && DateOnly.TryParseExact(file.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : DateOnly.MinValue;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{item.Received.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{date:yyyyMMdd}-{Hash(item.Name)[..8]}{Hash(item.ETag)[..4]}");
    }

    /// <summary>Whether a text has the form of an id.</summary>
    public static bool IsValid(string? text) => text is { Length: 38 } && text[16] == '-' && text[25] == '-'
        && text.AsSpan().IndexOfAnyExcept(IdCharacters) < 0;

    /// <summary>Whether an id may be that of a file of this name; false for nearly every other name.</summary>
    public static bool MayBe(string id, string name) =>
        id.AsSpan(Math.Min(id.Length, 26)).StartsWith(Hash(name).AsSpan(0, 8), StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The parts of a path in the inbox.</summary>
/// <param name="Wijkteam">Folder: key of the team.</param>
/// <param name="Bestand">File name.</param>
public sealed record InboxPath(string Wijkteam, string Bestand)
{
    private const int LongestName = 200;

    /// <summary>Null when the place or the name cannot be used: no folder, a subfolder, path tricks, control characters.</summary>
    public static InboxPath? Parse(string name)
    {
        var parts = name.Split('/');
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length is 0 or > LongestName)
            return null;
        return parts.Any(IsTricky) ? null : new InboxPath(parts[0], parts[1]);
    }

    private static bool IsTricky(string part) =>
        part is "." or ".."
        || part.Contains("..", StringComparison.Ordinal)
        || part.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
        || part[0] is ' ' or '~' or '-' || part[^1] is ' ' or '.';
}
