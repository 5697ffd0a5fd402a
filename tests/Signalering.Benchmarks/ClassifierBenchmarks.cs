using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Signalering.Domain.Classification;
using Signalering.Domain.Taxonomy;

namespace Signalering.Benchmarks;

/// <summary>The classifier against a compiled alternation and against one search per term, on the same texts.</summary>
/// <remarks>The two others only find single words of the rules: no phrases, context, typing errors or quadrants. One
/// operation is one row of about 80 characters.</remarks>
[MemoryDiagnoser]
[InProcess]
public class ClassifierBenchmarks
{
    private const int Rows = 10_000;
    private string[] _texts = [];
    private ActivityClassifier _classifier = null!;
    private Regex _alternation = null!;
    private string[] _words = [];

    [GlobalSetup]
    public void Setup()
    {
        var root = typeof(ClassifierBenchmarks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "RepositoryRoot").Value!;
        var seeds = Path.Combine(root, "seeds");
        var taxonomy = SocialWorkTaxonomy.Parse(File.ReadAllBytes(Path.Combine(seeds, "taxonomie.json")));
        var rules = TermRules.Parse(
            File.ReadAllBytes(Path.Combine(seeds, "regels.json")),
            Directory.GetFiles(Path.Combine(seeds, "regels"), "*.json").Order(StringComparer.Ordinal)
                .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file))),
            taxonomy);
        _classifier = new ActivityClassifier(taxonomy, rules);
        _texts = Texts(Path.Combine(root, "sample-data", "exports", "oost"));
        _words =
        [
            .. rules.Regels.Where(rule => rule.As == RuleAxis.Probleem).SelectMany(rule => rule.Termen)
                .Where(term => term.All(c => char.IsAsciiLetter(c) || c == '*')).Select(term => term.Trim('*')).Distinct(),
        ];
        _alternation = new Regex(
            @"\b(?:" + string.Join('|', _words.Select(Regex.Escape)) + ")",
            RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Classifier()
    {
        var problems = 0;
        foreach (var text in _texts)
            problems += _classifier.ClassifyText(text).Problems == 0 ? 0 : 1;
        return problems;
    }

    [Benchmark(OperationsPerInvoke = Rows, Baseline = true)]
    public int CompiledAlternation()
    {
        var found = 0;
        foreach (var text in _texts)
            found += _alternation.Count(text);
        return found;
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public int ContainsPerTerm()
    {
        var found = 0;
        foreach (var text in _texts)
        {
            foreach (var word in _words)
                found += text.Contains(word, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return found;
    }

    // Descriptions of the invented sample exports, repeated to a fixed number of rows.
    private static string[] Texts(string folder)
    {
        var texts = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file, Encoding.Unicode).Skip(1))
            .Select(line => line.Split('\t')).Where(cells => cells.Length > 4 && cells[4].Length is > 50 and < 120)
            .Select(cells => cells[4]).Take(Rows).ToList();
        return [.. Enumerable.Range(0, Rows).Select(i => texts[i % texts.Count])];
    }
}
