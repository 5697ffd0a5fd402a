using Signalering.Domain.Intake;

namespace Signalering.Domain.Tests.Intake;

public class DutchNumbersTests
{
    [Theory]
    [InlineData("45", 45)]
    [InlineData("0,75", 45)]
    [InlineData("0.75", 45)]
    [InlineData(",75", 45)]
    [InlineData("0:45", 45)]
    [InlineData("00:45:00", 45)]
    [InlineData("1:30 uur", 90)]
    [InlineData("26:30", 1590)]
    [InlineData("45 min", 45)]
    [InlineData("45min.", 45)]
    [InlineData("45 minuten", 45)]
    [InlineData("45'", 45)]
    [InlineData("45m", 45)]
    [InlineData("\u00BE uur", 45)]
    [InlineData("\u00BE", 45)]
    [InlineData("1\u00BD uur", 90)]
    [InlineData("1 \u00BD uur", 90)]
    [InlineData("3/4 uur", 45)]
    [InlineData("1 1/2 uur", 90)]
    [InlineData("1,5 uur", 90)]
    [InlineData("1.5u", 90)]
    [InlineData("1u30", 90)]
    [InlineData("1u 30m", 90)]
    [InlineData("1 uur 30 min", 90)]
    [InlineData("1 uur en 30 minuten", 90)]
    [InlineData("1h15", 75)]
    [InlineData("anderhalf uur", 90)]
    [InlineData("Anderhalf uur", 90)]
    [InlineData("half uur", 30)]
    [InlineData("een half uur", 30)]
    [InlineData("halfuur", 30)]
    [InlineData("kwartier", 15)]
    [InlineData("een kwartier", 15)]
    [InlineData("drie kwartier", 45)]
    [InlineData("uur", 60)]
    [InlineData("één uur", 60)]
    [InlineData("twee uur", 120)]
    [InlineData("tweeënhalf uur", 150)]
    [InlineData("2 x 45 min", 90)]
    [InlineData("2x30 minuten", 60)]
    [InlineData("ca 45 min", 45)]
    [InlineData("±45 min", 45)]
    [InlineData("ca. 1 uur", 60)]
    [InlineData("2", 120)]
    [InlineData("-30 min", -30)]
    [InlineData("-1:30", -90)]
    public void A_duration_as_typed(string text, int minutes)
    {
        Assert.True(DutchDuration.TryMinutes(text, DurationUnit.ByForm, out var read), text);
        Assert.Equal(minutes, read);
    }

    [Theory]
    [InlineData("0,75", DurationUnit.Hours, 45)]
    [InlineData("45", DurationUnit.Hours, 2700)]
    [InlineData("8", DurationUnit.Hours, 480)]
    [InlineData("8", DurationUnit.Minutes, 8)]
    [InlineData("2", DurationUnit.Minutes, 2)]
    [InlineData("90 min", DurationUnit.Hours, 90)]
    [InlineData("1,5 uur", DurationUnit.Minutes, 90)]
    [InlineData("0:45", DurationUnit.Minutes, 45)]
    public void The_header_gives_the_unit_and_the_cell_goes_before_it(string text, DurationUnit unit, int minutes)
    {
        Assert.True(DutchDuration.TryMinutes(text, unit, out var read));
        Assert.Equal(minutes, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lang")]
    [InlineData("45 km")]
    [InlineData("1:75")]
    [InlineData("1:2:3:4")]
    [InlineData("1 2")]
    [InlineData("10-12")]
    [InlineData("1.000.000")]
    [InlineData("9999999999")]
    [InlineData("2024-03-04")]
    [InlineData("1u90")]
    public void What_is_no_duration_is_refused(string text) =>
        Assert.False(DutchDuration.TryMinutes(text, DurationUnit.ByForm, out _), text);

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12,0", 12)]
    [InlineData("ca 20", 20)]
    [InlineData("ca. 20", 20)]
    [InlineData("circa 20 personen", 20)]
    [InlineData("\u00B115", 15)]
    [InlineData("\u00B1 15", 15)]
    [InlineData("+/- 15", 15)]
    [InlineData("12-14", 13)]
    [InlineData("12 - 14", 13)]
    [InlineData("12\u201314", 13)]
    [InlineData("12 à 15", 14)]
    [InlineData("12 tot 14 pers", 13)]
    [InlineData("10/12", 11)]
    [InlineData("20 pers.", 20)]
    [InlineData("20 deelnemers", 20)]
    [InlineData("20+", 20)]
    [InlineData("> 20", 20)]
    [InlineData("1.125", 1125)]
    [InlineData("10 (waarvan 3 kinderen)", 10)]
    [InlineData("8 + 3", 11)]
    [InlineData("8 volwassenen + 3 kinderen", 11)]
    [InlineData("twaalf", 12)]
    [InlineData("geen", 0)]
    [InlineData("0", 0)]
    public void Participants_as_typed(string text, int participants)
    {
        Assert.True(DutchNumbers.TryParticipants(text, out var read), text);
        Assert.Equal(participants, read);
    }

    [Theory]
    [InlineData("veel")]
    [InlineData("12,5")]
    [InlineData("-3")]
    [InlineData("14-12")]
    [InlineData("2014-12-12")]
    [InlineData("1000000")]
    [InlineData("1.12")]
    [InlineData("pers")]
    public void What_is_no_number_of_people_is_refused(string text) =>
        Assert.False(DutchNumbers.TryParticipants(text, out _), text);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData(".")]
    [InlineData("?")]
    [InlineData("n.v.t.")]
    [InlineData("N.V.T.")]
    [InlineData("nvt")]
    [InlineData("Onbekend")]
    [InlineData("leeg")]
    [InlineData("(leeg)")]
    [InlineData("9999")]
    [InlineData("#N/A")]
    public void Words_for_nothing(string text) => Assert.True(DutchNumbers.IsNull(text));

    [Theory]
    [InlineData("0")]
    [InlineData("onbekende man")]
    [InlineData("45")]
    public void Words_for_something(string text) => Assert.False(DutchNumbers.IsNull(text));

    [Theory]
    [InlineData("J", true)]
    [InlineData("ja", true)]
    [InlineData("X", true)]
    [InlineData("1", true)]
    [InlineData("WAAR", true)]
    [InlineData("\u2713", true)]
    [InlineData("N", false)]
    [InlineData("nee", false)]
    [InlineData("0", false)]
    [InlineData("ONWAAR", false)]
    [InlineData("", null)]
    [InlineData("misschien", null)]
    public void Yes_and_no(string text, bool? truth) => Assert.Equal(truth, DutchNumbers.Truth(text));
}
