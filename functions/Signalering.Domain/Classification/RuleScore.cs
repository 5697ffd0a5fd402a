using System.Text;
using System.Text.Json;

namespace Signalering.Domain.Classification;

/// <summary>How often the rules are right, as shipped with them: <c>seeds/regels-score.json</c>.</summary>
/// <remarks>Measured on rows labelled by hand that were not used to make the rules; a test computes it again and compares.
/// </remarks>
/// <param name="Regels">Version of the rules that was measured.</param>
/// <param name="Rijen">Labelled rows.</param>
/// <param name="Precisie">Share of the labels found that are right, 0–1, micro-averaged.</param>
/// <param name="Vangst">Share of the labels there that are found (recall), 0–1, micro-averaged.</param>
/// <param name="MicroF1">Harmonic mean of the two.</param>
/// <param name="MacroF1">Mean of the F1 of all labels.</param>
/// <param name="LabelsGoed">Share of rows whose labels are exactly right.</param>
/// <param name="KwadrantGoed">Share of rows whose quadrant is right.</param>
/// <param name="PerProbleem">Per problem, in order of key.</param>
/// <param name="Proeven">Earlier trials with fresh sentences, scored before any rule was changed for them.</param>
public sealed record RuleScore(
    string Regels, int Rijen, double Precisie, double Vangst, double MicroF1, double MacroF1, double LabelsGoed,
    double KwadrantGoed, IReadOnlyList<LabelScore> PerProbleem, IReadOnlyList<RuleTrial> Proeven)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="JsonException">Not such a file: the deployment is wrong.</exception>
    public static RuleScore Parse(ReadOnlySpan<byte> json) =>
        KeptJson.Read<RuleScore>(json) is { Regels: not null, PerProbleem: not null, Proeven: not null } score
            ? score
            : throw new JsonException("No score of the rules.");

    /// <summary>The file's text, with a line feed at the end.</summary>
    public string ToJson() => Encoding.UTF8.GetString(KeptJson.Write(this));
}

/// <summary>The score of one problem.</summary>
/// <param name="Probleem">Key.</param>
/// <param name="Rijen">Labelled rows with this problem.</param>
/// <param name="Precisie">Precision, 0–1.</param>
/// <param name="Vangst">Recall, 0–1.</param>
/// <param name="F1">Harmonic mean.</param>
public sealed record LabelScore(string Probleem, int Rijen, double Precisie, double Vangst, double F1);

/// <summary>A trial with fresh sentences.</summary>
/// <param name="Naam">Dutch: what kind of text.</param>
/// <param name="Rijen">Sentences.</param>
/// <param name="MicroF1">F1 over all labels.</param>
public sealed record RuleTrial(string Naam, int Rijen, double MicroF1);
