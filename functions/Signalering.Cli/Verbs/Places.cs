using System.Reflection;
using Signalering.Functions;

namespace Signalering.Cli.Verbs;

/// <summary>Where things are on this machine.</summary>
internal static class Places
{
    /// <summary>Root of the clone that this program was built in.</summary>
    public static string Repository { get; } = typeof(Places).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>Data of <c>run</c>.</summary>
    public static string AzuriteFolder => Path.Combine(Repository, ".azurite");

    /// <summary>Invented exports.</summary>
    public static string SampleExports => Path.Combine(Repository, "sample-data", "exports");

    /// <summary>Storage account of a running pipeline: setting <c>Opslag</c>, else Azurite on its own ports.</summary>
    public static string RunningStorage =>
        Environment.GetEnvironmentVariable("Opslag") is { Length: > 0 } opslag ? opslag : "UseDevelopmentStorage=true";

    /// <summary>Today in the Netherlands.</summary>
    public static DateOnly Today() => new LocalDay(TimeProvider.System).Today();

    /// <summary>The municipality's file: as asked, else beside the exports, else the sample's.</summary>
    /// <exception cref="UserFaultException">The file that was asked for is not there.</exception>
    public static string MunicipalityFile(FileInfo? asked, string? exports)
    {
        if (asked is not null)
            return asked.Exists ? asked.FullName : throw new UserFaultException($"Het bestand {asked} bestaat niet.");
        var beside = exports is null ? null : Path.Combine(Path.GetFullPath(exports), "..", "gemeente.json");
        return beside is not null && File.Exists(beside)
            ? beside
            : Path.Combine(AppContext.BaseDirectory, "gemeente.json");
    }
}
