namespace Signalering.LocalHost.Tests;

/// <summary>Takes 17 s: a class of its own runs beside the others.</summary>
public sealed class BlobClaimTests(AzuriteFixture azurite)
{
    private readonly Probe _probe = new();
    private readonly string _inbox = azurite.Name("inbox");

    [Fact]
    public async Task A_long_run_keeps_its_claim()
    {
        var inbox = await azurite.Container(_inbox);
        await inbox.UploadBlobAsync("t/lang", BinaryData.FromString("x"));

        await using var one = await Start(typeof(OutlastsAClaim));
        await using var other = await Start(typeof(OutlastsAClaim));
        await _probe.WaitFor(2, seconds: 30);

        Assert.Equal(["begin", "eind"], _probe.Seen);
    }

    private Task<TestHost> Start(Type functions, Action<LocalHostOptions>? configure = null) =>
        TestHost.Start(azurite, functions, _probe, [("Inbox", _inbox)], configure);

    public sealed class OutlastsAClaim(Probe probe)
    {
        [Function("OutlastsAClaim")]
        public async Task Run([BlobTrigger("%Inbox%/{naam}")] string inhoud, CancellationToken cancellationToken)
        {
            probe.Saw("begin");
            await Task.Delay(TimeSpan.FromSeconds(17), cancellationToken);
            probe.Saw("eind");
        }
    }
}
