using System.Text;
using Signalering.Domain.Intake;
using Signalering.Formats.Exports;

namespace Signalering.Formats.Tests.Exports;

public class DelimitedTests
{
    [Fact]
    public void Rows_come_with_their_numbers_and_trimmed_cells()
    {
        var export = ReadExport.From("Export maart\r\n\r\nDatum;Omschrijving\r\n 04-03-2026 ;\u00A0Brief gelezen \t\r\n;\r\n");

        Assert.Equal(
            [["Export maart"], [""], ["Datum", "Omschrijving"], ["04-03-2026", "Brief gelezen"], ["", ""]], export.Rows);
        Assert.Equal([1, 2, 3, 4, 5], export.Numbers);
        Assert.Null(export.Failure);
    }

    [Fact]
    public void A_line_break_inside_quotes_does_not_make_a_row()
    {
        var export = ReadExport.From("Datum;Omschrijving\n1-3-2026;\"eerst\r\ndan \"\"dit\"\"\"\n2-3-2026;x");

        Assert.Equal("eerst\r\ndan \"dit\"", export.Rows[1][1]);
        Assert.Equal(3, export.Numbers[^1]);
    }

    [Fact]
    public void The_sep_line_of_Excel_tells_the_separator_and_is_no_row()
    {
        var export = ReadExport.From("sep=|\r\nDatum|Tekst; met, alles\r\n1-3-2026|a;b,c\r\n");

        Assert.Equal([["Datum", "Tekst; met, alles"], ["1-3-2026", "a;b,c"]], export.Rows);
        Assert.Equal([1, 2], export.Numbers);
    }

    [Fact]
    public void A_cell_outside_the_row_is_empty_and_a_cell_can_be_asked_twice()
    {
        var table = (OpenedExport.Table)new ExportReader().Open(new MemoryStream("a;b\nc;d"u8.ToArray()), "x.CSV");
        using var rows = table.Rows;
        Assert.True(rows.Cell(0).IsEmpty);
        Assert.True(rows.Read());

        Assert.Equal("b", rows.Cell(1).ToString());
        Assert.Equal("a", rows.Cell(0).ToString());
        Assert.Equal("b", rows.Cell(1).ToString());
        Assert.True(rows.Cell(2).IsEmpty);
        Assert.True(rows.Cell(-1).IsEmpty);
    }

    [Fact]
    public void Cells_of_one_row_stay_valid_while_others_are_read()
    {
        var cells = Enumerable.Range(0, 200).Select(i => new string((char)('a' + (i % 26)), 500)).ToArray();
        var table = (OpenedExport.Table)new ExportReader().Open(
            new MemoryStream(Encoding.UTF8.GetBytes("x;y\n" + string.Join(';', cells))), "x.csv");
        using var rows = table.Rows;
        rows.Read();
        rows.Read();

        var first = rows.Cell(0);
        for (var i = 1; i < cells.Length; i++)
            Assert.Equal(cells[i], rows.Cell(i).ToString());
        Assert.Equal(cells[0], first.ToString());
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes()
    {
        // sha256sum of the three bytes "abc" (FIPS 180-2, appendix B.1)
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ReadExport.From("abc").Sha256);
    }

    [Fact]
    public void The_delivered_stream_stays_open()
    {
        using var content = new MemoryStream("a;b\n"u8.ToArray());
        ReadExport.From(content, "x.csv");
        Assert.True(content.CanRead);
    }

    [Fact]
    public void Every_culture_reads_the_same()
    {
        var reads = Cultures.InEach(() => ReadExport.From("Datum;Uren\n1-3-2026;0,75\n2-3-2026;1.5\n"));
        Assert.All(reads, read => Assert.Equal([["Datum", "Uren"], ["1-3-2026", "0,75"], ["2-3-2026", "1.5"]], read.Rows));
    }

    [Fact]
    public void A_stream_that_gives_a_few_bytes_at_a_time_reads_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes("Datum;Omschrijving\n" + string.Concat(
            Enumerable.Range(0, 5000).Select(i => $"1-3-2026;\"cliënt {i}, één ‘keer’\"\n")));
        var whole = ReadExport.From(bytes);

        var slow = ReadExport.From(new SlowStream(bytes), "x.csv");

        Assert.Equal(5001, slow.Rows.Count);
        Assert.Equal(whole.Rows, slow.Rows);
        Assert.Equal(whole.Sha256, slow.Sha256);
    }

    [Fact]
    public void An_outage_of_the_storage_is_thrown_and_not_blamed_on_the_file()
    {
        var bytes = Encoding.UTF8.GetBytes("Datum;Omschrijving\n" + string.Concat(Enumerable.Repeat("1-3-2026;x\n", 40_000)));
        var failing = new SlowStream(bytes) { FailAfterReads = 120 };

        Assert.Throws<IOException>(() => ReadExport.From(failing, "x.csv"));
    }

    [Fact]
    public void Reading_rows_allocates_nothing_per_row()
    {
        var bytes = Encoding.UTF8.GetBytes("Datum;Omschrijving\n" + string.Concat(
            Enumerable.Repeat("1-3-2026;\"cliënt; belt\"\n", 50_000)));
        var table = (OpenedExport.Table)new ExportReader().Open(new MemoryStream(bytes), "x.csv");
        using var rows = table.Rows;
        rows.Read();

        var before = GC.GetAllocatedBytesForCurrentThread();
        while (rows.Read())
            _ = rows.Cell(0).Length + rows.Cell(1).Length;
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 300_000);
        Assert.Equal(50_001, rows.RowNumber);
    }
}
