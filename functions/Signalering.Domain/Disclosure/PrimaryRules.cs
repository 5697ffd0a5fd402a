namespace Signalering.Domain.Disclosure;

/// <summary>Why a cell is withheld. Kept with the certificate, never published.</summary>
public enum WithheldReason
{
    /// <summary>Shown: not withheld.</summary>
    None,

    /// <summary>Fewer cases (or activities without case numbers) than the threshold.</summary>
    Small,

    /// <summary>One contributor has more than half.</summary>
    Dominated,

    /// <summary>Nearly everyone in a small line is here.</summary>
    Group,

    /// <summary>Zero, where a zero tells as much as a small count.</summary>
    SensitiveZero,

    /// <summary>An area or category that is never shown.</summary>
    Hidden,

    /// <summary>Withheld in an earlier edition.</summary>
    StillWithheld,

    /// <summary>Small, not in the table, but the difference between a total and its shown parts.</summary>
    Implied,

    /// <summary>Withheld so that the others cannot be computed.</summary>
    Secondary,
}

/// <summary>Which cells tell too much by themselves.</summary>
/// <remarks>Sources: threshold and dominance, Handbook on Statistical Disclosure Control (ESSnet), chapter 4, with the
/// values that CBS shows in its tables per wijk; group disclosure: same, chapter 5.</remarks>
internal static class PrimaryRules
{
    /// <summary>A reason per cell of the model.</summary>
    public static WithheldReason[] Apply(
        TableModel model, UnprotectedTable table, ProtectionOptions options)
    {
        var reasons = new WithheldReason[model.Cells.Length];
        for (var cell = 0; cell < reasons.Length; cell++)
        {
            var source = model.Cells[cell].Source;
            reasons[cell] = source >= 0
                ? OfRow(table, table.Cells[source], options)
                : IsSmall(model, cell, options) && IsPart(model, cell) ? WithheldReason.Implied : WithheldReason.None;
        }

        if (options.GroupShare is { } share)
            MarkGroups(model, options, share, reasons);
        return reasons;
    }

    private static WithheldReason OfRow(
        UnprotectedTable table, UnprotectedTable.Cell cell, ProtectionOptions options)
    {
        if (Has(table, cell, options.HiddenCodes))
            return WithheldReason.Hidden;
        if (cell.Value == 0 && cell.Cases is null or 0)
            return Has(table, cell, options.SensitiveCodes) ? WithheldReason.SensitiveZero : WithheldReason.None;
        if (cell.Cases is { } cases ? cases < options.Threshold : cell.Value < options.ThresholdWithoutCases)
            return WithheldReason.Small;
        return cell.Largest is { } largest && options.DominanceShare is { } share && largest > share * cell.Value
            ? WithheldReason.Dominated
            : WithheldReason.None;
    }

    private static bool Has(
        UnprotectedTable table, UnprotectedTable.Cell cell, IReadOnlyDictionary<string, IReadOnlySet<string>> codes)
    {
        for (var d = 0; d < table.Dimensions.Count; d++)
        {
            if (codes.TryGetValue(table.Dimensions[d], out var marked) && marked.Contains(cell.Codes[d]))
                return true;
        }

        return false;
    }

    private static bool IsSmall(TableModel model, int cell, ProtectionOptions options) =>
        model.Cells[cell].Value > 0 && model.Cells[cell].Value < options.Threshold * model.UnitsPerOne;

    private static bool IsPart(TableModel model, int cell)
    {
        foreach (var relation in model.RelationsOf(cell))
        {
            if (model.Relations[relation].Parent != cell)
                return true;
        }

        return false;
    }

    private static void MarkGroups(
        TableModel model, ProtectionOptions options, decimal share, WithheldReason[] reasons)
    {
        foreach (var relation in model.Relations)
        {
            var parent = model.Cells[relation.Parent];
            if (relation.Children.Length < 2 || parent.Value == 0
                || parent.Value >= options.GroupBelow * model.UnitsPerOne)
            {
                continue;
            }

            foreach (var child in relation.Children)
            {
                if (reasons[child] == WithheldReason.None && model.Cells[child].Source >= 0
                    && model.Cells[child].Value > share * parent.Value)
                {
                    reasons[child] = WithheldReason.Group;
                }
            }
        }
    }
}
