namespace Signalering.Domain.Detection;

/// <summary>Weighted least squares by modified Gram–Schmidt, repeated once; columns that add nothing are left
/// out.</summary>
internal sealed class WeightedLeastSquares
{
    private const double Tolerance = 1e-11;

    private WeightedLeastSquares(double[] coefficients, double[] errors, double[] leverage, int rank)
    {
        (Coefficients, UnscaledErrors, Leverage, Rank) = (coefficients, errors, leverage, rank);
    }

    /// <summary>NaN for a column that was left out.</summary>
    public double[] Coefficients { get; }

    /// <summary>√ diag (XᵀWX)⁻¹; NaN for a column that was left out.</summary>
    public double[] UnscaledErrors { get; }

    /// <summary>Diagonal of the hat matrix.</summary>
    public double[] Leverage { get; }

    /// <summary>Number of columns used.</summary>
    public int Rank { get; }

    /// <summary>Value of the fitted line.</summary>
    public double Predict(double[] row)
    {
        var sum = 0.0;
        for (var j = 0; j < row.Length; j++)
            sum += double.IsNaN(Coefficients[j]) ? 0 : row[j] * Coefficients[j];
        return sum;
    }

    /// <summary>Solves min Σ w (z − Xβ)².</summary>
    public static WeightedLeastSquares Solve(double[][] design, double[] response, double[] weights)
    {
        var (n, p) = (design.Length, design.Length == 0 ? 0 : design[0].Length);
        var basis = new List<double[]>();
        var triangle = new List<double[]>(); // column of R per kept column
        var kept = new List<int>();
        for (var j = 0; j < p; j++)
        {
            var column = new double[n];
            for (var i = 0; i < n; i++)
                column[i] = design[i][j] * Math.Sqrt(weights[i]);
            var before = Norm(column);
            var r = new double[p];
            Orthogonalize(column, basis, r);
            Orthogonalize(column, basis, r);
            var norm = Norm(column);
            if (!(norm > Tolerance * before))
                continue;
            for (var i = 0; i < n; i++)
                column[i] /= norm;
            r[basis.Count] = norm;
            basis.Add(column);
            triangle.Add(r);
            kept.Add(j);
        }

        return BackSubstitute(n, p, basis, triangle, kept, response, weights);
    }

    private static WeightedLeastSquares BackSubstitute(
        int n, int p, List<double[]> basis, List<double[]> triangle, List<int> kept, double[] response, double[] weights)
    {
        var rank = kept.Count;
        var right = new double[rank];
        var leverage = new double[n];
        for (var c = 0; c < rank; c++)
        {
            for (var i = 0; i < n; i++)
            {
                right[c] += basis[c][i] * response[i] * Math.Sqrt(weights[i]);
                leverage[i] += basis[c][i] * basis[c][i];
            }
        }

        var (coefficients, errors) = (new double[p], new double[p]);
        Array.Fill(coefficients, double.NaN);
        Array.Fill(errors, double.NaN);
        var inverse = InverseTriangle(triangle, rank);
        for (var row = 0; row < rank; row++)
        {
            var (value, squares) = (0.0, 0.0);
            for (var c = row; c < rank; c++)
            {
                value += inverse[row, c] * right[c];
                squares += inverse[row, c] * inverse[row, c];
            }

            coefficients[kept[row]] = value;
            errors[kept[row]] = Math.Sqrt(squares);
        }

        return new WeightedLeastSquares(coefficients, errors, leverage, rank);
    }

    private static double[,] InverseTriangle(List<double[]> triangle, int rank)
    {
        var inverse = new double[rank, rank];
        for (var c = 0; c < rank; c++)
        {
            inverse[c, c] = 1 / triangle[c][c];
            for (var row = c - 1; row >= 0; row--)
            {
                var sum = 0.0;
                for (var between = row + 1; between <= c; between++)
                    sum += triangle[between][row] * inverse[between, c];
                inverse[row, c] = -sum / triangle[row][row];
            }
        }

        return inverse;
    }

    private static void Orthogonalize(double[] column, List<double[]> basis, double[] r)
    {
        for (var c = 0; c < basis.Count; c++)
        {
            var dot = 0.0;
            for (var i = 0; i < column.Length; i++)
                dot += basis[c][i] * column[i];
            r[c] += dot;
            for (var i = 0; i < column.Length; i++)
                column[i] -= dot * basis[c][i];
        }
    }

    private static double Norm(double[] column)
    {
        var sum = 0.0;
        foreach (var value in column)
            sum += value * value;
        return Math.Sqrt(sum);
    }
}
