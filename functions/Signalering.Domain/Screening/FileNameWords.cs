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

    // In a title a month has a capital, and a year (2026, 2026-03, 2026-W14) behind a place is no house number.
    private static bool IsPeriod(string word) => word.Length is >= 4 and <= 8
        && int.TryParse(word.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2099
        && (word.Length == 4 || (word[4] == '-' && char.IsAsciiDigit(word[^1]) && word.AsSpan(5).IndexOf('-') < 0));

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
