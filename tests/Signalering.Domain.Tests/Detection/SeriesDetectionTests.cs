using CsCheck;
using Signalering.Domain.Counting;
using Signalering.Domain.Detection;

namespace Signalering.Domain.Tests.Detection;

/// <summary>What every method promises about any series.</summary>
public sealed class SeriesDetectionTests
{
    private static readonly Month First = new(2019, 1);

    private static readonly DetectionMethod[] All = Enum.GetValues<DetectionMethod>();

    public static TheoryData<string, double[]> OddSeries => new()
    {
        { "one month", [7] },
        { "zeros", new double[84] },
        { "constant", [.. Enumerable.Repeat(5.0, 84)] },
        { "a billion", [.. Enumerable.Repeat(1e9, 84)] },
        { "a billion after zeros", [.. new double[80], 1e9, 1e9, 1e9, 1e9] },
        { "zero after a billion", [.. Enumerable.Repeat(1e9, 80), 0, 0, 0, 0] },
        { "nothing delivered", [.. Enumerable.Repeat(double.NaN, 84)] },
        { "every other month", [.. Enumerable.Range(0, 84).Select(t => t % 2 == 0 ? double.NaN : t % 5)] },
        { "only September", [.. Enumerable.Range(0, 84).Select(t => t % 12 == 8 ? 10.0 : 0)] },
        { "six hundred months", [.. Enumerable.Range(0, 600).Select(t => (double)(t * 7 % 11))] },
    };

    [Theory]
    [MemberData(nameof(OddSeries))]
    public void Any_series_gives_an_answer_or_says_that_it_cannot(string name, double[] counts)
    {
        Assert.NotEmpty(name);
        foreach (var method in All)
        {
            var months = Run(method, new MonthlySeries("a", null, First, counts, []));
            Assert.Equal(counts.Length, months.Count);
            Assert.All(months, month => IsAnAnswer(month, method));
        }
    }

    [Fact]
    public void Any_group_of_arbitrary_series_gives_an_answer() =>
        Gen.Select(
            Gen.Select(Gen.Int[-3, 40], n => n < 0 ? double.NaN : n).Array[1, 60].Array[1, 4],
            Gen.Int[0, 3].Select(i => i == 3 ? double.NaN : i / 2.0).Array[60]).Sample(
        (rows, exposure) =>
        {
            var series = rows.Select((row, i) => new MonthlySeries(
                $"{i}", "g", First.Plus(i), row, i % 2 == 0 ? [] : exposure[..row.Length])).ToList();
            foreach (var method in All)
            {
                foreach (var one in SeriesDetection.Run(series, new SeriesDetectionOptions { Method = method }))
                    Assert.All(one.Months, month => IsAnAnswer(month, method));
            }
        }, iter: 40);

    [Fact]
    public void Any_group_with_counts_and_exposures_of_any_size_gives_an_answer() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 11], n => n switch
            {
                0 => double.NaN,
                1 => 1e9,
                2 => 1e12,
                3 => 1e-6,
                _ => n - 4,
            }).Array[1, 60].Array[1, 4],
            Gen.Int[0, 6].Select(i => new[] { 0, double.NaN, 1e-9, 1, 1, 1e9, 1e12 }[i]).Array[60]).Sample(
        (rows, exposure) =>
        {
            var series = rows.Select((row, i) => new MonthlySeries(
                $"{i}", "g", First, row, i % 2 == 0 ? exposure[..row.Length] : [])).ToList();
            foreach (var method in All)
            {
                foreach (var one in SeriesDetection.Run(series, new SeriesDetectionOptions { Method = method }))
                    Assert.All(one.Months, month => IsAnAnswer(month, method));
            }
        }, iter: 60);

    [Fact]
    public void Low_counts_ask_for_more_evidence_where_chance_looks_most_like_a_rise()
    {
        Assert.Equal(RiseCalibration.PValue(-0.66), RiseCalibration.PValue(-0.5, 2.4), 1e-12);
        Assert.All(
            new[] { 0, 0.001, 0.3, 1, 5, 12, 30, 1e12 },
            e => Assert.True(RiseCalibration.Correction(e) < RiseCalibration.Correction(2.4)));
    }

    [Fact]
    public void A_doubled_count_signals_and_goes_on_signalling_while_it_lasts()
    {
        var months = Run(DetectionMethod.Auto, Steady(8, t => t >= 78 ? 2 : 1));
        Assert.All(months.Skip(60).Take(18), m => Assert.False(m.Alarm));
        // Five more months; the one that happens to be near the old level (11 where 16 were due) may stay silent.
        Assert.True(months.Skip(79).Count(m => m.Alarm) >= 4);
        Assert.All(months.Where(m => m.Alarm), m => Assert.True(m.PValue <= 0.02));
    }

    [Fact]
    public void A_month_without_delivery_is_never_a_zero_and_never_a_signal()
    {
        var series = Steady(8, _ => 1);
        double[] gap = [.. series.Counts];
        gap[70] = double.NaN;
        foreach (var method in All)
        {
            var month = Run(method, series with { Counts = gap })[70];
            Assert.Equal(AssessmentStatus.GeenLevering, month.Status);
            Assert.False(month.Alarm);
            Assert.Equal(MonthStatus.NotAssessed, month.ForLifecycle);
        }
    }

    [Theory]
    [InlineData(DetectionMethod.Auto)]
    [InlineData(DetectionMethod.Farrington)]
    public void A_growing_number_of_teams_is_no_rise_when_the_exposure_tells_it(DetectionMethod method)
    {
        var grown = Steady(6, t => t >= 70 ? 3 : 1);
        double[] exposure = [.. Enumerable.Range(0, 84).Select(t => t >= 70 ? 3.0 : 1)];
        Assert.Contains(Run(method, grown).Skip(60), m => m.Alarm);
        Assert.DoesNotContain(Run(method, grown with { Exposure = exposure }).Skip(60), m => m.Alarm);
    }

    [Theory]
    [InlineData(DetectionMethod.Auto)]
    [InlineData(DetectionMethod.Farrington)]
    [InlineData(DetectionMethod.FarringtonCompat)]
    public void Another_unit_of_exposure_changes_nothing(DetectionMethod method)
    {
        var series = Steady(6, t => t >= 80 ? 2 : 1);
        var plain = Run(method, series with { Exposure = [.. Enumerable.Repeat(1.0, 84)] });
        var scaled = Run(method, series with { Exposure = [.. Enumerable.Repeat(12_500.0, 84)] });
        for (var t = 0; t < 84; t++)
        {
            Assert.Equal(plain[t].Alarm, scaled[t].Alarm);
            Assert.True(GoldenFile.Agree(plain[t].PValue, scaled[t].PValue, 1e-6), $"month {t}");
        }
    }

    [Fact]
    public void A_month_is_judged_by_the_months_up_to_it_only()
    {
        var series = Steady(5, t => t >= 75 ? 2 : 1);
        var whole = Run(DetectionMethod.Auto, series);
        var cut = Run(DetectionMethod.Auto, series with { Counts = [.. series.Counts.Take(76)] });
        Assert.Equal(whole[75], cut[75]);
    }

    [Fact]
    public void Where_one_starts_to_look_changes_nothing()
    {
        var series = Steady(5, t => t >= 75 ? 2 : 1);
        var all = Run(DetectionMethod.Auto, series);
        var late = SeriesDetection.Run([series], new SeriesDetectionOptions { From = First.Plus(72) })[0].Months;
        Assert.Equal(all.Skip(72), late);
    }

    [Fact]
    public void A_new_problem_signals_in_its_third_case()
    {
        double[] counts = [.. new double[80], 1, 1, 1, 1];
        var months = Run(DetectionMethod.Auto, new MonthlySeries("a", null, First, counts, []));
        Assert.False(months[80].Alarm);
        Assert.Equal(AssessmentStatus.TeWeinigGevallen, months[80].Status);
        Assert.True(months[82].Alarm);
    }

    [Fact]
    public void P_falls_as_the_odds_of_a_rise_grow()
    {
        var last = 1.0;
        for (var odds = -8.0; odds < 40; odds += 0.05)
        {
            var p = RiseCalibration.PValue(odds);
            Assert.True(p <= last && p > 0);
            last = p;
        }
    }

    private static void IsAnAnswer(SeriesMonth month, DetectionMethod method)
    {
        if (month.Status is AssessmentStatus.GeenLevering or AssessmentStatus.NietBeoordeelbaar)
        {
            Assert.False(month.Alarm);
            return;
        }

        var numbers = $"{method} {month}";
        Assert.True(month.PValue is >= 0 and <= 1, numbers);
        Assert.True(double.IsFinite(month.Expected) && month.Expected >= 0, numbers);
        Assert.True(double.IsFinite(month.UpperBound), numbers);
        Assert.True(double.IsFinite(month.Score), numbers);
    }

    private static IReadOnlyList<SeriesMonth> Run(DetectionMethod method, MonthlySeries series) =>
        SeriesDetection.Run([series], new SeriesDetectionOptions { Method = method })[0].Months;

    /// <summary>84 months around a mean, with the spread of a Poisson count, times a factor.</summary>
    private static MonthlySeries Steady(double mean, Func<int, double> factor)
    {
        double[] wave = [0.1, -1.2, 0.8, 0.3, -0.6, 1.3, -0.2, -0.9, 0.5, 1.0, -1.4, 0.0, 0.4];
        double[] counts = [.. Enumerable.Range(0, 84).Select(t =>
            Math.Max(0, Math.Round((mean * factor(t)) + (wave[t % 13] * Math.Sqrt(mean * factor(t))))))];
        return new MonthlySeries("a", null, First, counts, []);
    }
}
