using CsCheck;
using Signalering.Domain.Intake;
using Signalering.Domain.Screening;

namespace Signalering.Domain.Tests.Intake;

/// <summary>A second thread reads ahead and changes nothing but the time.</summary>
public sealed class RowsAheadTests
{
    private const string Header = "Nr|Datum|Duur|Omschrijving|Deelnemers|Wijk|Casus";

    [Fact]
    public void The_rows_come_as_they_stand_in_the_file() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[0, 5], Gen.Int[0, 900]).Sample((rows, width, length) =>
        {
            var lines = Enumerable.Range(0, rows).Select(row =>
                Enumerable.Range(0, row % (width + 1))
                    .Select(c => new string((char)('a' + c), ((row * 7) + c) % (length + 1))).ToArray());
            var sheets = lines.Chunk(Math.Max(1, rows / 2)).ToArray();
            using var plain = new Rows(sheets);
            using var ahead = new RowsAhead(new Rows(sheets));

            while (plain.Read())
            {
                Assert.True(ahead.Read());
                Assert.Equal(
                    (plain.RowNumber, plain.Sheet, plain.SheetCount, plain.CellCount),
                    (ahead.RowNumber, ahead.Sheet, ahead.SheetCount, ahead.CellCount));
                for (var column = -1; column <= plain.CellCount; column++)
                    Assert.True(plain.Cell(column).SequenceEqual(ahead.Cell(column)));
            }

            Assert.False(ahead.Read());
            Assert.False(ahead.Read());
        }, iter: 60);

    [Theory]
    [InlineData(10)]
    [InlineData(1024)]
    [InlineData(2000)]
    public void A_fault_of_the_reader_comes_after_the_rows_before_it(int row)
    {
        using var ahead = new RowsAhead(new BreakingRows(row));
        for (var i = 1; i < row; i++)
            Assert.True(ahead.Read());

        Assert.Throws<IOException>(() => ahead.Read());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(1500)]
    public void A_reader_that_is_left_halfway_stops(int read)
    {
        var endless = new BreakingRows(int.MaxValue);
        using (var ahead = new RowsAhead(endless))
        {
            for (var i = 0; i < read; i++)
                ahead.Read();
        }

        Assert.True(endless.IsDisposed);
    }

    [Fact]
    public void Findings_faults_and_counts_of_a_long_file_are_those_of_its_rows()
    {
        var lines = Enumerable.Range(2, 6000).Select(row => (row % 500) switch
        {
            0 => $"{row}|31-2-2026|45|huur besproken||Molenveld|k{row % 90}",
            1 => $"{row}|3-3-2026|45|gesprek met Fatima over {row}||Molenveld|k{row % 90}",
            2 => $"{row - 1000000}|3-3-2026|45|deurwaarder aan de deur, brief gelezen||Molenveld|k{row % 90}",
            3 => $"{row}|3-3-2026|lang|deurwaarder aan de deur, brief {row}||Molenveld|k{row % 90}",
            _ => $"{row}|{(row % 28) + 1}-{(row % 9) + 1}-2026|45|huurachterstand, brief {row}|{row % 7}|Molenveld|k{row % 90}",
        }).ToArray();

        var result = Rows.Of([Header, .. lines]).Deliver();

        // By hand: of 6000 rows from row 2 on, twelve of each kind; the last of the first three kinds stand in 6000 to 6001.
        int[] bad = [.. Enumerable.Range(1, 12).Select(i => i * 500)];
        int[] named = [.. Enumerable.Range(1, 12).Select(i => (i * 500) + 1)];
        Assert.Equal(named, result.Findings.Select(finding => finding.Row));
        Assert.Equal(12, result.Problems.BadRows);
        var withoutDate = result.Problems.Groups.Single(g => g.Code == ProblemCode.GeenDatum);
        Assert.Equal(bad, withoutDate.Voorbeelden.Select(p => p.Waar.Rij!.Value));
        Assert.Equal(6000, result.Rows);
        Assert.Equal(GateOutcome.Refuse, result.Gate); // three names or more
    }

    [Fact]
    public void A_long_file_is_counted_the_same_every_time_and_as_its_parts()
    {
        string[] texts =
        [
            "huurachterstand besproken", "eenzaam na overlijden partner", "taalcafe, 12 deelnemers", "geen schulden meer",
            "buurman heeft schulden", "overleg met collega's", "sollicitatiebrief geschreven",
        ];
        var lines = Enumerable.Range(0, 5000).Select(i =>
            $"{i}|{(i % 28) + 1}-3-2026|{i % 200}|{texts[i % 7]} {(i % 3 == 0 ? i : "")}|{i % 5}|Molenveld|k{i % 77}").ToArray();
        var whole = Counts([lines]);

        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(whole, Counts([lines])));
        Assert.Equal(whole, Counts(lines.Chunk(500))); // files of 500 rows are read in place
    }

    // Activities per quadrant and problem over some deliveries.
    private static IEnumerable<string> Counts(IEnumerable<string[]> deliveries) => deliveries
        .SelectMany(lines => Rows.Of([Header, .. lines]).Deliver().Cubes).SelectMany(cube => cube.Cells)
        .GroupBy(cell => (cell.Kwadrant, cell.Probleem))
        .Select(g => $"{g.Key} {g.Sum(cell => cell.Measures.Activities)}").Order(StringComparer.Ordinal);

    private sealed class BreakingRows(int breaksAt) : IExportRows
    {
        public bool IsDisposed { get; private set; }

        public int RowNumber { get; private set; }

        public int CellCount => 1;

        public Problem? Failure => null;

        public bool Read() => ++RowNumber < breaksAt ? true : throw new IOException("weg");

        public ReadOnlySpan<char> Cell(int column) => "cel";

        public void Dispose() => IsDisposed = true;
    }
}
