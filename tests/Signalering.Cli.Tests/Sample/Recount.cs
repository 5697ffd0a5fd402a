using System.Globalization;
using System.Text.Json;
using Signalering.Domain;
using Signalering.Formats.Exports;
using Signalering.Functions;

namespace Signalering.Cli.Tests.Sample;

/// <summary>What was counted of a group of activities, by the recount.</summary>
/// <param name="Cases">Case numbers as delivered.</param>
internal sealed record Tally(HashSet<string> Cases)
{
    public int Activities { get; set; }

    public long Minutes { get; set; }

    public int WithoutMinutes { get; set; }

    public long Participants { get; set; }

    public int WithoutCase { get; set; }

    public override string ToString() =>
        $"{Activities} activiteiten, {Minutes} min, {WithoutMinutes} zonder duur, {Participants} deelnemers, " +
        $"{WithoutCase} zonder casus, {Cases.Count} casussen";
}

/// <summary>Counts the sample exports a second time, apart from the intake pass: own reading of files, dates, durations,
/// places and duplicates. Only the labels of a row come from the product, as they are what it is asked for.</summary>
internal sealed class Recount
{
    // Refused as a whole, from sample-data/README.md.
    private static readonly string[] Refused =
    [
        "havenkwartier/2025-06-09_activiteiten-2025-05.csv", "zuiderweide/2025-10-06_activiteiten-2025-09.csv",
        "molenveld/2024-01-04_activiteiten-2023-Q4.csv", "zuiderweide/2024-07-05_activiteiten-2024-Q2.csv",
        "molenveld/2024-07-02_activiteiten-2024-Q2.xls", "linderand/2025-10-01_begeleidende-brief.csv",
        "onbekend-team/2026-07-03_activiteiten-2026-06.csv",
    ];

    private static readonly string[] DateHeaders = ["Datum", "Datum contact", "Contactdatum", "Dat.", "datum"];
    private static readonly string[] WijkHeaders = ["Wijk", "Wijkcode", "Wijknaam", "Gebied", "wijkcode"];
    private static readonly string[] CaseHeaders = ["Cliëntnr", "Dossiernr", "Casus", "casus"];
    private static readonly string[] ParticipantHeaders = ["Aantal deelnemers", "Deelnemers", "# pers", "deelnemers"];
    private static readonly string[] DurationHeaders = ["Duur (min)", "Uren", "Bestede tijd", "Tijd", "uren"];

    private readonly Dictionary<string, string> _wijken = Wijken();
    private readonly IntakeKnowledge _knowledge = SignaleringServices.ReadKnowledge(Repository.Municipality);

    /// <summary>(team, month, wijk, quadrant, problem) of each activity and each of its problems.</summary>
    public Dictionary<(string Team, string Month, string Wijk, string Quadrant, string Problem), Tally> Cells { get; } = [];

    /// <summary>(team, month, wijk, quadrant).</summary>
    public Dictionary<(string Team, string Month, string Wijk, string Quadrant), Tally> Totals { get; } = [];

    /// <summary>(team, month, wijk, first problem, second problem).</summary>
    public Dictionary<(string Team, string Month, string Wijk, string First, string Second), Tally> Pairs { get; } = [];

    /// <summary>Counts everything, latest delivery first: a month of a team that was seen is done.</summary>
    public static Recount Run()
    {
        var recount = new Recount();
        var files = Directory.GetFiles(Repository.Exports, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Exports, path).Replace('\\', '/'))
            .Except(Refused)
            .OrderDescending(StringComparer.Ordinal);
        var done = new HashSet<(string, string)>();
        foreach (var file in files)
        {
            var team = file[..file.IndexOf('/', StringComparison.Ordinal)];
            var months = recount.Count(team, Path.Combine(Repository.Exports, file), month => !done.Contains((team, month)));
            done.UnionWith(months.Select(month => (team, month)));
        }

        return recount;
    }

    private HashSet<string> Count(string team, string path, Func<string, bool> isOpen)
    {
        var rows = PlainReader.Rows(path);
        var top = rows.Index().First(row => row.Item.Any(DateHeaders.Contains)).Index;
        var header = rows[top];
        var labels = Labels(path, header);
        var seen = new HashSet<string>();
        foreach (var row in rows.Skip(top + 1))
        {
            if (row.Length < 3 || Date(Cell(row, header, DateHeaders)) is not { } day || Place(row, header) is not { } wijk)
                continue;
            var month = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            if (!isOpen(month))
                continue;
            seen.Add(month);
            var (quadrant, problems) = labels[Key(row, header)];
            Add(Totals, (team, month, wijk, quadrant), row, header);
            foreach (var problem in problems)
                Add(Cells, (team, month, wijk, quadrant, problem), row, header);
            for (var first = 0; first < problems.Count; first++)
            {
                for (var second = first + 1; second < problems.Count; second++)
                    Add(Pairs, (team, month, wijk, problems[first], problems[second]), row, header);
            }
        }

        return seen;
    }

    private Dictionary<string, (string Quadrant, IReadOnlyList<string> Problems)> Labels(string path, string[] header)
    {
        var labels = new Dictionary<string, (string, IReadOnlyList<string>)>(StringComparer.Ordinal);
        using var content = File.OpenRead(path);
        var fault = new ClassificationPass(_knowledge, 2026).Run(
            new ExportReader().Open(content, Path.GetFileName(path)),
            _ => { },
            row => labels[Key([.. row.Cells], header)] = (row.Kwadrant, row.Problemen),
            TestContext.Current.CancellationToken);
        Assert.Null(fault);
        return labels;
    }

    private static void Add<TKey>(Dictionary<TKey, Tally> table, TKey key, string[] row, string[] header)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var tally))
            table[key] = tally = new Tally([]);
        var minutes = Minutes(header, row);
        tally.Activities++;
        tally.Minutes += minutes ?? 0;
        tally.WithoutMinutes += minutes is null ? 1 : 0;
        tally.Participants += Participants(Cell(row, header, ParticipantHeaders));
        if (Cell(row, header, CaseHeaders) is { Length: > 0 } number)
            tally.Cases.Add(number);
        else
            tally.WithoutCase++;
    }

    private static string Cell(string[] row, string[] header, string[] names)
    {
        var column = Array.FindIndex(header, name => names.Contains(name));
        return column >= 0 && column < row.Length ? row[column].Trim() : string.Empty;
    }

    // A label depends on a row's words and numbers; numbers are written one way, and dates are left out.
    private static string Key(string[] row, string[] header)
    {
        var date = Array.FindIndex(header, DateHeaders.Contains);
        var cells = row.Take(header.Count(name => name.Length > 0)).Select((cell, column) => column == date ? "" : Plain(cell));
        return string.Join('|', cells).TrimEnd('|');

        static string Plain(string cell) =>
            decimal.TryParse(cell.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number.ToString("0.####", CultureInfo.InvariantCulture)
                : cell.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static DateOnly? Date(string cell)
    {
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
            return new DateOnly(1899, 12, 30).AddDays(serial);
        if (cell.StartsWith("Afgedrukt op", StringComparison.Ordinal))
            return null;
        var digits = cell.Split(' ')[^1];
        string[] forms = ["d-M-yyyy", "d/M/yyyy", "yyyy-MM-dd"];
        return DateOnly.TryParseExact(digits, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 2000 and < 2030 ? day : null;
    }

    private static int? Minutes(string[] header, string[] row)
    {
        var cell = Cell(row, header, DurationHeaders);
        if (cell.Length == 0)
            return null;
        if (cell.Split(':') is [var hours, var rest])
            return (int.Parse(hours, CultureInfo.InvariantCulture) * 60) + int.Parse(rest, CultureInfo.InvariantCulture);
        if (header.Contains("Duur (min)") || cell.EndsWith(" min", StringComparison.Ordinal))
            return int.Parse(cell.Replace(" min", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var value = decimal.Parse(cell.Replace(',', '.'), CultureInfo.InvariantCulture);
        return (int)Math.Round(value * 60, MidpointRounding.AwayFromZero);
    }

    private static int Participants(string cell)
    {
        var numbers = new string([.. cell.Select(c => char.IsAsciiDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return numbers.Count switch { 0 => 0, 1 => numbers[0], _ => (numbers[0] + numbers[1] + 1) / 2 };
    }

    private string? Place(string[] row, string[] header) =>
        _wijken.GetValueOrDefault(Cell(row, header, WijkHeaders).ToLowerInvariant());

    private static Dictionary<string, string> Wijken()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Repository.Municipality));
        var names = new Dictionary<string, string>
        {
            ["elders"] = "elders",
            ["buiten gemeente"] = "elders",
            ["buiten de gemeente"] = "elders",
            ["onbekend"] = "onbekend",
            ["n.v.t."] = "onbekend",
            ["?"] = "onbekend",
            [""] = "onbekend",
            ["-"] = "onbekend",
        };
        foreach (var wijk in file.RootElement.GetProperty("wijken").EnumerateArray())
        {
            var code = wijk.GetProperty("code").GetString()!;
            names[code.ToLowerInvariant()] = names[wijk.GetProperty("naam").GetString()!.ToLowerInvariant()] = code;
            foreach (var alias in wijk.GetProperty("aliassen").EnumerateArray())
                names[alias.GetString()!.ToLowerInvariant()] = code;
        }

        return names;
    }
}
