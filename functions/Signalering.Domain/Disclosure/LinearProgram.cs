namespace Signalering.Domain.Disclosure;

/// <summary>Minimise cost · x, subject to bounds on x and on rows that are linear in x.</summary>
/// <param name="Lower">Least value per column.</param>
/// <param name="Upper">Greatest value per column.</param>
/// <param name="Cost">Cost per unit per column.</param>
/// <param name="Rows">Rows, sparse.</param>
public sealed record LinearProgram(double[] Lower, double[] Upper, double[] Cost, IReadOnlyList<LinearRow> Rows);

/// <summary>Lower ≤ Σ coefficient · x(column) ≤ Upper.</summary>
/// <param name="Columns">Positions of the columns.</param>
/// <param name="Coefficients">One per column.</param>
/// <param name="Lower">May be negative infinity.</param>
/// <param name="Upper">May be positive infinity.</param>
public sealed record LinearRow(int[] Columns, double[] Coefficients, double Lower, double Upper);

/// <summary>The port to a solver. An answer is never believed: the protector verifies each point itself.</summary>
public interface ILinearSolver
{
    /// <summary>Name and version, for the certificate.</summary>
    string Name { get; }

    /// <summary>A best point, or null when there is none or the solver gave up. The same program gives the same
    /// point.</summary>
    double[]? Minimise(LinearProgram program);

    /// <summary>As <see cref="Minimise"/>, with every column a whole number; may give a feasible point that is not the
    /// best.</summary>
    double[]? MinimiseWhole(LinearProgram program);
}
