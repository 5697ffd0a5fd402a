using System.Reflection;

namespace Signalering.Cli.Tests;

/// <summary>The committed files.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    public static string Exports => Path.Combine(Root, "sample-data", "exports");

    public static string Municipality => Path.Combine(Root, "sample-data", "gemeente.json");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Lines of a committed CSV without its header, split at <c>;</c>.</summary>
    public static IEnumerable<string[]> Csv(string path) => Text(path)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.TrimEnd('\r').Split(';'));
}
