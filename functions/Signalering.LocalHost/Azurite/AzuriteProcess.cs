using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Signalering.LocalHost;

/// <summary>A running Azurite, Microsoft's stand-in for Azure Storage. Stops when disposed, and also when this process
/// dies without disposing it.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const int PortTries = 5;
    private const string ReadyLine = "azurite-child: ready";   // printed by azurite-child.cjs
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);

    private readonly AzuriteOptions _options;
    private readonly Process _process;
    private readonly AzuritePorts _ports;
    private bool _disposed;

    private AzuriteProcess(AzuriteOptions options, Process process, AzuritePorts ports) =>
        (_options, _process, _ports, Pid) = (options, process, ports, process.Id);

    /// <summary>For blobs, queues and tables of the account that every Azurite has.</summary>
    public string ConnectionString => _ports.ConnectionString(AzuritePorts.Account);

    /// <summary>Id of the Node.js process.</summary>
    public int Pid { get; }

    /// <summary>For blobs, queues and tables of one of <see cref="AzuriteOptions.Accounts"/>.</summary>
    /// <exception cref="ArgumentException">It was not asked for at the start.</exception>
    public string ConnectionStringOf(string account) => _options.Accounts.Contains(account)
        ? _ports.ConnectionString(account)
        : throw new ArgumentException("Not an account of this Azurite.", nameof(account));

    /// <summary>Installs Azurite if need be, starts it and waits until it answers.</summary>
    public static async Task<AzuriteStart> Start(AzuriteOptions options, CancellationToken cancellationToken)
    {
        if (!await HasNode(options, cancellationToken))
            return new AzuriteStart.NodeMissing(options.Node);
        if (await AzuriteInstall.Ensure(options, cancellationToken) is { } failed)
            return failed;

        options.Progress?.Report(AzuriteStep.Starting);
        var hasFreePorts = options.BlobPort == 0 || options.QueuePort == 0 || options.TablePort == 0;
        for (var attempt = 1; ; attempt++)
        {
            var start = await StartOnce(options, AzuritePorts.Choose(options), cancellationToken);
            var portMayBeTaken = start is AzuriteStart.NotAnswering { ExitCode: not null };
            if (!portMayBeTaken || !hasFreePorts || attempt == PortTries)
                return start;
        }
    }

    /// <summary>Stops Azurite, with whatever it started, and deletes its folder if that was asked.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        var keepsData = _options is { Folder: not null, DeleteFolder: false };
        await Stop(_process, keepsData ? StopPatience : TimeSpan.Zero);
        _process.Dispose();
        if (_options is { Folder: { } folder, DeleteFolder: true } && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<bool> HasNode(AzuriteOptions options, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(options.Node, ["--version"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static async Task<AzuriteStart> StartOnce(
        AzuriteOptions options, AzuritePorts ports, CancellationToken cancellationToken)
    {
        var process = new Process { StartInfo = StartInfo(options, ports) };
        var output = new OutputTail(process);
        var listens = false;
        try
        {
            process.Start();
            output.Begin();
            listens = await WaitUntilItListens(process, output, options.StartTimeout, cancellationToken);
            if (listens)
                return new AzuriteStart.Started(new AzuriteProcess(options, process, ports));
            return new AzuriteStart.NotAnswering(process.HasExited ? process.ExitCode : null, output.ToString());
        }
        finally
        {
            if (!listens)
            {
                await Stop(process, TimeSpan.Zero);
                process.Dispose();
            }
        }
    }

    private static ProcessStartInfo StartInfo(AzuriteOptions options, AzuritePorts ports)
    {
        List<string> arguments =
        [
            "-e", ChildScript(), "--", AzuriteInstall.Entry(Path.GetFullPath(options.RepositoryRoot)),
            "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobPort", Text(ports.Blob), "--queuePort", Text(ports.Queue), "--tablePort", Text(ports.Table),
        ];
        if (options.Folder is null)
            arguments.Add("--inMemoryPersistence");
        else
            arguments.AddRange(["--location", Directory.CreateDirectory(options.Folder).FullName]);

        return new ProcessStartInfo(options.Node, arguments)
        {
            RedirectStandardInput = true,   // closed by the system when this process dies: the child stops then
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            // Also without more accounts: what the machine has set would take the default one away.
            Environment = { ["AZURITE_ACCOUNTS"] = AzuritePorts.Accounts(options.Accounts) },
        };
    }

    private static async Task<bool> WaitUntilItListens(
        Process process, OutputTail output, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!output.Has(ReadyLine))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > patience)
                return false;
            await Task.Delay(20, cancellationToken);
        }

        return !process.HasExited;
    }

    private static async Task Stop(Process process, TimeSpan patience)
    {
        try
        {
            process.StandardInput.Close();
            using var timeout = new CancellationTokenSource(patience);
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // It never started.
        }
    }

    private static string ChildScript()
    {
        using var script = new StreamReader(
            typeof(AzuriteProcess).Assembly.GetManifestResourceStream("azurite-child.cjs")!);
        return script.ReadToEnd();
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
