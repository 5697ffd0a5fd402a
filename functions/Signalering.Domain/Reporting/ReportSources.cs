using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Reporting.Editions;

namespace Signalering.Domain.Reporting;

/// <summary>What a report is made from.</summary>
/// <param name="Kubussen">The cubes of <see cref="ReportWindow"/>, in any order.</param>
/// <param name="Dialoog">Answers of people to signals.</param>
/// <param name="Leveringen">Pages of the delivery ledger.</param>
public sealed record ReportSources(
    IReadOnlyCollection<Cube> Kubussen, DialogueRegister Dialoog, IReadOnlyCollection<TeamLedger> Leveringen)
{
    /// <summary>Every table that was published before, of any period: what disclosure control has to agree with.</summary>
    public PublishedTables Gepubliceerd { get; init; } = PublishedTables.None;

    /// <summary>The last edition of the same period: what has changed since is told; null when there is none.</summary>
    public PreviousEdition? Vorige { get; init; }
}
