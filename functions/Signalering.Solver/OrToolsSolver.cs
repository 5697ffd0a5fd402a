using Google.OrTools.Sat;
using Signalering.Domain.Disclosure;

namespace Signalering.Solver;

/// <summary>GLOP for linear programs, CP-SAT for whole numbers: one thread, fixed seed, no clock.</summary>
/// <remarks>Limits are in steps of the algorithm, never in seconds, so that a slow machine decides the same.</remarks>
public sealed class OrToolsSolver : ILinearSolver
{
    private const string WholeParameters =
        "num_workers: 1 random_seed: 1 max_deterministic_time: 5 symmetry_level: 0 cp_model_probing_level: 0";

    /// <inheritdoc/>
    public string Name => $"Google OR-Tools {typeof(CpSolver).Assembly.GetName().Version} (GLOP, CP-SAT)";

    /// <inheritdoc/>
    public ILinearSession Open(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new GlopSession(program);
    }

    /// <inheritdoc/>
    public double[]? MinimiseWhole(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var model = new CpModel();
        var columns = new IntVar[program.Cost.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = model.NewIntVar(
                Whole(Math.Ceiling(program.Lower[column])), Whole(Math.Floor(program.Upper[column])), string.Empty);
        }

        foreach (var row in program.Rows)
        {
            var sum = LinearExpr.WeightedSum(
                row.Columns.Select(column => columns[column]), row.Coefficients.Select(Whole));
            model.AddLinearConstraint(sum, Whole(row.Lower), Whole(row.Upper));
        }

        if (Array.Exists(program.Cost, cost => cost != 0))
            model.Minimize(LinearExpr.WeightedSum(columns, program.Cost.Select(cost => Whole(Math.Round(cost)))));
        var solver = new CpSolver { StringParameters = WholeParameters };
        var status = solver.Solve(model);
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? Array.ConvertAll(columns, column => (double)solver.Value(column))
            : null;
    }

    /// <summary>Far beyond any count, and far from where sums of bounds would overflow.</summary>
    private static long Whole(double value) => (long)Math.Clamp(value, -1e12, 1e12);
}
