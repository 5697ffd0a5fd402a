using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Signalering.Azure;
using Signalering.Cli.InMemory;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Municipality;
using Signalering.Domain.Screening;
using Signalering.Functions;

namespace Signalering.Cli.Verbs;

/// <summary><c>leveringen</c>: which months each team delivered, what looks like an artefact, and what people say of
/// it.</summary>
internal static class LedgerVerb
{
    private const int LongestNote = 300;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static Command Create(Screen screen)
    {
        var exports = new Option<DirectoryInfo?>("--exports")
        {
            Description = "Map met exports om het grootboek zelf uit te maken; anders dat van de pijplijn die draait.",
        };
        var municipality = new Option<FileInfo?>("--gemeente") { Description = "Bestand met wijken en wijkteams." };
        var team = new Option<string?>("--wijkteam") { Description = "Alleen van dit team." };
        var json = new Option<bool>("--json") { Description = "Eén JSON-document op stdout." };
        var command = new Command(
            "leveringen", "Zegt per team en maand wat is geleverd, te laat is, ontbreekt of opvalt (het grootboek).")
        {
            exports, municipality, team, json, CreateAnnotate(screen), CreateJudge(screen, "bevestig", AnnotationStatus.Bevestigd),
            CreateJudge(screen, "verwerp", AnnotationStatus.Verworpen),
        };
        command.SetAction((parsed, cancellationToken) => Show(
            screen, parsed.GetValue(exports), parsed.GetValue(municipality), parsed.GetValue(team), parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static Command CreateAnnotate(Screen screen)
    {
        var team = new Option<string>("--wijkteam") { Description = "Sleutel van het team.", Required = true };
        var from = new Option<string>("--van") { Description = "Eerste maand, bijvoorbeeld 2026-05.", Required = true };
        var to = new Option<string?>("--tot") { Description = "Laatste maand; anders alleen de eerste." };
        var kind = new Option<ArtefactKind>("--soort") { Description = "Wat er was.", Required = true };
        var text = new Option<string>("--tekst") { Description = "Uitleg in een of twee zinnen, zonder namen.", Required = true };
        var by = new Option<string>("--door") { Description = "Rol: team, adviseur of beheerder.", DefaultValueFactory = _ => "beheerder" };
        by.AcceptOnlyFromAmong("team", "adviseur", "beheerder");
        var sure = new Option<bool>("--bevestigd") { Description = "Zeker; anders een voorstel." };
        var command = new Command("aantekening", "Zet een aantekening bij maanden van een team.") { team, from, to, kind, text, by, sure };
        command.SetAction((parsed, cancellationToken) =>
        {
            var first = ParseMonth(parsed.GetRequiredValue(from));
            var last = parsed.GetValue(to) is { } end ? ParseMonth(end) : first;
            if (last < first)
                throw new UserFaultException("De laatste maand ligt voor de eerste.");
            var key = parsed.GetRequiredValue(team);
            var soort = parsed.GetRequiredValue(kind);
            return Write(screen, key, new LedgerAnnotation(
                $"{key}-{first}-{soort.ToString().ToLowerInvariant()}", first, last, soort, Screened(parsed.GetRequiredValue(text)),
                parsed.GetValue(sure) ? AnnotationStatus.Bevestigd : AnnotationStatus.Voorstel, parsed.GetValue(by)!, Places.Today()),
                cancellationToken);
        });
        return command;
    }

    private static Command CreateJudge(Screen screen, string name, AnnotationStatus status)
    {
        var id = new Argument<string>("bevinding") { Description = "Nummer van de bevinding, zoals 'leveringen' het toont." };
        var team = new Option<string>("--wijkteam") { Description = "Sleutel van het team.", Required = true };
        var text = new Option<string?>("--tekst") { Description = "Uitleg in een of twee zinnen, zonder namen." };
        var by = new Option<string>("--door") { Description = "Rol: team, adviseur of beheerder.", DefaultValueFactory = _ => "beheerder" };
        by.AcceptOnlyFromAmong("team", "adviseur", "beheerder");
        var command = new Command(
            name, status == AnnotationStatus.Bevestigd ? "Bevestigt een bevinding of aantekening." : "Verwerpt een bevinding of aantekening.")
        {
            id, team, text, by,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var key = parsed.GetRequiredValue(team);
            var wanted = parsed.GetRequiredValue(id);
            var (ledger, first) = (await Running().Read(key, cancellationToken), FindTeam(key).Vanaf);
            var known = ledger.Aantekeningen.FirstOrDefault(a => a.Id == wanted);
            var finding = LedgerFindings.Of(ledger, first, new LedgerOptions()).FirstOrDefault(f => f.Id == wanted);
            if (known is null && finding is null)
                throw new UserFaultException($"Er is geen bevinding '{wanted}' bij {key}. Zie 'signalering leveringen --wijkteam {key}'.");
            var said = Screened(parsed.GetValue(text) ?? known?.Tekst ?? finding!.Uitleg);
            return await Write(screen, key, new LedgerAnnotation(
                wanted, known?.Van ?? finding!.Maand, known?.Tot ?? finding!.Maand, known?.Soort ?? finding!.Soort, said, status,
                parsed.GetValue(by)!, Places.Today()), cancellationToken);
        });
        return command;
    }

    private static async Task<int> Show(
        Screen screen, DirectoryInfo? exports, FileInfo? municipality, string? team, bool json, CancellationToken cancellationToken)
    {
        var file = Places.MunicipalityFile(municipality, exports?.FullName);
        var gemeente = Gemeente.Parse(await File.ReadAllBytesAsync(file, cancellationToken));
        var store = exports is null ? Running() : await FromFolder(screen, exports, file, cancellationToken);
        var months = new List<LedgerMonth>();
        try
        {
            foreach (var wijkteam in gemeente.Wijkteams.Where(w => team is null || w.Sleutel == team))
            {
                var ledger = await store.Read(wijkteam.Sleutel, cancellationToken);
                months.AddRange(LedgerMonths.Of(ledger, wijkteam, Places.Today(), new LedgerOptions()));
            }
        }
        catch (RequestFailedException)
        {
            throw new UserFaultException("Er draait geen pijplijn. Start haar met 'signalering run', of geef --exports.");
        }

        if (json)
            screen.Say(JsonSerializer.Serialize(months.Select(Document), Json));
        else
            Say(screen, gemeente, months);
        return months.Any(m => m.Status == DeliveryStatus.Missing || m.Bevindingen.Count > 0)
            ? SignaleringCommand.Found
            : SignaleringCommand.Done;
    }

    private static void Say(Screen screen, Gemeente gemeente, List<LedgerMonth> months)
    {
        foreach (var team in months.GroupBy(month => month.Wijkteam))
        {
            screen.Say($"{gemeente.FindTeam(team.Key)!.Naam}: " + string.Join(", ", team.GroupBy(m => m.Status)
                .OrderBy(group => group.Key).Select(group => $"{group.Count()} {NameOf(group.Key)}")));
            foreach (var month in team.Where(m => m.Status is DeliveryStatus.Missing or DeliveryStatus.Late or DeliveryStatus.Corrected
                || m.Bevindingen.Count > 0 || m.Aantekeningen.Count > 0))
            {
                var share = month.Exposure is { } exposure and < 1 ? string.Create(Dutch, $", {exposure:P0} van wat verwacht werd") : "";
                screen.Say($"  {month.Maand} {NameOf(month.Status)}{share}");
                foreach (var finding in month.Bevindingen.Where(f => f.Soort != ArtefactKind.Ontbreekt))
                    screen.Say($"    ? {finding.Uitleg} [{finding.Id}]");
                foreach (var note in month.Aantekeningen.Where(note => note.Van == month.Maand))
                    screen.Say($"    {note.Status.ToString().ToLowerInvariant()} door {note.Door}: {note.Tekst} [{note.Id}]");
            }
        }
    }

    private static object Document(LedgerMonth month) => new
    {
        wijkteam = month.Wijkteam,
        maand = month.Maand.ToString(),
        status = NameOf(month.Status),
        blootstelling = month.Exposure,
        breuk = month.IsBreak,
        telaat = month.IsLate,
        leveringen = month.Leveringen,
        activiteiten = month.Levering?.Activiteiten,
        profiel = month.Levering?.Profiel,
        bevindingen = month.Bevindingen.Select(f => new { f.Id, f.Soort, f.Uitleg, f.Verwacht }),
        aantekeningen = month.Aantekeningen.Select(a => new
        {
            a.Id,
            van = a.Van.ToString(),
            tot = a.Tot.ToString(),
            a.Soort,
            a.Tekst,
            a.Status,
            a.Door,
            a.Op,
        }),
    };

    private static string NameOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Expected => "verwacht",
        DeliveryStatus.Missing => "ontbreekt",
        DeliveryStatus.Received => "op tijd",
        DeliveryStatus.Late => "te laat",
        DeliveryStatus.Corrected => "gecorrigeerd",
        _ => "met aantekening",
    };

    private static async Task<int> Write(
        Screen screen, string team, LedgerAnnotation annotation, CancellationToken cancellationToken)
    {
        _ = FindTeam(team);
        try
        {
            await Running().Update(team, page => page.Annotate(annotation), cancellationToken);
        }
        catch (RequestFailedException)
        {
            throw new UserFaultException("Er draait geen pijplijn. Start haar met 'signalering run'.");
        }

        screen.Say($"Vastgelegd bij {team}: {annotation.Van} tot en met {annotation.Tot} [{annotation.Id}].");
        return SignaleringCommand.Done;
    }

    // Deliveries in a folder have no time of arrival but the day in front of their name.
    private static async Task<ILedgerStore> FromFolder(
        Screen screen, DirectoryInfo exports, string municipalityFile, CancellationToken cancellationToken)
    {
        if (!exports.Exists)
            throw new UserFaultException($"De map {exports} bestaat niet. Verwacht: een map met een map per wijkteam.");
        using var pipeline = new InMemoryPipeline(exports.FullName, municipalityFile, Places.Today());
        await pipeline.ReadAll(new Steps(done => screen.Progress("gelezen", done, pipeline.FileCount)), cancellationToken);
        var dated = new InMemoryLedger();
        foreach (var page in pipeline.Ledger.All)
        {
            await dated.Update(
                page.Wijkteam,
                _ => TeamLedger.Empty(page.Wijkteam).Record(page.Leveringen.Select(entry =>
                    DayOf(entry.Levering) is { } day ? entry with { Ontvangen = day } : entry)),
                cancellationToken);
        }

        return dated;
    }

    private static DateTimeOffset? DayOf(string delivery) =>
        delivery.Split('-') is [_, var day, _] && DateOnly.TryParseExact(
            day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date > DateOnly.MinValue
            ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : null;

    private static BlobLedger Running() => new BlobLedger(StorageAccount.FromConnectionString(Places.RunningStorage));

    private static Wijkteam FindTeam(string key)
    {
        var gemeente = Gemeente.Parse(File.ReadAllBytes(Places.MunicipalityFile(null, null)));
        return gemeente.FindTeam(key) ?? throw new UserFaultException($"'{key}' is geen wijkteam van {gemeente.Naam}.");
    }

    private static Month ParseMonth(string text) => Month.TryParse(text, out var month)
        ? month
        : throw new UserFaultException($"'{text}' is geen maand. Verwacht: bijvoorbeeld 2026-05.");

    // What a person types is kept for years: it goes through the detector too.
    private static string Screened(string text) => text.Length <= LongestNote
        && new OwnWords(SignaleringServices.ReadKnowledge(Places.MunicipalityFile(null, null)), Places.Today().Year).MayBeKept(text)
        ? text.Trim()
        : throw new UserFaultException(
            $"De tekst is langer dan {LongestNote} tekens of er lijken persoonsgegevens in te staan. Schrijf kort en zonder namen of nummers.");
}
