namespace Signalering.Domain.Dialogue;

/// <summary>A field of a dialogue card that people fill in.</summary>
/// <param name="Sleutel">Immutable key, in the register.</param>
/// <param name="Naam">As printed on the card, unique; by which an answer is found back.</param>
/// <param name="Vraag">What is asked, for the reader.</param>
/// <param name="Keuzes">Allowed answers; empty for free text.</param>
public sealed record DialogueField(string Sleutel, string Naam, string Vraag, IReadOnlyList<string> Keuzes)
{
    /// <summary>Longest answer, in characters: a card is for a conversation, not for a file.</summary>
    public const int LongestAnswer = 2_000;

    private static readonly string[] Herkent = ["herkent", "herkent deels", "herkent niet"];

    /// <summary>The four questions of Hermans (domain: chapter 5), in order.</summary>
    public static IReadOnlyList<DialogueField> Vragen { get; } =
    [
        new("oorzaken", "1. Oorzaken", "Welke oorzaken liggen eronder?", []),
        new("oplossing", "2. Structurele oplossing", "Hoe zou een structurele oplossing eruitzien?", []),
        new("beleidstermen", "3. Beleidstermen", "In welke beleidstermen is dit te vatten?", []),
        new("helpers", "4. Wie kan helpen", "Wie kan helpen?", []),
    ];

    /// <summary>Recognition (wederkerige adequaatheid): does each party recognise itself in the description?</summary>
    public static IReadOnlyList<DialogueField> Herkenning { get; } =
    [
        new("herkenning_bewoners", "Herkenning bewoners", "Herkennen bewoners dit?", Herkent),
        new("herkenning_werkers", "Herkenning werkers", "Herkennen de teams dit?", Herkent),
        new("herkenning_beleid", "Herkenning beleid", "Herkent beleid dit?", Herkent),
        new("herkenning_partners", "Herkenning partners", "Herkennen partners dit?", Herkent),
    ];

    /// <summary>What follows from it.</summary>
    public static IReadOnlyList<DialogueField> Vervolg { get; } =
    [
        new("goede_redenen", "Goede redenen", "Welke goede redenen hebben de mensen om wie het gaat?", []),
        new("eigen_rol", "Eigen rol", "Wat is het aandeel van de eigen organisatie?", []),
        new("ladder", "Trede op de ladder", "Hoe ver is het signaal, van privé naar publiek?", [.. Ladder.Treden.Skip(4)]),
        new("eigenaar", "Trekker", "Welke functie of afdeling trekt dit? Geen naam van een persoon.", []),
        new("moment", "Volgend moment", "Wanneer en waar komt het terug?", []),
        new("besluit", "Besluit", "Wat is er besloten?", []),
        new("antwoord_team", "Antwoord aan het team", "Wat hoort het team dat dit aandroeg?", []),
    ];

    /// <summary>All fields, in the order of the card.</summary>
    public static IReadOnlyList<DialogueField> Alle { get; } = [.. Vragen, .. Herkenning, .. Vervolg];

    /// <summary>The field with this printed name; null when there is none.</summary>
    public static DialogueField? OpNaam(string naam) => Alle.FirstOrDefault(field => field.Naam == naam);
}
