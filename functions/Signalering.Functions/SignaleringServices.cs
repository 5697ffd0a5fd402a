using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Signalering.Azure;
using Signalering.Domain;
using Signalering.Domain.Classification;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Intake;
using Signalering.Domain.Municipality;
using Signalering.Domain.Reporting;
using Signalering.Domain.Reporting.Editions;
using Signalering.Domain.Screening;
using Signalering.Domain.Taxonomy;
using Signalering.Formats.Exports;
using Signalering.Solver;

namespace Signalering.Functions;

/// <summary>Puts the pipeline together; both flavours, the command line and the tests use this.</summary>
public static class SignaleringServices
{
    /// <summary>Both passes and what they know.</summary>
    /// <param name="services">Gets the services.</param>
    /// <param name="settings">Checked settings.</param>
    public static IServiceCollection AddSignalering(this IServiceCollection services, SignaleringSettings settings)
    {
        var knowledge = ReadKnowledge(Path.Combine(AppContext.BaseDirectory, settings.Gemeentebestand));
        var intake = new IntakeOptions { BadRowShare = settings.FouteRijen, QuarantineDays = settings.QuarantaineDagen };
        var reportPass = new ReportPass(
            knowledge.Gemeente, knowledge.Taxonomie, knowledge.Regels.Versie, new Protector(new OrToolsSolver()),
            Commissioners(knowledge, settings.Opdrachtgevers))
        {
            Score = ReadScore(),
        };
        var planner = new ReportPlannerOptions { DeadlineDays = settings.DeadlineDagen, IsOn = settings.Rapportplanning };
        return services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<LocalDay>()
            .AddSingleton(knowledge)
            .AddSingleton(knowledge.Gemeente)
            .AddSingleton(CaseKey.Of(settings.Casussleutel!))
            .AddSingleton(new ExportLimits())
            .AddSingleton<IExportReader>(new ExportReader())
            .AddSingleton(intake)
            .AddSingleton(new IntakePass(knowledge, intake))
            .AddSingleton<DeliveryIntake>()
            .AddSingleton(new ReceiptComposer(knowledge, intake))
            .AddSingleton(reportPass)
            .AddSingleton(new ReportPlanner(knowledge.Gemeente, reportPass, planner));
    }

    /// <summary>The ports on blobs; messages are added by the flavour.</summary>
    public static IServiceCollection AddBlobPorts(
        this IServiceCollection services, StorageAccount account, SignaleringSettings settings) => services
        .AddSingleton(account)
        .AddSingleton<IInbox>(new BlobInbox(account, settings.ArchiefDagen))
        .AddSingleton<IQuarantineStore>(new BlobQuarantine(account, settings.ArchiefDagen))
        .AddSingleton<ICubeStore, BlobCubes>()
        .AddSingleton<IReceiptStore, BlobReceipts>()
        .AddSingleton<ILedgerStore, BlobLedger>()
        .AddSingleton<IReportStore, BlobReports>()
        .AddSingleton<IPublicationLedger>(new BlobPublications(account, settings.EerdereUitgavenBinden))
        .AddSingleton<IDialogueStore, BlobDialogue>();

    /// <summary>How often the shipped rules are right.</summary>
    public static RuleScore ReadScore() =>
        RuleScore.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "seeds", "regels-score.json")));

    /// <summary>The parties that get a view of their own.</summary>
    /// <exception cref="ValidationException">An unknown key: a deployment fault.</exception>
    public static IReadOnlyList<Opdrachtgever> Commissioners(IntakeKnowledge knowledge, string? wanted)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "seeds", "opdrachtgevers.json");
        var all = Opdrachtgever.Parse(File.ReadAllBytes(file), knowledge.Taxonomie);
        var (found, unknown) = Opdrachtgever.Choose(all, wanted);
        return unknown is null
            ? found
            : throw new ValidationException(
                $"'{unknown}' is geen opdrachtgever. Verwacht: {string.Join(", ", all.Select(party => party.Sleutel))}, of {Opdrachtgever.Alle}.");
    }

    /// <summary>Reads <c>seeds/</c> beside the program and the municipality's file.</summary>
    public static IntakeKnowledge ReadKnowledge(string municipalityFile)
    {
        var taxonomy = SocialWorkTaxonomy.Parse(Seed("taxonomie.json"));
        return new IntakeKnowledge(
            Gemeente.Parse(File.ReadAllBytes(municipalityFile)),
            taxonomy,
            TermRules.Parse(Seed("regels.json"), RuleFiles(), taxonomy),
            ColumnAliases.Parse(Seed("kolommen.json")),
            NameLexicon.Parse(Seed("namen/namen.txt"), Seed("namen/woorden.bloom")),
            File.ReadLines(SeedPath("namen/organisaties.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            Profielen = SourceProfiles.Parse(Seed("profielen.json")),
        };

        static IEnumerable<(string Name, byte[] Json)> RuleFiles() => Directory.GetFiles(SeedPath("regels"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file)));

        static byte[] Seed(string name) => File.ReadAllBytes(SeedPath(name));

        static string SeedPath(string name) => Path.Combine(AppContext.BaseDirectory, "seeds", name);
    }
}
