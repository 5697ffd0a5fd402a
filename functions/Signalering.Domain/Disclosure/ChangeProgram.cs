namespace Signalering.Domain.Disclosure;

/// <summary>A linear program over the changes of some cells; the other cells keep their base value.</summary>
/// <remarks>Any point of it is a point of the whole table, so that a proof in a small neighbourhood is a
/// proof.</remarks>
internal sealed class ChangeProgram(PublicationDraft draft)
{
    private readonly int[] _firstColumn = Filled(draft.Count);
    private readonly bool[] _relationSeen = new bool[draft.Model.Relations.Length];
    private readonly List<int> _cells = [];
    private readonly List<int> _cellOfColumn = [];
    private readonly List<double> _sign = [];
    private readonly List<double> _lower = [];
    private readonly List<double> _upper = [];
    private readonly List<double> _cost = [];

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        foreach (var cell in _cells)
            _firstColumn[cell] = -1;
        _cells.Clear();
        _cellOfColumn.Clear();
        _sign.Clear();
        _lower.Clear();
        _upper.Clear();
        _cost.Clear();
    }

    /// <summary>Adds a column to the change of a cell; several columns of a cell have to follow each other.</summary>
    /// <param name="cell">Its cell.</param>
    /// <param name="sign">1, or -1 for a column that lowers the value.</param>
    public void AddColumn(int cell, double sign, long lower, long upper, double cost)
    {
        if (_firstColumn[cell] < 0)
        {
            _firstColumn[cell] = _cellOfColumn.Count;
            _cells.Add(cell);
        }

        _cellOfColumn.Add(cell);
        _sign.Add(sign);
        _lower.Add(lower);
        _upper.Add(upper);
        _cost.Add(cost);
    }

    /// <summary>The program, with a row for every relation that one of the cells takes part in.</summary>
    public LinearProgram Build()
    {
        var rows = new List<LinearRow>();
        var seen = new List<int>();
        foreach (var cell in _cells)
        {
            foreach (var relation in draft.Model.RelationsOf(cell))
            {
                if (_relationSeen[relation])
                    continue;
                _relationSeen[relation] = true;
                seen.Add(relation);
                AddRows(rows, draft.Model.Relations[relation]);
            }
        }

        foreach (var relation in seen)
            _relationSeen[relation] = false;
        return new LinearProgram([.. _lower], [.. _upper], [.. _cost], rows);
    }

    /// <summary>The change of every cell at a point, or null when it is not whole.</summary>
    public Alternative? WholeChange(double[] point)
    {
        const double Nearly = 1e-5;
        var changes = new SortedDictionary<int, long>();
        foreach (var cell in _cells)
        {
            var change = ChangeOf(cell, point);
            var whole = Math.Round(change);
            if (Math.Abs(change - whole) > Nearly)
                return null;
            if (whole != 0)
                changes.Add(cell, (long)whole);
        }

        return new Alternative([.. changes.Keys], [.. changes.Values]);
    }

    /// <summary>The change of a cell at a point.</summary>
    public double ChangeOf(int cell, double[] point)
    {
        double change = 0;
        for (var column = _firstColumn[cell];
            column >= 0 && column < _cellOfColumn.Count && _cellOfColumn[column] == cell;
            column++)
        {
            change += _sign[column] * point[column];
        }

        return change;
    }

    private void AddRows(List<LinearRow> rows, Relation relation)
    {
        long rest = draft.Base[relation.Parent];
        var columns = new List<int>();
        var coefficients = new List<double>();
        foreach (var child in relation.Children)
        {
            rest -= draft.Base[child];
            AddTerms(child, 1, columns, coefficients);
        }

        AddTerms(relation.Parent, -1, columns, coefficients);
        if (relation.Kind == RelationKind.Sum)
        {
            rows.Add(new LinearRow([.. columns], [.. coefficients], 0, 0));
            return;
        }

        rows.Add(new LinearRow([.. columns], [.. coefficients], rest, double.PositiveInfinity));
        foreach (var child in relation.Children)
        {
            columns.Clear();
            coefficients.Clear();
            AddTerms(relation.Parent, 1, columns, coefficients);
            AddTerms(child, -1, columns, coefficients);
            if (columns.Count > 0)
            {
                rows.Add(new LinearRow(
                    [.. columns], [.. coefficients], draft.Base[child] - draft.Base[relation.Parent],
                    double.PositiveInfinity));
            }
        }
    }

    private void AddTerms(int cell, double factor, List<int> columns, List<double> coefficients)
    {
        for (var column = _firstColumn[cell];
            column >= 0 && column < _cellOfColumn.Count && _cellOfColumn[column] == cell;
            column++)
        {
            columns.Add(column);
            coefficients.Add(factor * _sign[column]);
        }
    }

    private static int[] Filled(int count)
    {
        var positions = new int[count];
        Array.Fill(positions, -1);
        return positions;
    }
}
