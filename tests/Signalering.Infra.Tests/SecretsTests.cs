using System.Text.RegularExpressions;

namespace Signalering.Infra.Tests;

public sealed partial class SecretsTests
{
    [Fact]
    public void No_output_looks_like_a_secret() => Assert.All(Snapshot.Outputs, output =>
        Assert.DoesNotMatch(SecretName(), $"{output.Key} {output.Value}"));

    [Fact]
    public void No_setting_holds_a_secret() => Assert.All(
        Snapshot.Settings, setting => Assert.DoesNotMatch(SecretValue(), setting.Value));

    [Fact]
    public void A_setting_that_is_named_like_a_secret_refers_to_the_vault()
    {
        // The connection string of Application Insights is an address and an id; its key is refused (local auth off).
        var named = Snapshot.Settings.Where(setting =>
            SecretName().IsMatch(setting.Key) && setting.Key != "APPLICATIONINSIGHTS_CONNECTION_STRING");

        Assert.All(named, setting =>
            Assert.StartsWith("@Microsoft.KeyVault(", setting.Value, StringComparison.Ordinal));
        Assert.Contains(named, setting => setting.Key == "Signalering__Casussleutel");
    }

    [Fact]
    public void The_webhooks_of_arriving_files_are_the_only_ones_that_ask_for_a_key()
    {
        var asking = Snapshot.Resources.Where(resource =>
            resource.Json.GetRawText().Contains("listKeys(", StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.Equal(2, asking.Count);
        Assert.All(asking, one => Assert.Equal("Microsoft.EventGrid/systemTopics/eventSubscriptions", one.Type));
    }

    [Fact]
    public void The_parameter_file_holds_no_secret()
    {
        var file = Repository.Text("infra/main.bicepparam");

        Assert.DoesNotMatch(SecretName(), file);
        Assert.DoesNotMatch(SecretValue(), file);
    }

    [GeneratedRegex(
        "sleutel(?!kluis)|secret|password|wachtwoord|token|connection_?string|(?<![a-z])key|apikey|sas(?![a-z])",
        RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(
        @"AccountKey=|SharedAccessKey|[?&]sig=|[?&]code=|listKeys|InstrumentationKey|[A-Za-z0-9+/]{40,}={1,2}",
        RegexOptions.IgnoreCase)]
    private static partial Regex SecretValue();
}
