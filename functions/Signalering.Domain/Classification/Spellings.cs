namespace Signalering.Domain.Classification;

/// <summary>Other ways to write a word (<c>gn</c> for <c>geen</c>): terms with the word are found with those too.</summary>
/// <remarks>Worked out once, when the rules are compiled; reading a row costs nothing more.</remarks>
internal sealed class Spellings
{
    private readonly (string Word, IReadOnlyList<string> Others)[] _words;
    private readonly Dictionary<string, IReadOnlyList<string>> _exact;

    /// <summary>Spellings by word.</summary>
    public Spellings(IReadOnlyDictionary<string, IReadOnlyList<string>> others)
    {
        _words = [.. others.Select(pair => (pair.Key, pair.Value))];
        _exact = new Dictionary<string, IReadOnlyList<string>>(others);
    }

    /// <summary>The places of a term, each with the other spellings of its words.</summary>
    public IReadOnlyList<TermPlace> Add(IReadOnlyList<TermPlace> places) =>
        places.Any(place => place.Words.Any(word => Of(word).Any()))
            ? [.. places.Select(place => place with { Words = [.. Widen(place.Words)] })]
            : places;

    private IEnumerable<string> Widen(IReadOnlyList<string> words) => words.Concat(words.SelectMany(Of)).Distinct();

    private IEnumerable<string> Of(string pattern)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal))
            return _exact.TryGetValue(pattern, out var others) ? others : [];
        var letters = pattern.Trim('*');
        var (open, ended) = (pattern[0] == '*', pattern[^1] == '*');
        return _words
            .Where(pair => open
                ? ended ? pair.Word.Contains(letters, StringComparison.Ordinal)
                    : pair.Word.EndsWith(letters, StringComparison.Ordinal)
                : pair.Word.StartsWith(letters, StringComparison.Ordinal))
            .SelectMany(pair => pair.Others);
    }
}
