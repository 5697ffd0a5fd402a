using System.Text.Json;

namespace Signalering.Domain.Dialogue;

/// <summary>An answer as it came in; entries are only ever added.</summary>
/// <param name="Signaal">Id of the signal.</param>
/// <param name="Veld">Key of the field.</param>
/// <param name="Waarde">The answer; empty when an earlier one was taken back.</param>
/// <param name="Periode">Period of the report in which it was filled in.</param>
/// <param name="Ontvangen">Time of arrival of the workbook.</param>
/// <param name="Bron">Id of the workbook.</param>
/// <param name="Conflict">True: somebody else had changed the field meanwhile; kept, and not in force.</param>
public sealed record DialogueEntry(
    string Signaal, string Veld, string Waarde, string Periode, DateTimeOffset Ontvangen, string Bron, bool Conflict);

/// <summary>Everything that people answered to signals, with its history. Nothing is overwritten.</summary>
/// <param name="Regels">Entries in the order in which they came in.</param>
public sealed record DialogueRegister(IReadOnlyList<DialogueEntry> Regels)
{
    /// <summary>A register without answers.</summary>
    public static DialogueRegister Leeg { get; } = new([]);

    /// <summary>Number of entries: printed in a report, so that its workbook tells on which state it was filled in.</summary>
    public int Stand => Regels.Count;

    /// <summary>The answer in force; empty when there is none.</summary>
    public string Antwoord(string signaal, string veld) => AntwoordBij(Stand, signaal, veld);

    /// <summary>The answer that was in force at an earlier state.</summary>
    public string AntwoordBij(int stand, string signaal, string veld)
    {
        for (var i = Math.Min(stand, Regels.Count) - 1; i >= 0; i--)
        {
            var entry = Regels[i];
            if (!entry.Conflict && entry.Signaal == signaal && entry.Veld == veld)
                return entry.Waarde;
        }

        return string.Empty;
    }

    /// <summary>Whether people ever answered a signal.</summary>
    public bool IsBeantwoord(string signaal) => Regels.Any(entry => entry.Signaal == signaal && !entry.Conflict);

    /// <summary>How far people brought a signal: the step that was filled in, or what the counts support.</summary>
    public int Trede(string signaal, int fromCounts) =>
        Math.Max(fromCounts, Ladder.Step(Antwoord(signaal, "ladder")));

    /// <summary>Recognition is a gate: a signal stays a concept until residents or workers, and policy, recognise it.</summary>
    public bool IsHerkend(string signaal)
    {
        return Says("herkenning_beleid") && (Says("herkenning_bewoners") || Says("herkenning_werkers"));

        bool Says(string field) => Antwoord(signaal, field) is "herkent" or "herkent deels";
    }

    /// <summary>Indented UTF-8 JSON with a line feed at the end.</summary>
    public byte[] ToJson() => KeptJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">Not a register.</exception>
    public static DialogueRegister Parse(ReadOnlySpan<byte> json) => KeptJson.Read<DialogueRegister>(json);
}
