namespace Signalering.LocalHost.Tests;

/// <summary>Takes 15 s: a class of its own runs beside the others.</summary>
public sealed class BlobRestartTests(AzuriteFixture azurite)
{
    private readonly Probe _probe = new();
    private readonly string _inbox = azurite.Name("inbox");

    [Fact]
    public async Task A_restart_runs_what_a_killed_host_left()
    {
        var inbox = await azurite.Container(_inbox);
        await inbox.UploadBlobAsync("t/werk", BinaryData.FromString("x"));
        await using (var killed = await Start(typeof(HangsAtFirst), o => o.ShutdownTimeout = TimeSpan.Zero))
        {
            await _probe.WaitFor(1);
            await killed.Stop();
        }

        await using var next = await Start(typeof(HangsAtFirst));

        // The claim of the killed host lapses after 15 s, the shortest that storage gives.
        Assert.Equal(["hangt", "klaar"], await _probe.WaitFor(2, seconds: 25));
    }

    private Task<TestHost> Start(Type functions, Action<LocalHostOptions>? configure = null) =>
        TestHost.Start(azurite, functions, _probe, [("Inbox", _inbox)], configure);

    public sealed class HangsAtFirst(Probe probe)
    {
        [Function("BlobHangsAtFirst")]
        public async Task Run([BlobTrigger("%Inbox%/{naam}")] string inhoud)
        {
            if (probe.Seen.Count == 0)
            {
                probe.Saw("hangt");
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            }

            probe.Saw("klaar");
        }
    }
}
