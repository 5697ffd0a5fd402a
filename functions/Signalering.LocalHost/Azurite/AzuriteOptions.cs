namespace Signalering.LocalHost;

/// <summary>How to start Azurite.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Folder with <c>package.json</c>, in whose <c>node_modules</c> Azurite is or will be.</summary>
    public required string RepositoryRoot { get; init; }

    /// <summary>Folder to keep the data in; made when it is not there. Default null: in memory, gone at the end.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>Whether to delete <see cref="Folder"/> at the end. Default false: data is not deleted unasked.
    /// </summary>
    public bool DeleteFolder { get; init; }

    /// <summary>Port for blobs, 1 to 65535. Default 0: a free one. Azurite's own is 10000.</summary>
    public int BlobPort { get; init; }

    /// <summary>Port for queues. Default 0: a free one. Azurite's own is 10001.</summary>
    public int QueuePort { get; init; }

    /// <summary>Port for tables. Default 0: a free one. Azurite's own is 10002.</summary>
    public int TablePort { get; init; }

    /// <summary>Names of storage accounts beside the one that every Azurite has: each is a storage of its own, reached
    /// by <see cref="AzuriteProcess.ConnectionStringOf"/>. 3 to 24 letters and digits. Default none.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>How long to wait until it answers. Default 30 s; it takes 1 s, more on a busy machine.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an installation may take, including one by another process. Default 10 min: 186 MB over a
    /// slow line.</summary>
    public TimeSpan InstallTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The Node.js program. Default <c>node</c>, found by the path.</summary>
    public string Node { get; init; } = "node";

    /// <summary>Is told what goes on, for a person who waits. Default null.</summary>
    public IProgress<AzuriteStep>? Progress { get; init; }
}

/// <summary>What a start is doing.</summary>
public enum AzuriteStep
{
    /// <summary>Another process is installing; waiting for it.</summary>
    WaitingForInstall,

    /// <summary><c>npm ci</c> runs: takes a minute or so, once.</summary>
    Installing,

    /// <summary>Azurite is starting.</summary>
    Starting,
}

/// <summary>What became of a start.</summary>
public abstract record AzuriteStart
{
    private AzuriteStart()
    {
    }

    /// <summary>It answers.</summary>
    /// <param name="Process">Dispose it to stop Azurite.</param>
    public sealed record Started(AzuriteProcess Process) : AzuriteStart;

    /// <summary>There is no Node.js, or no npm to install Azurite with.</summary>
    /// <param name="Program">The program that was not found.</param>
    public sealed record NodeMissing(string Program) : AzuriteStart;

    /// <summary><c>npm ci</c> failed.</summary>
    /// <param name="ExitCode">Its exit code; null when it took longer than allowed.</param>
    /// <param name="Output">The last lines that it printed.</param>
    public sealed record InstallFailed(int? ExitCode, string Output) : AzuriteStart;

    /// <summary>Azurite stopped by itself, most often because a port is taken, or did not answer in time.</summary>
    /// <param name="ExitCode">Its exit code; null when it ran without answering.</param>
    /// <param name="Output">The last lines that it printed.</param>
    public sealed record NotAnswering(int? ExitCode, string Output) : AzuriteStart;
}
