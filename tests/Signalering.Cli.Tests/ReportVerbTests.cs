using System.Globalization;

namespace Signalering.Cli.Tests;

public class ReportVerbTests
{
    private const string Header = "Datum;Wijk;Soort contact;Omschrijving;Duur (min)\n";

    [Theory]
    [InlineData("2026-Q5")]
    [InlineData("vorig kwartaal")]
    public async Task A_period_that_is_none_is_wrong_use_and_is_said_in_Dutch(string period)
    {
        var run = await RunCommand.Of("report", "--exports", Repository.Exports, "--period", period, "--out", "nergens");

        Assert.Equal(SignaleringCommand.WrongUse, run.Exit);
        Assert.Contains("is geen kwartaal. Verwacht: bijvoorbeeld 2026-Q3.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_use()
    {
        var run = await RunCommand.Of("report", "--exports", "bestaat-niet", "--period", "2026-Q3", "--out", "nergens");

        Assert.Equal(SignaleringCommand.WrongUse, run.Exit);
        Assert.Contains("De map bestaat-niet bestaat niet.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Culture_and_order_of_files_leave_no_trace_in_the_bytes()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, day) in new[] { ("a.csv", "3-7-2026"), ("b.csv", "4-8-2026") })
            folder.File($"exports/centrum/{name}", Header + Rows(day));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
            var dutch = await Report(folder, "nl");
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(dutch, await Report(folder, "ar"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_late_delivery_gives_a_second_edition_that_says_so_and_the_same_deliveries_give_none()
    {
        using var folder = new TemporaryFolder();
        folder.File("exports/centrum/2026-08-01_a.csv", Header + Rows("3-7-2026"));
        await Report(folder, "eerste");
        folder.File("exports/centrum/2026-09-01_b.csv", Header + Rows("4-8-2026"));

        await Report(folder, "tweede", "--previous", Path.Combine(folder.Path, "eerste", "2026-Q3"));

        var page = await File.ReadAllTextAsync(
            Path.Combine(folder.Path, "tweede", "2026-Q3", "signalering-2026-Q3.html"), TestContext.Current.CancellationToken);
        Assert.Contains("Uitgave 2, in plaats van uitgave 1.", page, StringComparison.Ordinal);
        Assert.Contains("Wijkteam Centrum, levering over augustus 2026: alsnog binnen.", page, StringComparison.Ordinal);
        var again = await RunCommand.Of(
            "report", "--exports", Path.Combine(folder.Path, "exports"), "--period", "2026-Q3", "--gemeente",
            Repository.Municipality, "--out", Path.Combine(folder.Path, "derde"), "--previous",
            Path.Combine(folder.Path, "tweede", "2026-Q3"));
        Assert.Contains("Er is niets veranderd", again.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "derde")));
    }

    [Fact]
    public async Task A_commissioner_gets_its_problems_and_no_others_and_an_unknown_one_is_wrong_use()
    {
        using var folder = new TemporaryFolder();
        folder.File("exports/centrum/a.csv", Header + Rows("3-7-2026"));

        await Report(folder, "uit", "--opdrachtgever", "corporatie");
        var unknown = await RunCommand.Of(
            "report", "--exports", Path.Combine(folder.Path, "exports"), "--period", "2026-Q3", "--gemeente",
            Repository.Municipality, "--out", folder.Path, "--opdrachtgever", "kerk");

        var page = await File.ReadAllTextAsync(
            Path.Combine(folder.Path, "uit", "2026-Q3", "signalering-2026-Q3-corporatie.html"), TestContext.Current.CancellationToken);
        Assert.Contains("Schulden", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Eenzaamheid", page, StringComparison.Ordinal);
        Assert.Equal(SignaleringCommand.WrongUse, unknown.Exit);
        Assert.Contains("'kerk' is geen opdrachtgever. Verwacht: corporatie,", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_looks_like_a_formula_stays_text_everywhere()
    {
        using var folder = new TemporaryFolder();
        folder.File("exports/centrum/x.csv", Header + Rows("3-7-2026"));
        var municipality = folder.File("exports/../gemeente.json", Repository.Text("sample-data/gemeente.json")
            .Replace("\"Lindenhof\"", "\"=1+1\"", StringComparison.Ordinal));

        var run = await RunCommand.Of(
            "report", "--exports", Path.Combine(folder.Path, "exports"), "--period", "2026-Q3", "--gemeente", municipality,
            "--out", Path.Combine(folder.Path, "out"));

        Assert.Equal(SignaleringCommand.Done, run.Exit);
        var figures = await File.ReadAllTextAsync(
            Path.Combine(folder.Path, "out", "2026-Q3", "cijfers.csv"), TestContext.Current.CancellationToken);
        Assert.Contains("\"'=1+1\"", figures, StringComparison.Ordinal);
        Assert.DoesNotContain(";=1+1", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_law_that_people_get_stuck_on_has_its_row_with_who_can_answer()
    {
        using var folder = new TemporaryFolder();
        folder.File("exports/centrum/x.csv", Header + string.Concat(Enumerable.Range(0, 40).Select(i =>
            $"{1 + (i % 28)}-7-2026;Binnenstad;Individueel traject;wachttijd herkeuring UWV al {2 + (i % 9)} maanden {i};45\n")));
        await Report(folder, "out");
        var page = await File.ReadAllTextAsync(
            Path.Combine(folder.Path, "out", "2026-Q3", "signalering-2026-Q3.html"), TestContext.Current.CancellationToken);
        var signals = await File.ReadAllTextAsync(
            Path.Combine(folder.Path, "out", "2026-Q3", "signalen.csv"), TestContext.Current.CancellationToken);

        Assert.Contains("Beleidseffecten: wetten en instanties waarop mensen vastlopen", page, StringComparison.Ordinal);
        Assert.Contains("beleidseffect.gemeente.uwv", signals, StringComparison.Ordinal);
        Assert.Contains("lopen mensen vast op UWV, vooral: wachten.", signals, StringComparison.Ordinal);
        Assert.Matches(">UWV</t[dh]>.*?>40</td>.*?>UWV</td></tr>", page);
        Assert.DoesNotContain("beleidseffect.gemeente.wmo", signals, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_in_the_ledger_and_what_is_missing_stands_in_the_report_with_its_reason()
    {
        using var folder = new TemporaryFolder();
        folder.File("exports/centrum/a.csv", Header + Rows("3-4-2026"));
        folder.File("exports/centrum/b.csv", Header + Rows("3-8-2026"));
        var ledger = folder.File("grootboek.json", """
            {"wijkteam":"centrum","leveringen":[],"aantekeningen":[{"id":"a","van":"2026-08","tot":"2026-08",
             "soort":"nieuwFormulier","tekst":"Nieuw systeem.","status":"bevestigd","door":"team","op":"2026-09-01"}]}
            """);

        await Report(folder, "zonder");
        await Report(folder, "met", "--grootboek", ledger);

        Assert.Contains("Wijkteam Centrum, mei 2026 tot en met juli 2026", await Lines("zonder"), StringComparison.Ordinal);
        var said = "Volgens het leveringsregister registreert het team vanaf deze maand met een ander formulier of systeem.";
        Assert.DoesNotContain(said, await Lines("zonder"), StringComparison.Ordinal);
        Assert.Contains(said, await Lines("met"), StringComparison.Ordinal);

        async Task<string> Lines(string name) => await File.ReadAllTextAsync(
            Path.Combine(folder.Path, name, "2026-Q3", "signalering-2026-Q3.html"), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_people_said_of_a_team_stands_beside_what_its_own_counts_told()
    {
        using var folder = new TemporaryFolder();
        var ledger = folder.File("grootboek.json", """
            {"wijkteam":"centrum","leveringen":[],"aantekeningen":[{"id":"a","van":"2025-10","tot":"2025-10",
             "soort":"nieuwFormulier","tekst":"Nieuw systeem.","status":"bevestigd","door":"team","op":"2026-09-01"}]}
            """);

        var run = await RunCommand.Of(
            "report", "--exports", Repository.Exports, "--period", "2026-Q3", "--out", folder.Path, "--grootboek", ledger);

        Assert.Equal(SignaleringCommand.Done, run.Exit);
        var page = await File.ReadAllTextAsync(
            Path.Combine(folder.Path, "2026-Q3", "signalering-2026-Q3.html"), TestContext.Current.CancellationToken);
        Assert.Contains("Wijkteam Centrum, vanaf januari 2025.", page, StringComparison.Ordinal);
        Assert.Contains(
            "Wijkteam Centrum, tot en met september 2025. Volgens het leveringsregister", page, StringComparison.Ordinal);
    }

    private static string Rows(string day) => string.Concat(Enumerable.Range(0, 12).Select(i =>
        $"{day};Binnenstad;Individueel traject;hb ivm huurachterstand, aangemeld schuldhulp {i};45\n"));

    private static async Task<Dictionary<string, string>> Report(TemporaryFolder folder, string name, params string[] more)
    {
        var target = Path.Combine(folder.Path, name);
        var run = await RunCommand.Of(
            [
                "report", "--exports", Path.Combine(folder.Path, "exports"), "--period", "2026-Q3", "--gemeente",
                Repository.Municipality, "--out", target, .. more,
            ]);
        Assert.Equal(SignaleringCommand.Done, run.Exit);
        return Directory.GetFiles(Path.Combine(target, "2026-Q3")).ToDictionary(
            path => Path.GetFileName(path), path => Convert.ToHexString(File.ReadAllBytes(path)));
    }
}
