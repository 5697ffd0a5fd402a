using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Configuration;
using Signalering.Domain;
using Signalering.Domain.Accountability;
using Signalering.Functions;

namespace Signalering.Cli.Verbs;

/// <summary><c>documenten</c>: DPIA, processing register and algorithm register from the configuration that runs.</summary>
internal static class DocumentenVerb
{
    public static Command Create(Screen screen)
    {
        var folder = new Option<DirectoryInfo>("--out") { Description = "Map voor de documenten (Markdown).", Required = true };
        var municipality = new Option<FileInfo?>("--gemeente")
        {
            Description = "Bestand met wijken en wijkteams; anders dat van de instellingen.",
        };
        var command = new Command(
            "documenten",
            "Schrijft de DPIA, de regel voor het verwerkingsregister en die voor het algoritmeregister, ingevuld uit de " +
            "instellingen (omgevingsvariabelen Signalering__…). Wat alleen de gemeente weet, staat tussen rechte haken.")
        {
            folder, municipality,
        };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(folder), parsed.GetValue(municipality)));
        return command;
    }

    private static int Run(Screen screen, DirectoryInfo folder, FileInfo? municipality)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Signalering:Casussleutel", CaseKey.Development)])
            .AddEnvironmentVariables()
            .Build();
        var settings = SignaleringSettings.From(configuration);
        var file = municipality is null
            ? Path.Combine(AppContext.BaseDirectory, settings.Gemeentebestand)
            : Places.MunicipalityFile(municipality, null);
        var knowledge = SignaleringServices.ReadKnowledge(file);
        var running = new RunningConfiguration(
            knowledge.Gemeente, ProductVersion.Current, knowledge.Taxonomie.Versie, knowledge.Regels.Versie,
            settings.ArchiefDagen, settings.DeadlineDagen, settings.FouteRijen,
            settings.Casussleutel != CaseKey.Development, ReportPass.DisclosureOptions(knowledge.Gemeente));

        Directory.CreateDirectory(folder.FullName);
        foreach (var document in AccountabilityDocuments.Of(running))
        {
            File.WriteAllText(Path.Combine(folder.FullName, document.Naam), document.Tekst.ReplaceLineEndings("\n"), new UTF8Encoding(false));
            var open = document.Tekst.Split("[in te vullen:").Length - 1;
            screen.Say($"{document.Naam}: {open} plaatsen die de gemeente zelf invult.");
        }

        foreach (var objection in running.Bezwaren)
            screen.Fault(objection);
        return running.Bezwaren.Count == 0 ? SignaleringCommand.Done : SignaleringCommand.Found;
    }
}
