using System.CommandLine;
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
        var command = new Command(
            "classify",
            "Geeft elke rij kwadrant, problemen en kerntaken. Rijen met persoonsgegevens worden niet ingedeeld. " +
            "De kolom zekerheid is nog leeg: deze versie deelt in op vaste termen.")
        {
            file, target,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(
            Run(screen, parsed.GetRequiredValue(file), parsed.GetRequiredValue(target), cancellationToken)));
        return command;
    }

    private static int Run(Screen screen, FileInfo file, FileInfo target, CancellationToken cancellationToken)
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
        row.Kwadrant, string.Join(';', row.Problemen), string.Join(';', row.Kerntaken), string.Empty,
        string.Join("; ", row.Uitleg), row.Status,
    ];

    private static void WriteRecord(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            writer.WriteField(cell);
        writer.EndRecord();
    }
}
