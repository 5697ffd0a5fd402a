using System.CommandLine;
using Azure;
using Signalering.Azure;

namespace Signalering.Cli.Verbs;

/// <summary><c>upload</c>: drops files in the inbox of a running pipeline.</summary>
internal static class UploadVerb
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<FileInfo[]>("bestand")
        {
            Description = "Een of meer exports.",
            Arity = ArgumentArity.OneOrMore,
        };
        var team = new Option<string>("--wijkteam") { Description = "Sleutel van het team dat levert.", Required = true };
        var command = new Command("upload", "Levert exports aan bij een pijplijn die draait ('run', of instelling Opslag).")
        {
            files, team,
        };
        command.SetAction((parsed, cancellationToken) => Run(
            screen, parsed.GetRequiredValue(files), parsed.GetRequiredValue(team), cancellationToken));
        return command;
    }

    private static async Task<int> Run(Screen screen, FileInfo[] files, string team, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(file => !file.Exists) is { } missing)
            throw new UserFaultException($"Het bestand {missing} bestaat niet.");
        var inbox = StorageAccount.FromConnectionString(Places.RunningStorage).Container(Routes.Exports);
        foreach (var file in files)
        {
            try
            {
                await inbox.GetBlobClient($"{team}/{file.Name}").UploadAsync(file.FullName, overwrite: true, cancellationToken);
            }
            catch (Exception fault) when (fault is RequestFailedException or AggregateException)
            {
                throw new UserFaultException("De opslag antwoordt niet. Start de pijplijn met 'signalering run', of stel Opslag in.", fault);
            }

            screen.Say($"{file.Name} staat in de inbox van {team}.");
        }

        return SignaleringCommand.Done;
    }
}
