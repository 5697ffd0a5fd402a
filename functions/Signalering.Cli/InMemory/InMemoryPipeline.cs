using Microsoft.Extensions.DependencyInjection;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Municipality;
using Signalering.Domain.Reporting;
using Signalering.Functions;

namespace Signalering.Cli.InMemory;

/// <summary>Both passes on a folder, without storage: the same functions, with stores in memory behind them.</summary>
public sealed class InMemoryPipeline : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly FolderInbox _inbox;

    /// <summary>Puts the pipeline together.</summary>
    /// <param name="exports">Folder with a folder per team.</param>
    /// <param name="municipalityFile">File with wijken and teams.</param>
    /// <param name="today">Day in the municipality.</param>
    /// <param name="commissioners">Who gets a view of the report, see <see cref="SignaleringSettings.Opdrachtgevers"/>.</param>
    public InMemoryPipeline(string exports, string municipalityFile, DateOnly today, string? commissioners = null)
    {
        _inbox = new FolderInbox(exports, today);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSignalering(new SignaleringSettings
            {
                Gemeentebestand = Path.GetFullPath(municipalityFile),
                Casussleutel = CaseKey.Development, // no hash leaves this process
                Opdrachtgevers = commissioners ?? string.Empty,
            })
            .AddSingleton<IInbox>(_inbox)
            .AddSingleton<IQuarantineStore>(Quarantine)
            .AddSingleton<ICubeStore>(Cubes)
            .AddSingleton<IReceiptStore>(Receipts)
            .AddSingleton<ILedgerStore>(Ledger)
            .AddSingleton<IReportStore>(Reports)
            .AddSingleton<IPublicationLedger>(Published)
            .AddSingleton<IDialogueStore>(Dialogue)
            .AddSingleton<IMessageQueue, InMemoryMessages>()
            .AddTransient<ProcessDelivery>()
            .AddTransient<BuildReport>()
            .BuildServiceProvider();
    }

    /// <summary>Deliveries that would wait for a person.</summary>
    public InMemoryQuarantine Quarantine { get; } = new();

    /// <summary>Cubes of everything that was read.</summary>
    public InMemoryCubes Cubes { get; } = new();

    /// <summary>Receipts of everything that was read.</summary>
    public InMemoryReceipts Receipts { get; } = new();

    /// <summary>What was delivered, per team and month.</summary>
    public InMemoryLedger Ledger { get; } = new();

    /// <summary>Reports made.</summary>
    public InMemoryReports Reports { get; } = new();

    /// <summary>What was published before; nothing unless filled beforehand.</summary>
    public InMemoryPublications Published { get; } = new();

    /// <summary>Answers to signals; empty unless filled beforehand.</summary>
    public InMemoryDialogue Dialogue { get; } = new();

    /// <summary>Number of files in the folder.</summary>
    public int FileCount => _inbox.Items.Count();

    /// <summary>Intake pass over every file, in order of delivery.</summary>
    /// <param name="progress">Gets the number of files read so far.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    public async Task ReadAll(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var read = 0;
        foreach (var item in _inbox.Items)
        {
            var message = MessageText.Write(DeliveryReceived.Of(item, _services.GetRequiredService<Gemeente>()));
            await _services.GetRequiredService<ProcessDelivery>().Run(message, 1, cancellationToken);
            progress?.Report(++read);
        }
    }

    /// <summary>Report pass for a quarter.</summary>
    /// <returns>The files of the report, by name.</returns>
    public async Task<IReadOnlyDictionary<string, byte[]>> Build(Quarter period, CancellationToken cancellationToken)
    {
        var message = MessageText.Write(new ReportRequested(period.ToString()));
        await _services.GetRequiredService<BuildReport>().Run(message, cancellationToken);
        var latest = await Reports.Latest(period, cancellationToken);
        return Reports.Files(period, latest!.Version);
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();
}
