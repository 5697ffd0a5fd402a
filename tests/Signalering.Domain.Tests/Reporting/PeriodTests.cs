using Signalering.Domain.Counting;
using Signalering.Domain.Reporting;

namespace Signalering.Domain.Tests.Reporting;

public class PeriodTests
{
    [Theory]
    [InlineData("2026-Q3", 2026, 3)]
    [InlineData("2026-q1", 2026, 1)]
    public void A_quarter_is_read(string text, int year, int number)
    {
        Assert.True(Quarter.TryParse(text, out var quarter));
        Assert.Equal(new Quarter(year, number), quarter);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q0")]
    [InlineData("0000-Q1")]
    [InlineData("2026Q3")]
    [InlineData("2026-09")]
    public void Anything_else_is_no_quarter(string? text) => Assert.False(Quarter.TryParse(text, out _));

    [Fact]
    public void Quarters_follow_each_other_over_the_turn_of_the_year()
    {
        Assert.Equal("2025-Q4", new Quarter(2026, 1).Plus(-1).ToString());
        Assert.Equal(["2026-10", "2026-11", "2026-12"], new Quarter(2026, 4).Months.Select(m => m.ToString()));
    }

    [Fact]
    public void The_trend_of_a_report_holds_each_month_of_its_quarter_twice()
    {
        var window = new ReportWindow(new Quarter(2026, 3));

        Assert.Equal("2024-10", window.From.ToString());
        Assert.Equal("2026-09", window.To.ToString());
        Assert.Equal(24, window.Months.Count);
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-9")]
    [InlineData("september 2026")]
    public void A_month_is_written_one_way(string text) => Assert.False(Month.TryParse(text, out _));
}
