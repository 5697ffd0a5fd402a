namespace Signalering.Domain.Disclosure;

/// <summary>Withholds further cells, as little as it can, until every withheld cell is safe.</summary>
/// <remarks>
/// <para>For a cell p that is not safe, and a change a that would make it so:</para>
/// <code>
/// min  Σ w(c) · (t⁺(c) + t⁻(c))          over published cells c
/// s.t. every relation holds for base + y,   y = s + t⁺ − t⁻,   y(p) = a
///      s(c) within what its rounding leaves open, 0 ≤ t⁻(c) ≤ base(c), t = 0 for zero and frozen cells
/// </code>
/// <para>Cells with t &gt; 0 have to be withheld; base + y is then a table that nobody can tell from the true one and
/// that has p at the wanted distance, so that the solution is its own proof. The program is solved again with weights
/// divided by the t found, which makes it use fewer cells. Source: the linear attacker problem and its dual use in
/// Fischetti and Salazar (2001), Management Science 47(7), 1008–1027; departure: cell by cell instead of Benders
/// cuts.</para>
/// </remarks>
internal sealed class ComplementarySuppression(
    PublicationDraft draft, AlternativeTables tables, ProofSearch proofs, ILinearSolver solver,
    CancellationToken cancellationToken)
    : IDisposable
{
    private const int MostRounds = 12;
    private const int Reweightings = 3;

    /// <summary>Times the threshold: a choice that costs more is looked for in a larger part too.</summary>
    private const int Dear = 20;

    private const double Used = 1e-6;

    private readonly Neighbourhood _neighbourhood = new(draft.Model);
    private Region? _region;
    private Region? _wider;
    private Region? _whole;

    /// <summary>Withholds what is needed.</summary>
    /// <returns>Withheld cells that cannot be made safe, because too much is frozen or zero.</returns>
    public List<int> Run()
    {
        var open = proofs.ProveAll(Withheld());
        for (var round = 0; round < MostRounds && open.Count > 0; round++)
        {
            foreach (var cell in open.OrderByDescending(c => draft.Base[c]).ThenBy(c => c))
            {
                if (!proofs.Prove(cell))
                    Protect(cell);
            }

            open = proofs.ProveAll(Withheld());
        }

        return open;
    }

    /// <summary>Shows cells again that turn out not to be needed, the most telling first.</summary>
    /// <param name="secondary">Cells that were withheld for others.</param>
    public void CleanUp(IEnumerable<int> secondary)
    {
        foreach (var cell in secondary.OrderByDescending(Weight).ThenBy(c => c).ToList())
        {
            var undo = tables.Snapshot();
            draft.Set(cell, CellRole.Published);
            if (tables.DropTablesAgainst(cell).TrueForAll(proofs.Prove))
                continue;
            draft.Set(cell, CellRole.Withheld);
            undo();
        }
    }

    public void Dispose()
    {
        _region?.Dispose();
        _wider?.Dispose();
        _whole?.Dispose();
    }

    /// <summary>What it costs to withhold a cell: its value, and something for the cell as such.</summary>
    public double Weight(int cell) =>
        (tables.Threshold + draft.Base[cell]) * (1 + 0.5 * draft.Model.Cells[cell].Height);

    private List<int> Withheld() =>
        [.. Enumerable.Range(0, draft.Count).Where(cell => draft.Roles[cell] == CellRole.Withheld)];

    private void Protect(int cell)
    {
        var room = draft.Base[cell] - draft.Low[cell];
        var up = Math.Max(tables.Threshold - draft.Base[cell], 1);
        var down = Math.Clamp(tables.Width - up, 0, room);
        up = Math.Max(up, tables.Width - down);
        var isUp = Move(cell, up);
        var isDown = down == 0 || Move(cell, -down);
        if (isUp && !isDown)
            Move(cell, tables.Width);
        else if (isDown && !isUp && draft.Base[cell] >= tables.Threshold && room >= tables.Width)
            Move(cell, -tables.Width);
    }

    /// <summary>Makes a change of a cell possible.</summary>
    /// <returns>Whether it is.</returns>
    private bool Move(int cell, long change)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var target = draft.Base[cell] + change;
        if (change > 0 ? tables.Most(cell) >= target : tables.Least(cell) <= target)
            return true;
        if (Cheapest(cell, change) is not var (region, choice))
            return false;
        foreach (var other in choice.Cells)
            draft.Set(other, CellRole.Withheld);
        if (region.WholeChange(choice.Point) is not { } table || !tables.TryAdd(table))
            proofs.MakeWhole(cell, change, region, choice.Point);
        return true;
    }

    /// <summary>The cheapest choice: in a part of the table, and when that has none or a dear one, in a larger
    /// part.</summary>
    private (Region Region, Choice Choice)? Cheapest(int cell, long change)
    {
        (Region Region, Choice Choice)? best = null;
        Func<int, Region>[] parts = [RegionOf, WiderOf, WholeOf];
        var tried = 0;
        foreach (var part in parts)
        {
            if (best is not null && (best.Value.Choice.Weight <= Dear * tables.Threshold || part == WholeOf))
                break;
            var region = part(cell);
            if (region.Cells.Count > tried && Cheapest(cell, change, region) is { } choice
                && (best is null || choice.Weight < best.Value.Choice.Weight))
            {
                best = (region, choice);
            }

            tried = Math.Max(tried, region.Cells.Count);
        }

        return best;
    }

    private Choice? Cheapest(int cell, long change, Region region)
    {
        var touched = new HashSet<int>();
        Choice? best = null;
        var point = region.Fix(cell, change);
        for (var attempt = 0; point is not null; attempt++)
        {
            var used = region.Cells.Where(c => region.Excess(c, point) > Used).ToList();
            var weight = used.Sum(Weight);
            if (best is null || weight < best.Weight)
                best = new Choice(used, weight, point);
            if (used.Count < 2 || attempt == Reweightings)
                break;
            foreach (var c in used.Concat(touched).ToHashSet())
                region.SetWeight(c, Weight(c) / (region.Excess(c, point) + 0.5));
            touched.UnionWith(used);
            point = region.Again();
        }

        region.Release(cell);
        foreach (var c in touched)
            region.SetWeight(c, Weight(c));
        return best;
    }

    private Region RegionOf(int cell)
    {
        if (_region is null || !_neighbourhood.Around(cell, 1, int.MaxValue, TakesPart).TrueForAll(_region.Has))
        {
            _region?.Dispose();
            var around = _neighbourhood.Surroundings(cell, TakesPart, proofs.Room);
            _region = new Region(draft, solver, around, proofs.Reach, Region.Slight, Weight);
        }

        return _region;
    }

    /// <summary>A larger sub-table around the cell.</summary>
    private Region WiderOf(int cell)
    {
        _wider?.Dispose();
        var around = _neighbourhood.Surroundings(cell, TakesPart, proofs.Room, Neighbourhood.Widest);
        return _wider = new Region(draft, solver, around, proofs.Reach, Region.Slight, Weight);
    }

    /// <summary>Everything that is connected with the cell, for when a sub-table has no answer.</summary>
    private Region WholeOf(int cell)
    {
        if (_whole is null || !_whole.Has(cell))
        {
            _whole?.Dispose();
            var all = _neighbourhood.Around(cell, int.MaxValue, int.MaxValue, TakesPart);
            _whole = new Region(draft, solver, all, proofs.Reach, Region.Slight, Weight);
        }

        return _whole;
    }

    private bool TakesPart(int cell) => draft.CanMove(cell) || draft.MayBeWithheld[cell];

    private sealed record Choice(List<int> Cells, double Weight, double[] Point);
}
