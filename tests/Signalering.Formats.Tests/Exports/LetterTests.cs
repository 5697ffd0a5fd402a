using System.Text;
using CsCheck;
using Signalering.Formats.Exports;

namespace Signalering.Formats.Tests.Exports;

public class LetterTests
{
    private static readonly Encoding Ansi = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("cliÃ«nt", "cliënt")]
    [InlineData("Ã©Ã©n cafÃ©", "één café")]
    [InlineData("â‚¬ 12,50", "€ 12,50")]
    [InlineData("â€œjaâ€\u009D zei zijâ€¦", "“ja” zei zij…")]
    [InlineData("â€™s avonds â€“ thuis", "’s avonds – thuis")]
    [InlineData("20Â°C", "20°C")]
    [InlineData("YÄ±ldÄ±z en IÅŸÄ±k", "Yıldız en Işık")]
    [InlineData("ðŸ˜€ blij", "😀 blij")]
    [InlineData("cliÃƒÂ«nt", "cliënt")]
    public void Letters_that_went_through_the_wrong_encoding_are_put_right(string broken, string right)
    {
        var export = ReadExport.From($"Datum;Tekst\n1-3-2026;{broken}\n");
        Assert.Equal(right, export.Rows[1][1]);
        Assert.Equal("SIG1201", Assert.Single(export.Notes).Code.Value);
    }

    [Theory]
    [InlineData("cliënt één café €")]
    [InlineData("HÂN en TÊTE")]
    [InlineData("Ångström Ä à la carte")]
    [InlineData("zei “Å” en “Ä…”")]
    [InlineData("château crêpe pâté")]
    [InlineData("Ã alleen")]
    [InlineData("São Tomé João")]
    public void Good_letters_stay_what_they_are(string text)
    {
        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes($"a;b\n1;{text}\n"), Ansi.GetBytes($"a;b\n1;{text}\n")])
        {
            var export = ReadExport.From(bytes);
            Assert.Equal(text, export.Rows[1][1]);
            Assert.Empty(export.Notes);
        }
    }

    [Fact]
    public void A_capital_before_a_closing_quote_is_no_broken_letter() =>
        Assert.Equal("CAFÉ” en “À’", ReadExport.From("a;b\n1;CAFÉ” en “À’\n").Rows[1][1]);

    [Fact]
    public void Letters_that_were_lost_are_told_and_the_row_stays()
    {
        var export = ReadExport.From("Datum;Tekst\n1-3-2026;cli\uFFFDnt\n2-3-2026;goed\n");
        Assert.Equal(3, export.Rows.Count);
        Assert.Equal("SIG1202", Assert.Single(export.Notes).Code.Value);
    }

    [Fact]
    public void A_workbook_is_put_right_too()
    {
        var bytes = WorkbookReadTests.Make(sheet => sheet.Cell(1, 1).SetValue("cliÃ«nt"));
        Assert.Equal("cliënt", ReadExport.From(bytes, "x.xlsx").Rows[0][0]);
    }

    [Fact]
    public void Any_accented_text_survives_the_wrong_encoding_once_and_twice() =>
        Gen.Char["abc éëïöüçàè€’“”–áíóúñŠžœßçÉËÏ"].Array[1, 30].Select(chars => new string(chars).Trim()).Sample(text =>
        {
            var broken = Ansi.GetString(Encoding.UTF8.GetBytes(text));
            var twice = Ansi.GetString(Encoding.UTF8.GetBytes(broken));
            Assert.Equal(text, new LetterRepair().Repair(broken));
            Assert.Equal(text, new LetterRepair().Repair(twice));
        });

    [Fact]
    public void No_characters_make_it_throw_or_grow() =>
        Gen.Char["ÃÂâðÄÅ€\u0080\u009D«±Ÿ˜\uFFFD a"].Array[0, 40].Sample(chars =>
        {
            var copy = chars.ToArray();
            Assert.InRange(new LetterRepair().Repair(copy.AsSpan()), 0, chars.Length);
        });
}
