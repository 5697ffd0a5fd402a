using ClosedXML.Excel;

namespace Signalering.Cli.Tests;

/// <summary>The answer flows back: from a yellow cell of one report into the next.</summary>
public class DialogueTests
{
    [Fact]
    public async Task What_an_advisor_fills_in_stands_in_the_next_report_and_what_names_a_person_does_not()
    {
        using var folder = new TemporaryFolder();
        var first = Path.Combine(folder.Path, "eerst");
        Assert.Equal(SignaleringCommand.Done, (await Report(first)).Exit);
        var workbook = Path.Combine(first, "2026-Q3", "signalering-2026-Q3.xlsx");
        Fill(
            workbook, ("Trekker", "afdeling Inkomen"), ("Herkenning beleid", "misschien"),
            ("Besluit", "mevrouw Jansen belt 06-12345678"));

        var second = await Report(Path.Combine(folder.Path, "daarna"), "--dialoog", workbook);

        Assert.Equal(SignaleringCommand.Done, second.Exit);
        Assert.Contains("1 antwoord overgenomen", second.Output, StringComparison.Ordinal);
        Assert.Contains("'Herkenning beleid': geen van de keuzes.", second.Output, StringComparison.Ordinal);
        Assert.Contains("'Besluit': bevat gegevens die naar een persoon kunnen leiden.", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", second.Output, StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(
            Path.Combine(folder.Path, "daarna", "2026-Q3", "signalering-2026-Q3.html"), TestContext.Current.CancellationToken);
        Assert.Contains("afdeling Inkomen", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", page, StringComparison.Ordinal);
    }

    private static Task<RunCommand> Report(string target, params string[] more) => RunCommand.Of(
        ["report", "--exports", Repository.Exports, "--period", "2026-Q3", "--out", target, .. more]);

    // Fills in the card of the first signal.
    private static void Fill(string path, params (string Field, string Answer)[] answers)
    {
        using var workbook = new XLWorkbook(path);
        var sheet = workbook.Worksheet("Dialoogkaarten");
        var header = sheet.RowsUsed().First(row => row.Cell(1).GetString() == "Signaal");
        var column = header.CellsUsed().Single(cell => cell.GetString() == "Uw antwoord").Address.ColumnNumber;
        var signal = sheet.Row(header.RowNumber() + 1).Cell(1).GetString();
        foreach (var (field, answer) in answers)
        {
            var row = sheet.RowsUsed().First(row =>
                row.Cell(1).GetString() == signal && row.Cell(2).GetString() == field);
            row.Cell(column).SetValue(answer);
        }

        workbook.Save();
    }
}
