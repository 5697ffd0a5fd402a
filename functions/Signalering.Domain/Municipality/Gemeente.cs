using System.Text.Json;
using System.Text.Json.Serialization;
using Signalering.Domain.Counting;
using Signalering.Domain.Disclosure;

namespace Signalering.Domain.Municipality;

/// <summary>A wijk (CBS area) of the municipality.</summary>
/// <param name="Code"><c>WK</c> + municipality (4) + wijk (2).</param>
/// <param name="Naam">Name as printed.</param>
/// <param name="Aliassen">Other ways in which registration systems write it.</param>
/// <param name="Inwoners">Inhabitants on 1 January (CBS); null when unknown.</param>
public sealed record Wijk(string Code, string Naam, IReadOnlyList<string> Aliassen, int? Inwoners)
{
    /// <summary>Postcodes of four digits that lie in this wijk; optional. One that lies in two wijken stands in
    /// none.</summary>
    public IReadOnlyList<string> Postcodes { get; init; } = [];
}

/// <summary>A team that delivers.</summary>
/// <param name="Sleutel">Stable key, <c>[a-z0-9-]+</c>; the name of its folder in the inbox.</param>
/// <param name="Naam">Name as printed.</param>
/// <param name="Wijken">Codes of the wijken that it serves.</param>
/// <param name="Vanaf">First month that it is expected to deliver.</param>
public sealed record Wijkteam(string Sleutel, string Naam, IReadOnlyList<string> Wijken, Month Vanaf)
{
    /// <summary>Key of the profile of <c>seeds/profielen.json</c> that its exports have; null: recognised from the
    /// headers.</summary>
    public string? Profiel { get; init; }

    /// <summary>Headers that only this team uses, and the field that each one means (<c>omschrijving</c>);
    /// optional.</summary>
    public IReadOnlyDictionary<string, string> Kolommen { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Which wijken there are and which teams deliver: configuration, one file per municipality.</summary>
public sealed class Gemeente
{
    private readonly Dictionary<string, Wijkteam> _teams;

    private Gemeente(
        string code, string naam, IReadOnlyList<Wijk> wijken, IReadOnlyList<Wijkteam> wijkteams, IReadOnlyList<string> toegestaan)
    {
        (Code, Naam, Wijken, Wijkteams, Toegestaan) = (code, naam, wijken, wijkteams, toegestaan);
        _teams = wijkteams.ToDictionary(team => team.Sleutel, StringComparer.Ordinal);
    }

    /// <summary>CBS code, <c>GM</c> + 4 digits.</summary>
    public string Code { get; }

    /// <summary>Name as printed.</summary>
    public string Naam { get; }

    /// <summary>Wijken in order of code.</summary>
    public IReadOnlyList<Wijk> Wijken { get; }

    /// <summary>Teams in order of key.</summary>
    public IReadOnlyList<Wijkteam> Wijkteams { get; }

    /// <summary>Names of streets, buildings and organisations that the gate takes for no person; may be empty.</summary>
    public IReadOnlyList<string> Toegestaan { get; }

    /// <summary>Which tables a report publishes.</summary>
    public PublicationGrid Publicatieraster { get; private init; } = PublicationGrid.Everything;

    /// <summary>Names of the municipality, its wijken and its teams.</summary>
    public IEnumerable<string> Plaatsnamen =>
        [Naam, .. Wijken.Select(wijk => wijk.Naam), .. Wijken.SelectMany(wijk => wijk.Aliassen), .. Wijkteams.Select(team => team.Naam)];

    /// <summary>The team of this key, or null when the municipality does not know it.</summary>
    public Wijkteam? FindTeam(string sleutel) => _teams.GetValueOrDefault(sleutel);

    /// <summary>Reads the municipality's file (see <c>sample-data/gemeente.json</c>).</summary>
    /// <exception cref="JsonException">Not JSON, or a part is missing: the deployment is wrong, not a
    /// delivery.</exception>
    public static Gemeente Parse(ReadOnlySpan<byte> json)
    {
        var file = JsonSerializer.Deserialize<GemeenteFile>(json, JsonSerializerOptions.Web)
            ?? throw new JsonException("The municipality's file is empty.");
        var teams = file.Wijkteams.Select(team => new Wijkteam(
            team.Sleutel, team.Naam, team.Wijken, Month.Parse(team.Vanaf))
        {
            Profiel = team.Profiel,
            Kolommen = team.Kolommen ?? new Dictionary<string, string>(StringComparer.Ordinal),
        });
        return new Gemeente(
            file.Gemeente.Code,
            file.Gemeente.Naam,
            [.. file.Wijken.OrderBy(wijk => wijk.Code, StringComparer.Ordinal)],
            [.. teams.OrderBy(team => team.Sleutel, StringComparer.Ordinal)],
            file.Toegestaan?.All ?? [])
        {
            Publicatieraster = Grid(file.Publicatieraster),
        };
    }

    private static PublicationGrid Grid(IReadOnlyList<string>? names)
    {
        try
        {
            return names is null ? PublicationGrid.Everything : PublicationGrid.Of(names);
        }
        catch (FormatException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    private sealed record GemeenteFile(
        [property: JsonRequired] GemeenteName Gemeente,
        [property: JsonRequired] IReadOnlyList<Wijk> Wijken,
        [property: JsonRequired] IReadOnlyList<TeamFile> Wijkteams,
        AllowedFile? Toegestaan = null,
        IReadOnlyList<string>? Publicatieraster = null);

    // What may stand in a text although it looks like a name; never a person.
    private sealed record AllowedFile(
        IReadOnlyList<string>? Straten = null, IReadOnlyList<string>? Gebouwen = null, IReadOnlyList<string>? Organisaties = null)
    {
        [JsonIgnore]
        public IReadOnlyList<string> All => [.. Straten ?? [], .. Gebouwen ?? [], .. Organisaties ?? []];
    }

    private sealed record GemeenteName(string Code, string Naam);

    private sealed record TeamFile(
        string Sleutel, string Naam, IReadOnlyList<string> Wijken, string Vanaf, string? Profiel,
        IReadOnlyDictionary<string, string>? Kolommen);
}
