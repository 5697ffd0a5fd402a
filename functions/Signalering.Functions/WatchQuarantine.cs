using Microsoft.Extensions.Logging;
using Signalering.Domain.Deliveries;

namespace Signalering.Functions;

/// <summary>Timer → queue: held deliveries whose term ran out, and decisions whose message was lost.</summary>
/// <remarks>Decides nothing and removes nothing: <see cref="ProcessDelivery"/> does, and may do it twice.</remarks>
public sealed partial class WatchQuarantine(
    IQuarantineStore quarantine, IMessageQueue queue, TimeProvider time, ILogger<WatchQuarantine> logger)
{
    /// <summary>Every hour, at a moment of its own.</summary>
    [Function(nameof(WatchQuarantine))]
    public async Task Run([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var held in await quarantine.List(cancellationToken))
        {
            var page = held.Expire(now) == held
                ? held
                : await quarantine.Update(held.Wijkteam, held.Levering, found => found.Expire(now), cancellationToken);
            if (page is not { IsDecided: true })
                continue;
            await queue.Send(page.ToMessage(), cancellationToken);
            LogDue(page.Levering, page.Einde?.Uitkomst ?? "released");
        }
    }

    [LoggerMessage(6, LogLevel.Information, "Held delivery {Delivery} is due: {Outcome}")]
    private partial void LogDue(string delivery, string outcome);
}
