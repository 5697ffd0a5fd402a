namespace Signalering.Domain.Classification;

/// <summary>A rule that fired on a text.</summary>
/// <param name="Rule">Position in <see cref="TermRules.Regels"/>.</param>
/// <param name="FirstWord">First word of the text that the term covers, counted from 0.</param>
/// <param name="LastWord">Last word that it covers.</param>
public readonly record struct TermMatch(int Rule, int FirstWord, int LastWord);
