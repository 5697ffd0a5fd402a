using System.Globalization;
using System.Text.Json;

namespace Signalering.Cli.Tests;

public sealed class ProtectVerbTests : IDisposable
{
    private const string Spec = """
        {
          "dimensions": {
            "wijk": { "children": { "GM9901": ["WK990101", "WK990102", "WK990103"] }, "relation": "sum" },
            "probleem": { "children": { "TOT": [["A", "B", "C"]] }, "relation": "sum" }
          },
          "value": "aantal", "marker": "x", "threshold": 10, "min_width": 10,
          "rounding": { "base": 1, "type": "conventional" }, "lower": 0
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("protect-").FullName;

    /// <summary>All true values below ten; 3 stands nowhere else.</summary>
    private static readonly string[] Table =
    [
        "wijk;naam;probleem;aantal",
        "WK990101;\"Noord; oud\";A;3", "WK990101;\"Noord; oud\";B;40", "WK990101;\"Noord; oud\";C;25", "WK990101;\"Noord; oud\";TOT;68",
        "WK990102;Zuid;A;31", "WK990102;Zuid;B;52", "WK990102;Zuid;C;17", "WK990102;Zuid;TOT;100",
        "WK990103;West;A;44", "WK990103;West;B;12", "WK990103;West;C;0", "WK990103;West;TOT;56",
        "GM9901;Gemeente;A;78", "GM9901;Gemeente;B;104", "GM9901;Gemeente;C;42", "GM9901;Gemeente;TOT;224",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_small_cell_gets_company_and_everything_else_stays_as_it_was()
    {
        var (code, _) = await Protect(Table);

        Assert.Equal(SignaleringCommand.Done, code);
        var rows = await File.ReadAllLinesAsync(At("uit.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("WK990101;\"Noord; oud\";A;x", rows[1]);
        Assert.Equal(Table.Length, rows.Length);
        Assert.Equal(Table.Select(Codes), rows.Select(Codes));
        // By hand: one withheld cell in a row or a column is the difference with the total.
        Assert.All(rows.Skip(1).GroupBy(row => row.Split(';')[0]), wijk => Assert.NotEqual(1, wijk.Count(IsWithheld)));
        Assert.All(rows.Skip(1).GroupBy(row => row.Split(';')[^2]), column => Assert.NotEqual(1, column.Count(IsWithheld)));
    }

    [Fact]
    public async Task The_certificate_gives_an_interval_that_is_wide_enough_for_every_withheld_cell()
    {
        await Protect(Table, "--certificate", At("c.json"));

        using var certificate = JsonDocument.Parse(
            await File.ReadAllTextAsync(At("c.json"), TestContext.Current.CancellationToken));
        var withheld = certificate.RootElement.GetProperty("withheld").EnumerateArray().ToList();
        Assert.NotEmpty(withheld);
        Assert.All(withheld, cell => Assert.True(
            cell.GetProperty("high").GetDecimal() - cell.GetProperty("low").GetDecimal() >= 10));
    }

    [Fact]
    public async Task Shuffled_rows_and_another_culture_give_the_same_decisions()
    {
        await Protect(Table);
        var one = (await File.ReadAllLinesAsync(At("uit.csv"), TestContext.Current.CancellationToken)).Order().ToList();
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
        await Protect([Table[0], .. Table.Skip(1).Reverse()]);
        CultureInfo.CurrentCulture = culture;

        Assert.Equal(one, (await File.ReadAllLinesAsync(At("uit.csv"), TestContext.Current.CancellationToken)).Order());
    }

    [Theory]
    [InlineData("WK990101;Noord;A;drie", "regel 2, kolom 'aantal'")]
    [InlineData("WK990101;Noord;A", "regel 2")]
    [InlineData("WK990101;Noord;A;-3", "negatieve waarde")]
    [InlineData("WK990101;Noord;A;4", "tellen")]
    [InlineData("WK990102;Zuid;A;31", "meer dan een keer")]
    public async Task A_wrong_table_is_refused_with_its_place_and_without_its_value(string row, string expected)
    {
        var (code, error) = await Protect([Table[0], row, .. Table.Skip(2)]);

        Assert.Equal(SignaleringCommand.WrongUse, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("drie", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("uit.csv")));
    }

    [Theory]
    [InlineData("\"threshold\": 10", "\"threshold\": 3", "drempel")]
    [InlineData("conventional", "random", "rounding.type")]
    [InlineData("\"value\": \"aantal\"", "\"value\": \"uren\"", "geen kolom 'uren'")]
    [InlineData("\"probleem\": {", "\"problem\": {", "geen kolom")]
    [InlineData("[[\"A\", \"B\", \"C\"]]", "[\"A\", \"TOT\"]", "onderdeel van zichzelf")]
    public async Task A_wrong_spec_is_refused(string from, string to, string expected)
    {
        var (code, error) = await Run(Table, Spec.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(SignaleringCommand.WrongUse, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_figures_that_leave_nothing_to_hide_behind_stop_the_publication()
    {
        await File.WriteAllLinesAsync(
            At("bekend.csv"), Table.Where(row => !row.EndsWith(";3", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);

        var (code, error) = await Protect(Table, "--frozen", At("bekend.csv"));

        Assert.Equal(SignaleringCommand.Found, code);
        Assert.Contains("Niet gepubliceerd", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("uit.csv")));
    }

    private static string Codes(string row) => row[..row.LastIndexOf(';')];

    private static bool IsWithheld(string row) => row.EndsWith(";x", StringComparison.Ordinal);

    private Task<(int Code, string Error)> Protect(string[] table, params string[] more) => Run(table, Spec, more);

    private async Task<(int Code, string Error)> Run(string[] table, string spec, params string[] more)
    {
        await File.WriteAllLinesAsync(At("tabel.csv"), table, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("spec.json"), spec, TestContext.Current.CancellationToken);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        string[] args = ["protect", At("tabel.csv"), "--spec", At("spec.json"), "--out", At("uit.csv"), .. more];
        return (await SignaleringCommand.Run(args, output, error), error.ToString());
    }

    private string At(string name) => Path.Combine(_folder, name);
}
