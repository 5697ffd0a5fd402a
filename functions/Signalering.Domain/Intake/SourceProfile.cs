using System.Text.Json;

namespace Signalering.Domain.Intake;

/// <summary>How one source (a registration system, or a list of the team's own) exports: its headers and what they
/// mean there.</summary>
/// <param name="Sleutel">Stable key.</param>
/// <param name="Naam">Dutch name for receipts.</param>
/// <param name="Datumvolgorde">Order of day and month in its dates.</param>
/// <param name="Kolommen">Its headers, in the order of the export.</param>
public sealed record SourceProfile(
    string Sleutel, string Naam, DateOrder Datumvolgorde, IReadOnlyList<ProfileColumn> Kolommen);

/// <summary>A column of a source.</summary>
/// <param name="Kop">Header as the source writes it; ours to print.</param>
/// <param name="Veld">What it means; null when it is known and not read.</param>
public sealed record ProfileColumn(string Kop, Field? Veld)
{
    /// <summary>The header as it is compared.</summary>
    internal string Folded { get; } = PlainText.Fold(Kop);
}

/// <summary>A profile and how well a file fits it.</summary>
/// <param name="Profiel">The profile.</param>
/// <param name="Score">Headers in common, as a share of all headers of file and profile together (Jaccard),
/// 0–1.</param>
/// <param name="Gevonden">Headers of the profile that the file has.</param>
public sealed record ProfileMatch(SourceProfile Profiel, double Score, int Gevonden);

/// <summary>All profiles: <c>seeds/profielen.json</c>.</summary>
public sealed class SourceProfiles
{
    /// <summary>Score from which a profile is recognised by itself. 0.6: one header in four may have changed; two of
    /// the profiles that we know have under 0.4 in common.</summary>
    public const double RecognisedFrom = 0.6;

    /// <summary>Share of a profile's headers that a file must have when the municipality chose the profile.</summary>
    public const double ChosenFrom = 0.5;

    private const int FewestHeaders = 3;

    private readonly IReadOnlyList<SourceProfile> _profiles;

    private SourceProfiles(IReadOnlyList<SourceProfile> profiles) => _profiles = profiles;

    /// <summary>No profiles: every file is read with the general list of headers.</summary>
    public static SourceProfiles None { get; } = new([]);

    /// <summary>In order of the file.</summary>
    public IReadOnlyList<SourceProfile> All => _profiles;

    /// <summary>The profile of this key; null when there is none.</summary>
    public SourceProfile? Find(string sleutel) => _profiles.FirstOrDefault(p => p.Sleutel == sleutel);

    /// <summary>The profile that fits these headers best; null when none fits well enough.</summary>
    /// <param name="headers">Headers of the file, folded (see <see cref="PlainText"/>); empty where a column has
    /// none.</param>
    public ProfileMatch? Recognise(IReadOnlyCollection<string> headers)
    {
        ProfileMatch? best = null;
        foreach (var profile in _profiles)
        {
            var match = Match(profile, headers);
            if (match.Gevonden >= FewestHeaders && match.Score >= RecognisedFrom && match.Score > (best?.Score ?? 0))
                best = match;
        }

        return best;
    }

    /// <summary>How well headers fit a profile.</summary>
    public static ProfileMatch Match(SourceProfile profile, IReadOnlyCollection<string> headers)
    {
        var file = headers.Where(header => header.Length > 0).ToHashSet(StringComparer.Ordinal);
        var own = profile.Kolommen.Select(column => column.Folded).ToHashSet(StringComparer.Ordinal);
        var common = own.Count(file.Contains);
        var all = own.Count + file.Count - common;
        return new ProfileMatch(profile, all == 0 ? 0 : (double)common / all, common);
    }

    /// <summary>Reads <c>profielen.json</c>.</summary>
    /// <exception cref="JsonException">Not of that shape, a key twice, or an unknown field: the deployment is
    /// wrong.</exception>
    public static SourceProfiles Parse(ReadOnlySpan<byte> json)
    {
        var file = JsonSerializer.Deserialize<ProfileFile>(json, JsonSerializerOptions.Web)
            ?? throw new JsonException("The profiles are empty.");
        if (file.Profielen.DistinctBy(p => p.Sleutel).Count() != file.Profielen.Count)
            throw new JsonException("A key of profielen.json stands there twice.");
        return new SourceProfiles(
        [
            .. file.Profielen.Select(p => new SourceProfile(
                p.Sleutel, p.Naam, p.Datumvolgorde == "maandEerst" ? DateOrder.MonthFirst : DateOrder.DayFirst,
                [.. p.Kolommen.Select(k => new ProfileColumn(k.Kop, k.Veld is null ? null : FieldNames.Parse(k.Veld)))])),
        ]);
    }

    private sealed record ProfileFile(IReadOnlyList<ProfileEntry> Profielen);

    private sealed record ProfileEntry(
        string Sleutel, string Naam, string? Datumvolgorde, IReadOnlyList<ColumnEntry> Kolommen);

    private sealed record ColumnEntry(string Kop, string? Veld);
}
