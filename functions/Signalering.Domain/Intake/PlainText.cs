using System.Globalization;
using System.Text;

namespace Signalering.Domain.Intake;

/// <summary>Names and headers as they are compared: lower case, no diacritics, words with one space between.</summary>
public static class PlainText
{
    // Lower-cased base letter per character below U+0250 (Latin-1 and Latin Extended-A/B); '\0' is a separator.
    private static readonly char[] Folded = BuildTable();

    /// <summary>The folded letter or digit, or <c>'\0'</c> when the character separates words.</summary>
    public static char Fold(char c)
    {
        if (c < Folded.Length)
            return Folded[c];
        return char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';
    }

    /// <summary>Folds a name: <c>"Wijk 03  Óude-Haven "</c> becomes <c>"wijk 03 oude haven"</c>.</summary>
    public static string Fold(string text) => Fold(text, new char[text.Length]).ToString();

    /// <summary>Folds into a buffer of at least the text's length; returns the part that was used.</summary>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        var pendingSpace = false;
        foreach (var c in text)
        {
            if (IsCombining(c))
                continue;
            var folded = Fold(c);
            if (folded == '\0')
            {
                pendingSpace = length > 0;
                continue;
            }

            if (pendingSpace)
                buffer[length++] = ' ';
            pendingSpace = false;
            buffer[length++] = folded;
        }

        return buffer[..length];
    }

    /// <summary>A combining mark (U+0300–U+036F) belongs to the letter before it: <c>e</c> + <c>´</c> is <c>é</c>.</summary>
    public static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036F';

    private static char[] BuildTable()
    {
        var table = new char[0x250];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            if (!char.IsLetterOrDigit(c))
                continue;
            var plain = c.ToString().Normalize(NormalizationForm.FormD)[0];
            table[i] = CharUnicodeInfo.GetUnicodeCategory(plain) == UnicodeCategory.NonSpacingMark
                ? '\0'
                : char.ToLowerInvariant(plain);
        }

        return table;
    }
}
