using System.Buffers;

namespace Signalering.Domain.Screening;

/// <summary>Words whose presence near a number says what the number is.</summary>
/// <param name="words">Beginnings of words, lower case.</param>
internal sealed class WordsNearby(params string[] words)
{
    private readonly SearchValues<string> _words = SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one begins in the characters before a place.</summary>
    public bool Before(ReadOnlySpan<char> text, int place, int reach)
    {
        var from = Math.Max(0, place - reach);
        return In(text, from, place);
    }

    /// <summary>Whether one begins in the characters after a place.</summary>
    public bool After(ReadOnlySpan<char> text, int place, int reach) =>
        In(text, place, Math.Min(text.Length, place + reach));

    /// <summary>Whether one begins anywhere in a part of the text, at the beginning of a word.</summary>
    public bool In(ReadOnlySpan<char> text, int from, int to)
    {
        while (from < to)
        {
            var hit = text[from..to].IndexOfAny(_words);
            if (hit < 0)
                return false;
            var place = from + hit;
            if (place == 0 || !char.IsLetter(text[place - 1]) || !char.IsLetter(text[place]))
                return true;
            from = place + 1;
        }

        return false;
    }
}
