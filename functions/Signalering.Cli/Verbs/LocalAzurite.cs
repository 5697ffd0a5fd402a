using Signalering.LocalHost;

namespace Signalering.Cli.Verbs;

/// <summary>Azurite for the verbs that need storage.</summary>
internal static class LocalAzurite
{
    /// <summary>Installs Azurite if need be, and starts it.</summary>
    /// <param name="screen">Is told what goes on.</param>
    /// <param name="options">Ports and folder.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UserFaultException">No Node.js, or Azurite does not start; with what to do.</exception>
    public static async Task<AzuriteProcess> Start(Screen screen, AzuriteOptions options, CancellationToken cancellationToken)
    {
        var start = await AzuriteProcess.Start(
            options with { Progress = new StepTeller(screen) }, cancellationToken);
        return start switch
        {
            AzuriteStart.Started started => started.Process,
            AzuriteStart.NodeMissing => throw new UserFaultException(
                "Node.js is niet gevonden; dat is nodig voor de lokale opslag (Azurite). Zonder Node.js kan wel: " +
                "signalering report --exports sample-data/exports --period 2026-Q3 --out out"),
            AzuriteStart.InstallFailed failed => throw new UserFaultException(
                $"Azurite kon niet worden geïnstalleerd (npm ci). Is er een netwerk?\n{failed.Output}"),
            AzuriteStart.NotAnswering silent => throw new UserFaultException(
                $"Azurite start niet. Misschien is een poort bezet (10000, 10001, 10002).\n{silent.Output}"),
            _ => throw new InvalidOperationException("An unknown outcome of a start."),
        };
    }

    private sealed class StepTeller(Screen screen) : IProgress<AzuriteStep>
    {
        public void Report(AzuriteStep value) => screen.Step(value switch
        {
            AzuriteStep.Installing => "Azurite installeren (eenmalig, ongeveer een minuut)",
            AzuriteStep.WaitingForInstall => "Wachten op een andere installatie van Azurite",
            _ => "Azurite starten",
        });
    }
}
