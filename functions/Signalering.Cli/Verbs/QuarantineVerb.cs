using System.CommandLine;
using System.Security.Cryptography;
using Azure;
using Signalering.Azure;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Screening;
using Signalering.Functions;

namespace Signalering.Cli.Verbs;

/// <summary><c>quarantaine</c>: deliveries that wait for a person, and what that person decides.</summary>
internal static class QuarantineVerb
{
    private const int LongestReason = 300;
    private const int FindingsShown = 20;

    public static Command Create(Screen screen)
    {
        var team = new Option<string?>("--wijkteam") { Description = "Alleen van dit team." };
        var json = new Option<bool>("--json") { Description = "Eén JSON-document op stdout." };
        var command = new Command(
            "quarantaine",
            "Toont leveringen waarin misschien persoonsgegevens staan en die op een besluit wachten, met plaats en soort, nooit de inhoud.")
        {
            team, json, CreateRelease(screen), CreateRefuse(screen),
        };
        command.SetAction((parsed, cancellationToken) => Reached(() => Show(
            screen, parsed.GetValue(team), parsed.GetValue(json), cancellationToken)));
        return command;
    }

    private static Command CreateRelease(Screen screen)
    {
        var delivery = Delivery();
        var findings = new Option<string[]>("--bevinding")
        {
            Description = "Nummer van een bevinding, zoals 'quarantaine' het toont; mag vaker.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var (reason, by) = (Reason(), By());
        var command = new Command(
            "vrijgeven",
            "Geeft bevindingen vrij. Zijn ze alle vrijgegeven, dan wordt de levering alsnog verwerkt; wat nieuw is, houdt haar weer tegen.")
        {
            delivery, findings, reason, by,
        };
        command.SetAction((parsed, cancellationToken) => Reached(() => Release(
            screen, parsed.GetRequiredValue(delivery), parsed.GetRequiredValue(findings), Screened(parsed.GetRequiredValue(reason)),
            parsed.GetRequiredValue(by), cancellationToken)));
        return command;
    }

    private static Command CreateRefuse(Screen screen)
    {
        var delivery = Delivery();
        var (reason, by) = (Reason(), By());
        var command = new Command("weigeren", "Weigert een levering. Het bestand wordt verwijderd en het team krijgt bericht.")
        {
            delivery, reason, by,
        };
        command.SetAction((parsed, cancellationToken) => Reached(async () =>
        {
            var held = await FindOpen(parsed.GetRequiredValue(delivery), cancellationToken);
            var (why, role) = (Screened(parsed.GetRequiredValue(reason)), parsed.GetRequiredValue(by));
            var page = await Store.Update(
                held.Wijkteam, held.Levering, found => found.Refuse(why, role, TimeProvider.System.GetUtcNow()), cancellationToken);
            await Process(page, cancellationToken);
            screen.Say($"Geweigerd: {held.Levering} van {held.Wijkteam}. Het bestand wordt verwijderd; het team krijgt een ontvangstbewijs.");
            return SignaleringCommand.Done;
        }));
        return command;
    }

    private static Argument<string> Delivery() => new("levering")
    {
        Description = "Nummer van de levering, of hetzelfde bestand op deze machine.",
    };

    private static Option<string> Reason() => new("--reden")
    {
        Description = "Waarom, in een of twee zinnen, zonder namen. Komt in het ontvangstbewijs.",
        Required = true,
    };

    private static Option<string> By()
    {
        var by = new Option<string>("--door") { Description = "Rol van wie beslist: functionaris of beheerder.", Required = true };
        by.AcceptOnlyFromAmong("functionaris", "beheerder");
        return by;
    }

    private static async Task<int> Show(Screen screen, string? team, bool json, CancellationToken cancellationToken)
    {
        var pages = (await Store.List(cancellationToken)).Where(page => team is null || page.Wijkteam == team).ToList();
        if (json)
            screen.Say(JsonText.Of(pages));
        else if (pages.Count == 0)
            screen.Say("Er staat niets in quarantaine.");
        else
            pages.ForEach(page => Say(screen, page));
        return pages.Exists(page => !page.IsDecided) ? SignaleringCommand.Found : SignaleringCommand.Done;
    }

    private static void Say(Screen screen, HeldDelivery page)
    {
        var state = page.Einde?.Uitkomst ?? (page.IsReleased ? "vrijgegeven, wordt verwerkt" : "wacht op een besluit");
        screen.Say($"{page.Levering} van {page.Wijkteam}: {state}; bewaard tot en met {page.Tot:yyyy-MM-dd}.");
        var open = page.Open.ToList();
        foreach (var finding in open.Take(FindingsShown))
            screen.Say($"  {finding.Id}  {finding.Plaats}: misschien {finding.Wat} ({finding.Niveau})");
        if (open.Count > FindingsShown)
            screen.Say($"  … en nog {open.Count - FindingsShown}; met --json ziet u ze alle.");
        if (page.Besluiten.Count > 0)
            screen.Say($"  {page.Besluiten.Count} van {page.Bevindingen.Count} bevindingen zijn vrijgegeven.");
    }

    private static async Task<int> Release(
        Screen screen, string delivery, string[] findings, string reason, string by, CancellationToken cancellationToken)
    {
        var held = await FindOpen(delivery, cancellationToken);
        var known = held.Open.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        if (findings.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
            throw new UserFaultException(
                $"'{unknown}' is geen bevinding van {held.Levering} die op een besluit wacht. Zie 'signalering quarantaine'.");
        var page = await Store.Update(
            held.Wijkteam, held.Levering, found => found.Release(findings, reason, by, TimeProvider.System.GetUtcNow()), cancellationToken);
        await Process(page, cancellationToken);
        var left = page?.Open.Count() ?? 0;
        screen.Say(left == 0
            ? $"Vrijgegeven: {held.Levering} van {held.Wijkteam} wordt verwerkt; het team krijgt een ontvangstbewijs."
            : $"Vastgelegd. Van {held.Levering} wachten nog {left} bevindingen op een besluit.");
        return left == 0 ? SignaleringCommand.Done : SignaleringCommand.Found;
    }

    private static async Task<HeldDelivery> FindOpen(string delivery, CancellationToken cancellationToken)
    {
        var pages = await Store.List(cancellationToken);
        var sha256 = File.Exists(delivery)
            ? Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(delivery, cancellationToken)))
            : null;
        var found = pages.Where(page => page.Levering == delivery || (sha256 is not null && page.Sha256 == sha256)).ToList();
        return found switch
        {
            [] => throw new UserFaultException("Deze levering staat niet in quarantaine. Zie 'signalering quarantaine'."),
            [{ IsDecided: true }] => throw new UserFaultException("Over deze levering is al beslist; zie het ontvangstbewijs."),
            [var one] => one,
            _ => throw new UserFaultException(
                "Dit bestand is vaker geleverd. Geef het nummer van de levering; zie 'signalering quarantaine'."),
        };
    }

    // The decision is kept; were this message lost, WatchQuarantine sends it again.
    private static Task Process(HeldDelivery? page, CancellationToken cancellationToken) => page is { IsDecided: true }
        ? new StorageQueueMessages(Account).Send(page.ToMessage(), cancellationToken)
        : Task.CompletedTask;

    private static async Task<int> Reached(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException)
        {
            throw new UserFaultException("De opslag antwoordt niet. Start de pijplijn met 'signalering run', of stel Opslag in.", fault);
        }
    }

    private static StorageAccount Account => StorageAccount.FromConnectionString(Places.RunningStorage);

    // Nothing is archived from here.
    private static BlobQuarantine Store => new(Account, archiveDays: 0);

    // A reason is kept in the receipt: it goes through the detector too.
    private static string Screened(string text) => text.Trim() is { Length: > 0 and <= LongestReason } reason
        && new OwnWords(SignaleringServices.ReadKnowledge(Places.MunicipalityFile(null, null)), Places.Today().Year).MayBeKept(reason)
        ? reason
        : throw new UserFaultException(
            $"De reden is leeg, langer dan {LongestReason} tekens, of er lijken persoonsgegevens in te staan. Schrijf kort en zonder namen of nummers.");
}
