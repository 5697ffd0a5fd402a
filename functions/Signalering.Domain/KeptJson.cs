using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Signalering.Domain;

/// <summary>JSON that is kept and read by people: indented UTF-8, names in camelCase, é stays é, a final line feed.</summary>
internal static class KeptJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement),
    };

    /// <summary>The bytes; the same for the same value, on every machine.</summary>
    public static byte[] Write<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n'];

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">Not of this shape, or empty.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json)
        where T : class => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("An empty document.");
}
