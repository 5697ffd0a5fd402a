namespace Signalering.Infra.Tests;

public sealed class FunctionAppTests
{
    private static Resource App => Snapshot.OfType("Microsoft.Web/sites").Single();

    private static Resource Identity => Snapshot.OfType("Microsoft.ManagedIdentity/userAssignedIdentities").Single();

    [Fact]
    public void The_app_runs_the_isolated_worker_on_flex_consumption()
    {
        Assert.Equal("FC1", Snapshot.OfType("Microsoft.Web/serverfarms").Single()["sku.name"]);
        Assert.Equal("dotnet-isolated", App["properties.functionAppConfig.runtime.name"]);
        Assert.Equal("10.0", App["properties.functionAppConfig.runtime.version"]);
        Assert.Equal("2048", App["properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB"]);
    }

    [Fact]
    public void The_app_is_reached_over_https_only()
    {
        Assert.Equal("True", App["properties.httpsOnly"]);
        Assert.Contains(App["properties.siteConfig.minTlsVersion"], new[] { "1.2", "1.3" });
        Assert.Contains(App["properties.siteConfig.scmMinTlsVersion"], new[] { "1.2", "1.3" });
        Assert.Equal("Disabled", App["properties.siteConfig.ftpsState"]);
        Assert.Equal("False", App["properties.siteConfig.remoteDebuggingEnabled"]);
    }

    [Fact]
    public void Nobody_publishes_code_with_a_password()
    {
        var policies = Snapshot.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies");

        Assert.Equal(["ftp", "scm"], policies.Select(policy => policy.OwnName).Order(StringComparer.Ordinal));
        Assert.All(policies, policy => Assert.Equal("False", policy["properties.allow"]));
    }

    [Fact]
    public void The_app_signs_in_everywhere_as_its_own_identity()
    {
        Assert.Equal("UserAssigned", App["identity.type"]);
        Assert.Equal(Identity.Id, App["properties.keyVaultReferenceIdentity"]);
        Assert.Equal(
            Identity.Id,
            App["properties.functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId"]);

        foreach (var connection in (string[])["AzureWebJobsStorage", "Opslag", "ServiceBus"])
        {
            Assert.Equal("managedidentity", Snapshot.Settings[$"{connection}__credential"]);
            Assert.Equal(
                $"[reference('{Identity.Id}', '2024-11-30').clientId]", Snapshot.Settings[$"{connection}__clientId"]);
        }
    }
}
