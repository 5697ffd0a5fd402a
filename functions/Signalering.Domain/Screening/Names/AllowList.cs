using System.Collections.Frozen;

namespace Signalering.Domain.Screening;

/// <summary>Names of streets, wijken, buildings and organisations that are no persons, however much they look like one.</summary>
/// <remarks>Protects from the name rules only: a street with a house number stays an address, and <c>mw. Lindenhof</c> a
/// person. Matches whole phrases of words, without regard to case and diacritics.</remarks>
public sealed class AllowList
{
    private readonly FrozenDictionary<ulong, ulong[][]> _phrases;

    private AllowList(IEnumerable<ulong[]> phrases) => _phrases = phrases
        .Where(phrase => phrase.Length > 0)
        .GroupBy(phrase => phrase[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());

    /// <summary>Nothing is protected.</summary>
    public static AllowList Empty { get; } = new([]);

    /// <summary>A list of places and bodies that the product or the municipality itself names; not checked.</summary>
    public static AllowList OfPlaces(IEnumerable<string> phrases) =>
        new(phrases.Select(phrase => Words(phrase).Select(word => WordKey.Hash(word)).ToArray()));

    /// <summary>Builds a list that somebody keeps by hand.</summary>
    /// <param name="phrases">Names as one writes them, of one or more words.</param>
    /// <param name="lexicon">Refuses what is a first name of a person by itself.</param>
    /// <exception cref="ArgumentException">A phrase is nothing but a first name: it would hide persons.</exception>
    public static AllowList Of(IEnumerable<string> phrases, NameLexicon lexicon)
    {
        var list = new List<ulong[]>();
        foreach (var phrase in phrases)
        {
            var words = Words(phrase);
            if (words.Count == 1 && IsPlainFirstName(lexicon.Find(words[0])))
                throw new ArgumentException("An allow list may not hold a bare first name.", nameof(phrases));
            list.Add([.. words.Select(word => WordKey.Hash(word))]);
        }

        return new AllowList(list);
    }

    /// <summary>Marks the tokens of every phrase that stands in a text.</summary>
    internal void Mark(Span<Token> tokens)
    {
        if (_phrases.Count == 0)
            return;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].IsNumber || (tokens[i].Case == LetterCase.Lower && tokens[i].Flags == NameFlags.None)
                || !_phrases.TryGetValue(tokens[i].Hash, out var phrases))
                continue;
            var length = Longest(tokens[i..], phrases);
            for (var word = i; word < i + length; word++)
                tokens[word] = tokens[word] with { Flags = tokens[word].Flags | NameFlags.Allowed };
            i += Math.Max(0, length - 1);
        }
    }

    private static int Longest(ReadOnlySpan<Token> tokens, ulong[][] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Length > tokens.Length)
                continue;
            var same = 0;
            while (same < phrase.Length && tokens[same].Hash == phrase[same])
                same++;
            if (same == phrase.Length)
                return same;
        }

        return 0;
    }

    private static List<string> Words(string phrase)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= phrase.Length; i++)
        {
            // The tokeniser's words: letters, with an apostrophe between letters.
            var isLetter = i < phrase.Length && (WordKey.Fold(phrase[i]) != '\0'
                || (phrase[i] == '\'' && start >= 0 && i - start <= 2 && i + 1 < phrase.Length && WordKey.Fold(phrase[i + 1]) != '\0'));
            if (isLetter)
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0)
                words.Add(phrase[start..i]);
            start = -1;
        }

        return words;
    }

    private static bool IsPlainFirstName(NameFlags flags) =>
        flags.HasFlag(NameFlags.First) && (flags & (NameFlags.Word | NameFlags.Place | NameFlags.Surname | NameFlags.Weak)) == 0;
}
