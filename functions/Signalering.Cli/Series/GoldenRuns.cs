using System.Text.Json;
using System.Text.Json.Nodes;
using Signalering.Domain.Detection;

namespace Signalering.Cli.Series;

/// <summary>A file of golden vectors: the product's own results in the place of those of R.</summary>
/// <remarks>Shape of <c>golden-dev.json</c>: <c>series</c>, and per run everything but the results. Options that a run
/// leaves out have the defaults of R's surveillance 1.20.3. NaN becomes null, infinity "Infinity".</remarks>
internal static class GoldenRuns
{
    private static readonly (string Name, ThresholdMethod Method)[] Thresholds =
    [
        ("nbPlugin", ThresholdMethod.NbPlugin), ("muan", ThresholdMethod.Muan), ("delta", ThresholdMethod.Delta),
    ];

    /// <summary>Answers every run.</summary>
    /// <param name="file">The document; results in it are ignored.</param>
    /// <returns>A document of the same shape, and the number of runs.</returns>
    /// <exception cref="UserFaultException">No series or no runs in it.</exception>
    public static (JsonObject File, int Runs) Answer(JsonElement file)
    {
        if (file.ValueKind != JsonValueKind.Object
            || !file.TryGetProperty("series", out var list) || list.ValueKind != JsonValueKind.Array
            || !file.TryGetProperty("runs", out var runs) || runs.ValueKind != JsonValueKind.Array)
        {
            throw new UserFaultException("Geen bestand met 'series' en 'runs' zoals golden-dev.json.");
        }

        var series = new Dictionary<string, GoldenSeries>(StringComparer.Ordinal);
        foreach (var one in list.EnumerateArray())
        {
            var id = one.GetProperty("id").GetString()!;
            series[id] = new GoldenSeries(one.Numbers("counts"), one.Numbers("population"));
        }

        var answers = new JsonArray();
        foreach (var run in runs.EnumerateArray())
            answers.Add(Answer(run, series));
        var result = new JsonObject();
        if (file.TryGetProperty("meta", out var meta))
            result["meta"] = JsonNode.Parse(meta.GetRawText());
        result["series"] = JsonNode.Parse(list.GetRawText());
        result["runs"] = answers;
        return (result, answers.Count);
    }

    private static JsonObject Answer(JsonElement run, Dictionary<string, GoldenSeries> series)
    {
        var id = run.GetProperty("series").GetString()!;
        if (!series.TryGetValue(id, out var data))
            throw new UserFaultException($"Een run noemt de reeks '{id}', die niet in 'series' staat.");
        var algorithm = run.GetProperty("algorithm").GetString();
        return algorithm switch
        {
            "farringtonFlexible" => Farrington(run, data),
            "earsC" => Ears(run, data),
            "bayes" => Bayes(run, data),
            _ => throw new UserFaultException(
                $"Onbekend algoritme '{algorithm}'. Verwacht: farringtonFlexible, earsC of bayes."),
        };
    }

    private static JsonObject Farrington(JsonElement run, GoldenSeries data)
    {
        var options = run.TryGetProperty("control", out var given) ? given : run;
        var control = GoldenControl.Farrington(options);
        var exposure = options.Flag("populationOffset", false) ? data.Population : [];
        var range = run.Range(Enumerable.Range(1, data.Counts.Length).Where(k => k >= control.Reference.FirstTestable));
        var answer = run.Copy("fit", "methods", "corrected", "trace", "packageErrors");
        answer["range"] = Columns.Of(range);
        answer["observed"] = Columns.Of(range.Select(data.At));
        var compat = new FarringtonCompat(control);
        var fits = range.Select(k => compat.Fit(k, data.Counts, exposure)).ToArray();
        var enough = range.Select(k => compat.EnoughCases(k, data.Counts)).ToArray();
        answer["fit"] = Fit(fits, enough);
        var methods = new JsonObject();
        foreach (var (name, method) in Thresholds)
        {
            var months = fits.Select((fit, m) => fit is { } f
                ? compat.Threshold(f, method, data.At(range[m]), enough[m])
                : (CompatThreshold?)null).ToArray();
            methods[name] = new JsonObject
            {
                ["upperbound"] = Columns.Of(months.Select(t => t?.UpperBound)),
                ["expected"] = Columns.Of(months.Select(t => t?.Expected)),
                ["score"] = Columns.Of(months.Select(t => t?.Score)),
                ["pvalue"] = Columns.Of(months.Select(t => t?.PValue)),
                ["alarm"] = Columns.Of(months.Select(t => t?.Alarm)),
            };
        }

        answer["methods"] = methods;
        answer["corrected"] = Corrected(control, range, data, exposure);
        return answer;
    }

    private static JsonObject Fit(CompatFit?[] fits, bool?[] enough) => new()
    {
        ["eta0"] = Columns.Of(fits.Select(f => f?.Eta)),
        ["seEta0_package"] = Columns.Of(fits.Select(f => f?.StandardError)),
        ["mu0"] = Columns.Of(fits.Select(f => f?.Mean)),
        ["phi"] = Columns.Of(fits.Select(f => f?.Dispersion)),
        ["trendUsed"] = Columns.Of(fits.Select(f => f?.TrendUsed)),
        ["trendCoefPerMonth"] = Columns.Of(fits.Select(f => f?.TrendPerMonth)),
        ["nRef"] = Columns.Of(fits.Select(f => (double?)f?.ReferenceMonths)),
        ["unstable"] = Columns.Of(fits.Select(f => f?.Unstable)),
        ["enoughCases"] = Columns.Of(enough),
    };

    private static JsonObject Corrected(FarringtonControl control, int[] range, GoldenSeries data, double[] exposure)
    {
        var engine = new FarringtonCorrected(control);
        var months = range.Select(k => new CorrectedMonth(engine, k, data, exposure)).ToArray();
        var status = new JsonArray();
        foreach (var month in months)
            status.Add(month.Status);
        return new JsonObject
        {
            ["status"] = status,
            ["mu0"] = Columns.Of(months.Select(m => (double?)m.Fit.Mean)),
            ["seEta0"] = Columns.Of(months.Select(m => (double?)m.Fit.StandardError)),
            ["phi"] = Columns.Of(months.Select(m => (double?)m.Fit.Dispersion)),
            ["trendUsed"] = Columns.Of(months.Select(m => m.Has ? m.Fit.TrendUsed : (bool?)null)),
            ["trendCoefPerYear"] = Columns.Of(months.Select(m => (double?)m.Fit.TrendPerYear)),
            ["trendP"] = Columns.Of(months.Select(m => (double?)m.Fit.TrendP)),
            ["nDownweighted"] = Columns.Of(months.Select(m => m.Has ? m.Fit.DownWeighted : (double?)null)),
            ["tau"] = Columns.Of(months.Select(m => (double?)m.Fit.Tau)),
            ["upper_nbPlugin"] = Columns.Of(months.Select(m => (double?)m.PluginBound)),
            ["upper_nbTau"] = Columns.Of(months.Select(m => (double?)m.TauBound)),
            ["score_nbTau"] = Columns.Of(months.Select(m => (double?)m.Score)),
            ["pUpper_nbTau"] = Columns.Of(months.Select(m => m.Has ? m.Fit.Predictive.AtLeast(m.Count) : (double?)null)),
            ["pMid_nbTau"] = Columns.Of(months.Select(m => m.Has ? m.Fit.Predictive.MidP(m.Count) : (double?)null)),
            ["enoughCases"] = Columns.Of(months.Select(m => (bool?)m.Enough)),
            ["alarm_nbPlugin"] = Columns.Of(months.Select(m => m.Has ? m.Enough && m.Count > m.PluginBound : (bool?)null)),
            ["alarm_nbTau"] = Columns.Of(months.Select(m => m.Has ? m.Enough && m.Count > m.TauBound : (bool?)null)),
        };
    }

    private static JsonObject Ears(JsonElement run, GoldenSeries data)
    {
        var baseline = (int)run.Number("baseline", 7);
        var minSigma = run.Number("minSigma", 0);
        var hasMethods = run.TryGetProperty("methods", out var given) && given.ValueKind == JsonValueKind.Object;
        var methods = new JsonObject();
        foreach (var kind in Enum.GetValues<EarsMethod>())
        {
            var options = run;
            if (hasMethods && !given.TryGetProperty(kind.ToString(), out options))
                continue;
            var alpha = options.Number("alpha", EarsC.DefaultAlpha(kind));
            var range = options.Range(run.Range(Enumerable.Range(1, data.Counts.Length)));
            methods[kind.ToString()] = Ears(kind, new EarsC(baseline, minSigma, alpha), alpha, range, data);
        }

        var answer = run.Copy("methods");
        answer["methods"] = methods;
        return answer;
    }

    private static JsonObject Ears(EarsMethod kind, EarsC ears, double alpha, int[] range, GoldenSeries data)
    {
        var months = range.Select(k => ears.Assess(kind, k, data.Counts)).ToArray();
        var bounds = kind == EarsMethod.C3
            ? [.. range.Select(k => ears.PackageC3(k, data.Counts))]
            : months.Select(m => m.UpperBound).ToArray();
        var answer = new JsonObject
        {
            ["alpha"] = alpha,
            ["range"] = Columns.Of(range),
            ["upperbound"] = Columns.Of(bounds),
            ["alarm"] = Columns.Of(range.Select((k, m) => Columns.Above(data.At(k), bounds[m]))),
        };
        if (kind == EarsMethod.C3)
        {
            answer["correct_C3"] = Columns.Of(months.Select(m => m.Statistic));
            answer["correct_alarm"] = Columns.Of(range.Select(k => ears.Alarm(kind, k, data.Counts)));
            return answer;
        }

        answer["mean"] = Columns.Of(months.Select(m => m.Mean));
        answer["sd"] = Columns.Of(months.Select(m => m.Spread));
        return answer;
    }

    private static JsonObject Bayes(JsonElement run, GoldenSeries data)
    {
        var options = run.TryGetProperty("control", out var given) ? given : run;
        var bayes = new BayesPredictive(
            (int)options.Number("b", 0), (int)options.Number("w", 6), options.Flag("actY", true),
            options.Number("alpha", 0.05));
        var range = run.Range(Enumerable.Range(1, data.Counts.Length));
        var bounds = range.Select(k => bayes.UpperBound(k, data.Counts)).ToArray();
        var answer = run.Copy("upperbound", "alarm");
        answer["range"] = Columns.Of(range);
        answer["upperbound"] = Columns.Of(bounds);
        answer["alarm"] = Columns.Of(range.Select((k, m) => Columns.Above(data.At(k), bounds[m])));
        return answer;
    }

    private sealed class CorrectedMonth
    {
        public CorrectedMonth(FarringtonCorrected engine, int k, GoldenSeries data, double[] exposure)
        {
            Fit = engine.Fit(k, data.Counts, exposure);
            Count = data.At(k);
            Enough = engine.EnoughCases(k, data.Counts);
            PluginBound = Has ? engine.UpperBound(Fit, ThresholdMethod.NbPlugin) : double.NaN;
            TauBound = Has ? engine.UpperBound(Fit, ThresholdMethod.NbTau) : double.NaN;
        }

        public CorrectedFit Fit { get; }

        public double Count { get; }

        public bool Enough { get; }

        public double PluginBound { get; }

        public double TauBound { get; }

        public bool Has => Fit.IsAssessable;

        public double Score => (Count - Fit.Mean) / (TauBound - Fit.Mean);

        public string Status => Fit.Status switch
        {
            FitStatus.Ok => "ok",
            FitStatus.GammaPoisson => "gammapoisson",
            FitStatus.Missing => "missing",
            _ => "insufficient",
        };
    }
}

/// <summary>A series of a golden file; NaN = missing.</summary>
/// <param name="Counts">Counts per month.</param>
/// <param name="Population">Exposure per month, or empty.</param>
internal sealed record GoldenSeries(double[] Counts, double[] Population)
{
    /// <summary>Count of month <paramref name="k"/> (1-based); NaN outside the series.</summary>
    public double At(int k) => k >= 1 && k <= Counts.Length ? Counts[k - 1] : double.NaN;
}
