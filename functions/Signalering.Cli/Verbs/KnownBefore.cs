using System.Text.Json;
using Signalering.Cli.InMemory;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports;
using Signalering.Functions;

namespace Signalering.Cli.Verbs;

/// <summary>What a report has to know beside the exports: what people said, and what was published before.</summary>
/// <param name="Dialogue">A filled-in workbook or a register; null for none.</param>
/// <param name="Ledgers">Pages of the delivery ledger, of which the annotations count.</param>
/// <param name="Previous">Folder of earlier reports or a file with published tables; null for none.</param>
internal sealed record KnownBefore(FileInfo? Dialogue, IReadOnlyList<FileInfo> Ledgers, FileSystemInfo? Previous)
{
    /// <summary>Puts it in the stores of a pipeline.</summary>
    /// <returns>Whether there was an earlier report about the same period.</returns>
    /// <exception cref="UserFaultException">Something is missing or is something else.</exception>
    public async Task<bool> Fill(
        InMemoryPipeline pipeline, Quarter period, Screen screen, string municipality, CancellationToken cancellationToken)
    {
        if (Dialogue is not null)
            pipeline.Dialogue.Register = DialogueFile.Read(screen, Dialogue, SignaleringServices.ReadKnowledge(municipality));
        foreach (var page in Ledgers)
            await Annotate(pipeline.Ledger, page, cancellationToken);
        if (Previous is null)
            return false;
        pipeline.Published.Tables = EarlierReports.Read(Previous);
        if (EarlierReports.Of(Previous, period) is not { } folder)
            return false;
        await Keep(pipeline.Reports, period, folder, cancellationToken);
        return true;
    }

    // What was delivered follows from the exports; only what people said of it is taken over.
    private static async Task Annotate(InMemoryLedger ledger, FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw new UserFaultException($"Het bestand {file} bestaat niet.");
        try
        {
            var page = TeamLedger.Parse(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
            await ledger.Update(
                page.Wijkteam, known => page.Aantekeningen.Aggregate(known, (now, said) => now.Annotate(said)),
                cancellationToken);
        }
        catch (JsonException)
        {
            throw new UserFaultException(
                $"Het bestand {file} is geen leveringsregister. Verwacht: grootboek.json uit de map van een wijkteam.");
        }
    }

    // The earlier report as the version that the store would hold.
    private static async Task Keep(
        InMemoryReports reports, Quarter period, string folder, CancellationToken cancellationToken)
    {
        string[] names = [ReportFiles.CijfersName, ReportFiles.SignalenName, ReportFiles.ManifestName];
        if (names.FirstOrDefault(name => !File.Exists(Path.Combine(folder, name))) is { } missing)
            throw new UserFaultException($"In {folder} staat geen {missing}. Verwacht: de hele map van een eerder rapport.");
        var manifest = await File.ReadAllBytesAsync(Path.Combine(folder, ReportFiles.ManifestName), cancellationToken);
        var version = await reports.Claim(period, ManifestWriter.Read(manifest)!.Kenmerk, cancellationToken);
        foreach (var name in names.SkipLast(1))
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, name), cancellationToken);
            await reports.Write(period, version, name, bytes, cancellationToken);
        }

        await reports.Publish(period, version, ManifestWriter.Read(manifest)!.Kenmerk, manifest, cancellationToken);
    }
}
