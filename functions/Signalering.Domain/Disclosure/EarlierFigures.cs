namespace Signalering.Domain.Disclosure;

/// <summary>What earlier publications mean for a cell now.</summary>
internal enum EarlierStatus
{
    /// <summary>Nothing was published about it.</summary>
    New,

    /// <summary>Shown before: stays shown.</summary>
    Shown,

    /// <summary>Withheld before: stays withheld.</summary>
    Withheld,
}

/// <summary>The figure that a cell already has, if any.</summary>
/// <param name="Status">What became of it before.</param>
/// <param name="Figure">The figure to show now, in units; meaningful when shown.</param>
/// <param name="IsExact">Whether outsiders know it to be exact, although figures are rounded.</param>
/// <param name="IsUpdated">Whether it differs from the figure before.</param>
internal readonly record struct EarlierFigure(
    EarlierStatus Status, long Figure = 0, bool IsExact = false, bool IsUpdated = false);

/// <summary>Compares a table with what was published of it before.</summary>
/// <remarks>A figure changes only when everybody can see that at least a threshold of units came or went: when the
/// least difference that the two roundings leave open is that large. Otherwise the old figure is kept, so that two
/// editions never tell of the few late cases between them. A row that is new in a table that had its neighbours was a
/// zero before.</remarks>
internal sealed class EarlierFigures
{
    private readonly Dictionary<string, decimal?> _previous = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal?> _frozen = new(StringComparer.Ordinal);
    private readonly HashSet<(int, string)> _previousCodes = [];
    private readonly UnprotectedTable _table;
    private readonly TableModel _model;
    private readonly Rounding _rounding;
    private readonly long _threshold;

    public EarlierFigures(
        UnprotectedTable table, TableModel model, Ledger ledger, Rounding rounding, long threshold)
    {
        (_table, _model, _rounding, _threshold) = (table, model, rounding, threshold);
        Read(ledger.Frozen, _frozen);
        Read(ledger.Previous, _previous);
        foreach (var cell in Ordered(ledger.Previous))
        {
            foreach (var (d, code) in cell.Index())
                _previousCodes.Add((d, code));
        }
    }

    /// <summary>What is known of a cell of the model.</summary>
    /// <param name="cell">Its position.</param>
    /// <param name="isPrimary">Whether its new value tells too much by itself: then its old figure is kept.</param>
    /// <param name="mayUpdate">False keeps every old figure.</param>
    public EarlierFigure Of(int cell, bool isPrimary, bool mayUpdate)
    {
        var source = _model.Cells[cell].Source;
        if (source < 0)
            return default;
        var key = Ledger.Key(_table.Cells[source].Codes);
        var value = _model.Cells[cell].Value;
        if (_frozen.TryGetValue(key, out var frozen))
        {
            return frozen is { } figure
                ? new EarlierFigure(EarlierStatus.Shown, Units(figure), Units(figure) == value || !IsMultiple(figure))
                : new EarlierFigure(EarlierStatus.Withheld);
        }

        if (!_previous.TryGetValue(key, out var previous))
        {
            if (!WasZero(cell, _table.Cells[source].Codes))
                return default;
            previous = 0;
        }

        if (previous is not { } old)
            return new EarlierFigure(EarlierStatus.Withheld);
        var (before, now) = (Units(old), _rounding.Round(value));
        var isUpdated = mayUpdate && !isPrimary && LeastDifference(before, now) >= _threshold;
        return new EarlierFigure(EarlierStatus.Shown, isUpdated ? now : before, IsUpdated: isUpdated);
    }

    /// <summary>The earlier figure of a cell in units; null when it had none.</summary>
    public long? Before(int cell)
    {
        var source = _model.Cells[cell].Source;
        return source >= 0 && _previous.TryGetValue(Ledger.Key(_table.Cells[source].Codes), out var figure)
            && figure is { } old ? Units(old) : null;
    }

    private long LeastDifference(long before, long now)
    {
        var (oldLow, oldHigh) = _rounding.Shown(before);
        var (newLow, newHigh) = _rounding.Shown(now);
        return Math.Max(newLow - oldHigh, oldLow - newHigh);
    }

    private bool WasZero(int cell, string[] codes)
    {
        if (_previous.Count == 0 || codes.Index().Any(code => !_previousCodes.Contains((code.Index, code.Item))))
            return false;
        foreach (var relation in _model.RelationsOf(cell))
        {
            var (_, parent, children, _) = _model.Relations[relation];
            if (parent != cell && WasPublished(parent) && children.Any(WasPublished))
                return true;
        }

        return false;
    }

    private bool WasPublished(int cell) =>
        _model.Cells[cell].Source is >= 0 and var source
        && _previous.ContainsKey(Ledger.Key(_table.Cells[source].Codes));

    private long Units(decimal figure) => (long)(figure * _model.UnitsPerOne);

    private bool IsMultiple(decimal figure) => Units(figure) % _rounding.Base == 0;

    private void Read(PublishedTable? earlier, Dictionary<string, decimal?> figures)
    {
        foreach (var (codes, cell) in Ordered(earlier).Zip(earlier?.Cells ?? []))
            figures[Ledger.Key(codes)] = cell.Value;
    }

    /// <summary>Codes in the order of the dimensions of the table.</summary>
    private IEnumerable<string[]> Ordered(PublishedTable? earlier)
    {
        if (earlier is null)
            return [];
        var positions = _table.Dimensions.Select(name => earlier.Dimensions.Index().First(d => d.Item == name).Index)
            .ToArray();
        return earlier.Cells.Select(cell => Array.ConvertAll(positions, p => cell.Codes[p]));
    }
}
