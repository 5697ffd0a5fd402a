using Signalering.Domain.Counting;
using Signalering.Domain.Intake;
using Signalering.Domain.Municipality;
using Signalering.Domain.Screening;

namespace Signalering.Domain;

/// <summary>Rows in, counts out: open → map → screen → classify → count. The only place where a text exists.</summary>
/// <param name="knowledge">Taxonomy, rules, headers, municipality.</param>
/// <param name="options">Limits.</param>
public sealed class IntakePass(IntakeKnowledge knowledge, IntakeOptions options)
{
    /// <summary>Reads a delivery from the first row to the last.</summary>
    /// <param name="export">The opened file; disposed here.</param>
    /// <param name="team">Who delivers.</param>
    /// <param name="stamp">When it arrived and which it is.</param>
    /// <param name="hasher">Makes case numbers of this team unreadable.</param>
    /// <param name="cancellationToken">Looked at once every thousand rows.</param>
    public IntakeResult Run(
        OpenedExport export, Wijkteam team, DeliveryStamp stamp, CaseHasher hasher, CancellationToken cancellationToken)
    {
        if (export is OpenedExport.Refused refused)
            return IntakeResult.Refuse(refused.Problem);
        var table = (OpenedExport.Table)export;
        using var rows = table.Rows;

        var problems = new ProblemList();
        var lastDay = DateOnly.FromDateTime(stamp.Received.UtcDateTime);
        var gate = new PrivacyGate(knowledge.Namen, knowledge.Toegestaan, lastDay.Year, problems, options.FindingsKept);
        if (Map(new TitleRows(rows, gate), problems) is not { } map)
            return RefuseWhole(rows, gate, problems, table.ContentSha256, cancellationToken);

        var reader = new ActivityReader(map, knowledge.Gemeente, knowledge.Wijken, team, lastDay, problems);
        var counts = new CubeBuilder(knowledge.Taxonomie, knowledge.Wijken, hasher);
        var seen = 0;
        while (rows.Read())
        {
            if (rows.RowNumber % 1000 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var outcome = reader.Read(rows, out var raw);
            seen += outcome == RowOutcome.Skipped ? 0 : 1;
            if (outcome != RowOutcome.Activity)
                gate.Inspect(rows); // a total, a footer and a bad row stand in the file as well
            else if (gate.TryScreen(raw, out var activity))
                counts.Add(activity, knowledge.Classifier.Classify(activity));
        }

        gate.Close();
        var refusal = Judge(rows, seen, counts.Activities, gate, problems);
        return new IntakeResult(
            refusal, table.ContentSha256, seen, problems,
            refusal is null ? counts.Build(stamp, team.Sleutel, table.ContentSha256, knowledge.Regels.Versie) : [])
        {
            Gate = gate.Outcome,
            Findings = gate.All,
            HeaderRow = gate.HeaderRow,
        };
    }

    // A file that will not be counted is screened to its end all the same: the sender has to know what else is in it.
    private static IntakeResult RefuseWhole(
        IExportRows rows, PrivacyGate gate, ProblemList problems, string sha256, CancellationToken cancellationToken)
    {
        while (rows.Read())
        {
            if (rows.RowNumber % 1000 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            gate.Inspect(rows);
        }

        gate.Close();
        var refusal = gate.Outcome == GateOutcome.Refuse ? Messages.Persoonsgegevens(gate.Findings) : null;
        return new IntakeResult(refusal ?? problems.Refusal ?? rows.Failure ?? Messages.GeenTabel(), sha256, 0, problems, [])
        {
            Gate = gate.Outcome,
            Findings = gate.All,
            HeaderRow = gate.HeaderRow,
        };
    }

    // Which column is which, and whether there is enough to count.
    private ColumnMap? Map(TitleRows rows, ProblemList problems)
    {
        var notes = new List<Problem>();
        var personal = new List<string>();
        var map = HeaderFinder.Find(rows, knowledge.Kolommen, notes, personal);
        notes.ForEach(problems.Warn);
        personal.ForEach(letter => problems.Warn(Messages.PersoonlijkeKolom(letter)));
        if (map is null)
            return null;

        rows.Begin(map);
        if (personal.Count > 0)
            problems.Refuse(Messages.Persoonsgegevens(personal.Count));
        else if (!map.Has(Field.Datum))
            problems.Refuse(Messages.KolomOntbreekt("de dag van de activiteit", "Datum of Datum contact"));
        else if (map.TextColumns.Count == 0)
            problems.Refuse(Messages.KolomOntbreekt("waar de activiteit over ging", "Omschrijving, Leefgebied of Soort contact"));
        return problems.Refusal is null ? map : null;
    }

    private Problem? Judge(IExportRows rows, int seen, int counted, PrivacyGate gate, ProblemList problems)
    {
        if (gate.Outcome == GateOutcome.Refuse)
            return Messages.Persoonsgegevens(gate.Findings);
        if (rows.Failure is { } failure)
            return failure;
        if (seen == 0)
            return Messages.GeenRijen();
        if (gate.Outcome == GateOutcome.Quarantine)
            return ScreeningMessages.Quarantaine(gate.Findings);
        return problems.BadRows > options.BadRowShare * seen || counted == 0
            ? Messages.TeVeelFouteRijen(problems.BadRows, seen, options.BadRowShare)
            : null;
    }
}
