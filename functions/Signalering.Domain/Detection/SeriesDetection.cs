namespace Signalering.Domain.Detection;

/// <summary>Assesses monthly series: any series, any length, always an answer or a stated "niet
/// beoordeelbaar".</summary>
public static class SeriesDetection
{
    private const int FewestMonths = 6;
    private const int MonthsForCertainty = 14;
    private const double LeastCases = 3;
    private const double MonthAlpha = 0.01;
    private const int FewSeries = 5; // fewer than this hardly share a season: the baseline is less certain
    private const int ShortHistoryMonths = 24;
    private const double ShortHistoryCost = 0.3; // the same for less than two years: season and trend are a guess
    private const int FullYear = 12;
    private const double NoSeasonCost = 0.5; // and for less than one: no month has been seen before
    private const double OwnBaselineCost = 0.15; // in log odds; keeps quiet months at 2 % (study: "series alone")

    /// <summary>Assesses every month of every series, from the months up to and including it only.</summary>
    /// <returns>In the order of the series; same input, same answer, on any number of cores.</returns>
    public static IReadOnlyList<AssessedSeries> Run(
        IReadOnlyList<MonthlySeries> series, SeriesDetectionOptions? options = null)
    {
        options ??= new SeriesDetectionOptions();
        var months = new SeriesMonth[series.Count][];
        var groups = series.Select((one, index) => (one, index))
            .GroupBy(s => s.one.Group ?? $"\0{s.index}", StringComparer.Ordinal)
            .Select(g => new AlignedGroup([.. g.Select(s => s.one)], [.. g.Select(s => s.index)]))
            .ToList();
        foreach (var group in groups)
        {
            foreach (var (index, one) in group.Indices.Zip(group.Series))
                months[index] = new SeriesMonth[one.Counts.Count];
        }

        if (options.Method is DetectionMethod.Auto)
            Rises(groups, months, options);
        else
            Parallel.ForEach(groups, group => Classic(group, months, options));
        return [.. series.Select((one, i) => new AssessedSeries(one, Visible(months[i], options)))];
    }

    private static SeriesMonth[] Visible(SeriesMonth[] months, SeriesDetectionOptions options) =>
        options.From is { } from ? [.. months.Where(m => m.Month >= from)] : months;

    private static void Rises(List<AlignedGroup> groups, SeriesMonth[][] months, SeriesDetectionOptions options)
    {
        var work = groups.SelectMany(group => group.MonthsFrom(options.From).Select(k => (group, k)))
            .OrderByDescending(w => w.group.Series.Count * w.k);
        Parallel.ForEach(work, w =>
        {
            var cells = new RisePanel(w.group.Counts, w.group.Exposure).Assess(w.k);
            for (var i = 0; i < cells.Length; i++)
                w.group.Put(months, i, w.k, Rise(w.group, i, w.k, cells[i], options));
        });
    }

    private static SeriesMonth Rise(
        AlignedGroup group, int i, int k, RiseAssessment cell, SeriesDetectionOptions options)
    {
        if (Unassessable(group, i, k) is { } without)
            return without;
        if (!double.IsFinite(cell.LogOdds) || !double.IsFinite(cell.Expected))
            return SeriesMonth.Without(group.Month(k), group.Counts[i][k - 1], AssessmentStatus.NietBeoordeelbaar);
        var shortness = group.UsableBefore(i, k) switch
        {
            < FullYear => NoSeasonCost,
            < ShortHistoryMonths => ShortHistoryCost,
            _ => 0,
        };
        var cost = shortness + (group.Series.Count < FewSeries ? OwnBaselineCost : 0);
        var p = RiseCalibration.PValue(cell.LogOdds - cost, cell.Expected);
        var bound = Math.Max(1, new CountDistribution(cell.Expected, cell.Tau).UpperQuantile(MonthAlpha));
        var enough = EnoughCases(group.Counts[i], k);
        return new SeriesMonth(
            group.Month(k), group.Counts[i][k - 1], cell.Expected, bound, cell.Probability, p,
            enough && p <= options.Level, StatusOf(group, i, k, enough), cell.Tau);
    }

    private static void Classic(AlignedGroup group, SeriesMonth[][] months, SeriesDetectionOptions options)
    {
        if (options.Method == DetectionMethod.Farrington)
        {
            var panel = new FarringtonPanel(
                group.Counts, group.Exposure, new FarringtonControl { Alpha = options.Level });
            foreach (var k in group.MonthsFrom(options.From))
            {
                var cells = panel.Assess(k);
                for (var i = 0; i < cells.Count; i++)
                    group.Put(months, i, k, Farrington(group, i, k, cells[i], options));
            }

            return;
        }

        for (var i = 0; i < group.Series.Count; i++)
        {
            foreach (var k in group.MonthsFrom(options.From))
            {
                group.Put(months, i, k, options.Method == DetectionMethod.FarringtonCompat
                    ? Compat(group, i, k, options)
                    : Ears(group, i, k, options));
            }
        }
    }

    private static SeriesMonth Farrington(
        AlignedGroup group, int i, int k, PanelCell cell, SeriesDetectionOptions options)
    {
        if (Unassessable(group, i, k) is { } without)
            return without;
        if (!cell.IsAssessed)
            return ShortHistory(group, i, k, options);
        return new SeriesMonth(
            group.Month(k), cell.Count, cell.Fit.Mean, cell.UpperBound,
            Exceedance(cell.Count, cell.Fit.Mean, cell.UpperBound), cell.JointP,
            cell.EnoughCases && cell.JointP <= options.Level, StatusOf(group, i, k, cell.EnoughCases), cell.Tau);
    }

    /// <summary>Gamma–Poisson predictive on all earlier months, with a usual dispersion of 1.5: the lowest step of the
    /// ladder.</summary>
    private static SeriesMonth ShortHistory(AlignedGroup group, int i, int k, SeriesDetectionOptions options)
    {
        const double UsualDispersion = 1.5;
        var (cases, exposure) = (0.0, 0.0);
        for (var t = 1; t < k - 1; t++)
        {
            cases += group.IsUsable(i, t) ? group.Counts[i][t - 1] : 0;
            exposure += group.IsUsable(i, t) ? group.ExposureOf(i, t) : 0;
        }

        var y = group.Counts[i][k - 1];
        if (!(exposure > 0))
            return SeriesMonth.Without(group.Month(k), y, AssessmentStatus.NietBeoordeelbaar);
        var ratio = group.ExposureOf(i, k) / exposure;
        var predictive = new CountDistribution((cases + 0.5) * ratio, UsualDispersion * (1 + ratio));
        var bound = Math.Max(1, predictive.UpperQuantile(options.Level));
        var p = predictive.MidP(y);
        var enough = EnoughCases(group.Counts[i], k);
        return new SeriesMonth(
            group.Month(k), y, predictive.Mean, bound, Exceedance(y, predictive.Mean, bound), p,
            enough && p <= options.Level, StatusOf(group, i, k, enough), predictive.Dispersion);
    }

    /// <summary>(y − mean) / (bound − mean) of Farrington (1996); a bound at the mean counts as just above it.</summary>
    private static double Exceedance(double y, double mean, double bound)
    {
        const double Least = 1e-9;
        return (y - mean) / (bound == mean ? Least : bound - mean);
    }

    private static SeriesMonth Compat(AlignedGroup group, int i, int k, SeriesDetectionOptions options)
    {
        var y = group.Counts[i][k - 1];
        if (!group.IsUsable(i, k))
            return SeriesMonth.Without(group.Month(k), y, AssessmentStatus.GeenLevering);
        var years = Math.Clamp((k - 2) / 12, 1, 4);
        var engine = new FarringtonCompat(new FarringtonControl
        {
            Reference = new ReferenceMonths(years, 1, 4, 6),
            TrendThreshold = 1,
            Alpha = options.Level,
            LowCountCases = 5,
            LowCountMonths = 4,
        });
        if (engine.Fit(k, group.Counts[i], group.Exposure[i]) is not { } fit || !double.IsFinite(fit.Dispersion))
            return SeriesMonth.Without(group.Month(k), y, AssessmentStatus.NietBeoordeelbaar);
        var enough = engine.EnoughCases(k, group.Counts[i]);
        var all = engine.Threshold(fit, ThresholdMethod.NbPlugin, y, enough: true);
        if (!double.IsFinite(all.Score)) // the package divides by bound − log(mean), which can be 0
            return SeriesMonth.Without(group.Month(k), y, AssessmentStatus.NietBeoordeelbaar);
        return new SeriesMonth(
            group.Month(k), y, fit.Mean, all.UpperBound, all.Score, all.PValue, all.Alarm && enough == true,
            StatusOf(group, i, k, enough == true), fit.Dispersion);
    }

    private static SeriesMonth Ears(AlignedGroup group, int i, int k, SeriesDetectionOptions options)
    {
        var kind = options.Method switch
        {
            DetectionMethod.EarsC1 => EarsMethod.C1,
            DetectionMethod.EarsC2 => EarsMethod.C2,
            _ => EarsMethod.C3,
        };
        var y = group.Counts[i][k - 1];
        if (!group.IsUsable(i, k))
            return SeriesMonth.Without(group.Month(k), y, AssessmentStatus.GeenLevering);
        var ears = new EarsC(7, 0.5, options.Level); // a floor of half a case: a flat baseline must not alarm on one
        var assessment = ears.Assess(kind, k, group.Counts[i]);
        if (ears.Alarm(kind, k, group.Counts[i]) is not { } alarm || !double.IsFinite(assessment.UpperBound))
            return SeriesMonth.Without(group.Month(k), y, AssessmentStatus.NietBeoordeelbaar);
        var sigma = Math.Max(0.5, assessment.Spread);
        return new SeriesMonth(
            group.Month(k), y, assessment.Mean, assessment.UpperBound, assessment.Statistic,
            NormalDistribution.Above(assessment.Statistic), alarm, StatusOf(group, i, k, enough: true),
            Math.Max(1, sigma * sigma / Math.Max(0.01, assessment.Mean)));
    }

    private static SeriesMonth? Unassessable(AlignedGroup group, int i, int k)
    {
        var y = group.Counts[i][k - 1];
        if (!group.IsUsable(i, k))
            return SeriesMonth.Without(group.Month(k), y, AssessmentStatus.GeenLevering);
        return group.UsableBefore(i, k) < FewestMonths
            ? SeriesMonth.Without(group.Month(k), y, AssessmentStatus.NietBeoordeelbaar)
            : null;
    }

    private static AssessmentStatus StatusOf(AlignedGroup group, int i, int k, bool enough)
    {
        if (group.IsIncomplete(i, k))
            return AssessmentStatus.Onvolledig;
        if (group.UsableBefore(i, k) < MonthsForCertainty)
            return AssessmentStatus.Voorlopig;
        return enough ? AssessmentStatus.Beoordeeld : AssessmentStatus.TeWeinigGevallen;
    }

    private static bool EnoughCases(double[] counts, int k)
    {
        var sum = 0.0;
        for (var t = Math.Max(1, k - 2); t <= k; t++)
            sum += double.IsNaN(counts[t - 1]) ? 0 : counts[t - 1];
        return sum >= LeastCases && counts[k - 1] >= 1;
    }
}
