using System.Xml.Linq;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests.Architecture;

/// <summary>What can be known of the Azure flavour where its packages are not: its sources and project files.</summary>
public sealed class AzureFlavourTests
{
    private static readonly XDocument Functions =
        XDocument.Parse(SourceTree.Text("Functions", "Signalering.Functions.csproj"));

    [Fact]
    public void The_worker_is_started_for_web_functions()
    {
        var program = SourceTree.Text("Functions", "Program.Azure.cs");

        Assert.Contains("FunctionsApplication.CreateBuilder(args)", program, StringComparison.Ordinal);
        Assert.Contains("builder.ConfigureFunctionsWebApplication();", program, StringComparison.Ordinal);
        Assert.Contains("AddSingleton<IMessageQueue, ServiceBusMessages>()", program, StringComparison.Ordinal);
        Assert.DoesNotContain("Casussleutel", program, StringComparison.Ordinal);   // no key of ours stands in
        Assert.DoesNotContain("LocalHost", program, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Local", "Signalering.LocalHost", "Program.Azure.cs")]
    [InlineData("Azure", "Microsoft.Azure.Functions.Worker", "Program.Local.cs;LocalPipeline.cs")]
    public void A_global_using_picks_the_attributes_and_leaves_out_the_other_program(
        string flavour, string @namespace, string left)
    {
        var group = Functions.Descendants("ItemGroup").Single(items =>
            (string?)items.Attribute("Condition") == $"'$(FunctionsHost)' == '{flavour}'");

        Assert.Equal(@namespace, (string?)Assert.Single(group.Elements("Using")).Attribute("Include"));
        Assert.Equal(left, (string?)Assert.Single(group.Elements("Compile")).Attribute("Remove"));
    }

    [Fact]
    public void Every_package_of_the_flavour_has_its_one_version()
    {
        var versions = XDocument.Load(Path.Combine(AzuriteFixture.RepositoryRoot, "Directory.Packages.props"))
            .Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!).ToList();
        var used = SourceTree.Projects.SelectMany(project => SourceTree.References(project, azureOnly: true))
            .Where(reference => reference.Kind == "package").Select(reference => reference.Name).ToList();

        Assert.Contains("Microsoft.Azure.Functions.Worker.Sdk", used);
        Assert.Distinct(versions, StringComparer.Ordinal);
        Assert.Empty(used.Except(versions, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Azure")]
    [InlineData("Functions")]
    public void The_lock_file_of_the_local_flavour_is_not_in_the_way(string project)
    {
        // NuGet refuses (NU1005) to restore without a lock file where it sees one.
        var group = XDocument.Parse(SourceTree.Text(project, $"Signalering.{project}.csproj"))
            .Descendants("PropertyGroup")
            .Single(properties => (string?)properties.Attribute("Condition") == "'$(FunctionsHost)' == 'Azure'");

        Assert.Equal("false", (string?)group.Element("RestorePackagesWithLockFile"));
        Assert.StartsWith("$(ArtifactsPath)/", (string?)group.Element("NuGetLockFilePath"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_settings_names_every_setting_that_has_no_default()
    {
        var values = JsonNodeOf("local.settings.json.example")["Values"]!;
        var names = values.AsObject().Select(pair => pair.Key).ToList();

        Assert.Equal("dotnet-isolated", (string?)values["FUNCTIONS_WORKER_RUNTIME"]);
        Assert.Contains("Opslag", names);
        Assert.Contains("ServiceBus__fullyQualifiedNamespace", names);
        Assert.Contains("Signalering__Casussleutel", names);
        CaseKey.Of((string)values["Signalering__Casussleutel"]!);   // long enough
    }

    private static System.Text.Json.Nodes.JsonNode JsonNodeOf(string file) =>
        System.Text.Json.Nodes.JsonNode.Parse(SourceTree.Text("Functions", file))!;
}
