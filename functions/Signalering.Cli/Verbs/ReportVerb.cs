using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Signalering.Cli.InMemory;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports;
using Signalering.Functions;

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
        var previous = new Option<DirectoryInfo?>("--previous")
        {
            Description = "Map van een eerder rapport over dezelfde periode: dit wordt de volgende uitgave, met wat er veranderde.",
        };
        var commissioners = new Option<string?>("--opdrachtgever")
        {
            Description = "Ook een eigen uitgave voor deze opdrachtgevers uit seeds/opdrachtgevers.json, met komma's ertussen, of 'alle'.",
        };
        var command = new Command("report", "Maakt een rapport uit een map met exports, zonder opslag en zonder Node.js.")
        {
            exports, period, folder, municipality, dialogue, previous, commissioners,
        };
        command.SetAction((parsed, cancellationToken) => Run(
            screen, parsed.GetRequiredValue(exports), parsed.GetRequiredValue(period), parsed.GetRequiredValue(folder),
            parsed.GetValue(municipality), parsed.GetValue(dialogue), parsed.GetValue(previous), parsed.GetValue(commissioners),
            cancellationToken));
        return command;
    }

    private static async Task<int> Run(
        Screen screen, DirectoryInfo exports, string periodText, DirectoryInfo folder, FileInfo? municipality,
        FileInfo? dialogue, DirectoryInfo? previous, string? commissioners, CancellationToken cancellationToken)
    {
        if (!Quarter.TryParse(periodText, out var period))
            throw new UserFaultException($"'{periodText}' is geen kwartaal. Verwacht: bijvoorbeeld 2026-Q3.");
        if (!exports.Exists)
            throw new UserFaultException($"De map {exports} bestaat niet. Verwacht: een map met een map per wijkteam.");

        var file = Places.MunicipalityFile(municipality, exports.FullName);
        using var pipeline = Pipeline(exports.FullName, file, commissioners);
        if (previous is not null)
            await Keep(pipeline.Reports, period, previous, cancellationToken);
        if (dialogue is not null)
            pipeline.Dialogue.Register = DialogueFile.Read(screen, dialogue, SignaleringServices.ReadKnowledge(file));
        screen.Step($"{pipeline.FileCount} bestanden lezen uit {exports}");
        await pipeline.ReadAll(
            new Steps(done => screen.Progress("gelezen", done, pipeline.FileCount)), cancellationToken);
        screen.Step($"Rapport {period} maken");
        var files = await pipeline.Build(period, cancellationToken);
        if (previous is not null && !files.Keys.Any(name => name.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            screen.Say($"Er is niets veranderd sinds het rapport in {previous}; dat blijft de laatste uitgave.");
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

    // The earlier report as the version that the store would hold.
    private static async Task Keep(
        InMemoryReports reports, Quarter period, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        string[] names = [ReportFiles.CijfersName, ReportFiles.SignalenName, ReportFiles.ManifestName];
        if (names.FirstOrDefault(name => !File.Exists(Path.Combine(folder.FullName, name))) is { } missing)
            throw new UserFaultException($"In {folder} staat geen {missing}. Verwacht: de map van een eerder rapport.");
        var manifest = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, ReportFiles.ManifestName), cancellationToken);
        if (ManifestWriter.Read(manifest) is not { } read || read.Periode != period.ToString())
            throw new UserFaultException($"Het rapport in {folder} gaat niet over {period}. Verwacht: een eerder rapport over dezelfde periode.");
        var version = await reports.Claim(period, read.Kenmerk, cancellationToken);
        foreach (var name in names.SkipLast(1))
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, name), cancellationToken);
            await reports.Write(period, version, name, bytes, cancellationToken);
        }

        await reports.Publish(period, version, read.Kenmerk, manifest, cancellationToken);
    }
}

/// <summary>Progress that is told at once, in order; the framework's own hops to another thread.</summary>
internal sealed class Steps(Action<int> tell) : IProgress<int>
{
    public void Report(int value) => tell(value);
}
