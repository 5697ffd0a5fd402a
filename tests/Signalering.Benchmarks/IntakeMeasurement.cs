using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Formats.Exports;
using Signalering.Functions;

namespace Signalering.Benchmarks;

/// <summary>The intake pass over a large export against CsvHelper alone on the same file: whole processes in turn, since
/// peak memory is a property of a process.</summary>
internal static class IntakeMeasurement
{
    private static readonly (string Name, string What, bool Different)[] Runs =
    [
        ("spans", "CsvHelper 34, every cell as a span", false),
        ("records", "CsvHelper 34, typed records", false),
        ("intake", "intake pass: read, map, screen, classify, count", false),
        ("intake-different", "the same, no two descriptions alike", true),
    ];

    /// <summary>Prints a table in Markdown: median of five runs of each, in turn.</summary>
    public static void Compare(int rows)
    {
        var path = LargeExport.Make(rows);
        var different = LargeExport.Make(rows, ReadKnowledge());
        var megabytes = new FileInfo(path).Length / 1e6;
        var results = Runs.ToDictionary(run => run.Name, _ => new List<(double Seconds, double Mebibytes)>());
        for (var round = 0; round < 6; round++)
        {
            foreach (var (name, _, isDifferent) in Runs)
            {
                var result = RunOnce(name, isDifferent ? different : path);
                if (round > 0) // the first warms the page cache
                    results[name].Add(result);
            }
        }

        var baseline = Median(results["spans"].Select(r => r.Seconds));
        Say($"{rows:N0} rows, {megabytes:N0} MB\n\n| what | × CsvHelper as spans | rows per second | peak memory, MiB |\n|---|---|---|---|");
        foreach (var (name, what, _) in Runs)
        {
            var seconds = Median(results[name].Select(r => r.Seconds));
            Say($"| {what} | {seconds / baseline:N1} | {rows / seconds:N0} | {results[name].Max(r => r.Mebibytes):N0} |");
        }
    }

    /// <summary>One reading in this process; prints seconds and peak memory.</summary>
    public static void Once(string name, string path)
    {
        var knowledge = ReadKnowledge();
        var started = Stopwatch.GetTimestamp();
        var count = name switch { "spans" => Spans(path), "records" => Records(path), _ => Intake(path, knowledge) };
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
        Say(string.Create(CultureInfo.InvariantCulture, $"{seconds} {peak} {count}"));
    }

    private static IntakeKnowledge ReadKnowledge() =>
        SignaleringServices.ReadKnowledge(Path.Combine(LargeExport.RepositoryRoot, "sample-data", "gemeente.json"));

    private static long Spans(string path)
    {
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ';' });
        long bytes = 0;
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
                bytes += reader.GetSpan(column).Length;
        }

        return bytes;
    }

    private static long Records(string path)
    {
        var dutch = CultureInfo.GetCultureInfo("nl-NL");
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ';', FormatProvider = dutch });
        long rows = 0;
        foreach (var record in reader.GetRecords<ExportRecord>())
            rows += record.Nummer.Length > 0 ? 1 : 0;
        return rows;
    }

    private static long Intake(string path, IntakeKnowledge knowledge)
    {
        using var content = File.OpenRead(path);
        var team = knowledge.Gemeente.FindTeam("havenkwartier")!;
        var stamp = new DeliveryStamp(new DateTimeOffset(2026, 10, 7, 0, 0, 0, TimeSpan.Zero), "meting");
        var result = new IntakePass(knowledge, new IntakeOptions()).Run(
            new ExportReader().Open(content, path), team, stamp, new CaseHasher("een sleutel om mee te meten"u8, team.Sleutel),
            CancellationToken.None);
        if (result.Refusal is { } refusal)
            throw new InvalidOperationException($"{refusal.Code.Value} {refusal}");
        return result.Cubes.Sum(cube => (long)cube.Header.Activities);
    }

    private static (double Seconds, double Mebibytes) RunOnce(string name, string path)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["once", name, path])
        {
            RedirectStandardOutput = true,
        })!;
        var words = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Say(string line) => Console.WriteLine(line);
}

/// <summary>A row of the export as CsvHelper reads it into an object.</summary>
[CsvRecord]
internal sealed partial class ExportRecord
{
    [CsvColumn("Registratienr")]
    public string Nummer { get; set; } = "";

    [CsvColumn("Datum contact")]
    [CsvFormat("dd-MM-yyyy")]
    public DateTime Datum { get; set; }

    [CsvColumn("Duur (min)")]
    public int Duur { get; set; }

    [CsvColumn("Soort contact")]
    public string Soort { get; set; } = "";

    public string Kanaal { get; set; } = "";

    public string Leefgebied { get; set; } = "";

    public string Omschrijving { get; set; } = "";

    [CsvColumn("Aantal deelnemers")]
    public string Deelnemers { get; set; } = "";

    public string Wijk { get; set; } = "";

    public string Dossiernr { get; set; } = "";

    public string Functie { get; set; } = "";
}
