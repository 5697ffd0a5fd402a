namespace Signalering.Domain.Disclosure;

/// <summary>What counts as too small and how well it has to be hidden. The defaults are the strict side.</summary>
public sealed record ProtectionOptions
{
    /// <summary>Fewest unique cases of a cell that may be shown. Range 5 and up; default 10, the lowest count seen in
    /// the tables per wijk of CBS.</summary>
    public int Threshold { get; init; } = 10;

    /// <summary>Fewest activities of a cell without case numbers that may be shown. Default 3 × 10: one case has
    /// several activities.</summary>
    public int ThresholdWithoutCases { get; init; } = 30;

    /// <summary>Least width of what an outsider can conclude about a withheld value, in units of the value.</summary>
    public decimal MinimumWidth { get; init; } = 10;

    /// <summary>Everything that is shown is a multiple of this; 1 shows exact values. Default 5.</summary>
    public decimal RoundingBase { get; init; } = 5;

    /// <summary>What an outsider knows to be the least of a withheld value: 0, or 1 when every zero is shown.</summary>
    public decimal Lower { get; init; }

    /// <summary>Whether outsiders reason with the threshold: a shown 10 that may be 8 to 12 by its rounding is then 10 to
    /// 12. Default no: rounding and relations only (Handbook on Statistical Disclosure Control, ESSnet, chapter 4). Yes
    /// is stricter and withholds more; see docs/methoden/onthulling.md for how much.</summary>
    public bool ThresholdIsKnown { get; init; }

    /// <summary>A cell of which one contributor has more than this share is withheld. Default 0.5; null: no
    /// rule.</summary>
    public decimal? DominanceShare { get; init; } = 0.5m;

    /// <summary>A child with more than this share of a parent that is smaller than <see cref="GroupBelow"/> tells that
    /// nearly everyone in that line has the same problem, and is withheld. Default 0.9; null: no rule.</summary>
    public decimal? GroupShare { get; init; } = 0.9m;

    /// <summary>Parents from this value on are too large to tell something of a group. Default 100.</summary>
    public decimal GroupBelow { get; init; } = 100;

    /// <summary>Codes per dimension for which a zero is as telling as a small count, such as domestic
    /// violence.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> SensitiveCodes { get; init; } = NoCodes;

    /// <summary>Codes per dimension that are never shown, such as a wijk with fewer than 500 inhabitants.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> HiddenCodes { get; init; } = NoCodes;

    private static readonly Dictionary<string, IReadOnlySet<string>> NoCodes = new(StringComparer.Ordinal);

    /// <summary>The first fault of these options, in Dutch, or null when there is none.</summary>
    internal string? Fault() => this switch
    {
        { Threshold: < 5 } => "De drempel is lager dan 5. Verwacht: 5 of hoger; 10 is de standaard.",
        { ThresholdWithoutCases: < 5 } => "De drempel zonder casusnummers is lager dan 5. Verwacht: 5 of hoger.",
        { MinimumWidth: <= 0 } => "De minimale breedte is niet positief. Verwacht: een getal groter dan 0; 10 is de standaard.",
        { RoundingBase: <= 0 } => "De afrondingsbasis is niet positief. Verwacht: 1 (exact), 5 of 10.",
        { Lower: < 0 or > 1 } => "De ondergrens is geen 0 of 1. Verwacht: 0, of 1 als elke nul getoond wordt.",
        { DominanceShare: <= 0 or > 1 } => "Het aandeel van de grootste ligt niet tussen 0 en 1.",
        { GroupShare: <= 0 or > 1 } => "Het aandeel voor groepsonthulling ligt niet tussen 0 en 1.",
        _ => null,
    };
}
