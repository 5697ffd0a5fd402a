using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Signalering.Cli.InMemory;
using Signalering.Domain.Reporting;

namespace Signalering.Cli.Verbs;

/// <summary><c>report</c>: both passes on a folder, in memory.</summary>
internal static class ReportVerb
{
    public static Command Create(Screen screen)
    {
        var exports = new Option<DirectoryInfo>("--exports")
        {
            Description = "Map met een map per wijkteam: {map}/{wijkteam}/{bestand}. De volgorde van levering is die van de bestandsnamen.",
            Required = true,
        };
        var period = new Option<string>("--period") { Description = "Kwartaal, bijvoorbeeld 2026-Q3.", Required = true };
        var folder = new Option<DirectoryInfo>("--out") { Description = "Map voor het rapport.", Required = true };
        var municipality = new Option<FileInfo?>("--gemeente")
        {
            Description = "Bestand met wijken en wijkteams; anders gemeente.json naast de map met exports.",
        };
        var dialogue = new Option<FileInfo?>("--dialoog")
        {
            Description = "Antwoorden op signalen: een eerder rapport (.xlsx) met ingevulde gele cellen, of register.json.",
        };
        var ledger = new Option<FileInfo[]>("--grootboek")
        {
            Description = "Leveringsregisters (grootboek.json) van wijkteams, waarvan de aantekeningen meetellen.",
            AllowMultipleArgumentsPerToken = true,
        };
        var previous = new Option<FileSystemInfo?>("--vorige", "--previous")
        {
            Description = "Wat eerder is gepubliceerd: een map met eerdere rapporten, of een gepubliceerd.json. De nieuwe uitgave " +
                "sluit daarop aan, zodat het verschil niets over kleine aantallen zegt, en noemt wat er veranderde sinds een " +
                "rapport over dezelfde periode.",
        };
        var commissioners = new Option<string?>("--opdrachtgever")
        {
            Description = "Ook een eigen uitgave voor deze opdrachtgevers uit seeds/opdrachtgevers.json, met komma's ertussen, of 'alle'.",
        };
        var command = new Command("report", "Maakt een rapport uit een map met exports, zonder opslag en zonder Node.js.")
        {
            exports, period, folder, municipality, dialogue, ledger, previous, commissioners,
        };
        command.SetAction((parsed, cancellationToken) => Run(
            screen, parsed.GetRequiredValue(exports), parsed.GetRequiredValue(period), parsed.GetRequiredValue(folder),
            parsed.GetValue(municipality), parsed.GetValue(commissioners), new KnownBefore(
                parsed.GetValue(dialogue), parsed.GetValue(ledger) ?? [], parsed.GetValue(previous)),
            cancellationToken));
        return command;
    }

    private static async Task<int> Run(
        Screen screen, DirectoryInfo exports, string periodText, DirectoryInfo folder, FileInfo? municipality,
        string? commissioners, KnownBefore known, CancellationToken cancellationToken)
    {
        if (!Quarter.TryParse(periodText, out var period))
            throw new UserFaultException($"'{periodText}' is geen kwartaal. Verwacht: bijvoorbeeld 2026-Q3.");
        if (!exports.Exists)
            throw new UserFaultException($"De map {exports} bestaat niet. Verwacht: een map met een map per wijkteam.");

        var file = Places.MunicipalityFile(municipality, exports.FullName);
        using var pipeline = Pipeline(exports.FullName, file, commissioners);
        var hasEarlier = await known.Fill(pipeline, period, screen, file, cancellationToken);
        screen.Step($"{pipeline.FileCount} bestanden lezen uit {exports}");
        await pipeline.ReadAll(
            new Steps(done => screen.Progress("gelezen", done, pipeline.FileCount)), cancellationToken);
        screen.Step($"Rapport {period} maken");
        var files = await pipeline.Build(period, cancellationToken);
        if (hasEarlier && !files.Keys.Any(name => name.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            screen.Say($"Er is niets veranderd sinds het rapport in {known.Previous}; dat blijft de laatste uitgave.");
            return SignaleringCommand.Done;
        }

        var target = Directory.CreateDirectory(Path.Combine(folder.FullName, period.ToString())).FullName;
        foreach (var (name, bytes) in files)
        {
            var path = Path.Combine(target, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes, cancellationToken);
        }

        ReceiptSummary.Say(screen, pipeline.Receipts.All);
        screen.Say($"Rapport {period} staat in {target}: {string.Join(", ", files.Keys.Where(name => Path.GetFileName(name) == name).Order(StringComparer.Ordinal))}");
        return SignaleringCommand.Done;
    }

    private static InMemoryPipeline Pipeline(string exports, string municipality, string? commissioners)
    {
        try
        {
            return new InMemoryPipeline(exports, municipality, Places.Today(), commissioners);
        }
        catch (ValidationException unknown)
        {
            throw new UserFaultException(unknown.Message);
        }
    }
}

/// <summary>Progress that is told at once, in order; the framework's own hops to another thread.</summary>
internal sealed class Steps(Action<int> tell) : IProgress<int>
{
    public void Report(int value) => tell(value);
}
