using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Signalering.Domain;
using Signalering.LocalHost;

namespace Signalering.Functions.Tests.Architecture;

/// <summary>The direction of dependencies: a project exists because of one, not of a layer.</summary>
public sealed class DependencyTests
{
    private const string AspNet = "Microsoft.AspNetCore.App";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = ["MathNet.Numerics"],
        ["Formats"] = ["Domain", "CsvHelper", "ExcelDataReader", "ClosedXML", "DocumentFormat.OpenXml"],
        ["Solver"] = ["Domain", "Google.OrTools"],
        ["Azure"] = ["Domain", "Azure.Storage.Blobs", "Azure.Storage.Queues", "Azure.Identity"],
        ["LocalHost"] = [AspNet, "Azure.Storage.Blobs", "Azure.Storage.Queues", "Cronos"],
        ["Functions"] = ["Domain", "Formats", "Solver", "Azure", "LocalHost", AspNet],
        ["Cli"] =
        [
            "Domain", "Formats", "Solver", "Azure", "Functions", "LocalHost", AspNet, "System.CommandLine",
            "Spectre.Console",
        ],
    };

    // Files, network, console, processes, log, other threads' clocks: the edge has them.
    private static readonly string[] Outside =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory",
        "System.IO.DirectoryInfo", "System.IO.Path", "System.Console", "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch", "System.Threading.Timer", "System.TimeProvider",
    ];

    private static readonly string[] OutsideNamespaces =
        ["System.Net", "Azure", "Microsoft.Extensions", "ClosedXML", "CsvHelper", "ExcelDataReader", "DocumentFormat"];

    public static TheoryData<string> Projects { get; } = [.. SourceTree.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_what_the_design_lets_it_use(string project)
    {
        var references = SourceTree.References(project, azureOnly: false).Select(reference => reference.Name).ToList();

        Assert.Empty(references.Except(Allowed[project], StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_functions_and_their_ports_differ_in_the_Azure_flavour()
    {
        var differing = SourceTree.Projects.Where(project => SourceTree.References(project, azureOnly: true).Any());

        Assert.Equal(["Azure", "Functions"], differing);
    }

    [Fact]
    public void The_domain_knows_no_azure_no_files_no_clock_and_no_log()
    {
        var used = TypesUsedBy(typeof(IntakePass).Assembly.Location);

        Assert.Contains("System.IO.Stream", used);   // so the list is not empty by mistake
        Assert.Empty(used.Intersect(Outside, StringComparer.Ordinal));
        Assert.DoesNotContain(used, type => OutsideNamespaces.Any(outside =>
            type.StartsWith(outside + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_assembly_of_the_domain_refers_to_dotnet_and_mathematics_only() =>
        Assert.All(
            typeof(IntakePass).Assembly.GetReferencedAssemblies(),
            reference => Assert.True(
                reference.Name!.StartsWith("System.", StringComparison.Ordinal) || reference.Name == "MathNet.Numerics",
                reference.Name));

    [Fact]
    public void The_local_host_knows_nothing_of_the_domain()
    {
        var references = typeof(LocalFunctionsHost).Assembly.GetReferencedAssemblies()
            .Select(name => name.Name!).ToList();

        Assert.Contains("Azure.Storage.Blobs", references);
        Assert.DoesNotContain(references, name => name.StartsWith("Signalering", StringComparison.Ordinal));
    }

    private static HashSet<string> TypesUsedBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type =>
                $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }
}
