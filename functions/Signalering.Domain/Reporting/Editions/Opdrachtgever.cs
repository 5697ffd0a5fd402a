using System.Text.Json;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Reporting.Editions;

/// <summary>A party that gets its own view of the report: the same protected figures, of the problems that it is about.
/// </summary>
/// <remarks>The profile (chapter 2) speaks of several commissioners; each reads the same numbers, so a view can tell nothing
/// that the report does not.</remarks>
/// <param name="Sleutel">Stable key, <c>[a-z0-9-]+</c>; part of the file name.</param>
/// <param name="Naam">As printed.</param>
/// <param name="Toelichting">What the view is about, in a sentence.</param>
/// <param name="Problemen">Keys of its problems.</param>
public sealed record Opdrachtgever(string Sleutel, string Naam, string Toelichting, IReadOnlyList<string> Problemen)
{
    /// <summary>Word for all parties of the file.</summary>
    public const string Alle = "alle";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads <c>seeds/opdrachtgevers.json</c>.</summary>
    /// <exception cref="JsonException">Not JSON, twice the same key, or a problem that the taxonomy does not know: the
    /// deployment is wrong, not a delivery.</exception>
    public static IReadOnlyList<Opdrachtgever> Parse(ReadOnlySpan<byte> json, SocialWorkTaxonomy taxonomie)
    {
        var parties = JsonSerializer.Deserialize<PartyFile>(json, Options)?.Opdrachtgevers
            ?? throw new JsonException("No 'opdrachtgevers'.");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var party in parties)
        {
            if (!keys.Add(party.Sleutel))
                throw new JsonException($"Commissioner '{party.Sleutel}' is there twice.");
            if (party.Problemen.FirstOrDefault(key => taxonomie.FindProblem(key) is null) is { } unknown)
                throw new JsonException($"Commissioner '{party.Sleutel}' names an unknown problem '{unknown}'.");
        }

        return parties;
    }

    /// <summary>The parties that are asked for.</summary>
    /// <param name="all">All parties.</param>
    /// <param name="wanted">Keys with commas between them, <see cref="Alle"/>, or nothing for none.</param>
    /// <returns>In the order of the file; or the first key that is unknown.</returns>
    public static (IReadOnlyList<Opdrachtgever> Found, string? Unknown) Choose(
        IReadOnlyList<Opdrachtgever> all, string? wanted)
    {
        var keys = (wanted ?? string.Empty)
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (keys.Contains(Alle))
            return (all, null);
        return (
            [.. all.Where(party => keys.Contains(party.Sleutel))],
            keys.FirstOrDefault(key => all.All(party => party.Sleutel != key)));
    }

    private sealed record PartyFile(IReadOnlyList<Opdrachtgever> Opdrachtgevers);
}
