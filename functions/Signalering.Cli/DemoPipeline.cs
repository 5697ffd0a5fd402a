using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Signalering.Azure;
using Signalering.Cli.InMemory;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Municipality;
using Signalering.Domain.Reporting;
using Signalering.Functions;
using Signalering.LocalHost;

namespace Signalering.Cli;

/// <summary>A running pipeline, seen from outside: files go into the inbox, receipts and reports come out of storage.</summary>
public sealed class DemoPipeline : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private readonly IHost _host;
    private readonly StorageAccount _account;
    private readonly string _exports;

    private DemoPipeline(IHost host, StorageAccount account, string exports) =>
        (_host, _account, _exports, Files) = (host, account, exports, ExportFolder.Files(exports));

    /// <summary>Files to deliver, in the order in which teams delivered them.</summary>
    public IReadOnlyList<ExportFile> Files { get; }

    /// <summary>Starts the functions on a storage account.</summary>
    /// <param name="storage">Connection string.</param>
    /// <param name="exports">Folder with a folder per team.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<DemoPipeline> Start(string storage, string exports, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>
        {
            [Routes.Opslag] = storage,
            ["Signalering:Gemeentebestand"] = Verbs.Places.MunicipalityFile(null, exports),
            ["Signalering:Rapportplanning"] = "false", // else a report could be made halfway, and be the first edition
            ["Signalering:EerdereUitgavenBinden"] = "false", // each report as `report` makes it alone
            ["Logging:LogLevel:Default"] = "Warning",
        };
        var host = LocalPipeline.Build([], settings);
        await host.StartAsync(cancellationToken);
        return new DemoPipeline(host, StorageAccount.FromConnectionString(storage), exports);
    }

    /// <summary>Uploads one after the other: a team's correction comes after what it corrects.</summary>
    public async Task Upload(IProgress<int> progress, CancellationToken cancellationToken)
    {
        var inbox = _account.Container(Routes.Exports);
        for (var i = 0; i < Files.Count; i++)
        {
            await inbox.GetBlobClient(Files[i].Name)
                .UploadAsync(Path.Combine(_exports, Files[i].Name), overwrite: true, cancellationToken);
            progress.Report(i + 1);
        }
    }

    /// <summary>Waits until every delivery has its receipt and has left the inbox.</summary>
    public async Task<IReadOnlyList<Receipt>> WaitForReceipts(IProgress<int> progress, CancellationToken cancellationToken)
    {
        var reader = new BlobReceipts(_account);
        while (true)
        {
            var waiting = 0;
            await foreach (var _ in _account.Container(Routes.Exports).GetBlobsAsync(cancellationToken: cancellationToken))
                waiting++;
            progress.Report(Files.Count - waiting);
            if (waiting == 0)
                break;
            await Task.Delay(Poll, cancellationToken);
        }

        var receipts = new List<Receipt>();
        await foreach (var receipt in reader.All(null, cancellationToken))
            receipts.Add(receipt);
        return receipts;
    }

    /// <summary>The last quarters that lie wholly within the months delivered, oldest first.</summary>
    public async Task<IReadOnlyList<Quarter>> LastQuarters(int count, CancellationToken cancellationToken)
    {
        var entries = await new BlobCubes(_account).List(new Month(0), new Month(int.MaxValue), cancellationToken);
        if (entries.Count == 0)
            throw new UserFaultException("Geen enkele levering kon worden geteld; er is geen rapport te maken.");
        var last = entries.Max(e => e.Header.Month);
        var quarter = Quarter.Of(last);
        if (quarter.LastMonth > last)
            quarter = quarter.Plus(-1);
        return [.. Enumerable.Range(0, count).Select(back => quarter.Plus(-back)).Order()];
    }

    /// <summary>Asks for reports through the queue and waits until each rests on the cubes that there are.</summary>
    public async Task<IReadOnlyDictionary<Quarter, PublishedReport>> WaitForReports(
        IReadOnlyList<Quarter> periods, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var queue = _host.Services.GetRequiredService<IMessageQueue>();
        foreach (var period in periods)
            await queue.Send(new ReportRequested(period.ToString()), cancellationToken);

        var ready = new SortedDictionary<Quarter, PublishedReport>();
        while (true)
        {
            await AddCurrent(ready, periods, cancellationToken);
            progress.Report(ready.Count);
            if (ready.Count == periods.Count)
                return ready;
            if (await HasFailedReport(cancellationToken))
                throw new UserFaultException(
                    "Een rapport kon na vijf pogingen niet worden gemaakt; het staat in de wachtrij rapportages-poison. " +
                    "De regels hierboven zeggen waar het misging. Zonder opslag proberen kan met 'signalering report'.");
            await Task.Delay(Poll, cancellationToken);
        }
    }

    // Adds the reports that rest on the cubes as they are now.
    private async Task AddCurrent(
        SortedDictionary<Quarter, PublishedReport> ready, IReadOnlyList<Quarter> periods, CancellationToken cancellationToken)
    {
        var planner = _host.Services.GetRequiredService<ReportPlanner>();
        var reports = new BlobReports(_account);
        var from = new ReportWindow(periods[0]).HistoryFrom;
        var entries = await new BlobCubes(_account).List(from, periods[^1].LastMonth, cancellationToken);
        var (answers, _) = await new BlobDialogue(_account).Load(cancellationToken);
        var teams = _host.Services.GetRequiredService<Gemeente>().Wijkteams.Select(team => team.Sleutel).ToList();
        var pages = await new BlobLedger(_account).ReadAll(teams, cancellationToken);
        foreach (var period in periods.Where(p => !ready.ContainsKey(p)))
        {
            var window = new ReportWindow(period);
            var latest = await reports.Latest(period, cancellationToken);
            var rests = entries.Where(e => window.Contains(e.Header.Month)).ToList();
            if (planner.IsCurrent(period, rests, answers, pages, latest))
                ready[period] = latest!;
        }
    }

    private async Task<bool> HasFailedReport(CancellationToken cancellationToken)
    {
        var poison = _account.Queue(Routes.Rapportages + LocalQueues.PoisonSuffix);
        return await poison.ExistsAsync(cancellationToken)
            && (await poison.PeekMessageAsync(cancellationToken)).Value is not null;
    }

    /// <summary>Downloads the files of a report.</summary>
    public async Task Download(Quarter period, PublishedReport report, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var reports = new BlobReports(_account);
        await reports.Download(period, report.Version, folder, cancellationToken);
        await reports.DownloadTeams(period, report.Version, Path.Combine(folder, "teams"), cancellationToken);
    }

    /// <summary>Writes receipts as files, a folder per team.</summary>
    public static async Task DownloadReceipts(string folder, IEnumerable<Receipt> receipts, CancellationToken cancellationToken)
    {
        foreach (var receipt in receipts)
        {
            var team = Directory.CreateDirectory(Path.Combine(folder, receipt.Wijkteam)).FullName;
            await File.WriteAllBytesAsync(Path.Combine(team, receipt.Levering + ".json"), receipt.ToJson(), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
