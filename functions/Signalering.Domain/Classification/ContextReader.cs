namespace Signalering.Domain.Classification;

/// <summary>What the words around a term make of it.</summary>
[Flags]
public enum TermContext
{
    /// <summary>Present, now, of the person, household or group that the activity is about.</summary>
    None = 0,

    /// <summary>Denied, or solved.</summary>
    Ontkend = 1,

    /// <summary>Somebody else's.</summary>
    VanAnder = 2,

    /// <summary>Past.</summary>
    Verleden = 4,

    /// <summary>Hypothetical, or to be prevented.</summary>
    Hypothetisch = 8,

    /// <summary>Perhaps.</summary>
    Onzeker = 16,

    /// <summary>Denied by the client, doubted by the worker: counts.</summary>
    Betwijfeld = 32,

    /// <summary>What a training or a film is about; nobody in the row has it.</summary>
    Onderwerp = 64,
}

/// <summary>Reads negation with its scope, other people, past and hypothetical from the rules of context.</summary>
/// <remarks>
/// <para>After NegEx (Chapman et al. 2001, J Biomed Inform 34(5), 301–310, doi:10.1006/jbin.2001.1029) and ContextD for
/// Dutch (Afzal et al. 2014, BMC Bioinformatics 15:373): triggers with a direction, a window in words, and words that end
/// the scope. Departures: a comma ends a denial, unless a listing goes on (<c>geen schulden, drugs of geweld</c>);
/// a denying word that is part of a found term (<c>geen geld</c>) denies nothing else; a denial that is reported and then
/// contradicted (<c>zegt … niet, maar …</c>) is no denial.</para>
/// <para>Time is linear in the words: every trigger marks at most a window.</para>
/// </remarks>
internal sealed class ContextReader(CompiledRules rules, RowConditions conditions)
{
    private const int ListingReach = 6;
    private const int DoubtReach = 14;
    private TermContext[] _marks = new TermContext[256];
    private int[] _causes = new int[256];
    private bool[] _masked = new bool[256];
    private bool _isMarked;

    /// <summary>Marks the words of a row whose conditions have been read.</summary>
    public void Read(RowReading row)
    {
        var words = row.Words;
        var matches = row.Matches;
        _isMarked = HasContext(matches);
        if (!_isMarked)
            return;
        Prepare(words.Length);
        Mask(matches);
        for (var i = 0; i < matches.Length; i++)
        {
            if (IsContext(matches[i], out var rule) && rule.Label != (int)ContextKind.GeenOntkenning
                && !_masked[matches[i].First])
                Mark((ContextKind)rule.Label, rule.Venster, matches[i], i, words);
        }

        for (var i = 0; i < matches.Length; i++)
        {
            if (IsContext(matches[i], out var rule) && rule.Label == (int)ContextKind.Bewering
                && !_masked[matches[i].First])
                Doubt(matches[i], matches, words);
        }
    }

    /// <summary>The context of a term.</summary>
    /// <param name="match">A term of a problem.</param>
    /// <param name="cause">Position of the match that made it so; −1 for none.</param>
    public TermContext Of(TermMatch match, out int cause)
    {
        cause = -1;
        if (!_isMarked)
            return TermContext.None;
        var insensitive = rules.Rules[rules.Roles[match.Term].Rule].Ongevoelig;
        var context = _marks[match.First] | (_marks[match.Last] & ~TermContext.VanAnder);
        if (rules.Denying[match.Term])
            context &= ~TermContext.Ontkend;
        context &= ~Insensitive(insensitive);
        cause = context == TermContext.None ? -1 : Math.Max(_causes[match.First], _causes[match.Last]);
        return context;
    }

    private static TermContext Insensitive(int kinds)
    {
        var set = TermContext.None;
        if (Has(ContextKind.Ontkenning))
            set |= TermContext.Ontkend;
        if (Has(ContextKind.Ander))
            set |= TermContext.VanAnder;
        if (Has(ContextKind.Verleden))
            set |= TermContext.Verleden;
        if (Has(ContextKind.Hypothetisch))
            set |= TermContext.Hypothetisch;
        if (Has(ContextKind.Onderwerp))
            set |= TermContext.Onderwerp;
        return set;

        bool Has(ContextKind kind) => (kinds & (1 << (int)kind)) != 0;
    }

    private void Prepare(int words)
    {
        if (_marks.Length < words)
        {
            _marks = new TermContext[words * 2];
            _causes = new int[words * 2];
            _masked = new bool[words * 2];
        }

        Array.Clear(_marks, 0, words);
        Array.Fill(_causes, -1, 0, words);
        Array.Clear(_masked, 0, words);
    }

    // Denying words inside a found term of a problem, and inside phrases that only look like a denial.
    private void Mask(ReadOnlySpan<TermMatch> matches)
    {
        foreach (var match in matches)
        {
            ref readonly var role = ref rules.Roles[match.Term];
            if (role.Does(TermDeeds.Masks) && (role.As != RuleAxis.Context || IsContext(match, out _)))
                _masked.AsSpan(match.First, match.Last - match.First + 1).Fill(true);
        }
    }

    private bool HasContext(ReadOnlySpan<TermMatch> matches)
    {
        foreach (var match in matches)
        {
            if (rules.Roles[match.Term].Does(TermDeeds.Context))
                return true;
        }

        return false;
    }

    private bool IsContext(TermMatch match, out TermRule rule)
    {
        ref readonly var role = ref rules.Roles[match.Term];
        rule = rules.Rules[role.Rule];
        return role.Does(TermDeeds.Context) && conditions.Allow(role.Rule);
    }

    private void Mark(ContextKind kind, int window, TermMatch trigger, int cause, ReadOnlySpan<RowWord> words)
    {
        switch (kind)
        {
            case ContextKind.Ontkenning: Deny(window, trigger, cause, words); break;
            case ContextKind.OntkenningTerug: Back(TermContext.Ontkend, window, trigger, cause, words); break;
            case ContextKind.Ander: Forward(TermContext.VanAnder, window, trigger, cause, words); break;
            case ContextKind.AnderTerug: Back(TermContext.VanAnder, window, trigger, cause, words); break;
            case ContextKind.Zelf: Clear(TermContext.VanAnder, trigger, words); break;
            case ContextKind.Verleden: Both(TermContext.Verleden, window, trigger, cause, words); break;
            case ContextKind.Hypothetisch: Both(TermContext.Hypothetisch, window, trigger, cause, words); break;
            case ContextKind.Onzeker: Both(TermContext.Onzeker, window, trigger, cause, words); break;
            case ContextKind.Onderwerp: Everywhere(TermContext.Onderwerp, cause, words); break;
        }
    }

    private void Deny(int window, TermMatch trigger, int cause, ReadOnlySpan<RowWord> words)
    {
        var clause = words[trigger.Last].Clause;
        var limit = words[trigger.Last].Content + window;
        for (var i = trigger.Last + 1; i < words.Length && words[i].Sentence == words[trigger.Last].Sentence; i++)
        {
            if (words[i].Clause != clause)
            {
                if ((words[i].Flags & WordFlags.Break) != 0 || !ListGoesOn(i, words))
                    return;
                clause = words[i].Clause;
                limit = words[i].Content + ListingReach;
            }

            // "ziet kinderen niet meer sinds de scheiding": what the denial is due to is not denied.
            var isCause = (words[i].Flags & WordFlags.Cause) != 0 && i > trigger.Last + 1;
            if (words[i].Content > limit || isCause)
                return;
            Set(i, TermContext.Ontkend, cause);
        }
    }

    // After a comma a denial goes on when "of" or "noch" follows before the next break.
    private static bool ListGoesOn(int from, ReadOnlySpan<RowWord> words)
    {
        for (var i = from; i < words.Length && i < from + ListingReach; i++)
        {
            if (words[i].Sentence != words[from].Sentence || (i > from && (words[i].Flags & WordFlags.Break) != 0))
                return false;
            if ((words[i].Flags & WordFlags.Listing) != 0)
                return i > from;
        }

        return false;
    }

    private void Forward(TermContext mark, int window, TermMatch trigger, int cause, ReadOnlySpan<RowWord> words)
    {
        var limit = words[trigger.Last].Content + window;
        for (var i = trigger.Last + 1; i < words.Length && words[i].Clause == words[trigger.Last].Clause
            && words[i].Content <= limit; i++)
            Set(i, mark, cause);
    }

    private void Back(TermContext mark, int window, TermMatch trigger, int cause, ReadOnlySpan<RowWord> words)
    {
        var clause = words[trigger.First].Clause;
        var limit = words[trigger.First].Content - window;
        for (var i = trigger.First - 1; i >= 0 && words[i].Sentence == words[trigger.First].Sentence
            && words[i].Content >= limit; i--)
        {
            // "schulden, inmiddels afgelost": a trigger that opens its clause speaks of the clause before.
            if (words[i].Clause != clause)
            {
                if (clause != words[trigger.First].Clause || mark == TermContext.VanAnder
                    || words[trigger.First].Content - words[i + 1].Content > 1
                    || (words[i + 1].Flags & WordFlags.Break) != 0)
                    return;
                clause = words[i].Clause;
            }

            Set(i, mark, cause);
        }
    }

    private void Both(TermContext mark, int window, TermMatch trigger, int cause, ReadOnlySpan<RowWord> words)
    {
        Forward(mark, window, trigger, cause, words);
        Back(mark, window, trigger, cause, words);
        for (var i = trigger.First; i <= trigger.Last; i++)
            Set(i, mark, cause);
    }

    private void Everywhere(TermContext mark, int cause, ReadOnlySpan<RowWord> words)
    {
        for (var i = 0; i < words.Length; i++)
            Set(i, mark, cause);
    }

    private void Clear(TermContext mark, TermMatch trigger, ReadOnlySpan<RowWord> words)
    {
        for (var i = trigger.First; i < words.Length && words[i].Clause == words[trigger.Last].Clause; i++)
            _marks[i] &= ~mark;
    }

    // "zegt geen schulden te hebben, maar …": what was denied after the claim stands again.
    private void Doubt(TermMatch claim, ReadOnlySpan<TermMatch> matches, ReadOnlySpan<RowWord> words)
    {
        var limit = words[claim.Last].Content + DoubtReach;
        var objection = -1;
        foreach (var match in matches)
        {
            if (match.First > claim.Last && IsContext(match, out var rule) && words[match.First].Content <= limit
                && rule.Label == (int)ContextKind.Tegenwerping && !_masked[match.First])
            {
                objection = match.First;
                break;
            }
        }

        for (var i = claim.First; i < objection; i++)
        {
            if ((_marks[i] & TermContext.Ontkend) != 0)
                _marks[i] = (_marks[i] & ~TermContext.Ontkend) | TermContext.Betwijfeld;
        }
    }

    private void Set(int word, TermContext mark, int cause)
    {
        _marks[word] |= mark;
        _causes[word] = cause;
    }
}
