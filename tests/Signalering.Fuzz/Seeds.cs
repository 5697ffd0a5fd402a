using System.Reflection;
using Signalering.Domain;
using Signalering.Domain.Classification;
using Signalering.Domain.Intake;
using Signalering.Domain.Municipality;
using Signalering.Domain.Screening;
using Signalering.Domain.Taxonomy;

namespace Signalering.Fuzz;

/// <summary>The committed lexicon and corpora.</summary>
internal static class Seeds
{
    public static string Root { get; } = typeof(Seeds).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static NameLexicon Lexicon { get; } = NameLexicon.Parse(
        File.ReadAllBytes(Path.Combine(Root, "seeds", "namen", "namen.txt")),
        File.ReadAllBytes(Path.Combine(Root, "seeds", "namen", "woorden.bloom")));

    public static AllowList[] Allowed { get; } =
    [
        AllowList.OfPlaces(File.ReadLines(Path.Combine(Root, "seeds", "namen", "organisaties.txt")).Where(line => line.Length > 0 && line[0] != '#')),
        AllowList.OfPlaces(Gemeente.Parse(File.ReadAllBytes(Path.Combine(Root, "sample-data", "gemeente.json"))).Plaatsnamen),
    ];

    public static IntakeKnowledge Knowledge()
    {
        var taxonomy = SocialWorkTaxonomy.Parse(Bytes("seeds/taxonomie.json"));
        var rules = Directory.GetFiles(Path.Combine(Root, "seeds", "regels"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file)));
        return new IntakeKnowledge(
            Gemeente.Parse(Bytes("sample-data/gemeente.json")), taxonomy,
            TermRules.Parse(Bytes("seeds/regels.json"), rules, taxonomy),
            ColumnAliases.Parse(Bytes("seeds/kolommen.json")), Lexicon,
            File.ReadLines(Path.Combine(Root, "seeds", "namen", "organisaties.txt")).Where(line => line.Length > 0 && line[0] != '#'));

        static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Root, path));
    }

    public static IReadOnlyList<(string Text, string[] Kinds)> Corpus(string path) =>
    [
        .. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t'))
            .Select(parts => (parts[0], parts[1] == "none" ? [] : parts[1].Split(';'))),
    ];
}
