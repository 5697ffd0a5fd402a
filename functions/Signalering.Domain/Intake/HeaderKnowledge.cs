namespace Signalering.Domain.Intake;

/// <summary>What is known beforehand of the headers of one team's exports.</summary>
/// <param name="Aliases">Headers of all sources.</param>
/// <param name="Profiles">Sources.</param>
/// <param name="ChosenProfile">Key of the profile that the municipality chose for the team; null: recognise it.</param>
/// <param name="OwnHeaders">Headers that only this team uses, folded, and what they mean; goes before all else.</param>
public sealed record HeaderKnowledge(
    ColumnAliases Aliases, SourceProfiles Profiles, string? ChosenProfile, IReadOnlyDictionary<string, Field> OwnHeaders)
{
    /// <summary>For any team.</summary>
    public static HeaderKnowledge Of(ColumnAliases aliases, SourceProfiles profiles) =>
        new(aliases, profiles, null, new Dictionary<string, Field>(StringComparer.Ordinal));
}

/// <summary>How a header was read; kept in the ledger, so that the next delivery can be compared with it.</summary>
/// <param name="Profiel">Key of the profile; null when none fits.</param>
/// <param name="Naam">Name of the profile; null when none fits.</param>
/// <param name="Score">How well the headers fit the profile, 0–1; null when none fits.</param>
/// <param name="Velden">Per column what it means: the name of a field, <c>-</c> when it is known and not read,
/// <c>?</c> when it is not known. Never the delivered text.</param>
public sealed record HeaderReport(string? Profiel, string? Naam, double? Score, IReadOnlyList<string> Velden)
{
    /// <summary>A column that is known and not read.</summary>
    public const string NotRead = "-";

    /// <summary>A column that is not known.</summary>
    public const string Unknown = "?";
}
