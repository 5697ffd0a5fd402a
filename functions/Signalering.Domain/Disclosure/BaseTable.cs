namespace Signalering.Domain.Disclosure;

/// <summary>Finds a table that agrees with every shown figure when the true one does not, because figures of an earlier
/// edition are kept.</summary>
internal static class BaseTable
{
    /// <summary>A table of whole numbers, as near to the values as the solver can; null when there is none.</summary>
    /// <param name="model">Cells and relations.</param>
    /// <param name="low">Least value per cell.</param>
    /// <param name="high">Greatest value per cell.</param>
    /// <param name="solver">Its point is verified.</param>
    public static long[]? Find(TableModel model, long[] low, long[] high, ILinearSolver solver)
    {
        long[] values = [.. model.Cells.Select(cell => cell.Value)];
        if (Agrees(model, values, low, high))
            return values;
        var draft = new PublicationDraft(
            model, values, new CellRole[values.Length], low, high, new bool[values.Length], 0);
        var program = new ChangeProgram(draft);
        for (var cell = 0; cell < values.Length; cell++)
        {
            var (least, most) = (low[cell] - values[cell], high[cell] - values[cell]);
            program.AddColumn(cell, 1, Math.Max(0, least), Math.Max(0, most), 1);
            program.AddColumn(cell, -1, Math.Max(0, -most), Math.Max(0, -least), 1);
        }

        var linear = program.Build();
        using var session = solver.Open(linear);
        return (session.Minimise() is { } point ? Apply(point) : null)
            ?? (solver.MinimiseWhole(linear) is { } whole ? Apply(whole) : null);

        long[]? Apply(double[] found)
        {
            if (program.WholeChange(found) is not { } change)
                return null;
            long[] moved = [.. values];
            for (var i = 0; i < change.Cells.Length; i++)
                moved[change.Cells[i]] += change.Deltas[i];
            return Agrees(model, moved, low, high) ? moved : null;
        }
    }

    private static bool Agrees(TableModel model, long[] values, long[] low, long[] high)
    {
        for (var cell = 0; cell < values.Length; cell++)
        {
            if (values[cell] < low[cell] || values[cell] > high[cell])
                return false;
        }

        return model.Relations.All(relation => relation.Holds(cell => values[cell]));
    }
}
