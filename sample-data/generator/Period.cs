using System.Globalization;

namespace Signalering.SampleData;

/// <summary>The months of the sample, 0 for October 2021 up to 59 for September 2026.</summary>
internal static class Period
{
    public const int Months = 60;

    private static readonly string[] Names =
    [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ];

    /// <summary>Position of a calendar month.</summary>
    public static int Index(int year, int month) => ((year - 2021) * 12) + month - 10;

    /// <summary>First day of a month.</summary>
    public static DateOnly First(int index) => new DateOnly(2021, 10, 1).AddMonths(index);

    /// <summary><c>2026-03</c>.</summary>
    public static string Label(int index) => First(index).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary><c>2024-Q4</c>, of the quarter that a month belongs to.</summary>
    public static string QuarterLabel(int index)
    {
        var first = First(index);
        return string.Create(CultureInfo.InvariantCulture, $"{first.Year}-Q{(first.Month + 2) / 3}");
    }

    /// <summary>Dutch name of the month.</summary>
    public static string Name(int index) => Names[First(index).Month - 1];

    /// <summary>The day itself, or the Monday after it.</summary>
    public static DateOnly NotWeekend(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    /// <summary>A day that someone worked: seldom a Saturday, never a Sunday or one of the fixed holidays.</summary>
    public static DateOnly WorkDay(int index, Pcg random, bool saturdays)
    {
        var first = First(index);
        var days = DateTime.DaysInMonth(first.Year, first.Month);
        while (true)
        {
            var day = first.AddDays(random.Below(days));
            var free = day.DayOfWeek == DayOfWeek.Sunday
                || (day.DayOfWeek == DayOfWeek.Saturday && !(saturdays && random.Chance(0.4)))
                || (day.Month == 12 && day.Day is 25 or 26) || (day.Month == 1 && day.Day == 1)
                || (day.Month == 4 && day.Day == 27);
            if (!free)
                return day;
        }
    }
}
