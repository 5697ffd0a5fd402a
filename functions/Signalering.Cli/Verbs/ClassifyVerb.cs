using System.CommandLine;
using System.Globalization;
using CsvHelper;
using Signalering.Domain;
using Signalering.Formats.Exports;
using Signalering.Functions;

namespace Signalering.Cli.Verbs;

/// <summary><c>classify</c>: a file's own rows with their labels.</summary>
internal static class ClassifyVerb
{
    private static readonly string[] Added = ["kwadrant", "problemen", "kerntaken", "zekerheid", "uitleg", "status"];

    public static Command Create(Screen screen)
    {
        var file = new Argument<FileInfo>("bestand") { Description = "Export; een bestand met alleen 'omschrijving' mag ook." };
        var target = new Option<FileInfo>("--out") { Description = "CSV-bestand met de ingedeelde rijen.", Required = true };
        var explain = new Option<bool>("--uitleg")
        {
            Description = "Toon van elke rij op het scherm welke woorden de doorslag gaven en wat er tegen sprak.",
        };
        var command = new Command(
            "classify",
            "Geeft elke rij kwadrant, problemen en kerntaken, met een zekerheid van 0.00 tot 1.00 en de regels die " +
            "de doorslag gaven. Rijen onder de 0.50 krijgen de status onzeker; rijen met persoonsgegevens worden niet " +
            "ingedeeld.")
        {
            file, target, explain,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(
            Run(screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(target), parsed.GetValue(explain),
                cancellationToken)));
        return command;
    }

    private static int Run(
        Screen screen, FileInfo file, FileInfo target, bool explain, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw new UserFaultException($"Het bestand {file} bestaat niet.");
        var knowledge = SignaleringServices.ReadKnowledge(Places.MunicipalityFile(null, null));
        using var content = file.OpenRead();
        using var output = target.Create();
        using var writer = CsvWriter.Create(output, new CsvWriterOptions
        {
            Separator = ';',
            WriteByteOrderMark = true,
            Injection = CsvInjection.Escape,
            ValidateFieldCount = false,
        }, leaveOpen: true);

        var (rows, personal) = (0, 0);
        var problem = new ClassificationPass(knowledge, Places.Today().Year).Run(
            new ExportReader().Open(content, file.Name),
            header => WriteRecord(writer, header.Concat(Added)),
            row =>
            {
                rows++;
                personal += row.Status == "persoonsgegevens" ? 1 : 0;
                WriteRecord(writer, row.Cells.Concat(Labels(row)));
                if (explain && row.Uitleg is { } explanation)
                    ExplanationText.Lines(rows, row, explanation).ForEach(screen.Say);
            },
            cancellationToken);
        writer.Flush();
        if (problem is not null)
        {
            screen.Fault($"{problem.Code} {problem}");
            return SignaleringCommand.Found;
        }

        screen.Say($"{rows} rijen ingedeeld in {target}; {personal} overgeslagen omdat er persoonsgegevens in staan.");
        return personal == 0 ? SignaleringCommand.Done : SignaleringCommand.Found;
    }

    private static string[] Labels(ClassifiedRow row) =>
    [
        row.Kwadrant, string.Join(';', row.Problemen), string.Join(';', row.Kerntaken),
        row.Zekerheid?.ToString("0.00", CultureInfo.InvariantCulture) ?? string.Empty,
        row.Uitleg is null ? string.Empty : ExplanationText.Short(row.Uitleg), row.Status,
    ];

    private static void WriteRecord(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            writer.WriteField(cell);
        writer.EndRecord();
    }
}
