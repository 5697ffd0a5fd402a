using System.Globalization;
using System.Reflection;
using System.Text;
using Signalering.Domain;
using Signalering.Domain.Intake;
using Signalering.Formats.Exports;

namespace Signalering.Benchmarks;

/// <summary>A large invented export: rows of the sample team Havenkwartier, drawn with a seed, numbered anew.</summary>
internal static class LargeExport
{
    private const int Seed = 20260930;

    public static string RepositoryRoot { get; } = typeof(LargeExport).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>Makes <c>export-{rows}.csv</c> in the temporary folder, unless it is there; returns its path.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="different">Knowledge to make descriptions with of which no two are alike; null for those of the sample,
    /// some ten thousand, as often as they are drawn.</param>
    public static string Make(int rows, IntakeKnowledge? different = null)
    {
        var path = Path.Combine(Path.GetTempPath(), $"signalering-export-{rows}{(different is null ? "" : "-different")}.csv");
        if (File.Exists(path))
            return path;
        var source = SourceRows();
        using var texts = different is null ? null : Different.Texts(Descriptions(), different, 1, 400).GetEnumerator();
        var random = new Random(Seed);
        using var file = new StreamWriter(path + ".part", append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\r\n" };
        file.WriteLine("Registratienr;Datum contact;Duur (min);Soort contact;Kanaal;Leefgebied;Omschrijving;Aantal deelnemers;Wijk;Dossiernr;Functie");
        for (var row = 0; row < rows; row++)
        {
            var cells = source[random.Next(source.Count)];
            var day = new DateOnly(2026, 7, 1).AddDays(random.Next(92));
            var number = random.Next(60_000).ToString("00000", CultureInfo.InvariantCulture);
            file.Write($"A{row:0000000};{day:dd-MM-yyyy};{cells[2]};{cells[3]};{cells[4]};{cells[5]};");
            var description = texts is not null && texts.MoveNext() ? texts.Current : cells[6];
            file.WriteLine($"{Quoted(description)};{cells[7]};{cells[8]};HK{number}Q;{cells[10]}");
        }

        file.Close();
        File.Move(path + ".part", path);
        return path;
    }

    /// <summary>The descriptions of the sample.</summary>
    public static List<string> Descriptions() => [.. SourceRows().Select(cells => cells[6]).Distinct()];

    private static List<string[]> SourceRows()
    {
        var rows = new List<string[]>();
        var folder = Path.Combine(RepositoryRoot, "sample-data", "exports", "havenkwartier");
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal).Where(path => !path.Contains("2025-06-09", StringComparison.Ordinal)))
        {
            using var content = File.OpenRead(path);
            using var table = ((OpenedExport.Table)new ExportReader().Open(content, path)).Rows;
            table.Read();
            while (table.Read())
                rows.Add([.. Enumerable.Range(0, 11).Select(column => table.Cell(column).ToString())]);
        }

        return rows;
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(";\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
