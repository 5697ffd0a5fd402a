using System.Globalization;

namespace Signalering.Domain.Intake;

/// <summary>Dates as Dutch registration systems and Excel write them.</summary>
/// <remarks><c>31-12-2026</c>, <c>1-3-26</c>, <c>2026-12-31</c>, <c>31/12/2026</c>, <c>31.12.2026</c>, <c>20261231</c>,
/// <c>12 mrt 2024</c>, <c>ma 04-03-2024</c>, each with or without a time behind it, and the Excel serial
/// <c>45355</c>. Day before month, always: a file that was swapped to month-day by an American Excel cannot be told
/// from the cell alone.</remarks>
public static class DutchDate
{
    // Serials 25569 (1-1-1970) to 73050 (31-12-2099): smaller and larger numbers are no plausible day of an activity.
    private const int FirstSerial = 25569;
    private const int LastSerial = 73050;

    private static readonly string[] Months =
        ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    /// <summary>False when the text is no date that exists.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        text = WithoutTime(WithoutWeekday(text.Trim()));
        if (text.IsEmpty || text.Length > 20)
            return false;

        Span<Range> parts = stackalloc Range[4];
        var count = text.SplitAny(parts, "-/. ", StringSplitOptions.RemoveEmptyEntries);
        return count switch
        {
            1 => TryDigits(text[parts[0]], out date),
            3 => TryParts(text[parts[0]], text[parts[1]], text[parts[2]], out date),
            _ => false,
        };
    }

    private static ReadOnlySpan<char> WithoutWeekday(ReadOnlySpan<char> text)
    {
        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters]))
            letters++;
        return letters is >= 2 and <= 9 ? text[letters..].TrimStart(" .,") : text;
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0)
            return text;
        var end = text[..colon].LastIndexOfAny(' ', 'T');
        return end < 0 ? text : text[..end].TrimEnd();
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        if (text.Length == 8)
            return TryDate(number / 10_000, number / 100 % 100, number % 100, out date);
        if (text.Length != 5 || number is < FirstSerial or > LastSerial)
            return false;
        date = DateOnly.FromDayNumber(new DateOnly(1899, 12, 30).DayNumber + number);
        return true;
    }

    private static bool TryParts(
        ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third, out DateOnly date)
    {
        date = default;
        if (!TryNumber(first, out var a) || !TryMonth(second, out var month) || !TryNumber(third, out var c))
            return false;
        if (first.Length == 4)
            return third.Length <= 2 && TryDate(a, month, c, out date);
        if (first.Length > 2 || third.Length is not (2 or 4))
            return false;
        return TryDate(third.Length == 2 ? 2000 + c : c, month, a, out date);
    }

    private static bool TryMonth(ReadOnlySpan<char> text, out int month)
    {
        if (TryNumber(text, out month))
            return text.Length <= 2;
        if (text.StartsWith("mrt", StringComparison.OrdinalIgnoreCase))
        {
            month = 3;
            return true;
        }

        for (var i = 0; i < Months.Length; i++)
        {
            if (!text.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase))
                continue;
            month = i + 1;
            return true;
        }

        return false;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }
}
