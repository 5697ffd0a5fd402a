using Signalering.Domain.Counting;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Reporting;

namespace Signalering.Domain.Deliveries;

/// <summary>Where teams drop their files.</summary>
public interface IInbox
{
    /// <summary>What lies under this name now; null when nothing does.</summary>
    Task<InboxItem?> Describe(string name, CancellationToken cancellationToken);

    /// <summary>The file of a delivery; null when it is gone or was overwritten.</summary>
    Task<InboxItem?> Find(string deliveryId, CancellationToken cancellationToken);

    /// <summary>Opens exactly this version, readable and seekable; null when it is gone or was overwritten.</summary>
    Task<Stream?> Open(InboxItem item, CancellationToken cancellationToken);

    /// <summary>Keeps an accepted file for a while, under the delivery's id; does nothing when the retention is 0 days.</summary>
    Task Archive(InboxItem item, string wijkteam, CancellationToken cancellationToken);

    /// <summary>Removes this version; does nothing when it is gone or was overwritten.</summary>
    Task Remove(InboxItem item, CancellationToken cancellationToken);
}

/// <summary>Where deliveries wait for a person: the file, and a page about it. What is removed leaves no copy.</summary>
public interface IQuarantineStore
{
    /// <summary>The page of a delivery; null when it is not held.</summary>
    Task<HeldDelivery?> Find(string wijkteam, string deliveryId, CancellationToken cancellationToken);

    /// <summary>All pages, in order of team, then of arrival.</summary>
    Task<IReadOnlyList<HeldDelivery>> List(CancellationToken cancellationToken);

    /// <summary>Keeps the file, then the page. When there is a page already, its decisions stay
    /// (<see cref="HeldDelivery.Again"/>).</summary>
    /// <param name="held">Page of the delivery.</param>
    /// <param name="content">Readable, at position 0; null when the file is here already.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The page as written.</returns>
    Task<HeldDelivery> Hold(HeldDelivery held, Stream? content, CancellationToken cancellationToken);

    /// <summary>Opens the file, readable and seekable; null when it is gone.</summary>
    Task<Stream?> Open(HeldDelivery held, CancellationToken cancellationToken);

    /// <summary>Reads, changes and writes; when another host was first, reads and changes again.</summary>
    /// <returns>The page as written; null when the delivery is not held.</returns>
    Task<HeldDelivery?> Update(
        string wijkteam, string deliveryId, Func<HeldDelivery, HeldDelivery> change, CancellationToken cancellationToken);

    /// <summary>Keeps the file of a counted delivery for a while, under the delivery's id, as
    /// <see cref="IInbox.Archive"/> does.</summary>
    Task Archive(HeldDelivery held, CancellationToken cancellationToken);

    /// <summary>Removes the file, then the page.</summary>
    Task Remove(HeldDelivery held, CancellationToken cancellationToken);
}

/// <summary>Where cubes are kept: one per team and month.</summary>
public interface ICubeStore
{
    /// <summary>Puts a cube in the place of an older one; never in the place of a newer one.</summary>
    Task<CubeReplacement> Replace(Cube cube, CancellationToken cancellationToken);

    /// <summary>Entries of these months, in order of team, then month, without reading the cubes.</summary>
    Task<IReadOnlyList<CubeEntry>> List(Month from, Month to, CancellationToken cancellationToken);

    /// <summary>Reads exactly this version; null when it was replaced since.</summary>
    Task<Cube?> Read(CubeEntry entry, CancellationToken cancellationToken);
}

/// <summary>Where receipts are kept, a folder per team.</summary>
public interface IReceiptStore
{
    /// <summary>Whether this delivery has a receipt.</summary>
    Task<bool> Exists(string wijkteam, string deliveryId, CancellationToken cancellationToken);

    /// <summary>Writes a receipt; a later one for the same delivery takes its place.</summary>
    Task Write(Receipt receipt, CancellationToken cancellationToken);
}

/// <summary>Where reports are kept: numbered versions per period, of which only those with a manifest count.</summary>
public interface IReportStore
{
    /// <summary>The newest version with a manifest; null when there is none.</summary>
    Task<PublishedReport?> Latest(Quarter period, CancellationToken cancellationToken);

    /// <summary>Reads a file of a finished version; null when it has none of that name.</summary>
    Task<ReadOnlyMemory<byte>?> Read(Quarter period, int version, string name, CancellationToken cancellationToken);

    /// <summary>Takes a version number for a report with this fingerprint. A number that was taken for the same
    /// fingerprint and never finished, and is newer than the newest finished one, is given again.</summary>
    Task<int> Claim(Quarter period, string kenmerk, CancellationToken cancellationToken);

    /// <summary>Writes a file of a claimed version.</summary>
    Task Write(Quarter period, int version, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Writes a file of a team's edition of a claimed version.</summary>
    Task WriteTeam(
        string wijkteam, Quarter period, int version, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Writes the manifest, which makes the version count.</summary>
    Task Publish(Quarter period, int version, string kenmerk, ReadOnlyMemory<byte> manifest, CancellationToken cancellationToken);
}

/// <summary>Where answers to signals are kept.</summary>
public interface IDialogueStore
{
    /// <summary>The register and the version of its bytes; an empty one without a version when there is none yet.</summary>
    Task<(DialogueRegister Register, string? Version)> Load(CancellationToken cancellationToken);

    /// <summary>Writes the register in the place of the version that was loaded; false when somebody else was first.</summary>
    Task<bool> TrySave(DialogueRegister register, string? version, CancellationToken cancellationToken);

    /// <summary>Writes down what became of a filled-in workbook, for whoever dropped it.</summary>
    Task WriteReceipt(DialogueReceipt receipt, CancellationToken cancellationToken);
}

/// <summary>Where messages go.</summary>
public interface IMessageQueue
{
    /// <summary>To the intake pass.</summary>
    Task Send(DeliveryReceived message, CancellationToken cancellationToken);

    /// <summary>To the report pass.</summary>
    Task Send(ReportRequested message, CancellationToken cancellationToken);

    /// <summary>To whoever listens.</summary>
    Task Publish(PipelineEvent message, CancellationToken cancellationToken);
}

/// <summary>Where every published figure is kept.</summary>
public interface IPublicationLedger
{
    /// <summary>All tables of definitive editions that were published in full, later editions over earlier ones; empty when
    /// there are none.</summary>
    /// <param name="period">Of the edition that is about to be made.</param>
    /// <param name="version">Its number: it does not count itself, nor what came after it, so that making it again gives
    /// the same.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task<PublishedTables> Load(Quarter period, int version, CancellationToken cancellationToken);
}
