namespace Signalering.Infra.Tests;

/// <summary>Infrastructure and code meet in names only.</summary>
public sealed class NamesTests
{
    private const string ContainerType = "Microsoft.Storage/storageAccounts/blobServices/containers";

    [Fact]
    public void The_data_account_has_the_containers_that_the_code_uses_and_no_other() =>
        Assert.Equal(Expected.Containers, OwnNames(ContainerType, below: Snapshot.DataAccount));

    [Fact]
    public void The_account_of_the_host_is_another_one_with_its_own_containers()
    {
        var host = Assert.Single(
            Snapshot.OfType("Microsoft.Storage/storageAccounts"), account => account != Snapshot.DataAccount);

        Assert.Equal(Expected.HostContainers, OwnNames(ContainerType, below: host));
        Assert.Equal(host.Name, Snapshot.Settings["AzureWebJobsStorage__accountName"]);
    }

    [Fact]
    public void The_namespace_has_the_queues_that_the_code_uses_and_no_other() =>
        Assert.Equal(Expected.Queues, OwnNames("Microsoft.ServiceBus/namespaces/queues"));

    [Fact]
    public void The_events_topic_has_the_planner_as_its_only_subscription()
    {
        Assert.Equal([Expected.Topic], OwnNames("Microsoft.ServiceBus/namespaces/topics"));
        Assert.Equal([Expected.TopicSubscription], OwnNames("Microsoft.ServiceBus/namespaces/topics/subscriptions"));
    }

    [Fact]
    public void The_app_has_the_settings_that_the_code_reads_and_no_other() =>
        Assert.Equal(Expected.Settings, Snapshot.Settings.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_settings_point_to_the_resources_of_this_deployment()
    {
        var settings = Snapshot.Settings;
        var account = Snapshot.DataAccount.Name;
        var serviceBus = Snapshot.OfType("Microsoft.ServiceBus/namespaces").Single().Name;
        var vault = Snapshot.OfType("Microsoft.KeyVault/vaults").Single().Name;

        Assert.Equal(account, settings["Opslag__accountName"]);
        Assert.Contains($"'{account}'", settings["Opslag__blobServiceUri"], StringComparison.Ordinal);
        Assert.Contains($"'{account}'", settings["Opslag__queueServiceUri"], StringComparison.Ordinal);
        Assert.StartsWith(serviceBus + ".", settings["ServiceBus__fullyQualifiedNamespace"], StringComparison.Ordinal);
        Assert.Equal(
            $"@Microsoft.KeyVault(VaultName={vault};SecretName=casussleutel)", settings["Signalering__Casussleutel"]);
    }

    [Theory]
    [InlineData(Expected.Inbox, Expected.InboxFunction)]
    [InlineData(Expected.Dialogue, Expected.DialogueFunction)]
    public void A_file_reaches_its_blob_trigger_whatever_its_extension(string container, string function)
    {
        var subscription = Assert.Single(
            Snapshot.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions"),
            found => found["properties.filter.subjectBeginsWith"] == $"/blobServices/default/containers/{container}/");
        var topic = Snapshot.OfType("Microsoft.EventGrid/systemTopics").Single();

        Assert.Equal(Snapshot.DataAccount.Id, topic["properties.source"]);
        Assert.Equal("""["Microsoft.Storage.BlobCreated"]""", Compact(subscription, "includedEventTypes"));
        Assert.Null(subscription["properties.filter.subjectEndsWith"]);
        Assert.Null(subscription["properties.filter.advancedFilters"]);
        Assert.Equal("WebHook", subscription["properties.destination.endpointType"]);

        var endpoint = subscription["properties.destination.properties.endpointUrl"];
        Assert.Contains("/runtime/webhooks/blobs'", endpoint, StringComparison.Ordinal);
        Assert.Contains("functionName=Host.Functions.{1}&code={2}", endpoint, StringComparison.Ordinal);
        Assert.Contains($"'{function}'", endpoint, StringComparison.Ordinal);
    }

    private static string Compact(Resource subscription, string filter) =>
        subscription[$"properties.filter.{filter}"]!
            .Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<string> OwnNames(string type, Resource? below = null) =>
        Snapshot.OfType(type)
            .Where(resource => below is null || resource.IsBelow(below))
            .Select(resource => resource.OwnName)
            .Order(StringComparer.Ordinal);
}
