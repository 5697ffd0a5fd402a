namespace Signalering.Domain.Dialogue;

/// <summary>The ladder from private trouble to public issue: 0–3 follow from the counts, 4–9 are recorded by people.</summary>
/// <remarks>After Ghent's eight phases, Opgelet! and chapter 4 of the profile ("private issues tot publieke kwesties
/// maken").</remarks>
public static class Ladder
{
    /// <summary>Steps by number, as printed.</summary>
    public static IReadOnlyList<string> Treden { get; } =
    [
        "0 privé", "1 herhaald bij één werker", "2 gedeeld in het team", "3 gedeeld over teams",
        "4 getoetst bij betrokkenen", "5 geformuleerd als publieke kwestie", "6 op een agenda", "7 besluit met trekker",
        "8 collectief antwoord loopt", "9 teruggekoppeld en opnieuw gemeten",
    ];

    /// <summary>The step that the counts alone support.</summary>
    /// <param name="cases">Unique cases.</param>
    /// <param name="teams">Teams that met it.</param>
    public static int FromCounts(int cases, int teams) => teams >= 2 ? 3 : cases >= 5 ? 2 : cases >= 2 ? 1 : 0;

    /// <summary>The number of a step as printed; −1 for another text.</summary>
    public static int Step(string printed)
    {
        for (var step = 0; step < Treden.Count; step++)
        {
            if (Treden[step] == printed)
                return step;
        }

        return -1;
    }
}
