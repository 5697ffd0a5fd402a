using Azure.Storage.Queues;
using Signalering.Domain.Deliveries;

namespace Signalering.Azure;

/// <summary>Messages on storage queues: a queue stands in for each Service Bus queue and subscription.</summary>
public sealed class StorageQueueMessages(StorageAccount account) : IMessageQueue
{
    /// <summary>Queue that stands in for the planner's subscription on the topic.</summary>
    public const string PlannerQueue = Routes.Gebeurtenissen + "-" + Routes.Rapportplanner;

    private readonly QueueClient _deliveries = account.Queue(Routes.Leveringen);
    private readonly QueueClient _reports = account.Queue(Routes.Rapportages);
    private readonly QueueClient _planner = account.Queue(PlannerQueue);

    /// <inheritdoc/>
    public Task Send(DeliveryReceived message, CancellationToken cancellationToken) =>
        _deliveries.SendMessageAsync(MessageText.Write(message), cancellationToken);

    /// <inheritdoc/>
    public Task Send(ReportRequested message, CancellationToken cancellationToken) =>
        _reports.SendMessageAsync(MessageText.Write(message), cancellationToken);

    /// <inheritdoc/>
    public Task Publish(PipelineEvent message, CancellationToken cancellationToken) =>
        _planner.SendMessageAsync(MessageText.Write(message), cancellationToken);
}
