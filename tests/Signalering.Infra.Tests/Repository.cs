using System.Reflection;
using System.Text.Json;

namespace Signalering.Infra.Tests;

/// <summary>The committed files.</summary>
internal static class Repository
{
    private static readonly string Root = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(Text(path));
        return document.RootElement.Clone();
    }

    /// <summary>The value behind <c>param name = </c> in a parameter file, without quotes.</summary>
    public static string Parameter(string name) =>
        Text("infra/main.bicepparam").Split('\n')
            .Single(line => line.StartsWith($"param {name} = ", StringComparison.Ordinal))
            .Split(" = ")[1].Trim('\'', '\r', ' ');
}
