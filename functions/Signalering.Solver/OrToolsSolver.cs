using Google.OrTools.LinearSolver;
using Google.OrTools.Sat;
using Signalering.Domain.Disclosure;
using Constraint = Google.OrTools.LinearSolver.Constraint;

namespace Signalering.Solver;

/// <summary>GLOP for linear programs, CP-SAT for whole numbers: one thread, fixed seed, no clock.</summary>
/// <remarks>Limits are in steps of the algorithm, never in seconds, so that a slow machine decides the same.</remarks>
public sealed class OrToolsSolver : ILinearSolver
{
    private const string GlopParameters = "random_seed: 1 num_omp_threads: 1";

    /// <inheritdoc/>
    public string Name => $"Google OR-Tools {typeof(CpSolver).Assembly.GetName().Version} (GLOP, CP-SAT)";

    /// <inheritdoc/>
    public double[]? Minimise(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        using var solver = Google.OrTools.LinearSolver.Solver.CreateSolver("GLOP")
            ?? throw new InvalidOperationException("OR-Tools has no GLOP.");
        solver.SetSolverSpecificParametersAsString(GlopParameters);
        var columns = new Variable[program.Cost.Length];
        using var objective = solver.Objective();
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = solver.MakeNumVar(program.Lower[column], program.Upper[column], string.Empty);
            if (program.Cost[column] != 0)
                objective.SetCoefficient(columns[column], program.Cost[column]);
        }

        objective.SetMinimization();
        foreach (var row in program.Rows)
        {
            using Constraint constraint = solver.MakeConstraint(row.Lower, row.Upper);
            for (var i = 0; i < row.Columns.Length; i++)
                constraint.SetCoefficient(columns[row.Columns[i]], row.Coefficients[i]);
        }

        if (solver.Solve() != Google.OrTools.LinearSolver.Solver.ResultStatus.OPTIMAL)
            return null;
        var point = Array.ConvertAll(columns, column => column.SolutionValue());
        return point;
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
            var sum = Google.OrTools.Sat.LinearExpr.WeightedSum(
                row.Columns.Select(column => columns[column]), row.Coefficients.Select(Whole));
            model.AddLinearConstraint(sum, Whole(row.Lower), Whole(row.Upper));
        }

        model.Minimize(Google.OrTools.Sat.LinearExpr.WeightedSum(columns, program.Cost.Select(cost => Whole(Math.Round(cost)))));
        var solver = new CpSolver
        {
            StringParameters = "num_workers: 1 random_seed: 1 max_deterministic_time: 20",
        };
        var status = solver.Solve(model);
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? Array.ConvertAll(columns, column => (double)solver.Value(column))
            : null;
    }

    /// <summary>Far beyond any count, and far from where sums of bounds would overflow.</summary>
    private static long Whole(double value) => (long)Math.Clamp(value, -1e12, 1e12);
}
