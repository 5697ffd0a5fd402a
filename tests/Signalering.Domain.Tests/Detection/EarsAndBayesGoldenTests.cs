using Signalering.Domain.Detection;
using static Signalering.Domain.Tests.Detection.GoldenFile;

namespace Signalering.Domain.Tests.Detection;

/// <summary>EARS and bayes against R's surveillance 1.20.3.</summary>
public sealed class EarsAndBayesGoldenTests
{
    private static readonly Dictionary<string, double[]> Counts =
        Dev.GetProperty("series").EnumerateArray().ToDictionary(s => s.Text("id"), s => s.Numbers("counts"));

    [Fact]
    public void Ears_bounds_and_alarms_are_equal()
    {
        var faults = new List<string>();
        foreach (var run in Dev.GetProperty("runs").EnumerateArray().Where(r => r.Text("algorithm") == "earsC"))
        {
            var counts = Counts[run.Text("series")];
            foreach (var method in run.GetProperty("methods").EnumerateObject())
            {
                var kind = Enum.Parse<EarsMethod>(method.Name);
                var ears = new EarsC(run.Int("baseline"), run.Number("minSigma"), method.Value.Number("alpha"));
                var range = method.Value.Numbers("range");
                for (var m = 0; m < range.Length; m++)
                {
                    var k = (int)range[m];
                    var bound = kind == EarsMethod.C3
                        ? ears.PackageC3(k, counts)
                        : ears.Assess(kind, k, counts).UpperBound;
                    var alarm = double.IsNaN(bound) || double.IsNaN(counts[k - 1]) ? double.NaN
                        : counts[k - 1] > bound ? 1 : 0;
                    Check("upperbound", bound);
                    Check("alarm", alarm);
                    if (kind == EarsMethod.C3)
                    {
                        Check("correct_C3", ears.Assess(kind, k, counts).Statistic);
                        Check("correct_alarm", ears.Alarm(kind, k, counts) is { } a ? (a ? 1 : 0) : double.NaN);
                    }
                    else
                    {
                        Check("mean", ears.Assess(kind, k, counts).Mean);
                        Check("sd", ears.Assess(kind, k, counts).Spread);
                    }

                    void Check(string name, double value)
                    {
                        var should = method.Value.Numbers(name)[m];
                        if (!Agree(should, value, 1e-9))
                            faults.Add($"{run.Text("series")} {method.Name} k={k} {name} {should} {value}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, FarringtonGoldenTests.Summary(faults));
    }

    [Fact]
    public void Bayes_bounds_and_alarms_are_equal()
    {
        var faults = new List<string>();
        foreach (var run in Dev.GetProperty("runs").EnumerateArray().Where(r => r.Text("algorithm") == "bayes"))
        {
            var counts = Counts[run.Text("series")];
            var bayes = new BayesPredictive(
                run.Int("b"), run.Int("w"), run.GetProperty("actY").GetBoolean(), run.Number("alpha"));
            var (range, bounds, alarms) = (run.Numbers("range"), run.Numbers("upperbound"), run.Numbers("alarm"));
            for (var m = 0; m < range.Length; m++)
            {
                var y = counts[(int)range[m] - 1];
                var bound = bayes.UpperBound((int)range[m], counts);
                var alarm = double.IsNaN(y) ? double.NaN : y > bound ? 1 : 0;
                if (!Agree(bounds[m], bound, 0) || !Agree(alarms[m], alarm, 0))
                    faults.Add($"{run.Text("series")} k={range[m]} {bounds[m]} {bound} alarm {alarms[m]} {alarm} y={y}");
            }
        }

        Assert.True(faults.Count == 0, FarringtonGoldenTests.Summary(faults));
    }

    [Fact]
    public void C3_by_its_definition_sees_a_peak_that_the_package_misses()
    {
        // Spec B: 500 at month 40 gives no C3 alarm at 40 in the package (U = y + …), and a clear one by the definition.
        double[] counts = [.. Enumerable.Range(0, 39).Select(i => (double)(3 + (i % 4))), 500];
        var ears = new EarsC(7, 0, 0.025);
        Assert.True(ears.PackageC3(40, counts) > 500);
        Assert.True(ears.Alarm(EarsMethod.C3, 40, counts));
        Assert.Null(ears.Alarm(EarsMethod.C2, 9, counts));
    }
}
