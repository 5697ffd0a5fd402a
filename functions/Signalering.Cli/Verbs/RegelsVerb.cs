using System.CommandLine;
using System.Text.Json;
using Signalering.Domain.Classification;
using Signalering.Domain.Taxonomy;

namespace Signalering.Cli.Verbs;

/// <summary><c>regels toets</c>: checks the rules that classify, for who writes them.</summary>
internal static class RegelsVerb
{
    public static Command Create(Screen screen)
    {
        var folder = new Argument<DirectoryInfo?>("map")
        {
            Description = "Map met taxonomie.json, regels.json en regels/; anders die van dit programma.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var texts = new Option<FileInfo?>("--teksten")
        {
            Description = "Bestand met een omschrijving per regel (bij tabs: de eerste kolom); meldt regels die nergens aanslaan.",
        };
        var check = new Command(
            "toets",
            "Toetst de regels: vorm, sleutels, voorbeelden (vangt en vangtNiet), termen die nooit aanslaan en termen die " +
            "dubbel staan.")
        {
            folder, texts,
        };
        check.SetAction(parsed => Check(screen, parsed.GetValue(folder), parsed.GetValue(texts)));
        return new Command("regels", "Hulp bij de regels waarmee activiteiten worden ingedeeld.") { check };
    }

    private static int Check(Screen screen, DirectoryInfo? folder, FileInfo? texts)
    {
        var root = folder?.FullName ?? Path.Combine(AppContext.BaseDirectory, "seeds");
        if (texts is { Exists: false })
            throw new UserFaultException($"Het bestand {texts} bestaat niet.");
        string[] lines = texts is null ? [] : [.. File.ReadLines(texts.FullName).Select(line => line.Split('\t')[0])];
        try
        {
            var taxonomy = SocialWorkTaxonomy.Parse(Read(root, "taxonomie.json"));
            var rules = TermRules.Parse(Read(root, "regels.json"), Files(root), taxonomy);
            return Report(screen, rules, RuleCheck.Run(rules, taxonomy, lines));
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            screen.Fault(fault.Message);
            return SignaleringCommand.Found;
        }
    }

    private static int Report(Screen screen, TermRules rules, IReadOnlyList<RuleFinding> findings)
    {
        foreach (var finding in findings)
            screen.Say($"{(finding.IsFout ? "FOUT" : "let op")}  {finding.Regel}: {finding.Uitleg}");
        var faults = findings.Count(finding => finding.IsFout);
        screen.Say($"{rules.Regels.Count} regels met {rules.Regels.Sum(rule => rule.Termen.Count)} termen: {faults} fouten, "
            + $"{findings.Count - faults} opmerkingen.");
        return faults == 0 ? SignaleringCommand.Done : SignaleringCommand.Found;
    }

    private static byte[] Read(string root, string name)
    {
        var path = Path.Combine(root, name);
        return File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new UserFaultException($"Het bestand {path} bestaat niet. Geef de map met taxonomie.json en regels.json.");
    }

    private static IEnumerable<(string Name, byte[] Json)> Files(string root)
    {
        var folder = Path.Combine(root, "regels");
        if (!Directory.Exists(folder))
            throw new UserFaultException($"De map {folder} bestaat niet. Daarin staat een bestand per probleem.");
        return Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file)));
    }
}
