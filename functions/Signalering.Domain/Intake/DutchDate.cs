using System.Globalization;

namespace Signalering.Domain.Intake;

/// <summary>Order of day and month in a date of digits.</summary>
public enum DateOrder
{
    /// <summary>31-12-2026, as everyone in the Netherlands writes it.</summary>
    DayFirst,

    /// <summary>12/31/2026: a source of which a profile says so. Never guessed from cells.</summary>
    MonthFirst,
}

/// <summary>Dates as Dutch registration systems and Excel write them.</summary>
/// <remarks><c>31-12-2026</c>, <c>1-3-26</c>, <c>2026-12-31</c>, <c>31/12/2026</c>, <c>31.12.2026</c>, <c>20261231</c>,
/// <c>12 mrt 2024</c>, <c>12-mrt-'24</c>, <c>ma 04-03-2024</c>, each with or without a time behind it, and the Excel
/// serial <c>45355</c> or <c>45355,5</c>. Day before month unless the profile of the source says otherwise: a file that
/// was swapped to month-day by an American Excel cannot be told from the cell alone.</remarks>
public static class DutchDate
{
    /// <summary>Days to add to a serial of a workbook that counts from 1904 instead of 1900.</summary>
    public const int DaysFrom1900To1904 = 1462;

    private const int LongestDate = 60;

    // Serials 25569 (1-1-1970) to 73050 (31-12-2099): smaller and larger numbers are no plausible day of an activity.
    private const int FirstSerial = 25569;
    private const int LastSerial = 73050;

    private static readonly string[] Months =
    [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ];

    // Short forms that are not the first letters of the Dutch name.
    private static readonly (string Name, int Month)[] OddMonths =
        [("mrt", 3), ("mar", 3), ("may", 5), ("oct", 10), ("march", 3), ("october", 10)];

    private static readonly string[] Weekdays =
    [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];

    /// <summary>False when the text is no date that exists. Day before month, serials from 1900.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date) =>
        TryParse(text, DateOrder.DayFirst, 0, out date);

    /// <summary>False when the text is no date that exists.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="order">Order of day and month.</param>
    /// <param name="serialOffset">Days to add to a serial: 0, or <see cref="DaysFrom1900To1904"/>.</param>
    /// <param name="date">The day; a time is dropped.</param>
    public static bool TryParse(ReadOnlySpan<char> text, DateOrder order, int serialOffset, out DateOnly date)
    {
        date = default;
        var rest = WithoutWeekday(text.Trim(" \u00A0'\"\u2018\u2019\u201C\u201D"));
        if (rest.IsEmpty || rest.Length > LongestDate || !char.IsAsciiDigit(rest[0]))
            return false;

        var first = Digits(ref rest);
        if (first.Length is 5 or 8 && TryDigits(first, rest, serialOffset, out date))
            return true;
        if (first.Length is not (1 or 2 or 4) || !Separator(ref rest))
            return false;
        var isName = !rest.IsEmpty && char.IsLetter(rest[0]);
        if (!TryMonth(ref rest, out var month) || !Separator(ref rest))
            return false;
        rest = rest.TrimStart("'\u2019");
        var last = Digits(ref rest);
        if (!IsTime(rest))
            return false;
        if (first.Length == 4)
            return last.Length is 1 or 2 && TryDate(Number(first), month, Number(last), out date);
        if (last.Length is not (2 or 4))
            return false;
        var year = last.Length == 2 ? 2000 + Number(last) : Number(last);
        return order == DateOrder.MonthFirst && !isName
            ? TryDate(year, Number(first), month, out date)
            : TryDate(year, month, Number(first), out date);
    }

    // "ma", "ma.", "maandag,": only weekdays, since "Totaal 31-12-2026" is no day of an activity.
    private static ReadOnlySpan<char> WithoutWeekday(ReadOnlySpan<char> text)
    {
        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters]))
            letters++;
        if (letters < 2)
            return text;
        foreach (var day in Weekdays)
        {
            if (day.AsSpan().StartsWith(text[..letters], StringComparison.OrdinalIgnoreCase))
                return text[letters..].TrimStart(" .,\u00A0");
        }

        return text;
    }

    // Eight digits are a year, month and day; five are a serial, perhaps with the time as a fraction.
    private static bool TryDigits(
        ReadOnlySpan<char> digits, ReadOnlySpan<char> rest, int serialOffset, out DateOnly date)
    {
        date = default;
        var number = Number(digits);
        if (digits.Length == 8)
            return IsTime(rest) && TryDate(number / 10_000, number / 100 % 100, number % 100, out date);
        if (!rest.IsEmpty && (rest[0] is not (',' or '.') || rest.Length == 1 || !AreDigits(rest[1..])))
            return false;
        number += serialOffset;
        if (number is < FirstSerial or > LastSerial)
            return false;
        date = DateOnly.FromDayNumber(new DateOnly(1899, 12, 30).DayNumber + number);
        return true;
    }

    private static bool TryMonth(ref ReadOnlySpan<char> rest, out int month)
    {
        month = 0;
        if (rest.IsEmpty)
            return false;
        if (char.IsAsciiDigit(rest[0]))
        {
            var digits = Digits(ref rest);
            month = digits.Length <= 2 ? Number(digits) : 0;
            return month > 0;
        }

        var letters = 0;
        while (letters < rest.Length && char.IsAsciiLetter(rest[letters]))
            letters++;
        var name = rest[..letters];
        rest = rest[letters..];
        foreach (var (odd, number) in OddMonths)
        {
            if (name.Equals(odd, StringComparison.OrdinalIgnoreCase))
                month = number;
        }

        for (var i = 0; i < Months.Length && month == 0 && letters >= 3; i++)
        {
            if (Months[i].AsSpan().StartsWith(name, StringComparison.OrdinalIgnoreCase) || IsSept(name, i))
                month = i + 1;
        }

        return month > 0;
    }

    private static bool IsSept(ReadOnlySpan<char> name, int month) =>
        month == 8 && name.Equals("sept", StringComparison.OrdinalIgnoreCase);

    // One of - / . or spaces, with spaces around: "12 - 3 - 2024", "12 mrt. 2024".
    private static bool Separator(ref ReadOnlySpan<char> rest)
    {
        var length = 0;
        var marks = 0;
        while (length < rest.Length && (rest[length] is '-' or '/' or '.' or '\u2013' or '\u2010' or '\u2011' || IsBlank(rest[length])))
            marks += IsBlank(rest[length++]) ? 0 : 1;
        rest = rest[length..];
        return length > 0 && marks <= 1;
    }

    private static bool IsBlank(char c) => c is ' ' or '\u00A0';

    // Nothing, or what a time is made of: "14:00", "T14:00:00Z", "14.30 uur", "2:05 PM".
    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return true;
        if (!IsBlank(rest[0]) && rest[0] is not ('T' or 't' or ','))
            return false;
        rest = rest[1..].Trim();
        if (rest.IsEmpty)
            return true;
        var digits = 0;
        foreach (var c in rest)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (!":.+-, ".Contains(c, StringComparison.Ordinal) && !"ZzuUrRhHaApPmM".Contains(c, StringComparison.Ordinal))
                return false;
        }

        return digits > 0;
    }

    private static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
            length++;
        var digits = rest[..length];
        rest = rest[length..];
        return digits;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }
}
