using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Signalering.Cli.Tests.Detection;

/// <summary><c>detect</c> from the outside.</summary>
public sealed class DetectVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("detect").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Golden_runs_without_their_results_are_answered_as_R_does()
    {
        using var file = File.OpenRead(Path.Combine(
            SampleStory.Root, "tests", "Signalering.Domain.Tests", "Detection", "Golden", "golden-dev.json.gz"));
        using var content = new GZipStream(file, CompressionMode.Decompress);
        var golden = JsonNode.Parse(content)!.AsObject();
        var question = golden.DeepClone().AsObject();
        foreach (var run in question["runs"]!.AsArray().Select(r => r!.AsObject()))
            Strip(run);
        await File.WriteAllTextAsync(At("vragen.json"), question.ToJsonString(), TestContext.Current.CancellationToken);

        Assert.Equal(0, await Run("detect", "--golden", At("vragen.json"), "--out", At("antwoorden.json")));

        var answers = JsonNode.Parse(await File.ReadAllTextAsync(At("antwoorden.json"), TestContext.Current.CancellationToken))!;
        var compared = 0;
        foreach (var (should, answer) in golden["runs"]!.AsArray().Zip(answers["runs"]!.AsArray()))
        {
            var unstable = should!["fit"]?["unstable"]?.AsArray();
            foreach (var path in Paths(should))
            {
                var (a, b) = (Value(should, path).AsArray(), Value(answer!, path).AsArray());
                Assert.Equal(a.Count, b.Count);
                for (var i = 0; i < a.Count; i++)
                {
                    if (unstable is not null && path[0] != "corrected" && (double?)unstable[i] is not 0.0)
                        continue;
                    Assert.True(Agree((double?)a[i], (double?)b[i]), $"{should["series"]} {string.Join('.', path)} [{i}]");
                    compared++;
                }
            }
        }

        Assert.True(compared > 40_000);
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    public async Task A_table_of_series_gives_a_row_per_month_with_every_gap_filled(char separator)
    {
        var table = new StringBuilder("series,month,count\n");
        for (var t = 0; t < 72; t++)
        {
            if (t != 40)
                table.Append(System.Globalization.CultureInfo.InvariantCulture, $"a,{2020 + (t / 12)}-{(t % 12) + 1:00},{(t == 50 ? "" : t >= 69 ? 19 : 4 + (t % 3))}\n");
        }

        await File.WriteAllTextAsync(
            At("reeks.csv"), table.ToString().Replace(',', separator), TestContext.Current.CancellationToken);
        Assert.Equal(0, await Run("detect", At("reeks.csv"), "--out", At("uit.csv"), "--from", "2023-01"));
        var lines = await File.ReadAllLinesAsync(At("uit.csv"), TestContext.Current.CancellationToken);

        Assert.Equal("series,month,expected,upperbound,score,pvalue,alarm,method,status", lines[0]);
        Assert.Equal(37, lines.Length);
        Assert.Equal("a,2023-05,,,,,,auto,geen levering", lines[5]);
        Assert.Equal("a,2024-03,,,,,,auto,geen levering", lines[15]);
        Assert.All(lines[^3..], line => Assert.Equal("1", line.Split(',')[6]));
        Assert.DoesNotContain(lines, line => line.Contains("NaN", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("series,month\na,2024-01", "count")]
    [InlineData("series,month,count\na,2024-13,4", "Rij 2, kolom 'month'")]
    [InlineData("series,month,count\na,2024-01,-4", "Rij 2, kolom 'count'")]
    [InlineData("series,month,count\na,2024-01,4\na,2024-01,5", "Rij 3, kolom 'month'")]
    [InlineData("series,month,count\n,2024-01,4", "Rij 2, kolom 'series'")]
    public async Task A_fault_is_told_with_its_place(string content, string place)
    {
        await File.WriteAllTextAsync(At("fout.csv"), content, TestContext.Current.CancellationToken);
        using var error = new StringWriter();
        var code = await SignaleringCommand.Run(
            ["detect", At("fout.csv"), "--out", At("uit.csv")], TextWriter.Null, error);
        Assert.Equal(SignaleringCommand.WrongUse, code);
        Assert.Contains(place, error.ToString(), StringComparison.Ordinal);
    }

    private static void Strip(JsonObject run)
    {
        foreach (var result in new[] { "fit", "corrected", "trace", "observed", "packageErrors", "upperbound", "alarm" })
            run.Remove(result);
        if (run["algorithm"]!.GetValue<string>() != "earsC")
        {
            run.Remove("methods");
            return;
        }

        foreach (var method in run["methods"]!.AsObject().Select(m => m.Value!.AsObject()))
        {
            foreach (var name in method.Select(p => p.Key).Where(k => k is not ("alpha" or "range")).ToList())
                method.Remove(name);
        }
    }

    private static IEnumerable<string[]> Paths(JsonNode run) => run["algorithm"]!.GetValue<string>() switch
    {
        "farringtonFlexible" =>
        [
            ["fit", "mu0"], ["fit", "phi"], ["fit", "seEta0_package"], ["methods", "nbPlugin", "upperbound"],
            ["methods", "nbPlugin", "alarm"], ["methods", "muan", "upperbound"], ["methods", "delta", "upperbound"],
            ["methods", "delta", "pvalue"], ["corrected", "mu0"], ["corrected", "tau"], ["corrected", "upper_nbTau"],
            ["corrected", "pMid_nbTau"], ["corrected", "alarm_nbTau"],
        ],
        "earsC" =>
        [
            ["methods", "C1", "upperbound"], ["methods", "C2", "alarm"], ["methods", "C3", "upperbound"],
            ["methods", "C3", "correct_alarm"],
        ],
        _ => [["upperbound"], ["alarm"]],
    };

    private static JsonNode Value(JsonNode node, string[] path) => path.Aggregate(node, (n, name) => n[name]!);

    private static bool Agree(double? should, double? answer) => should is null || answer is null
        ? should is null && answer is null
        : Math.Abs(should.Value - answer.Value) <= 1e-10 + (1e-8 * Math.Abs(should.Value));

    private string At(string name) => Path.Combine(_folder, name);

    private static Task<int> Run(params string[] args) => SignaleringCommand.Run(args, TextWriter.Null, TextWriter.Null);
}
