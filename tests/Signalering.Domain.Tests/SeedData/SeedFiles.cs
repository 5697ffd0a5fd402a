using System.Reflection;
using System.Text.Json;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Tests.SeedData;

/// <summary>The committed knowledge files.</summary>
internal static class SeedFiles
{
    public static string Folder { get; } = Path.Combine(
        typeof(SeedFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RepositoryRoot").Value!,
        "seeds");

    public static SocialWorkTaxonomy Taxonomy { get; } = SocialWorkTaxonomy.Parse(Bytes("taxonomie.json"));

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(Bytes(name));
        return document.RootElement.Clone();
    }
}
