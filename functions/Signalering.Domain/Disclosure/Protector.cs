namespace Signalering.Domain.Disclosure;

/// <summary>Protects a table: primary rules, rounding, proof, complementary suppression, clean-up, audit.</summary>
/// <remarks>Deterministic: cells are in the order of their codes, ties go by that order, and there is no clock and no
/// chance. The practice followed is that of the Handbook on Statistical Disclosure Control (ESSnet), with rounding
/// first: what rounding leaves open is given to the attacker as intervals, and only what he can still unpick is
/// repaired.
/// </remarks>
/// <param name="solver">Finds points; each is verified here before it counts.</param>
public sealed class Protector(ILinearSolver solver)
{
    /// <summary>Protects.</summary>
    /// <param name="table">True values of every cell that is published together: all linked tables, with
    /// totals.</param>
    /// <param name="dimensions">Hierarchies; a dimension that is not here is flat.</param>
    /// <param name="options">What is too small, and how well it has to be hidden.</param>
    /// <param name="ledger">What was published before.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    public Protection Protect(
        UnprotectedTable table, IReadOnlyList<Dimension> dimensions, ProtectionOptions options, Ledger? ledger = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(options);
        ledger ??= Ledger.Empty;
        if (Fault(table, options, ledger) is { } fault)
            return new Protection.Faulty([fault]);
        var decimals = Math.Max(Decimals(options.RoundingBase), Decimals(options.MinimumWidth));
        var (model, faults) = TableModelBuilder.Build(table, dimensions, decimals);
        if (model is null)
            return new Protection.Faulty(faults);
        var run = new ProtectionRun(solver, table, model, options, ledger, cancellationToken);
        var (published, certificate, blocking) = run.Run();
        return blocking.Count == 0
            ? new Protection.Safe(published!, certificate!)
            : new Protection.Impossible(
                blocking, Coarser(table, dimensions, options, ledger, decimals, cancellationToken));
    }

    private string? Coarser(
        UnprotectedTable table, IReadOnlyList<Dimension> dimensions, ProtectionOptions options, Ledger ledger,
        int decimals, CancellationToken cancellationToken)
    {
        foreach (var (text, coarser, left) in Coarsening.Of(table, dimensions))
        {
            if (TableModelBuilder.Build(coarser, left, decimals).Model is { } model
                && new ProtectionRun(solver, coarser, model, options, ledger, cancellationToken).Run().Blocking.Count == 0)
            {
                return text;
            }
        }

        return null;
    }

    private static string? Fault(UnprotectedTable table, ProtectionOptions options, Ledger ledger)
    {
        if (table.Cells.Count == 0)
            return "De tabel heeft geen rijen.";
        foreach (var earlier in new[] { ledger.Previous, ledger.Frozen })
        {
            if (earlier is not null && !earlier.Dimensions.Order().SequenceEqual(table.Dimensions.Order()))
                return "Een eerdere publicatie heeft andere dimensies dan de tabel. Verwacht: dezelfde kolommen.";
        }

        return options.Fault();
    }

    private static int Decimals(decimal value) => (value / 1.0000000000000000000000000000m).Scale;
}
