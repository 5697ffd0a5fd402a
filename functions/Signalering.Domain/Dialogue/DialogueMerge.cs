namespace Signalering.Domain.Dialogue;

/// <summary>A workbook whose yellow cells were filled in.</summary>
/// <param name="Periode">Period of its report.</param>
/// <param name="Stand">State of the register that it was printed on.</param>
/// <param name="Antwoorden">Every yellow cell, empty ones included, in order of the sheet.</param>
public sealed record FilledWorkbook(string Periode, int Stand, IReadOnlyList<FilledCell> Antwoorden);

/// <summary>A yellow cell.</summary>
/// <param name="Rij">Row in the sheet, for a message.</param>
/// <param name="Signaal">Id of the signal.</param>
/// <param name="Veld">Field.</param>
/// <param name="Waarde">What it holds, trimmed.</param>
public sealed record FilledCell(int Rij, string Signaal, DialogueField Veld, string Waarde);

/// <summary>What became of a filled-in workbook.</summary>
/// <param name="Register">The register after it.</param>
/// <param name="Aangenomen">Answers that are in force now.</param>
/// <param name="Conflicten">Dutch: answers that crossed a later one; kept, not in force.</param>
/// <param name="Fouten">Dutch: cells that were left out, and why.</param>
public sealed record DialogueMergeResult(
    DialogueRegister Register, int Aangenomen, IReadOnlyList<string> Conflicten, IReadOnlyList<string> Fouten);

/// <summary>Adds what a workbook brings to the register.</summary>
/// <remarks>A three-way merge per cell: what was printed, what is in force now, what was filled in. A cell as it was
/// printed says nothing; a cell that changed is taken over, unless somebody else changed it to something else meanwhile.
/// The same workbook again changes nothing.</remarks>
public static class DialogueMerge
{
    /// <summary>Merges.</summary>
    /// <param name="register">As it is now.</param>
    /// <param name="workbook">What came in.</param>
    /// <param name="received">When.</param>
    /// <param name="source">Id of the workbook.</param>
    /// <param name="mayBeKept">False for an answer with personal data.</param>
    public static DialogueMergeResult Run(
        DialogueRegister register, FilledWorkbook workbook, DateTimeOffset received, string source, Func<string, bool> mayBeKept)
    {
        var entries = register.Regels.ToList();
        var (conflicts, faults, accepted) = (new List<string>(), new List<string>(), 0);
        foreach (var cell in workbook.Antwoorden)
        {
            if (Fault(cell, mayBeKept) is { } fault)
            {
                faults.Add($"Rij {cell.Rij}, '{cell.Veld.Naam}': {fault}");
                continue;
            }

            var now = new DialogueRegister(entries).Antwoord(cell.Signaal, cell.Veld.Sleutel);
            var printed = register.AntwoordBij(workbook.Stand, cell.Signaal, cell.Veld.Sleutel);
            if (cell.Waarde == now || cell.Waarde == printed || IsKnownConflict(entries, cell, source))
                continue;
            var isConflict = now != printed;
            entries.Add(new DialogueEntry(
                cell.Signaal, cell.Veld.Sleutel, cell.Waarde, workbook.Periode, received, source, isConflict));
            if (isConflict)
            {
                conflicts.Add(
                    $"Rij {cell.Rij}, '{cell.Veld.Naam}' van {cell.Signaal}: intussen door een ander ingevuld. " +
                    "Beide antwoorden zijn bewaard; het eerste geldt. Overleg, en vul het nieuwste rapport in.");
            }
            else
            {
                accepted++;
            }
        }

        return new DialogueMergeResult(new DialogueRegister(entries), accepted, conflicts, faults);
    }

    private static bool IsKnownConflict(List<DialogueEntry> entries, FilledCell cell, string source) => entries.Exists(entry =>
        entry.Conflict && entry.Bron == source && entry.Signaal == cell.Signaal && entry.Veld == cell.Veld.Sleutel
        && entry.Waarde == cell.Waarde);

    private static string? Fault(FilledCell cell, Func<string, bool> mayBeKept)
    {
        if (cell.Waarde.Length > DialogueField.LongestAnswer)
            return $"langer dan {DialogueField.LongestAnswer} tekens. Kort het antwoord in en lever opnieuw aan.";
        if (cell.Waarde.Length > 0 && cell.Veld.Keuzes.Count > 0 && !cell.Veld.Keuzes.Contains(cell.Waarde))
            return $"geen van de keuzes. Verwacht: {string.Join(", ", cell.Veld.Keuzes)}. Kies uit de lijst en lever opnieuw aan.";
        return cell.Waarde.Length > 0 && !mayBeKept(cell.Waarde)
            ? "bevat gegevens die naar een persoon kunnen leiden. Noem een functie of afdeling en lever opnieuw aan."
            : null;
    }
}
