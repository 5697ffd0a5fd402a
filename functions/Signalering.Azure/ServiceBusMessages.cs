using Azure.Messaging.ServiceBus;
using Signalering.Domain.Deliveries;

namespace Signalering.Azure;

/// <summary>Messages on Service Bus; compiled in the Azure flavour only.</summary>
/// <remarks>The message id is the id of the delivery, or of the event: the namespace drops a second message with the same id
/// within its window, which spares work but is not relied on, since both passes may run twice.</remarks>
public sealed class ServiceBusMessages(ServiceBusClient client) : IMessageQueue, IAsyncDisposable
{
    private readonly ServiceBusSender _deliveries = client.CreateSender(Routes.Leveringen);
    private readonly ServiceBusSender _reports = client.CreateSender(Routes.Rapportages);
    private readonly ServiceBusSender _events = client.CreateSender(Routes.Gebeurtenissen);

    /// <inheritdoc/>
    public Task Send(DeliveryReceived message, CancellationToken cancellationToken) =>
        _deliveries.SendMessageAsync(Message(message, message.Id), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Without an id of its own: the same period is asked for again after each late delivery.</remarks>
    public Task Send(ReportRequested message, CancellationToken cancellationToken) =>
        _reports.SendMessageAsync(Message(message, null), cancellationToken);

    /// <inheritdoc/>
    public Task Publish(PipelineEvent message, CancellationToken cancellationToken) =>
        _events.SendMessageAsync(Message(message, null, message.Soort), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _deliveries.DisposeAsync();
        await _reports.DisposeAsync();
        await _events.DisposeAsync();
    }

    private static ServiceBusMessage Message<T>(T body, string? id, string? subject = null)
    {
        var message = new ServiceBusMessage(MessageText.Write(body)) { ContentType = "application/json", Subject = subject };
        if (id is not null)
            message.MessageId = id;
        return message;
    }
}
