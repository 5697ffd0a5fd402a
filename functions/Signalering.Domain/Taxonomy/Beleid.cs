namespace Signalering.Domain.Taxonomy;

/// <summary>A law, or an authority that carries one out, that people can get stuck on.</summary>
/// <param name="Sleutel">Immutable key.</param>
/// <param name="Naam">Dutch name as printed.</param>
/// <param name="Soort"><c>wet</c> or <c>instantie</c>.</param>
/// <param name="Wetten">Laws in play; general knowledge, to be checked by an expert.</param>
/// <param name="Verantwoordelijk">Who can answer.</param>
public sealed record Beleid(
    string Sleutel, string Naam, string Soort, IReadOnlyList<Wet> Wetten, Verantwoordelijken Verantwoordelijk);
