namespace Signalering.Infra.Tests;

/// <summary>Who signs in, and what for.</summary>
public sealed class AccessTests
{
    [Fact]
    public void Nobody_gets_a_role_that_is_not_on_the_list() =>
        Assert.Equal(
            Expected.Access,
            Snapshot.OfType("Microsoft.Authorization/roleAssignments").Select(Describe).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_role_is_given_to_an_identity_of_this_deployment() => Assert.All(
        Snapshot.OfType("Microsoft.Authorization/roleAssignments"),
        assignment =>
        {
            Assert.Equal("ServicePrincipal", assignment["properties.principalType"]);
            Assert.Contains(Snapshot.Resources, resource => assignment["properties.principalId"]!.StartsWith(
                $"[reference('{resource.Id}', ", StringComparison.Ordinal));
        });

    [Fact]
    public void Telemetry_accepts_no_key()
    {
        Assert.Equal("True", Snapshot.OfType("Microsoft.Insights/components").Single()["properties.DisableLocalAuth"]);
        Assert.Equal("True", Snapshot.OfType("Microsoft.OperationalInsights/workspaces").Single()[
            "properties.features.disableLocalAuth"]);
    }

    [Fact]
    public void The_vault_goes_by_roles_and_cannot_be_emptied_for_good()
    {
        var vault = Snapshot.OfType("Microsoft.KeyVault/vaults").Single();

        Assert.Equal("True", vault["properties.enableRbacAuthorization"]);
        Assert.Equal("True", vault["properties.enableSoftDelete"]);
        Assert.Equal("True", vault["properties.enablePurgeProtection"]);
        Assert.Null(vault["properties.accessPolicies"]);
    }

    [Fact]
    public void Production_data_and_key_are_locked_against_deletion()
    {
        var locked = Snapshot.OfType("Microsoft.Authorization/locks")
            .Where(found => found["properties.level"] == "CanNotDelete").Select(found => found.Scope);

        Assert.Equal(
            new[] { Snapshot.DataAccount.Id, Snapshot.OfType("Microsoft.KeyVault/vaults").Single().Id }.Order(
                StringComparer.Ordinal),
            locked.Order(StringComparer.Ordinal));
    }

    private static string Describe(Resource assignment)
    {
        var roleId = assignment["properties.roleDefinitionId"]!.Split('/')[^1];
        var role = Expected.RoleNames.GetValueOrDefault(roleId, roleId);
        var principal = assignment["properties.principalId"]!.Split('\'')[1].Split('/')[^1];
        var scope = assignment.Scope.Split('/');
        return $"{principal}: {role} on {scope[^2]}/{WithoutSuffix(scope[^1])}";
    }

    // uniqueString gives 13 letters and digits, of which the vault takes 8.
    private static string WithoutSuffix(string name)
    {
        var suffix = Snapshot.DataAccount.Name[^13..];
        return name.Replace(suffix, "", StringComparison.Ordinal)
            .Replace(suffix[..8], "", StringComparison.Ordinal).TrimEnd('-');
    }
}
