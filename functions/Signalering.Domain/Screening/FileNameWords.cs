using System.Globalization;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>The name of a delivered file as a text that the detectors can read. It is shown nowhere, but whoever opens the
/// inbox sees it.</summary>
public static class FileNameWords
{
    /// <summary>Place of the name in our own words.</summary>
    public const string Part = "bestandsnaam";

    private static readonly HashSet<string> Months = new(
        CultureInfo.GetCultureInfo("nl-NL").DateTimeFormat.MonthNames.Where(name => name.Length > 0), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name without its extension, its words apart: <c>export_JanJansen_2026-03.csv</c> has the words export, Jan and
    /// Jansen.</summary>
    public static HiddenText Of(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var name = Decoded(dot > 0 && fileName.Length - dot <= 6 ? fileName[..dot] : fileName);
        var words = new System.Text.StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (IsNewWord(name, i))
                words.Append(' ');
            words.Append(IsGap(name, i) ? ' ' : name[i]);
        }

        return new HiddenText(
            new Place(null, null, Part),
            string.Join(' ', words.ToString().Split(' ').Where(word => !IsPeriod(word)).Select(
                word => Months.Contains(word) ? word.ToLowerInvariant() : word)));
    }

    // In a title a month has a capital, a year behind a place is no house number, and a day is one of delivery: 2026,
    // 2026-03, 2026-W14, 2026-03-31, 31-03-2026. A day before 2005 is no such day.
    private static bool IsPeriod(string word) => word.Length is >= 4 and <= 10 && char.IsAsciiDigit(word[^1])
        && (word.Length == 4 || word.Contains('-', StringComparison.Ordinal))
        && (IsYear(word.AsSpan(0, 4)) || IsYear(word.AsSpan(word.Length - 4)));

    private static bool IsYear(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2005 and <= 2099;

    // A browser that saves a file leaves %20 for a space.
    private static string Decoded(string name) => name.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(name) : name;

    // "Jan_de_Vries", "Jan+Jansen"; a hyphen and a dot stay where digits or an at-sign make them part of a number, a date
    // or an address.
    private static bool IsGap(string name, int i) => name[i] switch
    {
        '_' or '+' => true,
        '-' or '.' => i > 0 && i + 1 < name.Length && char.IsLetter(name[i - 1]) && char.IsLetter(name[i + 1])
            && !name.Contains('@', StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsNewWord(string name, int i) =>
        i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
}
