using Signalering.Domain.Screening;

namespace Signalering.Fuzz;

/// <summary>Recall per kind and share of clean lines flagged, on a corpus of <c>text TAB kinds</c>.</summary>
internal static class Score
{
    private const int Year = 2026;

    public static int Run(string[] args, TextWriter output)
    {
        var show = args.Contains("--show");
        var half = Array.IndexOf(args, "--half") is >= 0 and var at ? args[at + 1] : null;
        if (show)
            AppDomain.CurrentDomain.FirstChanceException += (_, e) => output.WriteLine($"      EXCEPTION {e.Exception.GetType().Name} {e.Exception.StackTrace?.Split('\n')[0]}");
        foreach (var path in args.Where(arg => arg.EndsWith(".tsv", StringComparison.Ordinal)))
        {
            var lines = Seeds.Corpus(path).Where((_, i) => half is null || (i % 2 == 0) == (half == "even")).ToList();
            output.WriteLine($"{Path.GetFileName(path)} {half}: {lines.Count} lines");
            Print(lines, show, output);
        }

        return 0;
    }

    private static void Print(List<(string Text, string[] Kinds)> lines, bool show, TextWriter output)
    {
        var results = lines.Select(line => (line.Text, line.Kinds, Found: new PersonalDataDetector(Seeds.Lexicon, Seeds.Allowed).Find(line.Text, Year).ToList())).ToList();
        foreach (var kind in results.SelectMany(r => r.Kinds).Distinct().Order(StringComparer.Ordinal))
        {
            var with = results.Where(r => r.Kinds.Contains(kind)).ToList();
            var hit = with.Count(r => r.Found.Exists(f => PersonalDataNames.Key(f.Kind) == kind));
            var sure = with.Count(r => r.Found.Exists(f => PersonalDataNames.Key(f.Kind) == kind && f.Level >= FindingLevel.Midden));
            output.WriteLine($"  {kind,-10} {hit}/{with.Count} = {(double)hit / with.Count:F3}   midden+ {(double)sure / with.Count:F3}");
            foreach (var miss in with.Where(r => show && !r.Found.Exists(f => PersonalDataNames.Key(f.Kind) == kind)))
                output.WriteLine($"      MISS {kind}: {miss.Text}  [{Describe(miss.Found)}]");
        }

        var clean = results.Where(r => r.Kinds.Length == 0).ToList();
        var any = clean.Count(r => r.Found.Count > 0);
        var middle = clean.Count(r => r.Found.Exists(f => f.Level >= FindingLevel.Midden));
        output.WriteLine($"  clean {clean.Count}: flagged {(double)any / Math.Max(1, clean.Count):F3}, midden+ {(double)middle / Math.Max(1, clean.Count):F3}");
        foreach (var false_ in clean.Where(r => show && r.Found.Count > 0))
            output.WriteLine($"      FALSE {false_.Text}  [{Describe(false_.Found)}]");
    }

    private static string Describe(List<CellFinding> found) =>
        string.Join(" ", found.Select(f => $"{f.Rule}:{PersonalDataNames.Key(f.Level)}"));
}
