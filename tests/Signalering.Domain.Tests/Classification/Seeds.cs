using System.Reflection;
using Signalering.Domain.Classification;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Tests.Classification;

/// <summary>The committed taxonomy and rules, and the classifier made of them.</summary>
internal static class Seeds
{
    private static readonly string Root = typeof(Seeds).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static SocialWorkTaxonomy Taxonomy { get; } = SocialWorkTaxonomy.Parse(File.ReadAllBytes(Path("taxonomie.json")));

    public static TermRules Rules { get; } = TermRules.Parse(
        File.ReadAllBytes(Path("regels.json")),
        RuleFiles().Select(file => (System.IO.Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file))),
        Taxonomy);

    public static ActivityClassifier Classifier { get; } = new(Taxonomy, Rules);

    public static string Path(string name) => System.IO.Path.Combine(Root, "seeds", name);

    public static string Case(string name) =>
        System.IO.Path.Combine(Root, "tests", "Signalering.Domain.Tests", "Classification", "Cases", name);

    public static IEnumerable<string> RuleFiles() =>
        Directory.GetFiles(Path("regels"), "*.json").Order(StringComparer.Ordinal);

    /// <summary>Keys of the problems of a text, in the taxonomy's order; <c>geen</c> when there is none.</summary>
    public static string Problems(string text) => Keys(Classifier.ClassifyText(text));

    public static string Keys(ActivityLabels labels)
    {
        var keys = ActivityLabels.Positions(labels.Problems).Select(i => Taxonomy.Problemen[i].Sleutel);
        return string.Join(';', keys.DefaultIfEmpty(SocialWorkTaxonomy.Geen));
    }

    public static string Quadrant(string text) => Taxonomy.Kwadranten[Classifier.ClassifyText(text).Quadrant].Sleutel;
}
