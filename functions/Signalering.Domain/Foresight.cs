using Signalering.Domain.Classification;
using Signalering.Domain.Intake;
using Signalering.Domain.Screening;

namespace Signalering.Domain;

/// <summary>What is known of a row before it is its turn.</summary>
/// <param name="Map">Header under which it was looked at; null when it was not.</param>
/// <param name="Fingerprint"><see cref="RowFingerprints.OfRow"/>.</param>
/// <param name="Year">Year in which the text was read; 0 when the row is no activity, or not clean.</param>
/// <param name="Labels">From the classifier, when there is a year.</param>
internal readonly record struct Foreseen(ColumnMap? Map, ulong Fingerprint, int Year, ActivityLabels Labels)
{
    /// <summary>Whether the row is an activity in which nothing personal stands.</summary>
    /// <param name="map">Header that it stands under.</param>
    /// <param name="year">Year in which the text is read.</param>
    public bool IsClean(ColumnMap? map, int year) => Map is not null && ReferenceEquals(Map, map) && Year == year;
}

/// <summary>Works out, on a thread of its own, what the pass is going to ask of a row: whether it is clean, and its
/// labels.</summary>
/// <remarks>These depend on the row alone, so that nothing changes but the time. Whatever counts, reports or compares rows
/// stays with the pass, in the order of the file.</remarks>
/// <param name="map">Header of the rows.</param>
/// <param name="reader">Of this thread; its problems are the business of the pass.</param>
/// <param name="gate">Of this thread.</param>
/// <param name="labels">Of this thread.</param>
internal sealed class Foresight(ColumnMap map, ActivityReader reader, ForeseeingGate gate, LabelMemo labels)
{
    /// <summary>Looks at a row.</summary>
    public Foreseen Of(IExportRows row)
    {
        var fingerprint = RowFingerprints.OfRow(row);
        return reader.Read(row, out var raw) == RowOutcome.Activity && gate.TryScreen(raw, out var activity, out var year)
            ? new Foreseen(map, fingerprint, year, labels.Of(activity))
            : new Foreseen(map, fingerprint, 0, default);
    }
}
