using System.Text.Encodings.Web;
using System.Text.Json;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>The manifest of a report as JSON: indented, UTF-8 without byte order mark, names in camelCase, a final line
/// end; parameters in order of name, so that the same manifest gives the same bytes.</summary>
public static class ManifestWriter
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        IndentCharacter = ' ',
        IndentSize = 2,
        NewLine = "\n",
        // é stays é: the file is read by people, and never embedded in a page
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads what <see cref="Write"/> wrote; null when it is no manifest.</summary>
    public static ReportManifest? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportManifest>(json, Options) is { Invoer: not null, Versies: not null, Parameters: not null } manifest
                ? manifest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(ReportManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var ordered = manifest with
        {
            Parameters = new SortedDictionary<string, string>(
                manifest.Parameters.ToDictionary(), StringComparer.Ordinal),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(ordered, Options), (byte)'\n'];
    }
}
