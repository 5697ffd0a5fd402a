using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;

namespace Signalering.LocalHost.Tests;

public sealed class AzuriteTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_node_the_start_says_so()
    {
        var start = await AzuriteProcess.Start(
            new AzuriteOptions { RepositoryRoot = AzuriteFixture.RepositoryRoot, Node = "node-dat-er-niet-is" }, Token);

        Assert.Equal(new AzuriteStart.NodeMissing("node-dat-er-niet-is"), start);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_when_it_was_asked_for()
    {
        await using var first = await Started(InMemory);
        var taken = new Uri(new BlobServiceClient(first.ConnectionString).Uri.GetLeftPart(UriPartial.Authority)).Port;

        var start = await AzuriteProcess.Start(
            InMemory with { BlobPort = taken, QueuePort = taken, TablePort = taken }, Token);

        var failed = Assert.IsType<AzuriteStart.NotAnswering>(start);
        Assert.Contains("EADDRINUSE", failed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_that_were_asked_for_are_storages_of_their_own()
    {
        await using var azurite = await Started(InMemory with { Accounts = ["eerste", "tweede"] });
        foreach (var connection in (string[])[azurite.ConnectionString, azurite.ConnectionStringOf("eerste")])
            await LocalQueues.Client(connection, "wachtrij").CreateAsync(cancellationToken: Token);

        Assert.True(await LocalQueues.Client(azurite.ConnectionStringOf("eerste"), "wachtrij").ExistsAsync(Token));
        Assert.False(await LocalQueues.Client(azurite.ConnectionStringOf("tweede"), "wachtrij").ExistsAsync(Token));
        Assert.Throws<ArgumentException>(() => azurite.ConnectionStringOf("derde"));
    }

    [Fact]
    public async Task A_folder_keeps_what_was_stored_and_memory_does_not_outlive_the_process()
    {
        var folder = Directory.CreateTempSubdirectory("signalering-azurite-");
        try
        {
            var keeping = InMemory with { Folder = folder.FullName };
            int pid;
            await using (var first = await Started(keeping))
            {
                pid = first.Pid;
                var queue = LocalQueues.Client(first.ConnectionString, "blijvend");
                await queue.CreateAsync(cancellationToken: Token);
                await queue.SendMessageAsync("hallo", Token);
            }

            Assert.False(IsRunning(pid));
            await using var second = await Started(keeping with { DeleteFolder = true });
            var message = await LocalQueues.Client(second.ConnectionString, "blijvend").PeekMessageAsync(Token);
            Assert.Equal("hallo", message.Value.Body.ToString());
            await second.DisposeAsync();
            Assert.False(Directory.Exists(folder.FullName));
        }
        finally
        {
            if (folder.Exists)
                Directory.Delete(folder.FullName, recursive: true);
        }
    }

    [Fact]
    public async Task Azurite_does_not_outlive_a_parent_that_is_killed()
    {
        // The parent is a program of its own here, which passes our script on and is killed with no chance to tidy up.
        // The child prints to us, so that nothing but its input tells it that the parent is gone.
        const string parent = """
            const [script, entry] = process.argv.slice(1);
            const child = require('child_process').spawn(process.execPath,
              ['-e', script, '--', entry, '--silent', '--disableTelemetry', '--inMemoryPersistence',
               '--blobPort', '0', '--queuePort', '0', '--tablePort', '0'], { stdio: ['pipe', 'inherit', 'inherit'] });
            console.log(child.pid);
            """;
        using var script = new StreamReader(
            typeof(AzuriteProcess).Assembly.GetManifestResourceStream("azurite-child.cjs")!);
        var entry = AzuriteInstall.Entry(AzuriteFixture.RepositoryRoot);
        string[] arguments = ["-e", parent, "--", await script.ReadToEndAsync(Token), entry];
        using var process = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true })!;
        var child = int.Parse((await process.StandardOutput.ReadLineAsync(Token))!, CultureInfo.InvariantCulture);
        while (await process.StandardOutput.ReadLineAsync(Token) != "azurite-child: ready")
        {
        }

        Assert.True(IsRunning(child));

        process.Kill(entireProcessTree: false);

        await Probe.Eventually(() => Task.FromResult(!IsRunning(child)));
    }

    [Theory]
    [InlineData("3.35.0", "3.35.0", true)]
    [InlineData("3.35.0", "3.34.0", false)]
    [InlineData("3.35.0", null, false)]
    public void Azurite_is_installed_when_its_version_is_the_one_asked_for(string wanted, string? found, bool expected)
    {
        var root = Directory.CreateTempSubdirectory("signalering-npm-").FullName;
        try
        {
            Write(Path.Combine(root, "package.json"), new { devDependencies = new { azurite = wanted } });
            if (found is not null)
            {
                Write(Path.Combine(root, "node_modules", "azurite", "package.json"), new { version = found });
                Write(AzuriteInstall.Entry(root), "");
            }

            Assert.Equal(expected, AzuriteInstall.IsInstalled(root));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task An_installation_that_fails_is_told()
    {
        var root = Directory.CreateTempSubdirectory("signalering-npm-").FullName;
        try
        {
            // No package-lock.json: npm ci refuses, without a network.
            Write(Path.Combine(root, "package.json"), new { devDependencies = new { azurite = "3.35.0" } });

            var start = await AzuriteProcess.Start(new AzuriteOptions { RepositoryRoot = root }, Token);

            var failed = Assert.IsType<AzuriteStart.InstallFailed>(start);
            Assert.NotEqual(0, failed.ExitCode);
            Assert.Contains("package-lock.json", failed.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static AzuriteOptions InMemory => new() { RepositoryRoot = AzuriteFixture.RepositoryRoot };

    private static async Task<AzuriteProcess> Started(AzuriteOptions options) =>
        Assert.IsType<AzuriteStart.Started>(await AzuriteProcess.Start(options, Token)).Process;

    private static void Write(string path, object json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(json));
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
