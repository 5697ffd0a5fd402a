using System.Collections.Frozen;
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
        OpenedExport export, Wijkteam team, DeliveryStamp stamp, CaseHasher hasher, CancellationToken cancellationToken) =>
        Run(export, team, stamp, hasher, null, cancellationToken);

    /// <summary>Reads a delivery from the first row to the last, after a person looked at what the gate found.</summary>
    /// <param name="export">The opened file; disposed here.</param>
    /// <param name="team">Who delivers.</param>
    /// <param name="stamp">When it arrived and which it is.</param>
    /// <param name="hasher">Makes case numbers of this team unreadable.</param>
    /// <param name="released">Ids of findings that stop nothing any more; null for none. What is not among them is judged
    /// as ever.</param>
    /// <param name="cancellationToken">Looked at once every thousand rows.</param>
    public IntakeResult Run(
        OpenedExport export, Wijkteam team, DeliveryStamp stamp, CaseHasher hasher, IReadOnlySet<string>? released,
        CancellationToken cancellationToken)
    {
        if (export is OpenedExport.Refused refused)
            return IntakeResult.Refuse(refused.Problem);
        var opened = (OpenedExport.Table)export;
        using var rows = new RowsAhead(opened.Rows);

        var problems = new ProblemList();
        var gate = new PrivacyGate(
            knowledge.Namen, knowledge.Toegestaan, stamp.Received.Year, problems, options.FindingsKept)
        {
            Released = released ?? FrozenSet<string>.Empty,
        };
        var table = new TableReader(rows, knowledge.HeadersOf(team), gate);
        var counting = new RowCounting(knowledge, team, stamp, hasher, gate, problems);
        if (opened.Bestandsnaam is { } naam)
            gate.InspectFileName(naam);
        while (table.Read())
        {
            if (rows.RowNumber % 1000 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            counting.Take(rows, table.Map!);
        }

        foreach (var hidden in rows.HiddenTexts)
            gate.Inspect(hidden.Waar, hidden.Tekst);
        gate.Close();
        counting.Finish();
        foreach (var letter in table.Personal)
            problems.Warn(Messages.PersoonlijkeKolom(letter));
        foreach (var note in table.Notes.Concat(rows.Notes))
            problems.Warn(note);
        var refusal = Judge(rows, table, counting, gate, problems);
        return new IntakeResult(
            refusal, opened.ContentSha256, counting.Seen, problems,
            refusal is null ? counting.Build(stamp, team.Sleutel, opened.ContentSha256) : [])
        {
            Header = table.First?.Report,
            Fill = refusal is null ? counting.Fill : [],
            Duplicates = counting.Duplicates,
            Marked = counting.Marked,
            Gate = table.Personal.Count > 0 ? GateOutcome.Refuse : gate.Outcome,
            Findings = gate.All,
            HeaderRow = gate.HeaderRow,
        };
    }

    private Problem? Judge(
        RowsAhead rows, TableReader table, RowCounting counting, PrivacyGate gate, ProblemList problems)
    {
        if (gate.Outcome == GateOutcome.Refuse || table.Personal.Count > 0)
            return Messages.Persoonsgegevens(gate.Findings + table.Personal.Count);
        if (rows.Failure is { } failure)
            return failure;
        if (table.First is not { } map)
            return Messages.GeenTabel();
        if (!map.Has(Field.Datum))
            return Messages.KolomOntbreekt("de dag van de activiteit", "Datum of Datum contact");
        if (map.TextColumns.Count == 0)
            return Messages.KolomOntbreekt("waar de activiteit over ging", "Omschrijving, Leefgebied of Soort contact");
        if (counting.Seen == 0)
            return Messages.GeenRijen();
        if (gate.Outcome == GateOutcome.Quarantine)
            return ScreeningMessages.Quarantaine(gate.Findings);
        return problems.BadRows > options.BadRowShare * counting.Seen || counting.Activities == 0
            ? Messages.TeVeelFouteRijen(problems.BadRows, counting.Seen, options.BadRowShare)
            : null;
    }
}
