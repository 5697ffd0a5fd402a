using System.Globalization;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports;
using Signalering.Formats.Reports.Charts;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Formats.Tests.Reports;

public sealed class ScaleTests
{
    [Fact]
    public void A_heat_map_has_a_fifth_of_its_numbers_in_each_shade()
    {
        // By hand: of 1…100 the values at 20, 40, 60 and 80 % are 20, 40, 60 and 80.
        var scale = HeatScale.Of(Row(Enumerable.Range(1, 100).Select(i => (decimal)i)));

        Assert.Equal([0, 0, 1, 1, 2, 3, 3, 4, 4], ((decimal[])[1, 20, 21, 40, 41, 61, 80, 81, 100]).Select(scale.Shade));
        Assert.Equal("Kleur van licht naar donker: tot en met 20; tot en met 40; tot en met 60; tot en met 80; meer dan 80. "
            + "De kleur zegt niets anders dan het getal.", scale.Explanation);
    }

    [Fact]
    public void One_large_number_does_not_turn_the_others_white()
    {
        var scale = HeatScale.Of(Row([1, 2, 3, 4, 5, 6, 7, 8, 9, 10_000]));

        Assert.Equal(5, ((decimal[])[1, 3, 5, 7, 10_000]).Select(scale.Shade).Distinct().Count());
    }

    [Fact]
    public void Bounds_are_rounded_to_two_digits()
    {
        var scale = HeatScale.Of(Row([1.234m, 1.234m, 137, 138, 2_449, 9_999]));

        Assert.Equal(["tot en met 1,3", "tot en met 140", "tot en met 2.500", "meer dan 2.500"],
            scale.Legend.Select(part => part.Numbers));
    }

    [Fact]
    public void Equal_numbers_are_one_class_and_no_numbers_none() => Assert.All(
        new[] { HeatScale.Of(Row([7, 7, 7])), HeatScale.Of(Row([])) },
        scale => Assert.Equal([(0, "alle getallen")], scale.Legend));

    [Fact]
    public void Text_on_a_shade_can_be_read() => Assert.All(
        HeatScale.Shades, shade => Assert.True(Contrast(shade.Fill, shade.Text) >= 4.5, shade.Fill));

    [Fact]
    public void Lines_stand_out_from_the_paper() => Assert.All(
        Enumerable.Range(0, 6).Select(SeriesStyle.At).Append(SeriesStyle.Reference),
        style => Assert.True(Contrast(style.Color, "FFFFFF") >= 3, style.Color));

    [Fact]
    public void Twelve_series_all_look_different() =>
        Assert.Equal(12, Enumerable.Range(0, 12).Select(SeriesStyle.At).Distinct().Count());

    [Theory]
    [InlineData("0 95", "0 20 40 60 80 100")]
    [InlineData("3 41", "0 10 20 30 40 50")]
    [InlineData("0.3", "0 0.1 0.2 0.3")]
    [InlineData("-7 12", "-10 -5 0 5 10 15")]
    [InlineData("0 0", "0 1")]
    [InlineData("", "0 1")]
    public void An_axis_starts_at_zero_with_round_steps(string values, string ticks) => Assert.Equal(
        Numbers(ticks), ValueScale.Of(Numbers(values)).Ticks);

    private static IEnumerable<decimal> Numbers(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => decimal.Parse(n, CultureInfo.InvariantCulture));

    private static ReportTable Row(IEnumerable<decimal> numbers)
    {
        var cells = numbers.Select(Van).ToList();
        return new ReportTable("t", "t", [], [.. cells.Select((_, i) => new ReportColumn($"k{i}"))], [cells]);
    }

    // WCAG 2.2, relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double[] weights = [0.2126, 0.7152, 0.0722];
        return weights.Select((weight, i) =>
        {
            var c = Convert.ToInt32(hex.Substring(2 * i, 2), 16) / 255.0;
            return weight * (c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4));
        }).Sum();
    }
}
