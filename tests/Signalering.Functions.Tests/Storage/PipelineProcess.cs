using System.Diagnostics;
using System.Globalization;

namespace Signalering.Functions.Tests.Storage;

/// <summary>The program itself (<c>Program.Local.cs</c>) in a process of its own, which can be killed.</summary>
internal sealed class PipelineProcess : IAsyncDisposable
{
    private readonly Process _process;
    private bool _disposed;

    private PipelineProcess(Process process) => _process = process;

    /// <summary>Bytes of memory that it had at most.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it; returns before its functions run.</summary>
    public static PipelineProcess Start(TestPipeline pipeline, int runsAtOnce = 4, int visibilitySeconds = 30)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Signalering.Functions.dll"),
            "--Opslag", pipeline.ConnectionString,
            string.Create(CultureInfo.InvariantCulture, $"--LocalHost:VisibilityTimeout=00:00:{visibilitySeconds:00}"),
            "--LocalHost:PollInterval=00:00:00.050", "--LocalHost:IdlePollInterval=00:00:00.250",
            "--LocalHost:RetryDelay=00:00:00", "--LocalHost:HttpUrl=http://127.0.0.1:0",
            string.Create(CultureInfo.InvariantCulture, $"--LocalHost:MaxConcurrentRuns={runsAtOnce}"),
            "--Logging:LogLevel:Default=None",
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,   // nobody reads it: it prints nothing
            RedirectStandardError = true,
        });
        return new PipelineProcess(process!);
    }

    /// <summary>Kills it as the system does when memory is short: it can do nothing about it (SIGKILL).</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
