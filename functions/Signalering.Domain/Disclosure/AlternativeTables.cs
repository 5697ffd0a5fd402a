namespace Signalering.Domain.Disclosure;

/// <summary>A table of whole numbers that differs from the base table and agrees with everything shown.</summary>
/// <param name="Cells">Cells that differ, ascending.</param>
/// <param name="Deltas">By how much.</param>
internal sealed record Alternative(int[] Cells, long[] Deltas);

/// <summary>Proof that withheld cells are safe: tables that nobody can tell from the true one.</summary>
/// <remarks>A withheld value is safe when two such tables are at least the required width apart in it, and one has it
/// at
/// or above the threshold. A table counts after its every bound and relation was verified in whole numbers, whatever
/// solver it came from; so no outsider, however clever and also when reasoning in whole numbers, has a narrower
/// interval.
/// </remarks>
internal sealed class AlternativeTables
{
    private readonly PublicationDraft _draft;
    private readonly long _width;
    private readonly long _threshold;
    private readonly long[] _change;
    private readonly bool[] _seen;
    private readonly long[] _least;
    private readonly long[] _most;
    private readonly Alternative?[] _leastProof;
    private readonly Alternative?[] _mostProof;

    public AlternativeTables(PublicationDraft draft, long width, long threshold)
    {
        _draft = draft;
        _width = width;
        _threshold = threshold;
        _change = new long[draft.Count];
        _seen = new bool[draft.Model.Relations.Length];
        _least = [.. draft.Base];
        _most = [.. draft.Base];
        _leastProof = new Alternative?[draft.Count];
        _mostProof = new Alternative?[draft.Count];
    }

    public long Width => _width;

    public long Threshold => _threshold;

    /// <summary>Least value of a cell in any table found.</summary>
    public long Least(int cell) => _least[cell];

    /// <summary>Greatest value of a cell in any table found.</summary>
    public long Most(int cell) => _most[cell];

    /// <summary>The two tables that prove the width of a cell; null stands for the base table.</summary>
    public (Alternative? Least, Alternative? Most) Proof(int cell) => (_leastProof[cell], _mostProof[cell]);

    /// <summary>Whether the tables found prove that a withheld value is hidden well enough.</summary>
    public bool IsSafe(int cell) => _most[cell] >= _threshold && _most[cell] - _least[cell] >= _width;

    /// <summary>Verifies a table and, when it agrees with everything shown, lets it count for every cell.</summary>
    /// <returns>Whether it agrees.</returns>
    public bool TryAdd(Alternative alternative)
    {
        if (!Verify(alternative))
            return false;
        for (var i = 0; i < alternative.Cells.Length; i++)
        {
            var cell = alternative.Cells[i];
            var value = _draft.Base[cell] + alternative.Deltas[i];
            if (value < _least[cell])
                (_least[cell], _leastProof[cell]) = (value, alternative);
            if (value > _most[cell])
                (_most[cell], _mostProof[cell]) = (value, alternative);
        }

        return true;
    }

    /// <summary>Forgets tables that no longer agree with what is shown.</summary>
    /// <returns>Withheld cells that are no longer proven safe.</returns>
    public List<int> DropTablesAgainst(int published)
    {
        var exposed = new List<int>();
        for (var cell = 0; cell < _draft.Count; cell++)
        {
            var wasSafe = IsSafe(cell);
            if (_leastProof[cell] is { } least && !Agrees(least, published))
                (_least[cell], _leastProof[cell]) = (_draft.Base[cell], null);
            if (_mostProof[cell] is { } most && !Agrees(most, published))
                (_most[cell], _mostProof[cell]) = (_draft.Base[cell], null);
            if (wasSafe && _draft.Roles[cell] == CellRole.Withheld && !IsSafe(cell))
                exposed.Add(cell);
        }

        return exposed;
    }

    /// <summary>What the tables found prove, to return to.</summary>
    public Action Snapshot()
    {
        long[] least = [.. _least], most = [.. _most];
        Alternative?[] leastProof = [.. _leastProof], mostProof = [.. _mostProof];
        return () =>
        {
            least.CopyTo(_least, 0);
            most.CopyTo(_most, 0);
            leastProof.CopyTo(_leastProof, 0);
            mostProof.CopyTo(_mostProof, 0);
        };
    }

    private bool Agrees(Alternative alternative, int cell)
    {
        var position = Array.BinarySearch(alternative.Cells, cell);
        var value = _draft.Base[cell] + (position < 0 ? 0 : alternative.Deltas[position]);
        return value >= _draft.Low[cell] && value <= _draft.High[cell];
    }

    private bool Verify(Alternative alternative)
    {
        for (var i = 0; i < alternative.Cells.Length; i++)
        {
            var value = _draft.Base[alternative.Cells[i]] + alternative.Deltas[i];
            if (value < _draft.Low[alternative.Cells[i]] || value > _draft.High[alternative.Cells[i]])
                return false;
        }

        for (var i = 0; i < alternative.Cells.Length; i++)
            _change[alternative.Cells[i]] = alternative.Deltas[i];
        var agrees = true;
        foreach (var cell in alternative.Cells)
        {
            foreach (var relation in _draft.Model.RelationsOf(cell))
            {
                if (_seen[relation])
                    continue;
                _seen[relation] = true;
                agrees = agrees && _draft.Model.Relations[relation].Holds(c => _draft.Base[c] + _change[c]);
            }
        }

        foreach (var cell in alternative.Cells)
        {
            _change[cell] = 0;
            foreach (var relation in _draft.Model.RelationsOf(cell))
                _seen[relation] = false;
        }

        return agrees;
    }
}
