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

    /// <summary>A program that is solved again and again with other costs and bounds, each time from where it was.
    /// The same calls in the same order give the same points.</summary>
    ILinearSession Open(LinearProgram program);

    /// <summary>A point of whole numbers, or null when there is none or the solver gave up; feasible, and not always
    /// the
    /// best.</summary>
    double[]? MinimiseWhole(LinearProgram program);
}

/// <summary>A program in a solver.</summary>
public interface ILinearSession : IDisposable
{
    /// <summary>Changes the bounds of a column.</summary>
    void SetBounds(int column, double lower, double upper);

    /// <summary>Changes the cost of a column.</summary>
    void SetCost(int column, double cost);

    /// <summary>A best point, or null when there is none or the solver gave up.</summary>
    double[]? Minimise();
}
