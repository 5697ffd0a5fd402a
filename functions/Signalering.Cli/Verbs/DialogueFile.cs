using System.Text.Json;
using Signalering.Domain;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Screening;
using Signalering.Formats.Exports;
using Signalering.Formats.Reports;

namespace Signalering.Cli.Verbs;

/// <summary>Answers to signals from a file of the user: a filled-in report, or a register.</summary>
internal static class DialogueFile
{
    /// <summary>Reads it, and says which cells were left out.</summary>
    /// <exception cref="UserFaultException">Not there, or neither of the two.</exception>
    public static DialogueRegister Read(Screen screen, FileInfo file, IntakeKnowledge knowledge)
    {
        if (!file.Exists)
            throw new UserFaultException($"Het bestand {file} bestaat niet.");
        return file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase) ? Register(file) : Workbook(screen, file, knowledge);
    }

    private static DialogueRegister Register(FileInfo file)
    {
        try
        {
            return DialogueRegister.Parse(File.ReadAllBytes(file.FullName));
        }
        catch (JsonException)
        {
            throw new UserFaultException($"{file} is geen register van antwoorden. Verwacht: register.json uit de opslag.");
        }
    }

    private static DialogueRegister Workbook(Screen screen, FileInfo file, IntakeKnowledge knowledge)
    {
        using var content = file.OpenRead();
        var (workbook, fault) = DialogueReader.Read(content, new ExportLimits());
        if (workbook is null)
            throw new UserFaultException($"{file}: {fault}");
        var received = new DateTimeOffset(Places.Today().ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var result = DialogueMerge.Run(
            DialogueRegister.Leeg, workbook, received, "bestand",
            new OwnWords(knowledge, received.Year).MayBeKept);
        foreach (var left in result.Fouten)
            screen.Say($"  Weggelaten: {left}");
        screen.Say($"{result.Aangenomen} {(result.Aangenomen == 1 ? "antwoord" : "antwoorden")} overgenomen uit {file.Name}.");
        return result.Register;
    }
}
