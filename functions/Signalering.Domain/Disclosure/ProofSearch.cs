namespace Signalering.Domain.Disclosure;

/// <summary>Looks for tables that prove withheld cells safe: first for many cells at once, then cell by cell.</summary>
internal sealed class ProofSearch(
    PublicationDraft draft, AlternativeTables tables, ILinearSolver solver, CancellationToken cancellationToken)
    : IDisposable
{
    private const int Patterns = 16;
    private const int MostFailedRepairs = 4;
    private const int FewOpen = 8;
    private const int MostNearby = 1_000;
    private const int MostWholeCells = 1_500;
    private const double Nearly = 1e-5;

    /// <summary>Codes beside that of a cell in a small program, in turn.</summary>
    private static readonly int[] Breadths = [4, 12];

    /// <summary>How many cells beside those that moved may move too, in turn.</summary>
    private static readonly int[] WholeRoom = [100, 1_000];

    private readonly Neighbourhood _neighbourhood = new(draft.Model);
    private readonly ChangeProgram _program = new(draft);
    private Region? _region;
    private Region? _sparseRegion;
    private int _failedRepairs;

    /// <summary>Furthest that a proof needs to move a withheld cell.</summary>
    public long Reach => 2 * (tables.Width + tables.Threshold);

    /// <summary>Proves as many of these cells as it can.</summary>
    /// <returns>The cells that are not proven safe.</returns>
    public List<int> ProveAll(IReadOnlyCollection<int> cells)
    {
        ProveTogether(cells);
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

    private void ProveTogether(IReadOnlyCollection<int> cells)
    {
        var tried = new bool[draft.Count];
        foreach (var cell in cells)
        {
            if (tried[cell] || tables.IsSafe(cell))
                continue;
            var region = RegionOf(cell, ref _region, movement: 0);
            tried[cell] = true;
            var (before, idle) = (int.MaxValue, 0);
            for (var pattern = 0; pattern < Patterns && idle < 2; pattern++)
            {
                if (pattern > 1 && _failedRepairs >= MostFailedRepairs)
                    break;
                var open = region.Cells.Where(c => draft.Roles[c] == CellRole.Withheld && !tables.IsSafe(c)).ToList();
                if (open.Count < FewOpen)
                    break;
                idle = before - open.Count < 1 + open.Count / 50 ? idle + 1 : 0;
                before = open.Count;
                foreach (var c in open)
                    tried[c] = true;
                PushMany(region, open, pattern);
            }
        }
    }

    /// <summary>All open cells at once, up or down by a pattern; each as far as it needs.</summary>
    private void PushMany(Region region, List<int> open, int pattern)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var wishes = open.ConvertAll(cell => (
            Cell: cell, Up: UpTo(cell), Down: -DownTo(cell), IsUp: pattern switch
            {
                0 => true,
                1 => false,
                _ => (cell * 2654435761L >> (5 + pattern / 2)) % 2 == pattern % 2,
            }));
        if (region.PushMany(wishes) is not { } point)
            return;
        if (region.WholeChange(point) is { } change)
            tables.TryAdd(change);
        else if (region.Cells.Count <= MostWholeCells && _failedRepairs < MostFailedRepairs)
            _failedRepairs = Repair(region, point) ? 0 : _failedRepairs + 1;
    }

    /// <summary>Makes a point whole: what is whole stays, what is not may move with all of the region that is beside
    /// it.</summary>
    private bool Repair(Region region, double[] point)
    {
        var changes = region.Cells.ToDictionary(cell => cell, cell => region.ChangeOf(cell, point));
        var free = new HashSet<int>();
        foreach (var cell in region.Cells.Where(cell => !IsWhole(changes[cell])))
            free.UnionWith(_neighbourhood.Around(cell, 1, int.MaxValue, c => region.Has(c) && draft.CanMove(c)));
        _program.Clear();
        foreach (var cell in region.Cells.Concat(free).Distinct())
        {
            if (free.Contains(cell))
            {
                var (lower, upper) = Bounds(cell);
                _program.AddColumn(cell, 1, lower, upper, 0);
            }
            else if (changes[cell] is not (> -Nearly and < Nearly))
            {
                _program.AddColumn(cell, 1, (long)Math.Round(changes[cell]), (long)Math.Round(changes[cell]), 0);
            }
        }

        return AddWhole();
    }

    private bool AddWhole() => solver.MinimiseWhole(_program.Build()) is { } found
        && _program.WholeChange(found) is { } table && tables.TryAdd(table);

    /// <summary>Up and down in small programs, which is most often enough.</summary>
    private void PushNearby(int cell)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var breadth in Breadths)
        {
            var around = _neighbourhood.Box(cell, breadth, draft.CanMove, Room);
            if (around.Count is < 2 or > MostNearby || tables.IsSafe(cell))
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
    }

    /// <summary>How far a cell can move, withheld ones furthest.</summary>
    public long Room(int cell) =>
        draft.Roles[cell] == CellRole.Published ? draft.High[cell] - draft.Low[cell] : 1000 + draft.Base[cell];

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
        MakeWhole(cell, change, region, point);
    }

    /// <summary>Looks for a table of whole numbers near a fractional point, in which the cell moves as far.</summary>
    public void MakeWhole(int cell, long change, Region region, double[] point)
    {
        foreach (var room in WholeRoom)
        {
            if (PushWhole(cell, change, region, point, room))
                return;
        }
    }

    /// <summary>The same in whole numbers, among the cells that the fractional point moves and some beside
    /// them.</summary>
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

        return AddWhole();
    }

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < Nearly;

    /// <summary>The region at hand when it has everything around the cell, or a new one.</summary>
    private Region RegionOf(int cell, ref Region? region, double movement)
    {
        if (region is null || !_neighbourhood.Around(cell, 1, int.MaxValue, TakesPart).TrueForAll(region.Has))
        {
            region?.Dispose();
            var around = _neighbourhood.Surroundings(cell, TakesPart, Room);
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
