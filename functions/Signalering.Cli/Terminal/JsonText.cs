using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Signalering.Cli;

/// <summary>A result as one JSON document on stdout: indented, names in camelCase, é stays é.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement),
    };

    /// <summary>The document.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
