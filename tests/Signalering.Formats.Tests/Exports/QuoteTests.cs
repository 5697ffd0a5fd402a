using Signalering.Domain.Intake;
using Signalering.Formats.Exports;

namespace Signalering.Formats.Tests.Exports;

public class QuoteTests
{
    [Fact]
    public void A_quote_that_is_never_closed_stops_at_the_row_where_it_began()
    {
        var export = ReadExport.From("Datum;Tekst\n1-3-2026;goed\n2-3-2026;\"open\n3-3-2026;x\n");

        Assert.Equal(2, export.Rows.Count);
        Assert.Equal(ProblemCode.Beschadigd, export.Failure?.Code);
        Assert.Equal("Rij 3", export.Failure?.Waar.ToString());
        Assert.Contains("aanhalingsteken", export.Failure?.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_swallows_rows_until_the_next_one_is_not_passed_over()
    {
        // The quote before 'open' takes the rest of row 2 and the start of row 3 along.
        var export = ReadExport.From("a;b;c\n1;\"open;x\n4;\"5\";y\n6;7;z\n");

        Assert.Single(export.Rows);
        Assert.Equal(new Place(2, null), export.Failure?.Waar);
    }

    [Fact]
    public void Quotes_inside_a_cell_are_text()
    {
        var export = ReadExport.From("a;b\nzei \"hallo\" en;\"zei \"hallo\"\"\n“ja”;'nee'\n");

        Assert.Null(export.Failure);
        Assert.Equal("zei \"hallo\" en", export.Rows[1][0]);
        Assert.Equal(["“ja”", "'nee'"], export.Rows[2]);
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
