using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Signalering.Azure;
using Signalering.Functions;
using Signalering.LocalHost;

namespace Signalering.Cli.Verbs;

/// <summary><c>run</c>: Azurite and the local host, until Ctrl-C.</summary>
internal static class RunVerb
{
    public static Command Create(Screen screen)
    {
        var storage = new Option<string?>("--opslag")
        {
            Description = "Verbindingsreeks van een opslagaccount dat al draait; anders wordt Azurite gestart.",
        };
        var command = new Command("run", "Draait de pijplijn op deze machine, tot Ctrl-C. Lever aan met 'upload'.") { storage };
        command.SetAction((parsed, cancellationToken) => Run(screen, parsed.GetValue(storage), cancellationToken));
        return command;
    }

    private static async Task<int> Run(Screen screen, string? storage, CancellationToken cancellationToken)
    {
        await using var azurite = storage is null
            ? await LocalAzurite.Start(
                screen,
                new AzuriteOptions
                {
                    RepositoryRoot = Places.Repository,
                    Folder = Places.AzuriteFolder,
                    BlobPort = 10000,
                    QueuePort = 10001,
                    TablePort = 10002,
                },
                cancellationToken)
            : null;
        using var host = LocalPipeline.Build(
            [], new Dictionary<string, string?> { [Routes.Opslag] = storage ?? azurite!.ConnectionString });
        await host.StartAsync(cancellationToken);
        screen.Say("De pijplijn draait. Lever aan met 'signalering upload'; stop met Ctrl-C.");
        try
        {
            await host.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C: the way out.
        }

        await host.StopAsync(CancellationToken.None);
        return SignaleringCommand.Done;
    }
}
