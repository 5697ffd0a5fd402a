using Signalering.Domain.Intake;

namespace Signalering.Domain.Classification;

/// <summary>What a character is to a word, in one look: its folded form and whether it is a letter or a small one.</summary>
internal static class WordLetters
{
    /// <summary>Below this every character stands in the table: Latin-1 and Latin Extended-A and B.</summary>
    public const int TableSize = 0x250;

    private const uint IsLetter = 1u << 16;
    private const uint IsSmall = 1u << 17;
    private const uint IsMark = 1u << 18;

    private static readonly uint[] Table = [.. Enumerable.Range(0, TableSize).Select(c => Describe((char)c))];

    /// <summary>What a character is.</summary>
    public static uint Of(char c) => c < TableSize ? Table[c] : Describe(c);

    /// <summary>The folded letter or digit; <c>'\0'</c> when the character separates words.</summary>
    public static char Folded(uint letter) => unchecked((char)letter);

    /// <summary>Whether it belongs to the letter before it.</summary>
    public static bool IsCombining(uint letter) => (letter & IsMark) != 0;

    /// <summary>Whether characters, of which the descriptions were combined with <c>|</c>, are a word in capitals.</summary>
    public static bool AreCapitals(uint letters) => (letters & (IsLetter | IsSmall)) == IsLetter;

    private static uint Describe(char c) => PlainText.Fold(c)
        | (char.IsLetter(c) ? IsLetter : 0)
        | (c != char.ToUpperInvariant(c) ? IsSmall : 0)
        | (PlainText.IsCombining(c) ? IsMark : 0);
}
