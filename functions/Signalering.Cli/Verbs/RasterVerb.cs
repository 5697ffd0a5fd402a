using System.CommandLine;
using System.Globalization;
using Signalering.Cli.InMemory;
using Signalering.Domain.Counting;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Reporting;
using Signalering.Functions;
using Signalering.Solver;

namespace Signalering.Cli.Verbs;

/// <summary><c>raster</c>: what share of a year would be withheld under each choice of tables.</summary>
internal static class RasterVerb
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static Command Create(Screen screen)
    {
        var exports = new Option<DirectoryInfo>("--exports") { Description = "Map met een map per wijkteam.", Required = true };
        var year = new Option<int>("--jaar") { Description = "Kalenderjaar, bijvoorbeeld 2025.", Required = true };
        var municipality = new Option<FileInfo?>("--gemeente") { Description = "Bestand met wijken en wijkteams." };
        var json = new Option<bool>("--json") { Description = "Eén JSON-document op stdout." };
        var command = new Command(
            "raster",
            "Laat zien welk deel van de cijfers van een jaar achtergehouden zou worden bij elke keuze van tabellen. Bedoeld om " +
            "eenmaal per jaar het publicatieraster te kiezen, op de cijfers van het vorige jaar.")
        {
            exports, year, municipality, json,
        };
        command.SetAction((parsed, cancellationToken) => Run(
            screen, parsed.GetRequiredValue(exports), parsed.GetValue(year), parsed.GetValue(municipality), parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> Run(
        Screen screen, DirectoryInfo exports, int year, FileInfo? municipality, bool asJson, CancellationToken cancellationToken)
    {
        if (!exports.Exists)
            throw new UserFaultException($"De map {exports} bestaat niet. Verwacht: een map met een map per wijkteam.");
        if (year is < 2000 or > 2100)
            throw new UserFaultException($"{year} is geen jaar. Verwacht: bijvoorbeeld 2025.");
        var file = Places.MunicipalityFile(municipality, exports.FullName);
        using var pipeline = new InMemoryPipeline(exports.FullName, file, Places.Today());
        screen.Step($"{pipeline.FileCount} bestanden lezen uit {exports}");
        await pipeline.ReadAll(new Steps(done => screen.Progress("gelezen", done, pipeline.FileCount)), cancellationToken);
        var cubes = new List<Cube>();
        foreach (var entry in await pipeline.Cubes.List(Month.Parse($"{year}-01"), Month.Parse($"{year}-12"), cancellationToken))
            cubes.Add((await pipeline.Cubes.Read(entry, cancellationToken))!);
        if (cubes.Count == 0)
            throw new UserFaultException($"Over {year} is niets geleverd. Verwacht: een jaar waarvan de leveringen in de map staan.");

        screen.Step("Tabellen beveiligen");
        var knowledge = SignaleringServices.ReadKnowledge(file);
        var shares = GridStudy.Run(year, cubes, knowledge.Gemeente, knowledge.Taxonomie, new Protector(new OrToolsSolver()));
        screen.Say(asJson ? JsonText.Of(shares) : Table(year, shares));
        return SignaleringCommand.Done;
    }

    /// <summary>A table in Markdown, also good to read on a screen.</summary>
    private static string Table(int year, IReadOnlyList<GridShare> shares) => string.Join(
        Environment.NewLine,
        [
            $"Achtergehouden in {year}, per keuze van tabel:",
            string.Empty,
            "| tabel                      | cellen | te klein | achtergehouden | activiteiten in cellen die om andere achterblijven |",
            "|----------------------------|-------:|---------:|---------------:|---------------------------------------------------:|",
            .. shares.Select(s => string.Create(
                Dutch, $"| {s.Tabel,-26} | {s.Cellen,6} | {s.Klein,8:P0} | {s.Achtergehouden,14:P0} | {s.Activiteiten,50:P2} |")),
            string.Empty,
            "Kies per onderwerp de fijnste tabel waarvan minder dan 30 % achterblijft, en zet de keuze in gemeente.json bij " +
            "'publicatieraster'. Wijzig haar hooguit eenmaal per jaar.",
        ]);
}
