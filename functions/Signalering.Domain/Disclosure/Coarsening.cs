namespace Signalering.Domain.Disclosure;

/// <summary>Coarser forms of a table that cannot be protected as it is.</summary>
internal static class Coarsening
{
    /// <summary>The table without the lowest level of one dimension, for every dimension that has levels.</summary>
    public static IEnumerable<(string Text, UnprotectedTable Table, IReadOnlyList<Dimension> Dimensions)> Of(
        UnprotectedTable table, IReadOnlyList<Dimension> dimensions)
    {
        foreach (var dimension in dimensions.Where(d => d.Breakdowns.Count > 0))
        {
            var parents = dimension.Breakdowns.Select(b => b.Parent).ToHashSet(StringComparer.Ordinal);
            var lowest = dimension.Breakdowns.SelectMany(b => b.Children).Where(code => !parents.Contains(code))
                .ToHashSet(StringComparer.Ordinal);
            var position = table.Dimensions.Index().First(d => d.Item == dimension.Name).Index;
            var coarser = new UnprotectedTable(table.Dimensions);
            foreach (var cell in table.Cells.Where(cell => !lowest.Contains(cell.Codes[position])))
                coarser.Add(cell.Codes, cell.Value, cell.Cases, cell.Largest);
            if (coarser.Cells.Count == 0)
                continue;
            var left = dimension with
            {
                Breakdowns = [.. dimension.Breakdowns.Where(b => !b.Children.Any(lowest.Contains))],
            };
            yield return (
                $"Zonder het laagste niveau van '{dimension.Name}' is de tabel wel te beveiligen (geprobeerd).",
                coarser, [.. dimensions.Select(d => d.Name == dimension.Name ? left : d)]);
        }
    }
}
