namespace Signalering.Domain.Screening;

/// <summary>Something found in a delivery: where, what, how sure, by which rule; never what stands there.</summary>
/// <param name="Row">Row as Excel numbers it; 0 for a text outside any row; the row of the header for something about a column.</param>
/// <param name="Column">Header when it is harmless itself, else the letter of the column.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">How sure.</param>
/// <param name="Rule">Stable id of the rule.</param>
public sealed record GateFinding(int Row, string Column, PersonalDataKind Kind, FindingLevel Level, string Rule)
{
    /// <summary>The column in messages that are kept: our own word for it, or its letter; null: as <see cref="Column"/>.
    /// </summary>
    public string? Shown { get; init; }

    /// <summary>Part of the file in our own words (<c>opmerkingen</c>, <c>werkblad 2</c>); null for the only table.</summary>
    public string? Part { get; init; }

    /// <summary>Stable name of the finding in this file, by which a person releases it: place, first character and rule
    /// (<c>r118d.12-name.bekend</c>); the same file read by the same rules gives the same ids. Never what stands
    /// there.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>Rules that tell something and stop nothing: the field's own shorthand, invisible characters.</summary>
    private static readonly string[] Advice =
        ["name.initiaal", "name.onbekend-onderwerp", "tekst.verborgen-tekens", "kolom.rijnummer", "casus.lijkt-hash", "plate.vorm", "kolom.waarschuwing"];

    /// <summary>Whether it only informs.</summary>
    public bool IsAdvice => Level == FindingLevel.Laag && Advice.Contains(Rule);
}

/// <summary>What the gate says of a delivery.</summary>
public enum GateOutcome
{
    /// <summary>Nothing found and everything scanned.</summary>
    Pass,

    /// <summary>A person has to look before anything is counted.</summary>
    Quarantine,

    /// <summary>Refused; the file is deleted.</summary>
    Refuse,
}

/// <summary>From findings to an outcome (personal-data specification, section 2).</summary>
public sealed class GatePolicy
{
    private const int HighFindingsToRefuse = 3;

    private int _high;
    private bool _refuse;
    private bool _quarantine;

    /// <summary>Findings that are more than advice.</summary>
    public int Findings { get; private set; }

    /// <summary>What the findings so far lead to.</summary>
    public GateOutcome Outcome => _refuse || _high >= HighFindingsToRefuse ? GateOutcome.Refuse
        : _quarantine ? GateOutcome.Quarantine
        : GateOutcome.Pass;

    /// <summary>Weighs a finding.</summary>
    public void Add(GateFinding finding)
    {
        if (finding.IsAdvice)
            return;
        Findings++;
        var isHigh = finding.Level == FindingLevel.Hoog;
        _high += isHigh ? 1 : 0;
        _refuse |= isHigh && IsRefused(finding.Kind);
        _quarantine |= isHigh || finding.Level == FindingLevel.Midden || finding.Kind is PersonalDataKind.Name or PersonalDataKind.Undecided;
    }

    private static bool IsRefused(PersonalDataKind kind) => kind is PersonalDataKind.Bsn or PersonalDataKind.Iban
        or PersonalDataKind.Email or PersonalDataKind.Document or PersonalDataKind.Column or PersonalDataKind.Login
        or PersonalDataKind.Pseudonym or PersonalDataKind.PaymentCard;
}
