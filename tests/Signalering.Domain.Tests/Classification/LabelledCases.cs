using System.Globalization;
using System.Text;
using Signalering.Domain.Classification;

namespace Signalering.Domain.Tests.Classification;

/// <summary>A row labelled by hand (labelling rules: docs/methoden/classificatie.md) with what the classifier made of it.</summary>
internal sealed record LabelledCase(string Text, string Quadrant, IReadOnlySet<string> Problems)
{
    public string FoundQuadrant { get; } = Seeds.Quadrant(Text);

    public IReadOnlySet<string> Found { get; } = LabelledCases.Set(Seeds.Problems(Text));

    public bool IsExact => Found.SetEquals(Problems);
}

/// <summary>Precision, recall and F1 over a file of labelled rows.</summary>
internal sealed class LabelledCases
{
    private readonly List<LabelledCase> _rows;

    public LabelledCases(string file) => _rows =
    [
        .. File.ReadLines(Seeds.Case(file)).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => new LabelledCase(cells[0], cells[1], Set(cells[2]))),
    ];

    public IReadOnlyList<LabelledCase> Rows => _rows;

    public double MicroF1 => F1(null);

    public double Exact => Share(row => row.IsExact);

    public double QuadrantAccuracy => Share(row => row.FoundQuadrant == row.Quadrant);

    public double MacroF1 => Labels().Average(label => F1(label));

    public static IReadOnlySet<string> Set(string keys) => keys.Split(';').Where(key => key != "geen").ToHashSet();

    /// <summary>The table that docs/methoden/classificatie.md quotes.</summary>
    public string Table(string title)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{title}: {_rows.Count} rijen");
        text.AppendLine("| label | rijen | precisie | vangst | F1 |").AppendLine("|---|---|---|---|---|");
        foreach (var label in Labels())
            text.AppendLine(Line(label, label));
        text.AppendLine(Line("alle (micro)", null));
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"macro-F1 {MacroF1:0.000}; labelset precies goed {Exact:0.000}; kwadrant goed {QuadrantAccuracy:0.000}");
        return text.ToString();
    }

    /// <summary>The same figures as the file that ships with the rules, three decimals.</summary>
    public RuleScore Score(string version, IReadOnlyList<RuleTrial> trials)
    {
        var (hit, extra, missed) = Count(null);
        return new RuleScore(
            version, _rows.Count, Round(Ratio(hit, hit + extra)), Round(Ratio(hit, hit + missed)), Round(MicroF1), Round(MacroF1),
            Round(Exact), Round(QuadrantAccuracy), [.. Labels().Select(LabelScore)], trials);
    }

    public IEnumerable<string> Failures() => _rows
        .Where(row => !row.IsExact || row.FoundQuadrant != row.Quadrant)
        .Select(row => row.Text);

    private IEnumerable<string> Labels() => _rows.SelectMany(row => row.Problems).Distinct().Order(StringComparer.Ordinal);

    private LabelScore LabelScore(string label)
    {
        var (hit, extra, missed) = Count(label);
        return new LabelScore(
            label, hit + missed, Round(Ratio(hit, hit + extra)), Round(Ratio(hit, hit + missed)), Round(F1(label)));
    }

    private static double Round(double share) => Math.Round(share, 3, MidpointRounding.AwayFromZero);

    private string Line(string name, string? label)
    {
        var (hit, extra, missed) = Count(label);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {hit + missed} | {Ratio(hit, hit + extra):0.00} | {Ratio(hit, hit + missed):0.00} | {F1(label):0.000} |");
    }

    private double F1(string? label)
    {
        var (hit, extra, missed) = Count(label);
        return Ratio(2 * hit, (2 * hit) + extra + missed);
    }

    private (int Hit, int Extra, int Missed) Count(string? label)
    {
        var (hit, extra, missed) = (0, 0, 0);
        foreach (var row in _rows)
        {
            hit += row.Found.Count(key => Is(key) && row.Problems.Contains(key));
            extra += row.Found.Count(key => Is(key) && !row.Problems.Contains(key));
            missed += row.Problems.Count(key => Is(key) && !row.Found.Contains(key));
        }

        return (hit, extra, missed);

        bool Is(string key) => label is null || key == label;
    }

    private double Share(Func<LabelledCase, bool> holds) => Ratio(_rows.Count(holds), _rows.Count);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
