using Signalering.Domain.Intake;
using Signalering.Formats.Exports;

namespace Signalering.Formats.Tests.Exports;

public class QuoteTests
{
    [Theory]
    [InlineData("Datum;Tekst;Wijk\n1-3-2026;goed;A\n2-3-2026;\"open;B\n3-3-2026;x;C\n", "\"open")]
    [InlineData("Datum;Tekst;Wijk\n1-3-2026;goed;A\n2-3-2026;\"open;B\n4-3-2026;\"5\";C\n5-3-2026;z;D\n", "\"open")]
    [InlineData("Titel\n\nDatum;Tekst;Wijk\n1-3-2026;\"goed\";A\n2-3-2026;\"open\"\";B\n3-3-2026;x;C\nTotaal 3\n", "\"open\"\"")]
    public void A_quote_that_is_never_closed_is_text_when_every_line_is_a_row(string text, string cell)
    {
        var export = ReadExport.From(text);

        Assert.Null(export.Failure);
        Assert.Equal(["2-3-2026", cell, "B"], export.Rows.Single(row => row[0] == "2-3-2026"));
        Assert.Contains(export.Rows, row => row[^1] == "C");
        var note = Assert.Single(export.Notes);
        Assert.Equal("SIG2203", note.Code.Value);
        Assert.DoesNotContain("open;", note.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_is_never_closed_stops_the_file_when_cells_have_line_breaks()
    {
        var export = ReadExport.From("Datum;Tekst;Wijk\n1-3-2026;\"eerst\ndan; zo\";A\n2-3-2026;\"open;B\n3-3-2026;x;C\n");

        Assert.Equal(2, export.Rows.Count);
        Assert.Equal(ProblemCode.Beschadigd, export.Failure?.Code);
        Assert.Equal("Rij 3", export.Failure?.Waar.ToString());
        Assert.Contains("aanhalingsteken", export.Failure?.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_swallows_rows_until_the_next_one_is_not_passed_over()
    {
        // The quote before 'open' takes the rest of row 2 and the start of row 3 along; rows differ in length.
        var export = ReadExport.From("a;b;c\n1;\"open;x\n4;\"5\";y;en;\"meer\"\n6;7;z\n");

        Assert.Single(export.Rows);
        Assert.Equal(new Place(2, null), export.Failure?.Waar);
    }

    [Theory]
    [InlineData("a;b;c\n1;2;3\n4;5;6\n7;\"half een te")]
    [InlineData("a;b;c\n1;2;3\n4;\"open;6\n7;\"half;een te")]
    public void A_file_that_breaks_off_inside_quotes_is_damaged_and_not_text(string text) =>
        Assert.Equal(ProblemCode.Beschadigd, ReadExport.From(text).Failure?.Code);

    [Fact]
    public void Curly_quotes_around_a_cell_hold_it_together()
    {
        var text = "Datum;Tekst;Uren\n“1-3-2026”;“brief; gelezen”;“0,75”\n2-3-2026;zei “ja; goed” en;„x”\n3-3-2026;“open; y;1\n";
        foreach (var bytes in (byte[][])[System.Text.Encoding.UTF8.GetBytes(text), System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text)])
        {
            var export = ReadExport.From(bytes);
            Assert.Equal(["1-3-2026", "brief; gelezen", "0,75"], export.Rows[1]);
            Assert.Equal(["2-3-2026", "zei “ja", "goed” en", "x"], export.Rows[2]);
            Assert.Equal(["3-3-2026", "“open", "y", "1"], export.Rows[3]);
        }
    }

    [Fact]
    public void Quotes_inside_a_cell_are_text()
    {
        var export = ReadExport.From("a;b\nzei \"hallo\" en;\"zei \"hallo\"\"\n“ja”;'nee'\n");

        Assert.Null(export.Failure);
        Assert.Equal("zei \"hallo\" en", export.Rows[1][0]);
        Assert.Equal(["ja", "'nee'"], export.Rows[2]);
    }

    [Theory]
    [InlineData(2_000_000)]
    [InlineData(1_100_000)]
    public void A_row_over_the_limit_is_a_problem_with_a_place(int length)
    {
        var export = ReadExport.From("a;b\n1;2\n3;" + new string('x', length) + "\n4;5\n");

        Assert.Equal(2, export.Rows.Count);
        Assert.Equal(ProblemCode.Beschadigd, export.Failure?.Code);
        Assert.Equal(3, export.Failure?.Waar.Rij);
    }

    [Fact]
    public void A_row_over_the_limit_is_a_problem_also_when_it_fits_the_buffer()
    {
        var limits = new ExportLimits { MaxRecordBytes = 2000 };
        var export = ReadExport.From(
            System.Text.Encoding.UTF8.GetBytes("a;b\n3;" + new string('x', 2500) + "\n4;5\n"), limits: limits);

        Assert.Equal(2, export.Failure?.Waar.Rij);
    }

    [Fact]
    public void A_long_row_under_the_limit_is_read()
    {
        var export = ReadExport.From("a;b\n3;" + new string('x', 1_000_000) + "\n4;5\n");
        Assert.Equal(1_000_000, export.Rows[1][1].Length);
        Assert.Equal(["4", "5"], export.Rows[2]);
    }
}
