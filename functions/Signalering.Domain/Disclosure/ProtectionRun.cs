namespace Signalering.Domain.Disclosure;

/// <summary>One table on its way to publication.</summary>
internal sealed class ProtectionRun
{
    private const int MostUnionRounds = 4;

    private readonly ILinearSolver _solver;
    private readonly UnprotectedTable _table;
    private readonly ProtectionOptions _options;
    private readonly EarlierFigures _earlier;
    private readonly Rounding _rounding;
    private readonly long _threshold;
    private readonly long _width;
    private readonly CancellationToken _cancellationToken;
    private readonly List<int[]> _unions = [];
    private readonly int _cellsOfTable;
    private readonly WithheldReason[] _primary;
    private TableModel _model;
    private WithheldReason[] _reasons;
    private EarlierFigure[] _figures = [];

    public ProtectionRun(
        ILinearSolver solver, UnprotectedTable table, TableModel model, ProtectionOptions options, Ledger ledger,
        CancellationToken cancellationToken)
    {
        (_solver, _table, _model, _options, _cancellationToken) = (solver, table, model, options, cancellationToken);
        _cellsOfTable = model.Cells.Length;
        _rounding = new Rounding((long)(options.RoundingBase * model.UnitsPerOne));
        _threshold = options.Threshold * model.UnitsPerOne;
        _width = (long)(options.MinimumWidth * model.UnitsPerOne);
        _earlier = new EarlierFigures(table, model, ledger, _rounding, _threshold);
        _primary = PrimaryRules.Apply(model, table, options);
        _reasons = [.. _primary];
    }

    /// <summary>Protects; the names of blocking cells are empty when that worked.</summary>
    public (PublishedTable? Table, Certificate? Certificate, IReadOnlyList<string> Blocking) Run()
    {
        var updated = Compare(mayUpdate: true);
        if (!updated)
            Compare(mayUpdate: false);
        for (var round = 0; round < MostUnionRounds; round++)
        {
            AddUnions();
            if (Draft() is not { } draft)
                return (null, null, ["cijfers van een eerdere uitgave die niet bij elkaar of bij de nieuwe rijen passen"]);
            var tables = new AlternativeTables(draft, _width, _threshold);
            using var proofs = new ProofSearch(draft, tables, _solver, _cancellationToken);
            using var suppression = new ComplementarySuppression(draft, tables, proofs, _solver, _cancellationToken);
            var open = suppression.Run();
            if (open.Count > 0)
                return (null, null, [.. open.Select(cell => _model.Cells[cell].Name)]);
            suppression.CleanUp(Secondary(draft));
            foreach (var cell in Secondary(draft))
                _reasons[cell] = WithheldReason.Secondary;
            if (Unions().Count > 0)
                continue;
            return Finish(draft, tables);
        }

        throw new InvalidOperationException("Unions of withheld cells kept appearing.");
    }

    private (PublishedTable?, Certificate?, IReadOnlyList<string>) Finish(
        PublicationDraft draft, AlternativeTables tables)
    {
        var published = Publish(draft);
        var audit = new FinalAudit(_model, _rounding, _width, _threshold);
        int[] withheld =
        [
            .. Enumerable.Range(0, draft.Count).Where(cell => draft.Roles[cell] == CellRole.Withheld),
        ];
        var exposed = audit.Exposed(published, withheld, draft.Base, tables.Proof);
        if (exposed.Count > 0)
            return (null, null, exposed);
        var certificate = new CertificateWriter(_model, _table, _options, _solver).Write(
            published, _reasons, withheld, Kept(), tables);
        return (published, certificate, []);
    }

    private List<int> Kept() =>
    [
        .. Enumerable.Range(0, _cellsOfTable).Where(cell => _figures[cell] is
            { Status: EarlierStatus.Shown, IsExact: false, IsUpdated: false }
            && _figures[cell].Figure != _rounding.Round(_model.Cells[cell].Value)),
    ];

    /// <summary>Gives every cell the figure that earlier publications fix.</summary>
    /// <returns>Whether that is safe.</returns>
    private bool Compare(bool mayUpdate)
    {
        _figures = new EarlierFigure[_cellsOfTable];
        for (var cell = 0; cell < _cellsOfTable; cell++)
        {
            _figures[cell] = _earlier.Of(cell, _primary[cell] != WithheldReason.None, mayUpdate);
            _reasons[cell] = (_figures[cell].Status, _primary[cell]) switch
            {
                (EarlierStatus.Shown, _) => WithheldReason.None,
                (EarlierStatus.Withheld, WithheldReason.None) => WithheldReason.StillWithheld,
                (_, var reason) => reason,
            };
        }

        return new Revision(_model, _earlier, _rounding, _threshold).MayShow(_figures);
    }

    private void AddUnions()
    {
        var unions = Unions();
        if (unions.Count == 0)
            return;
        _unions.AddRange(unions);
        _model = _model.WithUnions(unions);
        Array.Resize(ref _reasons, _model.Cells.Length);
        for (var i = 0; i < unions.Count; i++)
            _reasons[^(i + 1)] = WithheldReason.Implied;
    }

    /// <summary>Withheld cells that are alone in a relation and too small together: their sum is a cell too.</summary>
    private List<int[]> Unions()
    {
        var known = _unions.Select(union => string.Join(',', union)).ToHashSet(StringComparer.Ordinal);
        var unions = new List<int[]>();
        foreach (var relation in _model.Relations)
        {
            if (relation.Kind != RelationKind.Sum || relation.Dimension < 0 || !IsShown(relation.Parent))
                continue;
            int[] hidden = [.. relation.Children.Where(child => !IsShown(child)).Order()];
            if (hidden.Length > 1 && IsSmall(hidden) && known.Add(string.Join(',', hidden)))
                unions.Add(hidden);
        }

        return unions;
    }

    private bool IsShown(int cell) => _model.Cells[cell].Source >= 0 && _reasons[cell] == WithheldReason.None;

    private bool IsSmall(int[] union)
    {
        var value = union.Sum(cell => _model.Cells[cell].Value);
        if (value == 0)
            return false;
        return value < _threshold || union.All(cell => _model.Cells[cell].Cases is not null)
            && union.Sum(cell => _model.Cells[cell].Cases!.Value) < _options.Threshold;
    }

    private PublicationDraft? Draft()
    {
        var count = _model.Cells.Length;
        var (low, high) = (new long[count], new long[count]);
        var (leastNow, mostNow) = (new long[count], new long[count]);
        var roles = new CellRole[count];
        for (var cell = 0; cell < count; cell++)
        {
            roles[cell] = _reasons[cell] != WithheldReason.None ? CellRole.Withheld
                : _model.Cells[cell].Source < 0 ? CellRole.Unpublished : CellRole.Published;
            (low[cell], high[cell]) = ShownInterval(cell);
            (leastNow[cell], mostNow[cell]) = roles[cell] == CellRole.Published
                ? (low[cell], high[cell])
                : (0, PublicationDraft.NoUpperBound);
        }

        if (BaseTable.Find(_model, leastNow, mostNow, _solver) is not { } values)
            return null;
        var mayBeWithheld = new bool[count];
        for (var cell = 0; cell < count; cell++)
        {
            mayBeWithheld[cell] = roles[cell] == CellRole.Published && values[cell] > 0
                && _figures[cell].Status == EarlierStatus.New;
        }

        return new PublicationDraft(
            _model, values, roles, low, high, mayBeWithheld, (long)(_options.Lower * _model.UnitsPerOne));
    }

    /// <summary>What an outsider knows of a shown cell: what its rounding leaves open, and that a shown zero is a zero.
    /// When he also reasons with the threshold: that nothing below it is ever shown.</summary>
    private (long Low, long High) ShownInterval(int cell)
    {
        var value = _model.Cells[cell].Value;
        if (cell >= _cellsOfTable)
            return (value, value);
        var figure = _figures[cell];
        if (figure.IsExact)
            return (figure.Figure, figure.Figure);
        var (low, high) = _rounding.Shown(figure.Status == EarlierStatus.Shown ? figure.Figure : _rounding.Round(value));
        if (figure.Status == EarlierStatus.New && value == 0)
            return (0, 0);
        return _options.ThresholdIsKnown && value >= _threshold && low < _threshold ? (_threshold, high) : (low, high);
    }

    private List<int> Secondary(PublicationDraft draft) =>
    [
        .. Enumerable.Range(0, draft.Count).Where(cell =>
            draft.Roles[cell] == CellRole.Withheld
            && _reasons[cell] is WithheldReason.None or WithheldReason.Secondary),
    ];

    private PublishedTable Publish(PublicationDraft draft)
    {
        var cells = new PublishedCell[_table.Cells.Count];
        for (var cell = 0; cell < _cellsOfTable; cell++)
        {
            var source = _model.Cells[cell].Source;
            if (source < 0)
                continue;
            var figure = _figures[cell].Status == EarlierStatus.Shown
                ? _figures[cell].Figure
                : _rounding.Round(_model.Cells[cell].Value);
            cells[source] = new PublishedCell(
                _table.Cells[source].Codes,
                draft.Roles[cell] == CellRole.Withheld ? null : figure / (decimal)_model.UnitsPerOne);
        }

        return new PublishedTable(_table.Dimensions, cells);
    }
}
