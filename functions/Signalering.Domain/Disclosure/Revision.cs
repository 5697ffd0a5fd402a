namespace Signalering.Domain.Disclosure;

/// <summary>Whether a new edition may have new figures, or has to keep all those of the edition before.</summary>
/// <remarks>New figures appear all together or not at all, so that an edition is never a mixture that does not add up.
/// They appear when every figure that changes, changes by a threshold or more for certain, and when no relation gives
/// away that the withheld cells in it changed by fewer than a threshold together. Weak spot: differences are combined
/// per relation, not over several relations at once.</remarks>
internal sealed class Revision(TableModel model, EarlierFigures earlier, Rounding rounding, long threshold)
{
    /// <summary>Whether the new figures of all cells can be shown.</summary>
    /// <param name="figures">Figures with every allowed update.</param>
    public bool MayShow(EarlierFigure[] figures)
    {
        for (var cell = 0; cell < figures.Length; cell++)
        {
            if (figures[cell].Status == EarlierStatus.Shown && !figures[cell].IsExact && !figures[cell].IsUpdated
                && rounding.Round(model.Cells[cell].Value) != figures[cell].Figure)
            {
                return false;
            }
        }

        return model.Relations.All(relation => relation.Kind != RelationKind.Sum || HidesItsChange(relation, figures));
    }

    private bool HidesItsChange(Relation relation, EarlierFigure[] figures)
    {
        if (Change(relation.Parent, figures) is not { } change)
            return true;
        var (low, high) = change;
        var hidden = false;
        foreach (var child in relation.Children)
        {
            if (Change(child, figures) is { } part)
                (low, high) = (low - part.High, high - part.Low);
            else
                hidden = true;
        }

        return !hidden || low <= 0 && high >= 0 || high >= threshold || low <= -threshold;
    }

    /// <summary>What two editions tell of the change of a cell; null when one of them withholds it.</summary>
    private (long Low, long High)? Change(int cell, EarlierFigure[] figures)
    {
        if (cell >= figures.Length || figures[cell].Status != EarlierStatus.Shown || earlier.Before(cell) is not { } before)
            return null;
        if (figures[cell].Figure == before && !figures[cell].IsUpdated)
            return (1 - rounding.Base, rounding.Base - 1);
        var (oldLow, oldHigh) = rounding.Shown(before);
        var (newLow, newHigh) = rounding.Shown(figures[cell].Figure);
        return (newLow - oldHigh, newHigh - oldLow);
    }
}
