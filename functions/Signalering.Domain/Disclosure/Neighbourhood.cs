namespace Signalering.Domain.Disclosure;

/// <summary>Cells around a cell: those that can be reached through relations in a number of steps.</summary>
internal sealed class Neighbourhood(TableModel model)
{
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
}
