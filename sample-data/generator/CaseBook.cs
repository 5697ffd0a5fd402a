namespace Signalering.SampleData;

/// <summary>The cases of a team: who is helped, with what, and until when.</summary>
internal sealed class CaseBook(Pcg random)
{
    private const int LongestSilence = 4;
    private readonly Dictionary<(string Wijk, string Problem), List<Case>> _open = [];
    private int _count;

    /// <summary>The case of an activity: an open one, one known for something else, or a new one.</summary>
    public Case For(string wijk, Problem problem, int month)
    {
        if (!_open.TryGetValue((wijk, problem.Key), out var open))
            _open.Add((wijk, problem.Key), open = []);
        open.RemoveAll(known => known.LastSeen < month - LongestSilence);

        var chosen = open.Count > 0 && !random.Chance(problem.NewCase) ? random.Pick(open) : Start(wijk, problem, open);
        chosen.LastSeen = month;
        if (random.Chance(problem.NewCase / 3))
            open.Remove(chosen);
        return chosen;
    }

    private Case Start(string wijk, Problem problem, List<Case> open)
    {
        var other = random.Pick(Problems.All);
        var known = _open.GetValueOrDefault((wijk, other.Key));
        var started = known is { Count: > 0 } && other.Key != problem.Key && random.Chance(0.25)
            ? random.Pick(known)
            : new Case(++_count, wijk, random.Pick(Person.All));
        open.Add(started);
        return started;
    }
}
