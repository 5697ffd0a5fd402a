namespace Signalering.Domain.Disclosure;

/// <summary>True values, before protection. Can be made by anyone and read by nobody but the protector: there is no
/// property, serializer or text through which a value gets out.</summary>
public sealed class UnprotectedTable
{
    private readonly List<Cell> _cells = [];

    /// <summary>An empty table.</summary>
    /// <param name="dimensions">Names of the dimensions, in the order of the codes of a cell.</param>
    public UnprotectedTable(IReadOnlyList<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        Dimensions = [.. dimensions];
    }

    internal IReadOnlyList<string> Dimensions { get; }

    internal IReadOnlyList<Cell> Cells => _cells;

    /// <summary>Adds a cell.</summary>
    /// <param name="codes">One code per dimension; totals have codes of their own.</param>
    /// <param name="value">What would be shown: a count, hours. Not negative.</param>
    /// <param name="cases">Unique cases behind it, or null when not known.</param>
    /// <param name="largest">What the largest single contributor has of the value, or null when not known.</param>
    public void Add(IReadOnlyList<string> codes, decimal value, int? cases = null, decimal? largest = null)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Count != Dimensions.Count)
            throw new ArgumentException("One code per dimension.", nameof(codes));
        _cells.Add(new Cell([.. codes], value, cases, largest));
    }

    /// <summary>Says nothing about the content.</summary>
    public override string ToString() => nameof(UnprotectedTable);

    internal sealed class Cell(string[] codes, decimal value, int? cases, decimal? largest)
    {
        public string[] Codes => codes;

        public decimal Value => value;

        public int? Cases => cases;

        public decimal? Largest => largest;

        public override string ToString() => nameof(Cell);
    }
}
