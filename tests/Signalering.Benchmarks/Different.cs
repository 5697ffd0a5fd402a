using Signalering.Domain;
using Signalering.Domain.Screening;

namespace Signalering.Benchmarks;

/// <summary>Invented descriptions of which no two are alike: the first half of one and the second half of another.</summary>
internal static class Different
{
    private const int Seed = 20261125;
    private const int Year = 2026;

    /// <summary>Texts without end, in which the gate finds nothing.</summary>
    public static IEnumerable<string> Texts(
        IReadOnlyList<string> descriptions, IntakeKnowledge knowledge, int shortest, int longest)
    {
        var random = new Random(Seed);
        var detector = new PersonalDataDetector(knowledge.Namen, [.. knowledge.Toegestaan]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var first = descriptions[random.Next(descriptions.Count)];
            var second = descriptions[random.Next(descriptions.Count)];
            var (cut, from) = (first.IndexOf(' ', first.Length / 2), second.IndexOf(' ', second.Length / 2));
            if (cut < 0 || from < 0)
                continue;
            var text = string.Concat(first.AsSpan(0, cut), second.AsSpan(from));
            if (text.Length >= shortest && text.Length <= longest && detector.Find(text, Year).Count == 0
                && seen.Add(text))
                yield return text;
        }
    }
}
