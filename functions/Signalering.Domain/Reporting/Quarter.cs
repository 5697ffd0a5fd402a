using System.Globalization;
using Signalering.Domain.Counting;

namespace Signalering.Domain.Reporting;

/// <summary>A calendar quarter, the period of a report; written <c>2026-Q3</c>.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Number">1–4.</param>
public readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    /// <summary>Its first month.</summary>
    public Month FirstMonth => new(Year, (Number * 3) - 2);

    /// <summary>Its last month.</summary>
    public Month LastMonth => new(Year, Number * 3);

    /// <summary>Its three months, oldest first.</summary>
    public IReadOnlyList<Month> Months => [FirstMonth, FirstMonth.Plus(1), LastMonth];

    /// <summary>The quarter that a month falls in.</summary>
    public static Quarter Of(Month month) => new(month.Year, ((month.Number - 1) / 3) + 1);

    /// <summary>This quarter moved by <paramref name="quarters"/>.</summary>
    public Quarter Plus(int quarters) => Of(FirstMonth.Plus(3 * quarters));

    /// <summary>Reads <c>2026-Q3</c>; anything else is false.</summary>
    public static bool TryParse(string? text, out Quarter quarter)
    {
        quarter = default;
        if (text is not { Length: 7 } || text[4] != '-' || text[5] is not ('Q' or 'q') || text[6] is < '1' or > '4')
            return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1)
            return false;
        quarter = new Quarter(year, text[6] - '0');
        return true;
    }

    /// <summary>Reads <c>2026-Q3</c>.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static Quarter Parse(string text) =>
        TryParse(text, out var quarter) ? quarter : throw new FormatException("A quarter is written yyyy-Qn.");

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => FirstMonth.CompareTo(other.FirstMonth);

    /// <summary><c>2026-Q3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");

    /// <summary>Earlier than.</summary>
    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;
}
