using System.Reflection;
using System.Text;
using Signalering.Domain.Classification;
using Signalering.Domain.Intake;
using Signalering.Domain.Municipality;
using Signalering.Domain.Screening;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Tests.Intake;

/// <summary>The seeds of the repository and the municipality of the sample data.</summary>
internal static class Seeds
{
    private static readonly string Root = typeof(Seeds).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static ColumnAliases Aliases { get; } = ColumnAliases.Parse(Bytes("seeds", "kolommen.json"));

    public static SourceProfiles Profiles { get; } = SourceProfiles.Parse(Bytes("seeds", "profielen.json"));

    public static IntakeKnowledge Knowledge { get; } = Of(Gemeente.Parse(Bytes("sample-data", "gemeente.json")));

    public static string File(params string[] path) => Encoding.UTF8.GetString(Bytes(path));

    public static IntakeKnowledge Of(string gemeenteJson) => Of(Gemeente.Parse(Encoding.UTF8.GetBytes(gemeenteJson)));

    private static IntakeKnowledge Of(Gemeente gemeente)
    {
        var taxonomy = SocialWorkTaxonomy.Parse(Bytes("seeds", "taxonomie.json"));
        var rules = Directory.GetFiles(Path.Combine(Root, "seeds", "regels"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), System.IO.File.ReadAllBytes(file)));
        return new IntakeKnowledge(
            gemeente, taxonomy, TermRules.Parse(Bytes("seeds", "regels.json"), rules, taxonomy), Aliases,
            NameLexicon.Parse(Bytes("seeds", "namen", "namen.txt"), Bytes("seeds", "namen", "woorden.bloom")))
        {
            Profielen = Profiles,
        };
    }

    private static byte[] Bytes(params string[] path) => System.IO.File.ReadAllBytes(Path.Combine([Root, .. path]));
}
