using System.Globalization;
using System.Text.Json;
using Signalering.Domain.Detection;
using static Signalering.Domain.Tests.Detection.GoldenFile;

namespace Signalering.Domain.Tests.Detection;

/// <summary>Farrington flexible against R's surveillance 1.20.3 and the reference implementation; expected numbers come
/// from there, see Golden/README.md.</summary>
public sealed class FarringtonGoldenTests
{
    private static IEnumerable<(JsonElement Run, double[] Counts, double[] Exposure, FarringtonControl Control)> Runs()
    {
        var series = Dev.GetProperty("series").EnumerateArray().ToDictionary(s => s.Text("id"));
        foreach (var run in Dev.GetProperty("runs").EnumerateArray())
        {
            if (run.Text("algorithm") != "farringtonFlexible")
                continue;
            var control = run.GetProperty("control");
            var data = series[run.Text("series")];
            var offset = control.GetProperty("populationOffset").GetBoolean();
            yield return (run, data.Numbers("counts"), offset ? data.Numbers("population") : [], Read(control));
        }
    }

    internal static FarringtonControl Read(JsonElement control)
    {
        var limit = control.Numbers("limit54");
        return new FarringtonControl
        {
            Reference = new ReferenceMonths(
                control.Int("b"), control.Int("w"), control.Int("noPeriods"), control.Int("pastWeeksNotIncluded")),
            Trend = control.GetProperty("trend").GetBoolean(),
            TrendThreshold = control.Number("pThresholdTrend"),
            Reweight = control.GetProperty("reweight").GetBoolean(),
            WeightsThreshold = control.Number("weightsThreshold"),
            Alpha = control.Number("alpha"),
            LowCountCases = limit[0],
            LowCountMonths = (int)limit[1],
            Power = control.Text("powertrans") switch
            {
                "none" => PowerTransform.None,
                "1/2" => PowerTransform.Half,
                _ => PowerTransform.TwoThirds,
            },
        };
    }

    [Fact]
    public void Fit_of_the_package_is_equal_to_1e_9()
    {
        var faults = new List<string>();
        var months = 0;
        foreach (var (run, counts, exposure, control) in Runs())
        {
            var engine = new FarringtonCompat(control);
            var expected = run.GetProperty("fit");
            var unstable = expected.Numbers("unstable");
            var range = run.Numbers("range");
            for (var m = 0; m < range.Length; m++)
            {
                if (unstable[m] != 0)
                    continue;
                months++;
                var fit = engine.Fit((int)range[m], counts, exposure);
                Check("mu0", fit?.Mean ?? double.NaN, 1e-9);
                Check("phi", fit?.Dispersion ?? double.NaN, 1e-9);
                Check("seEta0_package", fit?.StandardError ?? double.NaN, 1e-9);
                Check("eta0", fit?.Eta ?? double.NaN, 1e-9);
                Check("trendUsed", fit is null ? double.NaN : fit.Value.TrendUsed ? 1 : 0, 0);
                Check("trendCoefPerMonth", fit?.TrendPerMonth ?? double.NaN, 1e-7);
                Check("nRef", fit?.ReferenceMonths ?? double.NaN, 0);
                var enough = engine.EnoughCases((int)range[m], counts);
                Check("enoughCases", enough is null ? double.NaN : enough.Value ? 1 : 0, 0);

                void Check(string name, double actual, double relative)
                {
                    var value = expected.Numbers(name)[m];
                    if (!Agree(value, actual, relative))
                        faults.Add(Say(run, range[m], name, value, actual));
                }
            }
        }

        Assert.True(months > 3000);
        Assert.True(faults.Count == 0, Summary(faults));
    }

    [Theory]
    [InlineData("nbPlugin", ThresholdMethod.NbPlugin)]
    [InlineData("muan", ThresholdMethod.Muan)]
    [InlineData("delta", ThresholdMethod.Delta)]
    public void Thresholds_of_the_package_are_equal(string method, ThresholdMethod threshold)
    {
        var faults = new List<string>();
        foreach (var (run, counts, exposure, control) in Runs())
        {
            var engine = new FarringtonCompat(control);
            var expected = run.GetProperty("methods").GetProperty(method);
            var unstable = run.GetProperty("fit").Numbers("unstable");
            var range = run.Numbers("range");
            for (var m = 0; m < range.Length; m++)
            {
                var k = (int)range[m];
                if (unstable[m] != 0 || engine.Fit(k, counts, exposure) is not { } fit)
                    continue;
                var actual = engine.Threshold(fit, threshold, counts[k - 1], engine.EnoughCases(k, counts));
                Check("upperbound", actual.UpperBound, threshold == ThresholdMethod.Delta ? 1e-9 : 0);
                Check("expected", actual.Expected, 1e-9);
                Check("score", actual.Score, 1e-8);
                Check("pvalue", actual.PValue, 1e-8);
                Check("alarm", actual.Alarm ? 1 : 0, 0);

                void Check(string name, double value, double relative)
                {
                    var should = expected.Numbers(name)[m];
                    if (!Agree(should, value, relative, 1e-10))
                        faults.Add(Say(run, range[m], name, should, value));
                }
            }
        }

        Assert.True(faults.Count == 0, Summary(faults));
    }

    [Fact]
    public void Corrected_method_is_equal_to_the_reference_implementation()
    {
        var faults = new List<string>();
        foreach (var (run, counts, exposure, control) in Runs())
        {
            var engine = new FarringtonCorrected(control);
            var expected = run.GetProperty("corrected");
            var range = run.Numbers("range");
            for (var m = 0; m < range.Length; m++)
            {
                var k = (int)range[m];
                var fit = engine.Fit(k, counts, exposure);
                var status = expected.GetProperty("status")[m].GetString();
                var mine = fit.Status.ToString().ToLower(CultureInfo.InvariantCulture);
                if (status != mine)
                    faults.Add($"{run.Text("series")} k={k} status {status} {mine}");
                if (!fit.IsAssessable)
                    continue;
                var bound = engine.UpperBound(fit, ThresholdMethod.NbTau);
                var y = counts[k - 1];
                Check("mu0", fit.Mean, 1e-9);
                Check("phi", fit.Dispersion, 1e-9);
                Check("tau", fit.Tau, 1e-9);
                Check("trendUsed", fit.TrendUsed ? 1 : 0, 0);
                Check("trendCoefPerYear", fit.TrendPerYear, 1e-7);
                Check("trendP", fit.TrendP, 1e-7);
                Check("nDownweighted", fit.DownWeighted, 0);
                Check("upper_nbPlugin", engine.UpperBound(fit, ThresholdMethod.NbPlugin), 0);
                Check("upper_nbTau", bound, 0);
                Check("score_nbTau", (y - fit.Mean) / (bound - fit.Mean), 1e-8);
                Check("pUpper_nbTau", fit.Predictive.AtLeast(y), 1e-9);
                Check("pMid_nbTau", fit.Predictive.MidP(y), 1e-9);
                Check("enoughCases", engine.EnoughCases(k, counts) ? 1 : 0, 0);
                Check("alarm_nbTau", engine.EnoughCases(k, counts) && y > bound ? 1 : 0, 0);

                void Check(string name, double value, double relative)
                {
                    var should = expected.Numbers(name)[m];
                    if (!Agree(should, value, relative))
                        faults.Add(Say(run, range[m], name, should, value));
                }
            }
        }

        Assert.True(faults.Count == 0, Summary(faults));
    }

    private static string Say(JsonElement run, double k, string name, double should, double actual) => string.Create(
        CultureInfo.InvariantCulture, $"{run.Text("series")} {run.Text("config")} k={k} {name}: {should:R} not {actual:R}");

    internal static string Summary(List<string> faults) =>
        $"{faults.Count} faults\n" + string.Join('\n', faults.Take(25));
}
