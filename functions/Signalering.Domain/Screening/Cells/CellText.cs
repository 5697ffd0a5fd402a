namespace Signalering.Domain.Screening;

/// <summary>A word or a number of a cell.</summary>
/// <param name="Start">First character in the normalised text.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Hash"><see cref="WordKey.Hash"/>; 0 for a number.</param>
/// <param name="Flags">What the lexicon knows of the word.</param>
/// <param name="Case">How its letters are written.</param>
public readonly record struct Token(int Start, int Length, ulong Hash, NameFlags Flags, LetterCase Case)
{
    /// <summary>Behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether it consists of digits.</summary>
    public bool IsNumber => Case == LetterCase.Number;

    /// <summary>Written with a capital first.</summary>
    public bool IsCapitalized => Case is LetterCase.Capitalized or LetterCase.Upper or LetterCase.Mixed;
}

/// <summary>How a word is written.</summary>
public enum LetterCase : byte
{
    /// <summary>Digits.</summary>
    Number,

    /// <summary>buurt.</summary>
    Lower,

    /// <summary>Buurt; also a single capital.</summary>
    Capitalized,

    /// <summary>UWV.</summary>
    Upper,

    /// <summary>WhatsApp.</summary>
    Mixed,
}

/// <summary>What one look at a cell tells; most detectors need no second one.</summary>
/// <param name="Digits">Number of digits.</param>
/// <param name="Letters">Number of letters.</param>
/// <param name="Capitals">Number of capitals.</param>
/// <param name="HasAt">Has an at-sign.</param>
/// <param name="HasDot">Has a dot with a letter on both sides.</param>
/// <param name="IsMixed">Has a digit beside a letter.</param>
/// <param name="HasTrigger">Has a word that announces something without digits.</param>
public readonly record struct CellShape(int Digits, int Letters, int Capitals, bool HasAt, bool HasDot, bool IsMixed, bool HasTrigger)
{
    /// <summary>A text in capitals: what has a capital says nothing there.</summary>
    public bool IsShouted => Letters > 12 && Capitals * 10 > Letters * 8;
}

/// <summary>A cell, ready for the detectors.</summary>
public readonly ref struct CellText(
    ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, CellShape shape, int referenceYear, bool sentence)
{
    /// <summary>Normalised text.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>Its words and numbers.</summary>
    public ReadOnlySpan<Token> Tokens { get; } = tokens;

    /// <summary>What one look told.</summary>
    public CellShape Shape { get; } = shape;

    /// <summary>Year that the text was written in.</summary>
    public int ReferenceYear { get; } = referenceYear;

    /// <summary>Whether it is free text; in a code or a category a single word is no name.</summary>
    public bool IsSentence { get; } = sentence;

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Word(Token token) => Text.Slice(token.Start, token.Length);

    /// <summary>The character at a place; a space outside the text.</summary>
    public char At(int index) => index >= 0 && index < Text.Length ? Text[index] : ' ';
}
