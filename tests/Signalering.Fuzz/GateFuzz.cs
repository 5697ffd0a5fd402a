using System.Diagnostics;
using Signalering.Domain.Intake;
using Signalering.Domain.Screening;

namespace Signalering.Fuzz;

/// <summary>Mutated texts through the gate: no crash, no cell over a second, no text in a message.</summary>
internal static class GateFuzz
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Runs.</summary>
    /// <param name="count">Number of inputs.</param>
    /// <param name="seed">Start of the stream.</param>
    /// <param name="output">Says what went wrong, by number; and the sums.</param>
    /// <returns>0 when nothing went wrong.</returns>
    public static int Run(int count, ulong seed, TextWriter output)
    {
        var folder = Path.Combine(Seeds.Root, "tests/Signalering.Domain.Tests/Screening/Corpus");
        var corpus = Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(Seeds.Corpus).Select(line => line.Text).ToList();
        var mutations = new Mutations(seed);
        using var row = new OneCell();
        var (problems, gate) = NewGate(row);
        var (undecided, slow, leaks, slowest, characters) = (0, 0, 0, TimeSpan.Zero, 0L);
        for (var i = 0; i < count; i++)
        {
            if (i % 10_000 == 9_999)
            {
                leaks += Leaks(problems, row.Text);
                undecided += gate.All.Count(finding => finding.Kind == PersonalDataKind.Undecided);
                (problems, gate) = NewGate(row);
            }

            row.Set(mutations.Of(corpus), i + 2);
            characters += row.Text.Length;
            var start = Stopwatch.GetTimestamp();
            gate.Inspect(row);
            var elapsed = Stopwatch.GetElapsedTime(start);
            slowest = elapsed > slowest ? elapsed : slowest;
            slow += elapsed > Longest ? 1 : 0;
            if (problems.Groups.Count > 0 && i % 500 == 0)
                leaks += Leaks(problems, row.Text);
        }

        gate.Close();
        output.WriteLine(
            $"{count} inputs, {characters / 1e6:F0} million characters: {undecided} failed detectors, {slow} over 1 s " +
            $"(slowest {slowest.TotalMilliseconds:F0} ms), {leaks} leaks");
        return undecided + slow + leaks == 0 ? 0 : 1;
    }

    // Any run of eight characters of the text that our own words do not have.
    private static int Leaks(ProblemList problems, string text)
    {
        var said = string.Join('\n', problems.Groups.SelectMany(group => group.Voorbeelden).Select(problem => problem.ToString()));
        for (var i = 0; i + 8 <= text.Length; i += 4)
        {
            var part = text.AsSpan(i, 8);
            if (part.ContainsAnyInRange('0', '9') && said.AsSpan().Contains(part, StringComparison.Ordinal))
                return 1;
        }

        return 0;
    }

    private static (ProblemList Problems, PrivacyGate Gate) NewGate(OneCell row)
    {
        var problems = new ProblemList();
        var gate = new PrivacyGate(Seeds.Lexicon, Seeds.Allowed, 2026, problems, findingsKept: int.MaxValue);
        row.Set("omschrijving", 1);
        gate.Begin(row, ColumnMap.Of(row, Seeds.Knowledge().HeadersOf(null), [], []));
        return (problems, gate);
    }

    private sealed class OneCell : IExportRows
    {
        public string Text { get; private set; } = string.Empty;

        public int RowNumber { get; private set; }

        public int CellCount => 1;

        public Problem? Failure => null;

        public void Set(string text, int row) => (Text, RowNumber) = (text, row);

        public bool Read() => false;

        public ReadOnlySpan<char> Cell(int column) => column == 0 ? Text : [];

        public void Dispose()
        {
            // Nothing is open.
        }
    }
}
