using Signalering.Domain.Intake;

namespace Signalering.Domain.Classification;

/// <summary>One place in a term: the words that may stand there, and how far from the place before.</summary>
/// <param name="Words">Words, each with <c>*</c> in front or behind for further letters; <c>#</c> is a number from 3.</param>
/// <param name="Gap">Content words that may stand between this place and the one before.</param>
public sealed record TermPlace(IReadOnlyList<string> Words, int Gap);

/// <summary>The notation of terms, for people who know the field rather than programming.</summary>
/// <remarks>
/// <list type="table">
/// <item><term><c>huurachterstand</c></term><description>this word, whatever its capitals and accents</description></item>
/// <item><term><c>schuldhulp*</c>, <c>*schuld</c></term><description>further letters behind, in front</description></item>
/// <item><term><c>OTS</c></term><description>capitals: only a word typed wholly in capitals</description></item>
/// <item><term><c>geen geld</c></term><description>words in a row; articles and the like may stand between</description></item>
/// <item><term><c>ruzie .. buren</c>, <c>ruzie ..6 buren</c></term><description>at most 3, at most 6 words between</description></item>
/// <item><term><c>moeder &lt;&gt; overleden</c></term><description>in either order, at most 4 words between</description></item>
/// <item><term><c>(man|vrouw) overleden</c></term><description>one of these</description></item>
/// <item><term><c>@naaste overleden</c></term><description>one of the words of a group</description></item>
/// <item><term><c># deelnemers</c></term><description>a number of 3 or more, in digits</description></item>
/// <item><term><c>^ financien $</c></term><description>begin and end of the cell: the whole cell</description></item>
/// </list>
/// </remarks>
public static class TermSyntax
{
    internal const string Begin = "^";
    internal const string End = "$";
    internal const string Number = "#";
    private const int OrdinaryGap = 3;
    private const int EitherOrderGap = 4;
    private const int LargestGap = 9;

    /// <summary>Reads a term.</summary>
    /// <param name="term">As written in the rules.</param>
    /// <param name="groups">Groups of words.</param>
    /// <returns>The orders in which its places may stand: one, or two for <c>&lt;&gt;</c>.</returns>
    /// <exception cref="FormatException">Not a term; the message says why.</exception>
    public static IReadOnlyList<IReadOnlyList<TermPlace>> Parse(
        string term, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
    {
        var halves = term.Split("<>", StringSplitOptions.TrimEntries);
        if (halves.Length == 1)
            return [Places(term, groups)];
        if (halves.Length != 2)
            throw new FormatException("'<>' mag een keer voorkomen");
        var (left, right) = (Places(halves[0], groups), Places(halves[1], groups));
        return [Join(left, right), Join(right, left)];
    }

    private static List<TermPlace> Join(List<TermPlace> first, List<TermPlace> second) =>
        [.. first, second[0] with { Gap = EitherOrderGap }, .. second.Skip(1)];

    private static List<TermPlace> Places(string term, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
    {
        var places = new List<TermPlace>();
        var gap = 0;
        foreach (var part in term.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.StartsWith("..", StringComparison.Ordinal))
            {
                gap = part.Length == 2 ? OrdinaryGap : part[2] - '0';
                if (part.Length > 3 || gap is < 1 or > LargestGap || places.Count == 0)
                    throw new FormatException("'..' staat tussen woorden, met hooguit een cijfer van 1 tot 9 erachter");
                continue;
            }

            places.Add(new TermPlace(Words(part, groups), gap));
            gap = 0;
        }

        return places.Count > 0 && gap == 0
            ? places
            : throw new FormatException("een term begint en eindigt met een woord");
    }

    private static IReadOnlyList<string> Words(string part, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
    {
        if (part is Begin or End or Number)
            return [part];
        if (part[0] == '@')
        {
            return groups.TryGetValue(part[1..], out var words)
                ? [.. words.SelectMany(word => Words(word, groups))]
                : throw new FormatException($"de groep {part} bestaat niet");
        }

        if (part[0] == '(' && part[^1] == ')')
            return [.. part[1..^1].Split('|').SelectMany(word => Words(word, groups))];
        var letters = part.Trim('*');
        if (letters.Length == 0 || letters.Any(c => PlainText.Fold(c) == '\0') || letters != letters.Trim('*'))
            throw new FormatException($"'{part}' is geen woord");
        return [IsCapitals(part) ? part : Stars(part, PlainText.Fold(letters))];
    }

    private static string Stars(string part, string letters) =>
        (part[0] == '*' ? "*" : "") + letters + (part[^1] == '*' ? "*" : "");

    /// <summary>Whether a word of a term asks for capitals.</summary>
    internal static bool IsCapitals(string word) => word.Any(char.IsAsciiLetterUpper) && !word.Any(char.IsAsciiLetterLower);
}
