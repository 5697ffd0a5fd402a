using System.Text;
using Azure.Storage.Blobs.Specialized;
using Signalering.Azure;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests;

/// <summary>The real program: killed in the middle of its work, and given a large file.</summary>
public sealed class ProcessTests(AzuriteFixture azurite)
{
    private const int Deliveries = 24;
    private const int Lives = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_program_that_is_killed_again_and_again_still_counts_every_delivery_once(int seed)
    {
        var random = new Random(seed);
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        string[] teams = ["centrum", "havenkwartier", "linderand", "molenveld", "oost", "zuiderweide"];
        for (var i = 0; i < Deliveries; i++)
        {
            var content = SmallExport.File(SmallExport.Rows((i / teams.Length) + 1, 200 + i, 50 + i));
            undisturbed.Deliver(await pipeline.Upload($"{teams[i % teams.Length]}/2024-{i:00}.csv", content), content);
        }

        var killedAtWork = 0;
        for (var life = 1; life <= Lives && !await pipeline.Files.IsIdle(); life++)
        {
            var before = await Stored(pipeline);
            await using var program = PipelineProcess.Start(pipeline, runsAtOnce: 2, visibilitySeconds: 3);
            await TestPipeline.Eventually(async () => await Stored(pipeline) != before);
            await Task.Delay(random.Next(0, 120));
            killedAtWork += await pipeline.Files.IsIdle() ? 0 : 1;
        }

        await using var last = PipelineProcess.Start(pipeline);
        await pipeline.WaitUntilIdle(90);

        TestContext.Current.SendDiagnosticMessage($"killed {killedAtWork} times at work");
        Assert.True(killedAtWork >= 2, "It was too fast to be killed at work.");
        await undisturbed.AssertStored(pipeline.Files);
    }

    [Fact]
    public async Task A_large_file_is_counted_in_a_flat_amount_of_memory()
    {
        const int Megabytes = 60;
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var rows = await UploadLarge(pipeline, Megabytes << 20);
        await using var program = PipelineProcess.Start(pipeline);
        await pipeline.WaitUntilIdle(120);

        var receipt = Assert.Single(await pipeline.Files.Receipts());
        Assert.Equal("verwerkt", receipt.Status);
        Assert.Equal((rows, 10_000), (receipt.Aantallen!.Rijen, receipt.Aantallen.Geteld)); // the same rows again count once
        TestContext.Current.SendDiagnosticMessage($"peak {program.PeakMemory >> 20} MiB for {rows} rows");
        Assert.True(program.PeakMemory < 300L << 20, $"It took {program.PeakMemory >> 20} MiB.");
    }

    private static async Task<(int Cubes, int Receipts, int Archived)> Stored(TestPipeline pipeline) => (
        (await pipeline.Files.Names(Routes.Kubussen)).Count,
        (await pipeline.Files.Names(Routes.Ontvangst)).Count,
        (await pipeline.Files.Names(Routes.Archief)).Count);

    private static async Task<int> UploadLarge(TestPipeline pipeline, int bytes)
    {
        var chunk = Encoding.UTF8.GetBytes(string.Join("\r\n", SmallExport.Rows(1, 10_000, 2_000)) + "\r\n");
        var blob = pipeline.Account.Container(Routes.Exports).GetBlockBlobClient("centrum/2024-02-01_groot.csv");
        await using var stream = await blob.OpenWriteAsync(overwrite: true);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(SmallExport.Header + "\r\n"));
        var rows = 0;
        for (var written = 0; written < bytes; written += chunk.Length, rows += 10_000)
            await stream.WriteAsync(chunk);
        return rows;
    }
}
