using System.CommandLine;
using System.Text.Json;
using Signalering.Cli.Series;

namespace Signalering.Cli.Verbs;

/// <summary><c>detect</c>: series in, signals out.</summary>
internal static class DetectVerb
{
    public static Command Create(Screen screen)
    {
        var golden = new Option<FileInfo>("--golden")
        {
            Description = "JSON met series en runs zoals golden-dev.json, om de methoden met R te vergelijken.",
        };
        var target = new Option<FileInfo>("--out") { Description = "Waar de uitkomst komt.", Required = true };
        var command = new Command("detect", "Zoekt signalen in maandreeksen.") { golden, target };
        command.SetAction(parsed => Golden(screen, parsed.GetRequiredValue(golden), parsed.GetRequiredValue(target)));
        return command;
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
}
