using System.Globalization;
using System.Xml;

namespace Signalering.Infra.Tests;

public sealed class MessagingTests
{
    private static IReadOnlyList<Resource> Queues => Snapshot.OfType("Microsoft.ServiceBus/namespaces/queues");

    private static IEnumerable<Resource> Receivers =>
        Queues.Concat(Snapshot.OfType("Microsoft.ServiceBus/namespaces/topics/subscriptions"));

    [Fact]
    public void The_namespace_accepts_no_key_and_no_old_tls()
    {
        var serviceBus = Snapshot.OfType("Microsoft.ServiceBus/namespaces").Single();

        Assert.Equal("True", serviceBus["properties.disableLocalAuth"]);
        Assert.Contains(serviceBus["properties.minimumTlsVersion"], new[] { "1.2", "1.3" });
        Assert.Equal("Standard", serviceBus["sku.name"]);
    }

    [Fact]
    public void A_message_goes_aside_after_as_many_attempts_as_a_blob()
    {
        var host = Repository.Json("host.json").GetProperty("extensions").GetProperty("blobs");

        Assert.Equal(Expected.Attempts, host.GetProperty("poisonBlobThreshold").GetInt32());
        Assert.All(Receivers, receiver => Assert.Equal(
            Expected.Attempts.ToString(CultureInfo.InvariantCulture), receiver["properties.maxDeliveryCount"]));
    }

    [Fact]
    public void A_message_that_nobody_took_is_kept_aside() => Assert.All(Receivers, receiver =>
        Assert.Equal("True", receiver["properties.deadLetteringOnMessageExpiration"]));

    [Fact]
    public void Queues_and_topic_notice_a_message_that_was_sent_twice() =>
        Assert.All(Queues.Concat(Snapshot.OfType("Microsoft.ServiceBus/namespaces/topics")), target =>
        {
            Assert.Equal("True", target["properties.requiresDuplicateDetection"]);
            var window = XmlConvert.ToTimeSpan(target["properties.duplicateDetectionHistoryTimeWindow"]!);
            Assert.InRange(window, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));
        });

    [Fact]
    public void A_message_without_an_id_is_accepted() =>
        Assert.All(Queues.Concat(Snapshot.OfType("Microsoft.ServiceBus/namespaces/topics")), target =>
            Assert.Equal("False", target["properties.enablePartitioning"]));

    [Fact]
    public void Order_does_not_come_from_sessions() => Assert.All(Receivers, receiver =>
        Assert.Equal("False", receiver["properties.requiresSession"]));
}
