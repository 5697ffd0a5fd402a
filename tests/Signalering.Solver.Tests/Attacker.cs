using System.Diagnostics;
using Google.OrTools.Sat;
using Signalering.Domain.Disclosure;

namespace Signalering.Solver.Tests;

/// <summary>An outsider with everything that is printed, the hierarchy, the method and a solver for whole
/// numbers.</summary>
/// <remarks>Shares no code with the protector: own relations, own intervals, own solver (CP-SAT over all
/// cells).</remarks>
internal sealed class Attacker
{
    private const int Far = 1_000_000;

    private readonly CpModel _model = new();
    private readonly Dictionary<string, IntVar> _cells = new(StringComparer.Ordinal);
    private readonly List<(string Parent, string[] Children, RelationKind Kind)> _relations = [];
    private readonly Dictionary<string, int?> _shown;
    private readonly ProtectionOptions _options;
    private readonly TestTable _truth;

    /// <param name="published">What is printed.</param>
    /// <param name="truth">For the codes and the verdict; never used to reason with.</param>
    /// <param name="options">The method, which is public: a shown zero is a zero and, when he reasons with the threshold,
    /// nothing else below it is shown.</param>
    public Attacker(PublishedTable published, TestTable truth, ProtectionOptions options)
    {
        (_truth, _options) = (truth, options);
        _shown = published.Cells.ToDictionary(
            c => string.Join(TestTable.Joint, c.Codes), c => (int?)c.Value, StringComparer.Ordinal);
        var roundingBase = (int)options.RoundingBase;
        foreach (var (key, shown) in _shown)
        {
            var (low, high) = shown is { } figure
                ? (Math.Max(0, figure - roundingBase / 2), figure + (roundingBase - 1) / 2)
                : ((int)options.Lower, Far);
            if (shown is { } known)
                (low, high) = known == 0 ? (0, 0) : (options.ThresholdIsKnown ? Math.Max(low, options.Threshold) : low, high);
            _cells[key] = _model.NewIntVar(low, high, key);
        }

        FindRelations();
    }

    /// <summary>Everything that the publication tells and should not.</summary>
    public List<string> Findings()
    {
        var findings = new List<string>();
        foreach (var key in _shown.Where(c => c.Value is null).Select(c => c.Key))
        {
            if (Bounds(_cells[key]) is not { } bounds)
                return ["inconsistent"];
            Judge(key, bounds, _truth.Values[key], findings);
        }

        foreach (var (parent, children, kind) in _relations.Where(r => r.Kind == RelationKind.Sum))
        {
            var hidden = children.Where(child => _shown[child] is null).ToList();
            var truth = hidden.Sum(child => _truth.Values[child]);
            if (_shown[parent] is null || hidden.Count < 2 || truth < 1 || truth >= _options.Threshold)
                continue;
            var (low, high) = Bounds(LinearExpr.Sum(hidden.Select(child => _cells[child])))!.Value;
            if (high < _options.Threshold || high - low < _options.MinimumWidth)
                findings.Add($"union under {parent}: {low}..{high}");
        }

        return findings;
    }

    /// <summary>What he knows of one cell from elsewhere: a figure, or that he is in it himself.</summary>
    public Attacker Knowing(string key, long low, long high = Far)
    {
        _model.AddLinearConstraint(_cells[key], low, high);
        return this;
    }

    /// <summary>Least and greatest whole value of a cell; null when nothing fits.</summary>
    public (long Low, long High)? Bounds(string key) => Bounds(_cells[key]);

    private void Judge(string key, (long Low, long High) bounds, int truth, List<string> findings)
    {
        var (low, high) = bounds;
        if (truth < low || truth > high)
            findings.Add($"wrong {key}: {low}..{high}");
        if (low == high)
            findings.Add($"exact {key}: {low}");
        else if (high - low < _options.MinimumWidth)
            findings.Add($"narrow {key}: {low}..{high}");
        if (high < _options.Threshold)
            findings.Add($"known small {key}: {low}..{high}");
    }

    private void FindRelations()
    {
        var codes = _shown.Keys.Select(key => key.Split(TestTable.Joint)).ToList();
        foreach (var (d, dimension) in _truth.Dimensions.Index())
        {
            foreach (var breakdown in dimension.Breakdowns)
            {
                foreach (var parent in codes.Where(c => c[d] == breakdown.Parent))
                {
                    string[] children = [.. breakdown.Children.Select(child => Replace(parent, d, child))];
                    if (children.All(_shown.ContainsKey))
                        AddRelation(string.Join(TestTable.Joint, parent), children, dimension.Relation!.Value);
                }
            }
        }
    }

    private void AddRelation(string parent, string[] children, RelationKind kind)
    {
        _relations.Add((parent, children, kind));
        var sum = LinearExpr.Sum(children.Select(child => _cells[child]));
        if (kind == RelationKind.Sum)
        {
            _model.Add(sum == _cells[parent]);
            return;
        }

        _model.Add(_cells[parent] <= sum);
        foreach (var child in children)
            _model.Add(_cells[child] <= _cells[parent]);
    }

    private static string Replace(string[] codes, int d, string code)
    {
        string[] copy = [.. codes];
        copy[d] = code;
        return string.Join(TestTable.Joint, copy);
    }

    private (long Low, long High)? Bounds(LinearExpr expression)
    {
        var enough = 4 * (_options.Threshold + (int)_options.MinimumWidth) + 100_000;
        _model.Minimize(expression);
        if (Solve() is not { } low)
            return null;
        _model.Maximize(expression);
        var high = Solve() ?? throw new UnreachableException();
        return (low, Math.Min(high, enough));
    }

    private long? Solve()
    {
        var solver = new CpSolver { StringParameters = "num_workers: 1 max_time_in_seconds: 60" };
        return solver.Solve(_model) switch
        {
            CpSolverStatus.Optimal => (long)Math.Round(solver.ObjectiveValue),
            CpSolverStatus.Infeasible => null,
            var status => throw new InvalidOperationException($"The attacker gave up: {status}."),
        };
    }
}
