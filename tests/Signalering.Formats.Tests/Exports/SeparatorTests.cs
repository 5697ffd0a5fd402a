namespace Signalering.Formats.Tests.Exports;

public class SeparatorTests
{
    [Theory]
    [InlineData("Datum;Uren;Tekst\n1-3-2026;0,75;ja, goed\n2-3-2026;1,5;nee, niet\n", 3)]
    [InlineData("datum, wie, wat\n1-3-2026,team,\"brief; gelezen\"\n", 3)]
    [InlineData("Datum\tTekst\n1-3-2026\ta;b,c\n", 2)]
    [InlineData("Datum|Tekst\n1-3-2026|a,b\n", 2)]
    [InlineData("Maandoverzicht, maart\n\nDatum;Uren;Reistijd\n1-3-2026;0,75;0,5\n2-3-2026;0,25;1,5\n", 3)]
    [InlineData("Datum;Tekst\n1-3-2026;a, b\n1-3-2026;c, d\n1-3-2026;e;te veel\n1-3-2026;f, g\n", 2)]
    [InlineData("\"Datum;x\",\"Tekst\"\n\"1;2\",\"a\"\n\"3;4\",\"b\"\n", 2)]
    public void The_separator_is_the_one_that_makes_a_table(string text, int cells)
    {
        var rows = ReadExport.From(text).Rows;
        Assert.Contains(rows, row => row.Length == cells);
        Assert.Equal(cells, rows[^1].Length);
    }

    [Theory]
    [InlineData("omschrijving\nMevrouw komt langs, heeft schulden\nBelt, is verdrietig\n")]
    [InlineData("omschrijving\nSamen de brief gelezen, gebeld, afspraak gemaakt\nHuisbezoek\nOverleg, kort\nx\n")]
    [InlineData("omschrijving\nHuisbezoek\n")]
    [InlineData("omschrijving\n")]
    public void One_column_of_descriptions_is_not_split_at_its_commas(string text) =>
        Assert.All(ReadExport.From(text).Rows, row => Assert.Single(row));

    [Theory]
    [InlineData("sep=;\na;b\n", 2)]
    [InlineData("SEP=,\r\na,b;c\r\n", 2)]
    [InlineData("\"sep=;\"\na;b\n", 2)]
    [InlineData("\uFEFFsep=\t\na\tb\n", 2)]
    public void A_hint_line_wins(string text, int cells)
    {
        var rows = ReadExport.From(text).Rows;
        Assert.Equal(cells, Assert.Single(rows).Length);
    }

    [Fact]
    public void A_row_that_is_cut_off_at_the_end_of_the_sample_does_not_count()
    {
        var text = "Datum;Tekst\n" + "1-3-2026;\"" + new string('x', 70_000) + "\"\n2-3-2026;y\n";
        Assert.Equal(["2-3-2026", "y"], ReadExport.From(text).Rows[^1]);
    }
}
