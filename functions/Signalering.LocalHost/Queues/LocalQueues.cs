using Azure.Storage.Queues;

namespace Signalering.LocalHost;

/// <summary>Names and encoding of the storage queues that the local host listens to: senders use the same.</summary>
public static class LocalQueues
{
    /// <summary>Base64, as in Azure (<c>messageEncoding</c> of <c>host.json</c>, and what Event Grid writes).</summary>
    public const QueueMessageEncoding Encoding = QueueMessageEncoding.Base64;

    /// <summary>Follows a queue's name in the name of the queue for messages that failed too often.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Queue for blob versions that failed too often, see <see cref="PoisonBlob"/>.</summary>
    public const string PoisonBlobs = "webjobs-blobtrigger-poison";

    private const string DeadLetterSuffix = "/$deadletterqueue";

    /// <summary>A client that encodes as the listeners expect, with the service version that Azurite takes.</summary>
    public static QueueClient Client(string connectionString, string queue) =>
        new(connectionString, queue, Options(Encoding));

    /// <summary>The queue for messages of this queue that failed too often.</summary>
    public static string Poison(string queue) => queue + PoisonSuffix;

    /// <summary>The storage queue that stands in for a Service Bus queue: the same name, or the poison queue for
    /// <c>{queue}/$deadletterqueue</c>.</summary>
    public static string StandInFor(string queue)
    {
        if (!queue.EndsWith(DeadLetterSuffix, StringComparison.OrdinalIgnoreCase))
            return queue;
        return Poison(queue[..^DeadLetterSuffix.Length]);
    }

    /// <summary>The storage queue that stands in for a subscription: <c>{topic}-{subscription}</c>. Who sends to a
    /// topic sends to the queue of every subscription.</summary>
    public static string StandInFor(string topic, string subscription) => StandInFor($"{topic}-{subscription}");

    internal static QueueClientOptions Options(QueueMessageEncoding encoding) =>
        new(QueueClientOptions.ServiceVersion.V2025_11_05) { MessageEncoding = encoding };
}
