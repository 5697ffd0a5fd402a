using Signalering.Domain.Classification;
using Signalering.Domain.Counting;
using Signalering.Domain.Intake;
using Signalering.Domain.Municipality;
using Signalering.Domain.Screening;

namespace Signalering.Domain;

/// <summary>The rows of one delivery, one after the other: read → screen → classify → count.</summary>
/// <remarks>A row whose number came before waits without its text, as facts and labels, until it is known whether that
/// column holds numbers of rows.</remarks>
internal sealed class RowCounting(
    IntakeKnowledge knowledge, Wijkteam team, DeliveryStamp stamp, CaseHasher hasher, PrivacyGate gate,
    ProblemList problems)
{
    private readonly CubeBuilder _counts = new(knowledge.Taxonomie, knowledge.Wijken, hasher);
    private readonly RowDuplicates _duplicates = new();
    private readonly FillCounter _fill = new();
    private readonly LabelMemo _labels = new(knowledge.Classifier);
    private readonly List<Waiting> _waiting = [];
    private readonly DateOnly _lastDay = DateOnly.FromDateTime(stamp.Received.UtcDateTime);
    private ColumnMap? _map;
    private ActivityReader? _reader;
    private bool _hasMarks;

    /// <summary>Rows that should have been activities.</summary>
    public int Seen { get; private set; }

    /// <summary>Rows that stood there already.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Activities counted.</summary>
    public int Activities => _counts.Activities;

    /// <summary>How well the rows were filled in.</summary>
    public IReadOnlyList<MonthFill> Fill => _fill.Months;

    /// <summary>Activities marked as a signal; null when there is no such column.</summary>
    public int? Marked => _hasMarks ? _fill.Marked : null;

    /// <summary>Takes the current row.</summary>
    /// <param name="rows">Stands on a row of the table.</param>
    /// <param name="map">Header above it.</param>
    public void Take(RowsAhead rows, ColumnMap map)
    {
        if (!ReferenceEquals(map, _map))
        {
            Start(map);
            rows.Foresight = Foresee(map);
        }

        if (!map.CanCount)
        {
            Seen++;
            gate.Inspect(rows);
            return;
        }

        var outcome = _reader!.Read(rows, out var raw);
        if (outcome == RowOutcome.Skipped)
        {
            gate.Inspect(rows);
            return;
        }

        Seen++;
        if (outcome == RowOutcome.Bad)
            gate.Inspect(rows);
        else if (gate.TryScreen(raw, out var activity))
            Count(rows, map, activity);
    }

    /// <summary>Decides about the rows that wait; to be called once, after the last row.</summary>
    public void Finish()
    {
        if (!_duplicates.NumbersAreUnique)
            Release();
        foreach (var row in _waiting)
        {
            Duplicates++;
            problems.Warn(IntakeMessages.ZelfdeNummer(row.Waar));
        }

        _waiting.Clear();
    }

    /// <summary>The cubes, oldest month first.</summary>
    public IReadOnlyList<Cube> Build(DeliveryStamp delivery, string wijkteam, string contentSha256) =>
        _counts.Build(delivery, wijkteam, contentSha256, knowledge.Regels.Versie);

    private void Start(ColumnMap map)
    {
        _map = map;
        _reader = Reader(map, problems);
        _hasMarks |= map.Has(Field.Signaal);
    }

    // Everything of its own: it works on another thread.
    private Foresight? Foresee(ColumnMap map) => map.CanCount && gate.Ahead() is { } ahead
        ? new Foresight(map, Reader(map, new ProblemList()), ahead, new LabelMemo(knowledge.Classifier))
        : null;

    private ActivityReader Reader(ColumnMap map, ProblemList found) =>
        new(map, knowledge.Gemeente, knowledge.Wijken, team, _lastDay, found);

    private void Count(RowsAhead rows, ColumnMap map, ScreenedActivity activity)
    {
        ref readonly var foreseen = ref rows.Foreseen;
        var fingerprint = foreseen.Map is null ? RowFingerprints.OfRow(rows) : foreseen.Fingerprint;
        var likeness = _duplicates.See(rows, map, activity.Facts.Datum, fingerprint);
        if (likeness == RowLikeness.Identical)
        {
            Duplicates++;
            problems.Warn(IntakeMessages.DubbeleRij(map.At(rows.RowNumber)));
            return;
        }

        var isForeseen = ReferenceEquals(foreseen.Map, map) && foreseen.Year > 0;
        var labels = isForeseen ? foreseen.Labels : _labels.Of(activity);
        if (likeness == RowLikeness.SameNumber && !_duplicates.GaveUp)
        {
            var place = map.At(rows.RowNumber, map[Field.ActiviteitId]);
            _waiting.Add(new Waiting(place, activity.Facts, _counts.CaseOf(activity), labels));
            return;
        }

        _fill.Add(rows, map, activity.Facts.Datum);
        _counts.Add(activity, labels);
        if (_waiting.Count > 0 && _duplicates.GaveUp)
            Release();
    }

    // The column holds no numbers of rows after all.
    private void Release()
    {
        foreach (var row in _waiting)
            _counts.Add(row.Facts, row.Case, row.Labels);
        if (_waiting.Count > 0)
            problems.Warn(IntakeMessages.NummerNietUniek(_waiting[0].Waar.Kolom!));
        _waiting.Clear();
    }

    private sealed record Waiting(Place Waar, ActivityFacts Facts, ulong? Case, ActivityLabels Labels);
}
