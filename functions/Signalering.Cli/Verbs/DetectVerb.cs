using System.CommandLine;
using System.Text.Json;
using Signalering.Cli.Series;
using Signalering.Domain.Counting;
using Signalering.Domain.Detection;

namespace Signalering.Cli.Verbs;

/// <summary><c>detect</c>: series in, signals out.</summary>
internal static class DetectVerb
{
    private static readonly Dictionary<string, DetectionMethod> Methods = new(StringComparer.Ordinal)
    {
        ["auto"] = DetectionMethod.Auto,
        ["farrington"] = DetectionMethod.Farrington,
        ["farrington-compat"] = DetectionMethod.FarringtonCompat,
        ["ears-c1"] = DetectionMethod.EarsC1,
        ["ears-c2"] = DetectionMethod.EarsC2,
        ["ears-c3"] = DetectionMethod.EarsC3,
    };

    public static Command Create(Screen screen)
    {
        var file = new Argument<FileInfo?>("bestand")
        {
            Description = "CSV of XLSX met de kolommen series, month (2026-09), count en eventueel exposure en group. " +
                "Een lege count is een maand zonder levering. Reeksen van één group delen seizoen en trend.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var target = new Option<FileInfo>("--out")
        {
            Description = "Uitkomst per reeks en maand: expected, upperbound, score, pvalue, alarm, method, status " +
                "(CSV met komma en decimaalpunt).",
            Required = true,
        };
        var method = new Option<string>("--method")
        {
            Description = $"Methode: {string.Join(", ", Methods.Keys)}.",
            DefaultValueFactory = _ => "auto",
        };
        method.AcceptOnlyFromAmong([.. Methods.Keys]);
        var from = new Option<string?>("--from") { Description = "Eerste maand die beoordeeld wordt, zoals 2025-01." };
        var alpha = new Option<double?>("--alpha")
        {
            Description = "Kans op vals alarm per rustige maand; standaard die van de methode (auto: 0.02).",
        };
        var json = new Option<bool>("--json") { Description = "Samenvatting als één JSON-document op stdout." };
        var golden = new Option<FileInfo?>("--golden")
        {
            Description = "JSON met series en runs zoals golden-dev.json, om de methoden met R te vergelijken.",
        };
        var command = new Command("detect", "Zoekt stijgingen in maandreeksen; zie docs/methoden/detectie.md.")
        {
            file, target, method, from, alpha, json, golden,
        };
        command.SetAction(parsed => parsed.GetValue(golden) is { } vectors
            ? Golden(screen, vectors, parsed.GetRequiredValue(target))
            : Series(screen, parsed.GetValue(file), parsed.GetRequiredValue(target), parsed.GetValue(method)!,
                Options(parsed.GetValue(method)!, parsed.GetValue(from), parsed.GetValue(alpha)), parsed.GetValue(json)));
        return command;
    }

    private static SeriesDetectionOptions Options(string method, string? from, double? alpha)
    {
        if (from is not null && !Month.TryParse(from, out _))
            throw new UserFaultException($"--from '{from}' is geen maand. Verwacht: jjjj-mm, zoals 2026-09.");
        if (alpha is not null and not (> 0 and < 0.5))
            throw new UserFaultException("--alpha moet tussen 0 en 0.5 liggen.");
        return new SeriesDetectionOptions
        {
            Method = Methods[method],
            From = from is null ? null : Month.Parse(from),
            Alpha = alpha,
        };
    }

    private static int Series(
        Screen screen, FileInfo? file, FileInfo target, string method, SeriesDetectionOptions options, bool json)
    {
        if (file is null)
            throw new UserFaultException("Geef een bestand met reeksen, of --golden met een bestand met vectoren.");
        if (!file.Exists)
            throw new UserFaultException($"Het bestand {file} bestaat niet.");
        var assessed = SeriesDetection.Run(SeriesFile.Read(file), options);
        using (var output = target.Create())
            SeriesFile.Write(output, assessed, method);
        var months = assessed.SelectMany(s => s.Months).ToList();
        var alarms = months.Count(m => m.Alarm);
        var counted = months.Count(SeriesFile.IsAssessed);
        if (json)
        {
            screen.Say(JsonSerializer.Serialize(
                new DetectSummary(method, options.Level, assessed.Count, months.Count, counted, alarms),
                JsonSerializerOptions.Web));
        }
        else
        {
            screen.Say(
                $"{assessed.Count} reeksen, {months.Count} maanden, {counted} beoordeeld, {alarms} alarmen; in {target}.");
        }

        return SignaleringCommand.Done;
    }

    private static int Golden(Screen screen, FileInfo file, FileInfo target)
    {
        if (!file.Exists)
            throw new UserFaultException($"Het bestand {file} bestaat niet.");
        try
        {
            using var content = file.OpenRead();
            using var document = JsonDocument.Parse(content);
            var (answer, runs) = GoldenRuns.Answer(document.RootElement);
            using var output = target.Create();
            using var writer = new Utf8JsonWriter(output);
            answer.WriteTo(writer);
            screen.Step($"{runs} runs beantwoord in {target}.");
            return SignaleringCommand.Done;
        }
        catch (JsonException)
        {
            throw new UserFaultException($"Het bestand {file} is geen JSON.");
        }
    }

    private sealed record DetectSummary(
        string Methode, double Niveau, int Reeksen, int Maanden, int Beoordeeld, int Alarmen);
}
