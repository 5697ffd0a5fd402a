using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Signalering.LocalHost;

/// <summary>Keeps a message invisible to others while its function runs.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly QueueClient _queue;
    private readonly QueueMessage _message;
    private readonly TimeSpan _visibility;
    private readonly Task _renewal;
    private string _receipt;

    /// <param name="running">When cancelled, nothing is renewed any more: the message is for another host.</param>
    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan visibility, CancellationToken running)
    {
        (_queue, _message, _visibility, _receipt) = (queue, message, visibility, message.PopReceipt);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(running);
        _renewal = Renew(_stop.Token);
    }

    /// <summary>Stops the renewal and returns the receipt of the last one, with which to settle the message.</summary>
    public async Task<string> Stop()
    {
        await _stop.CancelAsync();
        await _renewal;
        return _receipt;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _stop.Dispose();
    }

    private async Task Renew(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(_visibility / 3, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
                return;
            try
            {
                // Not cancelled half-way: the new receipt would be lost, and the message could not be settled.
                UpdateReceipt receipt = await _queue.UpdateMessageAsync(
                    _message.MessageId, _receipt, _message.Body, _visibility, CancellationToken.None);
                _receipt = receipt.PopReceipt;
            }
            catch (RequestFailedException exception) when (exception.Status is 400 or 404)
            {
                return;   // Taken by another host; settling the message will find so and say it.
            }
            catch (Exception exception) when (exception is RequestFailedException or AggregateException or IOException)
            {
                // Storage does not answer. There is time for two more tries.
            }
        }
    }
}
