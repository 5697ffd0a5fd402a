using System.Text.Json;
using Signalering.Domain.Detection;
using static Signalering.Domain.Tests.Detection.GoldenFile;

namespace Signalering.Domain.Tests.Detection;

/// <summary>Building blocks against R 4.2.2.</summary>
public sealed class BasicsGoldenTests
{
    private readonly List<string> _faults = [];

    [Fact]
    public void Poisson_intervals()
    {
        foreach (var c in Basics.GetProperty("poissonIntervals").EnumerateArray())
        {
            var (o, e, conf) = (c.Number("O"), c.Number("E"), c.Number("conf"));
            Same(c, "exactCount", PoissonInterval.Exact(o, conf));
            Same(c, "exactRatio", PoissonInterval.Exact(o, conf, e));
            Same(c, "byarCount", PoissonInterval.Byar(o, conf));
            Same(c, "byarRatio", PoissonInterval.Byar(o, conf, e));
            Check("pUpper", c.Number("pUpper"), new CountDistribution(e, 1).AtLeast(o), 1e-11);
            Check("pMidUpper", c.Number("pMidUpper"), new CountDistribution(e, 1).MidP(o), 1e-11);
        }

        Done();

        void Same(JsonElement c, string name, Interval actual)
        {
            var should = c.Numbers(name);
            Check(name, should[0], actual.Lower, 1e-11);
            Check(name, should[1], actual.Upper, 1e-11);
        }
    }

    [Fact]
    public void Negative_binomial_quantiles_and_tails()
    {
        var alpha = Basics.GetProperty("nbQuantiles").Numbers("alpha");
        foreach (var row in Basics.GetProperty("nbQuantiles").GetProperty("rows").EnumerateArray())
        {
            var distribution = new CountDistribution(row.Number("mu"), row.Number("phi"));
            var should = row.Numbers("quantile");
            for (var i = 0; i < should.Length; i++)
                Check($"quantile {distribution}", should[i], distribution.UpperQuantile(alpha[i]), 0);
        }

        var y = Basics.GetProperty("nbTails").Numbers("y");
        foreach (var row in Basics.GetProperty("nbTails").GetProperty("rows").EnumerateArray())
        {
            var distribution = new CountDistribution(row.Number("mu"), row.Number("phi"));
            for (var i = 0; i < row.Numbers("pUpper").Length; i++)
            {
                Check($"pUpper {distribution} {y[i]}", row.Numbers("pUpper")[i], distribution.AtLeast(y[i]), 1e-10, 0);
                Check($"pmf {distribution} {y[i]}", row.Numbers("pmf")[i], distribution.Mass(y[i]), 1e-9, 0);
                Check($"pMid {distribution} {y[i]}", row.Numbers("pMid")[i], distribution.MidP(y[i]), 1e-10, 0);
                Check($"sum {distribution} {y[i]}", 1, distribution.AtMost(y[i]) + distribution.AtLeast(y[i] + 1), 1e-12);
            }
        }

        Done();
    }

    [Fact]
    public void Normal_chi_square_student_gamma_and_digamma()
    {
        var normal = Basics.GetProperty("normal");
        Each(normal.Numbers("p"), normal.Numbers("qnorm"), p => -NormalDistribution.UpperQuantile(p), 1e-12);
        Each(normal.Numbers("x"), normal.Numbers("pnormUpper"), NormalDistribution.Above, 1e-12);
        Each(normal.Numbers("x"), normal.Numbers("pnorm"), x => NormalDistribution.Above(-x), 1e-12);
        var chi = Basics.GetProperty("chisq");
        foreach (var (df, i) in chi.Numbers("df").Select((v, i) => (v, i)))
        {
            Each(chi.Numbers("p"), chi.GetProperty("quantile")[i].Numbers(),
                p => GammaDistribution.ChiSquareQuantile(df, p), 1e-11);
            Each(chi.Numbers("x"), chi.GetProperty("upper")[i].Numbers(),
                x => GammaDistribution.ChiSquareAbove(df, x), 1e-11);
        }

        var student = Basics.GetProperty("student");
        foreach (var (df, i) in student.Numbers("df").Select((v, i) => (v, i)))
        {
            Each(student.Numbers("t"), student.GetProperty("pTwoSided")[i].Numbers(),
                t => StudentDistribution.TwoSided(t, df), 1e-11);
        }

        var gamma = Basics.GetProperty("gamma");
        foreach (var (shape, i) in gamma.Numbers("shape").Select((v, i) => (v, i)))
        {
            Each(gamma.Numbers("p"), gamma.GetProperty("quantileRate1")[i].Numbers(),
                p => GammaDistribution.Quantile(shape, p), 1e-11);
        }

        var digamma = Basics.GetProperty("digamma");
        Each(digamma.Numbers("x"), digamma.Numbers("digamma"), GammaDistribution.Digamma, 1e-12);
        Each(digamma.Numbers("x"), digamma.Numbers("lgamma"), GammaDistribution.LogGamma, 1e-12);
        Done();
    }

    [Fact]
    public void Benjamini_hochberg_and_combination()
    {
        foreach (var c in Basics.GetProperty("pAdjust").EnumerateArray())
        {
            var adjusted = Multiplicity.BenjaminiHochberg(c.Numbers("p"));
            foreach (var (should, i) in c.Numbers("BH").Select((v, i) => (v, i)))
                Check("BH", should, adjusted[i], 1e-12);
        }

        foreach (var c in Basics.GetProperty("combine").EnumerateArray())
        {
            foreach (var u in c.GetProperty("partialConjunction").EnumerateArray())
            {
                var combined = new PartialConjunction(c.Numbers("p"), u.Int("u"));
                Check("stouffer", u.Number("stouffer"), combined.Stouffer, 1e-9);
                Check("fisher", u.Number("fisher"), combined.Fisher, 1e-9);
                Check("bonferroni", u.Number("bonferroni"), combined.Bonferroni, 1e-12);
                Check("simes", u.Number("simes"), Math.Min(1, combined.Simes), 1e-12);
            }
        }

        Done();
    }

    [Fact]
    public void Quasi_poisson_regression_is_equal_to_glm()
    {
        foreach (var c in Basics.GetProperty("quasiPoisson").GetProperty("cases").EnumerateArray())
        {
            var y = c.Numbers("y");
            double[][] x = [.. c.GetProperty("X").EnumerateArray().Select(row => row.Numbers())];
            var (offset, weights) = (c.Numbers("offset"), c.Numbers("weights"));
            var id = c.Text("id");
            var fit = QuasiPoissonGlm.Fit(y, x, offset, weights);
            var tight = QuasiPoissonGlm.Fit(y, x, offset, weights, 1e-14);
            Check($"{id} dispersion", c.Number("dispersion"), fit.WorkingDispersion, 1e-9);
            Check($"{id} steps", c.Number("iter"), fit.Steps, 0);
            Check($"{id} deviance", c.Number("deviance"), fit.Deviance, 1e-7);
            Check($"{id} free", c.Number("dfResidual"), y.Length - fit.Rank, 0);
            Same($"{id} fitted", c.Numbers("fitted_tight"), tight.Fitted, 1e-9);
            Same($"{id} hat", c.Numbers("hat"), tight.Leverage, 1e-7);
            if (id == "one-zero-level")
                continue; // the coefficient of that level is not identified
            Same($"{id} coef", c.Numbers("coef_tight"), tight.Coefficients, 1e-8);
            Same($"{id} se", c.Numbers("se_tight"), tight.StandardErrors, 1e-6);
        }

        Done();
    }

    [Fact]
    public void Shrinkage_is_equal_to_spdep_and_to_maximum_likelihood()
    {
        foreach (var c in Basics.GetProperty("empiricalBayes").GetProperty("cases").EnumerateArray())
        {
            var (o, e, id) = (c.Numbers("O"), c.Numbers("E"), c.Text("id"));
            var (between, mean, ratios) = EmpiricalBayes.Marshall(o, e);
            Check($"{id} a", c.GetProperty("marshall").Number("a"), between, 1e-9);
            Check($"{id} b", c.GetProperty("marshall").Number("b"), mean, 1e-12);
            Same($"{id} est", c.GetProperty("marshall").Numbers("est"), ratios, 1e-9);
            Posterior($"{id} moments", c.GetProperty("gammaMoments"), EmpiricalBayes.FromMoments(o, e), 1e-9);
            Posterior($"{id} ML", c.GetProperty("gammaML"), EmpiricalBayes.MaximumLikelihood(o, e), 1e-4);
        }

        Done();

        void Posterior(string id, JsonElement c, EmpiricalBayes actual, double relative)
        {
            Assert.Equal(c.ValueKind != JsonValueKind.Null, actual.Differs);
            if (!actual.Differs)
                return;
            Check($"{id} alpha", c.Number("alpha"), actual.Shape, relative * 10);
            Check($"{id} beta", c.Number("beta"), actual.Rate, relative * 10);
            var n = c.Numbers("mean").Length;
            Same($"{id} mean", c.Numbers("mean"), [.. Enumerable.Range(0, n).Select(actual.Mean)], relative);
            if (c.TryGetProperty("ebgm", out var ebgm))
            {
                Same($"{id} ebgm", ebgm.Numbers(), [.. Enumerable.Range(0, n).Select(actual.GeometricMean)], relative);
                Same($"{id} eb05", c.Numbers("eb05"), [.. Enumerable.Range(0, n).Select(i => actual.Quantile(i, 0.05))],
                    relative);
            }
            else
            {
                Same($"{id} q05", c.Numbers("q05"), [.. Enumerable.Range(0, n).Select(i => actual.Quantile(i, 0.05))],
                    relative);
                Same($"{id} >1.25", c.Numbers("pGt125"),
                    [.. Enumerable.Range(0, n).Select(i => actual.ProbabilityAbove(i, 1.25))], relative);
            }
        }
    }

    [Fact]
    public void Gamma_poisson_of_short_histories()
    {
        foreach (var row in Basics.GetProperty("shortHistory").GetProperty("rows").EnumerateArray())
        {
            var predictive = BayesPredictive.Of(row.Number("S"), row.Number("n"), 1);
            Check("gpUpper", row.Number("gpUpper"), predictive.AtLeast(row.Number("y")), 1e-10);
            Check("gpMid", row.Number("gpMid"), predictive.MidP(row.Number("y")), 1e-10);
            Check("gpUpperBound95", row.Number("gpUpperBound95"), predictive.UpperQuantile(0.05), 0);
        }

        Done();
    }

    [Fact]
    public void Lifecycle_of_every_story()
    {
        foreach (var c in Basics.GetProperty("lifecycle").GetProperty("cases").EnumerateArray())
        {
            var input = c.Text("input");
            var months = Lifecycle.Run([.. input.Select(Status)]);
            var states = c.GetProperty("state").EnumerateArray().Select(s => s.GetString()!).ToArray();
            var (confirmed, episode) = (c.Numbers("confirmed"), c.Numbers("episode"));
            for (var i = 0; i < months.Length; i++)
            {
                var mine = months[i].State.ToString();
                if (!mine.Equals(states[i], StringComparison.OrdinalIgnoreCase))
                    _faults.Add($"{input} month {i + 1}: {states[i]} not {mine}");
                Check($"{input} {i + 1} confirmed", confirmed[i], months[i].Confirmed ? 1 : 0, 0);
                Check($"{input} {i + 1} episode", episode[i], months[i].Episode, 0);
            }
        }

        Done();
    }

    internal static MonthStatus Status(char letter) => letter switch
    {
        'A' => MonthStatus.Signal,
        'N' => MonthStatus.Quiet,
        _ => MonthStatus.NotAssessed,
    };

    private void Each(double[] input, double[] should, Func<double, double> actual, double relative)
    {
        for (var i = 0; i < input.Length; i++)
            Check($"{actual.Method.Name}({input[i]})", should[i], actual(input[i]), relative, should[i] == 0 ? 1e-15 : 0);
    }

    private void Same(string name, double[] should, double[] actual, double relative)
    {
        for (var i = 0; i < should.Length; i++)
            Check($"{name}[{i}]", should[i], actual[i], relative, 1e-9);
    }

    private void Check(string name, double should, double actual, double relative, double absolute = 1e-13)
    {
        if (!Agree(should, actual, relative, absolute))
            _faults.Add($"{name}: {should:R} not {actual:R}");
    }

    private void Done() => Assert.True(_faults.Count == 0, FarringtonGoldenTests.Summary(_faults));
}
