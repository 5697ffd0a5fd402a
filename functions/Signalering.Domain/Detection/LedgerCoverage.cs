using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;
using Signalering.Domain.Municipality;

namespace Signalering.Domain.Detection;

/// <summary>What people said in the ledgers that detection has to know.</summary>
/// <remarks>Only what a person confirmed or rejected: a proposal changes no report. Months without a delivery follow
/// from the cubes themselves, so that a ledger that lags behind says nothing wrong.</remarks>
/// <param name="Months">Partial months and breaks, by team and month.</param>
/// <param name="FoundRight">Months whose counts were looked into and found right.</param>
public sealed record LedgerCoverage(
    IReadOnlyList<MonthCoverage> Months, IReadOnlySet<(string Wijkteam, Month Month)> FoundRight)
{
    /// <summary>Nothing was said.</summary>
    public static LedgerCoverage None { get; } = new([], new HashSet<(string Wijkteam, Month Month)>());

    /// <summary>The same for the same pages, whatever the day.</summary>
    /// <param name="ledgers">Pages of the teams, in any order; teams that the municipality does not have are left
    /// out.</param>
    /// <param name="gemeente">Teams.</param>
    /// <param name="from">First month that matters.</param>
    /// <param name="to">Last month that matters.</param>
    public static LedgerCoverage Of(IEnumerable<TeamLedger> ledgers, Gemeente gemeente, Month from, Month to)
    {
        var options = new LedgerOptions();
        var day = LedgerMonths.Deadline(to, options).AddDays(1);
        var (months, right) = (new List<MonthCoverage>(), new HashSet<(string Wijkteam, Month Month)>());
        foreach (var ledger in ledgers.OrderBy(page => page.Wijkteam, StringComparer.Ordinal))
        {
            if (ledger.Aantekeningen.Count == 0 || gemeente.FindTeam(ledger.Wijkteam) is not { } team)
                continue;
            foreach (var month in LedgerMonths.Of(ledger, team, day, options))
            {
                if (month.Maand < from || month.Maand > to || month.Levering is null)
                    continue;
                if (Coverage(month) is { } coverage)
                    months.Add(coverage);
                else if (month.Aantekeningen.Any(a => a.Status == AnnotationStatus.Verworpen))
                    right.Add((team.Sleutel, month.Maand));
            }
        }

        return new LedgerCoverage(months, right);
    }

    /// <summary>Sixteen hexadecimal digits that change when any of this does; <c>geen</c> when there is
    /// nothing.</summary>
    public string Fingerprint()
    {
        if (Months.Count == 0 && FoundRight.Count == 0)
            return "geen";
        var lines = Months.Select(m => string.Create(
                CultureInfo.InvariantCulture, $"{m.Wijkteam}|{m.Month}|{m.Exposure:R}|{m.BreakReason}|{m.GapReason}"))
            .Concat(FoundRight.Select(r => $"{r.Wijkteam}|{r.Month}|juist").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16];
    }

    // A month of which nobody can say how much of it is there counts as not there.
    private static MonthCoverage? Coverage(LedgerMonth month)
    {
        var exposure = month.Exposure ?? 0;
        if (exposure >= 1 && !month.IsBreak)
            return null;
        var kind = month.Aantekeningen.FirstOrDefault(a =>
            a.Status == AnnotationStatus.Bevestigd && a.Van == month.Maand && a.Soort != ArtefactKind.Storing)?.Soort;
        return new MonthCoverage(month.Wijkteam, month.Maand, exposure, month.IsBreak ? Reason(kind) : null)
        {
            GapReason = exposure < 1
                ? "Volgens het leveringsregister is de registratie hier niet volledig; zij telt niet als daling, en de maand " +
                    "erna niet als stijging."
                : null,
        };
    }

    private static string Reason(ArtefactKind? kind) => kind switch
    {
        ArtefactKind.NieuwFormulier => "Volgens het leveringsregister registreert het team vanaf deze maand met een ander formulier of systeem.",
        ArtefactKind.Campagne => "Volgens het leveringsregister begint in deze maand een campagne.",
        ArtefactKind.Personeel => "Volgens het leveringsregister heeft het team vanaf deze maand een andere bezetting.",
        ArtefactKind.Vulgraad => "Volgens het leveringsregister vult het team de kolommen vanaf deze maand anders in.",
        _ => "Volgens het leveringsregister registreert het team vanaf deze maand anders.",
    };
}
