using System.Globalization;
using System.Text.Json;

namespace Signalering.Infra.Tests;

public sealed class StorageTests
{
    private static IReadOnlyList<Resource> Accounts => Snapshot.OfType("Microsoft.Storage/storageAccounts");

    [Fact]
    public void No_account_accepts_a_shared_key() => Assert.All(Accounts, account =>
    {
        Assert.Equal("False", account["properties.allowSharedKeyAccess"]);
        Assert.Equal("True", account["properties.defaultToOAuthAuthentication"]);
        Assert.Equal("Block", account["properties.sasPolicy.expirationAction"]);
        Assert.Equal("00.01:00:00", account["properties.sasPolicy.sasExpirationPeriod"]);
    });

    [Fact]
    public void Every_account_asks_for_https_and_at_least_tls_1_2() => Assert.All(Accounts, account =>
    {
        Assert.Equal("True", account["properties.supportsHttpsTrafficOnly"]);
        Assert.Contains(account["properties.minimumTlsVersion"], new[] { "TLS1_2", "TLS1_3" });
    });

    [Fact]
    public void No_account_and_no_container_is_public()
    {
        Assert.All(Accounts, account =>
        {
            Assert.Equal("False", account["properties.allowBlobPublicAccess"]);
            Assert.Equal("False", account["properties.allowCrossTenantReplication"]);
        });
        Assert.All(
            Snapshot.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", container["properties.publicAccess"]));
    }

    [Fact]
    public void Every_account_is_encrypted_twice() => Assert.All(Accounts, account =>
        Assert.Equal("True", account["properties.encryption.requireInfrastructureEncryption"]));

    [Fact]
    public void A_file_that_is_deleted_for_personal_data_leaves_no_copy()
    {
        var blobs = Snapshot.OfType("Microsoft.Storage/storageAccounts/blobServices")
            .Single(service => service.IsBelow(Snapshot.DataAccount));

        Assert.Equal("False", blobs["properties.deleteRetentionPolicy.enabled"]);
        Assert.Equal("False", blobs["properties.isVersioningEnabled"]);
        Assert.Equal("False", blobs["properties.changeFeed.enabled"]);
    }

    [Fact]
    public void The_archive_lives_as_many_days_as_the_parameter_says_and_the_app_is_told_the_same()
    {
        var days = Repository.Parameter("archiefDagen");

        Assert.Equal(int.Parse(days, CultureInfo.InvariantCulture), DaysUntilDeletion("archief/"));
        Assert.Equal(days, Snapshot.Settings["Signalering__ArchiefDagen"]);
    }

    [Fact]
    public void What_stays_behind_in_the_inbox_is_deleted_after_the_days_of_the_parameter() =>
        Assert.Equal(
            int.Parse(Repository.Parameter("inboxDagen"), CultureInfo.InvariantCulture), DaysUntilDeletion("exports/"));

    [Fact]
    public void What_nobody_decided_about_is_deleted_after_the_days_that_the_app_is_told()
    {
        var days = Repository.Parameter("quarantaineDagen");

        Assert.Equal(int.Parse(days, CultureInfo.InvariantCulture), DaysUntilDeletion("quarantaine/"));
        Assert.Equal(days, Snapshot.Settings["Signalering__QuarantaineDagen"]);
        Assert.Contains(
            "@minValue(1)\n@maxValue(14)\nparam quarantaineDagen int = 14\n", Repository.Text("infra/main.bicep"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_archive_the_inbox_and_the_quarantine_have_a_term() =>
        Assert.Equal(["archief/", "exports/", "quarantaine/"], Rules().Select(rule => rule.Prefix).Order(StringComparer.Ordinal));

    [Fact]
    public void The_archive_term_is_35_days_unless_the_municipality_says_otherwise()
    {
        // design.md: 35 by default, 0 to 400.
        var template = Repository.Text("infra/main.bicep");

        Assert.Contains(
            "@minValue(0)\n@maxValue(400)\nparam archiefDagen int = 35\n", template, StringComparison.Ordinal);
    }

    private static int DaysUntilDeletion(string prefix) => Rules().Single(rule => rule.Prefix == prefix).Days;

    private static IEnumerable<(string Prefix, int Days)> Rules()
    {
        var policy = Snapshot.OfType("Microsoft.Storage/storageAccounts/managementPolicies")
            .Single(policy => policy.IsBelow(Snapshot.DataAccount));
        using var rules = JsonDocument.Parse(policy["properties.policy.rules"]!);
        return [.. rules.RootElement.EnumerateArray()
            .Where(rule => rule.GetProperty("enabled").GetBoolean())
            .Select(rule => rule.GetProperty("definition"))
            .Select(definition => (
                Assert.Single(definition.GetProperty("filters").GetProperty("prefixMatch").EnumerateArray())
                    .GetString()!,
                definition.GetProperty("actions").GetProperty("baseBlob").GetProperty("delete")
                    .GetProperty("daysAfterCreationGreaterThan").GetInt32()))];
    }
}
