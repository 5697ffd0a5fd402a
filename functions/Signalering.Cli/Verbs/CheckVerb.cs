using System.CommandLine;
using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Screening;
using Signalering.Formats.Exports;
using Signalering.Functions;

namespace Signalering.Cli.Verbs;

/// <summary><c>check</c>: what the pipeline would say of a file, before it leaves the team.</summary>
internal static class CheckVerb
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<FileInfo[]>("bestand")
        {
            Description = "Een of meer exports (.csv of .xlsx).",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Eén JSON-document op stdout." };
        var municipality = new Option<FileInfo?>("--gemeente") { Description = "Bestand met wijken en wijkteams." };
        var team = new Option<string?>("--wijkteam") { Description = "Sleutel van het team dat levert; anders het eerste." };
        var folder = new Option<DirectoryInfo?>("--out") { Description = "Map voor het bewijs als pagina (.html), .csv en .json." };
        var command = new Command(
            "check",
            "Controleert exports zoals de pijplijn dat doet; er verlaat niets deze machine. Met --json: " +
            "{\"bestanden\":[{\"bestand\",\"uitkomst\",\"findings\":[{\"row\",\"column\",\"kind\",\"level\",\"rule\"}],\"controle\"}]}. " +
            "row: rij in de tabel, de kop is rij 1. column: kop van de kolom. kind: bsn, email, phone, iban, postcode6, address, " +
            "birthdate, name, plate, document, url, dossier, gps, creditcard, ip, login, hidden, narrative, column, combination, " +
            "pseudonym of undecided. level: laag, midden of hoog. rule: vaste sleutel van de regel. De inhoud van een cel staat er " +
            "nooit in.")
        {
            files, json, municipality, team, folder,
        };
        command.SetAction(parsed => Run(
            screen, parsed.GetRequiredValue(files), parsed.GetValue(json), parsed.GetValue(municipality), parsed.GetValue(team),
            parsed.GetValue(folder)));
        return command;
    }

    private static int Run(
        Screen screen, FileInfo[] files, bool json, FileInfo? municipality, string? teamKey, DirectoryInfo? folder)
    {
        var knowledge = SignaleringServices.ReadKnowledge(Places.MunicipalityFile(municipality, null));
        var team = teamKey is null ? knowledge.Gemeente.Wijkteams[0] : knowledge.Gemeente.FindTeam(teamKey)
            ?? throw new UserFaultException($"'{teamKey}' is geen wijkteam van {knowledge.Gemeente.Naam}.");
        if (files.FirstOrDefault(file => !file.Exists) is { } missing)
            throw new UserFaultException($"Het bestand {missing} bestaat niet.");

        var pass = new IntakePass(knowledge, new IntakeOptions { FindingsKept = int.MaxValue });
        var composer = new ReceiptComposer(knowledge, new IntakeOptions());
        var reader = new ExportReader();
        var hasher = new CaseHasher("geen sleutel nodig"u8, team.Sleutel); // hashes are thrown away
        var received = new DateTimeOffset(Places.Today().ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var receipts = files.Select(file =>
        {
            using var content = file.OpenRead();
            var result = pass.Run(
                reader.Open(content, file.Name), team, new DeliveryStamp(received, "controle"), hasher, CancellationToken.None);
            return (File: file, Result: result, Receipt: Here(composer.Of(team.Sleutel, new DeliveryStamp(received, "controle"), result, [])));
        }).ToList();

        if (folder is not null)
            receipts.ForEach(r => Write(folder, r.File.Name, r.Receipt));
        if (json)
            screen.Say(JsonText.Of(new { bestanden = receipts.Select(r => Describe(r.File.Name, r.Result, r.Receipt)) }));
        else
            receipts.ForEach(r => Say(screen, r.File.Name, r.Receipt));
        return receipts.TrueForAll(r => r.Receipt.Status == "verwerkt" && r.Receipt.Meldingen.Count == 0 && r.Result.Findings.Count == 0)
            ? SignaleringCommand.Done
            : SignaleringCommand.Found;
    }

    // Nothing was delivered yet: this says what would become of it.
    private static Receipt Here(Receipt receipt) => receipt with
    {
        Samenvatting = receipt.Samenvatting
            .Replace("Verwerkt:", "In orde:", StringComparison.Ordinal)
            .Replace("Wacht op vrijgave:", "Zou wachten op vrijgave:", StringComparison.Ordinal)
            .Replace("Het bestand wordt bewaard tot en met", "Na levering wordt het bestand bewaard tot en met", StringComparison.Ordinal),
    };

    private static void Write(DirectoryInfo folder, string name, Receipt receipt)
    {
        var path = Path.Combine(folder.CreateSubdirectory(".").FullName, name + ".ontvangstbewijs");
        File.WriteAllBytes(path + ".html", ReceiptHtml.Write(receipt));
        File.WriteAllBytes(path + ".csv", ReceiptCsv.Write(receipt));
        File.WriteAllBytes(path + ".json", receipt.ToJson());
    }
    // Rows count from the header of the table, so that titles above it change nothing; a title row has row 0 or less.
    private static object Describe(string name, IntakeResult result, Receipt receipt) => new
    {
        bestand = name,
        uitkomst = result.Gate switch { GateOutcome.Pass => "doorgelaten", GateOutcome.Quarantine => "quarantaine", _ => "geweigerd" },
        findings = result.Findings.OrderBy(finding => finding.Row).Select(finding => new
        {
            row = finding.Row - result.HeaderRow + 1,
            column = finding.Column,
            kind = PersonalDataNames.Key(finding.Kind),
            level = PersonalDataNames.Key(finding.Level),
            rule = finding.Rule,
        }),
        controle = receipt,
    };

    private static void Say(Screen screen, string name, Receipt receipt)
    {
        var lines = ReceiptText.Lines(receipt);
        screen.Say($"{name}: {lines[0]}");
        foreach (var line in lines.Skip(1))
            screen.Say(line);
    }
}
