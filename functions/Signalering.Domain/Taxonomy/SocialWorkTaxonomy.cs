using System.Text.Json;

namespace Signalering.Domain.Taxonomy;

/// <summary>What is counted: quadrants, social problems and core tasks of one version of the taxonomy.</summary>
/// <remarks>Data, not code: <c>seeds/taxonomie.json</c>. Keys are immutable; a retired key redirects to its
/// successor (as 211 HSIS does with deleted codes), so that old cubes stay readable.
/// Source of the content: Dutch professional sub-profile for social work in the wijk (2016), chapters 2, 4 and 5.</remarks>
public sealed class SocialWorkTaxonomy
{
    /// <summary>Key of an activity that carries no problem.</summary>
    public const string Geen = "geen";

    /// <summary>Key of the quadrant that the evidence does not tell.</summary>
    public const string Onbepaald = "onbepaald";

    /// <summary>Key of the team's own work, which never counts in shares of quadrants.</summary>
    public const string Intern = "intern";

    private readonly Dictionary<string, string> _redirects;

    private SocialWorkTaxonomy(TaxonomyFile file)
    {
        Versie = file.Versie;
        Kwadranten = file.Kwadranten;
        Problemen = file.Problemen;
        Kerntaken = file.Kerntaken;
        Leefgebieden = file.Leefgebieden ?? [];
        Vraagstukken = file.Vraagstukken ?? [];
        Beleid = file.Beleid ?? [];
        Wrijvingen = file.Wrijvingen ?? [];
        _redirects = file.Ingetrokken.ToDictionary(i => i.Sleutel, i => i.VervangenDoor, StringComparer.Ordinal);
    }

    /// <summary>Version, <c>major.minor.patch</c>.</summary>
    public string Versie { get; }

    /// <summary>The four quadrants, then <c>onbepaald</c> and <c>intern</c>, in order of the file.</summary>
    public IReadOnlyList<Kwadrant> Kwadranten { get; }

    /// <summary>Social problems, in order of the file; at most 63, so that a set of them fits 64 bits.</summary>
    public IReadOnlyList<SociaalProbleem> Problemen { get; }

    /// <summary>Core tasks, in order of the file.</summary>
    public IReadOnlyList<Kerntaak> Kerntaken { get; }

    /// <summary>Life areas, the themes of the publication grid.</summary>
    public IReadOnlyList<Benoemd> Leefgebieden { get; }

    /// <summary>Societal issues of chapter 2.</summary>
    public IReadOnlyList<Benoemd> Vraagstukken { get; }

    /// <summary>Laws and authorities that people can get stuck on, in order of the file; at most 64.</summary>
    public IReadOnlyList<Beleid> Beleid { get; }

    /// <summary>What getting stuck consists of, in order of the file; at most 64.</summary>
    public IReadOnlyList<Benoemd> Wrijvingen { get; }

    /// <summary>The law or authority of this key; null when there is none.</summary>
    public Beleid? FindPolicy(string key) => Beleid.FirstOrDefault(beleid => beleid.Sleutel == CurrentKey(key));

    /// <summary>The problem of this key (redirected when it is retired); null when there is none.</summary>
    public SociaalProbleem? FindProblem(string key) =>
        Problemen.FirstOrDefault(problem => problem.Sleutel == CurrentKey(key));

    /// <summary>The key that is in use for this key today: itself, or where a retired key redirects to.</summary>
    public string CurrentKey(string key)
    {
        for (var hops = 0; hops < 10 && _redirects.TryGetValue(key, out var next); hops++)
            key = next;
        return key;
    }

    /// <summary>Reads <c>taxonomie.json</c>.</summary>
    /// <exception cref="JsonException">Not of that shape: the deployment is wrong.</exception>
    public static SocialWorkTaxonomy Parse(ReadOnlySpan<byte> json)
    {
        var file = JsonSerializer.Deserialize<TaxonomyFile>(json, JsonSerializerOptions.Web)
            ?? throw new JsonException("The taxonomy is empty.");
        if (file.Problemen.Count > 63)
            throw new JsonException("A set of problems has to fit 64 bits.");
        if (file.Beleid?.Count > 64 || file.Wrijvingen?.Count > 64)
            throw new JsonException("A set of laws, and one of frictions, has to fit 64 bits.");
        return new SocialWorkTaxonomy(file);
    }

    private sealed record TaxonomyFile(
        string Versie,
        IReadOnlyList<Kwadrant> Kwadranten,
        IReadOnlyList<Kerntaak> Kerntaken,
        IReadOnlyList<SociaalProbleem> Problemen,
        IReadOnlyList<Ingetrokken> Ingetrokken,
        IReadOnlyList<Benoemd>? Leefgebieden = null,
        IReadOnlyList<Benoemd>? Vraagstukken = null,
        IReadOnlyList<Beleid>? Beleid = null,
        IReadOnlyList<Benoemd>? Wrijvingen = null);

    private sealed record Ingetrokken(string Sleutel, string VervangenDoor);
}

/// <summary>A field of the scheme individual–collective × help–activation (after Sprinkhuizen 2015).</summary>
/// <param name="Sleutel">Immutable key.</param>
/// <param name="Naam">Dutch name as printed.</param>
/// <param name="Definitie">When an activity belongs here.</param>
/// <param name="Telt">Whether it takes part in shares of quadrants; false for <c>intern</c>.</param>
public sealed record Kwadrant(string Sleutel, string Naam, string Definitie, bool Telt);

/// <summary>One of the five core tasks of chapter 5.</summary>
public sealed record Kerntaak(string Sleutel, string Naam, string Definitie);
