namespace Signalering.Domain.Disclosure;

/// <summary>Looks for tables that prove withheld cells safe: first for many cells at once, then cell by cell.</summary>
internal sealed class ProofSearch(
    PublicationDraft draft, AlternativeTables tables, ILinearSolver solver, CancellationToken cancellationToken)
    : IDisposable
{
    private const int BlockSize = 2_000;
    private const int NearbySize = 200;
    private const int MostNearby = 1_000;
    private const int RegionSize = 6_000;
    private const int MostWholeCells = 1_500;
    private const double Nearly = 1e-5;

    /// <summary>How many cells beside those that moved may move too, in turn.</summary>
    private static readonly int[] WholeRoom = [100, 1_000];

    private readonly Neighbourhood _neighbourhood = new(draft.Model);
    private readonly ChangeProgram _program = new(draft);
    private Region? _region;
    private Region? _sparseRegion;

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
        if (!tables.IsSafe(cell))
            PushNearby(cell);
        if (!tables.IsSafe(cell))
            Push(cell, UpTo(cell));
        if (!tables.IsSafe(cell) && DownTo(cell) < 0)
            Push(cell, DownTo(cell));
        return tables.IsSafe(cell);
    }

    public void Dispose()
    {
        _region?.Dispose();
        _sparseRegion?.Dispose();
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
        cancellationToken.ThrowIfCancellationRequested();
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

        using var session = solver.Open(_program.Build());
        if (session.Minimise() is { } point && _program.WholeChange(point) is { } change)
            tables.TryAdd(change);
    }

    /// <summary>Up and down in a small program, which is most often enough.</summary>
    private void PushNearby(int cell)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var around = _neighbourhood.Around(cell, 2, NearbySize, draft.CanMove);
        if (around.Count > MostNearby)
            return;
        using var region = new Region(draft, solver, around, Reach, Region.Slight, weight: null);
        if (region.Push(cell, UpTo(cell)) is { } up && region.WholeChange(up) is { } higher)
            tables.TryAdd(higher);
        if (!tables.IsSafe(cell) && DownTo(cell) < 0
            && region.Push(cell, DownTo(cell)) is { } down && region.WholeChange(down) is { } lower)
        {
            tables.TryAdd(lower);
        }
    }

    private void Push(int cell, long change)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var region = RegionOf(cell, ref _region, movement: 0);
        if (region.Push(cell, change) is not { } point || region.ChangeOf(cell, point) * Math.Sign(change) < 1 - Nearly)
            return;
        if (region.WholeChange(point) is { } whole && tables.TryAdd(whole))
            return;
        region = RegionOf(cell, ref _sparseRegion, Region.Slight);
        if (region.Push(cell, change) is { } sparse)
            point = sparse;
        if (region.WholeChange(point) is { } few && tables.TryAdd(few))
            return;
        foreach (var room in WholeRoom)
        {
            if (PushWhole(cell, change, region, point, room))
                return;
        }
    }

    /// <summary>The same in whole numbers, among the cells that the fractional point moves and some beside them.</summary>
    private bool PushWhole(int cell, long change, Region region, double[] point, int room)
    {
        var taken = region.Cells.Where(c => Math.Abs(region.ChangeOf(c, point)) > Nearly).ToHashSet();
        if (room > 0 && taken.Count > MostWholeCells)
            return false;
        var most = taken.Count + room;
        foreach (var moved in taken.Where(c => !IsWhole(region.ChangeOf(c, point))).Order().ToList())
        {
            foreach (var other in _neighbourhood.Around(moved, 1, int.MaxValue, draft.CanMove))
            {
                if (taken.Count < most)
                    taken.Add(other);
            }
        }

        var reached = (long)Math.Floor(Math.Abs(region.ChangeOf(cell, point)) + Nearly) * Math.Sign(change);
        _program.Clear();
        foreach (var other in taken.Order())
        {
            var (lower, upper) = Bounds(other);
            if (other == cell)
                _program.AddColumn(cell, 1, reached, reached, 0);
            else
                _program.AddColumn(other, 1, lower, upper, 0);
        }

        return solver.MinimiseWhole(_program.Build()) is { } found
            && _program.WholeChange(found) is { } table && tables.TryAdd(table);
    }

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < Nearly;

    /// <summary>The region at hand when it has everything around the cell, or a new one.</summary>
    private Region RegionOf(int cell, ref Region? region, double movement)
    {
        if (region is null || !_neighbourhood.Around(cell, 1, int.MaxValue, TakesPart).TrueForAll(region.Has))
        {
            region?.Dispose();
            var around = _neighbourhood.Around(cell, 12, RegionSize, TakesPart);
            region = new Region(draft, solver, around, Reach, movement, weight: null);
        }

        return region;
    }

    /// <summary>Cells that can move now, or could once they are withheld.</summary>
    private bool TakesPart(int cell) => draft.CanMove(cell) || draft.MayBeWithheld[cell];

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
}
