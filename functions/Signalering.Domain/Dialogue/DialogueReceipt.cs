
namespace Signalering.Domain.Dialogue;

/// <summary>What an advisor hears of a workbook with answers.</summary>
/// <param name="Bron">Id of the workbook: its version, never its name.</param>
/// <param name="Ontvangen">Time of arrival.</param>
/// <param name="Samenvatting">One or two Dutch sentences that say it all.</param>
/// <param name="Aangenomen">Answers taken over.</param>
/// <param name="Conflicten">Answers that crossed a later one.</param>
/// <param name="Fouten">Cells left out, with place, expectation and remedy; never the content.</param>
public sealed record DialogueReceipt(
    string Bron, DateTimeOffset Ontvangen, string Samenvatting, int Aangenomen,
    IReadOnlyList<string> Conflicten, IReadOnlyList<string> Fouten)
{
    /// <summary>After a merge.</summary>
    public static DialogueReceipt Of(string source, DateTimeOffset received, DialogueMergeResult result) => new(
        source, received,
        $"{Count(result.Aangenomen, "antwoord is", "antwoorden zijn")} overgenomen, " +
        $"{Count(result.Conflicten.Count, "antwoord botst", "antwoorden botsen")} met een later antwoord, " +
        $"{Count(result.Fouten.Count, "cel is", "cellen zijn")} weggelaten. De antwoorden staan in het volgende rapport.",
        result.Aangenomen, result.Conflicten, result.Fouten);

    /// <summary>For a file that is no report with dialogue cards.</summary>
    public static DialogueReceipt Unreadable(string source, DateTimeOffset received, string why) => new(
        source, received, "Niet gelezen: " + why, 0, [], [why]);

    /// <summary>Indented UTF-8 JSON with a line feed at the end.</summary>
    public byte[] ToJson() => KeptJson.Write(this);

    private static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
