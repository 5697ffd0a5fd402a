using Signalering.Domain.Intake;

namespace Signalering.Domain.Classification;

/// <summary>A frequent group of words in rows without a problem: perhaps a term that the rules lack.</summary>
/// <param name="Woorden">One to three words, folded.</param>
/// <param name="Casussen">Distinct cases; at least <see cref="TermMiner.FewestCases"/>.</param>
/// <param name="Teams">Distinct teams; at least <see cref="TermMiner.FewestTeams"/>.</param>
public sealed record MinedTerm(string Woorden, int Casussen, int Teams);

/// <summary>Collects word groups from rows without a problem, for the weekly list of unknown terms.</summary>
/// <remarks>
/// <para>A group is shown only when it occurs in at least ten cases and three teams: nobody's own words come out.</para>
/// <para>Memory is bounded: when more than <c>capacity</c> groups are held, the groups seen in the fewest cases go, as in
/// lossy counting (Manku and Motwani 2002, VLDB, 346–357, algorithm 1 with the bucket as trigger). A group that was
/// dropped starts again at nothing, so counts can be too low, never too high: the threshold cannot be evaded.</para>
/// </remarks>
/// <param name="capacity">Groups held at most; default 200 000, about 100 MB at the very most.</param>
public sealed class TermMiner(int capacity = 200_000)
{
    /// <summary>Fewest distinct cases behind a shown group.</summary>
    public const int FewestCases = 10;

    /// <summary>Fewest distinct teams behind a shown group.</summary>
    public const int FewestTeams = 3;

    private const int LongestGroup = 3;
    private const int CasesRemembered = 64;
    private const int ShortestWord = 3;

    private readonly Dictionary<string, Seen> _groups = [];
    private int _floor = 1;

    /// <summary>Groups held now.</summary>
    public int Count => _groups.Count;

    /// <summary>Adds a row without a problem.</summary>
    /// <param name="text">The row's own words, screened.</param>
    /// <param name="team">Team that delivered.</param>
    /// <param name="casus">Pseudonymous case number; rows without one do not count: they cannot be told apart.</param>
    public void Add(ReadOnlySpan<char> text, string team, string casus)
    {
        if (casus.Length == 0 || text.IsEmpty)
            return;
        var words = PlainText.Fold(text, new char[text.Length]).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var first = 0; first < words.Length; first++)
        {
            for (var length = 1; length <= LongestGroup && first + length <= words.Length; length++)
            {
                if (words[first + length - 1].Any(char.IsDigit))
                    break;
                if (IsTelling(words[first]) && IsTelling(words[first + length - 1]))
                    Add(string.Join(' ', words, first, length), team, casus);
            }
        }

        while (_groups.Count > capacity)
            Drop();
    }

    /// <summary>The groups that may be shown, most cases first; equal counts in alphabetical order.</summary>
    public IReadOnlyList<MinedTerm> Terms() =>
    [
        .. _groups
            .Where(group => group.Value.Cases.Count >= FewestCases && group.Value.Teams.Count >= FewestTeams)
            .Select(group => new MinedTerm(group.Key, group.Value.Cases.Count, group.Value.Teams.Count))
            .OrderByDescending(term => term.Casussen).ThenBy(term => term.Woorden, StringComparer.Ordinal),
    ];

    // Numbers and short words say nothing of a subject, and a number may be somebody's.
    private static bool IsTelling(string word) => word.Length >= ShortestWord && !word.Any(char.IsDigit);

    private void Add(string group, string team, string casus)
    {
        if (!_groups.TryGetValue(group, out var seen))
            _groups[group] = seen = new Seen();
        if (seen.Cases.Count < CasesRemembered)
            seen.Cases.Add($"{team}/{casus}");
        if (seen.Teams.Count < CasesRemembered)
            seen.Teams.Add(team);
    }

    private void Drop()
    {
        foreach (var group in _groups.Where(group => group.Value.Cases.Count <= _floor).Select(group => group.Key).ToList())
            _groups.Remove(group);
        _floor = _groups.Count > capacity ? _floor + 1 : 1;
    }

    private sealed class Seen
    {
        public HashSet<string> Cases { get; } = [];

        public HashSet<string> Teams { get; } = [];
    }
}
