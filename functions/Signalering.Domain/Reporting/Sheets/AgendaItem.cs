namespace Signalering.Domain.Reporting.Sheets;

/// <summary>A subject for the dialogue: a signal, with the signals that say the same of a part of it.</summary>
/// <param name="Nummer">Position on the agenda, from 1; on the card too.</param>
/// <param name="Signaal">The signal that stands for it.</param>
/// <param name="Onderdelen">Signals about the same problem in one of its wijken; may be empty.</param>
internal sealed record AgendaItem(int Nummer, SignalView Signaal, IReadOnlyList<SignalView> Onderdelen)
{
    /// <summary>All its signals, the one that stands for it first.</summary>
    public IEnumerable<SignalView> Alle => Onderdelen.Prepend(Signaal);

    /// <summary>Codes of the wijken that it is about; empty for the whole municipality.</summary>
    public IReadOnlyList<string> Wijken => Signaal.Wijken;

    /// <summary>Whether it has come to an end.</summary>
    public bool IsOpgelost => Signaal.Stand == SignalWords.Resolved;

    /// <summary>Title with its number.</summary>
    public string Naam => $"{Nummer}. {Signaal.Titel}";
}

/// <summary>Makes an agenda that can be talked through out of everything that was found.</summary>
/// <remarks>
/// <para>A rise that spreads over wijken and the rises of those wijken are one subject, and so are a rise and a
/// concentration of one problem in one wijk: the strongest stands for it, a spread before a single wijk. Pairs of problems,
/// missing collective answers, and laws that people get stuck on are no subjects by themselves: they stand on sheets of their
/// own.</para>
/// <para>At most <see cref="MostItems"/>; the strongest come first. A signal that people answered is never left out.</para>
/// </remarks>
internal static class Agenda
{
    /// <summary>Most subjects that are going on. A quarter's conversation does not hold more; the others stand on the sheet
    /// with all signals.</summary>
    public const int MostItems = 15;

    private static readonly string[] OnOwnSheet = [SignalWords.Chance, SignalWords.Together, SignalWords.PolicyEffect];

    /// <summary>The subjects: what is going on in order of evidence, then what came to an end.</summary>
    /// <param name="signals">In order of evidence.</param>
    /// <param name="isAnswered">Whether people answered the signal of this id.</param>
    public static IReadOnlyList<AgendaItem> Of(IReadOnlyList<SignalView> signals, Func<string, bool> isAnswered)
    {
        var groups = new List<List<SignalView>>();
        foreach (var signal in signals.Where(IsSubject))
        {
            var same = groups.Find(group => group.Exists(other => IsSame(signal, other)));
            if (same is null)
                groups.Add([signal]);
            else
                same.Add(signal);
        }

        Merge(groups);
        var (open, closed) = (0, 0);
        return
        [
            .. groups
                .Where(group => group.Exists(signal => isAnswered(signal.Id))
                    || (IsResolved(group[0]) ? ++closed : ++open) <= MostItems)
                .OrderBy(group => IsResolved(group[0]))
                .Select((group, index) => new AgendaItem(index + 1, group[0], [.. group.Skip(1)])),
        ];
    }

    /// <summary>Number of the subject that a signal belongs to; null when it is on none.</summary>
    public static int? NumberOf(IReadOnlyList<AgendaItem> items, string signal) =>
        items.FirstOrDefault(item => item.Alle.Any(one => one.Id == signal))?.Nummer;

    /// <summary>Signals that could be a subject and are on no item: how many the limit left out.</summary>
    public static int LeftOut(IReadOnlyList<SignalView> signals, IReadOnlyList<AgendaItem> items) =>
        signals.Count(IsSubject) - items.Sum(item => item.Alle.Count());

    // A spread that came after the rises of its wijken ties their groups together; it stands in front of them.
    private static void Merge(List<List<SignalView>> groups)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = groups.Count - 1; j > i; j--)
            {
                if (groups[i].Exists(one => groups[j].Exists(other => IsSame(one, other))))
                {
                    groups[i].AddRange(groups[j]);
                    groups.RemoveAt(j);
                }
            }

            groups[i] = [.. groups[i].OrderByDescending(signal => signal.Wijken.Count != 1)];
        }
    }

    private static bool IsSubject(SignalView signal) => !OnOwnSheet.Contains(signal.Soort);

    private static bool IsSame(SignalView one, SignalView other) =>
        one.Probleem == other.Probleem && IsResolved(one) == IsResolved(other)
        && (one.Wijken.Any(other.Wijken.Contains) || one.Wijken.Count == 0 || other.Wijken.Count == 0);

    private static bool IsResolved(SignalView signal) => signal.Stand == SignalWords.Resolved;
}
