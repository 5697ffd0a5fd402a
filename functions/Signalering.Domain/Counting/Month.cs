using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Signalering.Domain.Counting;

/// <summary>A calendar month, written <c>2026-09</c>.</summary>
/// <param name="Index">Months since January of year 0: year × 12 + month − 1.</param>
public readonly record struct Month(int Index) : IComparable<Month>
{
    /// <summary>The month <paramref name="number"/> (1–12) of <paramref name="year"/>.</summary>
    public Month(int year, int number) : this((year * 12) + number - 1)
    {
    }

    /// <summary>Calendar year.</summary>
    public int Year => Index / 12;

    /// <summary>Month of the year, 1–12.</summary>
    public int Number => (Index % 12) + 1;

    /// <summary>The month that a day falls in.</summary>
    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>This month moved by <paramref name="months"/>.</summary>
    public Month Plus(int months) => new(Index + months);

    /// <summary>Reads <c>2026-09</c>; anything else is false.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Month month)
    {
        month = default;
        if (!DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        month = Of(day);
        return true;
    }

    /// <summary>Reads <c>2026-09</c>.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException("A month is written yyyy-MM.");

    /// <inheritdoc/>
    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    /// <summary><c>2026-09</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");

    /// <summary>Earlier than.</summary>
    public static bool operator <(Month left, Month right) => left.Index < right.Index;

    /// <summary>Later than.</summary>
    public static bool operator >(Month left, Month right) => left.Index > right.Index;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Month left, Month right) => left.Index <= right.Index;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Month left, Month right) => left.Index >= right.Index;
}
