namespace Signalering.LocalHost;

/// <summary>Runs for each message of a storage queue.</summary>
/// <param name="queueName">Queue; <c>%Setting%</c> is replaced from configuration.</param>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>Queue.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>Prefix of the settings with the storage account, see <see cref="BlobTriggerAttribute.Connection"/>.
    /// </summary>
    public string? Connection { get; set; }
}
