using Azure.Storage.Queues;
using Signalering.Azure;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Functions.Tests.Ports;
using Signalering.Functions.Tests.Storage;
using Signalering.LocalHost;

namespace Signalering.Functions.Tests;

public sealed class PoisonTests(AzuriteFixture azurite)
{
    private const string Bad = "centrum/2024-02-05_januari.csv";
    private const string Next = "oost/2024-02-06_januari.csv";

    private static readonly byte[] Export = SmallExport.File(SmallExport.Rows(1, 25, 25));
    private static readonly string Poison = LocalQueues.Poison(Routes.Leveringen);

    [Theory]
    [InlineData("IInbox.Open")]
    [InlineData("ICubeStore.Replace")]
    [InlineData("IInbox.Archive")]
    public async Task What_fails_five_times_is_kept_the_team_is_told_and_the_next_delivery_gets_through(string call)
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var watch = new PortWatch
        {
            On = (moment, arguments) => moment.Call == call && !moment.IsAfter && IsOfCentrum(arguments[0])
                ? throw new InvalidOperationException("broken by the test")
                : Task.CompletedTask,
        };
        await pipeline.Start(watch);
        await pipeline.Upload(Bad, Export);
        await TestPipeline.Eventually(async () => await pipeline.Files.Count(Poison) == 1);
        await pipeline.Upload(Next, Export);
        await TestPipeline.Eventually(async () => (await pipeline.Files.Names(Routes.Exports)).Count == 1);

        Assert.Equal(Routes.MaxAttempts + 1, watch.Count(call));   // and one for the next delivery
        var receipts = await pipeline.Files.Receipts();
        AssertTold(receipts.Single(receipt => receipt.Wijkteam == "centrum"));
        Assert.Equal("verwerkt", receipts.Single(receipt => receipt.Wijkteam == "oost").Status);
        Assert.Equal([Bad], await pipeline.Files.Names(Routes.Exports));
    }

    [Fact]
    public async Task A_message_that_an_administrator_puts_back_after_the_repair_is_counted_after_all()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        undisturbed.Deliver(await pipeline.Upload(Bad, Export), Export);
        var isBroken = true;
        await pipeline.Start(new PortWatch
        {
            On = (moment, _) => moment.Call == "ICubeStore.Replace" && isBroken
                ? throw new InvalidOperationException("broken by the test")
                : Task.CompletedTask,
        });
        await TestPipeline.Eventually(async () => await pipeline.Files.Count(Poison) == 1);

        isBroken = false;
        var poison = pipeline.Account.Queue(Poison);
        var message = (await poison.ReceiveMessageAsync()).Value;
        await pipeline.Account.Queue(Routes.Leveringen).SendMessageAsync(message.Body);
        await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        await pipeline.WaitUntilIdle();

        await undisturbed.AssertStored(pipeline.Files);
    }

    [Fact]
    public async Task A_delivery_that_kills_five_hosts_is_told_to_the_team_too()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await pipeline.Upload(Bad, Export);
        for (var attempt = 1; attempt <= Routes.MaxAttempts; attempt++)
        {
            var watch = new PortWatch { DiesAt = new Moment("ICubeStore.Replace", 1, IsAfter: false) };
            var dying = await pipeline.Start(watch, options =>
            {
                options.VisibilityTimeout = TimeSpan.FromSeconds(3);
                options.ShutdownTimeout = TimeSpan.Zero;
            });
            await watch.Died.WaitAsync(TimeSpan.FromSeconds(60));
            await dying.StopAsync(CancellationToken.None);
        }

        await pipeline.Start();
        await TestPipeline.Eventually(async () => await pipeline.Files.Count(Poison) == 1);

        AssertTold(Assert.Single(await pipeline.Files.Receipts()));
        Assert.Equal([Bad], await pipeline.Files.Names(Routes.Exports));
        Assert.Empty(await pipeline.Files.Names(Routes.Kubussen));
    }

    [Fact]
    public async Task A_delivery_that_was_counted_is_never_called_failed_however_often_its_message_comes()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        var undisturbed = new Undisturbed();
        var item = await pipeline.Upload(Bad, Export);
        undisturbed.Deliver(item, Export);
        var host = await pipeline.Start();
        await pipeline.WaitUntilIdle();
        await host.StopAsync(TestContext.Current.CancellationToken);

        // Four hosts took the message and died: the fifth tells the team beforehand, when there is bad news to tell.
        var queue = pipeline.Account.Queue(Routes.Leveringen);
        await queue.SendMessageAsync(MessageText.Write(new DeliveryReceived(item.Stamp.Id, "centrum", item.Received)));
        for (var attempt = 1; attempt < Routes.MaxAttempts; attempt++)
        {
            var message = (await queue.ReceiveMessageAsync()).Value;
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero);
        }

        var watch = new PortWatch();
        await pipeline.Start(watch);
        await pipeline.WaitUntilIdle();

        Assert.Equal(1, watch.Count("IInbox.Find"));
        await undisturbed.AssertStored(pipeline.Files);
    }

    [Theory]
    [InlineData("geen bericht")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("""{"id":1,"name":{},"eTag":"x"}""")]
    public async Task A_body_that_is_no_message_goes_to_the_poison_queue_and_the_next_delivery_gets_through(string body)
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await pipeline.Start();
        await pipeline.Account.Queue(Routes.Leveringen).SendMessageAsync(body);
        await TestPipeline.Eventually(async () => await pipeline.Files.Count(Poison) == 1);
        await pipeline.Upload(Next, Export);
        await pipeline.WaitUntilIdle();

        Assert.Equal(body, Assert.Single(await pipeline.Files.Messages(Poison)));
        Assert.Equal("verwerkt", Assert.Single(await pipeline.Files.Receipts()).Status);
    }

    [Fact]
    public async Task A_body_that_is_not_even_encoded_does_not_stop_the_queue()
    {
        await using var pipeline = await new TestPipeline(azurite.NewAccount()).Prepare();
        await pipeline.Start();
        var raw = new QueueClient(
            pipeline.ConnectionString, Routes.Leveringen,
            new QueueClientOptions(QueueClientOptions.ServiceVersion.V2025_11_05));
        await raw.SendMessageAsync("geen base64 \u00e9");
        await TestPipeline.Eventually(async () => await pipeline.Files.Count(Poison) == 1);
        await pipeline.Upload(Next, Export);
        await pipeline.WaitUntilIdle();

        Assert.Equal("verwerkt", Assert.Single(await pipeline.Files.Receipts()).Status);
    }

    private static bool IsOfCentrum(object? argument) => argument switch
    {
        InboxItem item => item.Name == Bad,
        Cube cube => cube.Header.Wijkteam == "centrum",
        _ => false,
    };

    private static void AssertTold(Receipt receipt)
    {
        Assert.Equal("mislukt", receipt.Status);
        Assert.Equal(
            "Levering mislukt door een storing bij ons. Het bestand blijft bewaard; u hoeft niets te doen.",
            receipt.Samenvatting);
        Assert.Equal("SIG1012", Assert.Single(receipt.Meldingen).Code);
    }
}
