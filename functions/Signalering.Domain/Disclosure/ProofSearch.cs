namespace Signalering.Domain.Disclosure;

/// <summary>Looks for tables that prove withheld cells safe: first for many cells at once, then cell by cell.</summary>
internal sealed class ProofSearch(
    PublicationDraft draft, AlternativeTables tables, ILinearSolver solver, CancellationToken cancellationToken)
{
    private const int BlockSize = 3000;
    private const int MostCells = 40_000;
    private const int MostWholeCells = 4_000;

    private static readonly int[] Steps = [2, 3, 12];

    private readonly Neighbourhood _neighbourhood = new(draft.Model);
    private readonly ChangeProgram _program = new(draft);

    /// <summary>Linear programs solved so far.</summary>
    public int Programs { get; private set; }

    /// <summary>Furthest that a proof needs to move a withheld cell.</summary>
    public long Reach => 2 * (tables.Width + tables.Threshold);

    /// <summary>Proves as many of these cells as it can.</summary>
    /// <returns>The cells that are not proven safe.</returns>
    public List<int> ProveAll(IReadOnlyCollection<int> cells)
    {
        ProveInBlocks(cells);
        return [.. cells.Where(cell => !Prove(cell))];
    }

    /// <summary>Whether a withheld cell is safe, after looking for proof where there is none yet.</summary>
    public bool Prove(int cell)
    {
        var before = 0;
        foreach (var steps in Steps)
        {
            if (tables.IsSafe(cell))
                return true;
            var around = _neighbourhood.Around(cell, steps, MostCells, draft.CanMove);
            if (around.Count == before)
                continue;
            before = around.Count;
            Push(cell, around, up: true);
            if (!tables.IsSafe(cell))
                Push(cell, around, up: false);
        }

        return tables.IsSafe(cell);
    }

    private void ProveInBlocks(IReadOnlyCollection<int> cells)
    {
        var tried = new bool[draft.Count];
        foreach (var cell in cells)
        {
            if (tried[cell] || tables.IsSafe(cell))
                continue;
            var around = _neighbourhood.Around(cell, 2, BlockSize, draft.CanMove);
            for (var pattern = 0; pattern < 4; pattern++)
            {
                var open = around.Where(c => draft.Roles[c] == CellRole.Withheld && !tables.IsSafe(c)).ToHashSet();
                if (open.Count < 2)
                    break;
                foreach (var c in open)
                    tried[c] = true;
                PushMany(around, open, pattern);
            }
        }
    }

    /// <summary>All open cells at once, up or down by a pattern; each as far as it needs.</summary>
    private void PushMany(List<int> around, HashSet<int> open, int pattern)
    {
        _program.Clear();
        foreach (var cell in around)
        {
            var (lower, upper) = Bounds(cell);
            if (!open.Contains(cell))
            {
                _program.AddColumn(cell, 1, lower, upper, 0);
                continue;
            }

            var up = pattern switch
            {
                0 => true,
                3 => false,
                _ => (cell * 2654435761L >> 7) % 2 == pattern - 1,
            };
            _program.AddColumn(
                cell, 1, Math.Max(lower, DownTo(cell)), Math.Min(upper, UpTo(cell)), up ? -1 : 1);
        }

        Solve();
    }

    private void Push(int cell, List<int> around, bool up)
    {
        _program.Clear();
        foreach (var other in around)
        {
            var (lower, upper) = Bounds(other);
            if (other != cell)
                _program.AddColumn(other, 1, lower, upper, 0);
            else if (up)
                _program.AddColumn(cell, 1, 0, UpTo(cell), -1);
            else
                _program.AddColumn(cell, 1, Math.Max(lower, DownTo(cell)), 0, 1);
        }

        if (!Solve() && around.Count <= MostWholeCells)
            Add(solver.MinimiseWhole(_program.Build()));
    }

    /// <summary>The change that would do without any downward one.</summary>
    private long UpTo(int cell) =>
        Math.Max(tables.Threshold, tables.Least(cell) + tables.Width) - draft.Base[cell];

    /// <summary>The change that would do with the upward one found.</summary>
    private long DownTo(int cell) => Math.Min(0, tables.Most(cell) - tables.Width - draft.Base[cell]);

    private (long Lower, long Upper) Bounds(int cell)
    {
        var reach = draft.Roles[cell] == CellRole.Unpublished ? 1000 * Reach : Reach;
        return (
            Math.Max(draft.Low[cell] - draft.Base[cell], -reach),
            Math.Min(draft.High[cell] - draft.Base[cell], reach));
    }

    /// <returns>Whether the solver's point was whole and held.</returns>
    private bool Solve()
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Add(solver.Minimise(_program.Build()));
    }

    private bool Add(double[]? point)
    {
        Programs++;
        return point is not null && _program.WholeChange(point) is { } change && tables.TryAdd(change);
    }
}
