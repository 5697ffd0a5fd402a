using System.Xml.Linq;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests.Architecture;

/// <summary>The committed sources of the projects under <c>functions/</c>.</summary>
internal static class SourceTree
{
    private static readonly string Functions = Path.Combine(AzuriteFixture.RepositoryRoot, "functions");

    /// <summary>Names of the projects, without "Signalering.".</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetDirectories(Functions).Select(folder => Path.GetFileName(folder)["Signalering.".Length..])
            .Order(StringComparer.Ordinal)];

    /// <summary>A file of a project.</summary>
    public static string Text(string project, string file) =>
        File.ReadAllText(Path.Combine(Functions, "Signalering." + project, file));

    /// <summary>Names and texts of the C# files directly in a project's folder.</summary>
    public static IEnumerable<(string Name, string Text)> Files(string project) =>
        Directory.GetFiles(Path.Combine(Functions, "Signalering." + project), "*.cs")
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    /// <summary>What a project refers to: projects without "Signalering.", packages, frameworks.</summary>
    /// <param name="azureOnly">Only what the Azure flavour adds; otherwise only what is in the local one.</param>
    public static IEnumerable<(string Kind, string Name)> References(string project, bool azureOnly) =>
        from item in XDocument.Parse(Text(project, $"Signalering.{project}.csproj")).Descendants()
        where item.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference"
        let condition = (string?)item.Parent!.Attribute("Condition") ?? string.Empty
        where azureOnly == condition.Contains("== 'Azure'", StringComparison.Ordinal)
        let name = (string)item.Attribute("Include")!
        select item.Name.LocalName == "ProjectReference"
            ? ("project", Path.GetFileNameWithoutExtension(name)["Signalering.".Length..])
            : (item.Name.LocalName == "PackageReference" ? "package" : "framework", name);
}
