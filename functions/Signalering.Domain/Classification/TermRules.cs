using System.Text.Json;
using System.Text.Json.Serialization;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Classification;

/// <summary>On which axis a rule speaks.</summary>
public enum RuleAxis
{
    /// <summary>A social problem.</summary>
    Probleem,

    /// <summary>A quadrant, <c>intern</c>, or one end of one of the two axes.</summary>
    Kwadrant,

    /// <summary>A core task.</summary>
    Kerntaak,

    /// <summary>What the words around a term make of it: denied, somebody else's, past, hypothetical.</summary>
    Context,

    /// <summary>A law, or an authority that carries one out.</summary>
    Beleid,

    /// <summary>A way of getting stuck on one; counts only near a law or authority, see
    /// <see cref="FrictionReader"/>.</summary>
    Wrijving,
}

/// <summary>What a context rule does to the terms in its reach.</summary>
public enum ContextKind
{
    /// <summary>Denies what follows (<c>geen</c>, <c>zonder</c>).</summary>
    Ontkenning,

    /// <summary>Denies or ends what went before (<c>is afgelost</c>, <c>niet aan de orde</c>).</summary>
    OntkenningTerug,

    /// <summary>Looks like a denial and is none (<c>niet alleen</c>, <c>weet niet hoe</c>).</summary>
    GeenOntkenning,

    /// <summary>What follows is about somebody outside the household (<c>buurman heeft</c>).</summary>
    Ander,

    /// <summary>What went before is about somebody outside the household (<c>van een kennis</c>).</summary>
    AnderTerug,

    /// <summary>Back to the person whom the activity is about: ends the reach of <see cref="Ander"/>.</summary>
    Zelf,

    /// <summary>Over: both directions within the clause (<c>vroeger</c>, <c>destijds</c>).</summary>
    Verleden,

    /// <summary>Not there yet: both directions within the sentence (<c>te voorkomen</c>, <c>mocht</c>).</summary>
    Hypothetisch,

    /// <summary>Perhaps: the label stands with less confidence (<c>mogelijk</c>, <c>vermoeden</c>).</summary>
    Onzeker,

    /// <summary>Somebody says so (<c>zegt</c>, <c>ontkent</c>): a denial after it may be doubted.</summary>
    Bewering,

    /// <summary>The worker doubts the denial before it (<c>maar</c>, <c>toch</c>).</summary>
    Tegenwerping,

    /// <summary>Problems in the row are what a training is about (<c>training vrijwilligers over</c>).</summary>
    Onderwerp,
}

/// <summary>A rule: terms with one meaning, and what they do.</summary>
/// <param name="Id">Stable id, named in explanations: <c>schulden-incasso</c>.</param>
/// <param name="Bestand">File that it stands in, without extension.</param>
/// <param name="As">Axis.</param>
/// <param name="Label">Position of the label on its axis in the taxonomy's order; for quadrants see
/// <see cref="QuadrantLabels"/>; −1 for an exclusion that holds for every label; for context a
/// <see cref="ContextKind"/>.</param>
/// <param name="Termen">Terms in the notation of <see cref="TermSyntax"/>.</param>
/// <param name="SluitUit">True: matches of the same label within the words of these terms do not count.</param>
/// <param name="Gewicht">1 to 30. A problem is given from <see cref="EvidenceWeigher.Threshold"/> on.</param>
/// <param name="Venster">Reach of a context rule in content words.</param>
/// <param name="Mits">Counts only when one of these terms stands in the row; empty: always.</param>
/// <param name="Tenzij">Does not count when one of these terms stands in the row.</param>
/// <param name="Ongevoelig">Bit per <see cref="ContextKind"/> that leaves these terms alone.</param>
/// <param name="Vangt">Sentences that must get the label.</param>
/// <param name="VangtNiet">Sentences that must not.</param>
public sealed record TermRule(
    string Id, string Bestand, RuleAxis As, int Label, IReadOnlyList<string> Termen, bool SluitUit, int Gewicht,
    int Venster, IReadOnlyList<string> Mits, IReadOnlyList<string> Tenzij, int Ongevoelig,
    IReadOnlyList<string> Vangt, IReadOnlyList<string> VangtNiet);

/// <summary>All rules of one version, tied to a taxonomy.</summary>
/// <param name="Versie">Version of the rules.</param>
/// <param name="Groepen">Words that terms name together as <c>@groep</c>.</param>
/// <param name="Woorden">Ordinary words that a typing error must not be read into.</param>
/// <param name="Regels">In order of the files.</param>
public sealed record TermRules(
    string Versie, IReadOnlyDictionary<string, IReadOnlyList<string>> Groepen, IReadOnlyList<string> Woorden,
    IReadOnlyList<TermRule> Regels)
{
    /// <summary>Other spellings by word: <c>geen</c> is also written <c>gn</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Schrijfwijzen { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    private const int DefaultWeight = 10;
    private const int DefaultWindow = 5;

    // A key that nothing reads is a typing error of the expert: it must not be passed over.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads <c>regels.json</c> and the files of <c>regels/</c>.</summary>
    /// <param name="index">Version, groups of words and ordinary words.</param>
    /// <param name="files">Name without extension, and content; in a fixed order.</param>
    /// <param name="taxonomy">Labels.</param>
    /// <exception cref="JsonException">Not of that shape, or a label that the taxonomy does not know.</exception>
    public static TermRules Parse(
        ReadOnlySpan<byte> index, IEnumerable<(string Name, byte[] Json)> files, SocialWorkTaxonomy taxonomy)
    {
        var head = JsonSerializer.Deserialize<IndexFile>(index, Strict)
            ?? throw new JsonException("The rules are empty.");
        var rules = new List<TermRule>();
        foreach (var (name, json) in files)
        {
            var file = JsonSerializer.Deserialize<RuleFile>(json, Strict)
                ?? throw new JsonException($"The rules of {name} are empty.");
            rules.AddRange(file.Regels.Select(rule => Bind(name, file, rule, taxonomy)));
        }

        var read = new TermRules(head.Versie, head.Groepen, head.Woorden ?? [], rules);
        return head.Schrijfwijzen is { } spellings ? read with { Schrijfwijzen = spellings } : read;
    }

    private static TermRule Bind(string name, RuleFile file, RuleEntry rule, SocialWorkTaxonomy taxonomy)
    {
        var axis = file.As switch
        {
            "probleem" => RuleAxis.Probleem,
            "kwadrant" => RuleAxis.Kwadrant,
            "kerntaak" => RuleAxis.Kerntaak,
            "context" => RuleAxis.Context,
            "beleid" => RuleAxis.Beleid,
            "wrijving" => RuleAxis.Wrijving,
            _ => throw new JsonException($"The rules of {name} have an unknown axis."),
        };
        var label = rule.Label ?? file.Label ?? throw new JsonException($"Rule {rule.Id} has no label.");
        return new TermRule(
            rule.Id, name, axis, LabelOf(axis, label, rule.Id, taxonomy), rule.Termen, rule.Werking == "sluit_uit",
            rule.Gewicht ?? DefaultWeight, rule.Venster ?? DefaultWindow, rule.Mits ?? [], rule.Tenzij ?? [],
            Kinds(rule.Ongevoelig ?? file.Ongevoelig ?? [], rule.Id), rule.Vangt ?? [], rule.VangtNiet ?? []);
    }

    private static int LabelOf(RuleAxis axis, string label, string id, SocialWorkTaxonomy taxonomy)
    {
        if (label == "alle")
            return -1;
        var position = axis switch
        {
            RuleAxis.Probleem => PositionOf(taxonomy.CurrentKey(label), taxonomy.Problemen.Select(p => p.Sleutel)),
            RuleAxis.Kwadrant => PositionOf(label, QuadrantLabels.Names),
            RuleAxis.Kerntaak => PositionOf(label, taxonomy.Kerntaken.Select(k => k.Sleutel)),
            RuleAxis.Beleid => PositionOf(taxonomy.CurrentKey(label), taxonomy.Beleid.Select(b => b.Sleutel)),
            RuleAxis.Wrijving => PositionOf(label, taxonomy.Wrijvingen.Select(w => w.Sleutel)),
            _ => (int)KindOf(label, id),
        };
        return position >= 0 ? position : throw new JsonException($"Rule {id} has an unknown label.");
    }

    private static int PositionOf(string key, IEnumerable<string> keys) => keys.ToList().IndexOf(key);

    private static int Kinds(IReadOnlyList<string> names, string id) =>
        names.Aggregate(0, (set, name) => set | (1 << (int)KindOf(name, id)));

    private static ContextKind KindOf(string name, string id) =>
        Enum.TryParse<ContextKind>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
            ? kind
            : throw new JsonException($"Rule {id} names an unknown kind of context.");

    private sealed record IndexFile(
        [property: JsonPropertyName("$schema")] string? Schema, string Versie, string Taxonomie,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Groepen, IReadOnlyList<string>? Woorden,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? Schrijfwijzen = null);

    private sealed record RuleFile(
        [property: JsonPropertyName("$schema")] string? Schema, string As, string? Label,
        IReadOnlyList<string>? Ongevoelig, IReadOnlyList<RuleEntry> Regels);

    private sealed record RuleEntry(
        string Id, string? Label, IReadOnlyList<string> Termen, string? Werking, int? Gewicht, int? Venster,
        IReadOnlyList<string>? Mits, IReadOnlyList<string>? Tenzij, IReadOnlyList<string>? Ongevoelig,
        IReadOnlyList<string>? Vangt, IReadOnlyList<string>? VangtNiet, string? Toelichting = null);
}

/// <summary>Labels of rules on the quadrant axis: whole quadrants, the ends of the two axes, own work, and notes that
/// tell nothing (<c>zie vorige notitie</c>).</summary>
public static class QuadrantLabels
{
    internal const int Individual = 4;
    internal const int Collective = 5;
    internal const int Help = 6;
    internal const int Activation = 7;
    internal const int Intern = 8;
    internal const int Undetermined = 9;

    /// <summary>In order of their numbers.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "individueel_hulpverlening", "collectief_hulpverlening", "individueel_activering", "collectief_activering",
        "individueel", "collectief", "hulpverlening", "activering", "intern", "onbepaald",
    ];

    /// <summary>A further rule of a quadrant often reads the same words (<c>koffieochtend</c>, <c>*ochtend</c>): the
    /// heaviest counts in full, the others for a part.</summary>
    internal static int Sum(int sum, TermRule rule) => rule.Label <= 3
        ? Math.Max(sum, rule.Gewicht) + (Math.Min(sum, rule.Gewicht) / AgainPart)
        : sum + rule.Gewicht;

    private const int AgainPart = 4;
}
