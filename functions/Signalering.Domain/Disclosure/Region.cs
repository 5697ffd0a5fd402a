namespace Signalering.Domain.Disclosure;

/// <summary>Part of a table in a solver, kept in step with what is withheld.</summary>
/// <remarks>Cells outside keep their base value, so that any point of a region is a point of the whole table.</remarks>
internal sealed class Region : IDisposable
{
    /// <summary>Cost of any movement: the fewer cells move, the more often a point is whole.</summary>
    public const double Slight = 0.01;

    /// <summary>Worth of moving the cell that is pushed: more than all movement that it can need.</summary>
    private const double Gain = 100;

    private readonly PublicationDraft _draft;
    private readonly ChangeProgram _program;
    private readonly ILinearSession _session;
    private readonly int[] _columnOfCell;
    private readonly long _reach;
    private readonly bool _withCosts;
    private readonly Func<int, double> _weight;
    private readonly double _movement;
    private int _changesSeen;

    /// <summary>Puts cells in a solver.</summary>
    /// <param name="draft">What is withheld now and later.</param>
    /// <param name="solver">Where to.</param>
    /// <param name="cells">The region.</param>
    /// <param name="reach">Furthest that a withheld cell needs to move.</param>
    /// <param name="movement">Cost of any movement: zero, or <see cref="Slight"/> for points that move few
    /// cells.</param>
    /// <param name="weight">Cost of moving a shown cell beyond what its rounding leaves open; null: not
    /// possible.</param>
    public Region(
        PublicationDraft draft, ILinearSolver solver, IReadOnlyList<int> cells, long reach, double movement,
        Func<int, double>? weight)
    {
        _movement = movement;
        (_draft, _reach, Cells) = (draft, reach, cells);
        _withCosts = weight is not null;
        _weight = weight ?? (_ => 0);
        _program = new ChangeProgram(draft);
        _columnOfCell = new int[draft.Count];
        Array.Fill(_columnOfCell, -1);
        var column = 0;
        foreach (var cell in cells)
        {
            _columnOfCell[cell] = column;
            column += AddColumns(cell);
        }

        _session = solver.Open(_program.Build());
        _changesSeen = draft.Changes.Count;
    }

    public IReadOnlyList<int> Cells { get; }

    /// <summary>Whether a cell has a column here.</summary>
    public bool Has(int cell) => _columnOfCell[cell] >= 0;

    /// <summary>Moves a cell as far as it can, up to a change.</summary>
    /// <returns>A point, or null when the solver has none.</returns>
    public double[]? Push(int cell, long change)
    {
        Update();
        var (up, down) = Free(cell);
        Bound(cell, Math.Clamp(change, 0, up), Math.Clamp(-change, 0, down));
        var column = _columnOfCell[cell] + (change > 0 ? 0 : 1);
        _session.SetCost(column, -Gain);
        var point = _session.Minimise();
        _session.SetCost(column, _movement);
        Bound(cell, up, down);
        return point;
    }

    /// <summary>Moves many cells at once, each at most by its change.</summary>
    public double[]? PushMany(IReadOnlyList<(int Cell, long Up, long Down, bool IsUp)> wishes)
    {
        Update();
        foreach (var (cell, up, down, isUp) in wishes)
        {
            var (mostUp, mostDown) = Free(cell);
            Bound(cell, Math.Min(up, mostUp), Math.Min(down, mostDown));
            _session.SetCost(_columnOfCell[cell], isUp ? -1 : 1);
            _session.SetCost(_columnOfCell[cell] + 1, isUp ? 1 : -1);
        }

        var point = _session.Minimise();
        foreach (var (cell, _, _, _) in wishes)
        {
            Release(cell);
            _session.SetCost(_columnOfCell[cell], _movement);
            _session.SetCost(_columnOfCell[cell] + 1, _movement);
        }

        return point;
    }

    /// <summary>Fixes the change of a cell until <see cref="Release"/>, and finds the cheapest point.</summary>
    public double[]? Fix(int cell, long change)
    {
        Update();
        var column = _columnOfCell[cell];
        _session.SetBounds(column, Math.Max(change, 0), Math.Max(change, 0));
        _session.SetBounds(column + 1, Math.Max(-change, 0), Math.Max(-change, 0));
        return _session.Minimise();
    }

    /// <summary>Finds the cheapest point again.</summary>
    public double[]? Again() => _session.Minimise();

    /// <summary>Frees a fixed cell.</summary>
    public void Release(int cell)
    {
        var (up, down) = Free(cell);
        Bound(cell, up, down);
    }

    /// <summary>Changes what it costs to move a cell beyond its rounding.</summary>
    public void SetWeight(int cell, double weight)
    {
        _session.SetCost(_columnOfCell[cell] + 2, weight);
        _session.SetCost(_columnOfCell[cell] + 3, weight);
    }

    /// <summary>How far a point moves a cell beyond its rounding.</summary>
    public double Excess(int cell, double[] point) =>
        _draft.MayBeWithheld[cell] && _draft.Roles[cell] == CellRole.Published
            ? point[_columnOfCell[cell] + 2] + point[_columnOfCell[cell] + 3]
            : 0;

    /// <summary>The change of every cell at a point, or null when it is not whole.</summary>
    public Alternative? WholeChange(double[] point) => _program.WholeChange(point);

    /// <summary>The change of a cell at a point.</summary>
    public double ChangeOf(int cell, double[] point) => _program.ChangeOf(cell, point);

    public void Dispose() => _session.Dispose();

    private int AddColumns(int cell)
    {
        var (up, down) = Free(cell);
        _program.AddColumn(cell, 1, 0, up, _movement);
        _program.AddColumn(cell, -1, 0, down, _movement);
        if (!_withCosts || !_draft.MayBeWithheld[cell])
            return 2;
        (up, down) = Costly(cell);
        _program.AddColumn(cell, 1, 0, up, _weight(cell));
        _program.AddColumn(cell, -1, 0, down, _weight(cell));
        return 4;
    }

    private void Bound(int cell, long up, long down)
    {
        _session.SetBounds(_columnOfCell[cell], 0, up);
        _session.SetBounds(_columnOfCell[cell] + 1, 0, down);
    }

    private void Update()
    {
        for (; _changesSeen < _draft.Changes.Count; _changesSeen++)
        {
            var cell = _draft.Changes[_changesSeen];
            if (!Has(cell))
                continue;
            Release(cell);
            if (!_withCosts || !_draft.MayBeWithheld[cell])
                continue;
            var (up, down) = Costly(cell);
            _session.SetBounds(_columnOfCell[cell] + 2, 0, up);
            _session.SetBounds(_columnOfCell[cell] + 3, 0, down);
        }
    }

    /// <summary>How far an outsider can think a cell up or down, within reach.</summary>
    private (long Up, long Down) Free(int cell)
    {
        var reach = _draft.Roles[cell] == CellRole.Unpublished ? 1000 * _reach : _reach;
        return (
            Math.Min(_draft.High[cell] - _draft.Base[cell], reach), Math.Min(_draft.Base[cell] - _draft.Low[cell], reach));
    }

    private (long Up, long Down) Costly(int cell) => _draft.Roles[cell] == CellRole.Published
        ? (_reach, Math.Min(_draft.Base[cell], _reach))
        : (0, 0);
}
