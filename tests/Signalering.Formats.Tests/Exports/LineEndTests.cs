using System.Text;
using CsCheck;
using Signalering.Formats.Exports;

namespace Signalering.Formats.Tests.Exports;

public class LineEndTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Rows_may_end_in_any_of_three_ways(string end)
    {
        var export = ReadExport.From(string.Join(end, "Datum;Tekst", "1-3-2026;a", "2-3-2026;\"b; c\"", ""));
        Assert.Equal([["Datum", "Tekst"], ["1-3-2026", "a"], ["2-3-2026", "b; c"]], export.Rows);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_lone_return_inside_a_cell_does_not_end_the_row(string end)
    {
        var export = ReadExport.From(string.Join(end, "Datum;Tekst", "1-3-2026;eerst\rdan", "2-3-2026;\"b\rc\"", ""));
        Assert.Equal([["Datum", "Tekst"], ["1-3-2026", "eerst dan"], ["2-3-2026", "b c"]], export.Rows);
        Assert.Equal([1, 2, 3], export.Numbers);
    }

    [Fact]
    public void Returns_are_replaced_alike_however_the_bytes_come() =>
        Gen.Select(Gen.Char["ab\r\n"].Array[0, 60], Gen.Int[2, 9]).Sample((chars, step) =>
        {
            var text = new string(chars);
            using var stream = new LoneReturns(new Steps(Encoding.ASCII.GetBytes(text), step));
            var read = new MemoryStream();
            var buffer = new byte[step];
            while (stream.Read(buffer.AsSpan()) is var count and > 0)
                read.Write(buffer.AsSpan(0, count));

            // By rule: a return that no line feed follows is a space, but for one at the very end.
            var expected = string.Concat(text.Select((c, i) =>
                c == '\r' && i + 1 < text.Length && text[i + 1] != '\n' ? ' ' : c));
            Assert.Equal(expected, Encoding.ASCII.GetString(read.ToArray()));
        });

    private sealed class Steps(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, step)]);
    }
}
