namespace Signalering.Infra.Tests;

/// <summary>Where the data are, whose they are, and who keeps watch.</summary>
public sealed class PlaceTests
{
    [Fact]
    public void Every_resource_is_in_the_european_union()
    {
        var located = Snapshot.Resources.Where(resource => resource["location"] is not null).ToList();

        Assert.True(located.Count >= 9, $"Only {located.Count} resources have a location.");
        Assert.All(located, resource => Assert.Contains(resource["location"], Expected.RegionsInTheUnion));
    }

    [Fact]
    public void The_template_lets_nobody_choose_a_region_elsewhere()
    {
        var template = Repository.Text("infra/main.bicep");
        var end = template.IndexOf("param locatie string", StringComparison.Ordinal);
        var start = template.LastIndexOf("@allowed([", end, StringComparison.Ordinal);
        var allowed = template[start..end].Split('\'').Where((_, i) => i % 2 == 1).ToList();

        Assert.Contains("westeurope", allowed);
        Assert.All(allowed, region => Assert.Contains(region, Expected.RegionsInTheUnion));
    }

    [Fact]
    public void Every_resource_says_whose_it_is() => Assert.All(
        Snapshot.Resources.Where(resource => resource["location"] is not null),
        resource =>
        {
            Assert.Equal("signalering", resource["tags.product"]);
            Assert.Equal(Repository.Parameter("gemeente"), resource["tags.gemeente"]);
            Assert.Equal(Repository.Parameter("omgeving"), resource["tags.omgeving"]);
            Assert.Equal("vertrouwelijk", resource["tags.data-classificatie"]);
        });

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "StorageRead", "StorageWrite", "StorageDelete")]
    [InlineData("Microsoft.ServiceBus/namespaces", "allLogs")]
    [InlineData("Microsoft.KeyVault/vaults", "audit")]
    [InlineData("Microsoft.EventGrid/systemTopics", "DeliveryFailures")]
    public void What_is_done_with_the_data_is_logged(string type, params string[] categories)
    {
        var watched = Snapshot.OfType(type)
            .Single(resource => !resource.Type.StartsWith("Microsoft.Storage", StringComparison.Ordinal)
                || resource.IsBelow(Snapshot.DataAccount));
        var workspace = Snapshot.OfType("Microsoft.OperationalInsights/workspaces").Single();
        var setting = Assert.Single(
            Snapshot.OfType("Microsoft.Insights/diagnosticSettings"), setting => setting.Scope == watched.Id);

        Assert.Equal(workspace.Id, setting["properties.workspaceId"]);
        var logs = setting.Json.GetProperty("properties").GetProperty("logs").EnumerateArray()
            .Where(log => log.GetProperty("enabled").GetBoolean())
            .Select(log => log.TryGetProperty("category", out var category)
                ? category.GetString()! : log.GetProperty("categoryGroup").GetString()!);
        Assert.Equal(categories, logs);
    }
}
