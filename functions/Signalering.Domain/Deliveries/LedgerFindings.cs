using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Signalering.Domain.Counting;

namespace Signalering.Domain.Deliveries;

/// <summary>Something in the deliveries of a team that may look like a trend and be none; for a person to
/// judge.</summary>
/// <param name="Id">Stable: the same ledger gives the same id, so that an annotation can answer it.</param>
/// <param name="Maand">First month that it shows in.</param>
/// <param name="Soort">What it looks like.</param>
/// <param name="Uitleg">Dutch: what was seen, against what.</param>
/// <param name="Verwacht">Activities that were to be expected in the month; null when that is not what it is
/// about.</param>
public sealed record LedgerFinding(string Id, Month Maand, ArtefactKind Soort, string Uitleg, double? Verwacht);

/// <summary>Settings of the ledger.</summary>
public sealed record LedgerOptions
{
    /// <summary>Days after the end of a quarter at which its months are due, 0–90. Default 20, as for the reports:
    /// teams that deliver per quarter close it in the first two weeks of the next.</summary>
    [Range(0, 90)]
    public int DeadlineDays { get; init; } = 20;

    /// <summary>Earlier months looked back on, 3–36. Default 12: every month of the year once.</summary>
    [Range(3, 36)]
    public int LookBack { get; init; } = 12;

    /// <summary>Earlier months needed before a month is judged, 3–12. Default 3.</summary>
    [Range(3, 12)]
    public int FewestMonths { get; init; } = 3;

    /// <summary>Factor of the usual number of rows from which a month is a jump, over 1. Default 2 (and 1/2): the
    /// season and the noise of a team of ten workers stay within a third.</summary>
    [Range(1.1, 10.0)]
    public double JumpFactor { get; init; } = 2.0;

    /// <summary>Spreads from the usual number of rows that a jump has at least. Default 3: a team with eight rows a
    /// month may well have three in the next.</summary>
    [Range(1.0, 10.0)]
    public double JumpSpreads { get; init; } = 3.0;

    /// <summary>Change in the share of filled cells of a column that is told, 0–1. Default 0.25: a column that a
    /// quarter of the rows fills in more or less is registered otherwise.</summary>
    [Range(0.05, 1.0)]
    public double FillChange { get; init; } = 0.25;

    /// <summary>Factor of the usual number of activities per case from which a month is registered otherwise, over 1.
    /// Default 1.3: the season and the noise of a hundred cases stay within a fifth.</summary>
    [Range(1.05, 5.0)]
    public double PerCaseFactor { get; init; } = 1.3;

    /// <summary>Rows that a month needs before its fill rates are judged. Default 20.</summary>
    [Range(1, 1000)]
    public int FewestRows { get; init; } = 20;
}

/// <summary>Finds gaps and jumps in the deliveries of one team that look like artefacts of registration.</summary>
/// <remarks>
/// <para>A jump, with x the rows of the month and m the median of the earlier months looked back on:</para>
/// <code>(x ≤ m / f or x ≥ m · f)  and  |x − m| > k · max(√m, 1.4826 · MAD)</code>
/// <para>Median and MAD (median absolute deviation, times 1.4826 for the normal distribution: Rousseeuw &amp; Croux
/// 1993, J Am Stat Assoc 88, 1273–1283) stay put when one of the earlier months was a jump itself; √m is the spread
/// of counts that are Poisson. Months that a person confirmed to be partial are not looked back on.</para>
/// <para>Of months that are Poisson with mean 40, under 1 in 1,000 is called a jump (simulated, see
/// LedgerTests).</para>
/// <para>Activities per case stand in for rows per worker, which are not counted (docs/besluiten/0011): they too move
/// with the way of registering and hardly with the wijk.</para>
/// <para>Weak spot: a level that changes by less than the factor is found only when the headers change with it.</para>
/// </remarks>
public static class LedgerFindings
{
    private const double MadToSpread = 1.4826;
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>All findings, by month.</summary>
    /// <param name="ledger">Deliveries of the team.</param>
    /// <param name="first">First month that the team is expected to deliver.</param>
    /// <param name="options">Bounds.</param>
    public static IReadOnlyList<LedgerFinding> Of(TeamLedger ledger, Month first, LedgerOptions options)
    {
        var months = ledger.Leveringen.GroupBy(entry => entry.Maand).Select(group => group.Last()).ToList();
        var findings = new List<LedgerFinding>();
        if (months.Count == 0)
            return findings;
        findings.AddRange(Gaps(ledger.Wijkteam, months, first));
        for (var i = 0; i < months.Count; i++)
        {
            var entry = months[i];
            var earlier = months.Take(i)
                .Where(m => m.Maand >= entry.Maand.Plus(-options.LookBack) && !IsPartial(ledger, m.Maand)).ToList();
            if (i > 0 && NewForm(ledger.Wijkteam, months[i - 1], entry) is { } form)
                findings.Add(form);
            if (earlier.Count < options.FewestMonths)
                continue;
            if (Jump(ledger.Wijkteam, earlier, entry, options) is { } jump)
                findings.Add(jump);
            if (PerCase(ledger.Wijkteam, earlier, entry, options) is { } perCase)
                findings.Add(perCase);
            findings.AddRange(Fill(ledger.Wijkteam, earlier, entry, options));
        }

        return [.. findings.OrderBy(finding => finding.Maand).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
    }

    /// <summary>Activities that were to be expected in a month: the median of the earlier months looked back on; null
    /// when there are too few.</summary>
    public static double? Expected(TeamLedger ledger, Month month, LedgerOptions options)
    {
        var earlier = ledger.Leveringen
            .Where(m => m.Maand < month && m.Maand >= month.Plus(-options.LookBack) && !IsPartial(ledger, m.Maand))
            .GroupBy(entry => entry.Maand).Select(group => (double)group.Last().Activiteiten).ToList();
        return earlier.Count < options.FewestMonths ? null : Median(earlier);
    }

    private static IEnumerable<LedgerFinding> Gaps(string team, List<LedgerEntry> months, Month first)
    {
        var delivered = months.Select(entry => entry.Maand).ToHashSet();
        for (var month = first; month < months[^1].Maand; month = month.Plus(1))
        {
            if (!delivered.Contains(month))
            {
                yield return new LedgerFinding(
                    Id(team, month, ArtefactKind.Ontbreekt, null), month, ArtefactKind.Ontbreekt,
                    $"Over {month} is niets geleverd, over latere maanden wel.", null);
            }
        }
    }

    private static LedgerFinding? NewForm(string team, LedgerEntry before, LedgerEntry entry)
    {
        var (was, now) = (Fields(before), Fields(entry));
        var gone = was.Except(now, StringComparer.Ordinal).ToList();
        var added = now.Except(was, StringComparer.Ordinal).ToList();
        if (before.Profiel == entry.Profiel && gone.Count == 0 && added.Count == 0)
            return null;
        var what = new List<string>();
        if (before.Profiel != entry.Profiel)
            what.Add($"het profiel is nu {entry.Profiel ?? "onbekend"} en was {before.Profiel ?? "onbekend"}");
        if (gone.Count > 0)
            what.Add($"weg: {string.Join(", ", gone)}");
        if (added.Count > 0)
            what.Add($"nieuw: {string.Join(", ", added)}");
        return new LedgerFinding(
            Id(team, entry.Maand, ArtefactKind.NieuwFormulier, null), entry.Maand, ArtefactKind.NieuwFormulier,
            $"De kolommen zijn anders dan in {before.Maand}: {string.Join("; ", what)}.", null);
    }

    private static LedgerFinding? Jump(
        string team, List<LedgerEntry> earlier, LedgerEntry entry, LedgerOptions options)
    {
        var counts = earlier.Select(e => (double)e.Activiteiten).ToList();
        var usual = Median(counts);
        var spread = Math.Max(Math.Sqrt(usual), MadToSpread * Median([.. counts.Select(c => Math.Abs(c - usual))]));
        var isFar = entry.Activiteiten * options.JumpFactor <= usual || entry.Activiteiten >= usual * options.JumpFactor;
        if (!isFar || Math.Abs(entry.Activiteiten - usual) <= options.JumpSpreads * spread)
            return null;
        var kind = entry.Activiteiten < usual ? ArtefactKind.Storing : ArtefactKind.Personeel;
        var guess = kind == ArtefactKind.Storing
            ? "Lag de registratie stil of is de levering niet volledig?"
            : "Is er anders geregistreerd, of waren er meer medewerkers?";
        return new LedgerFinding(
            Id(team, entry.Maand, kind, null), entry.Maand, kind, string.Create(
                Dutch,
                $"{entry.Activiteiten:N0} activiteiten, tegen meestal {usual:N0} in de {earlier.Count} maanden ervoor. {guess}"),
            usual);
    }

    // A row for every telephone call: more rows for the same people. Told once, when it begins.
    private static LedgerFinding? PerCase(
        string team, List<LedgerEntry> earlier, LedgerEntry entry, LedgerOptions options)
    {
        var ratios = earlier.Select(e => e.PerCasus).OfType<double>().ToList();
        if (entry.PerCasus is not { } now || ratios.Count < options.FewestMonths)
            return null;
        var usual = Median(ratios);
        bool IsOther(double ratio) => ratio >= usual * options.PerCaseFactor || ratio * options.PerCaseFactor <= usual;
        return IsOther(now) && !IsOther(ratios[^1])
            ? new LedgerFinding(
                Id(team, entry.Maand, ArtefactKind.Anders, "percasus"), entry.Maand, ArtefactKind.Anders, string.Create(
                    Dutch,
                    $"{now:0.0} activiteiten per casus, tegen meestal {usual:0.0} in de {ratios.Count} maanden ervoor. Wordt er anders geregistreerd, bijvoorbeeld elk telefoontje apart?"),
                null)
            : null;
    }

    private static IEnumerable<LedgerFinding> Fill(
        string team, List<LedgerEntry> earlier, LedgerEntry entry, LedgerOptions options)
    {
        if (entry.Activiteiten < options.FewestRows)
            yield break;
        foreach (var (column, share) in entry.Vulgraad)
        {
            var before = earlier.Where(e => e.Vulgraad.ContainsKey(column)).Select(e => e.Vulgraad[column]).ToList();
            if (before.Count < options.FewestMonths || Math.Abs(share - before.Average()) < options.FillChange)
                continue;
            yield return new LedgerFinding(
                Id(team, entry.Maand, ArtefactKind.Vulgraad, column), entry.Maand, ArtefactKind.Vulgraad, string.Create(
                    Dutch,
                    $"De kolom {column} is in {share:P0} van de rijen ingevuld; in de {before.Count} maanden ervoor was dat {before.Average():P0}."),
                null);
        }
    }

    private static bool IsPartial(TeamLedger ledger, Month month) => ledger.Aantekeningen.Any(a =>
        a.Covers(month) && a.Status == AnnotationStatus.Bevestigd && a.Soort == ArtefactKind.Storing);

    private static HashSet<string> Fields(LedgerEntry entry) =>
        entry.Velden.Where(name => name.Length > 1).ToHashSet(StringComparer.Ordinal);

    private static string Id(string team, Month month, ArtefactKind kind, string? column)
    {
        var id = $"{team}-{month}-{kind.ToString().ToLowerInvariant()}";
        return column is null ? id : $"{id}-{column}";
    }

    private static double Median(IReadOnlyList<double> values)
    {
        var ordered = values.Order().ToList();
        var middle = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
