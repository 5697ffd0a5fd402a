using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>Five shades from light to dark for the numbers of a heat map.</summary>
/// <remarks>The bounds are the values below which 20, 40, 60 and 80 % of the numbers lie, rounded up to two digits, so
/// that each shade occurs about as often, one large wijk does not turn the rest white, and the bounds can be printed.
/// Equal numbers get equal shades. The shade repeats what the number says and adds nothing.</remarks>
internal sealed class HeatScale
{
    /// <summary>Shades, light to dark: fill, and the text on it with a contrast of at least 4.5 : 1.</summary>
    public static IReadOnlyList<(string Fill, string Text)> Shades { get; } =
    [
        ("EFF3FF", "000000"), ("BDD7E7", "000000"), ("6BAED6", "000000"), ("2171B5", "FFFFFF"), ("08306B", "FFFFFF"),
    ];

    private readonly List<decimal> _bounds;

    private HeatScale(List<decimal> bounds) => _bounds = bounds;

    /// <summary>The scale of all numbers in a table but those of its total column, which would take the darkest shades for
    /// itself.</summary>
    public static HeatScale Of(ReportTable table)
    {
        var numbers = table.Rijen
            .SelectMany(row => row.Where((_, column) => !IsTotal(table, column)))
            .OfType<ReportCell.Getal>()
            .Select(cell => cell.Waarde)
            .Order()
            .ToList();
        var bounds = numbers.Count == 0
            ? []
            : Enumerable.Range(1, Shades.Count - 1)
                .Select(part => RoundUp(numbers[(numbers.Count - 1) * part / Shades.Count]))
                .Where(bound => bound < numbers[^1])
                .Distinct()
                .ToList();
        return new HeatScale(bounds);
    }

    /// <summary>Whether a column holds totals of the others: it is not shaded.</summary>
    public static bool IsTotal(ReportTable table, int column) => table.Kolommen[column].IsTotaal;

    /// <summary>Shade of a number: position in <see cref="Shades"/>.</summary>
    public int Shade(decimal number) => ShadeOfClass(_bounds.Count(bound => number > bound));

    /// <summary>The classes that are used, light to dark: shade and its numbers in Dutch.</summary>
    public IReadOnlyList<(int Shade, string Numbers)> Legend =>
    [
        .. _bounds.Select((bound, i) => (ShadeOfClass(i), $"tot en met {PrintedCell.Number(bound)}")),
        (ShadeOfClass(_bounds.Count),
            _bounds.Count == 0 ? "alle getallen" : $"meer dan {PrintedCell.Number(_bounds[^1])}"),
    ];

    /// <summary>The legend in one line.</summary>
    public string Explanation => _bounds.Count == 0
        ? "Kleur: alle getallen vallen in één klasse."
        : $"Kleur van licht naar donker: {string.Join("; ", Legend.Select(part => part.Numbers))}. "
            + "De kleur zegt niets anders dan het getal.";

    private int ShadeOfClass(int position) =>
        _bounds.Count == 0 ? 0 : position * (Shades.Count - 1) / _bounds.Count;

    // 137 becomes 140, 1.37 becomes 1.4, -137 becomes -130; 0 to 9 stay as they are when whole.
    private static decimal RoundUp(decimal value)
    {
        if (value == 0)
            return 0;
        var unit = 1m;
        for (var size = Math.Abs(value); size >= 100; size /= 10)
            unit *= 10;
        for (var size = Math.Abs(value); size < 10 && unit > 0.0000001m; size *= 10)
            unit /= 10;
        return Math.Ceiling(value / unit) * unit;
    }
}
