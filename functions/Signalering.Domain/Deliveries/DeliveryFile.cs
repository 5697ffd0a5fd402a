namespace Signalering.Domain.Deliveries;

/// <summary>The file of a delivery, wherever it lies: in the inbox, or in quarantine.</summary>
public abstract class DeliveryFile
{
    private DeliveryFile()
    {
    }

    /// <summary>Name by which its kind is checked. May be personal: never logged or printed.</summary>
    public abstract string FileName { get; }

    /// <summary>Its page in quarantine; null when it is not held.</summary>
    public virtual HeldDelivery? Held => null;

    /// <summary>Its place below the inbox; null when that cannot be used.</summary>
    public virtual InboxPath? Path => null;

    /// <summary>Where the file of a delivery lies; null when it lies nowhere any more.</summary>
    public static async Task<DeliveryFile?> Find(
        DeliveryReceived delivery, IInbox inbox, IQuarantineStore quarantine, CancellationToken cancellationToken)
    {
        if (await inbox.Find(delivery.Id, cancellationToken) is { } item)
            return new Delivered(item, inbox, quarantine);
        return delivery.Wijkteam is { } team && await quarantine.Find(team, delivery.Id, cancellationToken) is { } held
            ? new Kept(held, quarantine)
            : null;
    }

    /// <summary>Opens it, readable and seekable; null when it is gone or was overwritten.</summary>
    public abstract Task<Stream?> Open(CancellationToken cancellationToken);

    /// <summary>Puts it in quarantine, or leaves it there.</summary>
    /// <returns>Its page, with the decisions that were made already.</returns>
    public abstract Task<HeldDelivery> Hold(HeldDelivery held, Stream content, CancellationToken cancellationToken);

    /// <summary>Keeps it for a while as accepted.</summary>
    public abstract Task Archive(string wijkteam, CancellationToken cancellationToken);

    /// <summary>Removes it from where it lies.</summary>
    public abstract Task Remove(CancellationToken cancellationToken);

    private sealed class Delivered(InboxItem item, IInbox inbox, IQuarantineStore quarantine) : DeliveryFile
    {
        public override string FileName => item.Name[(item.Name.LastIndexOf('/') + 1)..];

        public override InboxPath? Path => InboxPath.Parse(item.Name);

        public override Task<Stream?> Open(CancellationToken cancellationToken) => inbox.Open(item, cancellationToken);

        public override Task<HeldDelivery> Hold(HeldDelivery held, Stream content, CancellationToken cancellationToken)
        {
            content.Position = 0;
            return quarantine.Hold(held, content, cancellationToken);
        }

        public override Task Archive(string wijkteam, CancellationToken cancellationToken) =>
            inbox.Archive(item, wijkteam, cancellationToken);

        public override Task Remove(CancellationToken cancellationToken) => inbox.Remove(item, cancellationToken);
    }

    private sealed class Kept(HeldDelivery held, IQuarantineStore quarantine) : DeliveryFile
    {
        private bool _isHeldAgain;

        public override string FileName => held.NeutralName;

        public override HeldDelivery? Held => held;

        public override Task<Stream?> Open(CancellationToken cancellationToken) => quarantine.Open(held, cancellationToken);

        public override Task<HeldDelivery> Hold(HeldDelivery held, Stream content, CancellationToken cancellationToken)
        {
            _isHeldAgain = true;
            return quarantine.Hold(held, null, cancellationToken);
        }

        public override Task Archive(string wijkteam, CancellationToken cancellationToken) =>
            quarantine.Archive(held, cancellationToken);

        public override Task Remove(CancellationToken cancellationToken) =>
            _isHeldAgain ? Task.CompletedTask : quarantine.Remove(held, cancellationToken);
    }
}
