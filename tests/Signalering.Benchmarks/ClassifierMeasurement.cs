using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Signalering.Domain.Classification;
using Signalering.Functions;

namespace Signalering.Benchmarks;

/// <summary>The classifier on one thread against a compiled alternation and against one search per word, on the same
/// texts.</summary>
/// <remarks>The two others only find single words of the rules: no phrases, context, typing errors or quadrants. They are
/// slow, and read the first texts only.</remarks>
internal static class ClassifierMeasurement
{
    private const int Texts = 200_000;
    private const int Rounds = 5;
    private const int ForRegex = 4_000;
    private const int ForContains = 20_000;

    /// <summary>Prints a table in Markdown: the median of the rounds, after one to warm up.</summary>
    public static void Run()
    {
        var knowledge = SignaleringServices.ReadKnowledge(
            Path.Combine(LargeExport.RepositoryRoot, "sample-data", "gemeente.json"));
        var texts = Different.Texts(LargeExport.Descriptions(), knowledge, shortest: 60, longest: 100).Take(Texts).ToArray();
        var words = knowledge.Regels.Regels.Where(rule => rule.As == RuleAxis.Probleem).SelectMany(rule => rule.Termen)
            .Where(term => term.All(c => char.IsAsciiLetter(c) || c == '*')).Select(term => term.Trim('*'))
            .Distinct().ToArray();
        var alternation = new Regex(
            @"\b(?:" + string.Join('|', words.Select(Regex.Escape)) + ")",
            RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

        var classifier = RowsPerSecond(texts, text => knowledge.Classifier.ClassifyText(text).Problems == 0 ? 0 : 1);
        var regex = RowsPerSecond(texts[..ForRegex], text => alternation.Count(text));
        var contains = RowsPerSecond(
            texts[..ForContains], text => words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

        var length = texts.Average(text => text.Length);
        Say($"{texts.Length:N0} different texts of {length:N0} characters, {Rounds} rounds; {words.Length:N0} words\n");
        Say("| what | rows per second | × regex |\n|---|---|---|");
        Say($"| classifier | {classifier:N0} | {classifier / regex:N1} |");
        Say($"| compiled `Regex` alternation | {regex:N0} | 1.0 |");
        Say($"| `Contains` per word | {contains:N0} | {contains / regex:N1} |");
    }

    private static double RowsPerSecond(string[] texts, Func<string, int> read)
    {
        var seconds = new List<double>();
        var found = 0L;
        for (var round = 0; round <= Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var text in texts)
                found += read(text);
            if (round > 0)
                seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        if (found == 0)
            throw new InvalidOperationException("Nothing was found: that is no measurement.");
        seconds.Sort();
        return texts.Length / seconds[Rounds / 2];
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.WriteLine(line);
}
