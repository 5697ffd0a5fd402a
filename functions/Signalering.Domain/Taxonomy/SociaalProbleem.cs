namespace Signalering.Domain.Taxonomy;

/// <summary>A social problem, chance or way of working that activities are about.</summary>
/// <param name="Sleutel">Immutable key.</param>
/// <param name="Naam">Dutch name as printed.</param>
/// <param name="Definitie">When an activity carries it.</param>
/// <param name="Leefgebied">Key of the life area.</param>
/// <param name="Vraagstuk">Key of the societal issue of chapter 2.</param>
/// <param name="GezondheidsraadVeld">Field 1, 2 or 3 of the Gezondheidsraad.</param>
public sealed record SociaalProbleem(
    string Sleutel, string Naam, string Definitie, string Leefgebied, string Vraagstuk, int GezondheidsraadVeld)
{
    /// <summary><c>probleem</c>, <c>kans</c> (an opportunity) or <c>werkwijze</c> (a way of working).</summary>
    public string Soort { get; init; } = "probleem";

    /// <summary>Laws that touch it; general knowledge, to be checked by an expert.</summary>
    public IReadOnlyList<Wet> Wetten { get; init; } = [];

    /// <summary>Who can answer.</summary>
    public Verantwoordelijken Verantwoordelijk { get; init; } = new([], []);

    /// <summary>Suggestions of an answer for many at once.</summary>
    public IReadOnlyList<string> CollectiefAntwoord { get; init; } = [];

    /// <summary>Fields of the municipal budget.</summary>
    public IReadOnlyList<Iv3Veld> Iv3 { get; init; } = [];

    /// <summary>Translations into code lists of others; never a replacement of our own key.</summary>
    public IReadOnlyList<Vertaling> Crosswalk { get; init; } = [];
}

/// <summary>A key with its name and definition.</summary>
public sealed record Benoemd(string Sleutel, string Naam, string? Definitie = null);

/// <summary>A law.</summary>
/// <param name="Naam">Dutch name.</param>
/// <param name="Vindplaats">Article or chapter; null for the law as a whole.</param>
public sealed record Wet(string Naam, string? Vindplaats = null);

/// <summary>Parties that can answer a problem.</summary>
/// <param name="Eerst">Responsible in the first place.</param>
/// <param name="UitTeNodigen">To be invited.</param>
public sealed record Verantwoordelijken(IReadOnlyList<string> Eerst, IReadOnlyList<string> UitTeNodigen);

/// <summary>A field of the municipal budget (Iv3).</summary>
public sealed record Iv3Veld(string Code, string Naam);

/// <summary>Our problem in a code list of others.</summary>
/// <param name="Lijst">Code list.</param>
/// <param name="Editie">Its edition.</param>
/// <param name="Code">Code in that list.</param>
/// <param name="Relatie"><c>exact</c>, <c>breder</c>, <c>smaller</c> or <c>verwant</c>: the other code seen from ours.</param>
/// <param name="Zekerheid"><c>hoog</c>, <c>midden</c> or <c>laag</c>.</param>
public sealed record Vertaling(string Lijst, string Editie, string Code, string Relatie, string Zekerheid);
