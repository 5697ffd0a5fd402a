using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Signalering.Cli.Protecting;
using Signalering.Domain.Disclosure;
using Signalering.Solver;

namespace Signalering.Cli.Verbs;

/// <summary><c>protect</c>: a long table in, what may be published out.</summary>
internal static class ProtectVerb
{
    public static Command Create(Screen screen)
    {
        var table = new Argument<FileInfo>("tabel")
        {
            Description = "CSV met een kolom per dimensie (totalen als eigen code), een waarde, en eventueel 'casussen' en 'grootste'.",
        };
        var spec = new Option<FileInfo>("--spec") { Description = "JSON: dimensies, drempel, afronding.", Required = true };
        var previous = new Option<FileInfo?>("--previous") { Description = "De vorige uitgave van dezelfde tabel." };
        var frozen = new Option<FileInfo?>("--frozen") { Description = "Cellen die al bekend zijn en zo blijven." };
        var target = new Option<FileInfo>("--out") { Description = "De tabel die gepubliceerd mag worden.", Required = true };
        var certificate = new Option<FileInfo?>("--certificate")
        {
            Description = "Het bewijs van veiligheid (JSON). Niet publiceren: hierin staat welke cellen klein zijn.",
        };
        var command = new Command(
            "protect",
            "Beveiligt een tabel tegen onthulling: rondt af en houdt cellen achter tot niemand een kleine cel kan " +
            "terugrekenen. Zonder sluitend bewijs wordt er niets geschreven.")
        {
            table, spec, previous, frozen, target, certificate,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            screen,
            new Files(
                parsed.GetRequiredValue(table), parsed.GetRequiredValue(spec), parsed.GetValue(previous),
                parsed.GetValue(frozen), parsed.GetRequiredValue(target), parsed.GetValue(certificate)),
            cancellationToken)));
        return command;
    }

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static int Run(Screen screen, Files files, CancellationToken cancellationToken)
    {
        if (!files.Spec.Exists)
            throw new UserFaultException($"Het bestand {files.Spec} bestaat niet.");
        var spec = ProtectionSpec.Parse(files.Spec.Name, File.ReadAllText(files.Spec.FullName), screen.Step);
        var table = new LongTable(LongTableFile.Read(files.Table), spec);
        var ledger = new Ledger(Earlier(table, files.Previous), Earlier(table, files.Frozen));
        var protection = new Protector(new OrToolsSolver()).Protect(
            table.Unprotected(), spec.Dimensions, spec.Options, ledger, cancellationToken);
        switch (protection)
        {
            case Protection.Safe safe:
                if (files.Certificate is { } certificate)
                    Write(certificate, JsonSerializer.Serialize(safe.Certificate, Json) + "\n");
                Write(files.Out, table.Write(safe.Table));
                var withheld = safe.Table.Cells.Count(cell => cell.Value is null);
                screen.Say($"{safe.Table.Cells.Count} cellen, waarvan {withheld} achtergehouden; geschreven in {files.Out}.");
                return SignaleringCommand.Done;
            case Protection.Impossible impossible:
                screen.Fault("Niet gepubliceerd: met wat al bekend is of nul is, zijn deze cellen niet te verbergen:");
                foreach (var cell in impossible.Blocking.Take(10))
                    screen.Fault("  " + cell);
                screen.Fault(impossible.Coarser ?? "Er is geen grovere tabel gevonden die wel kan.");
                return SignaleringCommand.Found;
            case Protection.Faulty faulty:
                throw new UserFaultException(string.Join(Environment.NewLine, faulty.Faults));
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    private static PublishedTable? Earlier(LongTable table, FileInfo? file) =>
        file is null ? null : table.Earlier(LongTableFile.Read(file));

    private static void Write(FileInfo target, string text)
    {
        Directory.CreateDirectory(target.DirectoryName!);
        var unfinished = target.FullName + ".deel";
        File.WriteAllText(unfinished, text, new UTF8Encoding(false));
        File.Move(unfinished, target.FullName, overwrite: true);
    }

    private sealed record Files(
        FileInfo Table, FileInfo Spec, FileInfo? Previous, FileInfo? Frozen, FileInfo Out, FileInfo? Certificate);
}
