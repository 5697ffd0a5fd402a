namespace Signalering.Domain.Detection;

/// <summary>A fitted quasi-Poisson regression with any design.</summary>
/// <param name="Coefficients">One per column; NaN for a column that the others tell already.</param>
/// <param name="StandardErrors">With Pearson's dispersion (not floored at 1).</param>
/// <param name="Fitted">Means.</param>
/// <param name="Leverage">Diagonal of the hat matrix.</param>
/// <param name="Deviance">Deviance.</param>
/// <param name="WorkingDispersion">With the working weights of the last step, as R reports it.</param>
/// <param name="PearsonDispersion">Σ ω (y − μ)² / μ / (n − p); NaN without freedom.</param>
/// <param name="Rank">Number of coefficients that were estimated.</param>
/// <param name="Steps">Steps until the stopping rule.</param>
/// <param name="Converged">Whether it was met.</param>
public sealed record GlmFit(
    double[] Coefficients, double[] StandardErrors, double[] Fitted, double[] Leverage, double Deviance,
    double WorkingDispersion, double PearsonDispersion, int Rank, int Steps, bool Converged);

/// <summary>Quasi-Poisson regression, log link, any design: log μ = X β + offset, Var(y) = φ μ / ω.</summary>
/// <remarks>
/// <para>Iterated weighted least squares by orthogonalisation; start μ = y + 0.1, stop when
/// |dev − dev₀| / (|dev| + 0.1) &lt; ε or after 25 steps. Reference implementation: R's <c>glm</c>.</para>
/// <para>Farrington's own design (levels and a trend) goes through the quicker <see cref="SeasonTrendFit"/>.</para>
/// </remarks>
public static class QuasiPoissonGlm
{
    private const int MostSteps = 25;

    /// <summary>Fits.</summary>
    /// <param name="y">Counts, n.</param>
    /// <param name="design">n rows of p columns.</param>
    /// <param name="offset">n, or empty for 0.</param>
    /// <param name="weights">n prior weights &gt; 0, or empty for 1.</param>
    /// <param name="epsilon">ε of the stopping rule; R has 1e-8.</param>
    public static GlmFit Fit(
        double[] y, double[][] design, double[] offset, double[] weights, double epsilon = 1e-8)
    {
        var n = y.Length;
        var mean = Array.ConvertAll(y, value => value + 0.1);
        var eta = Array.ConvertAll(mean, Math.Log);
        var before = DevianceOf(y, mean, weights);
        var (converged, steps) = (false, 0);
        WeightedLeastSquares solved;
        var working = new double[n];
        double deviance;
        do
        {
            var response = new double[n];
            for (var i = 0; i < n; i++)
            {
                working[i] = Weight(weights, i) * mean[i];
                response[i] = eta[i] - Offset(offset, i) + ((y[i] - mean[i]) / mean[i]);
            }

            solved = WeightedLeastSquares.Solve(design, response, working);
            for (var i = 0; i < n; i++)
            {
                eta[i] = solved.Predict(design[i]) + Offset(offset, i);
                mean[i] = Math.Max(double.Epsilon, Math.Exp(eta[i]));
            }

            deviance = DevianceOf(y, mean, weights);
            converged = Math.Abs(deviance - before) / (Math.Abs(deviance) + 0.1) < epsilon;
            before = deviance;
            steps++;
        }
        while (!converged && steps < MostSteps);

        var (workingDispersion, pearson) = Dispersions(y, mean, weights, working, n - solved.Rank);
        var errors = Array.ConvertAll(solved.UnscaledErrors, e => e * Math.Sqrt(pearson));
        return new GlmFit(
            solved.Coefficients, errors, mean, solved.Leverage, deviance, workingDispersion, pearson, solved.Rank, steps,
            converged);
    }

    /// <summary>Standardised Anscombe residuals, with φ = max(1, dispersion).</summary>
    public static double[] AnscombeResiduals(double[] y, GlmFit fit, double dispersion)
    {
        var residuals = new double[y.Length];
        for (var i = 0; i < y.Length; i++)
            residuals[i] = PastOutbreaks.Residual(y[i], fit.Fitted[i], Math.Max(1, dispersion), fit.Leverage[i]);
        return residuals;
    }

    private static (double Working, double Pearson) Dispersions(
        double[] y, double[] mean, double[] weights, double[] working, int degrees)
    {
        if (degrees < 1)
            return (double.NaN, double.NaN);
        var (fromWorking, pearson) = (0.0, 0.0);
        for (var i = 0; i < y.Length; i++)
        {
            var residual = (y[i] - mean[i]) / mean[i];
            fromWorking += working[i] * residual * residual;
            pearson += Weight(weights, i) * mean[i] * residual * residual;
        }

        return (fromWorking / degrees, pearson / degrees);
    }

    private static double DevianceOf(double[] y, double[] mean, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < y.Length; i++)
            sum += Weight(weights, i) * ((y[i] > 0 ? y[i] * Math.Log(y[i] / mean[i]) : 0) - (y[i] - mean[i]));
        return 2 * sum;
    }

    private static double Weight(double[] weights, int i) => weights.Length == 0 ? 1 : weights[i];

    private static double Offset(double[] offset, int i) => offset.Length == 0 ? 0 : offset[i];
}
