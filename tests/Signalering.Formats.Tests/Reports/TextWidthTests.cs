using Signalering.Formats.Reports;

namespace Signalering.Formats.Tests.Reports;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("0000", 4)]         // a digit is the unit
    [InlineData("mm", 2.996)]       // 2 × 833 / 556
    [InlineData("il", 0.799)]       // 2 × 222 / 556
    public void A_width_is_that_of_the_font(string text, double digits) =>
        Assert.Equal(digits, TextWidth.Of(text), tolerance: 0.001);

    [Theory]
    [InlineData("", 20, 1)]
    [InlineData("een twee drie", 40, 1)]
    [InlineData("a\nb\nc", 40, 3)]
    [InlineData("0000000000 0000000000", 13, 2)] // room 10.5 digits: a word a line
    [InlineData("000000000000000000000", 13, 2)] // 21 digits without a space
    [InlineData("okt 2024", 6, 2)]
    public void Lines_are_counted_as_a_program_wraps_them(string text, int width, int lines) =>
        Assert.Equal(lines, TextWidth.Lines(text, width));

    [Fact]
    public void Breaking_a_text_loses_no_word_and_no_line_is_too_wide()
    {
        const string Text = "Een ontbrekende levering is geen daling, en wie geen wijkteam bezoekt staat hier niet in.";

        var lines = TextWidth.Break(Text, 30).ToList();

        Assert.Equal(Text, string.Join(' ', lines));
        Assert.All(lines, line => Assert.True(TextWidth.Of(line) <= 30, line));
        Assert.True(lines.Count > 1);
    }
}
