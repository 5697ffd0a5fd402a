using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Signalering.LocalHost;

/// <summary>Sees to it that the Azurite that <c>package.json</c> names is installed.</summary>
internal static class AzuriteInstall
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Azurite's program.</summary>
    public static string Entry(string root) =>
        Path.Combine(root, "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>Installs what is missing.</summary>
    /// <returns>Why it failed; null when Azurite is there.</returns>
    public static async Task<AzuriteStart?> Ensure(AzuriteOptions options, CancellationToken cancellationToken)
    {
        if (IsInstalled(options.RepositoryRoot))
            return null;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.InstallTimeout);
        try
        {
            using var installLock = await Lock(options, timeout.Token);
            if (IsInstalled(options.RepositoryRoot))
                return null;   // by the process that had the lock
            options.Progress?.Report(AzuriteStep.Installing);
            return await RunNpm(options.RepositoryRoot, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new AzuriteStart.InstallFailed(null, "");
        }
    }

    /// <summary>Whether the installed version is the one that <c>package.json</c> asks for.</summary>
    public static bool IsInstalled(string root)
    {
        var installed = Path.Combine(root, "node_modules", "azurite", "package.json");
        if (!File.Exists(installed) || !File.Exists(Entry(root)))
            return false;
        using var wanted = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "package.json")));
        using var found = JsonDocument.Parse(File.ReadAllBytes(installed));
        return wanted.RootElement.GetProperty("devDependencies").GetProperty("azurite").GetString() ==
            found.RootElement.GetProperty("version").GetString();
    }

    /// <summary>One process at a time installs; the others wait. The system lets go of the lock when a process dies.
    /// </summary>
    private static async Task<FileStream> Lock(AzuriteOptions options, CancellationToken cancellationToken)
    {
        // Not in node_modules: npm ci removes that.
        var root = Encoding.UTF8.GetBytes(Path.GetFullPath(options.RepositoryRoot));
        var name = $"signalering-azurite-{Convert.ToHexStringLower(SHA256.HashData(root).AsSpan(0, 8))}.lock";
        var path = Path.Combine(Path.GetTempPath(), name);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                options.Progress?.Report(AzuriteStep.WaitingForInstall);
                await Task.Delay(LockPause, cancellationToken);
            }
        }
    }

    private static async Task<AzuriteStart?> RunNpm(string root, CancellationToken cancellationToken)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var start = new ProcessStartInfo(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        try
        {
            using var process = new Process { StartInfo = start };
            var output = new OutputTail(process);
            process.Start();
            output.Begin();
            process.StandardInput.Close();
            try
            {
                await process.WaitForExitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            return process.ExitCode == 0 && IsInstalled(root)
                ? null
                : new AzuriteStart.InstallFailed(process.ExitCode, output.ToString());
        }
        catch (Win32Exception)
        {
            return new AzuriteStart.NodeMissing(npm);
        }
    }
}
