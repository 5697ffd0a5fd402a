using Signalering.Domain.Counting;
using Signalering.Domain.Municipality;

namespace Signalering.Domain.Deliveries;

/// <summary>How it stands with one month of one team.</summary>
public enum DeliveryStatus
{
    /// <summary>Not delivered and not due yet.</summary>
    Expected,

    /// <summary>Not delivered, and its deadline has passed.</summary>
    Missing,

    /// <summary>Delivered in time.</summary>
    Received,

    /// <summary>Delivered for the first time after its deadline.</summary>
    Late,

    /// <summary>Delivered, and replaced by a later delivery with other counts.</summary>
    Corrected,

    /// <summary>Delivered, and a person confirmed that its counts moved for reasons of registration.</summary>
    Artefact,
}

/// <summary>One month of one team, as detection and reports need it.</summary>
/// <param name="Wijkteam">Key of the team.</param>
/// <param name="Maand">The month.</param>
/// <param name="Status">The first that applies of: <see cref="DeliveryStatus.Missing"/> or
/// <see cref="DeliveryStatus.Expected"/>, <see cref="DeliveryStatus.Artefact"/>, <see
/// cref="DeliveryStatus.Corrected"/>,
/// <see cref="DeliveryStatus.Late"/>, <see cref="DeliveryStatus.Received"/>.</param>
/// <param name="Exposure">Share of the registration that to be expected was really there, 0–1: 0 for a month that is
/// missing; for a month confirmed to be partial its activities divided by the usual number, at most 1; else 1. Null
/// when the month is not due yet, or is partial and there are too few earlier months to say how much.</param>
/// <param name="IsBreak">A confirmed change of form, campaign, staff or fill rate begins here: counts before and
/// after cannot be compared.</param>
/// <param name="Levering">What counts; null when nothing was delivered.</param>
/// <param name="Leveringen">Number of deliveries for this month.</param>
/// <param name="IsLate">First delivered after the deadline, whatever came later.</param>
/// <param name="Bevindingen">What looks like an artefact and was not answered yet.</param>
/// <param name="Aantekeningen">What people said of this month.</param>
public sealed record LedgerMonth(
    string Wijkteam,
    Month Maand,
    DeliveryStatus Status,
    double? Exposure,
    bool IsBreak,
    LedgerEntry? Levering,
    int Leveringen,
    bool IsLate,
    IReadOnlyList<LedgerFinding> Bevindingen,
    IReadOnlyList<LedgerAnnotation> Aantekeningen);

/// <summary>From the pages of the ledger to the months that detection and reports ask for.</summary>
public static class LedgerMonths
{
    /// <summary>The months of one team, from its first expected month to the last that has ended or was
    /// delivered.</summary>
    /// <param name="ledger">Page of the team.</param>
    /// <param name="team">From when it is expected to deliver.</param>
    /// <param name="today">Day in the municipality.</param>
    /// <param name="options">Deadline and bounds.</param>
    public static IReadOnlyList<LedgerMonth> Of(
        TeamLedger ledger, Wijkteam team, DateOnly today, LedgerOptions options)
    {
        var findings = LedgerFindings.Of(ledger, team.Vanaf, options);
        var last = Month.Of(today).Plus(-1);
        if (ledger.Leveringen.Count > 0 && ledger.Leveringen[^1].Maand > last)
            last = ledger.Leveringen[^1].Maand;
        var first = ledger.Leveringen.Count > 0 && ledger.Leveringen[0].Maand < team.Vanaf
            ? ledger.Leveringen[0].Maand
            : team.Vanaf;
        var months = new List<LedgerMonth>();
        for (var month = first; month <= last; month = month.Plus(1))
            months.Add(One(ledger, team, month, today, findings, options));
        return months;
    }

    /// <summary>Day after which a month is late: some days after the end of its quarter.</summary>
    public static DateOnly Deadline(Month month, LedgerOptions options)
    {
        var next = month.Plus(3 - ((month.Number - 1) % 3));
        return new DateOnly(next.Year, next.Number, 1).AddDays(options.DeadlineDays - 1);
    }

    private static LedgerMonth One(
        TeamLedger ledger, Wijkteam team, Month month, DateOnly today, IReadOnlyList<LedgerFinding> findings,
        LedgerOptions options)
    {
        var deliveries = ledger.Leveringen.Where(entry => entry.Maand == month).ToList();
        var notes = ledger.Aantekeningen.Where(a => a.Covers(month)).ToList();
        var confirmed = notes.Where(a => a.Status == AnnotationStatus.Bevestigd).ToList();
        var deadline = Deadline(month, options);
        var isLate = deliveries.Count > 0 && DateOnly.FromDateTime(deliveries[0].Ontvangen.UtcDateTime) > deadline;
        var status = deliveries.Count == 0
            ? today > deadline && month >= team.Vanaf ? DeliveryStatus.Missing : DeliveryStatus.Expected
            : confirmed.Count > 0 ? DeliveryStatus.Artefact
            : deliveries.Any(d => d.Sha256 != deliveries[^1].Sha256) ? DeliveryStatus.Corrected
            : isLate ? DeliveryStatus.Late : DeliveryStatus.Received;
        return new LedgerMonth(
            team.Sleutel, month, status, Exposure(ledger, month, status, confirmed, options),
            confirmed.Any(a => a.Van == month && a.Soort is not (ArtefactKind.Storing or ArtefactKind.Ontbreekt)),
            deliveries.LastOrDefault(), deliveries.Count, isLate,
            [.. findings.Where(f => f.Maand == month && ledger.Aantekeningen.All(a => a.Id != f.Id))], notes);
    }

    private static double? Exposure(
        TeamLedger ledger, Month month, DeliveryStatus status, List<LedgerAnnotation> confirmed, LedgerOptions options)
    {
        if (status is DeliveryStatus.Missing or DeliveryStatus.Expected)
            return status == DeliveryStatus.Missing ? 0 : null;
        if (confirmed.All(a => a.Soort != ArtefactKind.Storing))
            return 1;
        return LedgerFindings.Expected(ledger, month, options) is { } usual and > 0
            ? Math.Min(1, ledger.Current(month)!.Activiteiten / usual)
            : null;
    }
}
