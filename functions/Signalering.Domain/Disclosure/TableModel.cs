using System.Collections.Immutable;

namespace Signalering.Domain.Disclosure;

/// <summary>What is known to hold between cells of all tables that are published from the same data.</summary>
/// <param name="Kind">Sum or distinct.</param>
/// <param name="Parent">Cell of the whole.</param>
/// <param name="Children">Cells of the parts; parts that are zero may be left out.</param>
/// <param name="Dimension">Position of the dimension along which it adds up; -1 for a union of withheld cells.</param>
internal sealed record Relation(RelationKind Kind, int Parent, int[] Children, int Dimension)
{
    /// <summary>Whether these true or possible values satisfy the relation.</summary>
    public bool Holds(Func<int, long> value)
    {
        var parent = value(Parent);
        long sum = 0;
        long largest = 0;
        foreach (var child in Children)
        {
            var part = value(child);
            sum += part;
            largest = Math.Max(largest, part);
        }

        return Kind == RelationKind.Sum ? sum == parent : largest <= parent && parent <= sum;
    }
}

/// <summary>A cell of the model: a row of the table, or one that is only implied by it.</summary>
/// <param name="Name">Codes, for faults and certificate.</param>
/// <param name="Source">Position in the table; -1 for a cell that follows from others.</param>
/// <param name="Value">True value in units of <see cref="TableModel.UnitsPerOne"/>.</param>
/// <param name="Cases">Unique cases, or null when not known.</param>
/// <param name="Codes">Position of its code per dimension, or null for a rest or a union.</param>
/// <param name="Height">0 for a leaf, one more than its highest child otherwise.</param>
internal sealed record ModelCell(
    string Name, int Source, long Value, int? Cases, int Height, int[]? Codes)
{
    /// <summary>No value: a record would have printed it.</summary>
    public override string ToString() => nameof(ModelCell);
}

/// <summary>All cells as whole numbers with all relations between them.</summary>
/// <remarks>Cells are in the order of their codes (ordinal), so that nothing depends on the order of rows.</remarks>
internal sealed class TableModel
{
    private readonly int[][] _relationsOfCell;
    private readonly Dictionary<UInt128, int> _cellOfCodes = [];
    private readonly int _codes;

    public TableModel(ImmutableArray<ModelCell> cells, ImmutableArray<Relation> relations, long unitsPerOne)
    {
        Cells = cells;
        Relations = relations;
        UnitsPerOne = unitsPerOne;
        var lists = new List<int>[cells.Length];
        for (var relation = 0; relation < relations.Length; relation++)
        {
            Add(relations[relation].Parent, relation);
            foreach (var child in relations[relation].Children)
                Add(child, relation);
        }

        _codes = 1 + cells.Max(cell => cell.Codes?.Max() ?? 0);
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell].Codes is { } codes)
                _cellOfCodes[Key(codes)] = cell;
        }

        _relationsOfCell = Array.ConvertAll(lists, list => list is null ? [] : list.ToArray());

        void Add(int cell, int relation) => (lists[cell] ??= []).Add(relation);
    }

    public ImmutableArray<ModelCell> Cells { get; }

    public ImmutableArray<Relation> Relations { get; }

    /// <summary>How many units make one: 1 for counts, 10 for hours to a tenth.</summary>
    public long UnitsPerOne { get; }

    /// <summary>Positions of the relations in which a cell takes part.</summary>
    public ReadOnlySpan<int> RelationsOf(int cell) => _relationsOfCell[cell];

    /// <summary>The cell with these codes, or null when it is not in the model.</summary>
    public int? Find(ReadOnlySpan<int> codes) => _cellOfCodes.TryGetValue(Key(codes), out var cell) ? cell : null;

    private UInt128 Key(ReadOnlySpan<int> codes)
    {
        UInt128 key = 0;
        foreach (var code in codes)
            key = key * (UInt128)_codes + (UInt128)code;
        return key;
    }

    /// <summary>With a further cell per union: the sum of cells that are alone in a relation.</summary>
    public TableModel WithUnions(IReadOnlyList<int[]> unions)
    {
        var cells = Cells.ToBuilder();
        var relations = Relations.ToBuilder();
        foreach (var union in unions)
        {
            relations.Add(new Relation(RelationKind.Sum, cells.Count, union, -1));
            cells.Add(new ModelCell(
                "samen: " + string.Join(" + ", union.Select(cell => Cells[cell].Name)), -1,
                union.Sum(cell => Cells[cell].Value), null, 0, null));
        }

        return new TableModel(cells.ToImmutable(), relations.ToImmutable(), UnitsPerOne);
    }
}
