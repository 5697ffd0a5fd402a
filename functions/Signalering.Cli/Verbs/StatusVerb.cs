using System.CommandLine;
using System.Globalization;
using Azure;
using Signalering.Azure;
using Signalering.Domain.Counting;

namespace Signalering.Cli.Verbs;

/// <summary><c>status</c>: receipts, cubes and waiting messages of a running pipeline.</summary>
internal static class StatusVerb
{
    private const int ReceiptsShown = 20;

    public static Command Create(Screen screen)
    {
        var team = new Option<string?>("--wijkteam") { Description = "Alleen van dit team." };
        var command = new Command("status", "Zegt hoe het staat met de leveringen van een pijplijn die draait.") { team };
        command.SetAction((parsed, cancellationToken) => Run(screen, parsed.GetValue(team), cancellationToken));
        return command;
    }

    private static async Task<int> Run(Screen screen, string? team, CancellationToken cancellationToken)
    {
        try
        {
            var account = StorageAccount.FromConnectionString(Places.RunningStorage);
            var shown = 0;
            await foreach (var receipt in new BlobReceipts(account).All(team, cancellationToken))
            {
                if (++shown <= ReceiptsShown)
                    screen.Say($"{receipt.Ontvangen:yyyy-MM-dd HH:mm} {receipt.Wijkteam}: {receipt.Samenvatting}");
            }

            if (shown > ReceiptsShown)
                screen.Say($"… en nog {shown - ReceiptsShown} ontvangstbewijzen.");
            var cubes = await new BlobCubes(account).List(new Month(0), new Month(int.MaxValue), cancellationToken);
            var mine = cubes.Where(c => team is null || c.Header.Wijkteam == team).ToList();
            screen.Say(string.Create(
                CultureInfo.GetCultureInfo("nl-NL"),
                $"{shown} ontvangstbewijzen, {mine.Count} maanden geteld, {mine.Sum(c => (long)c.Header.Activities):N0} activiteiten."));
            foreach (var queue in new[] { Routes.Leveringen, Routes.Rapportages })
            {
                var waiting = await account.Queue(queue).GetPropertiesAsync(cancellationToken);
                screen.Say($"Wachtrij {queue}: {waiting.Value.ApproximateMessagesCount} berichten.");
            }

            return SignaleringCommand.Done;
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException)
        {
            throw new UserFaultException("De opslag antwoordt niet. Start de pijplijn met 'signalering run', of stel Opslag in.", fault);
        }
    }
}
