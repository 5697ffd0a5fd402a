namespace Signalering.LocalHost;

/// <summary>Runs for each message of a Service Bus queue or subscription; locally a storage queue stands in for it,
/// see <see cref="LocalQueues"/>.</summary>
public sealed class ServiceBusTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Messages of a queue.</summary>
    /// <param name="queueName">Queue; <c>{queue}/$deadletterqueue</c> is the queue's poison queue.</param>
    public ServiceBusTriggerAttribute(string queueName) => QueueName = queueName;

    /// <summary>Messages of a subscription to a topic.</summary>
    /// <param name="topicName">Topic.</param>
    /// <param name="subscriptionName">Subscription; <c>/$deadletterqueue</c> after it as with a queue.</param>
    public ServiceBusTriggerAttribute(string topicName, string subscriptionName) =>
        (TopicName, SubscriptionName) = (topicName, subscriptionName);

    /// <summary>Queue; null when bound to a subscription.</summary>
    public string? QueueName { get; }

    /// <summary>Topic; null when bound to a queue.</summary>
    public string? TopicName { get; }

    /// <summary>Subscription; null when bound to a queue.</summary>
    public string? SubscriptionName { get; }

    /// <summary>Prefix of the settings with the namespace, see <see cref="BlobTriggerAttribute.Connection"/>.</summary>
    public string? Connection { get; set; }

    /// <summary>Whether the queue has sessions. A storage queue has none: order must not matter.</summary>
    public bool IsSessionsEnabled { get; set; }

    /// <summary>Whether a message is done when the function returns. Default, and the only value that the rules allow,
    /// is true.</summary>
    public bool AutoCompleteMessages { get; set; } = true;

    /// <summary>Whether the function takes many messages at once. The rules allow false only.</summary>
    public bool IsBatched { get; set; }
}
