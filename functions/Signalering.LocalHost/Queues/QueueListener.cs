using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Signalering.LocalHost;

/// <summary>Runs a function for the messages of a queue: at least once each, in any order.</summary>
/// <remarks>The dequeue count in storage counts the attempts, so that an attempt that killed the host counts too.
/// After the last one the message goes to the poison queue, first sent there and then deleted here. Poison queues have
/// no poison queue of their own: what fails there stays there.</remarks>
internal sealed class QueueListener(
    FunctionDescriptor function, string queueName, LocalStorage storage, FunctionInvoker invoker,
    IOptions<LocalHostOptions> options, ILogger<QueueListener> logger) : IListener
{
    private const int MostPerReceive = 32;   // of the service

    private readonly LocalHostOptions _options = options.Value;
    private readonly QueueClient _queue = storage.RawQueue(queueName);
    private readonly QueueClient? _poison = queueName.EndsWith(LocalQueues.PoisonSuffix, StringComparison.Ordinal)
        ? null
        : storage.RawQueue(LocalQueues.Poison(queueName));

    private readonly RunSlots _slots = new(options.Value.MaxConcurrentRuns);

    public async Task Prepare(CancellationToken cancellationToken)
    {
        await _queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        if (_poison is not null)
            await _poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    public async Task Listen(Stopping stopping)
    {
        var pace = new PollPace(_options);
        while (!stopping.Receiving.IsCancellationRequested)
        {
            var found = false;
            try
            {
                found = await Receive(stopping);
            }
            catch (OperationCanceledException) when (stopping.Receiving.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                logger.StorageFailed(function.Name, exception.GetType().Name);
            }

            // Full batches follow each other at once: the slots set the pace.
            if (found)
                pace = new PollPace(_options);
            else
                await pace.Wait(foundWork: false, stopping.Receiving);
        }

        await _slots.WaitUntilIdle();
    }

    /// <summary>Takes as many messages as can start at once: a message that waits here would lose its lease.</summary>
    private async Task<bool> Receive(Stopping stopping)
    {
        await _slots.Take(stopping.Receiving);
        var free = 1;
        while (free < MostPerReceive && _slots.TryTake())
            free++;

        QueueMessage[] messages = [];
        try
        {
            // Not cancelled by a mere stop: received messages that nobody sees would count as an attempt.
            messages = await _queue.ReceiveMessagesAsync(free, _options.VisibilityTimeout, stopping.Running);
        }
        finally
        {
            _slots.Free(free - messages.Length);
        }

        foreach (var message in messages)
            _ = Task.Run(() => Handle(message, stopping), CancellationToken.None);   // Never throws; frees its slot.

        return messages.Length > 0;
    }

    private async Task Handle(QueueMessage message, Stopping stopping)
    {
        try
        {
            await RunAndSettle(message, stopping.Running);
        }
        catch (RequestFailedException exception) when (exception.Status is 400 or 404)
        {
            logger.MessageLost(function.Name, message.MessageId);
        }
        catch (Exception exception)
        {
            logger.StorageFailed(function.Name, exception.GetType().Name);   // The message comes back by itself.
        }
        finally
        {
            _slots.Free();
        }
    }

    private async Task RunAndSettle(QueueMessage message, CancellationToken running)
    {
        if (_poison is not null && message.DequeueCount > _options.MaxAttempts)
        {
            await MoveToPoison(message, message.PopReceipt, message.DequeueCount - 1);
            return;
        }

        await using var lease = new MessageLease(_queue, message, _options.VisibilityTimeout, running);
        try
        {
            await invoker.Invoke(
                function, (parameter, _) => ValueTask.FromResult(MessageBinding.Bind(parameter, message)), running);
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            await Return(message, await lease.Stop(), TimeSpan.Zero);
            return;
        }
        catch (Exception)
        {
            await Fail(message, await lease.Stop());
            return;
        }

        await _queue.DeleteMessageAsync(message.MessageId, await lease.Stop(), CancellationToken.None);
    }

    private async Task Fail(QueueMessage message, string receipt)
    {
        logger.MessageFailed(function.Name, message.MessageId, message.DequeueCount);
        if (_poison is not null && message.DequeueCount >= _options.MaxAttempts)
            await MoveToPoison(message, receipt, message.DequeueCount);
        else
            await Return(message, receipt, PollPace.RetryDelay(_options, message.DequeueCount));
    }

    private async Task Return(QueueMessage message, string receipt, TimeSpan delay) =>
        await _queue.UpdateMessageAsync(
            message.MessageId, receipt, message.Body, TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds)),
            CancellationToken.None);

    private async Task MoveToPoison(QueueMessage message, string receipt, long attempts)
    {
        // Sent first: if the host dies between the two, the message is there twice, never not at all. It stays until
        // somebody has looked, so it does not expire.
        await _poison!.SendMessageAsync(
            message.Body, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: CancellationToken.None);
        await _queue.DeleteMessageAsync(message.MessageId, receipt, CancellationToken.None);
        logger.MessagePoisoned(function.Name, message.MessageId, _poison.Name, attempts);
    }
}
