using System.IO.Compression;
using System.Reflection;
using System.Text.Json;

namespace Signalering.Domain.Tests.Detection;

/// <summary>Reads the golden vectors next to these tests.</summary>
internal static class GoldenFile
{
    public static JsonElement Dev { get; } = Read("golden-dev.json.gz");

    public static JsonElement Basics { get; } = Read("golden-basics.json");

    public static JsonElement Panels { get; } = Read("golden-panel-dev.json");

    /// <summary>Numbers; null becomes NaN and "Infinity" +∞.</summary>
    public static double[] Numbers(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(Number)] : [element.Number()];

    public static double[] Numbers(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.Numbers() : [];

    public static double Number(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => element.GetString() == "Infinity" ? double.PositiveInfinity : double.NaN,
        _ => double.NaN,
    };

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).Number();

    public static int Int(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>Whether two numbers agree, NaN only with NaN.</summary>
    public static bool Agree(double expected, double actual, double relative, double absolute = 1e-12) =>
        double.IsNaN(expected) || double.IsNaN(actual)
            ? double.IsNaN(expected) && double.IsNaN(actual)
            : expected == actual || Math.Abs(expected - actual) <= absolute + (relative * Math.Abs(expected));

    private static JsonElement Read(string name)
    {
        var root = typeof(GoldenFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "RepositoryRoot").Value!;
        var path = Path.Combine(root, "tests", "Signalering.Domain.Tests", "Detection", "Golden", name);
        using var file = File.OpenRead(path);
        using var content = name.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        return JsonDocument.Parse(content).RootElement;
    }
}
