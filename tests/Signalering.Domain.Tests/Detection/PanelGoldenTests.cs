using Signalering.Domain.Detection;
using static Signalering.Domain.Tests.Detection.GoldenFile;

namespace Signalering.Domain.Tests.Detection;

/// <summary>The default procedure end to end against the reference implementation.</summary>
public sealed class PanelGoldenTests
{
    [Fact]
    public void Every_quantity_of_every_wijk_and_month_is_equal()
    {
        var faults = new List<string>();
        foreach (var panel in Panels.GetProperty("panels").EnumerateArray())
        {
            double[][] counts = [.. panel.GetProperty("counts").EnumerateArray().Select(r => r.Numbers())];
            double[][] exposure = [.. panel.GetProperty("exposure").EnumerateArray().Select(r => r.Numbers())];
            var farrington = new FarringtonPanel(counts, exposure) { FirstWijkForAll = true };
            foreach (var month in panel.GetProperty("months").EnumerateArray())
            {
                var k = month.Int("k");
                var cells = farrington.Assess(k);
                var three = cells.Select(c => c.ThreeMonthMidP).ToArray();
                One("phiPool", farrington.PooledDispersion(k));
                One("nWijkP10", three.Count(p => p < 0.10));
                One("fisherPC_u2", new PartialConjunction(three, 2).Fisher);
                One("fisherPC_u3", new PartialConjunction(three, 3).Fisher);
                Each("pooledSeason", c => c.PooledSeason ? 1 : 0);
                Each("y", c => c.Count);
                Each("mu0", c => c.Fit.Mean);
                Each("phiOwn", c => c.Fit.Dispersion);
                Each("tau", c => c.Tau);
                Each("trendUsed", c => !c.IsAssessed ? double.NaN : c.Fit.TrendUsed ? 1 : 0);
                Each("U99", c => c.UpperBound);
                Each("pUpper", c => c.PAtLeast);
                Each("pMid", c => c.MidP);
                Each("S3", c => c.ThreeMonthCount);
                Each("M3", c => c.ThreeMonthMean);
                Each("tau3", c => c.ThreeMonthTau);
                Each("pMid3", c => c.ThreeMonthMidP);
                Each("pJoint", c => c.JointP);
                Each("bh", c => c.AdjustedP);
                Each("lowCountOk", c => c.EnoughCases ? 1 : 0);
                Each("signal", c => c.EnoughCases && c.AdjustedP <= 0.10 ? 1 : 0);

                void One(string name, double actual)
                {
                    if (!Agree(month.Number(name), actual, 1e-9))
                        faults.Add($"{panel.Text("id")} k={k} {name}: {month.Number(name)} not {actual}");
                }

                void Each(string name, Func<PanelCell, double> actual)
                {
                    var should = month.Numbers(name);
                    for (var i = 0; i < cells.Count; i++)
                    {
                        if (!Agree(should[i], actual(cells[i]), 1e-9))
                            faults.Add($"{panel.Text("id")} k={k} wijk {i} {name}: {should[i]} not {actual(cells[i])}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, FarringtonGoldenTests.Summary(faults));
    }
}
