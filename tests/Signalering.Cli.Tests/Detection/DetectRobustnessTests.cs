using System.Globalization;
using System.Text;

namespace Signalering.Cli.Tests.Detection;

/// <summary><c>detect</c> on tables as people and programs write them: any order, separator, line end and mark, any
/// series.
/// </summary>
public sealed class DetectRobustnessTests : IDisposable
{
    private static readonly string[] Methods = ["auto", "farrington", "farrington-compat", "ears-c1", "ears-c2", "ears-c3"];

    private readonly string _folder = Directory.CreateTempSubdirectory("detect").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_form_of_the_table_and_the_order_of_its_rows_change_nothing(int seed)
    {
        var random = new Random(seed);
        var rows = Rows(random, series: 4, months: 60).ToList();
        var plain = await Detect(Table(rows, ",", "\n"), new UTF8Encoding(false), "auto");
        var forms = new (string Separator, string LineEnd, Encoding Encoding)[]
        {
            (";", "\r\n", new UTF8Encoding(true)), ("\t", "\n", new UTF8Encoding(false)),
            (",", "\r\n\r\n", new UTF8Encoding(true)), (";", "\n", Encoding.Unicode),
        };
        foreach (var (separator, lineEnd, encoding) in forms)
        {
            var mixed = rows.OrderBy(_ => random.Next()).ToList();
            Assert.Equal(plain.Order(), (await Detect(Table(mixed, separator, lineEnd), encoding, "auto")).Order());
        }
    }

    [Fact]
    public async Task Any_series_gives_an_answer_or_says_that_there_is_none_with_every_method()
    {
        var random = new Random(7);
        var odd = new List<string[]> { Row("een maand", 0, "7"), Row("ver uiteen", 0, "1"), Row("ver uiteen", 599, "1") };
        for (var t = 0; t < 600; t++)
        {
            odd.Add(Row("lang", t, (t * 7 % 11).ToString(CultureInfo.InvariantCulture)));
            if (t >= 84)
                continue;
            odd.AddRange(
            [
                Row("nul", t, "0"), Row("vast", t, "5"), Row("miljard", t, "1000000000"), Row("leeg", t, ""),
                Row("van nul naar miljard", t, t < 80 ? "0" : "1e9"), Row("gaten", t, t % 2 == 0 ? "NA" : "3"),
                Row("breuk", t, "0.5"), Row("zonder blootstelling", t, "4", exposure: "0"),
                Row("kleine blootstelling", t, "4", exposure: t < 60 ? "1000000000" : "0.000001"),
                Row("toeval", t, random.Next(9).ToString(CultureInfo.InvariantCulture)),
            ]);
        }

        foreach (var method in Methods)
        {
            var lines = await Detect(Table(odd, ",", "\n"), new UTF8Encoding(false), method);
            Assert.Equal(1 + 600 + 600 + (10 * 84), lines.Length);
            Assert.All(lines, line => Assert.True(IsAnswer(line.Split(',')), line));
        }
    }

    // expected, upperbound, score and pvalue are numbers, and alarm 0 or 1; or they are all empty and the status says why.
    private static bool IsAnswer(string[] cells)
    {
        if (cells[8] is "niet beoordeelbaar" or "geen levering")
            return cells[2..7].All(cell => cell.Length == 0);
        var numbers = cells[2..6].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
        return cells[8] is "beoordeeld" or "voorlopig" or "te weinig gevallen" or "onvolledig"
            && numbers.All(double.IsFinite) && numbers[0] >= 0 && numbers[3] is >= 0 and <= 1 && cells[6] is "0" or "1";
    }

    private static IEnumerable<string[]> Rows(Random random, int series, int months)
    {
        for (var s = 0; s < series; s++)
        {
            for (var t = 0; t < months; t++)
            {
                if (random.Next(12) > 0)
                    yield return Row($"wijk {s}", t, random.Next(3 + s).ToString(CultureInfo.InvariantCulture), "schulden");
            }
        }
    }

    private static string[] Row(string series, int month, string count, string group = "", string exposure = "1") =>
    [
        series, string.Create(CultureInfo.InvariantCulture, $"{1990 + (month / 12)}-{1 + (month % 12):00}"), count, exposure,
        group,
    ];

    private static string Table(IEnumerable<string[]> rows, string separator, string lineEnd) => string.Join(
        lineEnd,
        rows.Prepend(["series", "month", "count", "exposure", "group"]).Select(row => string.Join(separator, row)));

    private async Task<string[]> Detect(string table, Encoding encoding, string method)
    {
        var (from, to) = (Path.Combine(_folder, "reeksen.csv"), Path.Combine(_folder, "uit.csv"));
        await File.WriteAllTextAsync(from, table, encoding, TestContext.Current.CancellationToken);
        using var error = new StringWriter();
        var exit = await SignaleringCommand.Run(
            ["detect", from, "--out", to, "--method", method], TextWriter.Null, error);
        Assert.True(exit == SignaleringCommand.Done, error.ToString());
        return (await File.ReadAllLinesAsync(to, TestContext.Current.CancellationToken))[1..];
    }
}
