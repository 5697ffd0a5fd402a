using System.CommandLine;
using Signalering.Domain.Reporting;
using Signalering.LocalHost;

namespace Signalering.Cli.Verbs;

/// <summary><c>demo</c>: the whole pipeline on invented data, from inbox to report.</summary>
internal static class DemoVerb
{
    public static Command Create(Screen screen)
    {
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "Map voor de rapporten.",
            DefaultValueFactory = _ => new DirectoryInfo("out"),
        };
        var exports = new Option<DirectoryInfo>("--exports")
        {
            Description = "Map met een map per wijkteam; anders de verzonnen gegevens van Lindewaard.",
            DefaultValueFactory = _ => new DirectoryInfo(Places.SampleExports),
        };
        var command = new Command(
            "demo", "Draait de hele pijplijn met verzonnen gegevens: start Azurite, levert aan, wacht op de rapporten, ruimt op.")
        {
            folder, exports,
        };
        command.SetAction((parsed, cancellationToken) => Run(
            screen, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(exports), cancellationToken));
        return command;
    }

    private static async Task<int> Run(
        Screen screen, DirectoryInfo folder, DirectoryInfo exports, CancellationToken cancellationToken)
    {
        if (!exports.Exists)
            throw new UserFaultException($"De map {exports} bestaat niet.");
        await using var azurite = await LocalAzurite.Start(
            screen, new AzuriteOptions { RepositoryRoot = Places.Repository }, cancellationToken);
        screen.Step("De functies starten op de lokale host");
        await using var demo = await DemoPipeline.Start(azurite.ConnectionString, exports.FullName, cancellationToken);

        screen.Step($"{demo.Files.Count} bestanden aanleveren in de inbox, zoals de teams dat doen");
        await demo.Upload(new Steps(done => screen.Progress("aangeleverd", done, demo.Files.Count)), cancellationToken);
        var receipts = await demo.WaitForReceipts(
            new Steps(done => screen.Progress("ontvangstbewijs", done, demo.Files.Count)), cancellationToken);
        var periods = await demo.LastQuarters(4, cancellationToken);
        screen.Step($"Rapporten aanvragen: {string.Join(", ", periods)}");
        var reports = await demo.WaitForReports(
            periods, new Steps(done => screen.Progress("rapport gereed", done, periods.Count)), cancellationToken);

        foreach (var (period, report) in reports)
            await demo.Download(period, report, Path.Combine(folder.FullName, period.ToString()), cancellationToken);
        await DemoPipeline.DownloadReceipts(Path.Combine(folder.FullName, "ontvangst"), receipts, cancellationToken);
        Say(screen, folder, receipts, reports);
        return SignaleringCommand.Done;
    }

    private static void Say(
        Screen screen, DirectoryInfo folder, IReadOnlyCollection<Domain.Deliveries.Receipt> receipts,
        IReadOnlyDictionary<Quarter, PublishedReport> reports)
    {
        screen.Say(string.Empty);
        ReceiptSummary.Say(screen, receipts);
        screen.Say($"{reports.Count} rapporten gemaakt: {string.Join(", ", reports.Keys)}.");
        var latest = reports.Keys.Max();
        var report = Path.Combine(folder.ToString(), latest.ToString(), $"signalering-{latest}");
        screen.Say($"Open eerst: {report}.xlsx");
        screen.Say($"Daarna: {report}.html (hetzelfde om te lezen en af te drukken)");
        if (receipts.Where(r => r.Status == "verwerkt").Select(r => r.Wijkteam).Order(StringComparer.Ordinal).LastOrDefault() is { } team)
        {
            var edition = Path.Combine(folder.ToString(), latest.ToString(), "teams", team, $"team-{team}-{latest}.html");
            screen.Say($"En: {edition} (wat een team terugkrijgt)");
        }

        screen.Say($"De ontvangstbewijzen voor de teams staan in {Path.Combine(folder.ToString(), "ontvangst")}.");
    }
}
