namespace Signalering.Domain.Disclosure;

/// <summary>Cells around a cell: those that can be reached through relations in a number of steps.</summary>
internal sealed class Neighbourhood(TableModel model)
{
    private const int WholeTable = 2_000;
    private const int MostParts = 3;

    private readonly bool[] _cellSeen = new bool[model.Cells.Length];
    private readonly bool[] _relationSeen = new bool[model.Relations.Length];

    /// <summary>The cells, nearest first; the start itself is the first.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="steps">Relations to cross.</param>
    /// <param name="most">Stops after the step in which there are so many.</param>
    /// <param name="takesPart">Cells that can change; others are neither taken nor crossed.</param>
    public List<int> Around(int start, int steps, int most, Func<int, bool> takesPart)
    {
        var cells = new List<int> { start };
        var relations = new List<int>();
        _cellSeen[start] = true;
        var from = 0;
        for (var step = 0; step < steps && from < cells.Count && cells.Count < most; step++)
        {
            var until = cells.Count;
            for (; from < until; from++)
            {
                foreach (var relation in model.RelationsOf(cells[from]))
                {
                    if (_relationSeen[relation])
                        continue;
                    _relationSeen[relation] = true;
                    relations.Add(relation);
                    Take(model.Relations[relation].Parent);
                    foreach (var child in model.Relations[relation].Children)
                        Take(child);
                }
            }
        }

        foreach (var cell in cells)
            _cellSeen[cell] = false;
        foreach (var relation in relations)
            _relationSeen[relation] = false;
        return cells;

        void Take(int cell)
        {
            if (_cellSeen[cell] || !takesPart(cell))
                return;
            _cellSeen[cell] = true;
            cells.Add(cell);
        }
    }

    /// <summary>Codes beside that of a cell in the sub-table to look in first.</summary>
    public const int Wide = 16;

    /// <summary>The same in the sub-table to look in next, before the whole table.</summary>
    public const int Widest = 64;

    /// <summary>The cells to look among: the whole table when it is small, a sub-table around the cell
    /// otherwise.</summary>
    public List<int> Surroundings(
        int cell, Func<int, bool> takesPart, Func<int, long> preference, int breadth = Wide) =>
        model.Cells.Length <= WholeTable
            ? Around(cell, int.MaxValue, WholeTable, takesPart)
            : Box(cell, breadth, takesPart, preference);

    /// <summary>A sub-table around a cell: per dimension its own code, everything above it, and some codes beside it.
    /// Small, and yet closed: changes can cancel out along every dimension.</summary>
    /// <param name="cell">A cell with codes.</param>
    /// <param name="breadth">Codes beside it, per breakdown.</param>
    /// <param name="takesPart">Cells that can change.</param>
    /// <param name="preference">Which codes beside it: those of the cells with the most of this.</param>
    public List<int> Box(int cell, int breadth, Func<int, bool> takesPart, Func<int, long> preference)
    {
        if (model.Cells[cell].Codes is { } codes)
            return [.. WithLooseCells(BoxOf(cell, codes, breadth, takesPart, preference)).Prepend(cell).Distinct()];
        var cells = new List<int> { cell };
        foreach (var part in PartsOf(cell).Take(MostParts))
            cells.AddRange(BoxOf(part, model.Cells[part].Codes!, breadth, takesPart, preference));
        return [.. WithLooseCells(cells).Distinct()];
    }

    /// <summary>The cells of a union, or those beside a rest.</summary>
    private IEnumerable<int> PartsOf(int cell)
    {
        foreach (var relation in model.RelationsOf(cell).ToArray())
        {
            foreach (var part in model.Relations[relation].Children)
            {
                if (model.Cells[part].Codes is not null)
                    yield return part;
            }
        }
    }

    /// <summary>With the unions and rests that these cells are tied to: left out, they would hold them fast.</summary>
    private IEnumerable<int> WithLooseCells(List<int> cells)
    {
        foreach (var cell in cells)
        {
            yield return cell;
            foreach (var position in model.RelationsOf(cell).ToArray())
            {
                var relation = model.Relations[position];
                if (model.Cells[relation.Parent].Codes is null)
                    yield return relation.Parent;
                foreach (var child in relation.Children)
                {
                    if (model.Cells[child].Codes is null)
                        yield return child;
                }
            }
        }
    }

    private List<int> BoxOf(
        int cell, int[] own, int breadth, Func<int, bool> takesPart, Func<int, long> preference)
    {
        var axes = new List<int>[own.Length];
        for (var d = 0; d < own.Length; d++)
        {
            axes[d] = [own[d]];
            AddAxis(cell, d, breadth, takesPart, preference, axes[d]);
        }

        var cells = new List<int>();
        var codes = new int[own.Length];
        Collect(0);
        return cells;

        void Collect(int d)
        {
            if (d == codes.Length)
            {
                if (model.Find(codes) is { } found && (found == cell || takesPart(found)))
                    cells.Add(found);
                return;
            }

            foreach (var code in axes[d])
            {
                codes[d] = code;
                Collect(d + 1);
            }
        }
    }

    private void AddAxis(
        int cell, int d, int breadth, Func<int, bool> takesPart, Func<int, long> preference, List<int> axis)
    {
        foreach (var position in model.RelationsOf(cell))
        {
            var relation = model.Relations[position];
            if (relation.Dimension != d)
                continue;
            var beside = relation.Children.Where(c => c != cell && takesPart(c) && model.Cells[c].Codes is not null)
                .OrderByDescending(preference).ThenBy(c => c).Take(breadth);
            foreach (var other in beside.Append(relation.Parent))
            {
                var code = model.Cells[other].Codes![d];
                if (!axis.Contains(code))
                    axis.Add(code);
            }

            if (relation.Parent != cell)
                AddAxis(relation.Parent, d, Math.Min(breadth, 1), takesPart, preference, axis);
        }
    }
}
