using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Domain.Detection;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Reporting;
using Signalering.Domain.Reporting.Editions;
using Signalering.Domain.Taxonomy;
using Signalering.Formats.Reports;
using Signalering.Functions;
using Signalering.Solver;

namespace Signalering.Benchmarks;

/// <summary>A whole process that makes a quarter report with all its files, from five years of cubes of a large
/// municipality: <c>-- report [teams] [wijken]</c>.</summary>
/// <remarks>The cubes are made first, in a folder, and are not part of what is measured. Detection, merging and protection
/// are timed again by themselves after the report, so that the share of each is known.</remarks>
internal static class ReportMeasurement
{
    private const int Months = 60;
    private const int ActivitiesPerMonth = 900;
    private const int CasesPerMonth = 300;
    private static readonly Quarter Period = new(2026, 3);

    /// <summary>Makes the cubes and runs the report in a process of its own.</summary>
    public static void Compare(int teams, int wijken)
    {
        var folder = Directory.CreateTempSubdirectory("signalering-kubussen").FullName;
        try
        {
            Make(folder, teams, wijken);
            using var process = Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!, ["report-once", folder]) { RedirectStandardOutput = true })!;
            Console.WriteLine(process.StandardOutput.ReadToEnd());
            process.WaitForExit();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Reads the folder, makes the report, and says how long each part took and how much memory was used.</summary>
    public static void Once(string folder)
    {
        var whole = Stopwatch.StartNew();
        var seeds = SignaleringServices.ReadKnowledge(Path.Combine(folder, "gemeente.json"));
        var parties = SignaleringServices.Commissioners(seeds, Opdrachtgever.Alle);
        var protector = new Protector(new OrToolsSolver());
        var pass = new ReportPass(seeds.Gemeente, seeds.Taxonomie, seeds.Regels.Versie, protector, parties)
        {
            Score = SignaleringServices.ReadScore(),
        };
        List<Cube> cubes = [.. Directory.GetFiles(folder, "*.kubus").Order(StringComparer.Ordinal).Select(file => CubeFile.Read(File.ReadAllBytes(file)))];
        Say("read", whole);
        var editions = pass.Run(Period, new ReportSources(cubes, DialogueRegister.Leeg, []));
        Say("read and report pass", whole);
        var files = ReportFiles.Write(editions);
        Say("and the files of the municipality and five views", whole);
        var bytes = files.Sum(file => (long)file.Bytes.Length);
        var count = files.Count;
        foreach (var edition in editions.Teams.Values)
        {
            foreach (var file in ReportFiles.WriteTeam(edition))
                (bytes, count) = (bytes + file.Bytes.Length, count + 1);
        }

        Say("and the files of the teams: everything", whole);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{cubes.Count} cubes, {count} files, {bytes / 1e6:0.0} MB; {editions.Gemeente.Bijlagen[0].Rijen.Count} signals"));
        Parts(seeds, protector, cubes);
    }

    private static void Parts(IntakeKnowledge seeds, Protector protector, List<Cube> cubes)
    {
        var window = new ReportWindow(Period);
        var part = Stopwatch.StartNew();
        SignalDetection.Run(SignalInput.FromCubes(cubes, seeds.Gemeente, seeds.Taxonomie, window.To));
        Say("of which detection", part);
        part.Restart();
        var sums = FigureSums.Merge(window, cubes, seeds.Taxonomie);
        Say("of which merging", part);
        part.Restart();
        var figures = ProtectedFigures.Protect(sums, seeds.Gemeente, seeds.Taxonomie, window, protector, PublishedTables.None);
        Say("of which protection", part);
        Console.WriteLine($"tables withheld as a whole: {figures.Withheld.Count}");
    }

    private static void Say(string what, Stopwatch watch) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,7:0.0} s {PeakMebibytes(),6} MiB at most so far: {what}"));

    private static long PeakMebibytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576;
    }

    // Every team works in the wijken of its own and one of its neighbour; few problems are common, most are rare.
    private static void Make(string folder, int teams, int wijken)
    {
        var seeds = SignaleringServices.ReadKnowledge(Path.Combine(LargeExport.RepositoryRoot, "sample-data", "gemeente.json"));
        List<string> codes = [.. Enumerable.Range(0, wijken).Select(i => string.Create(CultureInfo.InvariantCulture, $"WK9902{Letter(i / 10)}{i % 10}"))];
        File.WriteAllText(Path.Combine(folder, "gemeente.json"), Municipality(codes, teams));
        var random = new Random(1);
        var problems = seeds.Taxonomie.Problemen.Select(p => p.Sleutel).Append(SocialWorkTaxonomy.Geen).ToList();
        var quadrants = seeds.Taxonomie.Kwadranten.Select(k => k.Sleutel).ToList();
        for (var team = 0; team < teams; team++)
        {
            var own = codes.Where((_, i) => i * teams / wijken == team || (i + 1) * teams / wijken == team).ToList();
            for (var back = 0; back < Months; back++)
            {
                var cube = SomeCube(random, Team(team), Period.LastMonth.Plus(-back), own, problems, quadrants);
                File.WriteAllBytes(Path.Combine(folder, $"{Team(team)}-{Period.LastMonth.Plus(-back)}.kubus"), CubeFile.Write(cube));
            }
        }
    }

    private static Cube SomeCube(
        Random random, string team, Month month, List<string> wijken, List<string> problems, List<string> quadrants)
    {
        var builder = new Dictionary<(string Wijk, string Kwadrant, string Probleem), Cell>();
        var totals = new Dictionary<(string Wijk, string Kwadrant), Cell>();
        var pairs = new Dictionary<(string Wijk, string Eerste, string Tweede), Cell>();
        for (var i = 0; i < ActivitiesPerMonth; i++)
        {
            var wijk = wijken[random.Next(wijken.Count)];
            var quadrant = quadrants[random.Next(100) < 85 ? 0 : random.Next(quadrants.Count)];
            var first = (int)(problems.Count * Math.Pow(random.NextDouble(), 2));
            var (minutes, one) = (15 * random.Next(1, 9), random.Next(CasesPerMonth));
            Cell.Of(totals, (wijk, quadrant)).Add(minutes, one);
            Cell.Of(builder, (wijk, quadrant, problems[first])).Add(minutes, one);
            if (random.Next(100) < 15 && first + 1 < problems.Count - 1)
            {
                var second = random.Next(first + 1, problems.Count - 1);
                Cell.Of(builder, (wijk, quadrant, problems[second])).Add(minutes, one);
                Cell.Of(pairs, (wijk, problems[first], problems[second])).Add(minutes, one);
            }
        }

        var cases = Enumerable.Range(0, CasesPerMonth).Select(_ => (ulong)random.NextInt64()).Order().ToList();
        return new Cube(
            new CubeHeader(team, month, new DeliveryStamp(DateTimeOffset.UnixEpoch, "x"), $"{team} {month}", "1", "1", ActivitiesPerMonth),
            cases,
            [.. builder.OrderBy(one => one.Key).Select(one => new CubeCell(one.Key.Wijk, one.Key.Kwadrant, one.Key.Probleem, one.Value.Measures))],
            [.. totals.OrderBy(one => one.Key).Select(one => new CubeTotal(one.Key.Wijk, one.Key.Kwadrant, one.Value.Measures))],
            [.. pairs.OrderBy(one => one.Key).Select(one => new CubePair(one.Key.Wijk, one.Key.Eerste, one.Key.Tweede, one.Value.Measures))]);
    }

    private static string Municipality(List<string> codes, int teams) => JsonSerializer.Serialize(new
    {
        gemeente = new { code = "GM9902", naam = "Groot-Lindewaard" },
        wijken = codes.Select((code, i) => new { code, naam = $"Wijk {i:00}", aliassen = Array.Empty<string>(), inwoners = 4_000 + (97 * i) }),
        wijkteams = Enumerable.Range(0, teams).Select(team => new
        {
            sleutel = Team(team),
            naam = $"Team {team:00}",
            wijken = codes.Where((_, i) => i * teams / codes.Count == team),
            vanaf = Period.LastMonth.Plus(1 - Months).ToString(),
        }),
    });

    private static string Team(int number) => string.Create(CultureInfo.InvariantCulture, $"team-{number:00}");

    private static char Letter(int number) => (char)(number < 10 ? '0' + number : 'A' + number - 10);

    private sealed class Cell
    {
        private readonly SortedSet<int> _cases = [];
        private int _activities;
        private int _minutes;

        public CubeMeasures Measures => new(_activities, _minutes, 0, 0, 0, [.. _cases]);

        public static Cell Of<T>(Dictionary<T, Cell> cells, T key)
            where T : notnull => cells.TryGetValue(key, out var cell) ? cell : cells[key] = new Cell();

        public void Add(int minutes, int one)
        {
            _activities++;
            _minutes += minutes;
            _cases.Add(one);
        }
    }
}
