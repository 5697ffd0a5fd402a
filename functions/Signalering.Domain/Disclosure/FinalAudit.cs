namespace Signalering.Domain.Disclosure;

/// <summary>The last check before anything is written. Solves nothing: it verifies the proofs against what is
/// shown.</summary>
/// <remarks>Written apart from the search: it starts from the printed figures, makes its own intervals, and goes
/// through
/// every relation of the base table and of each alternative table. What passes here is hidden from everyone who reasons
/// with the figures, the method and the hierarchy, in fractions or in whole numbers.</remarks>
internal sealed class FinalAudit(TableModel model, Rounding rounding, long width, long threshold)
{
    /// <summary>Names of withheld cells whose proof does not hold; empty when the publication is safe.</summary>
    /// <param name="published">As it would be printed.</param>
    /// <param name="withheld">Cells of the model that are withheld, also the implied ones and unions.</param>
    /// <param name="baseValues">A table that should agree with everything shown.</param>
    /// <param name="proofs">The two tables per withheld cell; null stands for the base table.</param>
    public IReadOnlyList<string> Exposed(
        PublishedTable published, IReadOnlyList<int> withheld, long[] baseValues,
        Func<int, (Alternative? Least, Alternative? Most)> proofs)
    {
        var shown = ShownIntervals(published);
        if (!Agrees(baseValues, shown))
            return ["het geheel"];
        var verdicts = new Dictionary<Alternative, bool>(ReferenceEqualityComparer.Instance);
        return
        [
            .. withheld.Where(cell => !IsHidden(cell)).Select(cell => model.Cells[cell].Name),
        ];

        bool IsHidden(int cell)
        {
            var (least, most) = proofs(cell);
            if (!Holds(least) || !Holds(most))
                return false;
            var highest = ValueIn(most, cell);
            return highest >= threshold && highest - ValueIn(least, cell) >= width;
        }

        long ValueIn(Alternative? table, int cell)
        {
            var position = table is null ? -1 : Array.BinarySearch(table.Cells, cell);
            return baseValues[cell] + (position < 0 ? 0 : table!.Deltas[position]);
        }

        bool Holds(Alternative? table)
        {
            if (table is null)
                return true;
            if (!verdicts.TryGetValue(table, out var holds))
                verdicts[table] = holds = Agrees(Apply(table, baseValues), shown);
            return holds;
        }
    }

    private static long[] Apply(Alternative table, long[] baseValues)
    {
        long[] values = [.. baseValues];
        for (var i = 0; i < table.Cells.Length; i++)
            values[table.Cells[i]] += table.Deltas[i];
        return values;
    }

    private (long Low, long High)[] ShownIntervals(PublishedTable published)
    {
        var shown = new (long Low, long High)[model.Cells.Length];
        for (var cell = 0; cell < shown.Length; cell++)
        {
            shown[cell] = model.Cells[cell].Source is >= 0 and var source
                && published.Cells[source].Value is { } figure
                ? Interval((long)(figure * model.UnitsPerOne))
                : (0, long.MaxValue);
        }

        return shown;
    }

    /// <summary>A figure that is no multiple of the base was published exactly, earlier and elsewhere.</summary>
    private (long Low, long High) Interval(long figure) =>
        figure % rounding.Base != 0
            ? (figure, figure)
            : (Math.Max(0, figure - rounding.Base / 2), figure + (rounding.Base - 1) - rounding.Base / 2);

    private bool Agrees(long[] values, (long Low, long High)[] shown)
    {
        for (var cell = 0; cell < values.Length; cell++)
        {
            if (values[cell] < shown[cell].Low || values[cell] > shown[cell].High)
                return false;
        }

        foreach (var relation in model.Relations)
        {
            long sum = 0, largest = 0;
            foreach (var child in relation.Children)
            {
                sum += values[child];
                largest = Math.Max(largest, values[child]);
            }

            var whole = values[relation.Parent];
            if (relation.Kind == RelationKind.Sum ? whole != sum : whole < largest || whole > sum)
                return false;
        }

        return true;
    }
}
