using System.Text.Json;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Classification;

/// <summary>On which axis a rule speaks.</summary>
public enum RuleAxis
{
    /// <summary>A social problem.</summary>
    Probleem,

    /// <summary>A quadrant, or <c>intern</c>.</summary>
    Kwadrant,

    /// <summary>A core task.</summary>
    Kerntaak,
}

/// <summary>A term of <c>seeds/regels.json</c>.</summary>
/// <param name="Id">Stable id, named in explanations.</param>
/// <param name="As">Axis.</param>
/// <param name="Label">Position of the label on its axis, in the taxonomy's order.</param>
/// <param name="Term">Words with one space between; <c>*</c> in front or behind stands for further letters.</param>
/// <param name="SluitUit">True: matches of the same label within this term's words do not count.</param>
/// <param name="Hoofdletters">True: only with exactly these capitals (VT, OTS).</param>
/// <param name="Gewicht">Weight of a vote for a quadrant; 1 elsewhere.</param>
public sealed record TermRule(
    string Id, RuleAxis As, int Label, string Term, bool SluitUit, bool Hoofdletters, int Gewicht);

/// <summary>All rules of one version, tied to a taxonomy.</summary>
/// <param name="Versie">Version of the rules.</param>
/// <param name="Regels">In order of the file.</param>
public sealed record TermRules(string Versie, IReadOnlyList<TermRule> Regels)
{
    /// <summary>Reads <c>regels.json</c>.</summary>
    /// <exception cref="JsonException">Not of that shape, or a label that the taxonomy does not know.</exception>
    public static TermRules Parse(ReadOnlySpan<byte> json, SocialWorkTaxonomy taxonomy)
    {
        var file = JsonSerializer.Deserialize<RuleFile>(json, JsonSerializerOptions.Web)
            ?? throw new JsonException("The rules are empty.");
        return new TermRules(file.Versie, [.. file.Regels.Select(rule => Bind(rule, taxonomy))]);
    }

    private static TermRule Bind(RuleEntry rule, SocialWorkTaxonomy taxonomy)
    {
        var axis = rule.As switch
        {
            "probleem" => RuleAxis.Probleem,
            "kwadrant" => RuleAxis.Kwadrant,
            "kerntaak" => RuleAxis.Kerntaak,
            _ => throw new JsonException($"Rule {rule.Id} has an unknown axis."),
        };
        var key = taxonomy.CurrentKey(rule.Label);
        var keys = axis switch
        {
            RuleAxis.Probleem => taxonomy.Problemen.Select(p => p.Sleutel),
            RuleAxis.Kwadrant => taxonomy.Kwadranten.Select(k => k.Sleutel),
            _ => taxonomy.Kerntaken.Select(k => k.Sleutel),
        };
        var label = keys.ToList().IndexOf(key);
        if (label < 0)
            throw new JsonException($"Rule {rule.Id} has a label that the taxonomy does not know.");
        return new TermRule(
            rule.Id, axis, label, rule.Term, rule.Werking == "sluit_uit", rule.Hoofdletters, rule.Gewicht ?? 1);
    }

    private sealed record RuleFile(string Versie, IReadOnlyList<RuleEntry> Regels);

    private sealed record RuleEntry(
        string Id, string Label, string As, string Term, string Werking, bool Hoofdletters = false, int? Gewicht = null);
}
