using CsCheck;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Tests.Intake;

public class DutchDateTests
{
    [Theory]
    [InlineData("04-03-2024")]
    [InlineData("4-3-2024")]
    [InlineData("4-3-24")]
    [InlineData("2024-03-04")]
    [InlineData("2024-3-4")]
    [InlineData("2024/03/04")]
    [InlineData("04/03/2024")]
    [InlineData("04.03.2024")]
    [InlineData("20240304")]
    [InlineData("4 mrt 2024")]
    [InlineData("4 mrt. 2024")]
    [InlineData("4 maart 2024")]
    [InlineData("4-mrt-24")]
    [InlineData("4 mrt '24")]
    [InlineData("4-MAART-2024")]
    [InlineData("ma 04-03-2024")]
    [InlineData("ma. 4 maart 2024")]
    [InlineData("maandag 4 maart 2024")]
    [InlineData("Maandag, 4 maart 2024 14:00")]
    [InlineData("04-03-2024 00:00:00")]
    [InlineData("04-03-2024 14.30 uur")]
    [InlineData("2024-03-04T14:00:00Z")]
    [InlineData("2024-03-04T14:00:00+01:00")]
    [InlineData("2024-03-04 14:00:00.000")]
    [InlineData("20240304 14:00")]
    [InlineData("4/3/2024 2:05 PM")]
    [InlineData("45355")]
    [InlineData("45355,583333")]
    [InlineData("45355.5")]
    [InlineData(" \u00A004-03-2024 ")]
    [InlineData("'04-03-2024")]
    [InlineData("4 - 3 - 2024")]
    [InlineData("04\u201303\u20132024")]
    public void The_fourth_of_March_2024_in_any_form(string text)
    {
        Assert.True(DutchDate.TryParse(text, out var date), text);
        Assert.Equal(new DateOnly(2024, 3, 4), date);
    }

    [Theory]
    [InlineData("31-02-2024")]
    [InlineData("29-02-2023")]
    [InlineData("00-03-2024")]
    [InlineData("4-13-2024")]
    [InlineData("4-3")]
    [InlineData("4 maart")]
    [InlineData("maart 2024")]
    [InlineData("Totaal 412")]
    [InlineData("totaal 04-03-2024")]
    [InlineData("04-03-2024 en 05-03-2024")]
    [InlineData("04-03-2024 t/m 06-03-2024")]
    [InlineData("04-03-20245")]
    [InlineData("4--3-2024")]
    [InlineData("20241301")]
    [InlineData("412")]
    [InlineData("12345678901")]
    [InlineData("4 mxt 2024")]
    [InlineData("4 m 2024")]
    [InlineData("-")]
    [InlineData("")]
    public void What_is_no_day_is_refused(string text) => Assert.False(DutchDate.TryParse(text, out _), text);

    [Theory]
    [InlineData("12 januari 2026", 1)]
    [InlineData("12 febr. 2026", 2)]
    [InlineData("12 april 2026", 4)]
    [InlineData("12 mei 2026", 5)]
    [InlineData("12 juni 2026", 6)]
    [InlineData("12 jul 2026", 7)]
    [InlineData("12 aug 2026", 8)]
    [InlineData("12 sept 2026", 9)]
    [InlineData("12 okt 2026", 10)]
    [InlineData("12 oct 2026", 10)]
    [InlineData("12-nov-2026", 11)]
    [InlineData("12 december 2026", 12)]
    public void Months_have_their_Dutch_names(string text, int month)
    {
        Assert.True(DutchDate.TryParse(text, out var date));
        Assert.Equal(new DateOnly(2026, month, 12), date);
    }

    [Theory]
    [InlineData("0204-03-04", 204)]
    [InlineData("04-03-3020", 3020)]
    [InlineData("1-1-1900", 1900)]
    public void A_year_that_cannot_be_is_read_so_that_the_message_can_say_so(string text, int year)
    {
        Assert.True(DutchDate.TryParse(text, out var date));
        Assert.Equal(year, date.Year);
    }

    [Fact]
    public void A_source_that_writes_the_month_first_is_read_so_and_names_of_months_stay()
    {
        Assert.True(DutchDate.TryParse("3/14/2024", DateOrder.MonthFirst, 0, out var date));
        Assert.Equal(new DateOnly(2024, 3, 14), date);
        Assert.False(DutchDate.TryParse("3/14/2024", out _));
        Assert.True(DutchDate.TryParse("14 mrt 2024", DateOrder.MonthFirst, 0, out date));
        Assert.Equal(new DateOnly(2024, 3, 14), date);
        Assert.True(DutchDate.TryParse("2024-03-14", DateOrder.MonthFirst, 0, out date));
        Assert.Equal(new DateOnly(2024, 3, 14), date);
    }

    [Fact]
    public void A_serial_counts_from_1904_when_the_workbook_does()
    {
        // 4 March 2024 is serial 45355 from 1900 and 1 462 less from 1904.
        Assert.True(DutchDate.TryParse("43893", DateOrder.DayFirst, DutchDate.DaysFrom1900To1904, out var date));
        Assert.Equal(new DateOnly(2024, 3, 4), date);
    }

    [Fact]
    public void Every_day_is_read_back_from_every_form() =>
        Gen.Int[0, 20_000].Select(day => new DateOnly(2000, 1, 1).AddDays(day)).Sample(day =>
        {
            var nl = System.Globalization.CultureInfo.GetCultureInfo("nl-NL");
            foreach (var form in (string[])["dd-MM-yyyy", "d-M-yy", "yyyy-MM-dd", "d MMMM yyyy", "dddd d MMM yyyy", "yyyyMMdd", "d/M/yyyy"])
            {
                Assert.True(DutchDate.TryParse(day.ToString(form, nl), out var read), form);
                Assert.Equal(day, read);
            }
        });

    [Fact]
    public void No_text_makes_it_throw() => Gen.String[Gen.Char["0123456789-/. :tTmaprjanu'\u00A0ë٣"], 0, 30].Sample(text =>
    {
        _ = DutchDate.TryParse(text, out _);
        _ = DutchDuration.TryMinutes(text, DurationUnit.ByForm, out _);
        _ = DutchNumbers.TryParticipants(text, out _);
        _ = DutchNumbers.IsNull(text);
        _ = DutchNumbers.Truth(text);
    }, iter: 20_000);
}
