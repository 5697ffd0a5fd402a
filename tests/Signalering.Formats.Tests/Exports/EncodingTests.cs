using System.Text;
using Signalering.Domain.Intake;

namespace Signalering.Formats.Tests.Exports;

public class EncodingTests
{
    private const string Text = "Datum;Omschrijving\r\n1-3-2026;cliënt, één keer naar café\r\n";
    private static readonly string[][] Rows = [["Datum", "Omschrijving"], ["1-3-2026", "cliënt, één keer naar café"]];

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with BOM", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16 LE with BOM", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16 BE with BOM", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "UTF-16 LE", Encoding.Unicode.GetBytes(Text) },
        { "UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Text) },
        { "Windows-1252", Encoding.Latin1.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_found(string name, byte[] bytes)
    {
        var export = ReadExport.From(bytes);
        Assert.True(export.Refusal is null, name);
        Assert.Equal(Rows, export.Rows);
    }

    [Fact]
    public void Windows_1252_has_a_euro_and_curly_quotes_where_Latin_1_has_none()
    {
        // Code page 1252 (Unicode consortium's table): 80 is U+20AC, 91/92 U+2018/2019, 96 U+2013, 81 undefined.
        byte[] bytes = [.. "a;b\n"u8, 0x80, (byte)';', 0x91, 0x92, 0x96, 0xEB, 0x81, (byte)'x', (byte)'\n'];
        Assert.Equal(["\u20AC", "\u2018\u2019\u2013\u00EB\u0081x"], ReadExport.From(bytes).Rows[1]);
    }

    [Fact]
    public void Windows_1252_is_found_when_the_first_accent_comes_late()
    {
        byte[] bytes = [.. "Datum;Omschrijving\n"u8, .. Enumerable.Repeat("1-3-2026;x\n"u8.ToArray(), 30_000).SelectMany(b => b),
            .. "1-3-2026;caf"u8, 0xE9];
        Assert.Equal("café", ReadExport.From(bytes).Rows[^1][1]);
    }

    [Fact]
    public void Two_exports_in_one_file_keep_their_letters()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("a;b\ncliënt;één\n"), .. Encoding.Latin1.GetBytes("x;café\n")];
        Assert.Equal([["a", "b"], ["cliënt", "één"], ["x", "café"]], ReadExport.From(bytes).Rows);
    }

    [Fact]
    public void No_replacement_character_is_ever_made_up()
    {
        for (var value = 0x80; value < 0x100; value++)
        {
            var export = ReadExport.From([.. "a;b\nx"u8, (byte)value, .. ";y\n"u8]);
            Assert.DoesNotContain('\uFFFD', export.Rows[1][0]);
            Assert.Equal("y", export.Rows[1][1]);
        }
    }

    [Fact]
    public void A_file_cut_in_the_middle_of_a_letter_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes("a;b\néén;café");
        Assert.Equal(ProblemCode.Beschadigd, ReadExport.From(bytes[..^1]).Refusal?.Code);
        Assert.Equal(ProblemCode.Beschadigd, ReadExport.From(
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a;b\n1;2"), 0x00]).Refusal?.Code);
    }

    [Fact]
    public void Letters_on_the_border_of_two_reads_are_not_taken_for_damage()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var text = "a;b\n" + new string('x', (128 << 10) - 6 - shift) + "€ë😀;é\n1;2\n";
            var export = ReadExport.From(text);
            Assert.Equal("€ë😀", export.Rows[1][0][^4..]);
            Assert.Equal("é", export.Rows[1][1]);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x00, 0x00 })]
    [InlineData(new byte[] { (byte)'a', (byte)';', (byte)'b', (byte)'\n', 0x00, (byte)'x', (byte)'y', (byte)'z' })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x00, (byte)'a', 0x00, 0x00, 0x00 })]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 200, 201 })]
    public void Bytes_that_are_no_text_are_no_table(byte[] bytes)
    {
        var refusal = ReadExport.From(bytes).Refusal;
        Assert.Equal(ProblemCode.GeenTabel, refusal?.Code);
    }

    [Fact]
    public void Zeroes_after_good_text_are_damage()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("a;b\n" + string.Concat(Enumerable.Repeat("1;2\n", 20_000))), 0, 0, 0];
        Assert.Equal(ProblemCode.Beschadigd, ReadExport.From(bytes).Refusal?.Code);
    }
}
