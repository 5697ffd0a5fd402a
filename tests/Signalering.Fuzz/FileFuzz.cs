using System.Buffers;
using System.Text;
using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Formats.Exports;
using Signalering.Functions.Tests.Leaks;

namespace Signalering.Fuzz;

/// <summary>Damaged files through reader, gate, pass and receipt: no crash, none over a second of processor time, and nothing
/// of what was planted in a message.</summary>
/// <remarks>The corpus is made, not kept: every kind of personal data in every place that a CSV or XLSX file has
/// (<see cref="PlantedFiles"/>), the same for the same seed. An input is named by seed and number.</remarks>
internal static class FileFuzz
{
    private const double LongestSeconds = 1;

    // A receipt as page, CSV and JSON takes longer than reading a small file.
    private const int ReceiptEvery = 10;

    /// <summary>Runs.</summary>
    /// <param name="count">Number of inputs.</param>
    /// <param name="seed">Start of the stream.</param>
    /// <param name="output">Says what went wrong, by number; and the sums.</param>
    /// <returns>0 when nothing went wrong.</returns>
    public static int Run(int count, ulong seed, TextWriter output)
    {
        var corpus = Corpus();
        var numbers = new Mutations(seed);
        var mutations = new FileMutations(numbers);
        var intake = new Intake(corpus.SelectMany(file => file.Secrets));
        var (crashes, slow, leaks, slowest, bytes, counted) = (0, 0, 0, 0.0, 0L, 0);
        for (var i = 0; i < count; i++)
        {
            var (name, content, _) = corpus[numbers.Next(corpus.Count)];
            var file = mutations.Of(content, corpus[numbers.Next(corpus.Count)].Content);
            bytes += file.Length;
            var start = Environment.CpuUsage.TotalTime;
            try
            {
                var (isLeak, isCounted) = intake.Read(file, name, withReceipt: i % ReceiptEvery == 0);
                counted += isCounted ? 1 : 0;
                if (isLeak && ++leaks <= 10)
                    output.WriteLine($"leak: seed {seed}, input {i}");
            }
            catch (Exception crash)
            {
                if (++crashes <= 10)
                    output.WriteLine($"crash: seed {seed}, input {i}: {crash.GetType().Name}\n{crash.StackTrace}");
            }

            var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            slowest = Math.Max(slowest, seconds);
            if (seconds > LongestSeconds && ++slow <= 10)
                output.WriteLine($"slow: seed {seed}, input {i}: {seconds:F1} s");
            if (i % 100_000 == 99_999)
                output.WriteLine($"{i + 1}: {crashes} crashes, {slow} slow, {leaks} leaks");
        }

        output.WriteLine(
            $"{count} files, {bytes / 1e6:F0} MB, {counted} counted: {crashes} crashes, {slow} over 1 s (slowest {slowest * 1000:F0} ms), {leaks} leaks");
        return crashes + slow + leaks == 0 ? 0 : 1;
    }

    private static List<(string Name, byte[] Content, IReadOnlyList<string> Secrets)> Corpus()
    {
        var person = new InventedPerson(1);
        var corpus = new List<(string, byte[], IReadOnlyList<string>)>();
        foreach (var kind in InventedPerson.Kinds)
        {
            foreach (var place in PlantedFiles.TextPlaces)
            {
                var planted = person.Next(kind);
                corpus.Add(("levering.csv", PlantedFiles.Delimited(place, planted.Text), planted.Secrets));
            }

            foreach (var place in PlantedFiles.WorkbookPlaces)
            {
                var planted = person.Next(kind);
                corpus.Add(("levering.xlsx", PlantedFiles.Workbook(place, planted.Text), planted.Secrets));
            }
        }

        for (var i = 0; i < 40; i++)
        {
            var marker = person.Marker();
            corpus.Add(("levering.csv", PlantedFiles.Delimited(PlantedFiles.TextPlaces[i % PlantedFiles.TextPlaces.Count], marker), [marker]));
            corpus.Add(("levering.xlsx", PlantedFiles.Workbook(PlantedFiles.WorkbookPlaces[i % PlantedFiles.WorkbookPlaces.Count], marker), [marker]));
        }

        return corpus;
    }

    /// <summary>The whole intake of one file, without storage.</summary>
    private sealed class Intake
    {
        private static readonly DeliveryStamp Stamp = new(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero), "fuzz");

        private readonly IntakeKnowledge _knowledge = Seeds.Knowledge();
        private readonly ExportReader _reader = new();
        private readonly IntakePass _pass;
        private readonly ReceiptComposer _composer;
        private readonly SearchValues<string> _secrets;

        public Intake(IEnumerable<string> secrets)
        {
            _pass = new IntakePass(_knowledge, new IntakeOptions());
            _composer = new ReceiptComposer(_knowledge, new IntakeOptions());
            _secrets = SearchValues.Create([.. secrets.Where(secret => secret.Length >= 6).Distinct()], StringComparison.OrdinalIgnoreCase);
        }

        /// <summary>Whether something planted is said, and whether the file was counted.</summary>
        public (bool IsLeak, bool IsCounted) Read(byte[] file, string name, bool withReceipt)
        {
            var team = _knowledge.Gemeente.Wijkteams[0];
            using var content = new MemoryStream(file, writable: false);
            var result = _pass.Run(
                _reader.Open(content, name), team, Stamp, new CaseHasher("sleutel voor een meting"u8, team.Sleutel), CancellationToken.None);
            var isLeak = IsSaid(result);
            if (withReceipt)
            {
                var receipt = _composer.Of(team.Sleutel, Stamp, result, []);
                isLeak |= IsSaid(receipt.ToJson()) | IsSaid(ReceiptHtml.Write(receipt)) | IsSaid(ReceiptCsv.Write(receipt));
            }

            return (isLeak, result.Refusal is null);
        }

        private bool IsSaid(IntakeResult result)
        {
            foreach (var group in result.Problems.Groups)
            {
                if (group.Voorbeelden.Any(problem => IsSaid(problem.ToString())))
                    return true;
            }

            return (result.Refusal is { } refusal && IsSaid(refusal.ToString())) || result.Findings.Any(finding => IsSaid(finding.Id));
        }

        private bool IsSaid(byte[] utf8) => IsSaid(Encoding.UTF8.GetString(utf8));

        private bool IsSaid(string text) => text.AsSpan().ContainsAny(_secrets);
    }
}
