using System.Collections.Immutable;

namespace Signalering.Domain.Disclosure;

/// <summary>Finds every relation that holds between the cells of a table.</summary>
/// <remarks>
/// <para>A cell that is not in the table but lies above cells that are (a total that links two tables, for instance) is
/// added, so that nobody can reason through it unseen. A missing part of a known whole is zero when the other parts
/// make
/// the whole; otherwise it is added too: as a cell of its own when one part is missing, as a rest when several
/// are.</para>
/// <para>Weak spot: the rest of several missing parts is not linked to the rests along other dimensions.</para>
/// </remarks>
internal sealed class TableModelBuilder
{
    private const int MostFaults = 5;

    private readonly UnprotectedTable _table;
    private readonly Dimension?[] _dimensions;
    private readonly string[][] _codes;
    private readonly UInt128[] _strides;
    private readonly Dictionary<UInt128, int> _index = [];
    private readonly List<Draft> _cells = [];
    private readonly List<string> _faults = [];
    private long _unitsPerOne = 1;

    private TableModelBuilder(UnprotectedTable table, IReadOnlyList<Dimension> dimensions)
    {
        _table = table;
        _dimensions = [.. table.Dimensions.Select(name => dimensions.FirstOrDefault(d => d.Name == name))];
        _codes = [.. _dimensions.Select((dimension, position) => CodesOf(dimension, position))];
        _strides = new UInt128[_codes.Length];
        UInt128 stride = 1;
        for (var d = _codes.Length - 1; d >= 0; d--)
        {
            _strides[d] = stride;
            stride *= (UInt128)_codes[d].Length + 1;
        }
    }

    /// <summary>The model, or what is wrong with table or dimensions, in Dutch and without any value.</summary>
    /// <param name="table">True values.</param>
    /// <param name="dimensions">Those with a hierarchy; a dimension that is not here is flat.</param>
    /// <param name="decimals">Decimals that base and width need; values may need more.</param>
    public static (TableModel? Model, IReadOnlyList<string> Faults) Build(
        UnprotectedTable table, IReadOnlyList<Dimension> dimensions, int decimals)
    {
        var faults = dimensions.Select(d => d.Fault()).OfType<string>().Concat(dimensions
            .Where(d => !table.Dimensions.Contains(d.Name))
            .Select(d => $"Dimensie '{d.Name}' is geen kolom van de tabel. Verwacht: een kolom met deze naam.")).ToList();
        if (faults.Count > 0)
            return (null, faults);
        var builder = new TableModelBuilder(table, dimensions);
        var model = builder.Build(decimals);
        return builder._faults.Count > 0 ? (null, builder._faults) : (model, []);
    }

    private TableModel? Build(int decimals)
    {
        AddRows(decimals);
        if (_faults.Count > 0)
            return null;
        List<Group> groups;
        do
        {
            groups = Groups();
            ValueImplied(groups);
        }
        while (AddMissingParts(groups));
        return _faults.Count > 0 ? null : Model(groups);
    }

    private string[] CodesOf(Dimension? dimension, int position) =>
    [
        .. _table.Cells.Select(cell => cell.Codes[position])
            .Concat(dimension?.Breakdowns.SelectMany(b => b.Children.Append(b.Parent)) ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private void AddRows(int decimals)
    {
        foreach (var cell in _table.Cells)
            decimals = Math.Max(decimals, DecimalsOf(cell.Value));
        if (decimals > 6)
        {
            _faults.Add("De waarden hebben meer dan zes decimalen. Rond ze eerst af.");
            return;
        }

        for (var i = 0; i < decimals; i++)
            _unitsPerOne *= 10;
        var codes = _codes.Select(list => list.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal))
            .ToArray();
        var rows = _table.Cells.Select((cell, row) => (Key: KeyOf(cell.Codes, codes), Cell: cell, Row: row));
        foreach (var (key, cell, row) in rows.OrderBy(r => r.Key))
        {
            if (!_index.TryAdd(key, _cells.Count))
                Fault($"De cel {NameOf(key)} staat meer dan een keer in de tabel. Laat een rij per cel over.");
            if (cell.Value < 0)
                Fault($"De cel {NameOf(key)} heeft een negatieve waarde. Verwacht: 0 of meer.");
            if (cell.Value > 1_000_000_000m)
                Fault($"De cel {NameOf(key)} heeft een waarde boven een miljard. Verwacht: een telling.");
            else
                _cells.Add(new Draft(key, row, (long)(cell.Value * _unitsPerOne), cell.Cases));
        }
    }

    private static int DecimalsOf(decimal value) => (value / 1.0000000000000000000000000000m).Scale;

    private UInt128 KeyOf(string[] codes, Dictionary<string, int>[] positions)
    {
        UInt128 key = 0;
        for (var d = 0; d < codes.Length; d++)
            key += (UInt128)positions[d][codes[d]] * _strides[d];
        return key;
    }

    private int CodeOf(UInt128 key, int dimension) =>
        (int)(key / _strides[dimension] % ((UInt128)_codes[dimension].Length + 1));

    private string NameOf(UInt128 key) => string.Join(" × ", _codes.Select((list, d) => list[CodeOf(key, d)]));

    private void Fault(string text)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(text);
    }

    /// <summary>Every parent with its parts; adds parents that are not in the table until there are no more.</summary>
    private List<Group> Groups()
    {
        while (true)
        {
            var before = _cells.Count;
            var groups = new List<Group>();
            for (var d = 0; d < _dimensions.Length; d++)
            {
                if (_dimensions[d] is { Breakdowns.Count: > 0 } dimension)
                    groups.AddRange(GroupsAlong(dimension, d));
            }

            if (_cells.Count == before)
                return groups;
        }
    }

    private List<Group> GroupsAlong(Dimension dimension, int d)
    {
        var breakdowns = dimension.Breakdowns.Select(b => (
            Parent: Position(b.Parent), Children: b.Children.Select(Position).ToArray())).ToArray();
        var partOf = breakdowns.Index()
            .SelectMany(b => b.Item.Children.Select(child => (child, b.Index)))
            .ToLookup(pair => pair.child, pair => pair.Index);
        var groups = new Dictionary<(int Breakdown, UInt128 Other), Group>();
        for (var cell = 0; cell < _cells.Count; cell++)
        {
            if (_cells[cell].IsRest)
                continue;
            var code = CodeOf(_cells[cell].Key, d);
            foreach (var breakdown in partOf[code])
            {
                var other = _cells[cell].Key - (UInt128)code * _strides[d];
                if (!groups.TryGetValue((breakdown, other), out var group))
                {
                    var (parent, children) = breakdowns[breakdown];
                    group = new Group(d, ParentAt(other + (UInt128)parent * _strides[d]), other, children);
                    groups.Add((breakdown, other), group);
                }

                group.Present.Add(cell);
            }
        }

        return [.. groups.Values];

        int Position(string code) => Array.BinarySearch(_codes[d], code, StringComparer.Ordinal);
    }

    private int ParentAt(UInt128 key)
    {
        if (!_index.TryGetValue(key, out var parent))
        {
            parent = _cells.Count;
            _index.Add(key, parent);
            _cells.Add(new Draft(key, -1, null, null, IsImpliedWhole: true));
        }

        return parent;
    }

    /// <summary>Gives cells that are not in the table the least value that their parts allow.</summary>
    private void ValueImplied(List<Group> groups)
    {
        var below = groups.ToLookup(group => group.Parent);
        for (var cell = 0; cell < _cells.Count; cell++)
        {
            if (_cells[cell].IsImpliedWhole)
                _cells[cell] = _cells[cell] with { Value = null };
        }

        for (var cell = 0; cell < _cells.Count; cell++)
            Value(cell);

        long Value(int cell)
        {
            if (_cells[cell].Value is { } known)
                return known;
            long value = 0;
            foreach (var group in below[cell])
            {
                var parts = group.Present.Select(Value).ToList();
                value = Math.Max(value, KindOf(group) == RelationKind.Distinct ? parts.Max() : parts.Sum());
            }

            _cells[cell] = _cells[cell] with { Value = value };
            return value;
        }
    }

    private RelationKind KindOf(Group group) => _dimensions[group.Dimension]!.Relation ?? RelationKind.Sum;

    /// <summary>Adds what is missing of a known whole. Says whether cells were added that can be parts
    /// elsewhere.</summary>
    private bool AddMissingParts(List<Group> groups)
    {
        var added = false;
        foreach (var group in groups)
        {
            var present = group.Present.Sum(cell => _cells[cell].Value!.Value);
            var rest = _cells[group.Parent].Value!.Value - present;
            if (rest <= 0)
                continue;
            var missing = group.Codes.Where(code => !group.Present.Exists(
                cell => !_cells[cell].IsRest && CodeOf(_cells[cell].Key, group.Dimension) == code)).ToList();
            if (missing.Count == 0)
                continue;
            var key = group.Other + (UInt128)missing[0] * _strides[group.Dimension];
            if (missing.Count == 1 && _index.TryAdd(key, _cells.Count))
            {
                _cells.Add(new Draft(key, -1, rest, null));
                added = true;
            }
            else if (!added)
            {
                group.Rest = rest;
            }
        }

        return added;
    }

    private TableModel? Model(List<Group> groups)
    {
        foreach (var group in groups.Where(group => group.Rest > 0))
        {
            group.Present.Add(_cells.Count);
            _cells.Add(new Draft(_cells[group.Parent].Key, -1, group.Rest, null, IsRest: true));
        }

        DropLooseWholes(groups);
        var additive = _dimensions.Select((_, d) => groups.Where(g => g.Dimension == d).All(IsAdditive)).ToArray();
        foreach (var group in groups)
            Check(group, additive[group.Dimension]);
        if (_faults.Count > 0)
            return null;
        var heights = Heights(groups);
        return new TableModel(
            [
                .. _cells.Select((cell, i) => new ModelCell(
                    (cell.IsRest ? "rest van " : string.Empty) + NameOf(cell.Key), cell.Row, cell.Value!.Value,
                    cell.Cases, heights[i],
                    cell.IsRest ? null : [.. _codes.Select((_, d) => CodeOf(cell.Key, d))])),
            ],
            [
                .. groups.Select(group => new Relation(
                    additive[group.Dimension] ? RelationKind.Sum : RelationKind.Distinct,
                    group.Parent, [.. group.Present], group.Dimension)),
            ],
            _unitsPerOne);
    }

    /// <summary>A whole that is not in the table and takes part in one relation only tells nobody anything.</summary>
    private void DropLooseWholes(List<Group> groups)
    {
        int dropped;
        do
        {
            var uses = new int[_cells.Count];
            foreach (var cell in groups.SelectMany(group => group.Present.Append(group.Parent)))
                uses[cell]++;
            dropped = groups.RemoveAll(group => _cells[group.Parent].IsImpliedWhole && uses[group.Parent] == 1);
        }
        while (dropped > 0);
    }

    private bool IsAdditive(Group group) =>
        group.Present.Sum(cell => _cells[cell].Value!.Value) == _cells[group.Parent].Value!.Value;

    private void Check(Group group, bool additive)
    {
        if (additive)
            return;
        var dimension = _dimensions[group.Dimension]!;
        var place = NameOf(_cells[group.Parent].Key);
        if (dimension.Relation == RelationKind.Sum)
        {
            if (!IsAdditive(group))
            {
                Fault($"De onderdelen van {place} tellen langs '{dimension.Name}' niet op tot het totaal. Verwacht: een " +
                    "optelbaar totaal. Verbeter de tabel, of geef de dimensie de relatie 'distinct'.");
            }

            return;
        }

        var parent = _cells[group.Parent].Value!.Value;
        var parts = group.Present.Select(cell => _cells[cell].Value!.Value).ToList();
        if (parent < parts.Max() || parent > parts.Sum())
        {
            Fault($"Het totaal van {place} past langs '{dimension.Name}' niet bij de onderdelen. Verwacht: minstens het " +
                "grootste onderdeel, hoogstens de som. Verbeter de tabel of de uitsplitsing.");
        }
    }

    private int[] Heights(List<Group> groups)
    {
        var below = groups.ToLookup(group => group.Parent);
        var heights = new int[_cells.Count];
        Array.Fill(heights, -1);
        for (var cell = 0; cell < heights.Length; cell++)
            Height(cell);
        return heights;

        int Height(int cell)
        {
            if (heights[cell] < 0)
            {
                heights[cell] = 0;
                foreach (var group in below[cell])
                    heights[cell] = Math.Max(heights[cell], 1 + group.Present.Max(Height));
            }

            return heights[cell];
        }
    }

    private sealed record Draft(UInt128 Key, int Row, long? Value, int? Cases, bool IsRest = false, bool IsImpliedWhole = false);

    private sealed class Group(int dimension, int parent, UInt128 other, int[] codes)
    {
        public int Dimension => dimension;

        public int Parent => parent;

        public UInt128 Other => other;

        public int[] Codes => codes;

        public List<int> Present { get; } = [];

        public long Rest { get; set; }
    }
}
