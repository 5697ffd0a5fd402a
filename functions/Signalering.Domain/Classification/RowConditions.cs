namespace Signalering.Domain.Classification;

/// <summary>Which conditions (<c>mits</c>, <c>tenzij</c>) the words of a row fulfil.</summary>
internal sealed class RowConditions(CompiledRules rules)
{
    private readonly ulong[] _fulfilled = new ulong[(rules.Conditions + 63) / 64];

    /// <summary>Reads a row.</summary>
    public void Read(ReadOnlySpan<TermMatch> matches)
    {
        Array.Clear(_fulfilled);
        foreach (var match in matches)
        {
            ref readonly var role = ref rules.Roles[match.Term];
            if (role.Does(TermDeeds.Fulfils))
                _fulfilled[role.Condition >> 6] |= 1UL << (role.Condition & 63);
        }
    }

    /// <summary>Whether a rule may speak in this row.</summary>
    public bool Allow(int rule) =>
        IsMet(rules.Mits[rule], without: true) && !IsMet(rules.Tenzij[rule], without: false);

    private bool IsMet(int condition, bool without) =>
        condition < 0 ? without : (_fulfilled[condition >> 6] & (1UL << (condition & 63))) != 0;
}
