using Signalering.Domain.Classification;
using Signalering.Domain.Intake;
using Signalering.Domain.Screening;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain;

/// <summary>The labels of every row of a file, for whoever owns the file: on a desk, never in the pipeline.</summary>
/// <remarks>The same gate and classifier as the intake pass. A file with nothing but descriptions will do.</remarks>
/// <param name="knowledge">Taxonomy, rules, headers, municipality.</param>
/// <param name="year">Year in which the texts are read.</param>
public sealed class ClassificationPass(IntakeKnowledge knowledge, int year)
{
    /// <summary>Classifies row by row.</summary>
    /// <param name="export">The opened file; disposed here.</param>
    /// <param name="header">Gets the header, once.</param>
    /// <param name="row">Gets each row below it.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <returns>Why the file could not be classified to its end; null when it was.</returns>
    public Problem? Run(
        OpenedExport export, Action<IReadOnlyList<string>> header, Action<ClassifiedRow> row,
        CancellationToken cancellationToken)
    {
        if (export is OpenedExport.Refused refused)
            return refused.Problem;
        using var rows = ((OpenedExport.Table)export).Rows;
        var problems = new ProblemList();
        var gate = new PrivacyGate(
            knowledge.Namen, knowledge.Toegestaan, year, problems, findingsKept: 0, FindingLevel.Hoog);
        var table = new TableReader(rows, knowledge.HeadersOf(null), gate);
        if (!table.FindFirst())
            return rows.Failure ?? Messages.GeenTabel();
        var map = table.First!;
        if (map.TextColumns.Count == 0)
            return Messages.KolomOntbreekt("waar de activiteit over ging", "Omschrijving, Leefgebied of Soort contact");

        header(Cells(rows, map.Width));
        int[] textColumns = [.. map.TextColumns];
        while (table.Read())
        {
            if (!ReferenceEquals(map, table.Map))
            {
                map = table.Map!; // the same header on another sheet
                textColumns = [.. map.TextColumns];
            }

            cancellationToken.ThrowIfCancellationRequested();
            var cells = Cells(rows, map.Width);
            var facts = new ActivityFacts(default, knowledge.Wijken.OnbekendIndex, Minutes(rows, map), Participants(rows, map));
            var raw = new RawActivity(facts, new CellTexts(rows, textColumns, map[Field.Casus]));
            row(gate.TryScreen(raw, out var activity)
                ? Label(cells, activity)
                : new ClassifiedRow(cells, "persoonsgegevens", string.Empty, [], [], null, null));
        }

        return rows.Failure;
    }

    private ClassifiedRow Label(IReadOnlyList<string> cells, ScreenedActivity activity)
    {
        var texts = new string[activity.Texts.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = activity.Texts[i].ToString();
        var explanation = knowledge.Classifier.Explain(activity);
        var labels = explanation.Labels;
        var problems = ActivityLabels.Positions(labels.Problems).Select(i => knowledge.Taxonomie.Problemen[i].Sleutel);
        return new ClassifiedRow(
            cells,
            labels.IsUnsure ? "onzeker" : "ingedeeld",
            knowledge.Taxonomie.Kwadranten[labels.Quadrant].Sleutel,
            [.. problems.DefaultIfEmpty(SocialWorkTaxonomy.Geen)],
            [.. ActivityLabels.Positions(labels.CoreTasks).Select(i => knowledge.Taxonomie.Kerntaken[i].Sleutel)],
            labels.Confidence,
            explanation)
        {
            Teksten = texts,
        };
    }

    private static int? Minutes(IExportRows rows, ColumnMap map)
    {
        var (field, unit) = ActivityReader.DurationOf(map);
        return map.Has(field) && !DutchNumbers.IsNull(rows.Cell(map[field]))
            && DutchDuration.TryMinutes(rows.Cell(map[field]), unit, out var minutes)
            && minutes is >= 0 and <= ActivityReader.MinutesPerDay ? minutes : null;
    }

    private static int? Participants(IExportRows rows, ColumnMap map) =>
        map.Has(Field.Deelnemers) && DutchNumbers.TryParticipants(rows.Cell(map[Field.Deelnemers]), out var participants)
            ? participants
            : null;

    private static List<string> Cells(IExportRows rows, int width)
    {
        var cells = new List<string>(width);
        for (var column = 0; column < width; column++)
            cells.Add(rows.Cell(column).ToString());
        return cells;
    }
}

/// <summary>A row of the user's own file with its labels.</summary>
/// <param name="Cells">As delivered.</param>
/// <param name="Status"><c>ingedeeld</c>, <c>onzeker</c> (with labels), or <c>persoonsgegevens</c> (without).</param>
/// <param name="Kwadrant">Key.</param>
/// <param name="Problemen">Keys; <c>geen</c> when none was found.</param>
/// <param name="Kerntaken">Keys.</param>
/// <param name="Zekerheid">Confidence, 0 to 1; null without labels.</param>
/// <param name="Uitleg">Why; null without labels.</param>
public sealed record ClassifiedRow(
    IReadOnlyList<string> Cells,
    string Status,
    string Kwadrant,
    IReadOnlyList<string> Problemen,
    IReadOnlyList<string> Kerntaken,
    double? Zekerheid,
    Explanation? Uitleg)
{
    /// <summary>The cells that were classified, in order: what <see cref="FoundTerm.Cell"/> counts.</summary>
    public IReadOnlyList<string> Teksten { get; init; } = [];
}
